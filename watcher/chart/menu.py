"""The menu at a price: alert here, note here, copy price, copy visible data, save picture."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from watcher.chart.export import visible_csv
from watcher.chart.overlay import Crosshair
from watcher.chart.plot import Plot
from watcher.words import numbers

translate = QCoreApplication.translate


class PriceMenu(QObject):
    """Built anew for every place it is opened at."""

    note_wanted = Signal(object, float)  # datetime (aware UTC) of the bar, price
    alert_wanted = Signal(float, object)  # price, QPoint in the pane

    def __init__(self, parent: QWidget, plot: Plot) -> None:
        """Belong to the pane that shows `plot`."""
        super().__init__(parent)
        self._pane, self._plot = parent, plot
        self._price, self._time = 0.0, 0
        self._at = QPoint()

    def open(self, at: QPoint, cross: Crosshair | None = None) -> None:
        """Show the menu at a point of the chart (logical pixels), without blocking; nothing without bars.

        `cross` is the crosshair that it belongs to; None for one under the pointer.
        """
        menu = self.build(at, cross)
        if menu is not None:
            menu.popup(self._pane.mapToGlobal(at))

    def build(self, at: QPoint, cross: Crosshair | None = None) -> QMenu | None:
        """Make the menu for the price that the crosshair's tag shows there; None without bars."""
        stage = self._plot.stage
        data, cross = stage.data, cross or self._plot.cross_at(at)
        if data is None or len(data) == 0 or cross is None:
            return None
        self._at = at
        self._price = round(cross.price, stage.decimals)
        self._time = int(data.bars["time"][cross.index]) if cross.index >= 0 else data.times_at(cross.slot)[0]
        menu = QMenu(self._pane)
        menu.setObjectName("chart_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        price = numbers.money(self._price, stage.decimals, data.content.currency)
        menu.addAction(translate("chart", "Note here…"), self._want_note)
        menu.addAction(translate("chart", "Alert at {price}…").format(price=price), self._want_alert)
        menu.addAction(translate("chart", "Copy price {price}").format(price=price), self._copy_price)
        menu.addAction(translate("chart", "Copy visible data"), self._copy_data)
        menu.addAction(translate("chart", "Save picture…"), self._save_picture)
        menu.addSeparator()
        told = menu.addAction(translate("chart", "Prices are adjusted for splits, not for dividends"))
        told.setEnabled(False)
        return menu

    def _want_alert(self) -> None:
        self.alert_wanted.emit(self._price, self._at)

    def _want_note(self) -> None:
        self.note_wanted.emit(datetime.fromtimestamp(self._time, UTC), self._price)

    def _copy_price(self) -> None:
        QGuiApplication.clipboard().setText(numbers.price(self._price, self._plot.stage.decimals))

    def _copy_data(self) -> None:
        QGuiApplication.clipboard().setText(visible_csv(self._plot.stage))

    def _save_picture(self) -> None:
        """Ask where to, without blocking, and write a PNG of the chart as it is."""
        picture = self._plot.canvas.grab()
        symbol = self._plot.stage.data.content.symbol if self._plot.stage.data else "chart"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self._pane, translate("chart", "Save picture"), str(Path(folder) / f"{symbol}.png"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setNameFilter(translate("chart", "PNG picture (*.png)"))
        dialog.fileSelected.connect(picture.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
