"""Identifiers as people's files write them: ISIN, WKN, CUSIP, SEDOL, exchange and ticker, name."""

from __future__ import annotations

import re
from typing import NamedTuple

from watcher.intake import currencies, exchanges

ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
ISIN_LIKE = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[A-Z0-9]")
WKN = re.compile(r"(?=.*\d)[A-HJ-NP-Z0-9]{6}")
CUSIP = re.compile(r"(?=(?:.*\d){3})[0-9A-Z*@#]{8}\d")
SEDOL = re.compile(r"(?=.*\d)[B-DF-HJ-NP-TV-Z0-9]{6}\d")
TICKER = re.compile(r"\^?[A-Z0-9]{1,8}(?:[.\-/^ =&][A-Z0-9]{1,6}){0,2}[\^!+*]{0,2}")
AT_EXCHANGE = re.compile(r"([A-Z][A-Z0-9_]{1,11}):([A-Z0-9][A-Z0-9.^!/&_\-]{0,24})")
AT_MIC = re.compile(r"([A-Za-z0-9][A-Za-z0-9.\-/_]{0,15}):(x[a-z]{3}|[A-Z]{4}|arcx|bats|[a-z]{4})")
IN_BRACKETS = re.compile(r"\(([A-Z]{2}[A-Z0-9]{9}\d)\)")
# money-market funds end in XX in New York's list of fund symbols
CASH_SYMBOL = re.compile(
    r"[A-Z]{3}XX(?:\*\*)?|\$+[A-Z_]*CASH\w*|CASH\w{0,4}|_?CASH_?[A-Z]{0,3}|[A-Z]{4}X\*\*|CUR:[A-Z]{3}", re.IGNORECASE
)
CASH_NAME = re.compile(
    r"^cash\b|\bcash (fund|account|balance|sweep|reserves|&|and)|cash & |bank ?account|^settlement fund"
    r"|money (market|mkt|fund|inv|ultra)"
    r"|^(geldmarkt|guthaben|barmittel|liquiditat|konto(stand|saldo|guthaben)|verrechnungskonto|tagesgeldkonto|kasse"
    r"|liquidites|especes|efectivo|liquidez|liquidita|kontanter|likvida medel|liquide middelen|geldrekening)\b",
    re.IGNORECASE,
)
OPTION = re.compile(
    r"-?[A-Z.]{1,6}[ _]*\d{6}[CP]\d{1,8}(?:\.\d+)?"
    r"|[A-Z.]{1,6} +(?:\d{1,2}[A-Z]{3}\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{6}) +\$?[\d.]+ +[CP](?:all|ut)?",
)
OPTION_NAME = re.compile(
    r"^(?:call|put) \(|\b(?:call|put) \d{1,2}/\d{1,2}/\d{2,4}|\b\d+(?:\.\d+)? (?:call|put)$"
    r"|\d{1,2}/\d{1,2}/\d{2,4} (?:call|put)\b",
    re.IGNORECASE,
)
DASHES = re.compile("[\u2010-\u2015\u2212]")
SEDOL_WEIGHTS = (1, 3, 1, 7, 3, 9, 1)


class Identity(NamedTuple):
    """What a row calls its instrument; every part as written, apart; "" where the row does not say it."""

    isin: str = ""
    wkn: str = ""
    symbol: str = ""
    exchange: str = ""
    name: str = ""
    cusip: str = ""
    sedol: str = ""

    @property
    def key(self) -> str:
        """What tells this instrument from the others of a file; "" where nothing is known of it."""
        if self.isin:
            return f"isin:{self.isin}"
        if self.wkn:
            return f"wkn:{self.wkn}"
        if self.symbol:
            return f"symbol:{self.exchange.upper()}:{self.symbol.upper()}"
        code = self.cusip or self.sedol
        if code:
            return f"code:{code}"
        return f"name:{' '.join(DASHES.sub('-', self.name.casefold()).split())}" if self.name else ""


def isin_holds(isin: str) -> bool:
    """Whether the check digit of an ISIN fits (Luhn over the letters' values, ISO 6166)."""
    digits = "".join(str(int(letter, 36)) for letter in isin)
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - two digits are added
    return total % 10 == 0


def cusip_holds(cusip: str) -> bool:
    """Whether the check digit of a CUSIP fits (modulus 10 double add double)."""
    total = 0
    for place, letter in enumerate(cusip[:8]):
        value = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#".index(letter) * (2 if place % 2 else 1)
        total += value // 10 + value % 10
    return (10 - total % 10) % 10 == int(cusip[8])


def sedol_holds(sedol: str) -> bool:
    """Whether the check digit of a SEDOL fits (weighted sum modulo 10)."""
    return sum(int(c, 36) * w for c, w in zip(sedol, SEDOL_WEIGHTS, strict=True)) % 10 == 0


def split_symbol(text: str) -> tuple[str, str]:
    """A symbol and the exchange written with it: `XETR:4COP`, `VWRL:xams`, `AAPL US Equity`; "" for none."""
    text = text.strip()
    if "," in text:  # aliases: the first is the current one
        text = text.split(",", 1)[0].strip()
    if ":" in text:
        left, _, right = text.partition(":")
        if AT_EXCHANGE.fullmatch(text) and not (exchanges.known(right) and not exchanges.known(left)):
            return right, left
        if AT_MIC.fullmatch(text):
            return left, right
    bloomberg = re.fullmatch(r"([A-Z0-9/]{1,8}) ([A-Z]{2})(?: Equity| Index| Corp)", text)
    if bloomberg:
        return bloomberg[1], bloomberg[2]
    return text, ""


def is_ticker(text: str) -> bool:
    """Whether a text has the shape of a ticker, alone or with its exchange."""
    return bool(TICKER.fullmatch(text) or AT_EXCHANGE.fullmatch(text) or AT_MIC.fullmatch(text))


def is_option(who: Identity) -> bool:
    """Whether a row is about an option on a share, by the form of its symbol or its name."""
    if who.isin:
        return False
    return bool(OPTION.fullmatch(who.symbol)) or bool(OPTION_NAME.search(who.name))


def is_cash(symbol: str, name: str) -> bool:
    """Whether a row is about money on an account, a cash fund or a sweep position, not about an instrument."""
    if symbol and (CASH_SYMBOL.fullmatch(symbol) or (symbol in currencies.CODES and not name)):
        return True
    return bool(name and (CASH_NAME.search(name) or name.upper() in currencies.CODES))
