"""Puts rows together into the file's instruments: one for each identity, with its net quantity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from operator import itemgetter

from watcher.domain.holding import ADDING, Side
from watcher.intake.choices import Choices
from watcher.intake.identity import Identity
from watcher.intake.listings import Known, resolve
from watcher.intake.report import Holding, Row

NOUGHT = Decimal(0)
PRICED = frozenset({Side.BUY, Side.SELL, Side.HOLD})


class Links:
    """Tells which identities are one instrument: a symbol that stands once beside one ISIN stands for it elsewhere."""

    def __init__(self, identities: Iterable[Identity]) -> None:
        """Take all identities of a file."""
        self._isins: dict[str, set[str]] = {}
        self._wkns: dict[str, set[str]] = {}
        self._memory: dict[int, tuple[Identity, str]] = {}  # by id: rows of one instrument share their identity
        for who in {id(identity): identity for identity in identities}.values():
            if who.isin:
                if who.symbol:
                    self._isins.setdefault(who.symbol.upper(), set()).add(who.isin)
                if who.wkn:
                    self._wkns.setdefault(who.wkn, set()).add(who.isin)

    def key(self, who: Identity) -> str:
        """The key of the instrument that an identity stands for; "" where it stands for none."""
        found = self._memory.get(id(who))
        if found is None or found[0] is not who:
            found = self._memory[id(who)] = (who, self._key(who))
        return found[1]

    def _key(self, who: Identity) -> str:
        if not who.isin:
            isins = self._wkns.get(who.wkn) if who.wkn else self._isins.get(who.symbol.upper()) if who.symbol else None
            if isins is not None and len(isins) == 1:
                return f"isin:{next(iter(isins))}"
        return who.key


def holdings(rows: Sequence[Row], links: Links, known: Known, choices: Choices) -> tuple[Holding, ...]:
    """The instruments that the rows name, in the order in which the file names them.

    Positions that a file states count before the sum of its trades.
    """
    grouped: dict[str, list[Row]] = {}
    for row in sorted(rows, key=itemgetter(0)):
        key = links.key(row.identity)
        if key:
            grouped.setdefault(key, []).append(row)
    chosen = dict(choices.listings)
    found = []
    for key, group in grouped.items():
        who = _identity(group)
        if key.startswith("isin:") and not who.isin:
            who = who._replace(isin=key.removeprefix("isin:"))  # another row ties the symbol to it
        currency = _currency(group) or choices.currency
        best = resolve(who, currency, known)
        symbol = chosen.get(key, best.symbol)
        found.append(
            Holding(who, currency, net(group), symbol, () if symbol else best.candidates, tuple(r.line for r in group))
        )
    return tuple(found)


def net(rows: Sequence[Row]) -> Decimal | None:
    """The quantity that rows of one instrument leave; None where none of them states one."""
    held = [row.quantity for row in rows if row.side is Side.HOLD and row.quantity is not None]
    traded = [row for row in rows if row.side not in {None, Side.HOLD} and row.quantity is not None]
    if held and not (traded and traded[0].table == rows[0].table and _one_table(rows)):
        return _sum(held)
    if not traded and not held:
        return None
    return _sum(
        held + [row.quantity if row.side in ADDING else -row.quantity for row in traded if row.quantity is not None]
    )


def _one_table(rows: Sequence[Row]) -> bool:
    return len({row.table for row in rows}) == 1


def _sum(values: Sequence[Decimal]) -> Decimal:
    return sum(values, NOUGHT)


def _identity(rows: Sequence[Row]) -> Identity:
    """What the rows say of their instrument together; a trade's name counts before that of a dividend."""
    every = list({id(row.identity): row.identity for row in rows}.values())  # most rows share one
    traded = {id(row.identity): row.identity for row in rows if row.side is not None}
    parts = [next((who[index] for who in every if who[index]), "") for index in range(len(Identity._fields))]
    name = next((who.name for who in (*traded.values(), *every) if who.name), "")
    return Identity(*parts)._replace(name=name)


def _currency(rows: Sequence[Row]) -> str:
    """The price currency of trades, before that of other rows."""
    said = [row for row in rows if row.currency]
    for row in said:
        if row.side in PRICED:
            return row.currency
    return next((row.currency for row in said if row.side is not None), said[0].currency if said else "")


def restated(rows: list[Row], links: Links) -> list[Row]:
    """Turn transfers within one broker, which state the whole position anew, into what they add to it.

    A broker that moves its customers' positions from one of its companies to another writes one row for each with the
    whole position. Counting it would double the position.
    """
    if not any(row.section.startswith("restates:") for row in rows):
        return rows
    held: dict[str, Decimal] = {}
    changed: dict[int, Row] = {}
    for place in sorted(range(len(rows)), key=lambda i: (rows[i].day or date.min, -rows[i].line)):
        row = rows[place]
        if row.side is None or row.quantity is None:
            continue
        key = links.key(row.identity)
        signed = row.quantity if row.side in ADDING else -row.quantity
        if row.section.startswith("restates:"):
            more = signed - held.get(key, NOUGHT)
            row = row._replace(section="", quantity=abs(more), side=Side.IN if more >= 0 else Side.OUT)
            changed[place] = row
            held[key] = signed
        else:
            held[key] = held.get(key, NOUGHT) + signed
    return [changed.get(place, row) for place, row in enumerate(rows)]
