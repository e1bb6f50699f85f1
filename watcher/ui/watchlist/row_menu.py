"""The menu of one or several rows of the watchlist."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class RowActs(NamedTuple):
    """What the menu's entries do; None where an entry makes no sense for these rows."""

    shift: Callable[[int], None]
    copy: Callable[[], None]
    paste: Callable[[], None]
    remove: Callable[[], None]
    section: Callable[[], None]
    rename: Callable[[], None] | None  # of a section
    find: Callable[[], None] | None  # look for the listing of what is only written
    choose: Callable[[str], None] | None  # a listing for it


class RowMenu(QMenu):
    """Move, copy, paste, remove; for what has no listing yet, the listings it may be."""

    def __init__(
        self, acts: RowActs, price: str, listings: tuple[str, ...], count: int, parent: QWidget | None = None
    ) -> None:
        """Offer what `acts` can do.

        Args:
            acts: what is done.
            price: the price as text, of one instrument that has one; else empty.
            listings: the listings that what is only written may stand for.
            count: how many rows are selected.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setObjectName("watchlist_menu")
        choose = acts.choose
        if choose is not None:
            for symbol in listings:
                chosen = self._add(f"row_is_{symbol}", self.tr("It is {symbol}").format(symbol=symbol))
                chosen.triggered.connect(lambda _=False, symbol=symbol: choose(symbol))
        if acts.find is not None:
            self._add("row_find", self.tr("Search its listing …")).triggered.connect(acts.find)
            self.addSeparator()
        up = self._add("row_up", self.tr("Move up"), QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Up))
        up.triggered.connect(lambda: acts.shift(-1))
        down = self._add("row_down", self.tr("Move down"), QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Down))
        down.triggered.connect(lambda: acts.shift(1))
        self.addSeparator()
        text = self.tr("Copy symbols") if count > 1 else self.tr("Copy symbol")
        self._add("row_copy_symbol", text, QKeySequence(QKeySequence.StandardKey.Copy)).triggered.connect(acts.copy)
        if price:
            self._add("row_copy_price", self.tr("Copy price")).triggered.connect(
                lambda: QGuiApplication.clipboard().setText(price)
            )
        paste = self._add("row_paste", self.tr("Paste symbols"), QKeySequence(QKeySequence.StandardKey.Paste))
        paste.triggered.connect(acts.paste)
        self.addSeparator()
        self._add("row_section", self.tr("New section above …")).triggered.connect(acts.section)
        if acts.rename is not None:
            self._add("row_rename", self.tr("Rename the section"), QKeySequence("F2")).triggered.connect(acts.rename)
        text = self.tr("Remove the section, keep its rows") if acts.rename else self.tr("Remove from the list")
        self._add("row_remove", text, QKeySequence(Qt.Key.Key_Delete)).triggered.connect(acts.remove)

    def _add(self, name: str, text: str, keys: QKeySequence | None = None) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        return action
