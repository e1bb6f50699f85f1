"""What other currencies are worth in the portfolio's, now and on past days, by the pairs that the market desk keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Protocol

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.holding import Entry
from watcher.domain.quote import Quote
from watcher.domain.rates import SAME, Close, PastRate, Rate, pair_of, past_rate
from watcher.series.bars import BarSeries

USD = "USD"
CROSS_AFTER_S = 60.0  # a pair of which nothing came for so long is made up of its two dollar pairs
REACH = timedelta(days=7)  # how far before a day its rate may be from: weekends and holidays
DIGITS = 7  # of a close, kept as a float: what the source itself gives


class Prices(Protocol):
    """What is asked of the market desk."""

    def quote(self, symbol: str) -> Quote | None:
        """The last accepted quote."""
        ...

    def series(self, symbol: str, interval: Interval) -> BarSeries | None:
        """The bars in memory."""
        ...


class ExchangeRates:
    """Rates of the currencies that are needed; knows which pairs have to be watched for them."""

    def __init__(self, clock: Clock, prices: Prices, portfolio: str) -> None:
        """`portfolio` is the currency that everything is told in."""
        self._clock = clock
        self._prices = prices
        self.portfolio = portfolio
        self._since: dict[str, float] = {}  # currency -> waiting time from which on it was needed
        self._crossed: set[str] = set()  # currencies whose own pair tells nothing
        self.version = 0
        """Rises when past rates may be others: closes came, or a rate of now that tells a stated one's direction."""
        self._known: set[str] = set()  # currencies whose rate of now was known at the last look
        self._closes: dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]] = {}

    def need(self, currencies: Iterable[str]) -> None:
        """Know the rates of exactly these from now on."""
        wanted = {currency for currency in currencies if currency and currency != self.portfolio}
        now = self._clock.monotonic()
        self._since = {currency: self._since.get(currency, now) for currency in sorted(wanted)}
        self._crossed &= wanted
        self.notice(wanted)

    @property
    def symbols(self) -> tuple[str, ...]:
        """The pairs to watch."""
        return tuple(dict.fromkeys(symbol for currency in self._since for symbol in self.symbols_of(currency)))

    def symbols_of(self, currency: str) -> tuple[str, ...]:
        """The pairs that a currency's rate is made of."""
        own = pair_of(currency, self.portfolio).symbol
        return (own, *(pair_of(a, b).symbol for a, b in self._legs(currency))) if currency in self._crossed else (own,)

    def currencies_of(self, symbols: frozenset[str]) -> frozenset[str]:
        """The currencies whose rate hangs on any of these pairs."""
        return frozenset(c for c in self._since if not symbols.isdisjoint(self.symbols_of(c)))

    def look(self) -> bool:
        """Turn to the dollar for what its own pair does not tell; says whether other pairs are to be watched now."""
        before = len(self._crossed)
        waited = self._clock.monotonic() - CROSS_AFTER_S
        for currency, since in self._since.items():
            own = pair_of(currency, self.portfolio).symbol
            if since <= waited and USD not in {currency, self.portfolio} and self._prices.quote(own) is None:
                self._crossed.add(currency)
        return len(self._crossed) != before

    def postpone(self) -> None:
        """Wait anew before turning to the dollar: nobody could have told anything."""
        self._since = dict.fromkeys(self._since, self._clock.monotonic())

    def now(self, currency: str) -> Rate | None:
        """The rate now, as old as its oldest part; None where it is not known."""
        if currency == self.portfolio:
            return SAME
        if not currency:
            return None
        return self._leg_now(currency, self.portfolio) or self._cross_now(currency)

    def close(self, currency: str, day: date) -> Close | None:
        """The rate at the close of a local day, or of the last one of the week before it; None where not known."""
        own = self._leg_close(currency, self.portfolio, day)
        if own is not None or currency not in self._crossed:
            return own
        legs = [self._leg_close(a, b, day) for a, b in self._legs(currency)]
        values = [leg.value for leg in legs if leg is not None]
        days = [leg.day for leg in legs if leg is not None]
        return Close(values[0] * values[1], min(days)) if len(values) == len(legs) else None

    def past(self, entry: Entry, currency: str) -> PastRate:
        """The rate of a currency for an entry on its day, from the entry itself or from the close."""
        made = entry.transaction
        if currency == self.portfolio or not currency:
            return past_rate(made, currency, self.portfolio, None, None)
        close = None if made.day is None else self.close(currency, made.day)
        return past_rate(made, currency, self.portfolio, close, self.now(currency))

    def forget_closes(self, symbol: str) -> None:
        """Read the closes of a pair anew when they are asked for next."""
        self._closes.pop(symbol, None)
        self.version += 1

    def notice(self, currencies: Iterable[str]) -> bool:
        """Look whether rates came that were not known before; `version` rises then."""
        fresh = {c for c in currencies if c not in self._known and self.now(c) is not None}
        self._known |= fresh
        self.version += bool(fresh)
        return bool(fresh)

    def _legs(self, currency: str) -> tuple[tuple[str, str], tuple[str, str]]:
        return (currency, USD), (USD, self.portfolio)

    def _leg_now(self, currency: str, other: str) -> Rate | None:
        pair = pair_of(currency, other)
        quote = self._prices.quote(pair.symbol)
        return None if quote is None or quote.price <= 0 else Rate(pair.rate(quote.price), quote.time)

    def _cross_now(self, currency: str) -> Rate | None:
        if USD in {currency, self.portfolio}:
            return None
        first, second = (self._leg_now(a, b) for a, b in self._legs(currency))
        if first is None or second is None:
            return None
        times = [leg.time for leg in (first, second) if leg.time is not None]
        return Rate(first.value * second.value, min(times, default=None))

    def _leg_close(self, currency: str, other: str, day: date) -> Close | None:
        pair = pair_of(currency, other)
        times, closes = self._bars(pair.symbol)
        at = int(np.searchsorted(times, _midnight(day), side="right")) - 1
        if at < 0:
            return None
        found = datetime.fromtimestamp(int(times[at]), UTC).date()
        price = Decimal(f"{closes[at]:.{DIGITS}g}")
        return None if day - found > REACH or price <= 0 else Close(pair.rate(price), found)

    def _bars(self, symbol: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
        found = self._closes.get(symbol)
        if found is None:
            series = self._prices.series(symbol, Interval.D1)
            bars = None if series is None else series.bars
            if bars is None or not len(bars):
                return np.zeros(0, np.int64), np.zeros(0, np.float64)
            known = bars[np.isfinite(bars["close"])]
            found = self._closes[symbol] = (known["time"].copy(), known["close"].copy())
        return found


def _midnight(day: date) -> int:
    """The time under which a daily bar is kept: midnight UTC of its local day."""
    return int(datetime.combine(day, time(0), UTC).timestamp())
