"""The card that counts to the next results and says how sure that is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from watcher.desk.deeds import Deed
from watcher.desk.session import Session
from watcher.domain.errors import StoreError
from watcher.domain.event import Event
from watcher.domain.release import Countdown, CountdownKind
from watcher.domain.settings import Settings
from watcher.ui.digits import DigitRow
from watcher.ui.releases_dialog import ReleasesDialog
from watcher.ui.style import set_look
from watcher.words import releases as say
from watcher.words.zones import local_zone

LAST_SECOND = "59"  # with it another minute is left
AMBER_KINDS = {CountdownKind.WINDOW_OPENS, CountdownKind.RESULTS_IN, CountdownKind.WINDOW_OPEN, CountdownKind.OVERDUE}


class CountdownCard(QFrame):
    """Counts for one instrument, repainting each second only what changed; a click opens the past windows."""

    deed_done = Signal(object)  # Deed: a window was set or a report confirmed
    failed = Signal(object)  # StoreError: what the user said could not be kept

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("countdown_card")
        self.setProperty("look", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._zone: ZoneInfo = local_zone()
        self._symbol = ""
        self._counted: Countdown | None = None
        self._asked: Event | None = None
        self._build()
        session.scheduler.beat.connect(self._beat)
        session.releases.changed.connect(self._refresh)
        session.events.changed.connect(self._refresh)
        session.preferences.changed.connect(self._follow_settings)
        self.show_symbol(session.preferences.settings.symbol)

    def _build(self) -> None:
        self._title = self._label("countdown_title", "strong")
        self._pill = self._label("countdown_status", "pill")
        self._sentence = self._label("countdown_sentence", "small")
        self._digits = DigitRow(self)
        self._dates = self._label("countdown_dates", "small")
        self._slip = self._label("countdown_slip", "small")
        self._question = self._label("countdown_question", "strong")
        self._confirm = self._button("countdown_confirm", self.tr("Confirm"), "primary")
        self._confirm.clicked.connect(self._confirm_report)
        self._not_yet = self._button("countdown_not_yet", self.tr("Not yet"), "flat")
        self._not_yet.clicked.connect(self._dismiss)
        self._past = self._button("countdown_past", self.tr("Past windows \u25b8"), "link")
        self._past.setAccessibleName(self.tr("Past windows of results, and setting a date"))
        self._past.clicked.connect(self.open_past)
        self._set = self._button("countdown_set", self.tr("Set a date"), "link")
        self._set.clicked.connect(self.open_past)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._pill)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self._confirm)
        answers.addWidget(self._not_yet)
        answers.addStretch(1)
        links = QHBoxLayout()
        links.setSpacing(4)
        links.addWidget(self._set)
        links.addWidget(self._past)
        links.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(6, 0, 0, 0)  # so much is left free around a link's words for its focus ring
        column.setSpacing(5)
        column.addLayout(head)
        column.addSpacing(1)
        for widget in (self._sentence, self._digits, self._dates, self._slip, self._question):
            column.addWidget(widget)
        column.addLayout(answers)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6, 11, 10, 9)
        outer.setSpacing(4)
        outer.addLayout(column)
        outer.addLayout(links)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _label(self, name: str, look: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setProperty("look", look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(look != "pill")
        return label

    def _button(self, name: str, text: str, look: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("look", look)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def show_symbol(self, symbol: str) -> None:
        """Count for another instrument from now on."""
        if symbol != self._symbol:
            self._symbol = symbol
            self._refresh()

    def open_past(self) -> None:
        """Open the list of past windows, where a window can also be set."""
        dialog = ReleasesDialog(self._session, self._symbol, self.window())
        dialog.deed_done.connect(self.deed_done)
        dialog.failed.connect(self.failed)
        dialog.open()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click anywhere on the card opens the list."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_past()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the press, so that the release comes here too."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space open the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.open_past()
            return
        super().keyPressEvent(event)

    def _beat(self, now: datetime) -> None:
        countdown = self._session.releases.countdown(self._symbol)
        left = say.digits(countdown.target, now)
        if countdown is self._counted and (left is None or left.seconds != LAST_SECOND):
            self._digits.show_digits(left)  # within a minute seconds alone go on
        else:
            self._show(countdown, now)

    def _refresh(self, _: str = "") -> None:
        now = self._session.clock.now()
        self._asked = self._session.releases.hint(self._symbol)
        self._say(self._question, say.hint_line(self._asked, now, self._zone))
        for button in (self._confirm, self._not_yet):
            button.setVisible(self._asked is not None)
        self._show(self._session.releases.countdown(self._symbol), now)

    def _show(self, countdown: Countdown, now: datetime) -> None:
        self._counted = countdown
        self._say(self._title, say.title(countdown))
        self._say(self._pill, say.status_word(countdown))
        set_look(self._pill, "pill" if countdown.kind in AMBER_KINDS else "pill-quiet")
        self._say(self._sentence, say.what_is_counted(countdown, now))
        left = say.digits(countdown.target, now)
        self._digits.show_digits(left)
        window = say.shown_window(countdown)
        self._say(self._dates, say.dates_line(window, self._zone) if window is not None else "")
        tip = say.moment_tip(window, self._zone) if window is not None else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)
        self._say(self._slip, say.slip_line(countdown.slip, self._zone) or say.mark_line(window))
        unknown = countdown.kind is CountdownKind.UNKNOWN
        if self._set.isHidden() is unknown:
            self._set.setVisible(unknown)
        spoken = say.spoken(countdown, now, self._zone)
        if self.accessibleName() != spoken:
            self.setAccessibleName(spoken)

    def _say(self, label: QLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
        if label.isHidden() is bool(text):
            label.setVisible(bool(text))

    def _confirm_report(self) -> None:
        if self._asked is None:
            return
        now = self._session.clock.now()
        at = min(self._asked.published or now, now)
        window = self._session.releases.countdown(self._symbol).window
        zone = ZoneInfo(window.zone) if window is not None else self._zone
        self._do(partial(self._session.releases.confirm_report, self._symbol, at.astimezone(zone).date()))

    def _dismiss(self) -> None:
        if self._asked is not None:
            self._do(partial(self._session.releases.dismiss_hint, self._symbol))

    def _do(self, change: Callable[[], Deed]) -> None:
        try:
            deed = change()
        except StoreError as error:
            self.failed.emit(error)
            return
        self.deed_done.emit(deed)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that had it is gone

    def _follow_settings(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self.show_symbol(after.symbol)
