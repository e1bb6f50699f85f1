"""Where alerts are set and changed in the window: the quick field, the editor and the gestures of the chart."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from watcher.desk.deeds import Deed, DeedKind
from watcher.desk.session import Session
from watcher.domain.alert import Alert
from watcher.domain.errors import StoreError
from watcher.ui.alerts.editor import AlertEditor
from watcher.ui.alerts.judging import last_price, moved_alert
from watcher.ui.alerts.quick import WIDTH, QuickAlert
from watcher.ui.chart_panel import ChartPanel
from watcher.words.deeds import deed_sentence
from watcher.words.stores import not_kept_sentence

BESIDE = 24  # px between the pointer, or the price axis, and the field


class AlertDoor(QObject):
    """One for each session that the window shows."""

    deed_done = Signal(object)  # Deed
    said = Signal(str)  # a sentence about what was just done, to be shown with the way back
    failed = Signal(object)  # StoreError
    was_set = Signal(object)  # Alert: a new one

    def __init__(self, session: Session, chart: ChartPanel, window: QWidget) -> None:
        """Lie over `window`; alerts are set at prices of `chart`."""
        super().__init__(chart)
        self._session = session
        self._chart = chart
        self._window = window
        self.quick = QuickAlert(session, window)
        self.quick.deed_done.connect(self._tell)
        self.quick.failed.connect(self.failed)
        self.quick.more_wanted.connect(self.edit)
        chart.pane.alert_wanted.connect(self._open_at)
        chart.pane.alert_moved.connect(self._move)
        chart.pane.alert_chosen.connect(self._open_chosen)

    def open(self) -> None:
        """Open the quick field at the crosshair's price, else at the last one."""
        symbol = self._session.preferences.settings.symbol
        pane = self._chart.pane
        pointed = pane.crosshair_price() if self._chart.has_bars else None
        price = last_price(self._session, symbol) if pointed is None else Decimal(str(pointed))
        area = self._area()
        row = None if price is None else pane.row_of(float(price))
        y = area.center().y() if row is None else area.top() + row
        self._show(price, QPoint(area.right() - WIDTH - 3 * BESIDE, y))

    def shut(self) -> None:
        """Take away what lies over the window; it goes with the session."""
        self.quick.shut()
        self.quick.deleteLater()
        for editor in self._window.findChildren(AlertEditor):
            editor.reject()

    def _open_at(self, price: float, at: QPoint) -> None:
        spot = self._chart.pane.mapTo(self._window, at)
        self._show(Decimal(str(price)), spot + QPoint(BESIDE, 0))

    def change(self, alert_id: str) -> None:
        """Open the editor on an alert; nothing happens where it is gone."""
        alert = self._find(alert_id)
        if alert is not None:
            self.edit(alert)

    def edit(self, alert: Alert) -> AlertEditor:
        """Open the editor on an alert, kept or new; what is kept is changed."""
        known = self._find(alert.id) is not None
        editor = AlertEditor(self._session, alert, known=known, parent=self._window)
        editor.given.connect(lambda given: self._keep(editor, given))
        editor.open()
        return editor

    def _keep(self, editor: AlertEditor, alert: Alert) -> None:
        watch = self._session.alerts
        try:
            deed = watch.set(alert) if self._find(alert.id) is None else watch.change(alert)
        except StoreError as problem:
            editor.say(not_kept_sentence(problem))
            return
        editor.accept()
        self._tell(deed)

    def _open_chosen(self, alert_id: str, at: QPoint) -> None:
        alert = self._find(alert_id)
        if alert is not None:
            spot = self._chart.pane.mapTo(self._window, at) + QPoint(BESIDE, 0)
            self.quick.open(alert.symbol, alert.condition.level, spot, self._area(), alert)

    def _move(self, alert_id: str, price: float) -> None:
        """A line was dragged: one change, which one undo takes back."""
        alert = self._find(alert_id)
        if alert is None:
            return
        try:
            deed = self._session.alerts.change(moved_alert(self._session, alert, Decimal(str(price))))
        except StoreError as problem:
            self.failed.emit(problem)
            return
        self._tell(deed)

    def _find(self, alert_id: str) -> Alert | None:
        return next((alert for alert, _ in self._session.alerts.alerts() if alert.id == alert_id), None)

    def _show(self, price: Decimal | None, spot: QPoint) -> None:
        self.quick.open(self._session.preferences.settings.symbol, price, spot, self._area())

    def _area(self) -> QRect:
        pane = self._chart.pane
        return QRect(pane.mapTo(self._window, QPoint(0, 0)), pane.size())

    def _tell(self, deed: Deed) -> None:
        self.deed_done.emit(deed)
        self.said.emit(deed_sentence(deed.kind.value, deed.subject))
        if deed.kind is DeedKind.ALERT_SET:
            self.was_set.emit(self._session.alerts.alerts(deed.subject)[-1][0])
