"""What the user holds: every change to it, and what it is worth, of one session."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal

from watcher.desk.background import Background
from watcher.desk.deeds import Deed, DeedKind, done
from watcher.desk.entry_book import EntryBook
from watcher.desk.exchange_rates import ExchangeRates
from watcher.desk.market import MarketDesk
from watcher.desk.preferences import Preferences
from watcher.desk.scheduler import Scheduler
from watcher.desk.valuing import Valuing
from watcher.domain.bars import Interval
from watcher.domain.clock import Clock
from watcher.domain.holding import Entry, Transaction, is_resolved
from watcher.domain.link import LinkKind
from watcher.domain.positions import Position
from watcher.domain.settings import Settings, portfolio_currency
from watcher.domain.tally import Totals
from watcher.domain.valuation import Valuation
from watcher.series.bars import Change
from watcher.storage.entries import Entries

AT_ONCE = 2000  # entries that are read before the first frame; more of them come in the background
VALUED_AT_ONCE = 500  # positions that are valued when somebody asks for the totals
ANSWERING = frozenset({LinkKind.STREAMING, LinkKind.POLLING})  # a pair of which nothing comes is one nobody quotes
ZERO = Decimal(0)
log = logging.getLogger(__name__)


class HoldingsDesk(QObject):
    """Entries, positions and figures; `store` is the table behind it, for imports that stage there."""

    changed = Signal()  # entries came, went or changed
    valued = Signal(object)  # frozenset of instruments whose figures changed, at most 30 times a second
    needs_changed = Signal()  # `needed` is another

    def __init__(
        self,
        clock: Clock,
        scheduler: Scheduler,
        background: Background,
        market: MarketDesk,
        store: Entries,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        """Take up what is kept.

        Args:
            clock: the session's.
            scheduler: its beat.
            background: where many entries are read.
            market: prices, rates and splits.
            store: the user's entries.
            preferences: tell the portfolio's currency.
            parent: Qt's.
        """
        super().__init__(parent)
        self.store = store
        self._clock = clock
        self._background = background
        self._market = market
        self._preferences = preferences
        self._book = EntryBook(market.splits.of)
        self._rates = ExchangeRates(clock, market, portfolio_currency(preferences.settings))
        self._valuing = Valuing(clock, market, self._rates, self._book.position, self)
        self._loaded = False
        self._changes = 0  # how often the user changed something, so that what was read before that is read anew
        self._needed: tuple[str, ...] = ()
        self._needs_due = False
        self._order: tuple[Position, ...] | None = None
        self._valuing.valued.connect(self._tell_valued)
        market.prices_changed.connect(self._prices_changed)
        market.series_changed.connect(self._series_changed)
        market.instrument_changed.connect(self._instrument_changed)
        market.splits.changed.connect(self._splits_changed)
        preferences.changed.connect(self._prefer)
        scheduler.beat.connect(self._beat)
        self.reload()

    # ---- what is held
    @property
    def loaded(self) -> bool:
        """Whether all that is kept was read; told by `changed`."""
        return self._loaded

    @property
    def currency(self) -> str:
        """The portfolio's currency (ISO 4217), in which all money is told."""
        return self._rates.portfolio

    @property
    def instruments(self) -> tuple[str, ...]:
        """The keys of all instruments that have entries: Yahoo symbols, or what is written where none is known yet."""
        return self._book.instruments

    @property
    def needed(self) -> tuple[str, ...]:
        """The symbols whose prices this desk needs, exchange rates first."""
        return self._needed

    @property
    def pairs(self) -> tuple[str, ...]:
        """Of `needed`, the pairs that exchange rates are made of."""
        return self._rates.symbols

    @property
    def positions(self) -> tuple[Position, ...]:
        """What is held, the highest value first, then what has no value by its key."""
        if self._order is None:
            if self._valuing.waiting <= VALUED_AT_ONCE:
                self._valuing.finish()
            all_of_them = [p for key in self._book.instruments if (p := self._book.position(key)) is not None]
            self._order = tuple(sorted(all_of_them, key=self._rank))
        return self._order

    def position(self, instrument: str) -> Position | None:
        """What is held of an instrument; None where there are no entries of it."""
        return self._book.position(instrument)

    def entries(self, instrument: str | None = None) -> tuple[Entry, ...]:
        """The entries of an instrument (None: all of them), in the order kept."""
        return self._book.entries(instrument)

    def entry(self, number: int) -> Entry | None:
        """One entry by its number."""
        return self._book.entry(number)

    def name(self, instrument: str) -> str:
        """What an instrument is called: by the market, else as it is written in an entry; its key at worst."""
        if is_resolved(instrument):
            known = self._market.instrument(instrument).name
            if known and known != instrument:
                return known
        written = (entry.transaction.name for entry in self._book.entries(instrument))
        return next((name for name in written if name), instrument)

    # ---- what it is worth
    @property
    def totals(self) -> Totals:
        """The sums over all positions, with what was left out of them; see `valuing`."""
        if self._valuing.waiting <= VALUED_AT_ONCE:
            self._valuing.finish()
        return self._valuing.totals()

    @property
    def valuing(self) -> int:
        """How many positions are still to be valued after a great change; `totals` lack them until then."""
        return self._valuing.waiting

    def valuation(self, instrument: str) -> Valuation | None:
        """The figures of a position as of now; None where there are no entries of it."""
        return self._valuing.value_of(instrument)

    def weight(self, instrument: str) -> Decimal | None:
        """The share of a position in the portfolio's value; None where either is not known."""
        valuation, whole = self.valuation(instrument), self._valuing.totals().value
        return None if valuation is None or valuation.value is None or whole <= 0 else valuation.value / whole

    # ---- changes
    def add(self, *transactions: Transaction) -> Deed:
        """Keep transactions made by hand.

        Raises:
            StoreError: nothing was kept.
        """
        self._read_now()
        entries = self.store.add(transactions)
        self._put_in_memory(entries)
        numbers = tuple(entry.id for entry in entries)
        return Deed(
            DeedKind.LOT_ADDED, _subject(transactions), partial(self._remove, numbers), partial(self._put, entries)
        )

    def change(self, number: int, transaction: Transaction) -> Deed:
        """Put another transaction in the place of an entry's. Raises StoreError; KeyError where there is no such."""
        return self._change(DeedKind.LOT_CHANGED, _subject((transaction,)), {number: transaction})

    def remove(self, numbers: Iterable[int]) -> Deed:
        """Forget entries; unknown numbers are nothing. Raises StoreError."""
        self._read_now()
        gone = tuple(entry for number in numbers if (entry := self._book.entry(number)) is not None)
        subject = _subject(tuple(entry.transaction for entry in gone))
        numbers = tuple(entry.id for entry in gone)
        return done(DeedKind.LOT_REMOVED, subject, partial(self._remove, numbers), partial(self._put, gone))

    def resolve(self, instrument: str, symbol: str) -> Deed:
        """Say which listing an instrument is, for all of its entries; "" takes it back. Raises StoreError."""
        self._read_now()
        changed = {e.id: replace(e.transaction, symbol=symbol) for e in self._book.entries(instrument)}
        return self._change(DeedKind.LISTING_CHOSEN, symbol or instrument, changed)

    def reload(self, then: Callable[[], None] | None = None) -> None:
        """Read what counts, also after an import was put in force or taken back; told by `changed`."""
        since = self._changes

        def take_up(entries: tuple[Entry, ...]) -> None:
            if self._changes != since:  # the user changed something after these were read
                self.reload(then)
                return
            self._take_up(entries)
            if then is not None:
                then()

        if self.store.count() <= AT_ONCE:
            take_up(self.store.all())
        else:
            self._background.run(self.store.all, take_up, self._not_read, lane="entries")

    def close(self) -> None:
        """Fall silent."""
        self._valuing.close()

    # ---- within
    def _change(self, kind: DeedKind, subject: str, changed: dict[int, Transaction]) -> Deed:
        self._read_now()
        before = []
        for number in changed:
            entry = self._book.entry(number)
            if entry is None:
                raise KeyError(number)
            before.append(entry)
        after = tuple(replace(entry, transaction=changed[entry.id]) for entry in before)
        return done(kind, subject, partial(self._put, after), partial(self._put, tuple(before)))

    def _put(self, entries: Sequence[Entry]) -> None:
        self.store.put(entries)
        self._put_in_memory(entries)

    def _put_in_memory(self, entries: Sequence[Entry]) -> None:
        self._changes += 1
        self._entries_changed(self._book.put(entries))

    def _remove(self, numbers: Sequence[int]) -> None:
        self.store.remove(numbers)
        self._changes += 1
        self._entries_changed(self._book.remove(numbers))

    def _read_now(self) -> None:
        """Do not wait for the background where the user changes something before all was read."""
        if not self._loaded:
            self._take_up(self.store.all())

    def _take_up(self, entries: tuple[Entry, ...]) -> None:
        self._loaded = True
        self._entries_changed(self._book.replace_all(entries))

    def _not_read(self, error: Exception) -> None:
        log.warning("the portfolio could not be read: %s", error)

    def _entries_changed(self, instruments: frozenset[str]) -> None:
        if not instruments:
            return
        self._order = None
        self._see_needs()
        self._valuing.mark(instruments)
        self.changed.emit()

    def _see_needs(self) -> None:
        """Find out which prices and rates are needed now."""
        self._needs_due = False
        symbols = [key for key in self._book.instruments if is_resolved(key)]
        currencies = set(self._book.currencies)
        for symbol in symbols:
            quote = self._market.quote(symbol)
            currencies.add(quote.currency if quote else self._market.instrument(symbol).currency)
        self._rates.need(currencies)
        needed = tuple(dict.fromkeys((*self._rates.symbols, *symbols)))
        if needed != self._needed:
            self._needed = needed
            self.needs_changed.emit()

    def _instrument_changed(self, symbol: str) -> None:
        if self._book.has(symbol):
            self._needs_due = True  # its currency may be another than was guessed
            self._valuing.mark((symbol,))

    def _prices_changed(self, symbols: frozenset[str]) -> None:
        self._valuing.mark([symbol for symbol in symbols if self._book.has(symbol)])
        turned = self._rates.currencies_of(symbols)
        if turned:
            fresh = self._rates.notice(turned)
            self._valuing.mark(self._book.instruments if fresh else self._priced_in(turned))

    def _priced_in(self, currencies: frozenset[str]) -> list[str]:
        """The instruments whose value hangs on the rate of one of these currencies."""
        values = ((key, self._valuing.as_valued(key)) for key in self._book.instruments)
        return [key for key, valuation in values if valuation is None or valuation.market.currency in currencies]

    def _series_changed(self, symbol: str, interval: Interval, change: Change) -> None:
        if interval is not Interval.D1 or change is Change.LAST:
            return
        if self._rates.currencies_of(frozenset((symbol,))):
            self._rates.forget_closes(symbol)
            self._valuing.mark(self._book.instruments)

    def _splits_changed(self, symbol: str) -> None:
        if not self._book.has(symbol):
            return
        self._order = None
        self._valuing.mark(self._book.make_anew(symbol))
        self.changed.emit()

    def _tell_valued(self, instruments: frozenset[str]) -> None:
        self._order = None
        self.valued.emit(instruments)

    def _prefer(self, before: Settings, after: Settings) -> None:
        currency = portfolio_currency(after)
        if currency == portfolio_currency(before):
            return
        self._rates = ExchangeRates(self._clock, self._market, currency)
        self._order = None
        self._valuing.begin_anew(self._rates, self._book.instruments)
        self._see_needs()
        self.changed.emit()

    def _beat(self, _now: datetime) -> None:
        if self._market.link.kind not in ANSWERING:
            self._rates.postpone()
        if self._rates.look() or self._needs_due:
            self._see_needs()

    def _rank(self, position: Position) -> tuple[bool, Decimal, str]:
        valuation = self._valuing.as_valued(position.instrument)
        known = valuation is not None and valuation.value is not None
        worth = valuation.value if valuation is not None and valuation.value is not None else ZERO
        return not known, -worth, position.instrument


def _subject(transactions: Sequence[Transaction]) -> str:
    """What a deed is about: the symbol or name of the first."""
    if not transactions:
        return ""
    first = transactions[0]
    return first.symbol or first.name or first.isin or first.instrument
