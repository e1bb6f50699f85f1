"""A desktop portfolio watcher: live prices in your currency, the next release, and what happened."""

from __future__ import annotations

__version__ = "0.1.0"
