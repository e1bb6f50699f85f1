"""Several lists, sections, columns, sorting, and rows moved by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes_window import FIVE, WindowSession, quote, window_session
from watcher.desk.deeds import Deed
from watcher.domain.settings import ListColumn, ListView
from watcher.domain.watchlist import section_row, symbol_rows
from watcher.ui.watchlist.delegate import HEIGHT, SECTION_HEIGHT
from watcher.ui.watchlist.dragging import MIME
from watcher.ui.watchlist.name_dialog import NameDialog
from watcher.ui.watchlist.panel import WatchlistPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
BY_CHANGE: tuple[str, ...] = (
    "9988.HK",
    "EURUSD=X",
    "KWEB",
    "BABA",
    "AHLA.DE",
)  # the greatest first


def panel(qtbot: QtBot, session: WindowSession, width: int = 275) -> WatchlistPanel:
    shown = WatchlistPanel(session.real)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.corner)
    shown.resize(width, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    shown.view.setFocus()
    return shown


def deeds(shown: WatchlistPanel) -> list[Deed]:
    done: list[Deed] = []
    shown.deed_done.connect(done.append)
    return done


def key(shown: WatchlistPanel, which: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(shown.view, which, held)


def rows(session: WindowSession) -> str:
    return " ".join(("#" if row.kind == "section" else "") + row.text for row in session.watchlist.current.rows)


def in_sections(session: WindowSession) -> None:
    """#China AHLA.DE BABA 9988.HK #Funds KWEB EURUSD=X."""
    session.watchlist.add_section("China", 0)
    session.watchlist.add_section("Funds", 4)


def act(menu: QMenu, name: str) -> None:
    action = menu.findChild(QAction, name)
    assert action is not None, name
    assert action.isEnabled()
    action.trigger()


def lists_menu(shown: WatchlistPanel) -> QMenu:
    menu = shown.corner.menu()
    for each in (menu, *menu.findChildren(QMenu)):
        each.aboutToShow.emit()
    return menu


def answer(shown: QWidget, name: str) -> None:
    """Type a name into the dialog that is open."""
    [dialog] = [each for each in shown.findChildren(NameDialog) if each.isVisible()]
    field = dialog.findChild(QLineEdit, "name_field")
    assert field is not None
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def click_title(shown: WatchlistPanel, column: ListColumn) -> None:
    at = shown.model.columns.index(column)
    header = shown.view.header
    x = header.sectionViewportPosition(at) + header.sectionSize(at) // 2
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))


def drop(shown: WatchlistPanel, y: int) -> None:
    carried = QMimeData()
    carried.setData(MIME, b"rows")
    shown.view.dropEvent(QDropEvent(QPointF(40, y), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, NONE))


# sorting --------------------------------------------------------------------------------------------


def test_a_title_sorts_the_other_way_and_then_gives_the_own_order_back(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    click_title(shown, ListColumn.QUOTE)
    assert shown.model.symbols == BY_CHANGE
    click_title(shown, ListColumn.QUOTE)
    assert shown.model.symbols == BY_CHANGE[::-1]
    click_title(shown, ListColumn.QUOTE)
    assert shown.model.symbols == FIVE
    click_title(shown, ListColumn.SYMBOL)
    assert shown.model.symbols == ("9988.HK", "AHLA.DE", "BABA", "EURUSD=X", "KWEB")
    assert session.watchlist.symbols == FIVE


def test_sorting_is_remembered_for_each_list(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    click_title(shown, ListColumn.QUOTE)
    first = session.watchlist.current.id
    session.watchlist.add_list("Ideas", symbol_rows(["KWEB", "BABA"]))
    assert shown.model.symbols == ("KWEB", "BABA")
    session.watchlist.choose(first)
    assert shown.model.symbols == BY_CHANGE
    again = panel(qtbot, session)
    assert again.model.symbols == BY_CHANGE


def test_every_column_can_be_sorted_by_in_the_menu(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    for column in ListColumn:
        if column is not ListColumn.QUOTE:
            act(lists_menu(shown), f"sort_{column.value}")
            assert sorted(shown.model.symbols) == sorted(FIVE)
    act(lists_menu(shown), "sort_price")
    assert shown.model.symbols == ("BABA", "9988.HK", "AHLA.DE", "KWEB", "EURUSD=X")
    act(lists_menu(shown), "sort_turn")
    assert shown.model.symbols == ("EURUSD=X", "KWEB", "AHLA.DE", "9988.HK", "BABA")
    act(lists_menu(shown), "sort_none")
    assert shown.model.symbols == FIVE


def test_rows_change_places_within_a_second_but_not_under_the_hand(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    click_title(shown, ListColumn.QUOTE)
    held = [True]
    monkeypatch.setattr(shown._sorting, "_held", lambda: held[0])
    session.market.put_price("AHLA.DE", "190.00")
    assert shown.model.symbols == BY_CHANGE
    shown._sorting._look()
    assert shown.model.symbols == BY_CHANGE
    held[0] = False
    qtbot.waitUntil(lambda: shown.model.symbols[0] == "AHLA.DE")
    assert shown.view.current_symbol() == "AHLA.DE"
    shown._sorting._look()
    assert not shown._sorting._timer.isActive()


def test_the_hand_is_on_the_list_after_a_key_and_while_a_row_is_dragged(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session())
    shown._hand.stop()
    assert not shown._sorting._held() or shown.view.viewport().underMouse()
    key(shown, Qt.Key.Key_Down)
    assert shown._sorting._held()
    shown._hand.stop()
    shown.view._dragging.going_on = True
    assert shown._sorting._held()


def test_what_is_not_known_stands_below_whichever_way(qtbot: QtBot) -> None:
    session = window_session(symbols=("NEW.DE", *FIVE))
    shown = panel(qtbot, session)
    click_title(shown, ListColumn.QUOTE)
    assert shown.model.symbols[-1] == "NEW.DE"
    click_title(shown, ListColumn.QUOTE)
    assert shown.model.symbols[-1] == "NEW.DE"


def test_a_sorted_list_keeps_its_rows_against_the_hand_but_takes_them_into_other_sections(qtbot: QtBot) -> None:
    session = window_session()
    in_sections(session)
    shown = panel(qtbot, session)
    click_title(shown, ListColumn.QUOTE)
    assert shown.model.symbols == ("9988.HK", "BABA", "AHLA.DE", "EURUSD=X", "KWEB")
    shown.view.show_current("AHLA.DE")
    key(shown, Qt.Key.Key_Up, ALT)
    drop(shown, SECTION_HEIGHT + 3)
    assert rows(session) == "#China AHLA.DE BABA 9988.HK #Funds KWEB EURUSD=X"
    drop(shown, 390)
    assert rows(session) == "#China BABA 9988.HK #Funds KWEB EURUSD=X AHLA.DE"


# sections ------------------------------------------------------------------------------------------


def test_a_section_heads_its_rows_and_is_lower_than_they(qtbot: QtBot) -> None:
    session = window_session()
    in_sections(session)
    shown = panel(qtbot, session)
    assert [shown.view.rowHeight(n) for n in range(7)] == [
        SECTION_HEIGHT, HEIGHT, HEIGHT, HEIGHT, SECTION_HEIGHT, HEIGHT, HEIGHT
    ]  # fmt: skip
    assert shown.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Section China"
    session.watchlist.shift_rows([4], -1)
    assert [shown.view.rowHeight(n) for n in range(4)] == [SECTION_HEIGHT, HEIGHT, HEIGHT, SECTION_HEIGHT]
    session.watchlist.remove_rows([0])
    assert [shown.view.rowHeight(n) for n in range(3)] == [HEIGHT, HEIGHT, SECTION_HEIGHT]


def test_alt_and_arrows_move_a_section_with_its_rows(qtbot: QtBot) -> None:
    session = window_session()
    in_sections(session)
    shown = panel(qtbot, session)
    shown.view.select_rows([4])
    key(shown, Qt.Key.Key_Up, ALT)
    assert rows(session) == "#Funds KWEB EURUSD=X #China AHLA.DE BABA 9988.HK"
    assert shown.view.selected_rows() == [0]
    key(shown, Qt.Key.Key_Down, ALT)
    assert rows(session) == "#China AHLA.DE BABA 9988.HK #Funds KWEB EURUSD=X"


def test_a_section_is_renamed_in_place(qtbot: QtBot) -> None:
    session = window_session()
    in_sections(session)
    shown = panel(qtbot, session)
    done = deeds(shown)
    shown.view.select_rows([4])
    key(shown, Qt.Key.Key_F2)
    field = shown.findChild(QLineEdit, "section_name")
    assert field is not None
    assert field.text() == "Funds"
    field.setText("ETF and rates")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "#ETF and rates" in rows(session))
    assert shown.view.selected_rows() == [4]
    done[0].undo()
    assert "#Funds" in rows(session)


def test_a_new_section_is_asked_for_its_name(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    shown.view.show_current("KWEB")
    act(lists_menu(shown), "list_section")
    answer(shown, "Funds")
    assert rows(session) == "AHLA.DE BABA 9988.HK #Funds KWEB EURUSD=X"


def test_down_passes_over_sections_from_elsewhere_and_rests_on_them_in_the_list(qtbot: QtBot) -> None:
    session = window_session()
    in_sections(session)
    shown = panel(qtbot, session)
    shown.view.show_current("9988.HK")
    key(shown, Qt.Key.Key_Down)
    assert shown.view.selected_rows() == [4]
    assert session.preferences.settings.symbol == "AHLA.DE"
    shown.step(1)
    assert session.preferences.settings.symbol == "KWEB"


# several rows ---------------------------------------------------------------------------------------


def test_several_rows_are_removed_at_once_and_come_back(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    done = deeds(shown)
    key(shown, Qt.Key.Key_Down, SHIFT)
    key(shown, Qt.Key.Key_Down, SHIFT)
    assert shown.view.selected_rows() == [0, 1, 2]
    key(shown, Qt.Key.Key_Delete)
    assert session.watchlist.symbols == ("KWEB", "EURUSD=X")
    assert session.preferences.settings.symbol == "KWEB"
    done[0].undo()
    assert session.watchlist.symbols == FIVE


def test_several_rows_move_together_and_stay_selected(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    shown.view.select_rows([0, 1])
    key(shown, Qt.Key.Key_Down, ALT)
    assert session.watchlist.symbols == ("9988.HK", "AHLA.DE", "BABA", "KWEB", "EURUSD=X")
    assert shown.view.selected_rows() == [1, 2]
    drop(shown, 390)
    assert session.watchlist.symbols == ("9988.HK", "KWEB", "EURUSD=X", "AHLA.DE", "BABA")
    assert shown.view.selected_rows() == [3, 4]


def test_all_rows_can_be_selected(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session())
    key(shown, Qt.Key.Key_A, CTRL)
    assert shown.view.selected_rows() == [0, 1, 2, 3, 4]


# copy and paste -------------------------------------------------------------------------------------


def test_copied_rows_are_text_and_come_back_as_rows(qtbot: QtBot) -> None:
    session = window_session()
    in_sections(session)
    session.watchlist.rename_section(0, "China, Hong Kong")
    shown = panel(qtbot, session)
    key(shown, Qt.Key.Key_A, CTRL)
    key(shown, Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text == "###China Hong Kong\nAHLA.DE\nBABA\n9988.HK\n###Funds\nKWEB\nEURUSD=X"
    session.watchlist.add_list("Copy")
    QTest.keyClick(shown, Qt.Key.Key_V, CTRL)
    assert rows(session) == "#China, Hong Kong AHLA.DE BABA 9988.HK #Funds KWEB EURUSD=X"


def test_a_list_as_other_programs_write_it_is_pasted_with_its_sections(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    done = deeds(shown)
    QGuiApplication.clipboard().setText("###Chips,NASDAQ:NVDA,XETR:IFX,HKEX:9988,###,NYSE:BABA")
    key(shown, Qt.Key.Key_V, CTRL)
    assert rows(session) == "AHLA.DE #Chips NVDA IFX.DE # BABA 9988.HK KWEB EURUSD=X"
    done[0].undo()
    assert rows(session) == " ".join(FIVE)


def test_pasting_what_is_there_already_says_so(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    said: list[str] = []
    shown.said.connect(said.append)
    QGuiApplication.clipboard().setText("BABA\nKWEB")
    key(shown, Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().setText("see you at noon")
    act(lists_menu(shown), "list_paste")
    assert said == ["All that was pasted is on the list already.", "The clipboard names no instrument."]
    assert session.watchlist.symbols == FIVE


def test_what_has_several_listings_stays_as_written_until_one_is_chosen(qtbot: QtBot) -> None:
    session = window_session(symbols=("KWEB",))
    shown = panel(qtbot, session)
    QGuiApplication.clipboard().setText("US01609W1027")
    key(shown, Qt.Key.Key_V, CTRL)
    assert session.watchlist.symbols == ("KWEB", "isin:US01609W1027")
    row = shown.model.row("isin:US01609W1027")
    assert (row.symbol, row.price, row.detail) == ("US01609W1027", "\u2013", "No listing found yet")
    assert session.preferences.settings.symbol == "AHLA.DE"
    menu = shown.context_menu("isin:US01609W1027")
    done = deeds(shown)
    act(menu, "row_is_BABA")
    assert session.watchlist.symbols == ("KWEB", "BABA")
    done[0].undo()
    with qtbot.waitSignal(shown.listing_wanted) as asked:
        act(shown.context_menu("isin:US01609W1027"), "row_find")
    text, give = asked.args
    assert text == "US01609W1027"
    give("")
    assert session.watchlist.symbols == ("KWEB", "isin:US01609W1027")
    give("AHLA.DE")
    assert session.watchlist.symbols == ("KWEB", "AHLA.DE")


def test_a_table_and_files_are_left_to_the_import(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    window = QWidget()
    shown.setParent(window)
    imported: list[str] = []
    paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window)
    paste.activated.connect(lambda: imported.append("import"))
    with qtbot.waitExposed(window):
        window.show()
    shown.show()
    window.activateWindow()
    shown.view.setFocus()
    QGuiApplication.clipboard().setText("ISIN;Quantity;Price\nUS67066G1040;5;120.00\nUS01609W1027;7;144.80\n")
    key(shown, Qt.Key.Key_V, CTRL)
    assert imported == ["import"]
    assert session.watchlist.symbols == FIVE
    QGuiApplication.clipboard().setText("NVDA\nSAP.DE")
    key(shown, Qt.Key.Key_V, CTRL)
    assert imported == ["import"]
    assert "NVDA" in session.watchlist.symbols
    shown.setParent(None)


def test_cut_rows_go_to_the_clipboard(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    key(shown, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "AHLA.DE"
    assert session.watchlist.symbols == FIVE[1:]


# lists ----------------------------------------------------------------------------------------------


def test_with_one_unnamed_list_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    bar = shown.findChild(QWidget, "list_bar")
    assert bar is not None
    assert bar.isHidden()
    session.watchlist.add_list("Ideas")
    assert not bar.isHidden()
    button = bar.findChild(QToolButton, "list_button")
    assert button is not None
    assert button.accessibleName() == "List: Ideas"


def test_lists_are_made_renamed_chosen_and_removed_with_a_way_back(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    done = deeds(shown)
    act(lists_menu(shown), "list_new")
    answer(shown, "Ideas")
    assert session.watchlist.current.name == "Ideas"
    assert not shown.view.isVisible()
    shown.view.rename_wanted.emit()
    answer(shown, "Chips & more")
    assert session.watchlist.current.name == "Chips & more"
    number = session.watchlist.lists[0].id
    act(lists_menu(shown), f"list_{number}")
    assert shown.model.symbols == FIVE
    act(lists_menu(shown), "list_remove")
    assert [kept.name for kept in session.watchlist.lists] == ["Chips & more"]
    for deed in reversed(done):
        deed.undo()
    assert [(kept.name, kept.symbols) for kept in session.watchlist.lists] == [("", FIVE)]


def test_the_last_list_cannot_be_removed(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session())
    action = lists_menu(shown).findChild(QAction, "list_remove")
    assert action is not None
    assert not action.isEnabled()


def test_nothing_of_one_list_stays_selected_in_another(qtbot: QtBot) -> None:
    session = window_session(symbols=("AHLA.DE",))
    shown = panel(qtbot, session)
    assert shown.view.selected_rows() == [0]
    session.watchlist.add_list("Ideas", symbol_rows(["KWEB"]))
    assert shown.view.selected_rows() == []
    assert session.preferences.settings.symbol == "AHLA.DE"


# columns --------------------------------------------------------------------------------------------


def cell(shown: WatchlistPanel, symbol: str, column: ListColumn) -> str:
    at = shown.model.index(shown.model.row_of(symbol), shown.model.columns.index(column))
    return str(at.data()).replace("\u00a0", " ")


def test_columns_are_chosen_and_remembered(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session, width=900)
    for name in ("trend", "quote"):
        act(lists_menu(shown), f"column_{name}")
    for column in ("price", "change", "percent", "low", "high", "year", "volume", "age", "name", "currency", "venue"):
        act(lists_menu(shown), f"column_{column}")
    said = {c: cell(shown, "AHLA.DE", c) for c in shown.model.columns[1:]}
    assert said[ListColumn.PRICE] == "144.80"
    assert said[ListColumn.CHANGE] == "\u22121.20"
    assert said[ListColumn.PERCENT] == "\u22120.82 %"
    assert said[ListColumn.YEAR] == "79.30 \u2013 163.20"
    assert said[ListColumn.AGE] == "Fri 17:36"
    assert said[ListColumn.NAME] == "Alibaba Group ADS"
    assert (said[ListColumn.CURRENCY], said[ListColumn.VENUE]) == ("EUR", "Xetra")
    assert said[ListColumn.VOLUME] == "\u2013"
    assert cell(shown, "KWEB", ListColumn.YEAR) == "\u2013"
    assert float(said[ListColumn.LOW]) <= 144.8 <= float(said[ListColumn.HIGH])
    assert panel(qtbot, session).model.columns == shown.model.columns
    act(lists_menu(shown), "column_default")
    assert shown.model.columns == (ListColumn.SYMBOL, *ListView().columns)


def test_a_range_that_does_not_hold_the_price_is_of_another_session(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session, width=600)
    act(lists_menu(shown), "column_low")
    assert cell(shown, "AHLA.DE", ListColumn.LOW) != "\u2013"
    session.market.quotes["AHLA.DE"] = quote("AHLA.DE", "30.00", "146.00", "EUR")
    shown.model.forget()
    assert cell(shown, "AHLA.DE", ListColumn.LOW) == "\u2013"


def test_in_a_narrow_dock_the_line_of_closes_gives_way_first(qtbot: QtBot) -> None:
    shown = panel(qtbot, window_session(), width=275)
    trend = shown.model.columns.index(ListColumn.TREND)
    assert not shown.view.isColumnHidden(trend)
    assert not shown.view.horizontalScrollBar().isVisible()
    shown.resize(190, 400)
    assert shown.view.isColumnHidden(trend)
    assert not shown.view.horizontalScrollBar().isVisible()


# what is on screen ----------------------------------------------------------------------------------


def test_the_market_is_told_which_rows_are_on_screen(qtbot: QtBot) -> None:
    session = window_session(symbols=tuple(f"S{n}.DE" for n in range(1000)))
    shown = panel(qtbot, session)
    qtbot.waitUntil(lambda: session.market.seen[:2] == ("S0.DE", "S1.DE"))
    assert len(session.market.seen) < 12
    shown.view.scrollToBottom()
    qtbot.waitUntil(lambda: session.market.seen[-1:] == ("S999.DE",))
    shown.hide()
    assert session.market.seen == ()


def test_files_are_left_to_those_around(qtbot: QtBot, tmp_path: Path) -> None:
    shown = panel(qtbot, window_session())
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "depot.csv"))])
    event = QDragEnterEvent(QPoint(40, 40), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, NONE)
    shown.view.dragEnterEvent(event)
    assert not event.isAccepted()
    fell = QDropEvent(QPointF(40, 40), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, NONE)
    shown.view.dropEvent(fell)
    assert not fell.isAccepted()


def test_rows_keep_section_heights_and_selection_when_much_changes(qtbot: QtBot) -> None:
    session = window_session()
    shown = panel(qtbot, session)
    session.watchlist.insert([section_row("x"), *symbol_rows(["A", "B"]), section_row("y"), *symbol_rows(["C"])], 2)
    assert shown.view.current_symbol() == "AHLA.DE"
    heights = [shown.view.rowHeight(n) for n in range(shown.model.rowCount())]
    wanted = [SECTION_HEIGHT if shown.model.is_section(n) else HEIGHT for n in range(shown.model.rowCount())]
    assert heights == wanted
