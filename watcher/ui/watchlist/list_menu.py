"""The menu of the lists: which one, new, rename, remove; sections, sorting, columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from watcher.domain.settings import ListColumn, ListView
from watcher.domain.watchlist import Watchlist
from watcher.ui.watchlist.columns import CHOOSABLE, column_name, falls_first
from watcher.ui.watchlist.hands import list_name


class Lister(Protocol):
    """What the menu shows and changes."""

    def lists(self) -> Sequence[Watchlist]: ...  # noqa: D102
    def current(self) -> Watchlist: ...  # noqa: D102
    def list_view(self) -> ListView: ...  # noqa: D102
    def choose_list(self, number: int) -> None: ...  # noqa: D102
    def set_view(self, view: ListView) -> None: ...  # noqa: D102


class ColumnMenu(QMenu):
    """Which columns are shown; stays open while some are ticked."""

    def __init__(self, lister: Lister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column_menu")
        self.setTitle(self.tr("Columns"))
        self._lister = lister
        for column in CHOOSABLE:
            action = self.addAction(column_name(column))
            action.setObjectName(f"column_{column.value}")
            action.setCheckable(True)
            action.setData(column)
            action.triggered.connect(lambda on, column=column: self._switch(column, on=on))
        self.addSeparator()
        first = self.addAction(self.tr("As at first"))
        first.setObjectName("column_default")
        first.triggered.connect(self._as_at_first)
        self.aboutToShow.connect(self.tick)
        self.tick()

    def tick(self) -> None:
        """Tick the columns that are shown."""
        shown = self._lister.list_view().columns
        for action in self.actions():
            if action.isCheckable():
                action.setChecked(action.data() in shown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Turn a switch without closing."""
        action: QAction | None = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space turns a switch without closing."""
        action: QAction | None = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)

    def _switch(self, column: ListColumn, *, on: bool) -> None:
        view = self._lister.list_view()
        rest = tuple(each for each in view.columns if each is not column)
        fresh = (*rest, column) if on else rest
        self._lister.set_view(replace(view, columns=tuple(each for each in CHOOSABLE if each in fresh)))

    def _as_at_first(self) -> None:
        self._lister.set_view(replace(self._lister.list_view(), columns=ListView().columns))
        self.tick()


class SortMenu(QMenu):
    """What the list is sorted by, if by anything."""

    def __init__(self, lister: Lister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sort_menu")
        self.setTitle(self.tr("Sort by"))
        self._lister = lister
        self._group = QActionGroup(self)
        self._own = self._add("sort_none", self.tr("Own order"), None)
        self.addSeparator()
        for column in ListColumn:
            if column is not ListColumn.QUOTE:  # it sorts as the change in percent does
                self._add(f"sort_{column.value}", column_name(column), column)
        self.addSeparator()
        self._turn = self.addAction(self.tr("The other way round"))
        self._turn.setObjectName("sort_turn")
        self._turn.triggered.connect(self._turn_round)
        self.aboutToShow.connect(self.tick)
        self.tick()

    def tick(self) -> None:
        """Tick what is sorted by."""
        view = self._lister.list_view()
        chosen = ListColumn.PERCENT if view.sort is ListColumn.QUOTE else view.sort
        for action in self._group.actions():
            action.setChecked(action.data() == chosen)
        self._turn.setEnabled(view.sort is not None)

    def _add(self, name: str, text: str, column: ListColumn | None) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setData(column)
        self._group.addAction(action)
        action.triggered.connect(lambda: self._sort(column))
        return action

    def _sort(self, column: ListColumn | None) -> None:
        falling = column is not None and falls_first(column)
        self._lister.set_view(replace(self._lister.list_view(), sort=column, falling=falling))

    def _turn_round(self) -> None:
        view = self._lister.list_view()
        self._lister.set_view(replace(view, falling=not view.falling))


class ListMenu(QMenu):
    """The lists in it are looked up each time it opens."""

    def __init__(self, lister: Lister, parent: QWidget | None = None) -> None:
        """Show and change what `lister` has."""
        super().__init__(parent)
        self.setObjectName("list_menu")
        self._lister = lister
        self.new = self._action("list_new", self.tr("New list …"))
        self.rename = self._action("list_rename", self.tr("Rename the list …"), "F2")
        self.remove = self._action("list_remove", self.tr("Remove the list"))
        self.section = self._action("list_section", self.tr("New section …"))
        self.paste = self._action("list_paste", self.tr("Paste symbols"), "Ctrl+V")
        self._line = QAction(self)  # between the lists and what can be done with one
        self._line.setSeparator(True)
        self._choices = QActionGroup(self)
        self._choices.triggered.connect(lambda action: self._lister.choose_list(action.data()))
        self.addActions([self._line, self.new, self.rename, self.remove])
        self.addSeparator()
        self.addActions([self.section, self.paste])
        self.addSeparator()
        self.addMenu(SortMenu(lister, self))
        self.addMenu(ColumnMenu(lister, self))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show the lists there are, where there is a choice."""
        for action in self._choices.actions():
            self._choices.removeAction(action)
            self.removeAction(action)
            action.deleteLater()
        lists = self._lister.lists()
        for each in lists if len(lists) > 1 else ():
            action = QAction(list_name(each).replace("&", "&&"), self)
            action.setObjectName(f"list_{each.id}")
            action.setCheckable(True)
            action.setData(each.id)
            action.setChecked(each.id == self._lister.current().id)
            self._choices.addAction(action)
            self.insertAction(self._line, action)
        self._line.setVisible(len(lists) > 1)
        self.remove.setEnabled(len(lists) > 1)

    def _action(self, name: str, text: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if keys:
            action.setText(f"{text}\t{keys}")  # shown only: the list itself has the key
        return action
