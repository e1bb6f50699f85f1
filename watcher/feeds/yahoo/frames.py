"""A frame of the price stream as a quote, or as nothing where it is not sound."""

from __future__ import annotations

import base64
import binascii
import json
import math
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import numpy as np

from watcher.domain.instrument import Kind
from watcher.domain.quote import Phase, Quote, Route
from watcher.feeds.yahoo.figures import AHEAD
from watcher.feeds.yahoo.instruments import MINOR_SUFFIXES, KnownInstruments, suffix_of, unit_of

STALE = timedelta(hours=1)  # a tick is a trade as it happens; delayed venues are some 15 to 20 minutes behind
PHASES = {0: Phase.PRE, 1: Phase.REGULAR, 2: Phase.POST}  # 4 is another venue's trading overnight
LARGEST = 1e12
GUARD = 2  # decimals kept beyond the price hint: German venues trade in tenths of a cent
_ROUND_THE_CLOCK = frozenset({Kind.CURRENCY, Kind.CRYPTO})


def decode(frame: str | bytes) -> Any | None:
    """The price message in a frame; None for any other frame and for garbage."""
    from google.protobuf.message import DecodeError  # with yfinance, in the worker
    from yfinance.pricing_pb2 import PricingData

    try:
        envelope = json.loads(frame)
        if not isinstance(envelope, dict) or envelope.get("type") != "pricing":
            return None
        message = PricingData()
        message.ParseFromString(base64.b64decode(envelope["message"], validate=True))
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error, DecodeError):
        return None
    return message


def exact(price: float, decimals: int) -> Decimal | None:
    """A float32 price as the decimal that was meant (102.30000305 is 102.3); None where it is no price.

    The shortest decimal that makes the same float32, cut two places beyond the price hint.
    """
    if not math.isfinite(price) or not 0 < price < LARGEST:
        return None
    shortest = Decimal(np.format_float_positional(np.float32(price), trim="-"))
    rounded = round(shortest, decimals + GUARD)
    return rounded.normalize() + 0 if rounded > 0 else None


def quote_of(message: Any, known: KnownInstruments, now: datetime) -> Quote | None:
    """The quote of a message; None where symbol, price, time or currency are not sound.

    Equity frames carry no currency: it is the known instrument's, empty for one not known yet. A listing that may be
    quoted in pence is left out until its unit is known.
    """
    symbol = str(message.id)
    instrument = known.get(symbol)
    given = str(message.currency)
    if not symbol or (instrument is None and suffix_of(symbol) in MINOR_SUFFIXES):
        return None
    if given and instrument is not None and unit_of(given) != (instrument.currency, instrument.per_unit):
        return None
    unit = (instrument.currency, instrument.per_unit) if instrument is not None else unit_of(given) or ("", 1)
    decimals = instrument.decimals if instrument is not None else min(abs(int(message.price_hint)), 8) or 2
    price = exact(message.price, decimals)
    milliseconds = int(message.time)
    if price is None or not 0 < milliseconds < 4_102_444_800_000:  # noqa: PLR2004 - the year 2100
        return None
    time = datetime.fromtimestamp(milliseconds // 1000, UTC) + timedelta(milliseconds=milliseconds % 1000)
    round_the_clock = instrument is not None and instrument.kind in _ROUND_THE_CLOCK
    phase = Phase.REGULAR if round_the_clock else PHASES.get(int(message.market_hours))
    if phase is None or time - now > AHEAD or now - time > STALE:
        return None
    volume = int(message.day_volume)
    return Quote(
        symbol=symbol,
        time=time,
        received=now,
        price=price / unit[1],
        currency=unit[0],
        source=Route.STREAM,
        delay=instrument.delay if instrument is not None else None,
        phase=phase,
        day_volume=volume if volume > 0 and phase is Phase.REGULAR else None,
    )
