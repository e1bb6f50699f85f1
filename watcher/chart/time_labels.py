"""The labels of the time axis: chosen for a wide stretch at once, so that none comes or goes while panning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from PySide6.QtCore import QDate, QLocale

from watcher.chart.content import ChartContent
from watcher.chart.follow import Span
from watcher.chart.frame import Frame
from watcher.chart.palette import Inks
from watcher.domain.bars import Interval
from watcher.series.time_axis import AxisTick, TickUnit, TimeAxis
from watcher.words import times

DISTANCE = 72  # logical pixels between labels, about
MARGIN = 0.3  # of the view's width on both sides, for which labels are made at once
GAP = 14  # logical pixels of air between two labels
RANK = {TickUnit.YEAR: 0, TickUnit.MONTH: 1, TickUnit.DAY: 2, TickUnit.HOUR: 3, TickUnit.MINUTE: 4}


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A label at a slot; bold where a larger unit begins than its neighbours'."""

    slot: float
    text: str
    bold: bool


class TimeLabels:
    """The labels in force, rebuilt only when zooming or when the view leaves the stretch they were made for."""

    def __init__(self) -> None:
        """No labels yet."""
        self.labels: list[TimeLabel] = []
        self._axis: TimeAxis | None = None
        self._made_for = Span(0.0, 0.0)
        self._key: tuple[float, int] = (0.0, 0)

    def forget(self) -> None:
        """Make the labels anew next time, after a change of fonts."""
        self._axis = None

    def arrange(self, content: ChartContent, frame: Frame, inks: Inks) -> None:
        """Make sure that there are labels for the view."""
        view, width = frame.slots, frame.areas.plot.width()
        key = (round(view.width, 6), width)
        made = self._made_for
        inside = made.first <= view.first and view.last <= made.last
        if inside and key == self._key and content.axis is self._axis:
            return
        self._axis, self._key = content.axis, key
        self._made_for = Span(view.first - MARGIN * view.width, view.last + MARGIN * view.width)
        ticks = content.axis.ticks(
            self._made_for.first, self._made_for.last, max(3, round((1 + 2 * MARGIN) * width / DISTANCE))
        )
        self.labels = _without_overlap(ticks, content, width / view.width, inks)


def _without_overlap(ticks: list[AxisTick], content: ChartContent, scale: float, inks: Inks) -> list[TimeLabel]:
    """Larger units first; a label that would touch one already placed is left out."""
    taken: list[tuple[float, float]] = []
    labels: list[TimeLabel] = []
    ranks = {RANK[t.unit] for t in ticks}
    for tick in sorted(ticks, key=lambda t: (RANK[t.unit], t.slot)):
        text = tick_text(tick, content)
        bold = RANK[tick.unit] == min(ranks) and len(ranks) > 1
        half = inks.width(text, bold=bold) / 2 + GAP / 2
        x = tick.slot * scale
        if all(x + half <= left or x - half >= right for left, right in taken):
            taken.append((x - half, x + half))
            labels.append(TimeLabel(tick.slot, text, bold))
    return labels


def day_of(time: int, content: ChartContent) -> date:
    """The local date of a bar's start; daily keys are midnight UTC of the session date."""
    zone: tzinfo = content.axis.zone if content.series.interval.intraday else UTC
    return datetime.fromtimestamp(time, zone).date()


def tick_text(tick: AxisTick, content: ChartContent) -> str:
    """2026, Aug, 12 (the day), 14:30."""
    day = day_of(tick.time, content)
    if tick.unit is TickUnit.YEAR:
        return str(day.year)
    if tick.unit is TickUnit.MONTH:
        return QLocale().toString(QDate(day.year, day.month, day.day), "MMM").rstrip(".")
    if tick.unit is TickUnit.DAY:
        return times.day_month(day)
    return times.clock(datetime.fromtimestamp(tick.time, UTC), content.axis.zone)


def bar_text(time: int, content: ChartContent) -> str:
    """A bar named in full for the crosshair: Thu 12 Nov 2025; intraday with its time; a month by its name."""
    day = day_of(time, content)
    interval = content.series.interval
    if interval is Interval.MO1:
        return QLocale().toString(QDate(day.year, day.month, day.day), "MMM yyyy")
    if not interval.intraday:
        return times.full_date(day)
    at = datetime.fromtimestamp(time, UTC)
    return f"{times.weekday(day)} {times.day_month(day)}  {times.clock(at, content.axis.zone)}"
