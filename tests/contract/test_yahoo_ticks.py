"""The price stream: what is delivered, what is dropped, how it comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Self

import pytest

from tests.contract.conftest import BERLIN, Loopback
from watcher.domain.quote import Phase, Quote, Route

pytestmark = pytest.mark.contract
Begin = Callable[..., Loopback]
PATIENCE = 15.0


class Listening:
    """A stream on a thread of its own, and what it delivered."""

    def __init__(self, loop: Loopback, symbols: set[str]) -> None:
        self.symbols = symbols
        self.quotes: list[Quote] = []
        self.status: list[bool] = []
        self.stop = Event()
        self._loop = loop
        self._changed = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        stream = self._loop.sources.stream
        assert stream is not None
        stream.listen(lambda: frozenset(self.symbols), self._quote, self._link, self.stop)

    def _quote(self, quote: Quote) -> None:
        self.quotes.append(quote)
        self._changed.set()

    def _link(self, up: bool) -> None:
        self.status.append(up)
        self._changed.set()

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until it holds."""
        end = self._loop.clock.monotonic() + PATIENCE
        while not holds():
            assert self._loop.clock.monotonic() < end, (self.status, self.quotes[-3:])
            self._changed.wait(0.05)
            self._changed.clear()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


def test_ticks_arrive_in_order_with_the_price_that_was_meant(yahoo: Begin) -> None:
    loop = yahoo(tick=0.05)
    loop.sources.quotes.quotes(["AHLA.DE", "BABA"])
    with Listening(loop, {"AHLA.DE", "BABA"}) as heard:
        heard.until(lambda: len(heard.quotes) >= 12)
    for symbol in ("AHLA.DE", "BABA"):
        ticks = [q for q in heard.quotes if q.symbol == symbol]
        assert [q.time for q in ticks] == sorted(q.time for q in ticks)
        assert {q.source for q in ticks} == {Route.STREAM}
        assert all(-int(q.price.as_tuple().exponent) <= 4 for q in ticks)
    quote = next(q for q in heard.quotes if q.symbol == "AHLA.DE")
    assert (quote.currency, quote.previous_close, quote.phase) == ("EUR", None, Phase.REGULAR)
    assert quote.delay == timedelta(minutes=15)
    assert heard.status == [True, False]


def test_pence_are_held_back_until_the_unit_is_known(yahoo: Begin) -> None:
    loop = yahoo(tick=0.05)
    with Listening(loop, {"VOD.L", "BABA"}) as heard:
        heard.until(lambda: len(heard.quotes) >= 4)
        assert not [q for q in heard.quotes if q.symbol == "VOD.L"]
        loop.sources.quotes.quotes(["VOD.L"])
        heard.until(lambda: any(q.symbol == "VOD.L" for q in heard.quotes))
    assert next(q for q in heard.quotes if q.symbol == "VOD.L").price < 3


def test_a_symbol_added_later_is_subscribed_to(yahoo: Begin) -> None:
    loop = yahoo(tick=0.05)
    with Listening(loop, {"BABA"}) as heard:
        heard.until(lambda: len(heard.quotes) >= 1)
        heard.symbols = {"BABA", "KWEB"}
        heard.until(lambda: any(q.symbol == "KWEB" for q in heard.quotes))
        heard.symbols = {"KWEB"}
        heard.until(lambda: len(heard.quotes) >= 8)


@pytest.mark.parametrize("kind", ["ws_drop", "ws_abort", "ws_refuse"])
def test_a_lost_stream_comes_back_by_itself(yahoo: Begin, kind: str) -> None:
    loop = yahoo(tick=0.05)
    loop.server.fault(kind, match="stream", times=1)
    with Listening(loop, {"BABA"}) as heard:
        heard.until(lambda: len(heard.quotes) >= 2)
        if kind != "ws_refuse":
            assert heard.status[:3] == [True, False, True]


@pytest.mark.parametrize("kind", ["ws_garbage", "ws_badjson", "ws_badproto", "ws_zero", "ws_stale"])
def test_what_is_no_price_is_dropped_and_the_next_price_arrives(yahoo: Begin, kind: str) -> None:
    loop = yahoo(tick=0.05)
    loop.server.fault(kind, match="stream", times=10)
    with Listening(loop, {"BABA"}) as heard:
        heard.until(lambda: len(heard.quotes) >= 3)
        assert heard.status == [True]
    now = loop.clock.now()
    assert all(q.price > 100 and now - q.time < timedelta(hours=1) for q in heard.quotes)


@pytest.mark.parametrize("kind", ["ws_reorder", "ws_dup"])
def test_no_tick_is_older_than_the_one_before_nor_the_same(yahoo: Begin, kind: str) -> None:
    loop = yahoo(tick=0.05)
    loop.server.fault(kind, match="stream")
    with Listening(loop, {"BABA"}) as heard:
        heard.until(lambda: len(heard.quotes) >= 8)
    seen = [(q.time, q.price) for q in heard.quotes]
    assert len(set(seen)) == len(seen)
    assert [t for t, _ in seen] == sorted(t for t, _ in seen)


def test_a_closed_market_is_silent_and_stop_is_heard(yahoo: Begin) -> None:
    loop = yahoo(now=datetime(2026, 2, 1, 13, 21, tzinfo=BERLIN), tick=0.05)
    with Listening(loop, {"AHLA.DE"}) as heard:
        heard.until(lambda: heard.status == [True])
    assert heard.quotes == []
