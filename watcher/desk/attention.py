"""Which instruments are followed, and whose state is looked at with a beat."""

from __future__ import annotations

from collections.abc import Sequence

LOOKED_AT = 500  # instruments out of sight that are looked at with one beat; no more is kept up to date for rows unseen


class Attention:
    """The selected instrument, what is on screen, and what is watched at all."""

    def __init__(self) -> None:
        """Follow nothing yet."""
        self.selected = ""
        self.seen: tuple[str, ...] = ()
        self.watched: tuple[str, ...] = ()
        self.needed: tuple[str, ...] = ()
        self._followed: tuple[str, ...] | None = None
        self._next = 0

    @property
    def followed(self) -> tuple[str, ...]:
        """The selected instrument first, then all that are watched, each once."""
        if self._followed is None:
            first = (self.selected,) if self.selected else ()
            self._followed = tuple(dict.fromkeys((*first, *self.watched)))
        return self._followed

    @property
    def with_charts(self) -> tuple[str, ...]:
        """Whose closes are wanted: all that is watched, or of a long list what is needed or on screen."""
        if len(self.watched) <= LOOKED_AT:
            return self.watched
        return tuple(dict.fromkeys((*self.needed[:LOOKED_AT], *self.seen)))

    def watch(self, symbols: Sequence[str], needed: Sequence[str] = ()) -> None:
        """Watch these from now on; the closes of `needed` ones are wanted though nobody sees them, the first first."""
        self.watched = tuple(dict.fromkeys(symbols))
        self.needed = tuple(needed)
        self._followed = None

    def select(self, symbol: str) -> None:
        """Follow this one too; "" for none."""
        self.selected = symbol
        self._followed = None

    def next_looked_at(self) -> tuple[str, ...]:
        """Whose state to look at with this beat: what is on screen, and of a long list a part of the rest in turn."""
        followed = self.followed
        if len(followed) <= LOOKED_AT:
            return followed
        at = self._next % len(followed)
        self._next = at + LOOKED_AT
        first = (self.selected,) if self.selected else ()
        return tuple(dict.fromkeys((*first, *self.seen, *followed[at : at + LOOKED_AT])))
