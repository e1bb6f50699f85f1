"""Quotes: a price that is never without its time, currency, route and delay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum


class Route(StrEnum):
    """The way a quote came by; agreement of two different routes confirms a jump."""

    STREAM = "stream"
    QUOTE = "quote"
    CHART = "chart"
    STORED = "stored"
    SAMPLE = "sample"


class Phase(StrEnum):
    """The part of the trading day a price is from."""

    PRE = "pre"
    REGULAR = "regular"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Quote:
    """One price of one instrument.

    `time` is the exchange's time of the trade and `received` the session's time of receipt, both aware UTC.
    `price` and `previous_close` are in `currency` (major unit). `delay` is the stated delay, None if not stated.
    `day_volume` is cumulative over the session, None if unknown. `confirmed` is False while a jump waits for
    another route.
    """

    symbol: str
    time: datetime
    received: datetime
    price: Decimal
    currency: str
    source: Route
    delay: timedelta | None = None
    phase: Phase = Phase.REGULAR
    previous_close: Decimal | None = None
    day_volume: int | None = None
    confirmed: bool = True

    @property
    def change(self) -> Decimal | None:
        """Price less previous close, in `currency`; None without a previous close."""
        return None if self.previous_close is None else self.price - self.previous_close

    @property
    def change_ratio(self) -> Decimal | None:
        """Change over previous close (0.01 is one percent); None without a previous close above 0."""
        if self.previous_close is None or self.previous_close <= 0:
            return None
        return self.price / self.previous_close - 1
