"""Tells which rows speak of one instrument, though one names an ISIN and another only a symbol."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Named(Protocol):
    """Whatever names an instrument; every part as written, "" where it is not said; `symbol` is Yahoo's."""

    @property
    def isin(self) -> str: ...  # noqa: D102
    @property
    def wkn(self) -> str: ...  # noqa: D102
    @property
    def symbol(self) -> str: ...  # noqa: D102
    @property
    def ticker(self) -> str: ...  # noqa: D102
    @property
    def exchange(self) -> str: ...  # noqa: D102
    @property
    def cusip(self) -> str: ...  # noqa: D102
    @property
    def sedol(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102


def marks(who: Named) -> tuple[str, ...]:
    """All that names an instrument, the most certain first; empty where nothing does."""
    ticker = who.ticker.upper()
    named = " ".join(who.name.casefold().split())
    return tuple(
        mark
        for mark, said in (
            (f"0 isin:{who.isin}", who.isin),
            (f"1 wkn:{who.wkn}", who.wkn),
            (f"2 code:{who.cusip or who.sedol}", who.cusip or who.sedol),
            (f"3 symbol:{who.symbol}", who.symbol),
            (f"4 ticker:{who.exchange.upper()}:{ticker}", ticker and who.exchange),
            (f"5 ticker:{ticker}", ticker),
            (f"6 name:{named}", named),
        )
        if said
    )


class Instruments:
    """One key for each instrument that the given rows name.

    A mark that stands beside exactly one stronger mark anywhere stands for that; beside two different ones it stands
    for neither, and for itself.
    """

    def __init__(self, everybody: Iterable[Named]) -> None:
        """Learn from all rows, those of a file and those that are kept, which marks belong together."""
        self._beside: dict[str, set[str]] = {}
        self._strongest: dict[str, str] = {}
        for seen in {marks(who) for who in everybody}:
            for weaker in seen[1:]:
                self._beside.setdefault(weaker, set()).add(seen[0])

    def key(self, who: Named) -> str:
        """The key of the instrument that a row is about; "" where it names none."""
        own = marks(who)
        return self._of(own[0]) if own else ""

    def _of(self, mark: str) -> str:
        found = self._strongest.get(mark)
        if found is None:
            stronger = {self._of(other) for other in self._beside.get(mark, ())}
            found = self._strongest[mark] = stronger.pop() if len(stronger) == 1 else mark
        return found
