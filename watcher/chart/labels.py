"""Labels never overlap: in the order of their importance they take their places; the loser moves or hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """Who wins a place."""

    LAST_PRICE = 0
    CROSSHAIR = 1
    ALERT = 2
    BAND = 3
    INDICATOR = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants its middle at `centre` and takes `size` along one axis; `slack` is how far it may move."""

    rank: Rank
    centre: float
    size: float
    slack: float


def place(wishes: Sequence[Wish], low: float, high: float) -> list[float | None]:
    """The middles that the labels get between `low` and `high`, in the order of the wishes; None for a hidden one.

    A label out of bounds is pushed inside. One that would overlap a more important one moves to its nearer side, then
    to the other, as far as its slack allows, else hides.
    """
    taken: list[tuple[float, float]] = []
    result: list[float | None] = [None] * len(wishes)
    for i in sorted(range(len(wishes)), key=lambda n: wishes[n].rank):
        wish = wishes[i]
        half = wish.size / 2
        wanted = min(max(wish.centre, low + half), high - half)
        tries = [wanted]
        for top, bottom in taken:
            tries += [top - half, bottom + half]
        for spot in sorted(tries, key=lambda s: abs(s - wanted)):
            inside = low + half - 0.01 <= spot <= high - half + 0.01
            free = all(spot + half <= top + 0.01 or spot - half >= bottom - 0.01 for top, bottom in taken)
            if inside and free and abs(spot - wanted) <= wish.slack:
                result[i] = spot
                taken.append((spot - half, spot + half))
                break
    return result
