"""What is known of each instrument: its listing, slow figures, and its venue's hours."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background
from watcher.domain.clock import Clock
from watcher.domain.instrument import Facts, Instrument
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.feeds.source import HoursSource
from watcher.storage.market_store import MarketStore

BACK = timedelta(days=2 * 366)
AHEAD = timedelta(days=365)
KEPT = timedelta(days=30)  # hours learned longer ago are asked for again
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bundled:
    """What is known of instruments without asking: listings, a guess for the rest, and hours by venue."""

    instruments: Mapping[str, Instrument]
    guess: Callable[[str], Instrument]
    hours: Callable[[str], TradingHours]


class InstrumentBook(QObject):
    """Bundled, stored and learned; where nothing is known, a guess from the symbol that binds nobody."""

    changed = Signal(str)  # symbol whose instrument is better known
    facts_changed = Signal(str)  # symbol
    hours_changed = Signal(str)  # venue

    def __init__(
        self,
        clock: Clock,
        background: Background,
        store: MarketStore,
        source: HoursSource,
        bundled: Bundled,
        parent: QObject | None = None,
    ) -> None:
        """Take up what is stored of instruments and figures (small records); hours come later, in the background.

        Args:
            clock: the session's.
            background: where hours are read and asked for.
            store: where instruments, figures and hours are kept.
            source: trading calendars.
            bundled: what is known without asking; its currencies are law.
            parent: Qt's.
        """
        super().__init__(parent)
        self._clock = clock
        self._background = background
        self._store = store
        self._source = source
        self._bundled = bundled.instruments
        self._guess = bundled.guess
        self._shipped = bundled.hours
        self._known: dict[str, Instrument] = {}
        for stored in store.instruments():
            self._known[stored.symbol] = self._as_bundled(stored)
        for symbol, instrument in bundled.instruments.items():
            self._known.setdefault(symbol, instrument)
        self._facts: dict[str, Facts] = {facts.symbol: facts for facts in store.facts()}
        self._guesses: dict[str, Instrument] = {}
        self._hours: dict[str, TradingHours] = {}
        self._looked_up: set[str] = set()
        self._kinds: dict[tuple[str, str], str] = {}
        self._sorted_out: tuple[str, ...] | None = None  # the symbols whose kinds these are

    def instrument(self, symbol: str) -> Instrument:
        """The instrument; a guess from the symbol where nothing is known."""
        found = self._known.get(symbol) or self._guesses.get(symbol)
        if found is None:
            found = self._guesses[symbol] = self._guess(symbol)
        return found

    def all(self) -> tuple[Instrument, ...]:
        """Every instrument of which more than a guess is known: bundled, or ever quoted here."""
        return tuple(self._known.values())

    def knows(self, symbol: str) -> bool:
        """Whether the instrument is more than a guess, so that a quote in another currency is wrong."""
        return symbol in self._known

    def facts(self, symbol: str) -> Facts:
        """The slow figures; all None where none came yet."""
        return self._facts.get(symbol) or Facts(symbol)

    def hours(self, symbol: str) -> TradingHours:
        """The hours of the symbol's venue, as well as they are known; where they are not, in the symbol's own zone."""
        instrument = self.instrument(symbol)
        venue = instrument.venue
        found = self._hours.get(venue)
        if found is None:
            found = self._hours[venue] = self._shipped(venue)
        if found.kind is HoursKind.UNKNOWN and _is_zone(instrument.timezone):
            return replace(found, timezone=instrument.timezone)  # not kept: venues in many zones share the key ""
        return found

    def distinct_hours(self, symbols: tuple[str, ...]) -> tuple[TradingHours, ...]:
        """The hours of the symbols' venues, each venue and zone once."""
        return tuple(self.hours(symbol) for symbol in self._one_of_each(symbols).values())

    def learn(self, instruments: Iterable[Instrument], facts: Iterable[Facts] = ()) -> None:
        """Take over what a reply tells and store it; an instrument in another currency than known is refused."""
        fresh = [i for i in map(self._as_bundled, instruments) if self._better(i)]
        if fresh:
            self._sorted_out = None
        for instrument in fresh:
            self._known[instrument.symbol] = instrument
            self.changed.emit(instrument.symbol)
        new_facts = [merged for f in facts if (merged := _filled(f, self._facts.get(f.symbol))) != self.facts(f.symbol)]
        for entry in new_facts:
            self._facts[entry.symbol] = entry
            self.facts_changed.emit(entry.symbol)
        if fresh:
            self._background.run(partial(self._store.put_instruments, fresh), _ignore, _ignore, lane="store")
        if new_facts:
            self._background.run(partial(self._store.put_facts, new_facts), _ignore, _ignore, lane="store")

    def forget_facts(self) -> None:
        """Know no slow figures any more."""
        self._facts.clear()

    def look_up_hours(self, symbols: tuple[str, ...]) -> None:
        """Read the stored hours of these symbols' venues, and ask for them where they are missing or a month old."""
        for venue in {venue for venue, _ in self._one_of_each(symbols)} - self._looked_up:
            self._looked_up.add(venue)
            if self._shipped(venue).kind is HoursKind.CALENDAR:
                self._background.run(
                    partial(self._store.hours, venue), partial(self._read, venue), _ignore, lane="store"
                )

    def _one_of_each(self, symbols: tuple[str, ...]) -> dict[tuple[str, str], str]:
        """A symbol for each venue and zone among thousands, found once and then each second."""
        if symbols is not self._sorted_out:
            known = map(self.instrument, symbols)
            self._kinds = {(i.venue, i.timezone): i.symbol for i in known}
            self._sorted_out = symbols
        return self._kinds

    def look_up_again(self) -> None:
        """Let hours be looked up once more, as after some weeks."""
        self._looked_up.clear()

    def _read(self, venue: str, stored: TradingHours | None) -> None:
        today = self._clock.now().date()
        if stored is not None and stored.kind is HoursKind.CALENDAR and _covers(stored, today):
            self._adopt(venue, stored)
            if stored.known_to is not None and stored.known_to >= today + AHEAD - KEPT:
                return
        ask = partial(self._source.hours, venue, today - BACK, today + AHEAD)
        self._background.run(ask, partial(self._came, venue), partial(_log_failure, venue), lane="hours")

    def _came(self, venue: str, hours: TradingHours) -> None:
        if hours.kind is HoursKind.CALENDAR and _covers(hours, self._clock.now().date()):
            self._adopt(venue, hours)
            self._background.run(partial(self._store.put_hours, hours), _ignore, _ignore, lane="store")

    def _adopt(self, venue: str, hours: TradingHours) -> None:
        if self._hours.get(venue) != hours:
            self._hours[venue] = hours
            self.hours_changed.emit(venue)

    def _as_bundled(self, instrument: Instrument) -> Instrument:
        """An instrument with what the bundled entry knows better: identifiers and the name people use."""
        own = self._bundled.get(instrument.symbol)
        if own is None:
            return instrument
        return replace(instrument, name=own.name, venue=own.venue, isin=own.isin or instrument.isin, wkn=own.wkn)

    def _better(self, instrument: Instrument) -> bool:
        known = self._known.get(instrument.symbol)
        if known is None:
            return True
        if known.currency and instrument.currency != known.currency:
            log.warning("%s: refused %s, it is in %s", instrument.symbol, instrument.currency, known.currency)
            return False
        return known != instrument


def _is_zone(name: str) -> bool:
    """Whether a zone of that name is known here; the source's word for it is not looked at before."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _covers(hours: TradingHours, day: date) -> bool:
    first, last = hours.known_from, hours.known_to
    return first is not None and last is not None and first <= day <= last


def _filled(fresh: Facts, before: Facts | None) -> Facts:
    """Fresh figures; the year's range and the first trade stay where a reply leaves them out."""
    if before is None:
        return fresh
    return replace(
        fresh,
        year_low=before.year_low if fresh.year_low is None else fresh.year_low,
        year_high=before.year_high if fresh.year_high is None else fresh.year_high,
        first_trade=before.first_trade if fresh.first_trade is None else fresh.first_trade,
    )


def _log_failure(venue: str, error: Exception) -> None:
    log.info("hours of %s: %s", venue, error)


def _ignore(_: object) -> None:
    """What the store could not keep comes again with a later reply; the worker has logged it."""
