"""Every test runs offscreen, in English, at home in Berlin, away from the user's own files."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"
os.environ["LC_ALL"] = "C.UTF-8"

import time

from hypothesis import settings

time.tzset()
# no deadlines: machines are noisy; in CI the same examples each time, so that a change alone can break a run
settings.register_profile("watcher", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("watcher")
