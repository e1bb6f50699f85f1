"""Paints the window into a file once its first data are in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal

from watcher.ui.window import MainWindow

SETTLE_MS = 350  # after the first bars: late layouts, events
SEEN_AT_MOST = 12  # rows of a watchlist
MORE_MS = 3000  # so long small lines of rows are waited for
PATIENCE_MS = 20_000


class Screenshot(QObject):
    """Waits for the window's first data, or for as long as patience lasts, and saves one picture."""

    taken = Signal(bool)  # whether the picture could be written

    def __init__(
        self,
        window: MainWindow,
        path: Path,
        size: QSize | None = None,
        *,
        patience_ms: int = PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        """Resize and show the window, then wait; `size` in logical pixels, None keeps the window's own."""
        super().__init__(parent or window)
        self._window = window
        self._path = path
        self._done = False
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
        if size is not None:
            window.resize(size)
        window.show()
        if size is not None:
            window.resize(size)
        window.data_shown.connect(self._settle)
        self._late = False  # the first data are in
        self._waited_ms = 0  # for what comes after them
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.timeout.connect(self._take)
        self._deadline.start(patience_ms)
        if window.has_data:
            self._settle()

    def _settle(self) -> None:
        if not self._done and not self._late:
            self._late = True
            self._deadline.start(SETTLE_MS)

    def _take(self) -> None:
        if self._done:
            return
        if self._late and not self._has_small_lines() and self._waited_ms < MORE_MS:
            self._waited_ms += SETTLE_MS
            self._deadline.start(SETTLE_MS)
            return
        self._done = True
        self._deadline.stop()
        self.taken.emit(self._window.grab().save(str(self._path)))

    def _has_small_lines(self) -> bool:
        """Whether each row of the watchlist that is in sight has its small line; what has no closes is waited for."""
        session = self._window.session
        symbols = [] if session is None else session.watchlist.symbols[:SEEN_AT_MOST]
        return session is None or all(len(session.market.sparkline(symbol)) for symbol in symbols)
