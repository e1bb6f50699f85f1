"""The entries that count, in memory: by number, by instrument, and the positions they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from watcher.domain.holding import Cause, Entry
from watcher.domain.moved_shares import mergers
from watcher.domain.positions import Lot, Position, position
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
        self._merging: dict[int, None] = {}  # entries that call themselves a merger
        self._came: dict[int, str] = {}  # the instrument that each of them was last of
        self._mergers: dict[int, tuple[Entry, ...]] = {}
        self._making: set[str] = set()

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
            entries = self.entries(instrument)
            found = position(instrument, entries, self._splits(instrument), self._merged_into(instrument, entries))
            self._positions[instrument] = found
        return found

    def _merged_into(self, instrument: str, entries: tuple[Entry, ...]) -> dict[int, tuple[Lot, ...]]:
        """The lots that became shares of an instrument by a merger, by the row that brought them."""
        merged = {}
        self._making.add(instrument)
        for entry in entries if self._mergers else ():
            went = self._mergers.get(entry.id, ())
            if went and went[0].transaction.instrument not in self._making:  # two that merged into each other: neither
                before = self.position(went[0].transaction.instrument)
                numbers = {row.id for row in went}
                parts = tuple(c.lot for c in before.closings if c.entry.id in numbers) if before else ()
                if sum(part.quantity for part in parts) == sum(row.transaction.quantity for row in went):
                    merged[entry.id] = parts
        self._making.discard(instrument)
        return merged

    def put(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Take in entries, in the place of those with the same numbers; gives the instruments that are affected."""
        touched = set()
        for entry in entries:
            touched |= self._forget(entry.id)
            instrument = entry.transaction.instrument
            self._entries[entry.id] = entry
            self._currencies.update(_currencies(entry))
            if entry.transaction.cause is Cause.MERGER:
                self._merging[entry.id] = None
                self._came[entry.id] = instrument
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

    def make_anew(self, instrument: str) -> frozenset[str]:
        """Make the position again when it is asked for: its splits changed; gives all that are affected."""
        return self._made_anew({instrument})

    def _forget(self, number: int) -> set[str]:
        entry = self._entries.pop(number, None)
        if entry is None:
            return set()
        self._currencies.subtract(_currencies(entry))
        self._merging.pop(number, None)
        instrument = entry.transaction.instrument
        rest = self._of[instrument]
        del rest[number]
        if not rest:
            del self._of[instrument]
        return {instrument}

    def _made_anew(self, instruments: set[str]) -> frozenset[str]:
        """Have positions made again: of these instruments, and of those that they merged into."""
        heirs = [(went, came) for came, went in self._pairs()]
        self._mergers = mergers(self._entries[number] for number in self._merging)
        heirs += [(went, came) for came, went in self._pairs()]
        touched, before = set(instruments), 0
        while len(touched) != before:
            before = len(touched)
            touched |= {came for went, came in heirs if went in touched}
        for instrument in touched:
            self._positions.pop(instrument, None)
        return frozenset(touched)

    def _pairs(self) -> list[tuple[str, str]]:
        """What came by mergers, and what went for it."""
        return [
            (self._came[number], went[0].transaction.instrument)
            for number, went in self._mergers.items()
            if number in self._came
        ]


def _currencies(entry: Entry) -> set[str]:
    made = entry.transaction
    return {made.currency, made.fee_currency, made.amount_currency} - {""}
