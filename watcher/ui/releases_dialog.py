"""The list of past windows of an instrument, and the form that sets the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from watcher.desk.deeds import Deed
from watcher.desk.session import Session
from watcher.domain.errors import StoreError
from watcher.domain.release import PastRelease, ReleaseBook, ReleaseStatus
from watcher.domain.release_history import day_in
from watcher.ui.lines_delegate import LINES, LinesDelegate
from watcher.ui.window_form import WindowForm
from watcher.words.past_releases import known_to_line, outcome, past_details, past_sentence, quarter_in_full
from watcher.words.releases import shown_window, slip_line, standing
from watcher.words.zones import local_zone

WIDTH, HEIGHT = 560, 620  # px, first size


class ReleasesDialog(QDialog):
    """What was expected, what came, how late; newest first."""

    deed_done = Signal(object)  # Deed: a window was set or a report confirmed
    failed = Signal(object)  # StoreError: what the user said could not be kept

    def __init__(self, session: Session, symbol: str, parent: QWidget | None = None) -> None:
        """Show the windows of the issuer of `symbol`, or of the instrument itself where it has no family."""
        super().__init__(parent)
        self.setObjectName("releases_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._symbol = symbol
        self._zone: ZoneInfo = local_zone()
        family = session.releases.family(symbol)
        self.setWindowTitle(self.tr("Results of {name}").format(name=family.name if family is not None else symbol))
        self.resize(WIDTH, HEIGHT)
        self._build()
        self._refresh()
        session.releases.changed.connect(self._refresh)

    def _build(self) -> None:
        self._now = self._label("releases_now", "strong")
        self._slip = self._label("releases_slip", "small")
        self._list = QListWidget(self)
        self._list.setObjectName("releases_list")
        self._list.setAccessibleName(self.tr("Past windows"))
        self._list.setUniformItemSizes(False)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setItemDelegate(LinesDelegate(self._list))
        self._known = self._label("releases_known_to", "small")
        countdown = self._session.releases.countdown(self._symbol)
        self._form = WindowForm(shown_window(countdown), self._today(), self)
        self._form.window_given.connect(self._set_window)
        self._form.report_given.connect(self._confirm)
        self._form.unpin_wanted.connect(self._let_go)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("releases_close")
        close.setAccessibleName(self.tr("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._now)
        column.addWidget(self._slip)
        column.addWidget(self._list, 1)
        column.addWidget(self._known)
        column.addSpacing(4)
        column.addWidget(self._form)
        column.addWidget(buttons)
        self._list.setFocus()

    def _label(self, name: str, look: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("look", look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _book(self) -> ReleaseBook | None:
        issuer = self._session.releases.issuer_of(self._symbol)
        return self._session.releases.book(issuer) if issuer is not None else None

    def _today(self) -> date:
        """The day in the zone in which releases are dated: it may still be yesterday there."""
        book = self._book()
        return day_in(book.zone if book is not None else self._zone.key, self._session.clock.now())

    def _refresh(self, _: str = "") -> None:
        desk = self._session.releases
        countdown = desk.countdown(self._symbol)
        self._now.setText(standing(countdown, self._session.clock.now(), self._zone))
        self._slip.setText(slip_line(countdown.slip, self._zone))
        self._slip.setVisible(bool(self._slip.text()))
        window = shown_window(countdown)
        self._form.show_pinned(pinned=window is not None and window.pinned)
        book = self._book()
        place = self._list.currentRow()
        self._list.clear()
        month = book.fiscal_year_end_month if book is not None else 12
        for past in desk.past(self._symbol):
            self._list.addItem(self._row(past, month))
        if not self._list.count():
            self._list.addItem(self._nothing())
        self._list.setCurrentRow(max(0, min(place, self._list.count() - 1)))
        self._known.setText(known_to_line(book) if book is not None else "")

    def _row(self, past: PastRelease, month: int) -> QListWidgetItem:
        today = self._today()
        sentence = past_sentence(past, month, today)
        item = QListWidgetItem(sentence)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, sentence)
        what, more = outcome(past, today), past_details(past, self._zone)
        item.setData(
            LINES, (quarter_in_full(past.quarter, month), what[:1].upper() + what[1:], more[:1].upper() + more[1:])
        )
        return item

    def _nothing(self) -> QListWidgetItem:
        text = self.tr("Past windows are not known here.")
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        item.setData(LINES, (text, "", self.tr("A date you set below is kept and counted to.")))
        return item

    def _set_window(self, first: date, last: date, status: ReleaseStatus, pinned: bool) -> None:  # noqa: FBT001 - Qt's slot
        self._do(partial(self._session.releases.set_window, self._symbol, first, last, status, pinned))

    def _confirm(self, day: date) -> None:
        self._do(partial(self._session.releases.confirm_report, self._symbol, day))

    def _let_go(self) -> None:
        self._do(partial(self._session.releases.unpin, self._symbol))

    def _do(self, change: Callable[[], Deed]) -> None:
        try:
            deed = change()
        except StoreError as error:
            self.failed.emit(error)
            return
        self.deed_done.emit(deed)
