"""The window's single keys: what no focused widget wanted for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from watcher.ui.window import MainWindow

ZOOM = 1.25


def handle_key(window: MainWindow, event: QKeyEvent) -> bool:
    """Do what a key means for the whole window; False where it means nothing."""
    if window.session is None or event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    ):
        return False
    key, text = Qt.Key(event.key()), event.text()
    if key is Qt.Key.Key_Escape:
        return _close_innermost(window)
    if text.isdigit() and text.isascii():
        return window.toolbar.ranges.choose(int(text))
    if key is Qt.Key.Key_A:
        return _by_a(window, shifted=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
    return _by_text(window, text) or _by_key(window, key)


def _by_a(window: MainWindow, *, shifted: bool) -> bool:
    if shifted:
        window.chart.pane.scale_automatically()
    else:
        window.alerts.open()
    return True


def _by_text(window: MainWindow, text: str) -> bool:
    pane = window.chart.pane
    if text == "?":
        window.open_keys()
    elif text == "/":
        window.events.focus_search()
    elif text in {"n", "N"}:
        window.events.add_note()
    elif text == "+":
        pane.zoom(ZOOM)
    elif text in {"-", "\u2212"}:
        pane.zoom(1 / ZOOM)
    else:
        return False
    return True


def _by_key(window: MainWindow, key: Qt.Key) -> bool:
    pane = window.chart.pane
    if key is Qt.Key.Key_Up:
        window.step(-1)
    elif key is Qt.Key.Key_Down:
        window.step(1)
    elif key is Qt.Key.Key_Left:
        pane.step_crosshair(-1)
    elif key is Qt.Key.Key_Right:
        pane.step_crosshair(1)
    elif key is Qt.Key.Key_Home:
        pane.to_start()
    elif key is Qt.Key.Key_End:
        pane.to_now()
    else:
        return False
    return True


def _close_innermost(window: MainWindow) -> bool:
    if window.search.isVisible():
        window.search.shut()
    elif window.alerts.quick.isVisible():
        window.alerts.quick.shut()
    elif window.undo_bar.isVisible():
        window.undo_bar.hide()
    elif window.notice.isVisible():
        window.notice.hide()
    else:
        window.left.page.focus.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
