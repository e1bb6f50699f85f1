"""The last price: a dotted line through the plot and a tag on the axis, coloured by the direction of the day."""

from __future__ import annotations

from datetime import datetime

from watcher.chart.data import ChartData
from watcher.chart.stage import Stage


def price_before(data: ChartData) -> float | None:
    """What the last price is compared with: intraday the close before the last bar's local day, else the bar before."""
    bars = data.bars
    last = len(bars) - 1
    if data.content.series.interval.intraday:
        zone = data.content.axis.zone
        day = datetime.fromtimestamp(int(bars["time"][-1]), zone)
        midnight = int(day.replace(hour=0, minute=0, second=0, microsecond=0).timestamp())
        first = last - int((bars["time"][-2000:][::-1] >= midnight).argmin()) if bars["time"][0] < midnight else 0
        return float(bars["close"][first]) if bars["time"][0] < midnight else float(bars["open"][0])
    return float(bars["close"][last - 1]) if last > 0 else float(bars["open"][0])


def direction(data: ChartData) -> str:
    """`up` or `down`: the palette's word for how the last price stands to the one before."""
    if data.direction_at != data.version:
        before = price_before(data)
        data.direction_at = data.version
        data.direction = "up" if before is None or float(data.bars["close"][-1]) >= before else "down"
    return data.direction


def last_price(stage: Stage) -> float | None:
    """The last close if it lies on the visible part of the axis and is wanted; None otherwise."""
    data = stage.data
    if data is None or len(data) == 0 or not stage.layers.last_price:
        return None
    close = float(data.bars["close"][-1])
    plot = stage.frame.areas.plot
    return close if plot.top() <= stage.frame.y_of(close) <= plot.bottom() + 1 else None
