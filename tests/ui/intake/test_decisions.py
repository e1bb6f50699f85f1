"""How a file was read: reasons beside every decision, each changed in place and remembered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.builders_import import DEPOT, TRADES
from tests.fakes_import import Imports
from watcher.domain.intake import Kind, Role
from watcher.ui.intake.side import DECISIONS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)


@pytest.fixture
def imports(qtbot: QtBot) -> Iterator[Imports]:
    with Imports(qtbot) as made:
        yield made


def pick(field: QComboBox, value: str) -> None:
    """Choose as a hand does."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_decisions_have_reasons_and_are_changed_in_place(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    shown.dialog.side.tabs.setCurrentIndex(DECISIONS)
    assert shown.part(QLineEdit, "decide_header").text() == "4"
    assert shown.text("decision_header_why") == "The words of the header say so."
    assert shown.part(QComboBox, "column_3_role").currentText() == "Quantity"
    assert shown.part(QComboBox, "column_3_decimal").currentText() == "1,5"
    assert shown.text("column_3_title") == "4 · Stück"
    delimiter = shown.part(QComboBox, "decide_delimiter")
    assert delimiter.currentText() == "Semicolon ;"
    pick(delimiter, ",")
    shown.settle()
    assert shown.draft.choices.delimiter == ","
    assert shown.text("decision_delimiter_why") == "You chose it."


def test_a_decimal_sign_is_changed_for_one_column(imports: Imports) -> None:
    shown = imports.open(TRADES)
    shown.dialog.side.tabs.setCurrentIndex(DECISIONS)
    pick(shown.part(QComboBox, "column_5_decimal"), ".")
    shown.settle()
    column = shown.draft.choices.column(0, 5)
    assert column is not None
    assert column.decimal == "."
    assert shown.text("column_5_why") == "The words of the header say so. Decimal sign: You chose it."


def test_the_kind_is_changed(imports: Imports) -> None:
    shown = imports.open(TRADES)
    pick(shown.part(QComboBox, "decide_kind"), Kind.WATCHLIST)
    shown.settle()
    assert shown.text("import_sentence").startswith("Watchlist: 2 instruments")


def test_a_line_can_be_named_as_the_header(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    field = shown.part(QLineEdit, "decide_header")
    field.setText("5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown.settle()
    assert shown.draft.choices.header_line == 5
    assert not shown.done
    field.setText("4711")
    field.editingFinished.emit()
    assert field.text() == "5"


def test_what_a_column_means_is_changed_at_its_head_and_read_anew(imports: Imports) -> None:
    shown = imports.open(TRADES)
    view = shown.dialog.page.view
    view.setCurrentIndex(view.lines.index(1, 5))
    view.open_menu(5, QPoint(0, 0))
    menu = shown.part(QMenu, "column_menu")
    assert "Price of one" in [action.text() for action in menu.actions() if action.isChecked()]
    next(a for a in menu.actions() if a.objectName() == f"role_{Role.FEE.value}").trigger()
    menu.close()
    shown.settle()
    assert view.head.words(5)[0] == "Fee"
    assert view.current_line() == 2
    assert shown.text("import_whose") == "Read as you chose."
    shown.click("import_reset")
    assert view.head.words(5)[0] == "Price of one"
    assert shown.text("import_whose") == ""


def test_the_menu_of_a_column_opens_by_key(imports: Imports) -> None:
    shown = imports.open(TRADES)
    view = shown.dialog.page.view
    view.setCurrentIndex(view.lines.index(1, 4))
    QTest.keyClick(view, Qt.Key.Key_Return)
    menu = shown.part(QMenu, "column_menu")
    assert [a.text() for a in menu.actions() if a.objectName().startswith("decimal")] == [
        "Decimal comma: 1.234,56", "Decimal point: 1,234.56",
    ]  # fmt: skip
    header = next(a for a in menu.actions() if a.objectName() == "header_here")
    assert header.text() == "Line 2 is the header"
    menu.close()
    assert not shown.draft.busy


def test_a_corrected_layout_is_remembered_and_can_be_forgotten(imports: Imports) -> None:
    shown = imports.open(TRADES)
    shown.dialog.page.view.role_chosen.emit(0, 5, Role.NOTE)
    shown.settle().agree()
    later = imports.open(TRADES.replace("02.01.2024", "02.02.2024"), "later.csv")
    assert later.text("import_whose") == "Read as you chose last time for this layout."
    assert later.dialog.page.view.head.words(5)[0] == "Note"
    later.click("import_reset")
    assert later.dialog.page.view.head.words(5)[0] == "Price of one"
    assert imports.open(TRADES).text("import_whose") == ""


def test_reading_anew_drops_what_comes_late(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    seen: list[str] = []
    shown.draft.changed.connect(lambda: seen.append(shown.draft.choices.encoding))
    for name in ("cp850", "mac-roman", "cp1252"):
        pick(shown.part(QComboBox, "decide_encoding"), name)
    shown.settle()
    assert seen == ["cp1252"]


def test_the_wheel_passes_over_a_drop_down(imports: Imports) -> None:
    shown = imports.open(DEPOT)
    shown.dialog.side.tabs.setCurrentIndex(DECISIONS)
    field = shown.part(QComboBox, "decide_kind")
    shown.button("import_cancel").setFocus()
    before, middle = field.currentIndex(), QPointF(field.rect().center())
    turn = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(field, turn)
    assert field.currentIndex() == before
    assert not shown.draft.busy


def test_each_of_several_tables_shows_its_own_columns(imports: Imports) -> None:
    text = "Symbol,Quantity,Price\nBABA,3,10\n\nDate,Type,Symbol,Quantity,Price\n2024-01-02,Buy,KWEB,2,9\n"
    shown = imports.open(text)
    view = shown.dialog.page.view
    assert view.head.words(0)[0] == "Symbol"
    shown.dialog.go_to(5)
    assert view.head.words(0)[0] == "Day of the trade"
    picker = shown.part(QComboBox, "columns_table")
    assert picker.currentText() == "Table 2, lines 4 \u2013 5"
    pick(picker, "0")
    assert view.head.words(0)[0] == "Symbol"
