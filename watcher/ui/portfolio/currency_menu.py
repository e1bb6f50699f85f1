"""The menu in which the portfolio's currency is chosen."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from watcher.desk.preferences import Preferences
from watcher.domain.currency import COMMON, MINOR_DIGITS
from watcher.domain.settings import portfolio_currency


class CurrencyMenu(QMenu):
    """The usual currencies, and all others one step further."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show and change the currency of `preferences`."""
        super().__init__(parent)
        self.setObjectName("portfolio_currency_menu")
        self.setTitle(self.tr("Portfolio currency"))
        self._preferences = preferences
        self._group = QActionGroup(self)
        self._group.triggered.connect(lambda action: preferences.change(portfolio_currency=str(action.data())))
        for code in COMMON:
            self._add(self, code)
        self._others = self.addMenu(self.tr("Other"))
        self._others.setObjectName("portfolio_currency_others")
        for code in sorted(MINOR_DIGITS.keys() - set(COMMON)):
            self._add(self._others, code)
        self.aboutToShow.connect(self._show)
        self._show()

    def _add(self, menu: QMenu, code: str) -> QAction:
        action = menu.addAction(code)
        action.setObjectName(f"portfolio_currency_{code}")
        action.setCheckable(True)
        action.setData(code)
        self._group.addAction(action)
        return action

    def _show(self) -> None:
        chosen = portfolio_currency(self._preferences.settings)
        for action in self._group.actions():
            action.setChecked(action.data() == chosen)
