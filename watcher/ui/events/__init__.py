"""The dock of event cards."""

from __future__ import annotations

from watcher.ui.events.panel import EventsPanel

__all__ = ["EventsPanel"]
