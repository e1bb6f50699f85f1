"""Trades that are told in a sentence: "Koop 1 @ 33,9 USD", "Sell 4 AVIVA@496 GBX (GB00BPQY8M80)"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from watcher.intake import numbers
from watcher.intake.currencies import CODES, HUNDREDTHS
from watcher.intake.verbs import TRADES, Action, action_of

NUMBER = r"(?:\d{1,3}(?:[\u00a0\u202f ]\d{3})+[.,]\d+|\d[\d.,']*)"
AT = r"(?:\s*@|\s+(?:zu je|zum kurs von|zu|at|tegen|till|til|por)\s)"
WORDS = re.compile(r"@|\b(?:zu|at|tegen|till|til|por)\b", re.IGNORECASE)
TOLD = re.compile(
    rf"^(?:(?P<before>[^:@]{{2,60}}):\s*)?(?P<verb>(?:(?:OPEN|CLOSE)\s+)?[^\W\d_]+)\s+"
    rf"(?P<quantity>{NUMBER})(?:/{NUMBER})?(?:\s+(?P<name>[^@]*?))?{AT}"
    rf"\s*(?P<price>-?{NUMBER})\s*(?P<currency>[A-Za-z]{{3}})?\s*(?:\((?P<isin>[A-Z0-9]{{12}})\))?\s*$",
    re.IGNORECASE,
)
TAIL = re.compile(rf"\s+{NUMBER}\s*@\s*{NUMBER}\s*[A-Z]{{0,3}}\s*$")
CLOSE = Decimal("0.02")
LONGEST = 300


# as in: BABA - Alibaba Group: Bought 10.0000 shares (executed at ...)
HEAD = r"^(?P<symbol>[A-Z][A-Z0-9.]{0,9}) - (?P<name>[^:]{1,80}): "
HEADED = re.compile(HEAD)
OF_A_SYMBOL = re.compile(HEAD + rf"(?P<verb>[^\W\d_]+) (?P<quantity>{NUMBER}) shares?\b")


class Told(NamedTuple):
    """What a sentence tells; `moved` says that words before it make it no trade but a change of the security."""

    action: Action
    quantity: Decimal
    price: Decimal | None
    currency: str
    name: str
    isin: str
    moved: str
    decimal: str
    symbol: str = ""


def told(text: str, decimal: str = "", amount: Decimal | None = None) -> Told | None:
    """The trade that a text tells, None where it tells none.

    Args:
        text: the whole cell.
        decimal: the decimal sign that judges `1.000` where the text and the amount cannot.
        amount: what the row says was paid or received, which quantity x price should give.
    """
    if not 0 < len(text) <= LONGEST:
        return None
    of_a_symbol = _of_a_symbol(text) if " - " in text else None
    if of_a_symbol is not None or not WORDS.search(text):
        return of_a_symbol
    found = TOLD.match(text.strip())
    if found is None:
        return None
    action = action_of(found["verb"])
    if action not in TRADES:
        return None
    evidence = numbers.Evidence((found["quantity"], found["price"]))
    sign = evidence.decimal() or _sign(found["quantity"], found["price"], decimal, amount)
    quantity, price = numbers.one(found["quantity"], sign), numbers.one(found["price"], sign)
    if quantity is None or price is None:
        return None
    currency = (found["currency"] or "").strip()
    if currency not in CODES and currency not in HUNDREDTHS:
        currency = ""
    name, isin, before = (found["name"] or "").strip(), found["isin"] or "", found["before"] or ""
    return Told(action, quantity, price, currency, name, isin, before, evidence.decimal())


def _of_a_symbol(text: str) -> Told | None:
    """A trade that is told without its price, behind the symbol and the name."""
    found = OF_A_SYMBOL.match(text)
    action = action_of(found["verb"]) if found else Action.UNKNOWN
    quantity = numbers.one(found["quantity"]) if found else None
    if found is None or quantity is None or action not in TRADES:
        return None
    return Told(action, quantity, None, "", found["name"].strip(), "", "", "", found["symbol"])


def _sign(quantity: str, price: str, decimal: str, amount: Decimal | None) -> str:
    """The decimal sign where neither number proves it: by their product, else a price has decimals and no groups."""
    for sign in (".", ",") if amount else ():
        shares, each = numbers.one(quantity, sign), numbers.one(price, sign)
        if shares and each and amount and abs(abs(shares * each) - abs(amount)) <= abs(amount) * CLOSE:
            return sign
    if decimal:
        return decimal
    if "," in price or "." in price:
        return "," if "," in price else "."
    return "." if "," in quantity else ","


def without_trade(name: str) -> str:
    """A name without the trade that is written behind it ("... UCITS ETF 1000 @  4500.00")."""
    return TAIL.sub("", name)
