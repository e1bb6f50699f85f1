"""Turns cards into chart markers and a countdown into the chart's release band."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from watcher.chart.compose import session_times
from watcher.chart.content import Marker, ReleaseBand
from watcher.domain.bars import Interval
from watcher.domain.event import LETTERS, Card
from watcher.domain.release import Countdown, CountdownKind, ReleaseWindow
from watcher.domain.settings import Layers
from watcher.domain.trading_hours import TradingHours
from watcher.words.spans import span

translate = QCoreApplication.translate


def markers(cards: Iterable[Card], layers: Layers) -> list[Marker]:
    """The markers of all dated cards that the layers let through; headlines are quiet."""
    found = []
    for card in cards:
        event = card.event
        if event.known is None or (card.notable and not layers.events) or (not card.notable and not layers.headlines):
            continue
        found.append(
            Marker(
                event_id=event.id,
                letter=LETTERS[card.category],
                category=card.category,
                headline=event.headline,
                when=event.known,
                quiet=not card.notable,
                detail=card.annotation.note or event.summary,
            )
        )
    return found


def expected_window(countdown: Countdown) -> ReleaseWindow | None:
    """The window that lies ahead: the next one once figures were reported."""
    if countdown.kind is CountdownKind.REPORTED:
        return countdown.upcoming
    return countdown.window


def release_band(countdown: Countdown, hours: TradingHours, interval: Interval) -> ReleaseBand | None:
    """The band of the window that is counted to, on the instrument's own sessions; None where none is known."""
    window = expected_window(countdown)
    if window is None:
        return None
    first, last = window.first, window.last
    label = translate("chart", "results expected {days}").format(days=span(first, last, year=False))
    return ReleaseBand(first, last, session_times(hours, first, last, interval), label)
