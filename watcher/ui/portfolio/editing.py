"""Adding, changing and removing transactions: the forms, and the deeds that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from watcher.desk.deeds import Deed
from watcher.desk.session import Session, SessionKind
from watcher.domain.errors import StoreError
from watcher.domain.holding import Entry, Side, Transaction, is_resolved
from watcher.ui.portfolio.form import TransactionForm
from watcher.words.stores import not_kept_sentence
from watcher.words.zones import local_zone


class Editing(QObject):
    """Does what the user wants done with transactions; one that could not be kept stays in its form."""

    deed_done = Signal(object)  # Deed
    failed = Signal(object)  # StoreError
    choice_wanted = Signal(str, object)  # text to look for, callable that takes the symbol ("" for none)

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Work on the session's holdings; forms lie over `parent`."""
        super().__init__(parent)
        self._over = parent
        self._session = session
        self._desk = session.holdings
        self._left: TransactionForm | None = None  # one that was left with something typed in it

    def add(self, key: str, over: QWidget | None = None) -> None:
        """Open the form for a new transaction in an instrument; what was typed and left before is still there."""
        left, self._left = self._left, None
        if left is not None and left.key == key:
            left.open()
            return
        if left is not None:  # of another instrument
            left.deleteLater()
        form = self._form(key, self._new(key), over, known=False)
        form.given.connect(lambda made: self._keep(form, lambda: self._desk.add(made)))
        form.rejected.connect(lambda: self._leave(form))
        form.other_wanted.connect(lambda: self._choose_other(form))
        form.open()

    def change(self, entry: Entry, over: QWidget | None = None) -> None:
        """Open the form with a transaction that is kept."""
        form = self._form(entry.transaction.instrument, entry.transaction, over, known=True)
        form.given.connect(lambda made: self._keep(form, lambda: self._desk.change(entry.id, made)))
        form.rejected.connect(form.deleteLater)
        form.open()

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove transactions; it can be undone."""
        self._do(lambda: self._desk.remove(tuple(numbers)))

    def choose_listing(self, key: str) -> None:
        """Have the listing of an instrument chosen that is only known by what files call it."""

        def take(symbol: str) -> None:
            if symbol:
                self._do(lambda: self._desk.resolve(key, symbol))

        made = next((entry.transaction for entry in self._desk.entries(key)), None)
        written = "" if made is None else made.isin or made.wkn or made.ticker or made.name
        self.choice_wanted.emit(written, take)

    def forget(self) -> None:
        """Throw away what was typed and left."""
        left, self._left = self._left, None
        if left is not None:
            left.deleteLater()

    def _form(self, key: str, start: Transaction, over: QWidget | None, *, known: bool) -> TransactionForm:
        form = TransactionForm(
            self._title(key),
            start,
            self._today(),
            self._desk.currency,
            known=known,
            hidden=self._session.preferences.settings.amounts_hidden,
            notice=self._notice(),
            parent=over or self._over.window(),
        )
        form.key = key
        return form

    def _notice(self) -> str:
        """The sample's portfolio is no place for what is to be kept."""
        if self._session.kind is not SessionKind.SAMPLE:
            return ""
        return self.tr("This is the sample's portfolio, which is forgotten; your own is kept live.")

    def _new(self, key: str) -> Transaction:
        """A purchase of today, of the instrument as it is written where its listing is not known."""
        known = next((entry.transaction for entry in self._desk.entries(key)), None)
        made = Transaction(Side.BUY, Decimal(0), day=self._today())
        if is_resolved(key):
            currency = self._session.market.instrument(key).currency
            return Transaction(Side.BUY, Decimal(0), key, day=made.day, currency=currency)
        if known is None:
            return made
        return Transaction(
            Side.BUY,
            Decimal(0),
            isin=known.isin,
            name=known.name,
            day=made.day,
            currency=known.currency,
            wkn=known.wkn,
            ticker=known.ticker,
            exchange=known.exchange,
            cusip=known.cusip,
            sedol=known.sedol,
        )

    def _title(self, key: str) -> str:
        name = self._desk.name(key)
        if not is_resolved(key):
            return name
        known = self._session.market.instrument(key).name
        return f"{key} \u00b7 {known}" if known and known != key else key

    def _keep(self, form: TransactionForm, change: Callable[[], Deed]) -> None:
        try:
            deed = change()
        except StoreError as error:
            form.say(not_kept_sentence(error))
            return
        form.accept()
        form.deleteLater()
        self.deed_done.emit(deed)

    def _leave(self, form: TransactionForm) -> None:
        """Keep a form in which something was typed for the next time."""
        if form.touched:
            self._left = form
        else:
            form.deleteLater()

    def _choose_other(self, form: TransactionForm) -> None:
        """Let another instrument be chosen for what is typed."""
        form.hide()

        def take(symbol: str) -> None:
            if symbol:
                start = self._new(symbol)
                form.key = symbol
                form.set_instrument(self._title(symbol), start)
            form.open()
            form.activateWindow()
            form.quantity.edit.setFocus(Qt.FocusReason.OtherFocusReason)

        self.choice_wanted.emit("", take)

    def _do(self, change: Callable[[], Deed]) -> None:
        try:
            deed = change()
        except StoreError as error:
            self.failed.emit(error)
            return
        self.deed_done.emit(deed)

    def _today(self) -> date:
        return self._session.clock.now().astimezone(local_zone()).date()
