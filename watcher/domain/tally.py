"""The totals of a portfolio: sums over positions, with what was left out of them and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext
from heapq import heapify, heappop, heappush

from watcher.domain.exact import EXACT
from watcher.domain.valuation import NOTHING, Gain, Lack, Valuation

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A position that a sum lacks, and what is not known of it."""

    instrument: str
    lacks: frozenset[Lack]


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums in `currency`; each is of the positions for which the figure is known.

    `cost` and `gain` are of the same positions, those whose gain is known. `session_days` are the first and last
    local day of the sessions that `session` adds up, None where it is empty. `oldest_price` and `oldest_rate` (aware
    UTC) tell how old the oldest part of `value` is. `no_value`, `no_gain` and `no_realised` name what was left out.
    """

    currency: str
    positions: int = 0
    value: Decimal = ZERO
    cost: Decimal = ZERO
    gain: Gain = NOTHING
    session: Decimal = ZERO
    session_base: Decimal = ZERO
    realised: Gain = NOTHING
    session_days: tuple[date, date] | None = None
    oldest_price: datetime | None = None
    oldest_rate: datetime | None = None
    no_value: tuple[LeftOut, ...] = ()
    no_gain: tuple[LeftOut, ...] = ()
    no_realised: tuple[LeftOut, ...] = ()

    @property
    def gain_ratio(self) -> Decimal | None:
        """What was earned over what was paid, fees within both."""
        paid = self.cost + self.gain.fees
        return self.gain.total / paid if paid > 0 else None

    @property
    def session_ratio(self) -> Decimal | None:
        """What the sessions earned over what was there before them."""
        return self.session / self.session_base if self.session_base > 0 else None


class Tally:
    """Sums that follow single positions as they change; being exact, they never drift."""

    def __init__(self, currency: str) -> None:
        """Empty, in the portfolio's currency."""
        self.currency = currency
        self._kept: dict[str, Valuation] = {}
        self._held = 0
        self._value = self._cost = self._session = self._base = ZERO
        self._gain = self._realised = NOTHING
        self._days: Counter[date] = Counter()
        self._no_value: dict[str, LeftOut] = {}
        self._no_gain: dict[str, LeftOut] = {}
        self._no_realised: dict[str, LeftOut] = {}
        self._price_times = _Oldest()
        self._rate_times = _Oldest()

    def put(self, valuation: Valuation) -> None:
        """Count a position in the place of what was counted of it."""
        self.drop(valuation.instrument)
        self._kept[valuation.instrument] = valuation
        self._count(valuation, 1)
        self._note(valuation)

    def drop(self, instrument: str) -> None:
        """Count a position no more; an unknown one is nothing."""
        before = self._kept.pop(instrument, None)
        if before is None:
            return
        self._count(before, -1)
        for left_out in (self._no_value, self._no_gain, self._no_realised):
            left_out.pop(instrument, None)
        self._price_times.put(instrument, None)
        self._rate_times.put(instrument, None)

    def totals(self) -> Totals:
        """The sums now."""
        return Totals(
            self.currency,
            self._held,
            self._value,
            self._cost,
            self._gain,
            self._session,
            self._base,
            self._realised,
            (min(self._days), max(self._days)) if self._days else None,
            self._price_times.oldest(),
            self._rate_times.oldest(),
            tuple(self._no_value.values()),
            tuple(self._no_gain.values()),
            tuple(self._no_realised.values()),
        )

    def _note(self, valuation: Valuation) -> None:
        instrument, held = valuation.instrument, bool(valuation.position.lots)
        if held and valuation.value is None:
            self._no_value[instrument] = LeftOut(instrument, valuation.lacks)
        elif held:
            self._price_times.put(instrument, valuation.market.time)
            self._rate_times.put(instrument, valuation.market.rate.time if valuation.market.rate else None)
        if held and valuation.gain is None:
            self._no_gain[instrument] = LeftOut(instrument, valuation.lacks)
        if valuation.realised_lacks:
            self._no_realised[instrument] = LeftOut(instrument, valuation.realised_lacks)

    def _count(self, valuation: Valuation, sign: int) -> None:
        with localcontext(EXACT):
            self._held += sign * bool(valuation.position.lots)
            if valuation.value is not None:
                self._value += sign * valuation.value
            if valuation.gain is not None and valuation.cost is not None:
                self._cost += sign * valuation.cost
                self._gain = self._gain + valuation.gain if sign > 0 else self._gain - valuation.gain
            if valuation.realised is not NOTHING:
                self._realised = (
                    self._realised + valuation.realised if sign > 0 else self._realised - valuation.realised
                )
            if valuation.session is None or valuation.value is None or not valuation.position.lots:
                return
            self._session += sign * valuation.session
            self._base += sign * (valuation.value - valuation.session)
            if valuation.session_day is not None:
                self._days[valuation.session_day] += sign
                if not self._days[valuation.session_day]:
                    del self._days[valuation.session_day]


class _Oldest:
    """The oldest of times that change one by one; what changed since is passed over when it comes up."""

    def __init__(self) -> None:
        self._times: dict[str, datetime] = {}
        self._heap: list[tuple[datetime, str]] = []

    def put(self, key: str, time: datetime | None) -> None:
        """Set the time of a key; None for none."""
        if time is None:
            self._times.pop(key, None)
            return
        self._times[key] = time
        heappush(self._heap, (time, key))
        if len(self._heap) > 4 * len(self._times) + 64:
            self._heap = [(when, name) for name, when in self._times.items()]
            heapify(self._heap)

    def oldest(self) -> datetime | None:
        """The oldest time; None where there is none."""
        while self._heap and self._times.get(self._heap[0][1]) != self._heap[0][0]:
            heappop(self._heap)
        return self._heap[0][0] if self._heap else None
