"""The quick field: a price, the sentence that is saved, and Enter."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from watcher.desk.session import Session
from watcher.domain.alert import Alert
from watcher.domain.alert_check import DOUBTS, Flaw
from watcher.domain.errors import StoreError
from watcher.domain.settings import Settings
from watcher.ui.alerts.judging import judge, last_price, lateness, moved_alert, new_alert
from watcher.ui.portfolio.fields import plain
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label, show_text
from watcher.words.alert_checks import confirm_words, flaw_sentence, typed_price
from watcher.words.alerts import sentence
from watcher.words.typed import Misread, misread_sentence

WIDTH = 340
MARGIN = 12  # px between it and the edges of what it lies over


class QuickAlert(QFrame):
    """Lies over the window at a price; Enter sets the alert, Esc closes, and the focus goes back to where it was."""

    deed_done = Signal(object)  # Deed: an alert was set
    failed = Signal(object)  # StoreError: it could not be kept
    more_wanted = Signal(object)  # Alert as it is typed: to be edited with everything there is

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Set alerts in `session`; hidden until `open`."""
        super().__init__(parent)
        self.setObjectName("quick_alert")
        self.setAccessibleName(self.tr("New alert"))
        set_look(self, "popup")
        self.setFixedWidth(WIDTH)
        self._session = session
        self._symbol = ""
        self._changed: Alert | None = None  # the one that is changed, None for a new one
        self._confirming: tuple[Flaw, ...] = ()  # doubts that Enter was pressed on
        self._return_to: QWidget | None = None
        self._spot, self._area = QPoint(), QRect()
        self._make()
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take)
        self.set_button.clicked.connect(self._take)
        self.more.clicked.connect(self._want_more)
        session.market.prices_changed.connect(self._note_prices)
        session.preferences.changed.connect(self._follow)
        self.hide()

    def open(self, symbol: str, price: Decimal | None, spot: QPoint, area: QRect, changed: Alert | None = None) -> None:
        """Show it with a price in the field, selected.

        Args:
            symbol: what the alert is on.
            price: what stands in the field at first; None for nothing.
            spot: where it should appear, in the parent's coordinates.
            area: what it must stay within, in the same.
            changed: the alert whose level is changed; None for a new alert.
        """
        if not self.isVisible():
            self._return_to = self.window().focusWidget()
        self._symbol, self._spot, self._area, self._changed = symbol, spot, area, changed
        instrument = self._session.market.instrument(symbol)
        self._title.setText(self.tr("Alert on {symbol}").format(symbol=symbol))
        self._unit.setText(instrument.currency)
        self.field.setAccessibleName(self.tr("Price in {currency}").format(currency=instrument.currency))
        self._late.setText(lateness(self._session, symbol))
        self._late.setVisible(bool(self._late.text()))
        at = price
        if price is not None and changed is None:
            at = price.quantize(Decimal(1).scaleb(-instrument.decimals))
        self.field.setText("" if at is None else _padded(at, self.field.locale().decimalPoint()))
        self._typed()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def shut(self) -> None:
        """Hide it and give the focus back."""
        focus: QWidget | None = self.window().focusWidget()
        had_focus = focus is not None and (focus is self or self.isAncestorOf(focus))
        self.hide()
        if had_focus and self._return_to is not None:
            self._return_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self._return_to = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes; no other key goes through to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        event.accept()

    def _make(self) -> None:
        self._title = plain_label("quick_alert_title", "strong")
        self.field = QLineEdit()
        self.field.setObjectName("quick_alert_price")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._unit = plain_label("quick_alert_currency", "dim")
        self.set_button = QPushButton(self.tr("Set"))
        self.set_button.setObjectName("quick_alert_set")
        self.set_button.setAccessibleName(self.tr("Set the alert"))
        set_look(self.set_button, "primary")
        self._sentence = plain_label("quick_alert_sentence")
        self._problem = plain_label("quick_alert_problem", "problem")
        self._late = plain_label("quick_alert_late", "small")
        for label in (self._sentence, self._problem, self._late):
            label.setWordWrap(True)
        self._hint = plain_label("quick_alert_keys", "small", self.tr("Enter sets · Esc closes"))
        self.more = QPushButton(self.tr("More…"))
        self.more.setObjectName("quick_alert_more")
        self.more.setAccessibleName(self.tr("More kinds of alerts"))
        set_look(self.more, "link")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self._unit)
        line.addWidget(self.set_button)
        foot = QHBoxLayout()
        foot.addWidget(self._hint)
        foot.addStretch(1)
        foot.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(7)
        column.addWidget(self._title)
        column.addLayout(line)
        column.addWidget(self._sentence)
        column.addWidget(self._problem)
        column.addWidget(self._late)
        column.addLayout(foot)

    def _read(self) -> Alert | Misread:
        """What is typed as an alert, whatever is wrong with it."""
        text = self.field.text().strip()
        instrument = self._session.market.instrument(self._symbol)
        if not text:
            return self._wish(None, instrument.currency)
        level, currency = typed_price(text, instrument.currency)
        if isinstance(level, Misread):
            return level
        return self._wish(level, currency)

    def _wish(self, level: Decimal | None, currency: str) -> Alert:
        if self._changed is not None:
            return moved_alert(self._session, self._changed, level, currency)
        return new_alert(self._session, self._symbol, level, currency)

    def _typed(self) -> None:
        """Say what would be saved, and what is to be thought of."""
        self._confirming = ()
        self._show()

    def _show(self) -> None:
        read = self._read()
        said, problem = "", ""
        if isinstance(read, Misread):
            problem = misread_sentence(read)
        else:
            found = judge(self._session, read)
            if DOUBTS.issuperset(found):
                said = self._sentence_of(read)
            if found and self.field.text().strip():
                problem = self._problem_of(read, found)
        show_text(self._sentence, said)
        self._sentence.setVisible(bool(said))
        self._say(problem)

    def _sentence_of(self, alert: Alert) -> str:
        decimals = self._session.market.instrument(alert.symbol).decimals
        return sentence(alert, decimals, last_price(self._session, alert.symbol)) + "."

    def _problem_of(self, alert: Alert, found: tuple[Flaw, ...]) -> str:
        currency = self._session.market.instrument(alert.symbol).currency
        price = last_price(self._session, alert.symbol)
        said = [flaw_sentence(flaw, alert, currency, price) for flaw in found]
        if found == self._confirming:
            said.append(confirm_words())
        return " ".join(said)

    def _say(self, problem: str) -> None:
        show_text(self._problem, problem)
        self._problem.setVisible(bool(problem))
        self.field.setProperty("wrong", bool(problem))
        self.field.setAccessibleDescription(problem or self._sentence.text())
        self._place()

    def _place(self) -> None:
        """Beside the spot, all of it within the area."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        height = layout.heightForWidth(WIDTH) if layout is not None else self.height()
        self.resize(WIDTH, height)
        area = self._area.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        x = min(max(self._spot.x(), area.left()), area.right() - WIDTH)
        y = min(max(self._spot.y() - height // 2, area.top()), area.bottom() - height)
        self.move(max(x, 0), max(y, 0))

    def _take(self) -> None:
        read = self._read()
        if isinstance(read, Misread):
            self._show()
            self.field.selectAll()
            return
        found = judge(self._session, read)
        if found and (not DOUBTS.issuperset(found) or found != self._confirming):
            self._confirming = found if DOUBTS.issuperset(found) else ()
            self._say(self._problem_of(read, found))
            return
        try:
            deed = self._session.alerts.set(read) if self._changed is None else self._session.alerts.change(read)
        except StoreError as problem:
            self.failed.emit(problem)
            return
        self.shut()
        self.deed_done.emit(deed)

    def _want_more(self) -> None:
        read = self._read()
        currency = self._session.market.instrument(self._symbol).currency
        alert = self._wish(None, currency) if isinstance(read, Misread) else read
        self.shut()
        self.more_wanted.emit(replace(alert, currency=currency))

    def _note_prices(self, symbols: frozenset[str]) -> None:
        if self.isVisible() and self._symbol in symbols:
            self._show()

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol and self.isVisible():
            self.shut()


def _padded(value: Decimal, point: str) -> str:
    """A price as it is typed, with the decimals it is told with; without them where the text could be read twice."""
    text = f"{value:f}".replace(".", point)
    return text if typed_price(text, "")[0] == value else plain(value, point)
