"""A market desk on fakes: nothing waits, nothing is asked unless the test says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random

from tests.builders import MONDAY, an_instrument, some_hours, unknown_hours
from tests.fakes import FakeClock, FakeSources, ImmediateBackground
from watcher.desk.instrument_book import Bundled
from watcher.desk.market import MarketDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.bars import Interval
from watcher.domain.instrument import Instrument
from watcher.domain.link import LinkState
from watcher.domain.quote import Quote
from watcher.domain.trading_hours import TradingHours
from watcher.series.bars import Change
from watcher.storage.market_store import MarketStore


def bundled(*instruments: Instrument, hours: TradingHours | None = None) -> Bundled:
    """AHLA.DE and SAP.DE in EUR unless told; every XETR symbol has `hours`."""
    known = instruments or (an_instrument(), an_instrument("SAP.DE", name="SAP"))
    xetra = hours or some_hours()
    return Bundled(
        instruments={i.symbol: i for i in known},
        guess=lambda symbol: an_instrument(symbol, name=symbol, venue="", currency="EUR"),
        hours=lambda venue: xetra if venue == "XETR" else unknown_hours(venue),
    )


class Stage:
    """The desk with all around it, and what it told."""

    def __init__(
        self,
        at: datetime = MONDAY,
        *,
        watch: Sequence[str] = ("AHLA.DE",),
        store: MarketStore | None = None,
        known: Bundled | None = None,
        stream: bool = True,
        simulated: bool = False,
    ) -> None:
        self.clock = FakeClock(at)
        self.scheduler = Scheduler(self.clock)
        self.scheduler._alarm.timeout.disconnect()  # beats by `wait` alone: a stage left behind beats in no later test
        self.background = ImmediateBackground()
        self.sources = FakeSources(stream=stream)
        self.store = store or MarketStore(None)
        self.desk = MarketDesk(
            self.clock,
            self.scheduler,
            self.background,
            self.sources.bundle,
            self.store,
            known or bundled(),
            rest_ms=0,
            simulated=simulated,
            rng=Random(1),  # noqa: S311 - jitter
        )
        self.accepted: list[Quote] = []
        self.changed: list[frozenset[str]] = []
        self.series: list[tuple[str, Interval, Change]] = []
        self.failures: list[tuple[str, Interval, str]] = []
        self.desk.quote_accepted.connect(lambda quote, _: self.accepted.append(quote))
        self.desk.prices_changed.connect(self.changed.append)
        self.desk.series_changed.connect(lambda *told: self.series.append(told))
        self.desk.series_failed.connect(lambda s, i, error: self.failures.append((s, i, str(error.code))))
        self.desk.watch(watch)
        self.desk.select(watch[0] if watch else "")

    def start(self) -> Stage:
        """Begin, as after the first frame."""
        self.scheduler.start()
        self.desk.start()
        return self

    def wait(self, seconds: int) -> None:
        """Let seconds pass, a beat each."""
        for _ in range(seconds):
            self.clock.advance(1)
            self.scheduler.run_due()

    def way(self) -> LinkState:
        """The way to the source."""
        return self.desk.link

    @property
    def polls(self) -> int:
        """How often quotes were asked for."""
        return len(self.sources.quotes.calls)
