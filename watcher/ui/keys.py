"""The sheet of keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from watcher.ui.texts import plain_label

translate = QCoreApplication.translate
LEFT_GROUPS = 2
KEY_WIDTH = 170  # px, so that what the keys do stands in one column


def key_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """What every key does: groups of (keys, what they do), keys as the platform writes them."""

    def native(keys: str) -> str:
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

    return [
        (
            translate("KeySheet", "Everywhere"),
            [
                (native("Ctrl+K"), translate("KeySheet", "Search an instrument")),
                ("↑  ↓", translate("KeySheet", "Instrument before, after")),
                ("1 \u2013 8", translate("KeySheet", "Range, from one day to all years")),
                ("A", translate("KeySheet", "Alert at the crosshair, or at the price now")),
                ("N", translate("KeySheet", "Write a note")),
                ("/", translate("KeySheet", "Filter events")),
                (native("Ctrl+1"), translate("KeySheet", "First page on the left, with 2 and 3 the others")),
                (native("Ctrl+H"), translate("KeySheet", "Hide amounts, show them")),
                ("F6", translate("KeySheet", "Next pane, with Shift the one before")),
                ("Esc", translate("KeySheet", "Close what was opened last")),
                (f"{native('Ctrl+Z')}  {native('Ctrl+Shift+Z')}", translate("KeySheet", "Undo, redo")),
                (native("Ctrl+I"), translate("KeySheet", "Import files")),
                (native("Ctrl+V"), translate("KeySheet", "Import copied rows or files")),
                (native("Ctrl+Q"), translate("KeySheet", "Quit")),
                ("?", translate("KeySheet", "This sheet")),
            ],
        ),
        (
            translate("KeySheet", "Sample"),
            [
                (f"{native('Alt+1')} \u2013 5", translate("KeySheet", "A moment of the story")),
                (native("Alt+0"), translate("KeySheet", "Play, pause")),
            ],
        ),
        (
            translate("KeySheet", "Chart"),
            [
                ("←  →", translate("KeySheet", "Crosshair bar by bar")),
                ("+  \u2212", translate("KeySheet", "Closer, wider")),
                (f"{native('Home')}  {native('End')}", translate("KeySheet", "First bar, to now")),
                (native("Shift+A"), translate("KeySheet", "Scale fits by itself")),
                (translate("KeySheet", "Shift and click"), translate("KeySheet", "Alert at that price")),
                (translate("KeySheet", "Wheel"), translate("KeySheet", "Zoom about the pointer, with Ctrl about now")),
                (translate("KeySheet", "Shift and drag"), translate("KeySheet", "Measure change, bars and days")),
                (translate("KeySheet", "Drag on an axis"), translate("KeySheet", "Stretch it")),
                (translate("KeySheet", "Double click"), translate("KeySheet", "Back to the range")),
            ],
        ),
        (
            translate("KeySheet", "Watchlist"),
            [
                (native("Alt+Up") + "  " + native("Alt+Down"), translate("KeySheet", "Move the rows")),
                (native("Del"), translate("KeySheet", "Remove the rows")),
                (f"{native('Ctrl+C')}  {native('Ctrl+V')}", translate("KeySheet", "Copy, paste symbols")),
                ("F2", translate("KeySheet", "Rename the section or the list")),
            ],
        ),
        (
            translate("KeySheet", "Portfolio"),
            [
                (native("Return"), translate("KeySheet", "Transactions of the position")),
                (native("Ins"), translate("KeySheet", "Add a transaction")),
                (native("Del"), translate("KeySheet", "Remove the position")),
            ],
        ),
        (
            translate("KeySheet", "Alerts"),
            [
                (native("Return"), translate("KeySheet", "Show the instrument")),
                (native("Del"), translate("KeySheet", "Remove the alert")),
            ],
        ),
        (
            translate("KeySheet", "Events"),
            [
                ("S", translate("KeySheet", "Star")),
                ("E", translate("KeySheet", "Your note on it")),
                ("C", translate("KeySheet", "Category")),
                (native("Del"), translate("KeySheet", "Remove the card")),
                (native("Return"), translate("KeySheet", "Open its link; fold a day")),
            ],
        ),
    ]


class KeySheet(QDialog):
    """All keys on one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        sides = QHBoxLayout()
        sides.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(6)
        right.setSpacing(6)
        for place, (title, rows) in enumerate(key_groups()):
            side = left if place < LEFT_GROUPS else right
            side.addWidget(plain_label("keys_group", "strong", title), 0, Qt.AlignmentFlag.AlignTop)
            side.addSpacing(4)
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(5)
            for line, (keys, does) in enumerate(rows):
                name = plain_label("keys_key", "pill-quiet", keys)
                grid.addWidget(name, line, 0, alignment=Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(plain_label("keys_does", "", does), line, 1)
            grid.setColumnMinimumWidth(0, KEY_WIDTH)
            grid.setColumnStretch(1, 1)
            side.addLayout(grid)
            side.addSpacing(14)
        left.addStretch(1)
        right.addStretch(1)
        sides.addLayout(left)
        sides.addLayout(right)
        buttons = QDialogButtonBox()
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole).setObjectName("keys_close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.addLayout(sides)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(buttons)
