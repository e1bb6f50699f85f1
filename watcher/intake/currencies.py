"""Currency codes, signs and the hundredths that some exchanges quote in."""

from __future__ import annotations

import re
from decimal import Decimal

CODES = frozenset(
    [
        "AED",
        "ARS",
        "AUD",
        "BGN",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNH",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "EGP",
        "EUR",
        "GBP",
        "HKD",
        "HRK",
        "HUF",
        "IDR",
        "ILS",
        "INR",
        "ISK",
        "JPY",
        "KRW",
        "KWD",
        "MXN",
        "MYR",
        "NOK",
        "NZD",
        "PEN",
        "PHP",
        "PKR",
        "PLN",
        "QAR",
        "RON",
        "RSD",
        "RUB",
        "SAR",
        "SEK",
        "SGD",
        "THB",
        "TRY",
        "TWD",
        "UAH",
        "USD",
        "VND",
        "ZAR",
    ]
)
COINS = frozenset(
    ["BTC", "ETH", "USDT", "USDC", "ADA", "SOL", "XRP", "DOT", "DOGE", "LTC", "BNB", "MATIC", "AVAX", "LINK"]
)
HUNDREDTHS = {"GBX": "GBP", "GBp": "GBP", "GBpence": "GBP", "p": "GBP", "ZAC": "ZAR", "ZAc": "ZAR", "ILA": "ILS"}
SIGNS = {
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "HK$": "HKD",
    "S$": "SGD",
    "NZ$": "NZD",
    "R$": "BRL",
    "₺": "TRY",
    "₩": "KRW",
    "zł": "PLN",
    "Kč": "CZK",
    "Fr.": "CHF",
    "CHf": "CHF",
}
NAMES = {
    "euro": "EUR",
    "euros": "EUR",
    "us dollar": "USD",
    "us-dollar": "USD",
    "dollar": "USD",
    "pound": "GBP",
    "pounds": "GBP",
    "pence": "GBX",
    "sterling": "GBP",
    "kr": "",
}
HUNDRED = Decimal(100)
_IN_HEADER = re.compile(r"(?:^|[\s(\[/_-])([A-Z]{3}|[Ee]uros?|€|£|US\$|\$)(?=$|[\s)\]/_-])")
_PENCE = re.compile(r"\((?:p|pence|GBX|GBp)\)|\bpence\b|\bGBX\b")


def currency_of(text: str) -> str:
    """The ISO code that a cell names by code, sign or word ("GBX" stays so); "" where it names none."""
    text = text.strip()
    if text in CODES or text in HUNDREDTHS:
        return text if text in CODES else "GBX" if HUNDREDTHS[text] == "GBP" else text
    if text in SIGNS:
        return SIGNS[text]
    upper = text.upper()
    if upper in CODES:
        return upper
    return NAMES.get(text.lower(), "")


def major(code: str) -> tuple[str, Decimal]:
    """The ISO code of the major unit, and by what a figure in `code` has to be divided (100 for pence)."""
    if code == "GBX":
        return "GBP", HUNDRED
    if code in HUNDREDTHS and code != "p":
        return HUNDREDTHS[code], HUNDRED
    return code, Decimal(1)


def in_header(header: str) -> str:
    """The currency that a column's header states ("Value (£)", "Wert in EUR", "Unit cost (p)"); "" for none."""
    if _PENCE.search(header):
        return "GBX"
    found = [currency_of(code) for code in _IN_HEADER.findall(header)]
    named = {code for code in found if code}
    return named.pop() if len(named) == 1 else ""


def priced(symbol: str) -> tuple[str, str]:
    """A symbol written with the currency it is priced in ("AAPL/USD"), taken apart; "" for no such currency."""
    head, sign, tail = symbol.rpartition("/")
    if sign and tail in CODES and head and head not in CODES and head not in COINS:
        return head, tail
    return symbol, ""


def pair(symbol: str) -> str:
    """The quote currency of a pair written as one symbol ("EURUSD", "BTC-USD", "GBP.USD"); "" for no pair."""
    head, tail = symbol[:-3].rstrip("-./=: "), symbol[-3:]
    if symbol.endswith("=X"):
        return pair(symbol[:-2])
    if tail in CODES and (head in CODES or head in COINS) and head != tail:
        return tail
    return ""
