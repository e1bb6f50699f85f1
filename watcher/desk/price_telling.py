"""Tells of changed prices together, so that what shows them is repainted once a frame at most."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

FRAME_MS = 33  # changes of prices are told together, at most so often


class PriceTelling(QObject):
    """Gathers symbols whose price, state or facts changed until the next frame."""

    def __init__(self, emit: Callable[[frozenset[str]], None], parent: QObject) -> None:
        """`emit` tells of the symbols that changed."""
        super().__init__(parent)
        self._emit = emit
        self._changed: set[str] = set()
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self.tell)

    def mark(self, *symbols: str) -> None:
        """Tell of `symbols` with the next frame."""
        self._changed.update(symbols)
        if not self._frame.isActive():
            self._frame.start()

    @Slot()
    def tell(self) -> None:
        """Tell now, without waiting for the next frame."""
        self._frame.stop()
        if self._changed:
            changed, self._changed = frozenset(self._changed), set()
            self._emit(changed)

    def close(self) -> None:
        """Tell nothing more."""
        self._frame.stop()
