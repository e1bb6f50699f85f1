"""The bar series in memory: built from stored and fetched bars, derived for other bar sizes, moved by live quotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.quote import Quote
from watcher.domain.trading_hours import TradingHours
from watcher.series.bars import BarSeries, Change
from watcher.series.resample import resample

Bars = npt.NDArray[np.void]
SPARK_BARS = 30


class SeriesBook:
    """One `BarSeries` for each symbol and bar size that was asked for; knows neither store nor source."""

    def __init__(self, hours: Callable[[str], TradingHours], last: Callable[[str], Quote | None]) -> None:
        """`hours` gives the hours of a symbol's venue as known at the moment, `last` its last accepted quote."""
        self._hours = hours
        self._last = last
        self._series: dict[str, dict[Interval, BarSeries]] = {}

    def get(self, symbol: str, interval: Interval) -> BarSeries | None:
        """The series; derived now if its base is there; None otherwise."""
        kept = self._series.get(symbol, {})
        found = kept.get(interval)
        if found is None and interval.base in kept:
            found = kept[interval] = self._derived(symbol, interval, kept[interval.base])
        return found

    def intervals(self, symbol: str) -> tuple[Interval, ...]:
        """The bar sizes in memory for a symbol."""
        return tuple(self._series.get(symbol, ()))

    def put(self, symbol: str, base: Interval, bars: Bars) -> dict[Interval, Change]:
        """Set the base series anew, move it to the last price, and with it all that is derived from it."""
        kept = self._series.setdefault(symbol, {})
        if base in kept:
            kept[base].replace(bars)
        else:
            kept[base] = BarSeries(symbol, base, self._hours(symbol), bars)
        last = self._last(symbol)
        if last is not None:
            kept[base].apply(last)
        return self._derive_again(symbol, base, Change.REBUILT)

    def merge(self, symbol: str, base: Interval, fresh: Bars, asked: datetime) -> dict[Interval, Change]:
        """Bring bars asked for at `asked` into the base series and what is derived; newer live bars stay."""
        series = self._series.get(symbol, {}).get(base)
        if series is None:
            return self.put(symbol, base, fresh)
        return self._derive_again(symbol, base, series.merge(fresh, asked))

    def apply(self, quote: Quote) -> dict[Interval, Change]:
        """Move every series of the quote's symbol; what changed, by bar size."""
        moved = {interval: series.apply(quote) for interval, series in self._series.get(quote.symbol, {}).items()}
        return {interval: change for interval, change in moved.items() if change is not Change.NONE}

    def doubt_range(self, symbol: str) -> None:
        """Leave the high and low of the symbol's last bars to the next history: a price in them was withdrawn."""
        for series in self._series.get(symbol, {}).values():
            series.doubt_range()

    def use_hours(self, symbol: str) -> dict[Interval, Change]:
        """Count a symbol's bars by its venue's hours as they are known now."""
        kept = self._series.get(symbol, {})
        changed: dict[Interval, Change] = {}
        for base in [interval for interval in kept if interval.base is interval]:
            kept[base].use_hours(self._hours(symbol))
            changed |= self._derive_again(symbol, base, Change.REBUILT)
        return changed

    def closes(self, symbol: str) -> npt.NDArray[np.float64]:
        """The last daily closes, oldest first, the running session's price last; empty where there are none."""
        daily = self._series.get(symbol, {}).get(Interval.D1)
        if daily is None:
            return np.zeros(0, np.float64)
        return daily.bars["close"][-SPARK_BARS:].astype(np.float64)

    def forget(self) -> None:
        """Drop every series."""
        self._series.clear()

    def _derive_again(self, symbol: str, base: Interval, change: Change) -> dict[Interval, Change]:
        kept = self._series[symbol]
        changed = {base: change}
        for interval in [i for i in kept if i.base is base and i is not base]:
            changed[interval] = Change.NONE
            if change is not Change.NONE:
                kept[interval] = self._derived(symbol, interval, kept[base])
                changed[interval] = Change.REBUILT
        return changed

    def _derived(self, symbol: str, interval: Interval, base: BarSeries) -> BarSeries:
        hours = self._hours(symbol)
        series = BarSeries(symbol, interval, hours, resample(base.bars, interval.base, interval, hours))
        last = self._last(symbol)
        if last is not None:
            series.apply(last)  # so that the volume counted from here on does not begin at nothing
        return series
