"""The menu of a column: what it means, and how its numbers are written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from watcher.desk.import_preview import Column
from watcher.domain.intake import Role
from watcher.words.intake import role_name

translate = QCoreApplication.translate

# the meanings that people's files have most, in the order in which they look for them
USUAL = (
    Role.ISIN, Role.WKN, Role.SYMBOL, Role.NAME, Role.DATE, Role.TYPE, Role.QUANTITY, Role.PRICE, Role.COST_PRICE,
    Role.AMOUNT, Role.FEE, Role.CURRENCY, Role.IGNORED,
)  # fmt: skip


def ordered_roles() -> tuple[Role, ...]:
    """All meanings: the usual ones first, the others by name."""
    others = sorted((role for role in Role if role not in USUAL), key=role_name)
    return (*USUAL[:-1], *others, Role.IGNORED)


def decimal_name(decimal: str) -> str:
    """A decimal sign in a sentence's place."""
    if decimal == ",":
        return translate("column_menu", "Decimal comma: 1.234,56")
    return translate("column_menu", "Decimal point: 1,234.56")


def column_menu(parent: QWidget, column: Column, mean: Callable[[Role], None], write: Callable[[str], None]) -> QMenu:
    """A menu that tells `mean` the role, or `write` the decimal sign, that the user chooses for a column."""
    menu = QMenu(parent)
    menu.setObjectName("column_menu")
    menu.setAccessibleName(translate("column_menu", "What the column means"))
    if column.decimal:
        group = QActionGroup(menu)
        for sign in (",", "."):
            action = _add(menu, group, decimal_name(sign), f"decimal_{'comma' if sign == ',' else 'point'}")
            action.setChecked(column.decimal == sign)
            action.triggered.connect(lambda _=False, s=sign: write(s))
        menu.addSeparator()
    group = QActionGroup(menu)
    for role in USUAL[:-1]:
        _add_role(menu, group, role, column, mean)
    more = menu.addMenu(translate("column_menu", "More meanings"))
    more.setObjectName("column_more")
    for role in ordered_roles()[len(USUAL) - 1 : -1]:
        _add_role(more, group, role, column, mean)
    menu.addSeparator()
    _add_role(menu, group, Role.IGNORED, column, mean)
    return menu


def _add_role(menu: QMenu, group: QActionGroup, role: Role, column: Column, mean: Callable[[Role], None]) -> None:
    action = _add(menu, group, role_name(role), f"role_{role.value}")
    action.setChecked(column.role is role)
    action.triggered.connect(lambda _=False: mean(role))


def _add(menu: QMenu, group: QActionGroup, text: str, name: str) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(name)
    action.setCheckable(True)
    group.addAction(action)
    return action
