"""Bar sizes and the ranges of the chart, with which goes by default with which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Interval(StrEnum):
    """The size of a bar, in the feed's own spelling."""

    M1 = "1m"
    M2 = "2m"
    M5 = "5m"
    M15 = "15m"
    M30 = "30m"
    H1 = "1h"
    D1 = "1d"
    W1 = "1wk"
    MO1 = "1mo"

    @property
    def seconds(self) -> int:
        """Length in seconds; a day, week and month count as 86 400, 604 800 and 2 592 000."""
        return _SECONDS[self]

    @property
    def intraday(self) -> bool:
        """Whether a bar is shorter than a session."""
        return _SECONDS[self] < _SECONDS[Interval.D1]

    @property
    def base(self) -> Interval:
        """The interval that is fetched and stored; the others are resampled from it (least requests)."""
        if self in {Interval.D1, Interval.W1, Interval.MO1}:
            return Interval.D1
        return Interval.H1 if self is Interval.H1 else Interval.M30 if self is Interval.M30 else Interval.M1


_SECONDS = {
    Interval.M1: 60,
    Interval.M2: 120,
    Interval.M5: 300,
    Interval.M15: 900,
    Interval.M30: 1800,
    Interval.H1: 3600,
    Interval.D1: 86_400,
    Interval.W1: 604_800,
    Interval.MO1: 2_592_000,
}


class ChartRange(StrEnum):
    """The ranges of the toolbar, keys 1 to 8 in this order."""

    D1 = "1D"
    D5 = "5D"
    M1 = "1M"
    M6 = "6M"
    YTD = "YTD"
    Y1 = "1Y"
    Y5 = "5Y"
    MAX = "Max"


@dataclass(frozen=True, slots=True)
class RangeBars:
    """The bar sizes a range offers; the first is the default."""

    intervals: tuple[Interval, ...]


RANGE_BARS: dict[ChartRange, RangeBars] = {
    ChartRange.D1: RangeBars((Interval.M1, Interval.M2, Interval.M5, Interval.M15)),
    ChartRange.D5: RangeBars((Interval.M5, Interval.M1, Interval.M15, Interval.M30)),
    ChartRange.M1: RangeBars((Interval.H1, Interval.M30, Interval.D1)),
    ChartRange.M6: RangeBars((Interval.D1, Interval.H1, Interval.W1)),
    ChartRange.YTD: RangeBars((Interval.D1, Interval.H1, Interval.W1)),
    ChartRange.Y1: RangeBars((Interval.D1, Interval.H1, Interval.W1)),
    ChartRange.Y5: RangeBars((Interval.W1, Interval.D1, Interval.MO1)),
    ChartRange.MAX: RangeBars((Interval.W1, Interval.D1, Interval.MO1)),
}
