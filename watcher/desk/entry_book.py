"""The entries that count, in memory: by number, by instrument, and the positions they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from watcher.domain.holding import Entry
from watcher.domain.positions import Position, position
from watcher.domain.split import Split


class EntryBook:
    """Entries with their positions, each of which is made when it is first asked for."""

    def __init__(self, splits: Callable[[str], tuple[Split, ...]]) -> None:
        """Empty; `splits` tells what is known of an instrument's splits."""
        self._splits = splits
        self._entries: dict[int, Entry] = {}
        self._of: dict[str, dict[int, None]] = {}
        self._positions: dict[str, Position] = {}
        self._currencies: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many entries count."""
        return len(self._entries)

    @property
    def instruments(self) -> tuple[str, ...]:
        """The keys of all instruments that have entries."""
        return tuple(self._of)

    @property
    def currencies(self) -> frozenset[str]:
        """All currencies that entries name."""
        return frozenset(+self._currencies)

    def has(self, instrument: str) -> bool:
        """Whether there are entries of an instrument."""
        return instrument in self._of

    def entry(self, number: int) -> Entry | None:
        """The entry of a number; None where there is none."""
        return self._entries.get(number)

    def entries(self, instrument: str | None = None) -> tuple[Entry, ...]:
        """The entries of an instrument (None: all), in the order kept."""
        if instrument is None:
            return tuple(self._entries[number] for number in sorted(self._entries))
        return tuple(self._entries[number] for number in sorted(self._of.get(instrument, ())))

    def position(self, instrument: str) -> Position | None:
        """What is held of an instrument and was sold; None where it has no entries."""
        found = self._positions.get(instrument)
        if found is None and instrument in self._of:
            splits = self._splits(instrument)
            found = self._positions[instrument] = position(instrument, self.entries(instrument), splits)
        return found

    def put(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Take in entries, in the place of those with the same numbers; gives the instruments that are affected."""
        touched = set()
        for entry in entries:
            touched |= self._forget(entry.id)
            instrument = entry.transaction.instrument
            self._entries[entry.id] = entry
            self._currencies.update(_currencies(entry))
            self._of.setdefault(instrument, {})[entry.id] = None
            touched.add(instrument)
        return self._made_anew(touched)

    def remove(self, numbers: Iterable[int]) -> frozenset[str]:
        """Drop entries; gives the instruments that are affected."""
        touched: set[str] = set()
        for number in numbers:
            touched |= self._forget(number)
        return self._made_anew(touched)

    def replace_all(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Hold exactly these; gives the instruments whose entries differ from before."""
        fresh = {entry.id: entry for entry in entries}
        gone = [number for number in self._entries if number not in fresh]
        new = [entry for number, entry in fresh.items() if self._entries.get(number) != entry]
        return self.remove(gone) | self.put(new)

    def make_anew(self, instrument: str) -> None:
        """Make the position again when it is asked for: its splits changed."""
        self._positions.pop(instrument, None)

    def _forget(self, number: int) -> set[str]:
        entry = self._entries.pop(number, None)
        if entry is None:
            return set()
        self._currencies.subtract(_currencies(entry))
        instrument = entry.transaction.instrument
        rest = self._of[instrument]
        del rest[number]
        if not rest:
            del self._of[instrument]
        return {instrument}

    def _made_anew(self, instruments: set[str]) -> frozenset[str]:
        for instrument in instruments:
            self._positions.pop(instrument, None)
        return frozenset(instruments)


def _currencies(entry: Entry) -> set[str]:
    made = entry.transaction
    return {made.currency, made.fee_currency, made.amount_currency} - {""}
