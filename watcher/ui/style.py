"""The style sheet of the application, made from the colours in force.

Widgets say what they look like by a dynamic property `look` (card, dim, heading, outlined, segment, chip, pill, field,
flat, quiet, primary), so that no widget carries a style sheet of its own.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtWidgets import QWidget

from watcher.ui.tokens import Tokens

RADIUS = 8  # logical pixels


def set_look(widget: QWidget, look: str) -> None:
    """Give a widget one of the looks of the style sheet; takes effect at once."""
    if widget.property("look") == look:
        return
    widget.setProperty("look", look)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def stylesheet(tokens: Tokens) -> str:
    """The whole style sheet."""
    colours = {name: value for name, value in asdict(tokens).items() if isinstance(value, str)}
    return Template(_SHEET).substitute(colours)


_SHEET = """
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $background; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: $mark; }
QDockWidget { color: $text; }
QWidget[look="panel"] { background: $panel; }
QWidget[look="panel-heading"] { background: $panel; border-bottom: 1px solid $border; }
QWidget[edge="left"], QWidget[edge="left-above"] { border-left: 1px solid $border; }
QWidget[edge="right"], QWidget[edge="right-above"] { border-right: 1px solid $border; }
QWidget[edge="all"] { border: 1px solid $mark; border-top: none; }
QWidget[edge="all-above"] { border: 1px solid $mark; border-bottom: 1px solid $border; }
QWidget[look="chart"] { background: $background; }
QWidget[look="topbar"] { background: $panel; border-bottom: 1px solid $border; }
QFrame[look="card"] { background: $raised; border: none; border-radius: 10px; }
QFrame[look="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="popup"] { background: $panel; border: 1px solid $border; border-radius: 10px; }
QFrame[look="notice"] { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame[look="segments"] { background: $raised; border: none; border-radius: 8px; }

QLabel { color: $text; background: transparent; }
QLabel[look="dim"] { color: $dim; }
QLabel[look="small"] { color: $dim; font-size: 12px; }
QLabel[look="strong"] { color: $text; font-weight: 600; }
QLabel[look="problem"] { color: $text; font-size: 12px; }
QLabel[look="fact"] { color: $text; font-size: 12px; font-weight: 500; }
QLabel[look="heading"] { color: $text; padding: 0 0 7px 0; margin: 0; border-bottom: 2px solid $accent; }
QTabBar[look="tabs"] { background: transparent; border: none; }
QTabBar[look="tabs"]::tab { color: $dim; background: transparent; border: none; padding: 2px 0 7px 0;
  margin: 0 12px 0 0; border-bottom: 2px solid transparent; }
QTabBar[look="tabs"]::tab:hover { color: $text; }
QTabBar[look="tabs"]::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QLabel[look="title"] { color: $text; font-size: 17px; font-weight: 600; }
QLabel[look="price"] { color: $text; font-size: 31px; font-weight: 600; }
QLabel[look="price-unsure"] { color: $dim; font-size: 31px; font-weight: 600; }
QLabel[look="up"] { color: $up_text; font-size: 14px; }
QLabel[look="down"] { color: $down_text; font-size: 14px; }
QLabel[look="level"] { color: $dim; font-size: 14px; }
QLabel[look="sum"] { color: $text; font-size: 17px; font-weight: 600; }
QLabel[look="up-small"] { color: $up_text; font-size: 13px; }
QLabel[look="down-small"] { color: $down_text; font-size: 13px; }
QLabel[look="level-small"] { color: $dim; font-size: 13px; }
QFrame#portfolio_summary { border: 2px solid transparent; border-top: 1px solid $border; padding-top: 1px; }
QFrame#portfolio_summary:focus { border: 2px solid $accent; padding-top: 0; }
QLabel[look="pill"] { background: $amber_soft; color: $amber; border-radius: 8px; padding: 2px 9px; font-size: 12px; }
QLabel[look="pill-quiet"] { background: $raised; color: $dim; border-radius: 8px; padding: 2px 9px; font-size: 12px; }
QLabel[look="chip"] { background: $raised; color: $dim; border-radius: 11px; padding: 0 10px; font-size: 12px; }

QToolButton, QPushButton { color: $text; background: transparent; border: 2px solid transparent; border-radius: 7px;
  padding: 3px 7px; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton:hover, QPushButton:hover { background: $hover; }
QToolButton:pressed, QPushButton:pressed { background: $raised; }
QToolButton[look="outlined"], QPushButton { border: 1px solid $border; border-radius: 7px; padding: 4px 10px; }
QToolButton[look="outlined-icon"] { border: 1px solid $border; border-radius: 7px; padding: 4px 5px; }
QToolButton[look="field"] { background: $raised; color: $dim; border: none; border-radius: 8px; }
QToolButton[look="field"]:hover { background: $hover; }
QToolButton[look="segment"], QPushButton[look="segment"] {
  color: $dim; border: 2px solid transparent; border-radius: 6px; padding: 1px 7px; }
QToolButton[look="segment"]:hover, QPushButton[look="segment"]:hover { color: $text; }
QToolButton[look="segment"]:checked, QPushButton[look="segment"]:checked {
  background: $accent; color: $on_accent; font-weight: 600; }
QToolButton[look="chip"] { background: $raised; color: $dim; border: 2px solid transparent; border-radius: 12px;
  padding: 2px 6px; font-size: 12px; }
QToolButton[look="chip"]:hover { color: $text; background: $hover; }
QToolButton[look="chip"]:checked { background: $accent; color: $on_accent; font-weight: 600; }
QToolButton[look="list"] { color: $dim; border: 2px solid transparent; padding: 1px 6px; font-size: 12px; }
QToolButton[look="list"]:hover { color: $text; }
QToolButton[look="link"], QPushButton[look="link"] { color: $accent; border: 2px solid transparent; padding: 1px 4px; }
QToolButton[look="quiet"] { color: $dim; border: 2px solid transparent; padding: 0 4px; font-size: 12px; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 2px solid $accent; padding: 3px 12px;
  font-weight: 600; }
QPushButton[look="choice"] { background: $panel; text-align: left; padding: 4px 10px; }
QPushButton[look="choice"]:hover { background: $hover; }
QPushButton[look="choice"]:focus { padding: 3px 9px; }
QPushButton[look="primary"]:disabled { background: $raised; border: 2px solid $raised; color: $dim; }
QPushButton[look="flat"] { border: 2px solid transparent; padding: 3px 9px; }
QPushButton:disabled, QToolButton:disabled { color: $mark; }
QToolButton:focus, QPushButton:focus { border: 2px solid $accent; }
QToolButton[look="outlined"]:focus, QPushButton:focus { padding: 3px 9px; }
QToolButton[look="outlined-icon"]:focus { padding: 3px 4px; }
QPushButton[look="link"]:focus { padding: 1px 4px; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 3px 12px; }
QToolButton[look="segment"]:focus, QPushButton[look="segment"]:focus { padding: 1px 7px; }
QToolButton[look="segment"]:checked:focus, QPushButton[look="segment"]:checked:focus { border: 2px solid $text; }
QToolButton[look="chip"]:checked:focus { border: 2px solid $text; }

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox, QComboBox {
  background: $raised; color: $text; border: 2px solid transparent; border-radius: 7px; padding: 3px 7px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus,
QSpinBox:focus, QComboBox:focus { border: 2px solid $accent; }
QLineEdit[wrong="true"], QDateEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $mark; }
QLineEdit[wrong="true"]:focus, QDateEdit[wrong="true"]:focus { border: 2px solid $accent; }
QLineEdit[look="search"] { font-size: 16px; padding: 7px 10px; border-radius: 8px; }

QListView, QTreeView, QTableView, QScrollArea { background: $panel; border: none; outline: none; color: $text; }
QListView::item { border: none; }
QTreeView { show-decoration-selected: 0; selection-background-color: transparent; }
QTreeView::item, QTreeView::item:selected, QTreeView::item:hover, QTreeView::branch { border: none;
  background: transparent; }
QTableView { gridline-color: $border; selection-background-color: $note; selection-color: $text; }
QTableView::item { padding: 0 6px; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $border; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $dim; border: none; border-bottom: 1px solid $border;
  padding: 5px 8px; }
QHeaderView#portfolio_columns::section:first, QHeaderView#trades_columns::section:first { padding-left: 14px; }
QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding; subcontrol-position: center left;
  width: 9px; height: 9px; left: 2px; }
QAbstractScrollArea::corner { background: $panel; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $mark; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $panel; color: $text; border: 1px solid $border; border-radius: 8px; padding: 5px; }
QMenu::item { padding: 5px 22px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: $note; }
QMenu::item:disabled { color: $dim; }
QMenu::indicator { left: 6px; }
QMenu::separator { height: 1px; background: $border; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }

QProgressBar { background: $raised; border: none; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QStatusBar { min-height: 25px; background: $panel; color: $dim; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $dim; font-size: 12px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }
QSplitter::handle { background: $border; }
QCheckBox, QRadioButton { color: $text; background: transparent; spacing: 7px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
"""
