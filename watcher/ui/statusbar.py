"""The line at the bottom: the way to the source at the left, the session's clock at the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QStatusBar, QToolButton, QWidget

from watcher.desk.session import Session
from watcher.domain.link import LinkState
from watcher.domain.settings import Settings
from watcher.ui.style import set_look
from watcher.ui.texts import ElidedLabel, plain_label, show_text
from watcher.words import states, times
from watcher.words.zones import local_zone


class StatusBar(QStatusBar):
    """Texts that are repainted only when they read differently; and while amounts are hidden, a word that says so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's market and clock."""
        super().__init__(parent)
        self.setObjectName("statusbar")
        self.setAccessibleName(self.tr("Status"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._session = session
        self._zone = local_zone()
        self.link = ElidedLabel("link_state")
        self.link.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clock = plain_label("session_clock")
        self.masked = QToolButton()
        self.masked.setObjectName("amounts_hidden")
        self.masked.setText(self.tr("Amounts hidden"))
        self.masked.setAccessibleName(self.tr("Amounts are hidden: show them"))
        keys = QKeySequence("Ctrl+H").toString(QKeySequence.SequenceFormat.NativeText)
        self.masked.setToolTip(self.tr("Show amounts ({keys})").format(keys=keys))
        set_look(self.masked, "quiet")
        self.masked.clicked.connect(lambda: session.preferences.change(amounts_hidden=False))
        self.masked.setVisible(session.preferences.settings.amounts_hidden)
        self.addWidget(self.link, 1)
        self.addPermanentWidget(self.masked)
        self.addPermanentWidget(self.clock)
        session.market.link_changed.connect(self._note_link)
        session.market.prices_changed.connect(self._note_prices)
        session.preferences.changed.connect(self._follow)
        session.scheduler.beat.connect(self._beat)
        self._beat(session.clock.now())

    def _beat(self, now: datetime) -> None:
        local = now.astimezone(self._zone)
        text = f"{times.full_date(local.date())}{states.DOT}{local:%H:%M:%S} {local.tzname()}"
        show_text(self.clock, text)
        self._show_link(self._session.market.link, now)

    def _show_link(self, link: LinkState, now: datetime) -> None:
        market, symbol = self._session.market, self._session.preferences.settings.symbol
        quote, state = market.quote(symbol), market.state(symbol)
        text = states.link_sentence(
            link, now, self._zone, last_trade=None if quote is None else quote.time, opens=state.opens
        )
        if show_text(self.link, text):
            self.link.setToolTip(text)

    def _note_link(self, link: LinkState) -> None:
        self._show_link(link, self._session.clock.now())

    def _note_prices(self, symbols: frozenset[str]) -> None:
        if self._session.preferences.settings.symbol in symbols:
            self._note_link(self._session.market.link)

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self._note_link(self._session.market.link)
        self.masked.setVisible(after.amounts_hidden)
