"""Tells which rows speak of one instrument, though one names an ISIN and another only a symbol."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from watcher.domain.holding import Transaction


class Names(NamedTuple):
    """What names an instrument, every part as written; `symbol` is Yahoo's; "" where it is not said."""

    isin: str = ""
    wkn: str = ""
    symbol: str = ""
    ticker: str = ""
    exchange: str = ""
    cusip: str = ""
    sedol: str = ""
    name: str = ""

    @classmethod
    def of(cls, row: Transaction) -> Names:
        """What a transaction calls its instrument."""
        return cls(row.isin, row.wkn, row.symbol, row.ticker, row.exchange, row.cusip, row.sedol, row.name)

    @property
    def marks(self) -> tuple[str, ...]:
        """All of it as texts that can be compared, the most certain first; empty where nothing is said."""
        ticker = self.ticker.upper()
        return tuple(
            mark
            for mark, said in (
                (f"isin:{self.isin}", self.isin),
                (f"wkn:{self.wkn}", self.wkn),
                (f"code:{self.cusip or self.sedol}", self.cusip or self.sedol),
                (f"symbol:{self.symbol}", self.symbol),
                (f"ticker:{self.exchange.upper()}:{ticker}", ticker and self.exchange),
                (f"ticker:{ticker}", ticker),
                (f"name:{' '.join(self.name.casefold().split())}", self.name),
            )
            if said
        )


class Instruments:
    """One key for each instrument that the given rows name.

    A mark that stands beside exactly one stronger mark anywhere stands for that; beside two different ones it stands
    for neither, and for itself.
    """

    def __init__(self, everybody: Iterable[Names]) -> None:
        """Learn from all rows, those of a file and those that are kept, which marks belong together."""
        self._beside: dict[str, set[str]] = {}
        self._strongest: dict[str, str] = {}
        self._keys: dict[Names, str] = {}
        for names in set(everybody):
            marks = names.marks
            for weaker in marks[1:]:
                self._beside.setdefault(weaker, set()).add(marks[0])

    def key(self, names: Names) -> str:
        """The key of the instrument that a row is about; "" where it names none."""
        found = self._keys.get(names)
        if found is None:
            marks = names.marks
            found = self._keys[names] = self._of(marks[0]) if marks else ""
        return found

    def _of(self, mark: str) -> str:
        found = self._strongest.get(mark)
        if found is None:
            stronger = {self._of(other) for other in self._beside.get(mark, ())}
            found = self._strongest[mark] = stronger.pop() if len(stronger) == 1 else mark
        return found
