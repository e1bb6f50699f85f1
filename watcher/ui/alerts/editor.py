"""The editor of an alert: every kind there is, how often it speaks, until when, and a note."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from watcher.desk.session import Session
from watcher.domain.alert import LEVELLED, SIGNALS, Alert, AlertKind, Basis, Condition, Repeat
from watcher.domain.alert_check import DOUBTS, Flaw, needs_level
from watcher.ui.alerts.judging import judge, last_price, lateness
from watcher.ui.portfolio.fields import Field, NumberField, plain
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label
from watcher.words.alert_checks import confirm_words, flaw_sentence, typed_price
from watcher.words.alert_forms import basis_name, kind_name, repeat_name
from watcher.words.alerts import sentence
from watcher.words.times import to_qt
from watcher.words.typed import Misread, misread_sentence, typed_number
from watcher.words.zones import local_zone, zone_city

DAYS_AT_FIRST = 30  # how far away an expiry is that is just switched on
LONGEST_SPAN = 24 * 60  # minutes
LONGEST_LEAD = 90  # days
HUNDRED = Decimal(100)
TIMED = {AlertKind.MOVE, AlertKind.SILENCE}
ONE_SIDED = {Basis.HIGH, Basis.LOW}


class AlertEditor(QDialog):
    """What is typed is told as the sentence that is saved; what is wrong is said at its field."""

    given = Signal(object)  # Alert without flaws, or with doubts that were confirmed; `accept` once it is kept

    def __init__(self, session: Session, start: Alert, *, known: bool = False, parent: QWidget | None = None) -> None:
        """Offer an alert to be filled in; `known`: it is kept already and is changed."""
        super().__init__(parent)
        self.setObjectName("alert_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Change the alert on {symbol}") if known else self.tr("Alert on {symbol}")
        self.setWindowTitle(title.format(symbol=start.symbol))
        self._session = session
        self._start = start
        self._zone = local_zone()
        self._confirming: tuple[Flaw, ...] = ()
        self._make_fields()
        self._said = plain_label("alert_sentence", "strong")
        self._problem = plain_label("alert_problem", "problem")
        late = plain_label("alert_late", "small", lateness(session, start.symbol))
        late.setVisible(bool(late.text()))
        for label in (self._said, self._problem, late):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(self._said)
        column.addWidget(self._problem)
        column.addWidget(late)
        column.addWidget(self._make_buttons(known=known))
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._fill(start)
        self._connect()
        self._follow()
        self.kind.setFocus()

    def say(self, text: str) -> None:
        """Say why it could not be kept; everything typed stays."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def alert(self) -> Alert | Misread:
        """What is typed, whatever is wrong with it; a text that is no number stands for itself."""
        kind, basis = AlertKind(self.kind.currentData()), Basis(self.basis.currentData())
        own = self._session.market.instrument(self._start.symbol).currency
        condition, currency = Condition(kind, basis=basis), own
        if needs_level(condition):
            typed = self.level.edit.text().strip()
            level, currency = typed_price(typed, own) if typed else (None, own)
            if isinstance(level, Misread):
                return level
            condition = replace(condition, level=level)
        if kind in {AlertKind.CHANGE, AlertKind.MOVE}:
            percent = self.percent.value()
            if isinstance(percent, Misread):
                return percent
            condition = replace(condition, percent=self._signed(percent, kind, basis))
        if kind in TIMED:
            condition = replace(condition, span=timedelta(minutes=self.span.value()))
        if kind is AlertKind.RELEASE_NEAR:
            condition = replace(condition, span=timedelta(days=self.lead.value()))
        if kind is AlertKind.HEADLINE:
            condition = replace(condition, words=" ".join(self.words.text().split()))
        if kind is not AlertKind.CHANGE:
            condition = replace(condition, basis=Basis.PREVIOUS_CLOSE)
        back = typed_number(self.back.edit.text().strip() or "0")
        if isinstance(back, Misread):
            return back
        since, at = self._session.alerts.standing(self._start.symbol)
        return replace(
            self._start,
            condition=condition,
            currency=currency,
            since=since,
            at=at,
            repeat=Repeat(self.repeat.currentData()),
            hysteresis=back,
            cool_down=timedelta(minutes=self.pause.value()),
            expires=self._expiry() if self.ends.isChecked() else None,
            extended=self.extended.isChecked(),
            note=self.note.text().strip(),
        )

    def _signed(self, percent: Decimal | None, kind: AlertKind, basis: Basis) -> Decimal | None:
        """The percentage with the sign that the chosen direction gives it; one typed with a minus keeps that."""
        if percent is None or percent <= 0 or kind is AlertKind.MOVE:
            return percent
        falls = basis is Basis.HIGH or (basis is not Basis.LOW and self.side.currentData() == "below")
        return -percent if falls else percent

    def _make_fields(self) -> None:
        grid = self._grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        self.kind = QComboBox()
        for kind in AlertKind:
            self.kind.addItem(kind_name(kind), kind.value)
        Field(grid, "alert_kind", self.tr("Tell me when it"), self.kind)
        self.basis = QComboBox()
        for basis in Basis:
            self.basis.addItem(basis_name(basis), basis.value)
        self.percent = NumberField(grid, "alert_percent", self.tr("Percent"))
        self.side = QComboBox()
        self.side.addItem(self.tr("above"), "above")
        self.side.addItem(self.tr("below"), "below")
        self._side_field = Field(grid, "alert_side", self.tr("Direction"), self.side)
        self._basis_field = Field(grid, "alert_basis", self.tr("Counted from"), self.basis)
        currency = self._session.market.instrument(self._start.symbol).currency
        self.level = NumberField(grid, "alert_level", self.tr("Price in {currency}").format(currency=currency))
        self.span = _spin(1, LONGEST_SPAN, self.tr(" min"))
        self._span_field = Field(grid, "alert_span", self.tr("Within"), self.span)
        self.lead = _spin(1, LONGEST_LEAD, self.tr(" d"))
        self._lead_field = Field(grid, "alert_lead", self.tr("Before it opens"), self.lead)
        self.words = QLineEdit()
        self._words_field = Field(grid, "alert_words", self.tr("All of these words"), self.words)
        self.repeat = QComboBox()
        for repeat in Repeat:
            self.repeat.addItem(repeat_name(repeat), repeat.value)
        Field(grid, "alert_repeat", self.tr("How often"), self.repeat)
        self.back = NumberField(grid, "alert_back", self.tr("Again once it went back by, in percent"))
        self.pause = _spin(0, LONGEST_SPAN, self.tr(" min"))
        self._pause_field = Field(grid, "alert_pause", self.tr("And not before"), self.pause)
        self.ends = QCheckBox(self.tr("Ends at a time"))
        Field(grid, "alert_ends", self.tr("Expiry"), self.ends)
        self.expiry = QDateTimeEdit()
        self.expiry.setCalendarPopup(True)
        self.expiry.setDisplayFormat(self.tr("ddd d MMM yyyy  HH:mm"))
        until = self.tr("Until ({city})").format(city=zone_city(self._zone))
        self._expiry_field = Field(grid, "alert_expiry", until, self.expiry)
        self.extended = QCheckBox(self.tr("Early and late trading too"))
        self._extended_field = Field(grid, "alert_extended", self.tr("Hours"), self.extended)
        self.note = QLineEdit()
        Field(grid, "alert_note", self.tr("Note"), self.note)

    def _make_buttons(self, *, known: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        keep = buttons.addButton(
            self.tr("Keep changes") if known else self.tr("Set"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        keep.setObjectName("alert_keep")
        keep.setDefault(True)
        set_look(keep, "primary")
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("alert_cancel")
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill(self, alert: Alert) -> None:
        condition, point = alert.condition, self.note.locale().decimalPoint()
        self.kind.setCurrentIndex(self.kind.findData(condition.kind.value))
        self.basis.setCurrentIndex(self.basis.findData(condition.basis.value))
        self.level.edit.setText("" if condition.level is None else plain(condition.level, point))
        self.percent.put(None if condition.percent is None else abs(condition.percent))
        self.side.setCurrentIndex(1 if condition.percent is not None and condition.percent < 0 else 0)
        self.span.setValue(int(condition.span.total_seconds() // 60) or 10)
        self.lead.setValue(condition.span.days or 1)
        self.words.setText(condition.words)
        self.repeat.setCurrentIndex(self.repeat.findData(alert.repeat.value))
        self.back.put(alert.hysteresis)
        self.pause.setValue(int(alert.cool_down.total_seconds() // 60))
        self.ends.setChecked(alert.expires is not None)
        ahead = self._session.clock.now() + timedelta(days=DAYS_AT_FIRST)
        self.expiry.setDateTime(to_qt(alert.expires or ahead, self._zone))
        self.extended.setChecked(alert.extended)
        self.note.setText(alert.note)

    def _connect(self) -> None:
        for chooser in (self.kind, self.basis, self.side, self.repeat):
            chooser.currentIndexChanged.connect(self._typed)
        for edit in (self.level.edit, self.percent.edit, self.back.edit, self.words):
            edit.textChanged.connect(self._typed)
        for spin in (self.span, self.lead, self.pause):
            spin.valueChanged.connect(self._typed)
        self.ends.toggled.connect(self._typed)
        self.expiry.dateTimeChanged.connect(self._typed)
        self.extended.toggled.connect(self._typed)

    def _typed(self) -> None:
        self._confirming = ()
        self.say("")
        self._follow()

    def _follow(self) -> None:
        """Ask only for what the chosen kind needs, and show the sentence that would be saved."""
        kind, basis = AlertKind(self.kind.currentData()), Basis(self.basis.currentData())
        changes = kind is AlertKind.CHANGE
        self.level.set_shown(shown=kind in LEVELLED or (changes and basis is Basis.PRICE))
        self.percent.set_shown(shown=changes or kind is AlertKind.MOVE)
        self._side_field.set_shown(shown=changes and basis not in ONE_SIDED)
        self._basis_field.set_shown(shown=changes)
        self._span_field.set_shown(shown=kind in TIMED)
        self._lead_field.set_shown(shown=kind is AlertKind.RELEASE_NEAR)
        self._words_field.set_shown(shown=kind is AlertKind.HEADLINE)
        self._extended_field.set_shown(shown=kind not in SIGNALS)
        again = Repeat(self.repeat.currentData()) is Repeat.EVERY_TIME
        self.back.set_shown(shown=again and kind not in SIGNALS | {AlertKind.MOVE})
        self._pause_field.set_shown(shown=again and kind not in SIGNALS - {AlertKind.SILENCE})
        self._expiry_field.set_shown(shown=self.ends.isChecked())
        read = self.alert()
        said = ""
        if not isinstance(read, Misread) and DOUBTS.issuperset(judge(self._session, read)):
            decimals = self._session.market.instrument(read.symbol).decimals
            said = sentence(read, decimals, last_price(self._session, read.symbol)) + "."
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._problem.setVisible(bool(self._problem.text()))

    def _give(self) -> None:
        read = self.alert()
        if isinstance(read, Misread):
            self.say(misread_sentence(read))
            return
        found = judge(self._session, read)
        if found and (not DOUBTS.issuperset(found) or found != self._confirming):
            doubtful = DOUBTS.issuperset(found)
            self._confirming = found if doubtful else ()
            currency = self._session.market.instrument(read.symbol).currency
            price = last_price(self._session, read.symbol)
            said = [flaw_sentence(flaw, read, currency, price) for flaw in found]
            self.say(" ".join([*said, confirm_words()] if doubtful else said))
            return
        self.given.emit(read)

    def _expiry(self) -> datetime | None:
        naive = self.expiry.dateTime().toPython()
        return naive.replace(tzinfo=self._zone).astimezone(UTC) if isinstance(naive, datetime) else None


def _spin(least: int, most: int, unit: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setSuffix(unit)
    return spin
