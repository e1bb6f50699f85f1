"""A portfolio through a start, a restart, and the sample: what is held, what is hidden, and where it belongs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.builders_holdings import a_trade
from tests.fakes_program import App, Start
from watcher.domain.holding import Side
from watcher.ui.portfolio.form import TransactionForm
from watcher.ui.portfolio.position_dialog import PositionDialog

BUY = a_trade(Side.BUY, "148", "130.20", date(2025, 11, 12))


def form(app: App) -> TransactionForm:
    [found] = [f for f in app.window.findChildren(TransactionForm) if f.isVisible()]
    return found


def fill(app: App, quantity: str, price: str) -> None:
    shown = form(app)
    QTest.keyClicks(shown.quantity.edit, quantity)
    QTest.keyClicks(shown.price.edit, price)
    QTest.keyClick(shown.price.edit, Qt.Key.Key_Return)


def test_a_purchase_written_down_is_held_after_a_restart_and_stays_hidden(start: Start) -> None:
    app = start()
    app.window.left.turn_to("portfolio")
    app.window.portfolio.add()
    fill(app, "148", "130.20")
    app.settle()
    assert app.text("summary_value").replace(",", "") == "21430.40 €"
    assert app.text("fact_owned").startswith("148 held") or app.text("fact_owned_below").startswith("148 held")
    app.window.menu.amounts.trigger()
    again = app.restart()
    try:
        assert again.window.left.page.name == "portfolio"
        assert again.session.holdings.valuation("AHLA.DE") is not None
        assert again.text("summary_value") == "•••"
        assert again.window.menu.amounts.isChecked()
        assert again.part("amounts_hidden").isVisible()
        shown = [label.text() for label in again.window.findChildren(QLabel) if label.isVisible()]
        assert not any("148" in text for text in shown)
    finally:
        again.close()


def test_the_sample_shows_its_own_portfolio_and_says_that_it_forgets(start: Start) -> None:
    app = start()
    app.session.holdings.add(BUY)
    app.window.portfolio.open_position("AHLA.DE")
    app.window.sample_wanted.emit()
    app.until(app.sampling)
    assert [d for d in app.window.findChildren(PositionDialog) if d.isVisible()] == []
    assert set(app.window.portfolio.model.keys) == {"AHLA.DE", "BABA", "KWEB"}
    app.window.portfolio.add()
    notice = form(app).findChild(QLabel, "transaction_notice")
    assert notice is not None
    assert "forgotten" in notice.text()
    fill(app, "2", "140")
    app.window.live_wanted.emit()
    app.until(lambda: not app.sampling())
    assert app.window.portfolio.model.keys == ("AHLA.DE",)
    assert app.window.portfolio.model.row("AHLA.DE") is not None
    assert app.session.holdings.valuation("AHLA.DE").quantity == 148  # type: ignore[union-attr]  # it is held


def test_prices_move_value_and_profit_and_undo_takes_all_of_it_back(start: Start) -> None:
    app = start()
    app.window.push_deed(app.session.holdings.add(BUY))
    app.settle()
    app.tick("AHLA.DE", "150.00")
    app.until(lambda: app.text("summary_value").replace(",", "") == "22200.00 €")
    undo = app.window.menu.findChild(QAction, "menu_undo")
    assert isinstance(undo, QAction)
    undo.trigger()
    assert app.window.summary.isHidden()
    assert app.window.portfolio.model.keys == ()
    assert app.window.chart.pane._plot.trades.own.trades == ()
