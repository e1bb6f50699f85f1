"""The labels of the time axis: chosen for a wide stretch at once, so that none comes or goes while panning."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from PySide6.QtCore import QDate, QLocale

from watcher.chart.content import ChartContent
from watcher.chart.frame import Frame
from watcher.chart.palette import Inks
from watcher.domain.bars import Interval
from watcher.series.time_axis import AxisTick, TickUnit, TimeAxis
from watcher.words import times

DISTANCE = 72  # logical pixels between labels, about, in the widest view of a zoom level
LEVEL = 1.35  # ratio of width between two zoom levels; within one the labels only move
GAP = 14  # logical pixels of air between two labels
CHUNK = 0.5  # of a level's width: as far as the view moves before other labels are taken
BEYOND = 0.1  # of a level's width: for which labels are made beyond what can come into view
ROUNDING = 1e-6
KEPT = 24  # stretches whose labels are kept
RANK = {TickUnit.YEAR: 0, TickUnit.MONTH: 1, TickUnit.DAY: 2, TickUnit.HOUR: 3, TickUnit.MINUTE: 4}


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A label at a slot; bold where a larger unit begins than its neighbours'."""

    slot: float
    text: str
    bold: bool


class TimeLabels:
    """The labels in force: the same wherever one came from, made once for a zoom level and a stretch."""

    def __init__(self) -> None:
        """No labels yet."""
        self.labels: list[TimeLabel] = []
        self._axis: TimeAxis | None = None
        self._kept: dict[tuple[int, int, int], list[TimeLabel]] = {}

    def forget(self) -> None:
        """Make the labels anew next time, after a change of fonts."""
        self._axis = None

    def arrange(self, content: ChartContent, frame: Frame, inks: Inks) -> None:
        """Make sure that there are labels for the view."""
        view, width = frame.slots, frame.areas.plot.width()
        if content.axis is not self._axis:
            self._axis = content.axis
            self._kept.clear()
        level = math.ceil(math.log(max(view.width, 1.0), LEVEL) - ROUNDING)
        widest = LEVEL**level
        nth = math.floor(view.first / (CHUNK * widest))
        key = (level, nth, width)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            first = (nth * CHUNK - BEYOND) * widest
            last = first + (CHUNK + 1 + 2 * BEYOND) * widest
            most = max(3, round((last - first) / widest * width / DISTANCE))
            found = _without_overlap(content.axis.ticks(first, last, most), content, width / widest, inks)
            self._kept[key] = found
        self.labels = found


def _without_overlap(ticks: list[AxisTick], content: ChartContent, scale: float, inks: Inks) -> list[TimeLabel]:
    """Larger units first; a label that would touch one already placed is left out."""
    ranks = {RANK[t.unit] for t in ticks}
    least = min(ranks) if len(ranks) > 1 else -1
    labels, halves = list[TimeLabel](), list[float]()
    for tick in ticks:
        bold = RANK[tick.unit] == least
        text = tick_text(tick, content)
        labels.append(TimeLabel(tick.slot, text, bold))
        halves.append(inks.width(text, bold=bold) / 2 + GAP / 2)
    near = range(len(labels) - 1)
    if all((labels[n + 1].slot - labels[n].slot) * scale >= halves[n] + halves[n + 1] for n in near):
        return labels
    kept: list[int] = []
    for n in sorted(range(len(ticks)), key=lambda n: (RANK[ticks[n].unit], ticks[n].slot)):
        x, half = ticks[n].slot * scale, halves[n]
        if all(abs(x - ticks[k].slot * scale) >= half + halves[k] for k in kept):
            kept.append(n)
    return [labels[n] for n in sorted(kept)]


def day_of(time: int, content: ChartContent) -> date:
    """The local date of a bar's start; daily keys are midnight UTC of the session date."""
    zone: tzinfo = content.axis.zone if content.series.interval.intraday else UTC
    return datetime.fromtimestamp(time, zone).date()


def tick_text(tick: AxisTick, content: ChartContent) -> str:
    """2026, Aug, 12 (the day), 14:30."""
    zone = content.axis.zone if content.series.interval.intraday else UTC
    return _text(tick.unit, tick.time, zone, QLocale().name())


@lru_cache(2000)
def _text(unit: TickUnit, time: int, zone: tzinfo, _locale: str) -> str:
    at = datetime.fromtimestamp(time, zone)
    if unit is TickUnit.YEAR:
        return str(at.year)
    if unit is TickUnit.MONTH:
        return QLocale().toString(QDate(at.year, at.month, at.day), "MMM").rstrip(".")
    if unit is TickUnit.DAY:
        return times.day_month(at.date())
    return times.clock(at, zone)


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
