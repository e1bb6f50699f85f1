"""The portfolio in a few lines at the foot of the dock: what it is worth, what it earned, what is left out of that."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from watcher.desk.session import Session
from watcher.domain.holding import is_resolved
from watcher.domain.settings import Settings
from watcher.domain.tally import Totals
from watcher.ui.portfolio.currency_menu import CurrencyMenu
from watcher.ui.style import set_look
from watcher.ui.texts import ElidedLabel, plain_label, show_text
from watcher.words import amounts, numbers, portfolio, times
from watcher.words.zones import local_zone

PAGE = "portfolio"  # what settings call the page of the positions
WIDE = 480  # px from which on lines are put together
GAP = 8  # px between the value and what the session did
WAIT_MS = 200  # sums over ten thousand positions are shown five times a second, no more


class PortfolioSummary(QFrame):
    """Totals of the portfolio; more of them while the positions are shown. Nothing while nothing is held."""

    activated = Signal()  # the user wants to see the positions

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's holdings."""
        super().__init__(parent)
        self.setObjectName("portfolio_summary")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._session = session
        self._desk, self._preferences = session.holdings, session.preferences
        self._zone = local_zone()
        self._wide = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.refresh)
        self._make()
        self._desk.changed.connect(self.refresh)
        self._desk.valued.connect(self._note)
        self._preferences.changed.connect(self._follow)
        session.scheduler.beat.connect(self._beat)
        self.refresh()

    def refresh(self) -> None:
        """Show the sums as they are now."""
        self._wait.stop()
        self.setVisible(bool(self._desk.instruments))
        if not self._desk.instruments:
            return
        totals, hidden = self._desk.totals, self._preferences.settings.amounts_hidden
        currency, today = totals.currency, self._session.clock.now().astimezone(self._zone).date()
        heading = self.tr("Portfolio")
        of = portfolio.as_of(totals.session_days, today)
        if self._desk.valuing:
            of = self.tr("being added up …")
        show_text(self.heading, f"{heading}{portfolio.DOT}{of}" if of else heading)
        nothing = bool(totals.no_value) and len(totals.no_value) == totals.positions
        worth = None if nothing else totals.value
        show_text(self.value, amounts.amount(worth, currency, hidden=hidden))
        self._show_session(totals, today_name=portfolio.session_name(totals.session_days, today), hidden=hidden)
        gained = len(totals.no_gain) < totals.positions
        self._show_gains(totals, gained=gained, hidden=hidden)
        short = tuple(line for line in (portfolio.left_out_line(totals, self._pair),) if line)
        lines = portfolio.left_out_lines(totals, self._pair) if self._full() else short
        show_text(self.left_out, (portfolio.DOT if self._wide else "\n").join(lines))
        self.left_out.setVisible(bool(lines))
        self.setAccessibleName(
            ", ".join(
                text
                for text in (
                    self.heading.text(),
                    self.value.text(),
                    self.session.text(),
                    self.unrealised.text(),
                    *lines,
                )
                if text
            )
        )
        self._show_tip(totals)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space show the positions."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """So does a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.activated.emit()
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What the session did stands beside the value, or below it where there is no room."""
        super().resizeEvent(event)
        if self._wide != (self.width() >= WIDE):
            self._wide = not self._wide
            self.refresh()
        self._fold()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the currency that it is told in."""
        menu = CurrencyMenu(self._preferences, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _make(self) -> None:
        self.heading = ElidedLabel("summary_heading", "small")
        self.value = plain_label("summary_value", "sum")
        self.session = plain_label("summary_session", "level-small")
        self.unrealised = ElidedLabel("summary_unrealised", "small")
        self.parts = plain_label("summary_parts", "small")
        self.realised = ElidedLabel("summary_realised", "small")
        self.left_out = plain_label("summary_left_out", "small")
        for label in (self.parts, self.left_out):
            label.setWordWrap(True)
        for label in (self.value, self.session):
            label.setMinimumWidth(1)  # a long sum must not widen the dock
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(GAP)
        row.addWidget(self.value)
        row.addStretch()
        row.addWidget(self.session)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(3)
        column.addWidget(self.heading)
        column.addLayout(row)
        for label in (self.unrealised, self.parts, self.realised, self.left_out):
            column.addWidget(label)

    def _fold(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2
        wanted = self.value.sizeHint().width() + GAP + self.session.sizeHint().width()
        beside = wanted <= room or not self.session.text()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        self._row.setSpacing(GAP if beside else 1)

    def _show_session(self, totals: Totals, *, today_name: str, hidden: bool) -> None:
        known = totals.session_days is not None
        text = amounts.gain(totals.session, totals.currency, hidden=hidden) if known else ""
        show_text(self.session, f"{text} {today_name}" if known else "")
        direction = amounts.direction(totals.session, totals.currency) if known else 0
        set_look(self.session, {1: "up-small", -1: "down-small"}.get(direction, "level-small"))

    def _show_gains(self, totals: Totals, *, gained: bool, hidden: bool) -> None:
        """What is held and what is sold earned: a line each, or all in one where it is wide."""
        currency, full = totals.currency, self._full()
        unrealised, parts, realised = "", "", ""
        if gained:
            unrealised = portfolio.unrealised_line(totals.gain, totals.gain_ratio, currency, hidden=hidden)
            if full and (totals.gain.currency or totals.gain.fees):
                parts = portfolio.parts_line(totals.gain, currency, hidden=hidden)
        if full and totals.realised.total:
            realised = portfolio.realised_line(totals.realised, currency, hidden=hidden)
        if self._wide:
            unrealised = portfolio.DOT.join(text for text in (unrealised, parts, realised) if text)
            parts = realised = ""
        for label, text in ((self.unrealised, unrealised), (self.parts, parts), (self.realised, realised)):
            show_text(label, text)
            label.setVisible(bool(text))

    def _show_tip(self, totals: Totals) -> None:
        now, lines = self._session.clock.now(), []
        if totals.session_ratio is not None:
            percent = numbers.percent(totals.session_ratio)
            lines.append(self.tr("Session: {percent}").format(percent=percent))
        if totals.oldest_price is not None:
            age = times.age(totals.oldest_price, now, self._zone)
            lines.append(self.tr("Oldest price: {age}").format(age=age))
        if totals.oldest_rate is not None:
            age = times.age(totals.oldest_rate, now, self._zone)
            lines.append(self.tr("Oldest exchange rate: {age}").format(age=age))
        self.setToolTip("\n".join(lines))

    def _full(self) -> bool:
        """Whether the positions are in front, so that there is reason to tell more."""
        return self._preferences.settings.left_page == PAGE

    def _pair(self, instrument: str) -> str:
        valuation = self._desk.valuation(instrument)
        known = is_resolved(instrument) and valuation is not None and valuation.currency
        return f"{self._desk.currency}/{valuation.currency}" if known and valuation is not None else ""

    def _note(self, instruments: frozenset[str]) -> None:
        del instruments
        if not self._wait.isActive():
            self._wait.start()

    def _follow(self, before: Settings, after: Settings) -> None:
        if _shown(before) != _shown(after):
            self.refresh()

    def _beat(self, now: datetime) -> None:
        if now.second == 0 and self.isVisible():  # "today" becomes the name of a day at midnight
            self.refresh()


def _shown(settings: Settings) -> tuple[object, ...]:
    """The settings that the summary depends on."""
    return settings.amounts_hidden, settings.language, settings.left_page == PAGE
