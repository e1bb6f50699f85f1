"""The bar series of one instrument and bar size: history that merges, live quotes that apply."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from enum import Enum

import numpy as np

from watcher.domain.bars import Interval
from watcher.domain.quote import Phase, Quote
from watcher.domain.trading_hours import TradingHours
from watcher.series.bar import BAR, Bars, empty_bars
from watcher.series.grid import BarGrid, Place
from watcher.series.resample import tidy
from watcher.series.volume import VolumeCount

__all__ = ["BAR", "BarSeries", "Bars", "Change", "empty_bars"]

SETTLED_AFTER = timedelta(minutes=30)  # so long after a bar's end even a delayed feed's history is final
NEVER = float("-inf")


class Change(Enum):
    """What happened to a series."""

    NONE = "none"
    LAST = "last"  # the last bar changed
    APPENDED = "appended"  # exactly one bar was added at the end
    REBUILT = "rebuilt"  # anything else


class BarSeries:
    """Bars of one symbol, oldest first, in a growing buffer.

    Args:
        symbol: whose bars.
        interval: their size.
        hours: the venue's hours, which say where a bar starts.
        bars: history to start from (BAR array), None for none.
        extended: whether bars of early and late trading are kept; they never touch daily and longer bars. Give the
            same to `TimeAxis.build`.
    """

    def __init__(
        self,
        symbol: str,
        interval: Interval,
        hours: TradingHours,
        bars: Bars | None = None,
        *,
        extended: bool = False,
    ) -> None:
        self.symbol = symbol
        self.interval = interval
        self.extended = extended and interval.intraday
        self.version = 0
        """Rises by one with every change."""
        self._grid = BarGrid(interval, hours)
        self._volume = VolumeCount(interval)
        self._time = 0  # of the last bar, as are the next three; plain numbers, since numpy's scalars are slow
        self._last: list[float] = []  # open, high, low, close, volume
        self._until = 0  # the first second that may belong to another bar
        self._phase = Phase.REGULAR
        self._heard = NEVER  # time of the newest quote taken in, Unix seconds
        self._ticked_from: int | None = None  # start of the first bar that ticks made or changed since history came
        self._sure: list[float] | None = None  # high and low of the last bar's ticks since its range was doubted
        self._hold(empty_bars() if bars is None else tidy(bars, self._grid, extended=self.extended))

    @property
    def hours(self) -> TradingHours:
        """The venue's hours in force."""
        return self._grid.table.hours

    def use_hours(self, hours: TradingHours) -> None:
        """Count new bars by other hours from now on; bars that exist stay where they are."""
        self._grid = BarGrid(self.interval, hours)
        self._until = 0

    @property
    def bars(self) -> Bars:
        """All bars, a read-only view (BAR); it shows later ticks on the last bar, but not bars added later."""
        return self._view

    def __len__(self) -> int:
        return self._n

    def apply(self, quote: Quote) -> Change:
        """Take in a live quote.

        Returns:
            LAST or APPENDED; NONE where it changes nothing, is unconfirmed, older than what is known, or from early or
            late trading that this series does not show.

        Raises:
            ValueError: for a quote of another symbol.
        """
        if quote.symbol != self.symbol:
            raise ValueError(f"quote of {quote.symbol} for bars of {self.symbol}")
        at, phase = quote.time.timestamp(), quote.phase
        if at < self._heard or not quote.confirmed or not (self.extended or phase is Phase.REGULAR):
            return Change.NONE
        price = float(quote.price)
        if not (self._time <= at < self._until and phase is self._phase):
            place = self._place(at, phase)
            if place is None:
                return Change.NONE
            if self._n == 0 or place.start > self._time:
                return self._append(place, at, price, quote)
            self._enter(place, phase, appended=False)
        return self._tick(at, price, quote)

    def _place(self, at: float, phase: Phase) -> Place | None:
        """Where a quote outside the current bar belongs; None if that lies before the last bar."""
        place = self._grid.locate(at, phase)
        start, step = place.start, self._grid.step
        if self._n and self.interval.intraday and place.origin <= self._time < place.bound and self._time <= at:
            odd = (self._time - place.origin) % step  # the feed counts its bars from another moment: follow it
            if odd and at < place.bound:
                start = self._time + (int(at) - self._time) // step * step
        if self._n and start < self._time:
            if not self.interval.intraday or phase is not Phase.REGULAR or at < self._time:
                return None
            start = self._time
        if start == place.start:
            return place
        until = min(start + step, place.bound)
        return Place(start, until, place.day, place.origin, place.bound, first=False)

    def _enter(self, place: Place, phase: Phase, *, appended: bool) -> None:
        self._until, self._phase = place.until, phase
        if phase is Phase.REGULAR:
            held = 0.0 if appended else self._last[4]
            self._volume.enter(place.day, held, opening=place.first, appended=appended)

    def _tick(self, at: float, price: float, quote: Quote) -> Change:
        """Bring the last bar up to date."""
        opened, high, low, close, volume = self._last
        counted = volume
        if quote.day_volume is not None and quote.phase is Phase.REGULAR:
            counted = self._volume.count(float(quote.day_volume), volume)
        self._heard = at
        if self._ticked_from is None:
            self._ticked_from = self._time
        if self._sure is not None:
            self._sure = [max(self._sure[0], price), min(self._sure[1], price)]
        if price == close and counted == volume and low <= price <= high:
            return Change.NONE
        i, fields = self._n - 1, self._fields
        self._last = [opened, max(high, price), min(low, price), price, counted]
        fields[1][i], fields[2][i], fields[3][i], fields[4][i] = self._last[1:]
        self.version += 1
        return Change.LAST

    def _append(self, place: Place, at: float, price: float, quote: Quote) -> Change:
        """Begin a new last bar with a quote."""
        self._enter(place, quote.phase, appended=True)
        volume = 0.0
        if quote.day_volume is not None and quote.phase is Phase.REGULAR:
            volume = self._volume.count(float(quote.day_volume), 0.0)
        if self._n == len(self._buffer):
            grown = np.empty(max(64, 2 * self._n), BAR)
            grown[: self._n] = self._buffer
            self._use(grown)
        self._buffer[self._n] = (place.start, price, price, price, price, volume)
        self._n += 1
        self._time, self._last, self._heard = place.start, [price, price, price, price, volume], at
        self._sure = None
        if self._ticked_from is None:
            self._ticked_from = place.start
        self._show()
        return Change.APPENDED

    def merge(self, history: Bars, as_of: datetime | None = None) -> Change:
        """Take in history, in any order with live quotes, without losing either.

        History wins for closed bars. Its newest bar, where quotes have touched it, is combined: history's open, the
        wider range, the quotes' close. Bars newer than history stay. Never replaces: bars history lacks are kept.

        Args:
            history: BAR array of this interval.
            as_of: when it was asked for (aware); with it, a newest bar that has long ended counts as closed too.
        """
        new = tidy(history, self._grid, extended=self.extended)
        if not len(new):
            return Change.NONE
        old = self._view
        newest = int(new["time"][-1])
        at = int(np.searchsorted(old["time"], newest))
        ticked = self._ticked_from is not None and newest >= self._ticked_from
        live = at < len(old) and int(old["time"][at]) == newest and ticked and not self._settled(newest, as_of)
        if live:
            new = new.copy()
            is_last = at == len(old) - 1
            new[-1] = self._combined(new[-1], old[at], is_last=is_last)
        kept = old[~np.isin(old["time"], new["time"], assume_unique=True)]
        merged = np.concatenate([kept, new])
        merged = merged[np.argsort(merged["time"], kind="stable")]
        still_last = live or (bool(len(old)) and int(old["time"][-1]) > newest)
        if self._ticked_from is not None:
            self._ticked_from = max(self._ticked_from, newest) if still_last else None
        return self._adopt(merged, same_last=still_last)

    def replace(self, bars: Bars) -> Change:
        """Forget all bars and take these: after a split, when all of history has moved."""
        self._ticked_from = None
        self._sure = None
        return self._adopt(tidy(bars, self._grid, extended=self.extended), same_last=False)

    def doubt_range(self) -> None:
        """Leave the last bar's high and low to the next history: a price that was withdrawn may have made them.

        Only ticks from now on widen what history says of this bar; later bars are trusted again.
        """
        self._sure = [-math.inf, math.inf] if self._n else None

    def differs(self, history: Bars, tolerance: float = 1e-4) -> bool:
        """Whether closed bars that both know disagree in price by more than `tolerance` (a ratio), as after a split.

        The newest bar of either side, and bars that quotes made since the last history, do not count.
        """
        new = tidy(history, self._grid, extended=self.extended)[:-1]
        old = self._view[:-1]
        if self._ticked_from is not None:
            old = old[old["time"] < self._ticked_from]
        _, i, j = np.intersect1d(old["time"], new["time"], assume_unique=True, return_indices=True)
        return any(
            bool(np.any(np.abs(old[name][i] - new[name][j]) > tolerance * np.abs(new[name][j])))
            for name in ("open", "high", "low", "close")
        )

    def _settled(self, start: int, as_of: datetime | None) -> bool:
        if as_of is None:
            return False
        return as_of.timestamp() >= self._grid.end_of(start) + SETTLED_AFTER.total_seconds()

    def _combined(self, past: np.void, live: np.void, *, is_last: bool) -> tuple[float, ...]:
        time, opened, high, low, _, volume = past.item()
        _, _, live_high, live_low, close, live_volume = live.item()
        if is_last and self._sure is not None:
            live_high, live_low = self._sure
        together = self._volume.reconcile(volume, live_volume) if is_last else max(volume, live_volume)
        return time, opened, max(high, live_high), min(low, live_low), close, together

    def _adopt(self, merged: Bars, *, same_last: bool) -> Change:
        old = self._view
        change = _what_changed(old, merged)
        if change is Change.NONE:
            return change
        until, phase = self._until, self._phase
        if int(merged["time"][-1]) != self._time:
            self._sure = None
        self._hold(merged)
        if same_last:
            self._until, self._phase = until, phase
        else:
            self._volume.forget_bar()
        return change

    def _hold(self, bars: Bars) -> None:
        buffer = np.empty(max(64, len(bars) + len(bars) // 4), BAR)
        buffer[: len(bars)] = bars
        self._n = len(bars)
        self._use(buffer)
        self._until, self._phase = 0, Phase.REGULAR  # the next quote looks up where it belongs
        last = bars[-1].item() if self._n else (0, 0.0, 0.0, 0.0, 0.0, 0.0)
        self._time, self._last = last[0], list(last[1:])
        self._show()

    def _use(self, buffer: Bars) -> None:
        self._buffer = buffer
        self._fields = [buffer[name] for name in ("open", "high", "low", "close", "volume")]

    def _show(self) -> None:
        self._view = self._buffer[: self._n]
        self._view.flags.writeable = False
        self.version += 1


def _what_changed(old: Bars, new: Bars) -> Change:
    n, m = len(old), len(new)
    if m == n + 1 and np.array_equal(old, new[:n]):
        return Change.APPENDED
    if m != n:
        return Change.REBUILT
    if np.array_equal(old, new):
        return Change.NONE
    only_last = old["time"][-1] == new["time"][-1] and np.array_equal(old[:-1], new[:-1])
    return Change.LAST if only_last else Change.REBUILT
