"""The portfolio's panel, its foot and its dialogs: what somebody holds, and nothing of it while amounts are hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders_holdings import a_split, a_trade
from tests.fakes_window import WindowSession, quote, window_session
from watcher.desk.deeds import Deed, DeedKind
from watcher.domain.batch import BatchState
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.holding import Side
from watcher.domain.settings import Settings
from watcher.ui.portfolio.form import TransactionForm
from watcher.ui.portfolio.panel import PortfolioPanel
from watcher.ui.portfolio.position_dialog import PositionDialog
from watcher.ui.portfolio.row import COLUMNS, Column, Row, make_row, ordered
from watcher.ui.portfolio.summary import PortfolioSummary
from watcher.words.amounts import MASK

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window

BUY = a_trade(Side.BUY, "148", "130.20", date(2025, 9, 3))
DOLLARS = a_trade(Side.BUY, "40", "150", date(2025, 11, 3), symbol="BABA", currency="USD", rate="0.925", fee="4")
UNLISTED = a_trade(Side.BUY, "12.5", "82.1", symbol="", isin="IE00B4L5Y983", name="iShares Core MSCI World")
YEN = a_trade(Side.BUY, "500", "1820", symbol="7203.T", currency="JPY")


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def opened(qtbot: QtBot, session: WindowSession, width: int = 275) -> PortfolioPanel:
    panel = PortfolioPanel(session.real)
    qtbot.addWidget(panel)
    panel.resize(width, 600)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def foot(qtbot: QtBot, session: WindowSession) -> PortfolioSummary:
    summary = PortfolioSummary(session.real)
    qtbot.addWidget(summary)
    summary.resize(275, 120)
    return summary


def deeds_of(panel: PortfolioPanel) -> list[Deed]:
    found: list[Deed] = []
    panel.deed_done.connect(found.append)
    return found


def row(panel: PortfolioPanel, key: str) -> Row:
    found = panel.model.row(key)
    assert found is not None
    return found


def shown_columns(panel: PortfolioPanel) -> list[Column]:
    return [column for at, column in enumerate(COLUMNS) if not panel.view.isColumnHidden(at)]


def label(widget: QWidget, name: str) -> str:
    found = widget.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return plain(found.text())


def dialog_of(panel: PortfolioPanel, qtbot: QtBot, key: str) -> PositionDialog:
    dialog = panel.open_position(key)
    assert dialog is not None
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    return dialog


def form_of(panel: PortfolioPanel) -> TransactionForm:
    forms = [w for w in QApplication.topLevelWidgets() if isinstance(w, TransactionForm) and w.isVisible()]
    assert len(forms) == 1
    del panel
    return forms[0]


def fill(form: TransactionForm, quantity: str, price: str) -> None:
    for name, text in (("transaction_quantity", quantity), ("transaction_price", price)):
        edit = form.findChild(QLineEdit, name)
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        QTest.keyClicks(edit, text)


def test_nothing_held_yet_says_what_to_do(qtbot: QtBot) -> None:
    session = window_session()
    panel, summary = opened(qtbot, session), foot(qtbot, session)
    assert label(panel, "portfolio_empty_text") == (
        "No holdings yet. Add a purchase, or drop a file of your bank or broker."
    )
    assert summary.isHidden()
    button = panel.findChild(QPushButton, "portfolio_empty_add")
    assert button is not None
    button.click()
    form = form_of(panel)
    assert form.key == "AHLA.DE"
    form.reject()


def test_a_position_tells_value_and_profit(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel = opened(qtbot, session)
    held = row(panel, "AHLA.DE")
    texts = {column: plain(held.text(column)) for column in COLUMNS}
    assert texts == {
        Column.POSITION: "AHLA.DE",
        Column.QUANTITY: "148",
        Column.AVERAGE: "130,20 €",
        Column.PRICE: "144,80 €",
        Column.VALUE: "21.430,40 €",
        Column.SESSION: "▼ \u2212177,60 € Fr",
        Column.GAIN: "▲ +2.160,80 €",
        Column.RATIO: "+11,2 %",
        Column.WEIGHT: "100,0 %",
        Column.REALISED: "\u2013",
    }
    assert (held.direction, held.session_direction) == (1, -1)
    assert plain(held.details[0]) == "148 \u00d7 144,80 €"


def test_only_a_price_in_the_portfolios_own_currency_may_stand_without_it(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY, DOLLARS)
    panel = opened(qtbot, session)
    assert [plain(text) for text in row(panel, "AHLA.DE").details] == [
        "148 \u00d7 144,80 €",
        "148 \u00d7 144,80",
        "148",
    ]
    assert [plain(text) for text in row(panel, "BABA").details] == ["40 \u00d7 172,38 USD", "40"]


def test_the_foot_says_the_same_of_the_whole_and_names_the_day(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY)
    summary = foot(qtbot, session)
    assert plain(summary.heading.text()) == "Portfolio · Fr close"
    assert plain(summary.value.text()) == "21.430,40 €"
    assert plain(summary.session.text()) == "▼ \u2212177,60 € Fr"
    assert plain(summary.unrealised.text()) == "Unrealised ▲ +2.160,80 € (+11,2 %)"
    assert summary.left_out.isHidden()
    assert "21.430,40 €" in plain(summary.accessibleName())


def test_the_foot_says_what_is_left_out_and_why(qtbot: QtBot) -> None:
    session = window_session()
    session.market.quotes["7203.T"] = quote("7203.T", "2800", "2790", "JPY")
    session.holdings.add(BUY, YEN, UNLISTED)
    summary = foot(qtbot, session)
    assert set(summary.left_out.text().splitlines()) == {"2 positions left out: listing not known yet, no EUR/JPY rate"}
    session.preferences.change(left_page="portfolio")
    assert set(summary.left_out.text().splitlines()) == {
        "1 position left out: no EUR/JPY rate",
        "1 position left out: listing not known yet",
    }


def test_with_nothing_valued_the_total_is_unknown_not_nought(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(UNLISTED)
    summary = foot(qtbot, session)
    assert summary.value.text() == "\u2013"
    assert summary.unrealised.isHidden()


def test_in_front_the_foot_tells_parts_and_what_is_realised(qtbot: QtBot) -> None:
    session = window_session(Settings(left_page="portfolio"))
    session.holdings.add(BUY, DOLLARS, a_trade(Side.SELL, "20", "150", date(2025, 12, 1)))
    summary = foot(qtbot, session)
    assert plain(summary.realised.text()) == "Realised ▲ +396,00 €"
    assert plain(summary.parts.text()).startswith("Shares +")
    assert " · currency \u2212" in plain(summary.parts.text())
    assert " · fees \u22123,70 €" in plain(summary.parts.text())
    session.preferences.change(left_page="watchlist")
    assert summary.realised.isHidden()
    assert summary.parts.isHidden()


def test_no_text_anywhere_tells_an_amount_while_amounts_are_hidden(qtbot: QtBot) -> None:
    session = window_session(Settings(left_page="portfolio", amounts_hidden=True))
    session.holdings.add(BUY, DOLLARS, a_trade(Side.SELL, "20", "150", date(2025, 12, 1), fee="9.90"))
    panel, summary = opened(qtbot, session), foot(qtbot, session)
    held = row(panel, "AHLA.DE")
    assert held.quantity == held.value == MASK
    assert plain(held.gain) == f"▲ {MASK}"
    assert plain(held.ratio) == "+11,2 %"
    assert plain(held.price) == "144,80 €"
    dialog = dialog_of(panel, qtbot, "AHLA.DE")
    said = [
        held.spoken,
        panel.model.tip("AHLA.DE"),
        panel.model.tip("BABA"),
        summary.accessibleName(),
        summary.toolTip(),
        *(found.text() for found in (*summary.findChildren(QLabel), *dialog.findChildren(QLabel))),
        *(trade.spoken for trade in dialog.view.model().rows),  # type: ignore[attr-defined]  # the dialog's own model
    ]
    for amount in ("148", "128", "18.534", "1.868", "2.160", "396", "9,90", "5.058"):
        assert not any(amount in plain(text) for text in said), amount
    session.preferences.change(amounts_hidden=False)
    assert row(panel, "AHLA.DE").quantity == "128"
    assert plain(summary.value.text()) != MASK
    assert any("128" in plain(found.text()) for found in dialog.findChildren(QLabel))


def test_choosing_a_position_shows_the_instrument_everywhere(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY, DOLLARS)
    panel = opened(qtbot, session)
    panel.view.setFocus()
    panel.step(1)
    assert session.preferences.settings.symbol == "BABA"
    session.preferences.change(symbol="AHLA.DE")
    assert panel.view.current_key() == "AHLA.DE"


def test_what_has_no_listing_yet_is_shown_and_its_listing_can_be_chosen(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(UNLISTED)
    panel = opened(qtbot, session)
    held = row(panel, "isin:IE00B4L5Y983")
    assert held.title == "IE00B4L5Y983"
    assert held.details == ("12,5 · no price: listing not known yet",)
    wanted: list[tuple[str, Any]] = []
    panel.choice_wanted.connect(lambda text, take: wanted.append((text, take)))
    menu = panel.context_menu("isin:IE00B4L5Y983")
    action = menu.findChild(QAction, "position_listing")
    assert isinstance(action, QAction)
    action.trigger()
    [(text, take)] = wanted
    assert text == "IE00B4L5Y983"
    deeds = deeds_of(panel)
    take("EUNL.DE")
    assert panel.model.keys == ("EUNL.DE",)
    deeds[0].undo()
    assert panel.model.keys == ("isin:IE00B4L5Y983",)


def test_a_purchase_is_added_by_keys_and_taken_back(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel = opened(qtbot, session)
    deeds = deeds_of(panel)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Insert)
    form = form_of(panel)
    fill(form, "2", "150,5")
    form._give()
    assert not form.isVisible()
    assert row(panel, "AHLA.DE").quantity == "150"
    assert [deed.kind for deed in deeds] == [DeedKind.LOT_ADDED]
    deeds[0].undo()
    assert row(panel, "AHLA.DE").quantity == "148"


def test_what_was_typed_and_left_is_still_there(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel = opened(qtbot, session)
    panel.add()
    form = form_of(panel)
    fill(form, "2", "150,5")
    form.reject()
    panel.add()
    again = form_of(panel)
    assert again.quantity.edit.text() == "2"
    assert again.price.edit.text() == "150,5"
    again.reject()


def test_what_cannot_be_kept_stays_in_its_form(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel = opened(qtbot, session)

    def refuse(*_: object) -> Deed:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")

    monkeypatch.setattr(session.holdings, "add", refuse)
    panel.add()
    form = form_of(panel)
    fill(form, "2", "150,5")
    form._give()
    assert form.isVisible()
    assert label(form, "transaction_failure")
    assert form.quantity.edit.text() == "2"
    form.reject()


def test_delete_removes_a_position_with_all_of_its_transactions_and_can_be_undone(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY, BUY, DOLLARS)
    panel = opened(qtbot, session)
    deeds = deeds_of(panel)
    panel.view.show_current("AHLA.DE")
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert panel.model.keys == ("BABA",)
    assert deeds[0].kind is DeedKind.LOT_REMOVED
    deeds[0].undo()
    assert row(panel, "AHLA.DE").quantity == "296"


def test_what_comes_back_without_a_price_stands_where_it_stood(qtbot: QtBot) -> None:
    session = window_session()
    names = ("Adler", "Biene", "Chamaeleon")
    session.real.holdings.add(*(a_trade(Side.BUY, "1", "10", symbol="", name=name) for name in names))
    panel = opened(qtbot, session)
    deeds = deeds_of(panel)
    before = [panel.model.index(at, 0).data() for at in range(3)]
    panel.remove("name:adler")
    deeds[0].undo()
    assert [panel.model.index(at, 0).data() for at in range(3)] == before


def test_it_is_sorted_by_any_column_and_the_other_way_round(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY, DOLLARS, UNLISTED)
    panel = opened(qtbot, session, 1200)
    assert panel.model.keys == ("AHLA.DE", "BABA", "isin:IE00B4L5Y983")
    panel.sort_by(Column.VALUE)
    assert panel.model.keys == ("BABA", "AHLA.DE", "isin:IE00B4L5Y983")
    panel.sort_by(Column.QUANTITY)
    assert panel.model.keys == ("AHLA.DE", "BABA", "isin:IE00B4L5Y983")
    panel.sort_by(Column.POSITION)
    assert panel.model.keys == ("AHLA.DE", "BABA", "isin:IE00B4L5Y983")
    panel.sort_by(Column.POSITION)
    assert panel.model.keys == ("isin:IE00B4L5Y983", "BABA", "AHLA.DE")
    assert session.preferences.settings.portfolio_sort == "position"


@pytest.mark.parametrize("width", [275, 520, 700, 900, 1300])
def test_as_many_columns_as_have_room_and_none_is_cut(qtbot: QtBot, width: int) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel = opened(qtbot, session, width)
    shown = shown_columns(panel)
    assert sum(panel.view.columnWidth(COLUMNS.index(column)) for column in shown) <= panel.view.viewport().width()
    assert shown == [Column.POSITION] if width == 275 else Column.VALUE in shown
    assert panel.view.isHeaderHidden() == (width == 275)
    if width == 1300:
        assert shown == list(COLUMNS)


def test_a_narrow_row_paints_within_its_width(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(replace(BUY, quantity=Decimal(123456789), price=Decimal("144000.5")))
    panel = opened(qtbot, session)
    held = row(panel, "AHLA.DE")
    assert plain(held.value) == "17,9 bn €"
    assert isinstance(panel.grab(), QPixmap)


def test_a_new_price_is_shown_in_the_row_it_belongs_to(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY, DOLLARS)
    panel = opened(qtbot, session)
    panel.grab()
    told: list[int] = []
    panel.model.dataChanged.connect(lambda top, _bottom: told.append(top.row()))
    session.market.put_price("AHLA.DE", "150.00")
    qtbot.waitUntil(lambda: bool(told))
    assert plain(row(panel, "AHLA.DE").value) == "22.200,00 €"
    assert set(told) == {0}


def test_ten_thousand_positions_work_out_only_what_is_on_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    session.holdings.add(*(replace(BUY, symbol=f"S{n:05}.DE", price=Decimal(n + 1)) for n in range(10_000)))
    made: list[str] = []

    def counting(desk: Any, market: Any, key: str, *rest: Any, **more: Any) -> Row | None:
        made.append(key)
        return make_row(desk, market, key, *rest, **more)

    monkeypatch.setattr("watcher.ui.portfolio.model.make_row", counting)
    panel = opened(qtbot, session)
    assert panel.model.rowCount() == 10_000
    panel.view.scrollToBottom()
    panel.grab()
    assert 10 < len(set(made)) < 100


def test_splits_of_many_positions_sort_them_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window_session()
    session.holdings.add(*(replace(BUY, symbol=f"S{n:03}.DE", price=Decimal(n + 1)) for n in range(600)))
    panel = opened(qtbot, session)
    sorts: list[int] = []

    def counting(*given: Any, **more: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
        sorts.append(len(given[1]))
        return ordered(*given, **more)

    monkeypatch.setattr("watcher.ui.portfolio.panel.ordered", counting)
    for n in range(600):
        session.market.splits.put(f"S{n:03}.DE", a_split(date(2025, 10, 1), "2:1"))
    qtbot.waitUntil(lambda: bool(sorts))
    assert sorts == [600]
    assert row(panel, "S001.DE").quantity == "296"


def test_the_tip_tells_how_old_price_and_rate_are(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(DOLLARS)
    panel = opened(qtbot, session)
    tip = plain(panel.model.tip("BABA"))
    assert "Alibaba Group ADS · New York" in tip
    assert "40 held · avg 150,00 USD" in tip
    assert "Shares +" in tip
    assert "1 USD = 0,8430 EUR: Fr 22:59 (Fr 30 Jan 2026 22:59:00 CET)" in tip
    assert "Price: Fr 22:00 (Fr 30 Jan 2026 22:00:00 CET)" in tip


def test_the_dialog_tells_what_became_of_every_transaction(qtbot: QtBot) -> None:
    session = window_session()
    early = replace(DOLLARS, note="first", fee=None)
    session.holdings.add(early, a_trade(Side.SELL, "10", "160", date(2025, 12, 1), symbol="BABA", currency="USD"))
    session.holdings.add(a_trade(Side.SELL, "50", "160", date(2025, 12, 8), symbol="BABA", currency="USD"))
    session.market.splits.put("BABA", a_split(date(2025, 11, 20), "1:2"))
    panel = opened(qtbot, session)
    dialog = dialog_of(panel, qtbot, "BABA")
    rows = dialog.view.model().rows  # type: ignore[attr-defined]  # the dialog's own model
    assert [(trade.what, trade.quantity) for trade in rows] == [("Sold", "50"), ("Sold", "10"), ("Bought", "40")]
    assert "Purchase missing for 40: they stay out of profit" in plain(rows[0].details)
    assert "“first”" in rows[2].details
    assert "40 sold or delivered without a purchase; they stay out of profit." in label(dialog, "position_missing")


def test_a_split_is_told_at_the_lot_with_what_it_is_now(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(DOLLARS)
    session.market.splits.put("BABA", a_split(date(2025, 11, 20), "2:1"))
    dialog = dialog_of(opened(qtbot, session), qtbot, "BABA")
    [trade] = dialog.view.model().rows  # type: ignore[attr-defined]  # the dialog's own model
    assert plain(trade.details) == (
        "2 for 1 on 20 Nov 2025 · now 80 at 75,00 · 1 USD = 0,9250 EUR, stated with the trade"
    )
    assert trade.held == "80"


def test_a_transaction_names_the_file_it_came_from(qtbot: QtBot) -> None:
    session = window_session()
    user = session.stores.user
    batch = user.batches.open("depot.csv", datetime(2026, 1, 5, tzinfo=UTC))
    user.batches.stage(batch, [(12, "k", BUY)])
    user.batches.set_state(batch, BatchState.IN_FORCE)
    session.holdings.reload()
    dialog = dialog_of(opened(qtbot, session), qtbot, "AHLA.DE")
    [trade] = dialog.view.model().rows  # type: ignore[attr-defined]  # the dialog's own model
    assert trade.details == "from depot.csv, line 12"


def test_in_the_dialog_keys_change_and_remove_a_transaction(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY, replace(BUY, day=date(2025, 10, 1), quantity=Decimal(2)))
    panel = opened(qtbot, session)
    deeds = deeds_of(panel)
    dialog = dialog_of(panel, qtbot, "AHLA.DE")
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    form = form_of(panel)
    assert form.quantity.edit.text() == "2"
    fill(form, "3", "130,20")
    form._give()
    assert row(panel, "AHLA.DE").quantity == "151"
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert row(panel, "AHLA.DE").quantity == "148"
    assert [deed.kind for deed in deeds] == [DeedKind.LOT_CHANGED, DeedKind.LOT_REMOVED]
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert not dialog.isVisible()
    for deed in reversed(deeds):
        deed.undo()
    assert row(panel, "AHLA.DE").quantity == "150"


def test_the_sign_at_the_right_opens_the_position(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel = opened(qtbot, session)
    wanted: list[str] = []
    panel.view.open_wanted.connect(wanted.append)
    panel.view.open_wanted.disconnect(panel.open_position)
    area: QRect = panel.view.visualRect(panel.model.index(0, 0))
    at = QPoint(area.right() - 5, area.center().y())
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert wanted == ["AHLA.DE"]


def test_the_currency_of_the_portfolio_is_chosen_in_a_menu(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(BUY)
    panel, summary = opened(qtbot, session), foot(qtbot, session)
    menu = panel.context_menu("AHLA.DE")
    action = menu.findChild(QAction, "portfolio_currency_USD")
    assert isinstance(action, QAction)
    action.trigger()
    assert session.preferences.settings.portfolio_currency == "USD"
    assert plain(summary.value.text()) == "25.420,74 USD"
    assert plain(row(panel, "AHLA.DE").value) == "25.420,74 USD"


def test_a_long_sum_folds_rather_than_widen_the_dock(qtbot: QtBot) -> None:
    session = window_session()
    session.holdings.add(replace(BUY, quantity=Decimal(1234567)))
    summary = foot(qtbot, session)
    summary.show()
    qtbot.waitExposed(summary)
    assert summary.minimumSizeHint().width() < 200
    assert summary.session.geometry().top() >= summary.value.geometry().bottom()
    summary.resize(600, 120)
    qtbot.waitUntil(lambda: summary.session.geometry().left() > summary.value.geometry().right())


def test_what_had_no_price_takes_its_place_once_it_has_one(qtbot: QtBot) -> None:
    session = window_session()
    dearer = replace(BUY, symbol="NEW.DE", quantity=Decimal(1000))
    session.holdings.add(BUY, dearer)
    panel = opened(qtbot, session)
    assert panel.model.keys == ("AHLA.DE", "NEW.DE")
    session.market.quotes["NEW.DE"] = quote("NEW.DE", "150", "149", "EUR")
    session.market.prices_changed.emit(frozenset({"NEW.DE"}))
    qtbot.waitUntil(lambda: panel.model.keys == ("NEW.DE", "AHLA.DE"))


def test_where_it_is_wide_the_foot_takes_fewer_lines(qtbot: QtBot) -> None:
    session = window_session(Settings(left_page="portfolio"))
    session.holdings.add(BUY, DOLLARS, YEN, UNLISTED, a_trade(Side.SELL, "20", "150", date(2025, 12, 1)))
    summary = foot(qtbot, session)
    summary.show()
    qtbot.waitExposed(summary)
    narrow = summary.sizeHint().height()
    summary.resize(900, 120)
    qtbot.waitUntil(lambda: " · Realised ▲ +396,00 €" in plain(summary.unrealised.text()))
    assert summary.realised.isHidden()
    assert summary.left_out.text().count("\n") == 0
    assert summary.sizeHint().height() < narrow
