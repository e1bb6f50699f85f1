"""The form in which a transaction is written down or put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from watcher.domain.currency import COMMON, HUNDREDTHS, MINOR_DIGITS, is_currency
from watcher.domain.holding import Side, Transaction
from watcher.ui.portfolio.fields import Field, NumberField
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label
from watcher.words.times import full_date
from watcher.words.transactions import FormProblem, form_problem, side_name, total_line
from watcher.words.typed import Misread

NO_DAY = QDate(1900, 1, 1)  # stands for a day that is not known
TRADES = {Side.BUY, Side.SELL}


class TransactionForm(QDialog):
    """What is typed stays until it is kept or thrown away; what is wrong is said at its field."""

    given = Signal(object)  # Transaction, all of whose fields are right; `accept` once it is kept
    other_wanted = Signal()  # it is about another instrument

    def __init__(
        self,
        name: str,
        start: Transaction,
        today: date,
        currency: str,
        *,
        known: bool = False,
        hidden: bool = False,
        notice: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer a transaction to be filled in or changed.

        Args:
            name: of the instrument, plain text.
            start: what the fields show at first; what no field shows is kept as it is.
            today: the last day on which something can have happened.
            currency: the portfolio's, to which a rate converts.
            known: whether `start` is kept already and is to be changed.
            hidden: whether amounts are masked; what is to be edited is still to be seen.
            notice: what is to be known before anything is typed; empty for nothing.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setObjectName("transaction_form")
        title = self.tr("Change a transaction in {name}") if known else self.tr("Add a transaction in {name}")
        self.setWindowTitle(title.format(name=name))
        self.key = start.instrument
        """Of what it is about, as the caller names it."""
        self._start = start
        self._today = today
        self._currency = currency
        self._hidden = hidden
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addLayout(self._make_subject(name, known=known))
        if notice:
            said = plain_label("transaction_notice", "problem", notice)
            said.setWordWrap(True)
            column.addWidget(said)
        column.addLayout(self._make_fields())
        self._total = plain_label("transaction_total", "dim")
        self._total.setMinimumHeight(self._total.fontMetrics().height())
        self._failure = plain_label("transaction_failure", "problem")
        self._failure.setWordWrap(True)
        self._failure.hide()
        column.addWidget(self._total)
        column.addWidget(self._failure)
        column.addWidget(self._make_buttons(known=known))
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        numbers = (self.quantity.edit, self.price.edit, self.code, self.fee.edit, self.rate.edit)
        for before, after in pairwise((self.side, self.date, *numbers, self.note)):
            self.setTabOrder(before, after)
        self._fill(start)
        self._follow()
        self._first = self._typed()
        self._connect()
        self.quantity.edit.setFocus()
        self.quantity.edit.selectAll()

    @property
    def touched(self) -> bool:
        """Whether a field reads otherwise than at first."""
        return self._typed() != self._first

    def set_instrument(self, name: str, start: Transaction) -> None:
        """Be about another instrument; what is typed stays, but for a currency that was only offered."""
        offered = self._code() == self._start.currency
        self._subject.setText(name)
        self._start = start
        self.setWindowTitle(self.tr("Add a transaction in {name}").format(name=name))
        if offered:
            self.code.setCurrentText(start.currency)

    def say(self, sentence: str) -> None:
        """Say why it could not be kept; everything typed stays."""
        self._failure.setText(sentence)
        self._failure.setVisible(bool(sentence))

    def transaction(self) -> Transaction | None:
        """What is typed; None where something is wrong, which is said at its field then."""
        side = self.chosen_side()
        quantity = self.quantity.judged(FormProblem.NO_QUANTITY, FormProblem.QUANTITY_NOT_ABOVE_ZERO, above_zero=True)
        needed = FormProblem.NO_PRICE if side in TRADES and self._start.amount is None else None
        price = self.price.judged(needed, FormProblem.BELOW_ZERO, above_zero=False)
        fee = self.fee.judged(None, FormProblem.BELOW_ZERO, above_zero=False)
        rate = self.rate.judged(None, FormProblem.RATE_NOT_ABOVE_ZERO, above_zero=True)
        currency = self._judged_currency(needed=price is not None)
        day = self._judged_day(side)
        fields: tuple[Field, ...] = (self.day, self.quantity, self.price, self.fee, self.rate)
        wrong = next((field for field in fields if field.problem.text()), None)
        if wrong is not None or quantity is None:
            editor = (wrong or self.quantity).editor
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(editor, QLineEdit):
                editor.selectAll()
            return None
        made = replace(
            self._start,
            side=side,
            day=day,
            quantity=quantity,
            price=price,
            currency=currency,
            fee=fee,
            rate=rate if self._converts() else self._start.rate if currency == self._start.currency else None,
            note=self.note.text().strip(),
        )
        return self._consistent(made)

    def chosen_side(self) -> Side:
        """What is chosen at the top."""
        return Side(self.side.currentData())

    def _consistent(self, made: Transaction) -> Transaction:
        """Without a stated total that no longer fits what it was the total of."""
        before = self._start
        same = (made.side, made.quantity, made.price, made.currency, made.fee) == (
            before.side,
            before.quantity,
            before.price,
            before.currency,
            before.fee,
        )
        if same or made.price is None:
            return made
        return replace(made, amount=None, amount_currency="")

    def _make_subject(self, name: str, *, known: bool) -> QHBoxLayout:
        self._subject = plain_label("transaction_instrument", "strong", name)
        self._subject.setWordWrap(True)
        self._subject.setMinimumWidth(240)
        row = QHBoxLayout()
        row.addWidget(self._subject, 1)
        if not known:
            other = QPushButton(self.tr("Another"))
            other.setObjectName("transaction_other")
            other.setAccessibleName(self.tr("Choose another instrument"))
            other.setAutoDefault(False)
            set_look(other, "link")
            other.clicked.connect(self.other_wanted)
            row.addWidget(other, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _typed(self) -> tuple[str, ...]:
        """What all fields read."""
        edits = (self.quantity.edit, self.price.edit, self.fee.edit, self.rate.edit, self.note)
        return (self.side.currentText(), self.date.text(), self._code(), *(edit.text() for edit in edits))

    def _make_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        self.side = QComboBox()
        for side in (Side.BUY, Side.SELL, Side.IN, Side.OUT, Side.HOLD):
            self.side.addItem(side_name(side), side.value)
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat(self.tr("d MMM yyyy"))
        self.date.setMinimumDate(NO_DAY)
        self.date.setSpecialValueText(self.tr("not known"))
        self.code = QComboBox()
        self.code.setObjectName("transaction_currency")
        self.code.setAccessibleName(self.tr("Currency of the price"))
        self.code.setEditable(True)
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.addItems(_codes(self._start.currency, self._currency))
        Field(grid, "transaction_side", self.tr("What"), self.side)
        self.day = Field(grid, "transaction_day", self.tr("Day"), self.date)
        self.quantity = NumberField(grid, "transaction_quantity", self.tr("Quantity"))
        self.price = NumberField(grid, "transaction_price", self.tr("Price of one"), self.code)
        self.fee = NumberField(grid, "transaction_fee", self.tr("Fee"))
        self.rate = NumberField(grid, "transaction_rate", self.tr("Exchange rate"))
        self.note = QLineEdit()
        Field(grid, "transaction_note", self.tr("Note"), self.note)
        return grid

    def _make_buttons(self, *, known: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        text = self.tr("Keep changes") if known else self.tr("Add")
        keep = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setObjectName("transaction_keep")
        keep.setDefault(True)
        set_look(keep, "primary")
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("transaction_cancel")
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill(self, made: Transaction) -> None:
        self.side.setCurrentIndex(max(0, self.side.findData(made.side.value)))
        day = made.day
        self.date.setDate(NO_DAY if day is None else QDate(day.year, day.month, day.day))
        self.quantity.put(made.quantity or None)
        self.price.put(made.price)
        self.fee.put(made.fee)
        self.rate.put(made.rate)
        self.code.setCurrentText(made.currency)
        self.note.setText(made.note)

    def _connect(self) -> None:
        for number in (self.quantity, self.price, self.fee, self.rate):
            number.edit.textChanged.connect(self._follow)
            number.edit.textEdited.connect(lambda _, field=number: field.say(""))
        self.side.currentIndexChanged.connect(self._follow)
        self.code.editTextChanged.connect(self._follow)
        self.code.editTextChanged.connect(lambda _: self.price.say(""))
        self.date.dateChanged.connect(lambda _: self.day.say(""))

    def _follow(self) -> None:
        """Show what was understood, and ask for a rate only where money is converted."""
        self.rate.set_shown(shown=self._converts())
        code = self._code()
        self.rate.edit.setPlaceholderText(
            self.tr("{currency} for 1 {other}; else that day's").format(currency=self._currency, other=code)
        )
        quantity, price, fee = (field.value() for field in (self.quantity, self.price, self.fee))
        text = ""
        if isinstance(quantity, Decimal) and isinstance(price, Decimal) and not isinstance(fee, Misread):
            text = total_line(self.chosen_side(), quantity, price, fee or Decimal(0), code, hidden=self._hidden)
        self._total.setText(text)

    def _converts(self) -> bool:
        return is_currency(self._code()) and self._code() != self._currency

    def _code(self) -> str:
        return self.code.currentText().strip().upper()

    def _judged_currency(self, *, needed: bool) -> str:
        code, typed = self._code(), self.code.currentText().strip()
        if self.price.wrong:
            return code
        if typed in HUNDREDTHS:
            self.price.say(form_problem(FormProblem.HUNDREDTHS, HUNDREDTHS[typed]))
            return code
        if not code and needed:
            self.price.say(form_problem(FormProblem.NO_CURRENCY))
        elif code and not is_currency(code):
            self.price.say(form_problem(FormProblem.UNKNOWN_CURRENCY, typed))
        return code

    def _judged_day(self, side: Side) -> date | None:
        chosen = self.date.date()
        day = None if chosen == NO_DAY else date(chosen.year(), chosen.month(), chosen.day())
        sentence = ""
        if day is None and side in TRADES and self._start.day is not None:
            sentence = form_problem(FormProblem.NO_DAY)
        elif day is not None and day > self._today:
            sentence = form_problem(FormProblem.IN_THE_FUTURE, full_date(day))
        self.day.say(sentence)
        return day

    def _give(self) -> None:
        self.say("")
        made = self.transaction()
        if made is not None:
            self.given.emit(made)


def _codes(*first: str) -> Sequence[str]:
    """Currencies in the order in which they are likely meant; all that are known, so that typing completes them."""
    return list(dict.fromkeys(code for code in (*first, *COMMON, *sorted(MINOR_DIGITS)) if code))
