"""Shift+drag: change, percent, bars and days between two points of the chart."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPoint

from watcher.chart.frame import Frame
from watcher.chart.marks import Dash, Fill, Mark, Rule, Tag
from watcher.chart.palette import Inks
from watcher.chart.stage import Stage
from watcher.words import numbers

translate = QCoreApplication.translate
DAY = 86_400
TAG_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Measure:
    """Two corners: slots (snapped to bars) and prices."""

    slot: float
    price: float
    to_slot: float
    to_price: float

    @classmethod
    def between(cls, frame: Frame, start: QPoint, end: QPoint) -> Measure:
        """Measure between two points in logical pixels."""
        return cls(
            math.floor(frame.slot_at(start.x()) + 0.5),
            frame.price_at(start.y()),
            math.floor(frame.slot_at(end.x()) + 0.5),
            frame.price_at(end.y()),
        )

    def moved(self, by: float) -> Measure:
        """The same, some slots to the right."""
        return replace(self, slot=self.slot + by, to_slot=self.to_slot + by)


def measure_text(measure: Measure, stage: Stage) -> str:
    """The change in price and percent, the bars, and the time between, in one line."""
    data = stage.data
    if data is None:
        return ""
    change = measure.to_price - measure.price
    bars = data.bars_between(measure.slot, measure.to_slot)
    arrow = numbers.arrow(round(change, stage.decimals))
    parts = [
        f"{arrow}{numbers.NO_BREAK}{numbers.change(change, stage.decimals)}".lstrip(numbers.NO_BREAK),
        numbers.percent(change / measure.price) if measure.price > 0 else numbers.UNKNOWN,
        translate("chart", "1 bar")
        if bars == 1
        else translate("chart", "{n} bars").format(n=numbers.number(float(bars), 0)),
        time_between(measure, stage),
    ]
    return "   ".join(parts)


def time_between(measure: Measure, stage: Stage) -> str:
    """Calendar days, or hours and minutes within one."""
    data = stage.data
    if data is None:
        return ""
    frame_times = data.times_at(measure.slot, measure.to_slot)
    seconds = abs(frame_times[1] - frame_times[0])
    if seconds >= DAY or not data.content.series.interval.intraday:
        days = round(seconds / DAY)
        if days == 1:
            return translate("chart", "1 day")
        return translate("chart", "{n} days").format(n=numbers.number(float(days), 0))
    hours, minutes = divmod(seconds // 60, 60)
    if hours == 0:
        return translate("chart", "{minutes} min").format(minutes=minutes)
    return translate("chart", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def measure_marks(measure: Measure, stage: Stage, inks: Inks) -> list[Mark]:
    """The measured area with its label, kept inside the plot."""
    frame, dpr = stage.frame, stage.dpr
    plot = frame.areas.plot
    x0, x1 = sorted((frame.column(measure.slot, dpr), frame.column(measure.to_slot, dpr)))
    y0, y1 = sorted((frame.row(measure.price, dpr), frame.row(measure.to_price, dpr)))
    left, right = round(x0 / dpr), round(x1 / dpr)
    top, bottom = round(y0 / dpr), round(y1 / dpr)
    ink = "up_text" if measure.to_price >= measure.price else "down_text"
    marks: list[Mark] = [Fill(left, top, max(1, right - left), max(1, bottom - top), ink, 30)]
    marks += [Rule(False, y, x0, x1, ink, Dash.SOLID, dpr) for y in (y0, y1)]
    marks += [Rule(True, x, y0, y1, ink, Dash.SOLID, dpr) for x in (x0, x1)]
    text = measure_text(measure, stage)
    width = round(inks.width(text)) + 20
    at_x = min(max((left + right - width) // 2, plot.left() + 4), plot.right() - width - 4)
    above = measure.to_price >= measure.price
    at_y = top - TAG_HEIGHT - 6 if above else bottom + 6
    at_y = min(max(at_y, plot.top() + 2), plot.bottom() - TAG_HEIGHT - 2)
    marks.append(Tag(at_x, at_y, width, TAG_HEIGHT, text, "tag", ink, "border"))
    return marks
