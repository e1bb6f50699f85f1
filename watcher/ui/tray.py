"""The icon in the system tray: quiet, fired or offline, with price, change and age in its tool-tip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from watcher.desk.session import Session, SessionKind
from watcher.domain.link import LinkKind
from watcher.ui.icons import tray_icon
from watcher.ui.notices import Notice
from watcher.words import numbers, states
from watcher.words.zones import local_zone

BALLOON_MS = 10_000
TRAYLESS = {"offscreen", "minimal"}  # platforms of Qt's that have no desktop at all
OUT_OF_REACH = {LinkKind.OFFLINE, LinkKind.LIMITED}


class TrayState(StrEnum):
    """What the icon says."""

    QUIET = "quiet"
    FIRED = "fired"
    OFFLINE = "offline"


class Tray(QObject):
    """Lives as long as the program; shows the session it is given."""

    show_wanted = Signal()
    pressed = Signal()  # the icon itself
    alerts_wanted = Signal()
    snooze_wanted = Signal(bool)  # all alerts: until tomorrow, else for an hour
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Appear, where there is a tray."""
        super().__init__(parent)
        self._session: Session | None = None
        self._unseen = 0
        self._state = TrayState.QUIET
        self._clicked: Callable[[], None] = self.show_wanted.emit  # what a click on the balloon does
        self._icon = QSystemTrayIcon(tray_icon(self._state), self)
        self._menu = QMenu()
        self._menu.setObjectName("tray_menu")
        self._add("show", self.tr("Show window")).triggered.connect(self.show_wanted)
        self._add("alerts", self.tr("Alerts")).triggered.connect(self.alerts_wanted)
        self._menu.addSeparator()
        self._add("snooze_hour", self.tr("Snooze all for 1\u00a0h")).triggered.connect(self._snooze_hour)
        self._add("snooze_day", self.tr("Snooze all until tomorrow")).triggered.connect(self._snooze_day)
        self._menu.addSeparator()
        self._add("quit", self.tr("Quit")).triggered.connect(self.quit_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._balloon_clicked)
        if QGuiApplication.platformName() not in TRAYLESS:
            self._icon.show()

    @property
    def available(self) -> bool:
        """Whether there is a tray that shows the icon now: closing to one that is not there loses the window."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self._icon.isVisible()

    @property
    def state(self) -> TrayState:
        """What the icon says."""
        return self._state

    @property
    def tip(self) -> str:
        """What the tool-tip says."""
        return self._icon.toolTip()

    def show_session(self, session: Session) -> None:
        """Speak of this session from now on."""
        self._session = session
        session.scheduler.beat.connect(self._beat)
        self.refresh()

    def set_unseen(self, count: int) -> None:
        """Say that so many firings were not looked at."""
        self._unseen = count
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now; nothing is touched that reads the same."""
        session = self._session
        if session is None:
            return
        state = TrayState.QUIET
        if self._unseen:
            state = TrayState.FIRED
        elif session.market.link.kind in OUT_OF_REACH:
            state = TrayState.OFFLINE
        if state is not self._state:
            self._state = state
            self._icon.setIcon(tray_icon(state))
        tip = self._words(session)
        if tip != self._icon.toolTip():
            self._icon.setToolTip(tip)

    def balloon(self, notice: Notice, clicked: Callable[[], None]) -> bool:
        """Show a notice beside the icon, in place of the one before; False where the tray cannot."""
        if not self.available or not self._icon.supportsMessages():
            return False
        self._clicked = clicked
        self._icon.showMessage(notice.title, notice.body, self._icon.icon(), BALLOON_MS)
        return True

    def close(self) -> None:
        """Disappear; closing twice is nothing."""
        self._session = None
        self._icon.hide()

    def _words(self, session: Session) -> str:
        symbol = session.preferences.settings.symbol
        market, now = session.market, session.clock.now()
        sample = session.kind is SessionKind.SAMPLE
        lines = [self.tr("SAMPLE · {symbol}").format(symbol=symbol) if sample else symbol]
        quote = market.quote(symbol)
        if quote is not None:
            instrument = market.instrument(symbol)
            price = numbers.money(quote.price, instrument.decimals, quote.currency)
            lines.append(f"{price}  {numbers.percent(quote.change_ratio)}")
            lines.append(states.price_chip(market.state(symbol), now, local_zone(), simulated=sample))
            lines.append(states.traded_at(quote.time, now, local_zone()))
        if self._unseen:
            lines.append(self.tr("Alerts not seen: {n}").format(n=self._unseen))
        return "\n".join(lines)

    def _beat(self, _now: datetime) -> None:
        self.refresh()

    def _snooze_hour(self) -> None:
        self.snooze_wanted.emit(False)

    def _snooze_day(self) -> None:
        self.snooze_wanted.emit(True)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.pressed.emit()

    def _balloon_clicked(self) -> None:
        self._clicked()

    def _add(self, name: str, text: str) -> QAction:
        action = self._menu.addAction(text)
        action.setObjectName(f"tray_{name}")
        return action
