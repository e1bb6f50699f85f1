"""The chips above the cards: which of them are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton

from watcher.domain.settings import EventView
from watcher.ui.compact import CompactRow
from watcher.words.events import headlines_chip, unread_line


class ViewChips(CompactRow):
    """One chip a view; the chip for everything shows itself only while it is the one chosen."""

    chosen = Signal(object)  # EventView

    def __init__(self) -> None:
        super().__init__("event_chips")
        self.setAccessibleName(self.tr("Which events are shown"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[EventView, QToolButton] = {}
        tips = {
            EventView.NOTABLE: self.tr("What matters: known events, releases, your own, starred headlines"),
            EventView.RELEASES: self.tr("Results, past and expected"),
            EventView.OWN: self.tr("Your notes, and what you starred or annotated"),
            EventView.HEADLINES: self.tr("All headlines of the news feed, by day"),
            EventView.ALL: self.tr("Everything known"),
        }
        names = {
            EventView.NOTABLE: self.tr("Notable"),
            EventView.RELEASES: self.tr("Releases"),
            EventView.OWN: self.tr("Own"),
            EventView.HEADLINES: headlines_chip(0),
            EventView.ALL: self.tr("All"),
        }
        for view in EventView:
            chip = QToolButton(self)
            chip.setText(names[view])
            chip.setObjectName(f"chip_{view.value}")
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setToolTip(tips[view])
            chip.setAccessibleName(names[view])
            chip.setAccessibleDescription(tips[view])
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(chip)
            self._chips[view] = chip
            self.add(chip)
        self._group.buttonClicked.connect(self._choose)
        self.show_view(EventView.NOTABLE)

    def show_view(self, view: EventView) -> None:
        """Mark a view as the chosen one without saying so."""
        self._chips[view].setChecked(True)
        self._chips[EventView.ALL].setVisible(view is EventView.ALL)
        self.fit()

    def show_counts(self, headlines: int, unread: int) -> None:
        """Say how many headlines there are; how many are unread is in the tip."""
        chip = self._chips[EventView.HEADLINES]
        text = headlines_chip(headlines)
        self.set_text(chip, text)
        name = ", ".join(part for part in (text, unread_line(unread)) if part)
        if chip.accessibleName() != name:
            chip.setAccessibleName(name)
            chip.setToolTip(unread_line(unread) or self.tr("All headlines of the news feed, by day"))

    def _choose(self, button: QToolButton) -> None:
        for view, chip in self._chips.items():
            if chip is button:
                self.show_view(view)
                self.chosen.emit(view)
                return
