"""The market desk on real sources: what a person would be shown when Yahoo goes wrong, and that it heals by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from tests.contract.conftest import Loopback
from tests.fakes import ImmediateBackground
from watcher import resources
from watcher.desk.background import Background
from watcher.desk.instrument_book import Bundled
from watcher.desk.market import MarketDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.bars import Interval
from watcher.domain.errors import FeedCode
from watcher.domain.link import LinkKind
from watcher.domain.price_state import PriceKind
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.source import QuoteReply, QuoteSource
from watcher.storage.market_store import MarketStore

pytestmark = pytest.mark.contract
Begin = Callable[..., Loopback]
POLL_S = 17
WATCHED = ("BABA", "AHLA.DE")


class Bent:
    """Quotes of which those of BABA are multiplied: a jump on this route alone."""

    def __init__(self, source: QuoteSource) -> None:
        self.source = source
        self.factor = Decimal(1)

    def quotes(self, symbols: Sequence[str]) -> QuoteReply:
        reply = self.source.quotes(symbols)
        bent = [replace(q, price=q.price * (self.factor if q.symbol == "BABA" else 1)) for q in reply.quotes]
        return replace(reply, quotes=tuple(bent))


class Trial:
    """A desk that asks a loopback Yahoo; by `wait` time goes on for both, a beat at a time."""

    def __init__(self, loop: Loopback, background: Background) -> None:
        self.loop = loop
        self.route = Bent(loop.sources.quotes)
        self.background = background
        self.budget = RequestBudget(loop.clock)
        self.scheduler = Scheduler(loop.clock)
        self.store = MarketStore(None)
        self.desk = MarketDesk(
            loop.clock,
            self.scheduler,
            background,
            replace(loop.sources, quotes=self.route),
            self.store,
            Bundled(resources.load_instruments(), resources.guess_instrument, resources.shipped_hours),
            budget=self.budget,
            rest_ms=0,
            rng=Random(1),  # noqa: S311 - jitter
        )
        self.shown: set[Decimal] = set()
        self.desk.quote_accepted.connect(lambda quote, _: self.shown.add(quote.price))
        self.desk.watch(WATCHED)
        self.desk.select("BABA")

    def start(self) -> Trial:
        self.desk.start()
        return self

    def beat(self) -> None:
        self.scheduler.beat.emit(self.loop.clock.now())

    def wait(self, seconds: float, beats: int = 1) -> None:
        for _ in range(beats):
            self.loop.waiting.skip(seconds / beats)
            self.loop.server._begun -= seconds / beats
            self.beat()

    @property
    def price(self) -> Decimal:
        quote = self.desk.quote("BABA")
        assert quote is not None
        return quote.price

    def kind(self) -> PriceKind:
        return self.desk.state("BABA").kind

    def way(self) -> LinkKind:
        return self.desk.link.kind

    def close_of(self, back: int, symbol: str = "BABA") -> float:
        series = self.desk.series(symbol, Interval.D1)
        assert series is not None
        return float(series.bars["close"][-back])

    def asked(self, part: str) -> int:
        return sum(part in entry[3] for entry in self.loop.server.log)

    def busiest(self, part: str) -> int:
        """The most requests with `part` in their address in any ten minutes."""
        times: list[float] = sorted(entry[0] for entry in self.loop.server.log if entry[1] != "WS" and part in entry[3])
        return max(sum(t <= other < t + 600 for other in times) for t in times)


@pytest.fixture
def trial(yahoo: Begin, qtbot: QtBot) -> Iterator[Callable[..., Trial]]:
    """A desk whose calls are answered at once, without a stream; or, with `threads`, one as in the program."""
    made: list[Trial] = []

    def begin(*, threads: bool = False, begun: bool = True, **options: object) -> Trial:
        background = Background() if threads else ImmediateBackground()
        at = len(made)
        loop = yahoo(allow=lambda: made[at].budget.take(1, Priority.USER), **options)
        made.append(Trial(loop, background))
        return made[at].start() if begun else made[at]

    yield begin
    for one in made:
        one.desk.close()
        one.background.close()
        one.store.close()


def test_a_jump_is_held_back_and_dropped_when_the_chart_says_otherwise(trial: Callable[..., Trial]) -> None:
    one = trial()
    good = one.price
    one.background.hold()  # type: ignore[attr-defined]
    one.route.factor = Decimal("1.6")
    one.wait(POLL_S)
    one.background.release(1)  # type: ignore[attr-defined]
    held = one.desk.held_back("BABA")
    assert held is not None
    assert (one.kind(), one.price) == (PriceKind.UNCONFIRMED, good)
    one.background.release()  # type: ignore[attr-defined]
    assert one.desk.held_back("BABA") is None
    for _ in range(6):
        one.wait(POLL_S)
        assert one.desk.held_back("BABA") is None
        assert one.kind() is PriceKind.LIVE
    assert max(one.shown) < good * Decimal("1.1")
    one.route.factor = Decimal(1)
    one.wait(2 * POLL_S, beats=2)
    assert one.kind() is PriceKind.LIVE


def test_a_jump_that_the_chart_shows_too_is_believed_and_so_is_the_way_back(trial: Callable[..., Trial]) -> None:
    one = trial()
    good = one.price
    one.loop.server.fault("jump", match="BABA")
    one.wait(2 * POLL_S, beats=2)
    assert one.price > good * Decimal("1.5")
    assert (one.desk.held_back("BABA"), one.kind()) == (None, PriceKind.LIVE)
    one.loop.server.clear()
    one.wait(4 * POLL_S, beats=4)
    assert abs(one.price / good - 1) < Decimal("0.05")
    assert (one.desk.held_back("BABA"), one.kind()) == (None, PriceKind.LIVE)


def test_a_first_price_that_jumps_is_not_shown_as_a_price(trial: Callable[..., Trial]) -> None:
    one = trial(begun=False)
    one.route.factor = Decimal("1.6")
    one.background.hold()  # type: ignore[attr-defined]
    one.start()
    while one.desk.held_back("BABA") is None:
        one.background.release(1)  # type: ignore[attr-defined]
    assert (one.desk.quote("BABA"), one.kind()) == (None, PriceKind.UNCONFIRMED)
    one.background.release()  # type: ignore[attr-defined]
    one.wait(60, beats=4)
    assert (one.desk.held_back("BABA"), one.kind()) == (None, PriceKind.LIVE)
    assert max(one.shown) < Decimal(200)


@pytest.mark.parametrize("kind", ["wrong_currency", "no_currency", "nulls", "zero_price", "future_ts", "nan_literal"])
def test_what_is_no_price_of_the_instrument_is_never_shown_and_the_price_turns_stale(
    trial: Callable[..., Trial], kind: str
) -> None:
    one = trial()
    one.wait(1)
    before = set(one.shown)
    one.loop.server.fault(kind)
    one.wait(5 * POLL_S, beats=20)
    assert one.shown == before
    assert one.kind() is PriceKind.STALE
    one.loop.server.clear()
    one.wait(600, beats=60)
    assert one.kind() is PriceKind.LIVE
    quote = one.desk.quote("BABA")
    assert quote is not None
    assert quote.currency == "USD"


@pytest.mark.parametrize(
    ("fault", "cause"),
    [
        ("429", FeedCode.LIMITED),
        ("403", FeedCode.BLOCKED),
        ("500", FeedCode.SERVER),
        ("html", FeedCode.MALFORMED),
        ("empty", FeedCode.EMPTY),
    ],
)
def test_a_source_that_refuses_or_fails_is_left_alone_named_and_comes_back(
    trial: Callable[..., Trial], fault: str, cause: FeedCode
) -> None:
    one = trial()
    one.loop.server.fault(fault)
    one.wait(120, beats=40)
    way = one.desk.link
    assert (way.kind, way.cause) == (LinkKind.LIMITED, cause)
    assert way.until is not None
    assert one.kind() is PriceKind.STALE
    refused = one.loop.requests
    one.wait(20, beats=20)
    assert one.loop.requests - refused <= 2
    one.loop.server.clear()
    one.wait(900, beats=90)
    assert (one.way(), one.kind()) == (LinkKind.POLLING, PriceKind.LIVE)
    assert one.budget.capacity < 60 if fault == "429" else one.budget.capacity == 60


def test_a_connection_lost_for_an_hour_is_tried_each_minute_and_heals(trial: Callable[..., Trial]) -> None:
    one = trial()
    one.loop.server.fault("reset")
    one.wait(120, beats=24)
    lost = one.loop.requests
    one.wait(3600, beats=720)
    assert one.way() is LinkKind.OFFLINE
    assert 50 <= one.loop.requests - lost <= 70
    one.loop.server.clear()
    one.wait(120, beats=12)
    assert one.way() is LinkKind.POLLING
    assert one.kind() is PriceKind.LIVE


def test_a_split_moves_the_price_at_once_and_the_whole_history_with_it(trial: Callable[..., Trial]) -> None:
    one = trial()
    good = one.price
    one.desk.request_series("BABA", Interval.D1)
    one.desk.request_series("BABA", Interval.H1)
    yesterday = one.close_of(2)
    one.loop.server.fault("split", arg="BABA:4:2026-02-02")
    one.wait(60, beats=12)
    assert abs(one.price * 4 / good - 1) < Decimal("0.05")
    assert one.kind() is PriceKind.LIVE
    assert one.close_of(2) == pytest.approx(yesterday / 4, rel=1e-3)
    hours = one.desk.series("BABA", Interval.H1)
    assert hours is not None
    closes = hours.bars["close"]
    assert max(closes[1:] / closes[:-1]) < 1.3
    assert min(closes[1:] / closes[:-1]) > 0.7


def test_a_history_that_was_revised_is_fetched_whole(trial: Callable[..., Trial]) -> None:
    one = trial()
    one.desk.select("9988.HK")
    one.desk.request_series("9988.HK", Interval.D1)
    before = [one.close_of(i, "9988.HK") for i in range(2, 150)]
    asked = one.asked("/chart/9988")
    one.loop.server.fault("revise", arg="3")
    one.desk.refresh()
    one.wait(10, beats=10)
    after = [one.close_of(i, "9988.HK") for i in range(2, 150)]
    differing = sum(abs(a / b - 1) > 0.02 for a, b in zip(after, before, strict=True))
    assert differing >= 4
    assert one.asked("/chart/9988") - asked == 2  # the end, which did not fit, and the whole


def test_a_lost_stream_gives_way_to_polling_and_comes_back(trial: Callable[..., Trial], qtbot: QtBot) -> None:
    one = trial(threads=True, tick=0.05)

    def is_now(kind: LinkKind) -> bool:
        one.beat()
        return one.way() is kind

    qtbot.waitUntil(lambda: is_now(LinkKind.STREAMING), timeout=15_000)
    qtbot.waitUntil(lambda: one.kind() is PriceKind.LIVE, timeout=15_000)
    one.loop.server.fault("ws_refuse", match="stream")
    one.loop.server.fault("ws_drop", match="stream")
    qtbot.waitUntil(lambda: is_now(LinkKind.POLLING), timeout=15_000)
    polls = one.asked("v7/finance/quote")
    one.wait(POLL_S)
    qtbot.waitUntil(lambda: one.asked("v7/finance/quote") > polls)
    assert one.desk.link.interval_s == POLL_S
    assert one.kind() is PriceKind.LIVE
    one.loop.server.clear()
    qtbot.waitUntil(lambda: is_now(LinkKind.STREAMING), timeout=20_000)


def test_a_silent_stream_is_no_evidence_of_anything(trial: Callable[..., Trial], qtbot: QtBot) -> None:
    one = trial(threads=True, tick=0.05)

    def is_now(kind: LinkKind) -> bool:
        one.beat()
        return one.way() is kind

    qtbot.waitUntil(lambda: is_now(LinkKind.STREAMING), timeout=15_000)
    one.loop.server.fault("ws_silent", match="stream")
    one.loop.server.fault("500", match="quote")
    qtbot.wait(200)
    one.wait(50)
    qtbot.waitUntil(lambda: is_now(LinkKind.LIMITED), timeout=15_000)
    one.wait(100)
    assert one.kind() is PriceKind.STALE


def test_sixty_symbols_without_a_stream_are_asked_within_the_budget_and_the_interval_is_told(
    trial: Callable[..., Trial],
) -> None:
    many = [f"S{i:02}X" for i in range(58)]
    one = trial(begun=False, any_symbol=True)
    one.desk.watch((*WATCHED, *many))
    begun = one.loop.clock.monotonic()
    one.start()
    for _ in range(90):
        one.wait(10, beats=5)
        if one.loop.clock.monotonic() - begun > 30:
            assert one.kind() is PriceKind.LIVE
    assert one.busiest("") <= 60
    assert one.busiest("v7/finance/quote") <= 36
    assert one.desk.link.interval_s == 34  # two batches share what polling may ask
    assert all(one.desk.state(symbol).kind is PriceKind.LIVE for symbol in many)


def test_ten_minutes_from_the_first_start_stay_within_the_budget(trial: Callable[..., Trial]) -> None:
    one = trial()
    one.desk.request_series("BABA", Interval.M1)
    one.desk.request_series("BABA", Interval.D1)
    one.wait(1200, beats=300)
    assert 30 <= one.busiest("v7/finance/quote") <= 36
    assert one.busiest("") <= 60
    assert one.kind() is PriceKind.LIVE
