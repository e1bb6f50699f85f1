"""The last price: a dotted line through the plot and a tag on the axis, coloured by the direction of the day."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from watcher.chart.data import ChartData
from watcher.chart.stage import Stage


def price_before(data: ChartData) -> float:
    """What the last price is compared with: intraday the close before the last bar's local day, else the bar before."""
    bars = data.bars
    first = len(bars) - 1
    if data.content.series.interval.intraday:
        day = datetime.fromtimestamp(int(bars["time"][-1]), data.content.axis.zone)
        midnight = int(day.replace(hour=0, minute=0, second=0, microsecond=0).timestamp())
        first = int(np.searchsorted(bars["time"], midnight))
    return data.close_before(first)


def direction(data: ChartData) -> str:
    """`up` or `down`: the palette's word for how the last price stands to the one before."""
    if data.before_at != data.built:  # no tick changes what the last price is compared with
        data.before_at, data.before = data.built, price_before(data)
    before = data.before
    return "up" if float(data.bars["close"][-1]) >= before else "down"


def last_price(stage: Stage) -> float | None:
    """The last close if it lies on the visible part of the axis and is wanted; None otherwise."""
    data = stage.data
    if data is None or len(data) == 0 or not stage.layers.last_price:
        return None
    close = float(data.bars["close"][-1])
    plot = stage.frame.areas.plot
    return close if plot.top() <= stage.frame.y_of(close) <= plot.bottom() + 1 else None
