"""What is known of each symbol: its currency and unit, so that a figure in another one is noticed."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from watcher.domain.instrument import Instrument, Kind
from watcher.feeds.yahoo.figures import plain, whole

MINOR = {"GBp": ("GBP", 100), "GBX": ("GBP", 100), "ZAc": ("ZAR", 100), "ILA": ("ILS", 100)}  # pence, cents, agorot
LONGEST_DELAY = 1440  # minutes
MINOR_SUFFIXES = frozenset({"L", "IL", "JO", "TA"})  # listings that may be quoted in a minor unit
_KINDS = {
    "EQUITY": Kind.EQUITY,
    "ETF": Kind.ETF,
    "INDEX": Kind.INDEX,
    "CURRENCY": Kind.CURRENCY,
    "CRYPTOCURRENCY": Kind.CRYPTO,
    "MUTUALFUND": Kind.FUND,
    "FUTURE": Kind.FUTURE,
}
_CURRENCIES = {  # of shares, by the suffix of the listing; a listing without one is American
    "": {"USD"},
    **{suffix: {"EUR"} for suffix in ("DE", "F", "MU", "SG", "BE", "HM", "DU", "HA")},
    **{suffix: {"EUR"} for suffix in ("PA", "AS", "BR", "MI", "MC", "LS", "HE", "VI", "IR")},
    "HK": {"HKD", "CNY"},
    "SS": {"CNY"},
    "SZ": {"CNY"},
    "T": {"JPY"},
    "SW": {"CHF"},
    "ST": {"SEK"},
    "CO": {"DKK"},
    "OL": {"NOK"},
    "AX": {"AUD"},
}
_CODE = re.compile(r"[A-Z]{3}")
_PAIR = re.compile(r"(?:[A-Z]{3})?([A-Z]{3})=X")
_COIN = re.compile(r"[A-Z0-9]+-([A-Z]{3})")


def unit_of(raw: Any) -> tuple[str, int] | None:
    """Currency and divisor of a currency as Yahoo writes it: ("GBP", 100) for GBp; None where it is none."""
    if not isinstance(raw, str):
        return None
    if raw in MINOR:
        return MINOR[raw]
    return (raw, 1) if _CODE.fullmatch(raw) else None


def suffix_of(symbol: str) -> str:
    """The listing's suffix without its dot: DE of AHLA.DE, empty for a listing without one."""
    return symbol.rpartition(".")[2] if "." in symbol else ""


def kind_of(raw: Any) -> Kind:
    """The sort of a thing by Yahoo's `quoteType` or `instrumentType`."""
    return _KINDS.get(raw.upper(), Kind.OTHER) if isinstance(raw, str) else Kind.OTHER


class KnownInstruments:
    """Instruments by symbol, from bundled knowledge and from what was answered; safe to share between threads."""

    def __init__(
        self, certain: Iterable[Instrument] = (), venue_of: Callable[[str, str], str] = lambda _symbol, _code: ""
    ) -> None:
        """Begin with what is certain.

        Args:
            certain: instruments whose figures must be in their currency and unit; of an answer they take the delay
                alone. Never guesses: a right answer in another currency would be refused for ever.
            venue_of: the key of a venue from a symbol and the exchange's code at the source ("" where not given).
        """
        self._lock = threading.Lock()
        self._venue_of = venue_of
        self._known = {instrument.symbol: instrument for instrument in certain}
        self._fixed = frozenset(self._known)

    def get(self, symbol: str) -> Instrument | None:
        """The instrument, None for a symbol not seen yet."""
        with self._lock:
            return self._known.get(symbol)

    def fits(self, symbol: str, unit: tuple[str, int], kind: Kind) -> bool:
        """Whether figures in this currency and unit can be the instrument's."""
        known = self.get(symbol)
        if known is not None:
            return (known.currency, known.per_unit) == unit
        currency, per_unit = unit
        pair = _PAIR.fullmatch(symbol) or (_COIN.fullmatch(symbol) if kind is Kind.CRYPTO else None)
        if pair:
            return currency == pair[1]
        suffix = suffix_of(symbol)
        strict = kind is Kind.EQUITY or (kind is Kind.ETF and not suffix)
        if strict and suffix in _CURRENCIES:
            return per_unit == 1 and currency in _CURRENCIES[suffix]
        return True

    def read(self, symbol: str, unit: tuple[str, int], row: Mapping[str, Any]) -> Instrument:
        """The instrument that a quote row or a chart's meta describes, merged with what is known, and kept.

        Both shapes carry the same names but for kind, exchange and venue. The delay is stated by quotes alone.
        """
        minutes = whole(row.get("exchangeDataDelayedBy"))
        delay = None if minutes is None or minutes > LONGEST_DELAY else timedelta(minutes=minutes)
        hint = whole(row.get("priceHint"))
        kind = kind_of(row.get("quoteType", row.get("instrumentType")))
        code = row.get("exchange", row.get("exchangeName"))
        with self._lock:
            known = self._known.get(symbol)
            if known is not None and symbol in self._fixed:
                made = replace(known, delay=known.delay if delay is None else delay)
            else:
                made = Instrument(
                    symbol=symbol,
                    name=plain(row.get("longName") or row.get("shortName"), 120) or symbol,
                    venue=self._venue_of(symbol, code if isinstance(code, str) else ""),
                    venue_name=plain(row.get("fullExchangeName"), 40),
                    currency=unit[0],
                    kind=kind if known is None or kind is not Kind.OTHER else known.kind,
                    timezone=plain(row.get("exchangeTimezoneName"), 60) or (known.timezone if known else "UTC"),
                    decimals=min(hint, 8) if hint is not None else (4 if kind is Kind.CURRENCY else 2),
                    per_unit=unit[1],
                    delay=delay if delay is not None or known is None else known.delay,
                    isin=known.isin if known else "",
                    wkn=known.wkn if known else "",
                )
            self._known[symbol] = made
            return made
