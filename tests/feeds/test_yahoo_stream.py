"""The price stream over a socket that plays a script."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from threading import Event as Flag
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes_feeds import MONDAY, FakeSocket, HandClock, dice, frame, instrument
from watcher.domain.instrument import Kind
from watcher.domain.quote import Phase, Quote
from watcher.feeds.yahoo.frames import exact
from watcher.feeds.yahoo.instruments import KnownInstruments
from watcher.feeds.yahoo.stream import YahooStream

KNOWN = (
    instrument("ACME.DE", delay=timedelta(minutes=15)),
    instrument("VOD.L", "GBP", per_unit=100, venue="XLON"),
    instrument("EURUSD=X", "USD", kind=Kind.CURRENCY, decimals=4, venue="FX"),
)
SYMBOLS = frozenset({"ACME.DE", "VOD.L", "EURUSD=X", "NEW", "NEW.L"})


class Scene:
    """Sockets played one after another, and what came of it."""

    def __init__(self, *scripts: tuple[object, ...], symbols: Callable[[], frozenset[str]] = lambda: SYMBOLS) -> None:
        self.clock = HandClock()
        self.stop = Flag()
        self.quotes: list[Quote] = []
        self.status: list[bool] = []
        self.sockets: list[FakeSocket] = []
        self._scripts = list(scripts)
        self._symbols = symbols

    def play(self) -> Scene:
        stream = YahooStream(KnownInstruments(KNOWN), self.clock, dice(), self._connect, first_wait_s=0.001)
        stream.listen(self._symbols, self.quotes.append, self.status.append, self.stop)
        return self

    def _connect(self) -> FakeSocket:
        script = self._scripts.pop(0) if self._scripts else ()
        if script and isinstance(script[0], OSError):
            raise script[0]
        self.sockets.append(FakeSocket(self.clock, self.stop, *script))
        return self.sockets[-1]


def tick(price: float = 144.8, seconds: float = 0, symbol: str = "ACME.DE", phase: int = 1, **fields: Any) -> str:
    return frame(symbol, price, MONDAY + timedelta(seconds=seconds), phase, **fields)


def test_a_tick_is_a_quote_with_what_is_known_of_its_instrument() -> None:
    quote = Scene((tick(102.3, day_volume=500),)).play().quotes[0]
    assert (quote.price, quote.currency, quote.day_volume) == (Decimal("102.3"), "EUR", 500)
    assert (quote.delay, quote.previous_close, quote.phase) == (timedelta(minutes=15), None, Phase.REGULAR)
    assert quote.time == MONDAY


def test_pence_become_pounds_and_an_unknown_listing_in_london_is_left_out() -> None:
    quotes = Scene((tick(94.78, symbol="VOD.L"), tick(94.78, symbol="NEW.L"))).play().quotes
    assert [(q.symbol, q.price, q.currency) for q in quotes] == [("VOD.L", Decimal("0.9478"), "GBP")]


def test_a_symbol_not_known_yet_comes_without_a_currency() -> None:
    assert Scene((tick(symbol="NEW"),)).play().quotes[0].currency == ""


def test_a_currency_that_contradicts_drops_the_tick() -> None:
    assert Scene((tick(currency="USD"),)).play().quotes == []


def test_phases_are_told_and_overnight_trading_elsewhere_is_none_of_ours() -> None:
    quotes = Scene((tick(1, 1, phase=0), tick(2, 2, phase=2), tick(3, 3, phase=4))).play().quotes
    assert [q.phase for q in quotes] == [Phase.PRE, Phase.POST]
    fx = Scene((tick(1.18, symbol="EURUSD=X", phase=0),)).play().quotes
    assert [q.phase for q in fx] == [Phase.REGULAR]


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "not json",
        "null",
        '["a list"]',
        '{"type": "pricing"}',
        '{"type": "pricing", "message": 5}',
        '{"type": "pricing", "message": "!!!!"}',
        '{"type": "pricing", "message": "AAAA"}',
        '{"type": "heartbeat"}',
        tick(0),
        tick(-1),
        tick(float("nan")),
        tick(float("inf")),
        tick(seconds=-7200),
        tick(seconds=121),
        tick(symbol="OTHER"),
        tick(symbol=""),
    ],
)
def test_what_is_no_sound_tick_is_dropped_and_the_next_one_heard(bad: str) -> None:
    scene = Scene((bad, tick(150))).play()
    assert [q.price for q in scene.quotes] == [150]
    assert scene.status == [True, False]


def test_no_tick_is_older_than_the_one_before_of_its_symbol_nor_the_same() -> None:
    scene = Scene((tick(1, 5), tick(2, 4), tick(1, 5), tick(3, 5), tick(1.2, 1, "EURUSD=X"), tick(4, 6))).play()
    assert [(q.symbol, q.price) for q in scene.quotes] == [
        ("ACME.DE", 1),
        ("ACME.DE", 3),
        ("EURUSD=X", Decimal("1.2")),
        ("ACME.DE", 4),
    ]


def test_the_order_holds_over_a_new_connection() -> None:
    scene = Scene((tick(1, 5), OSError("reset")), (tick(2, 4), tick(3, 6))).play()
    assert [q.price for q in scene.quotes] == [1, 3]
    assert scene.status == [True, False, True, False]


def test_a_refused_connection_is_no_loss_and_is_tried_again() -> None:
    scene = Scene((OSError("refused"),), (tick(1),)).play()
    assert scene.status == [True, False]
    assert len(scene.quotes) == 1


def test_subscriptions_are_renewed_and_follow_the_symbols() -> None:
    wanted = {"ACME.DE", "VOD.L"}

    def change() -> None:
        wanted.clear()
        wanted.update({"ACME.DE", "EURUSD=X"})

    scene = Scene((5, 11, change, 1), symbols=lambda: frozenset(wanted)).play()
    assert scene.sockets[0].sent == [
        {"subscribe": ["ACME.DE", "VOD.L"]},
        {"subscribe": ["ACME.DE", "VOD.L"]},
        {"unsubscribe": ["VOD.L"]},
        {"subscribe": ["ACME.DE", "EURUSD=X"]},
    ]
    assert json.dumps(scene.sockets[0].sent)


def test_a_silent_connection_is_made_anew_ever_more_rarely() -> None:
    scene = Scene((61,), (61, 61), (121, 121), (tick(1), 61)).play()
    assert len(scene.sockets) == 5
    assert scene.status == [True, False] * 5
    assert all(s.closed for s in scene.sockets)


def test_garbage_counts_as_silence() -> None:
    scene = Scene(("not json", 30, "not json", 31, tick(1)), (tick(2),)).play()
    assert [q.price for q in scene.quotes] == [2]


def test_without_symbols_no_connection_is_held() -> None:
    wanted = {"ACME.DE"}
    scene = Scene((tick(1), wanted.clear, tick(2)), symbols=lambda: frozenset(wanted))

    def lost(up: bool) -> None:
        scene.status.append(up)
        if not up:
            scene.stop.set()

    stream = YahooStream(KnownInstruments(KNOWN), scene.clock, dice(), scene._connect)
    stream.listen(lambda: frozenset(wanted), scene.quotes.append, lost, scene.stop)
    assert scene.status == [True, False]
    assert scene.sockets[0].closed


@given(st.decimals(Decimal("0.01"), Decimal(99_999), places=2))
def test_a_price_of_two_decimals_survives_its_float32(price: Decimal) -> None:
    assert exact(float(np.float32(float(price))), 2) == price


def test_tenths_of_a_cent_survive_and_noise_does_not() -> None:
    assert exact(float(np.float32(19.948)), 2) == Decimal("19.948")
    assert exact(float(np.float32(1.0489877)), 4) == Decimal("1.048988")
    assert exact(102.30000305175781, 2) == Decimal("102.3")
    assert exact(1e-30, 2) is None
