"""Prices pushed as they come: our own loop over a web socket, because yfinance's has no way back after a loss."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from decimal import Decimal
from random import Random
from threading import Event as Flag
from typing import Protocol

from watcher.domain.clock import Clock
from watcher.domain.quote import Quote
from watcher.feeds.backoff import BackOff
from watcher.feeds.yahoo.frames import decode, quote_of
from watcher.feeds.yahoo.instruments import KnownInstruments

URL = "wss://streamer.finance.yahoo.com/?version=2"
RECEIVE_S = 0.5  # how long a stop may go unheard
OPEN_S = 5.0
SUBSCRIBE_S = 15.0  # subscriptions are forgotten by the source now and then
SILENCE_S = 60.0  # without a sound price the connection is made anew; doubled while it stays silent
LONGEST_SILENCE_S = 900.0
IDLE_S = 0.5
LONGEST_WAIT_S = 180.0  # between two connections: they cost none of the budget of requests

_log = logging.getLogger(__name__)


class Socket(Protocol):
    """What is used of a web socket."""

    def send(self, message: str) -> None:
        """Send a text frame."""
        ...

    def recv(self, timeout: float | None = None) -> str | bytes:
        """The next frame; raises TimeoutError where none comes in time, OSError or ConnectionClosed after a loss."""
        ...


Connect = Callable[[], AbstractContextManager[Socket]]


def connect_to_yahoo() -> AbstractContextManager[Socket]:
    """A connection to Yahoo's streamer."""
    from websockets.sync.client import connect  # in the worker, after the window is painted

    return connect(URL, open_timeout=OPEN_S, close_timeout=1, ping_interval=20, ping_timeout=20)


class YahooStream:
    """Listens, and comes back by itself after every loss."""

    def __init__(
        self,
        known: KnownInstruments,
        clock: Clock,
        rng: Random | None = None,
        connect: Connect = connect_to_yahoo,
        first_wait_s: float = 2.0,
    ) -> None:
        """`known` gives currency, unit and decimals, `connect` a connection; `first_wait_s` begins the back-off."""
        self._known = known
        self._clock = clock
        self._connect = connect
        jitter = rng or Random()  # noqa: S311 - no secret
        self._back_off = BackOff(clock, jitter, first_s=first_wait_s, cap_s=LONGEST_WAIT_S)
        self._newest: dict[str, tuple[datetime, Decimal]] = {}
        self._patience_s = SILENCE_S

    def listen(
        self,
        symbols: Callable[[], frozenset[str]],
        sink: Callable[[Quote], None],
        status: Callable[[bool], None],
        stop: Flag,
    ) -> None:
        """Connect, subscribe and deliver until `stop` is set.

        Returns within half a second after `stop`, or five while a connection is being made. `status` is told True at
        each connection and False at each loss; while nothing is to be subscribed no connection is held. No tick is
        delivered that is older than the one before it of its symbol, or the same.
        """
        from websockets.exceptions import WebSocketException  # as in connect_to_yahoo

        while not stop.is_set():
            if not symbols():
                stop.wait(IDLE_S)
                continue
            connected = False
            try:
                with self._connect() as socket:
                    connected = True
                    status(True)
                    self._receive(socket, symbols, sink, stop)
            except (
                OSError,
                EOFError,
                ImportError,
                WebSocketException,
            ) as loss:  # ImportError: no library for the proxy
                _log.info("stream lost: %r", loss)
            if connected:
                status(False)
            if not stop.is_set() and symbols():
                stop.wait(self._back_off.failed())

    def _receive(
        self, socket: Socket, symbols: Callable[[], frozenset[str]], sink: Callable[[Quote], None], stop: Flag
    ) -> None:
        """Deliver until told to stop, out of symbols or out of patience; raises what the socket raises at a loss."""
        subscribed: frozenset[str] = frozenset()
        heard = asked = self._clock.monotonic()
        while not stop.is_set():
            wanted, now = symbols(), self._clock.monotonic()
            if not wanted:
                return
            if wanted != subscribed or now - asked >= SUBSCRIBE_S:
                if gone := subscribed - wanted:
                    socket.send(json.dumps({"unsubscribe": sorted(gone)}))
                socket.send(json.dumps({"subscribe": sorted(wanted)}))
                subscribed, asked = wanted, now
            try:
                frame = socket.recv(timeout=RECEIVE_S)
            except TimeoutError:
                frame = ""
            message = decode(frame) if frame else None
            quote = None if message is None else quote_of(message, self._known, self._clock.now())
            if quote is not None and quote.symbol in wanted:
                heard, self._patience_s = self._clock.monotonic(), SILENCE_S
                self._back_off.succeeded()
                if self._is_news(quote):
                    sink(quote)
            elif self._clock.monotonic() - heard >= self._patience_s:
                # a closed market is silent too: look again, but ever more rarely
                self._patience_s = min(self._patience_s * 2, LONGEST_SILENCE_S)
                _log.info("stream silent for %.0f s", self._clock.monotonic() - heard)
                return

    def _is_news(self, quote: Quote) -> bool:
        before = self._newest.get(quote.symbol)
        if before is not None and (quote.time < before[0] or (quote.time, quote.price) == before):
            return False
        self._newest[quote.symbol] = (quote.time, quote.price)
        return True
