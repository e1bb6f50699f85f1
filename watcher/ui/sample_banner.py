"""The banner over a sample session: why it is shown, its clock, its speed and the moments of its story."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from watcher.desk.player import MOMENTS, SamplePlayer
from watcher.desk.session import Session
from watcher.ui.compact import CompactRow
from watcher.ui.icons import icon
from watcher.ui.theme import current_tokens, sized
from watcher.words.sample import moment_name, moment_tip, sample_time, why_sample
from watcher.words.zones import local_zone

SPEEDS = (1, 60, 600)
PLAY_KEYS = "Alt+0"
MOMENT_KEYS = tuple(f"Alt+{n}" for n in range(1, 10))
FIRST_HOUR = timedelta(hours=1)  # what the first moment is called after; the others last until the next begins


def current_moment(now: datetime) -> int | None:
    """The place of the moment that `now` (aware) lies in; None between the first hour and the second moment."""
    begun = [place for place, moment in enumerate(MOMENTS) if moment.at <= now]
    if not begun or (begun[-1] == 0 and now >= MOMENTS[0].at + FIRST_HOUR):
        return None
    return begun[-1]


class SampleBanner(QFrame):
    """Two quiet lines: what this is and the way out; then the player."""

    live_wanted = Signal()  # the user asks for live data

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """`session` is one with a player; without one the banner stays empty."""
        super().__init__(parent)
        self.setObjectName("sample_banner")
        self.setProperty("look", "topbar")
        self.setAccessibleName(self.tr("Sample with simulated prices"))
        self._session = session
        self._zone = local_zone()
        self._player: SamplePlayer | None = session.player
        self._reason = ""
        self._next_try: datetime | None = None
        self._speeds = QButtonGroup(self)
        self._moments = QButtonGroup(self)
        self._moments.setExclusive(False)  # between two moments none is marked
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(self._make_words())
        column.addLayout(self._make_player())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        session.scheduler.beat.connect(self._show_time)
        if self._player is not None:
            self._player.changed.connect(self._show_player)
        self._show_player()
        self.set_reason("", None)

    def _make_words(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        mark = QLabel(self.tr("SAMPLE"), self)
        mark.setObjectName("sample_mark")
        self._why = QLabel(self)
        self._why.setObjectName("sample_reason")
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._time = QLabel(self)
        self._time.setObjectName("sample_time")
        self._time.setProperty("look", "dim")
        self._live = QToolButton(self)
        self._live.setObjectName("sample_live")
        self._live.setProperty("look", "outlined")
        self._live.clicked.connect(self.live_wanted)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._why, 1)
        row.addWidget(self._time)
        row.addWidget(self._live)
        self.set_live_ready(ready=False)
        return row

    def _make_player(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._play = self._button("sample_play", "", "outlined-icon", self)
        self._play.setShortcut(QKeySequence(PLAY_KEYS))
        self._play.clicked.connect(self._turn_play)
        row.addWidget(self._play)
        segments = QFrame(self)
        segments.setProperty("look", "segments")
        inner = QHBoxLayout(segments)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.setSpacing(2)
        for speed in SPEEDS:
            text = self.tr("{speed}\u00d7").format(speed=speed)
            button = self._button(f"sample_speed_{speed}", text, "segment", segments)
            button.setCheckable(True)
            button.setToolTip(_speed_tip(speed))
            button.setAccessibleName(self.tr("Speed {speed} times").format(speed=speed))
            inner.addWidget(button)
            self._speeds.addButton(button, speed)
        self._speeds.idClicked.connect(self._choose_speed)
        row.addWidget(segments)
        row.addSpacing(8)
        chips = CompactRow("sample_moments")
        chips.setAccessibleName(self.tr("Moments of the story"))
        for place, (moment, keys) in enumerate(zip(MOMENTS, MOMENT_KEYS, strict=False)):
            name = moment_name(moment.key)
            button = self._button(f"moment_{moment.key}", name, "chip", chips)
            button.setCheckable(True)
            # a button's own shortcut plays its click for a tenth of a second before anything happens
            QShortcut(QKeySequence(keys), self, partial(self._jump, place))
            button.setToolTip(moment_tip(moment.key, moment.at, self._zone, keys))
            button.setAccessibleName(self.tr("Go to: {moment}").format(moment=name))
            self._moments.addButton(button, place)
            chips.add(button)
        self._moments.idClicked.connect(self._jump)
        row.addWidget(chips, 1)
        return row

    def _button(self, name: str, text: str, look: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName(name)
        button.setText(text)
        button.setProperty("look", look)
        button.setFont(sized(12))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Icons follow the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_player()

    def set_reason(self, text: str, next_try: datetime | None) -> None:
        """Say why the sample is shown: a whole sentence, empty if asked for; `next_try` is aware."""
        self._reason, self._next_try = text, next_try
        words = why_sample(text, next_try, self._zone)
        if self._why.text() != words:
            self._why.setText(words)
            self._why.setAccessibleName(words)

    def set_live_ready(self, *, ready: bool) -> None:
        """Say whether live data are here already, or would have to be tried for."""
        text = self.tr("Live data are here. Show them") if ready else self.tr("Show live data")
        tip = (
            self.tr("Leave the sample; what you made here stays yours")
            if ready
            else self.tr("Leave the sample and ask for live data now")
        )
        self._live.setText(text)
        self._live.setToolTip(tip)
        self._live.setAccessibleName(text)

    def _show_player(self) -> None:
        player = self._player
        playing = player is not None and player.playing
        self._play.setIcon(icon("pause" if playing else "play", current_tokens().text))
        name = self.tr("Pause") if playing else self.tr("Play")
        self._play.setAccessibleName(name)
        self._play.setToolTip(self.tr("{what} ({keys})").format(what=name, keys=PLAY_KEYS))
        button = self._speeds.button(round(player.speed)) if player is not None else None
        if button is not None:
            button.setChecked(True)
        self._show_time(self._session.clock.now())

    def _show_time(self, now: datetime) -> None:
        text = sample_time(now, self._zone)
        if self._time.text() != text:
            self._time.setText(text)
        self._mark_moment(now)

    def _mark_moment(self, now: datetime) -> None:
        current = current_moment(now)
        for place, button in enumerate(self._moments.buttons()):
            if button.isChecked() != (place == current):
                button.setChecked(place == current)

    def _turn_play(self) -> None:
        if self._player is None:
            return
        if self._player.playing:
            self._player.pause()
        else:
            self._player.play()

    def _choose_speed(self, speed: int) -> None:
        if self._player is not None:
            self._player.set_speed(speed)
        self._show_player()

    def _jump(self, place: int) -> None:
        if self._player is not None:
            self._player.jump(MOMENTS[place])
        self._mark_moment(self._session.clock.now())  # a click alone marks nothing


def _speed_tip(speed: int) -> str:
    if speed == 1:
        return QCoreApplication.translate("SampleBanner", "As fast as it was")
    text = QCoreApplication.translate("SampleBanner", "{speed} times as fast; closed hours pass at once")
    return text.format(speed=speed)
