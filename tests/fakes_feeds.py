"""Stand-ins for the way to the source: a clock moved by hand, a transport and a socket that answer as told."""

from __future__ import annotations

import base64
import json
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Event as Flag
from typing import Any, Self

from watcher.domain.errors import FeedError
from watcher.domain.instrument import Instrument, Kind
from watcher.feeds.yahoo.client import Reply

MONDAY = datetime(2026, 2, 2, 15, 0, tzinfo=UTC)  # Xetra and New York both trade


def dice(seed: int = 1) -> Random:
    """Jitter that is the same each time."""
    return Random(seed)  # noqa: S311 - no secret


class HandClock:
    """Stands until moved."""

    def __init__(self, now: datetime = MONDAY) -> None:
        self.time = now
        self.waited = 1000.0

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.waited

    def advance(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)
        self.waited += seconds


class FakeTransport:
    """Answers with what was put into it, and keeps what it was asked."""

    def __init__(self, *answers: object) -> None:
        """Each answer is JSON for an object, a page for text, and raised for an error."""
        self.answers = deque(answers)
        self.asked: list[tuple[str, dict[str, str], dict[str, Any] | None]] = []
        self.status = 200

    def fetch(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        symbol: str = "",
        body: Mapping[str, Any] | None = None,
        crumb: bool = False,
        accept: frozenset[int] = frozenset(),
    ) -> Reply:
        self.asked.append((url, dict(params or {}), None if body is None else dict(body)))
        answer = self.answers.popleft()
        if isinstance(answer, FeedError):
            raise answer
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return Reply(self.status, text, MONDAY)


def instrument(symbol: str, currency: str = "EUR", **fields: Any) -> Instrument:
    """An instrument that is taken as certain."""
    made: dict[str, Any] = {
        "name": symbol,
        "venue": "XETR",
        "venue_name": "Xetra",
        "kind": Kind.EQUITY,
        "timezone": "Europe/Berlin",
    }
    return Instrument(symbol=symbol, currency=currency, **{**made, **fields})


def frame(symbol: str, price: float, at: datetime, phase: int = 1, **fields: Any) -> str:
    """A frame of the price stream."""
    from yfinance.pricing_pb2 import PricingData

    message = PricingData(id=symbol, price=price, time=int(at.timestamp() * 1000), market_hours=phase, **fields)
    return json.dumps({"type": "pricing", "message": base64.b64encode(message.SerializeToString()).decode()})


class FakeSocket(AbstractContextManager["FakeSocket"]):
    """Plays a list: text is a frame, a number lets so many seconds pass in silence, an exception is raised.

    At the end of the list the flag is set, as if the program were quit.
    """

    def __init__(self, clock: HandClock, stop: Flag, *script: object) -> None:
        self.sent: list[dict[str, list[str]]] = []
        self.closed = False
        self._clock = clock
        self._stop = stop
        self._script = deque(script)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def send(self, message: str) -> None:
        self.sent.append(json.loads(message))

    def recv(self, timeout: float | None = None) -> str | bytes:
        if not self._script:
            self._stop.set()
            raise TimeoutError
        step = self._script.popleft()
        if isinstance(step, Exception):
            raise step
        if isinstance(step, int | float):
            self._clock.advance(step)
            raise TimeoutError
        if callable(step):
            act: Callable[[], object] = step
            act()
            raise TimeoutError
        return str(step)
