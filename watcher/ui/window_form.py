"""The form in which a release window is set, corrected and pinned, or a report confirmed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLabel, QPushButton, QWidget

from watcher.domain.release import ReleaseStatus, ReleaseWindow


class WindowForm(QWidget):
    """First and last date, how sure, whether pinned; and the day on which it was reported."""

    window_given = Signal(object, object, object, bool)  # first date, last date, ReleaseStatus, pinned
    unpin_wanted = Signal()
    report_given = Signal(object)  # date on which the results came

    def __init__(self, window: ReleaseWindow | None, today: date, parent: QWidget | None = None) -> None:
        """`window` is the one to correct, None where none is known; `today` is what is offered then."""
        super().__init__(parent)
        self.setObjectName("window_form")
        self.setAccessibleName(self.tr("Set the date of the next results"))
        first = window.first if window is not None else today
        last = window.last if window is not None else today
        self._first = self._date("window_first", self.tr("Expected from"), first)
        self._last = self._date("window_last", self.tr("Expected to"), last)
        self._last.setMinimumDate(self._first.date())
        self._first.dateChanged.connect(self._last.setMinimumDate)
        self._status = QComboBox(self)
        self._status.setObjectName("window_status")
        self._status.setAccessibleName(self.tr("How sure it is"))
        self._status.addItem(self.tr("estimated"), ReleaseStatus.ESTIMATED.value)
        self._status.addItem(self.tr("confirmed"), ReleaseStatus.CONFIRMED.value)
        if window is not None and window.status is ReleaseStatus.CONFIRMED:
            self._status.setCurrentIndex(1)
        self._pin = QCheckBox(self.tr("Pin: keep this date whatever the feed says"), self)
        self._pin.setObjectName("window_pin")
        self._pin.setAccessibleName(self._pin.text())
        self._pin.setChecked(window.pinned if window is not None else True)
        self._unpin = self._button("window_unpin", self.tr("Unpin"), "link")
        self._unpin.setToolTip(self.tr("Let what the feed says hold again"))
        self._unpin.clicked.connect(self.unpin_wanted)
        self.show_pinned(pinned=window is not None and window.pinned)
        self._keep = self._button("window_keep", self.tr("Set date"), "primary")
        self._keep.clicked.connect(self._give_window)
        self._day = self._date("report_day", self.tr("Reported on"), min(today, last) if window else today)
        self._day.setMaximumDate(QDate(today.year, today.month, today.day))
        self._reported = self._button("report_keep", self.tr("Mark as reported"), "outlined")
        self._reported.clicked.connect(self._give_report)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for column, field in enumerate((self._first, self._last, self._status)):
            label = QLabel(field.accessibleName(), self)
            label.setProperty("look", "small")
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(self._keep, 1, 3)
        grid.addWidget(self._pin, 2, 0, 1, 3)
        grid.addWidget(self._unpin, 2, 3, Qt.AlignmentFlag.AlignLeft)
        label = QLabel(self.tr("Results came on"), self)
        label.setProperty("look", "small")
        label.setBuddy(self._day)
        grid.addWidget(label, 3, 0)
        grid.addWidget(self._day, 4, 0)
        grid.addWidget(self._reported, 4, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(4, 1)

    def _date(self, name: str, title: str, day: date) -> QDateEdit:
        field = QDateEdit(QDate(day.year, day.month, day.day), self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setCalendarPopup(True)
        field.setDisplayFormat(self.tr("d MMM yyyy"))
        return field

    def _button(self, name: str, text: str, look: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("look", look)
        button.setAutoDefault(False)
        return button

    def show_pinned(self, *, pinned: bool) -> None:
        """Offer to unpin while a window is pinned."""
        if not pinned and self._unpin.hasFocus():
            self._pin.setFocus()
        self._unpin.setVisible(pinned)

    def focus_first(self) -> None:
        """Put the cursor where a date is set."""
        self._first.setFocus()

    def _give_window(self) -> None:
        status = ReleaseStatus(self._status.currentData())
        self.window_given.emit(_day(self._first), _day(self._last), status, self._pin.isChecked())

    def _give_report(self) -> None:
        self.report_given.emit(_day(self._day))


def _day(field: QDateEdit) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
