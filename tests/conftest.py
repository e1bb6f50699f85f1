"""Every test runs offscreen, in English, at home in Berlin, away from the user's own files."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"
os.environ["LC_ALL"] = "C.UTF-8"

import time

time.tzset()
