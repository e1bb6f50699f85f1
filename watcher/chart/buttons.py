"""The small buttons over the chart: to now, automatic scale, and the action of a message."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from watcher.chart.palette import TEXT_SIZE, Palette
from watcher.chart.stage import Stage

translate = QCoreApplication.translate
MARGIN = 12
AUTO_SIZE = 22


class ChartButtons:
    """Three buttons that come when they are needed and stand where the areas of the chart say."""

    def __init__(self, parent: QWidget) -> None:
        """Make them, hidden."""
        self.to_now = QToolButton(parent)
        self.to_now.setObjectName("chart_to_now")
        self.to_now.setText(translate("chart", "To now") + " »")
        self.to_now.setToolTip(translate("chart", "To the newest bar (End)"))
        self.to_now.setAccessibleName(translate("chart", "To the newest bar"))
        self.automatic = QToolButton(parent)
        self.automatic.setObjectName("chart_auto_scale")
        self.automatic.setText(translate("chart", "A"))
        self.automatic.setToolTip(translate("chart", "Fit the price axis to the bars in view (Shift+A)"))
        self.automatic.setAccessibleName(translate("chart", "Automatic price scale"))
        self.action = QPushButton(parent)
        self.action.setObjectName("chart_action")
        for button in (self.to_now, self.automatic, self.action):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.hide()

    def set_palette(self, palette: Palette) -> None:
        """Take the chart's colours."""
        for button in (self.to_now, self.automatic):
            button.setStyleSheet(
                f"QToolButton {{ background: {palette.panel}; color: {palette.text};"
                f" border: 1px solid {palette.border}; border-radius: 5px; padding: 3px 9px;"
                f" font-size: {TEXT_SIZE}px; }}"
                f" QToolButton:hover {{ border-color: {palette.accent}; }}"
                f" QToolButton:focus {{ border: 2px solid {palette.accent}; padding: 2px 8px; }}"
            )
        self.automatic.setStyleSheet(self.automatic.styleSheet().replace("3px 9px", "0px").replace("2px 8px", "0px"))
        self.action.setStyleSheet(
            f"QPushButton {{ background: {palette.accent}; color: {palette.on_accent}; border: none;"
            f" border-radius: 6px; padding: 6px 16px; font-size: {TEXT_SIZE}px; font-weight: 600; }}"
            f" QPushButton:focus {{ border: 2px solid {palette.text}; padding: 4px 14px; }}"
        )

    def place(self, stage: Stage) -> None:
        """Show what is needed, in its place."""
        areas, shown = stage.frame.areas, stage.data is not None and len(stage.data) > 0
        now, scale, action = self.to_now, self.automatic, self.action
        if _need(now, wanted=shown and not stage.camera.following):
            now.adjustSize()
            now.move(areas.plot.right() - now.width() - MARGIN, areas.plot.bottom() - now.height() - MARGIN)
        if _need(scale, wanted=shown and not stage.automatic):
            scale.setFixedSize(AUTO_SIZE, AUTO_SIZE)
            middle = areas.price_axis.center().x(), areas.time_axis.center().y()
            scale.move(middle[0] - AUTO_SIZE // 2, middle[1] - AUTO_SIZE // 2)
        if _need(action, wanted=stage.message is not None and bool(action.text())):
            action.adjustSize()
            action.move(areas.whole.center().x() - action.width() // 2, round(areas.whole.height() * 0.42) + 50)


def _need(button: QWidget, *, wanted: bool) -> bool:
    """Show or hide; whether it has to be placed. Costs nothing while a button stays hidden."""
    if wanted == button.isHidden():
        button.setVisible(wanted)
    return wanted
