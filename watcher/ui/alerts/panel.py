"""The page of alerts: what is waited for, and below it the log of what fired."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from watcher.desk.session import Session
from watcher.domain.alert_log import Logged
from watcher.domain.errors import StoreError
from watcher.ui.alerts.list import AlertsView
from watcher.ui.alerts.rows import AlertRow, alert_rows, log_rows
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label, show_text
from watcher.words.alert_pages import fate_words, tab_title


class AlertsPanel(QWidget):
    """Looking at it is what makes a firing seen."""

    deed_done = Signal(object)  # Deed
    failed = Signal(object)  # StoreError
    alert_wanted = Signal()  # a new one
    change_wanted = Signal(str)  # alert id
    retitled = Signal(str)  # what the page's tab is to say

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's alerts and their log."""
        super().__init__(parent)
        self.setObjectName("alerts_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "panel")
        self._session = session
        self._firings: tuple[Logged, ...] = ()
        self._fresh: set[int] = set()  # not seen before the page was opened, and marked until it is left
        self.alerts = AlertsView("alerts_list", self.tr("Alerts"), self)
        self.log = AlertsView("alert_log", self.tr("What fired"), self)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.alerts.opened.connect(self._show_instrument)
        self.log.opened.connect(self._show_instrument)
        self.alerts.removal_wanted.connect(self._remove)
        self.alerts.customContextMenuRequested.connect(self._open_menu)
        self.log.selectionModel().currentChanged.connect(lambda *_: self._tell_fate())
        session.alerts.changed.connect(self._show_alerts)
        session.alert_history.changed.connect(self._take_log)
        session.scheduler.beat.connect(self._age)
        self._show_alerts()
        self._take_log()

    @property
    def title(self) -> str:
        """What the page's tab says now."""
        return tab_title(self._session.alert_history.unseen())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What is listed is seen now."""
        super().showEvent(event)
        self._show_alerts()
        self._take_log()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What was new no longer is."""
        super().hideEvent(event)
        self._fresh.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The keys go to the list that has rows."""
        super().focusInEvent(event)
        self._focused().setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A window that comes to the front shows what fired meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible():
            self._take_log()

    def _lay_out(self) -> None:
        empty = plain_label("alerts_empty", "dim", self.tr("No alerts yet. Press A at a price in the chart."))
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._add = QPushButton(self.tr("New alert"))
        self._add.setObjectName("alerts_add")
        self._add.clicked.connect(self.alert_wanted)
        self._empty = QWidget()
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(24, 60, 24, 24)
        column.setSpacing(14)
        column.addWidget(empty)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        filled = QWidget()
        self._heading = plain_label("alert_log_title", "small", self.tr("What fired"))
        self._heading.setContentsMargins(14, 8, 14, 4)
        self._fate = plain_label("alert_fate", "small")
        self._fate.setWordWrap(True)
        self._fate.setContentsMargins(14, 4, 14, 8)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.alerts, 1)
        column.addWidget(self._heading)
        column.addWidget(self.log, 1)
        column.addWidget(self._fate)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self._empty)

    def _focused(self) -> QWidget:
        if self._stack.currentWidget() is self._empty:
            return self._add
        return self.alerts if self.alerts.rows.rowCount() else self.log

    def _show_alerts(self) -> None:
        rows = alert_rows(self._session)
        self.alerts.show_rows(rows)
        self._choose_page()

    def _take_log(self) -> None:
        """Read the log; what is on screen in the window in front counts as seen."""
        self._firings = self._session.alert_history.newest()
        unseen = [logged.id for logged in self._firings if not logged.seen]
        if unseen and self.isVisible() and self.isActiveWindow():
            self._fresh.update(unseen)
            try:
                self._session.alert_history.see(unseen)  # which tells of the change, and leads here once more
            except StoreError as problem:
                self.failed.emit(problem)
            else:
                return
        self._show_log()
        self._choose_page()
        self.retitled.emit(self.title)

    def _show_log(self) -> None:
        self.log.show_rows(log_rows(self._session, self._firings, self._fresh))
        self._tell_fate()

    def _tell_fate(self) -> None:
        """How the chosen firing was told, under the list."""
        row = self.log.current_row()
        logged = next((each for each in self._firings if row is not None and str(each.id) == row.key), None)
        said = "" if logged is None else fate_words(logged, self._session.clock.now())
        show_text(self._fate, said)
        self._fate.setVisible(bool(said))

    def _choose_page(self) -> None:
        filled = bool(self.alerts.rows.rowCount() or self._firings)
        self._stack.setCurrentIndex(0 if filled else 1)
        self.log.setVisible(bool(self._firings))
        self._heading.setVisible(bool(self._firings))

    def _age(self, _now: object) -> None:
        if self.isVisible():
            self._show_alerts()
            self._show_log()

    def _show_instrument(self, row: AlertRow) -> None:
        self._session.preferences.change(symbol=row.symbol)

    def _remove(self, row: AlertRow) -> None:
        try:
            deed = self._session.alerts.remove(row.key)
        except StoreError as problem:
            self.failed.emit(problem)
        else:
            self.deed_done.emit(deed)

    def _open_menu(self, at: QPoint) -> None:
        row = self.alerts.current_row()
        if row is None:
            return
        menu = QMenu(self)
        menu.setObjectName("alert_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Show {symbol}").format(symbol=row.symbol), lambda: self._show_instrument(row))
        menu.addAction(self.tr("Change…"), lambda: self.change_wanted.emit(row.key))
        menu.addAction(self.tr("Remove"), lambda: self._remove(row))
        menu.popup(self.alerts.viewport().mapToGlobal(at))
