"""Keeps the figures of every position up to date: only what changed is valued, in small pieces, told at most 30/s."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer, Signal

from watcher.desk.exchange_rates import ExchangeRates
from watcher.desk.market import MarketDesk
from watcher.domain.clock import Clock
from watcher.domain.holding import is_resolved
from watcher.domain.positions import Position
from watcher.domain.tally import Tally, Totals
from watcher.domain.valuation import Market, Valuation, costs, value

FRAME_MS = 34  # between two pieces of work, and between two tellings
PIECE_S = 0.012  # of one piece; what is left waits for the next frame
CLOCK_EVERY = 16  # positions between two looks at the clock


class Valuing(QObject):
    """Values what is marked; whoever asks for one figure gets it at once."""

    valued = Signal(object)  # frozenset of instruments whose figures changed

    def __init__(
        self,
        clock: Clock,
        market: MarketDesk,
        rates: ExchangeRates,
        position: Callable[[str], Position | None],
        parent: QObject | None = None,
    ) -> None:
        """Value nothing yet; `position` gives what is held of an instrument, None for what is not there any more."""
        super().__init__(parent)
        self._clock = clock
        self._market = market
        self._rates = rates
        self._position = position
        self._tally = Tally(rates.portfolio)
        self._values: dict[str, Valuation] = {}
        self._versions: dict[str, int] = {}  # of the past rates that the costs were found out with
        self._due: dict[str, None] = {}
        self._told: set[str] = set()  # valued since it was last told
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self.step)

    @property
    def waiting(self) -> int:
        """How many positions are still to be valued."""
        return len(self._due)

    def mark(self, instruments: Iterable[str]) -> None:
        """Something about these changed; one that waits already keeps its turn."""
        self._due.update(dict.fromkeys(instruments))
        if self._due and not self._frame.isActive():
            self._frame.start()

    def begin_anew(self, rates: ExchangeRates, instruments: Iterable[str]) -> None:
        """Value everything anew, in another currency."""
        self._rates = rates
        self._tally = Tally(rates.portfolio)
        self._values.clear()
        self._versions.clear()
        self.mark(instruments)

    def value_of(self, instrument: str) -> Valuation | None:
        """The figures of one instrument as of now; None where nothing is known of it."""
        if instrument in self._due or instrument not in self._values:
            self._work(instrument)
        return self._values.get(instrument)

    def as_valued(self, instrument: str) -> Valuation | None:
        """The figures as they were valued last."""
        return self._values.get(instrument)

    def totals(self) -> Totals:
        """The sums of all that is valued; see `waiting`."""
        return self._tally.totals()

    def finish(self) -> None:
        """Value all that waits, however long it takes."""
        while self._due:
            self._work(next(iter(self._due)))

    def step(self) -> None:
        """Value a piece of what waits and tell of it."""
        end = self._clock.monotonic() + PIECE_S
        done = 0
        while self._due:
            self._work(next(iter(self._due)))
            done += 1
            if done % CLOCK_EVERY == 0 and self._clock.monotonic() >= end:
                break
        if self._due:
            self._frame.start()
        told, self._told = frozenset(self._told), set()
        if told:
            self.valued.emit(told)

    def close(self) -> None:
        """Fall silent."""
        self._frame.stop()
        self._due.clear()

    def _work(self, instrument: str) -> None:
        self._due.pop(instrument, None)
        position = self._position(instrument)
        if position is None:
            if self._values.pop(instrument, None) is not None:
                self._told.add(instrument)
            self._tally.drop(instrument)
            return
        before = self._values.get(instrument)
        market = self._market_of(instrument)
        if before is not None and self._costs_hold(before, position, market):
            if before.market == market:
                return
            valuation = value(before.costs, market)
        else:
            self._versions[instrument] = self._rates.version
            valuation = value(costs(position, market.currency, self._rates.past), market)
            if valuation == before:
                return
        self._values[instrument] = valuation
        self._tally.put(valuation)
        self._told.add(instrument)
        if not self._frame.isActive():
            self._frame.start()

    def _costs_hold(self, before: Valuation, position: Position, market: Market) -> bool:
        """Whether what was found out about the costs still holds: same lots, same currency, no other past rates."""
        same = before.position is position and (not market.currency or before.currency == market.currency)
        return same and self._versions.get(before.instrument) == self._rates.version

    def _market_of(self, instrument: str) -> Market:
        quote = self._market.quote(instrument) if is_resolved(instrument) else None
        if quote is None:
            known = self._market.instrument(instrument).currency if is_resolved(instrument) else ""
            return Market(known, rate=self._rates.now(known))
        zone = _zone(self._market.instrument(instrument).timezone)
        return Market(
            quote.currency,
            quote.price,
            quote.time,
            quote.previous_close,
            quote.time.astimezone(zone).date(),
            self._rates.now(quote.currency),
        )


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
