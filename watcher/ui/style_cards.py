"""Style rules of the right dock, its dialogs, the sample banner and form fields, appended to the main sheet."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from watcher.resources import resource_path
from watcher.ui.tokens import Tokens


def card_rules(tokens: Tokens) -> str:
    """The rules in these colours."""
    values = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    values["icons"] = resource_path("icons").as_posix()
    values["theme"] = "dark" if tokens.dark else "light"
    return Template(_SHEET).substitute(values)


_SHEET = """
QFrame#countdown_card { border: 2px solid transparent; }
QFrame#countdown_card:focus { border: 2px solid $accent; }
QFrame#countdown_card QLabel[look="pill-quiet"] { background: $panel; }
QFrame#countdown_card QLabel[look="pill"], QFrame#countdown_card QLabel[look="pill-quiet"] { border-radius: 9px;
  padding: 2px 9px; }
QFrame#countdown_card QPushButton[look="link"] { font-size: 12px; padding: 0 4px; }
QLabel#sample_mark { background: $text; color: $panel; border-radius: 5px; padding: 2px 8px; font-size: 12px;
  font-weight: 700; letter-spacing: 1px; }
QWidget#card_actions QToolButton { font-size: 12px; padding: 2px 5px; }
QToolButton#event_find { padding: 1px; }
QWidget#event_chips QToolButton, QWidget#sample_moments QToolButton { padding: 2px 0; }
QCheckBox::indicator, QMenu::indicator { width: 14px; height: 14px; }
QCheckBox::indicator { border: 1px solid $mark; border-radius: 4px; background: $panel; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$icons/tick-$theme.svg"); }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border: 2px solid $text; }
QMenu::indicator:checked { image: url("$icons/chosen-$theme.svg"); }
QDateEdit::drop-down, QDateTimeEdit::drop-down, QComboBox::drop-down { border: none; width: 22px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow, QComboBox::down-arrow {
  image: url("$icons/open-$theme.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $border; border-radius: 6px;
  selection-background-color: $note; selection-color: $text; outline: none; padding: 4px; }
QCalendarWidget QToolButton { color: $text; background: transparent; }
QCalendarWidget QAbstractItemView { background: $panel; color: $text; selection-background-color: $accent;
  selection-color: $on_accent; outline: none; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
"""
