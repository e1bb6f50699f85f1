"""Style rules of the right dock, its dialogs and the sample banner, to be appended to the application's sheet."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from watcher.ui.tokens import Tokens


def card_rules(tokens: Tokens) -> str:
    """The rules in these colours."""
    colours = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    return Template(_SHEET).substitute(colours)


_SHEET = """
QFrame#countdown_card { border: 2px solid transparent; }
QFrame#countdown_card:focus { border: 2px solid $accent; }
QFrame#countdown_card QLabel[look="pill-quiet"] { background: $panel; }
QFrame#countdown_card QLabel[look="pill"], QFrame#countdown_card QLabel[look="pill-quiet"] { border-radius: 9px;
  padding: 2px 9px; }
QFrame#countdown_card QPushButton[look="link"] { font-size: 12px; padding: 0 4px; }
QLabel#sample_mark { background: $note; color: $text; border-radius: 9px; padding: 2px 9px; font-size: 12px;
  font-weight: 600; }
QWidget#card_actions QToolButton { font-size: 12px; padding: 2px 5px; }
QToolButton#event_find { padding: 1px; }
QWidget#event_chips QToolButton { padding: 2px 4px; }
QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid $mark; border-radius: 4px; background: $panel; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QDateEdit::drop-down, QDateTimeEdit::drop-down, QComboBox::drop-down { border: none; width: 20px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow, QComboBox::down-arrow { image: none; width: 0; height: 0;
  border-left: 4px solid $raised; border-right: 4px solid $raised; border-top: 5px solid $dim; }
"""
