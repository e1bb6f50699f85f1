"""Writing a transaction down: by key, in either form of numbers, with nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from watcher.domain.holding import Side, Transaction
from watcher.ui.portfolio.form import TransactionForm

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window

TODAY = date(2026, 2, 1)
NEW = Transaction(Side.BUY, Decimal(0), "AHLA.DE", day=TODAY, currency="EUR")
KEPT = Transaction(
    Side.BUY,
    Decimal(40),
    "BABA",
    isin="US01609W1027",
    name="Alibaba",
    day=date(2025, 3, 3),
    price=Decimal("118.20"),
    currency="USD",
    fee=Decimal("5.9"),
    rate=Decimal("0.925"),
    amount=Decimal("4733.90"),
    reference="ORD-7",
    note="first",
)


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def opened(qtbot: QtBot, start: Transaction = NEW, *, known: bool = False, hidden: bool = False) -> TransactionForm:
    form = TransactionForm("Alibaba Group ADS", start, TODAY, "EUR", known=known, hidden=hidden)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    return form


def focus(form: TransactionForm) -> QWidget:
    found: QWidget | None = form.focusWidget()
    assert found is not None
    return found


def type_in(form: TransactionForm, name: str, text: str) -> None:
    edit = form.findChild(QLineEdit, name)
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, text)


def said(form: TransactionForm, name: str) -> str:
    label = form.findChild(QLabel, f"{name}_problem")
    assert isinstance(label, QLabel)
    assert label.isHidden() != bool(label.text())
    return label.text()


def given(form: TransactionForm) -> list[Transaction]:
    found: list[Transaction] = []
    form.given.connect(found.append)
    form._give()
    return found


def test_a_purchase_is_written_down_by_keys_alone(qtbot: QtBot) -> None:
    form = opened(qtbot)
    found: list[Transaction] = []
    form.given.connect(found.append)
    QTest.keyClicks(focus(form), "40")
    QTest.keyClick(focus(form), Qt.Key.Key_Tab)
    QTest.keyClicks(focus(form), "118,20")
    total = form.findChild(QLabel, "transaction_total")
    assert isinstance(total, QLabel)
    assert total.text().replace("\u00a0", " ") == "40 \u00d7 118,20 = 4.728,00 €"
    QTest.keyClick(focus(form), Qt.Key.Key_Return)
    assert found == [replace(NEW, quantity=Decimal(40), price=Decimal("118.20"))]


@pytest.mark.parametrize("text", ["1.234,5", "1,234.5", "1234,5", "1234.5", "1 234,5"])
def test_either_decimal_sign_is_understood(qtbot: QtBot, text: str) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_quantity", text)
    type_in(form, "transaction_price", "1")
    [made] = given(form)
    assert made.quantity == Decimal("1234.5")


@pytest.mark.parametrize(
    ("quantity", "sentence"),
    [
        ("", "Type how many."),
        ("0", "A quantity is above zero; what goes out is chosen above, as sold or delivered."),
        ("-5", "A quantity is above zero; what goes out is chosen above, as sold or delivered."),
        ("forty", "“forty” is no number. Type it like 118,20."),
        ("1.234", "“1.234” can be 1234 or 1,2340: type one of these."),
    ],
)
def test_a_wrong_quantity_is_said_at_its_field_and_everything_typed_stays(
    qtbot: QtBot, quantity: str, sentence: str
) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_price", "118.20")
    type_in(form, "transaction_note", "first")
    type_in(form, "transaction_quantity", quantity)
    assert given(form) == []
    assert said(form, "transaction_quantity") == sentence
    assert form.quantity.edit.accessibleDescription() == sentence
    assert form.isVisible()
    assert focus(form) is form.quantity.edit
    assert (form.price.edit.text(), form.note.text()) == ("118.20", "first")
    type_in(form, "transaction_quantity", "5")
    assert said(form, "transaction_quantity") == ""
    assert len(given(form)) == 1


def test_a_day_to_come_is_no_day_of_a_trade(qtbot: QtBot) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_quantity", "5")
    type_in(form, "transaction_price", "1")
    form.date.setDate(QDate(2026, 2, 2))
    assert given(form) == []
    assert said(form, "transaction_day").replace("\u00a0", " ").endswith("2 Feb 2026 is still to come.")
    form.date.setDate(QDate(2026, 2, 1))
    assert len(given(form)) == 1


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("EURO", "“EURO” is no currency that is known here. Type its three letters, like EUR."),
        ("GBp", "Prices are kept in whole GBP: type 1.18 for a price of 118 hundredths, and GBP here."),
        ("GBX", "Prices are kept in whole GBP: type 1.18 for a price of 118 hundredths, and GBP here."),
        ("", "Choose the currency of the price."),
    ],
)
def test_a_currency_that_is_none_or_counts_in_hundredths_is_told(qtbot: QtBot, code: str, sentence: str) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_quantity", "5")
    type_in(form, "transaction_price", "118")
    form.code.setCurrentText(code)
    assert given(form) == []
    assert said(form, "transaction_price") == sentence


def test_a_trade_needs_a_price_but_what_is_received_does_not(qtbot: QtBot) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_quantity", "5")
    assert given(form) == []
    assert said(form, "transaction_price") == "Type the price of one."
    form.side.setCurrentIndex(form.side.findData(Side.IN.value))
    [made] = given(form)
    assert (made.side, made.price) == (Side.IN, None)


@pytest.mark.parametrize("name", ["transaction_price", "transaction_fee"])
def test_money_is_not_below_zero(qtbot: QtBot, name: str) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_quantity", "5")
    type_in(form, "transaction_price", "1")
    type_in(form, name, "-1")
    assert given(form) == []
    assert said(form, name) == "Type zero or more."


def test_a_rate_is_asked_for_only_where_money_is_converted(qtbot: QtBot) -> None:
    form = opened(qtbot)
    assert form.rate.edit.isHidden()
    form.code.setCurrentText("usd")
    assert not form.rate.edit.isHidden()
    assert form.rate.edit.placeholderText() == "EUR for 1 USD; else that day's"
    type_in(form, "transaction_quantity", "5")
    type_in(form, "transaction_price", "118,20")
    type_in(form, "transaction_rate", "0")
    assert given(form) == []
    assert said(form, "transaction_rate") == "A rate is above zero."
    type_in(form, "transaction_rate", "0,925")
    [made] = given(form)
    assert (made.currency, made.rate) == ("USD", Decimal("0.925"))


def test_what_is_kept_comes_back_whole_when_nothing_is_changed(qtbot: QtBot) -> None:
    assert given(opened(qtbot, KEPT, known=True)) == [KEPT]


def test_a_change_keeps_what_no_field_shows_but_the_total_that_no_longer_fits(qtbot: QtBot) -> None:
    form = opened(qtbot, KEPT, known=True)
    type_in(form, "transaction_quantity", "41")
    assert given(form) == [replace(KEPT, quantity=Decimal(41), amount=None)]


def test_a_day_that_was_never_known_may_stay_unknown(qtbot: QtBot) -> None:
    start = replace(KEPT, day=None)
    form = opened(qtbot, start, known=True)
    assert form.date.text() == "not known"
    assert given(form) == [start]


def test_why_it_could_not_be_kept_is_said_in_the_form(qtbot: QtBot) -> None:
    form = opened(qtbot)
    type_in(form, "transaction_quantity", "5")
    form.say("The disk is full.")
    failure = form.findChild(QLabel, "transaction_failure")
    assert failure is not None
    assert failure.isVisible()
    assert form.quantity.edit.text() == "5"
