"""The header over the chart: whose price, how much, how it changed, how old, and the facts beside it."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from watcher.desk.session import Session, SessionKind
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.instrument import Instrument
from watcher.domain.price_state import PriceKind
from watcher.domain.quote import Quote
from watcher.domain.settings import Settings
from watcher.ui.style import set_look
from watcher.ui.texts import ElidedLabel, plain_label, show_text
from watcher.ui.watchlist.row import UNSURE, shown_currency
from watcher.words import numbers, portfolio, states, times
from watcher.words.ranges import range_name
from watcher.words.zones import local_zone

YEAR = timedelta(weeks=52)
FIGURES_GAP = 12
FACTS_GAP = 28  # logical pixels between price and facts, at least


class Header(QWidget):
    """Shows the selected instrument; every figure comes from the market desk and stands beside its time."""

    renamed = Signal()  # what is shown is called otherwise now

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's desks."""
        super().__init__(parent)
        self.setObjectName("header")
        self.setAccessibleName(self.tr("Selected instrument"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_look(self, "chart")
        self._session = session
        self._market, self._preferences = session.market, session.preferences
        self._zone = local_zone()
        self._range_change: float | None = None
        self._measured: tuple[str, str] = ("", "")  # symbol and look for which the figures' widths were taken
        self._make()
        self._market.prices_changed.connect(self._note_prices)
        self._market.instrument_changed.connect(self._note_instrument)
        session.holdings.changed.connect(self._show_facts)
        session.holdings.valued.connect(self._note_prices)
        self._preferences.changed.connect(self._follow)
        session.scheduler.beat.connect(self._age)
        self.refresh()

    def show_range_change(self, change: float | None) -> None:
        """Show the change over the chart's range (0.01 is one percent), None if unknown."""
        self._range_change = change
        self._show_facts()

    def refresh(self) -> None:
        """Read everything from the desk again; labels whose text stays are left alone."""
        symbol = self._preferences.settings.symbol
        instrument = self._market.instrument(symbol)
        if show_text(self.name, instrument.name):
            self.renamed.emit()
        show_text(self.symbol, symbol)
        show_text(self.venue, instrument.venue_name)
        for dot, label in ((self._dots[0], self.name), (self._dots[1], self.venue)):
            dot.setVisible(bool(label.text()) and label.text() != symbol)
        self.name.setVisible(self.name.text() != symbol)
        self._show_price(instrument, self._market.quote(symbol))
        self._show_state()
        self._show_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Drop facts from the right where there is no room."""
        super().resizeEvent(event)
        self._fold()

    def _make(self) -> None:
        self.name = ElidedLabel("header_name", "dim")
        self.symbol = plain_label("header_symbol", "strong")
        self.venue = plain_label("header_venue", "dim")
        self._dots = (plain_label("header_dot", "dim", "·"), plain_label("header_dot", "dim", "·"))
        self.price = plain_label("header_price", "price")
        self.change = plain_label("header_change", "level")
        self.held = plain_label("header_held", "level")
        self.state = ElidedLabel("header_state", "small")
        first = QHBoxLayout()
        first.setSpacing(4)
        for part in (self.name, self._dots[0], self.symbol, self._dots[1], self.venue):
            first.addWidget(part)
        first.addStretch()
        self.figures = QWidget()
        second = QHBoxLayout(self.figures)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(FIGURES_GAP)
        for part in (self.price, self.change, self.held):
            second.addWidget(part, alignment=Qt.AlignmentFlag.AlignBottom)
        self.change.setContentsMargins(0, 0, 0, 4)
        self.held.setContentsMargins(0, 0, 0, 4)
        self.facts = self._make_facts()
        self.holding, self.holding_below = OwnedLine("fact_owned"), OwnedLine("fact_owned_below")
        middle = QHBoxLayout()
        middle.setSpacing(FACTS_GAP)
        middle.addWidget(self.figures)
        middle.addWidget(self.facts)
        middle.addWidget(self.holding, alignment=Qt.AlignmentFlag.AlignBottom)
        middle.addStretch()
        column = self._column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(middle)
        last = QHBoxLayout()
        last.setSpacing(FACTS_GAP)
        last.addWidget(self.state)
        last.addWidget(self.holding_below)
        last.addStretch()
        column.addLayout(last)

    def _make_facts(self) -> QWidget:
        facts = QWidget()
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(5)
        grid.setVerticalSpacing(3)
        self.range_name = plain_label("fact_range_name", "small")
        self.range_change = plain_label("fact_range", "fact")
        self.year_name = plain_label("fact_year_name", "small", self.tr("52 weeks"))
        self.year = plain_label("fact_year", "fact")
        rows: tuple[tuple[QLabel, QLabel], ...] = (
            (self.range_name, self.range_change),
            (self.year_name, self.year),
        )
        for line, (title, value) in enumerate(rows):
            pair = QHBoxLayout()
            pair.setSpacing(5)
            pair.addWidget(title)
            pair.addWidget(value)
            pair.addStretch()
            grid.addLayout(pair, line, 0)
        return facts

    def _show_price(self, instrument: Instrument, quote: Quote | None) -> None:
        state = self._market.state(instrument.symbol)
        currency = shown_currency(instrument)
        text = numbers.money(None if quote is None else quote.price, instrument.decimals, currency)
        show_text(self.price, text, self.tr("Price {price}").format(price=text))
        set_look(self.price, "price-unsure" if state.kind in UNSURE else "price")
        change, ratio = (None, None) if quote is None else (quote.change, quote.change_ratio)
        held = self._market.held_back(instrument.symbol)
        waiting = "" if held is None else f"→ {numbers.price(held.price, instrument.decimals)}"
        show_text(self.held, waiting, states.held_back_sentence(quote, held, instrument) if held else "")
        self.held.setVisible(held is not None)
        if change is None or ratio is None:
            show_text(self.change, "")
            self._hold_widths(instrument.symbol)
            return
        signed, percent = numbers.change(change, instrument.decimals), numbers.percent(ratio)
        arrow = numbers.arrow(change) if percent != numbers.percent(0.0) else ""
        text = f"{arrow} {signed} ({percent})".strip()
        show_text(self.change, text, self.tr("Change {change}, {percent}").format(change=signed, percent=percent))
        unsure = state.kind in UNSURE
        set_look(self.change, "level" if unsure else {numbers.UP: "up", numbers.DOWN: "down"}.get(arrow, "level"))
        self._hold_widths(instrument.symbol)

    def _hold_widths(self, symbol: str) -> None:
        """Let figures of one instrument only grow, so that nothing beside them moves when a digit goes."""
        same = self._measured == (symbol, self.font().key())
        self._measured = (symbol, self.font().key())
        for label in (self.price, self.change):
            if not same:
                label.setMinimumWidth(0)  # which the hint would heed
            label.setMinimumWidth(label.sizeHint().width())

    def _show_state(self) -> None:
        symbol = self._preferences.settings.symbol
        instrument, quote = self._market.instrument(symbol), self._market.quote(symbol)
        state, now = self._market.state(symbol), self._session.clock.now()
        held = self._market.held_back(symbol)
        simulated = self._session.kind is SessionKind.SAMPLE
        text = states.price_sentence(state, quote, instrument, now, self._zone, held, simulated=simulated)
        if show_text(self.state, text):
            tip = [states.session_sentence(state, instrument, now, self._zone, simulated=simulated)]
            if quote is not None:
                tip.insert(0, times.exact(quote.time, self._zone))
            if state.kind is PriceKind.STALE:
                tip = tip[:1]
            self.state.setToolTip("\n".join(tip))

    def _show_facts(self) -> None:
        settings = self._preferences.settings
        instrument = self._market.instrument(settings.symbol)
        show_text(self.range_name, range_name(settings.chart.range))
        show_text(self.range_change, numbers.percent(self._range_change, 1))
        known = settings.chart.range is not ChartRange.D1 and self._range_change is not None
        self.range_name.setVisible(known)
        self.range_change.setVisible(known)
        low, high = self._year_range(settings.symbol)
        both = low is not None and high is not None
        span = f"{numbers.price(low, instrument.decimals)} \u2013 {numbers.price(high, instrument.decimals)}"
        show_text(self.year, numbers.with_currency(span, shown_currency(instrument)) if both else "")
        self.year_name.setVisible(both)
        self.year.setVisible(both)
        self._show_owned(settings.symbol, instrument, hidden=settings.amounts_hidden)
        self._fold()

    def _show_owned(self, symbol: str, instrument: Instrument, *, hidden: bool) -> None:
        """148 held · avg 130,20 € · ▲ +11,2 %; nothing of what is not held."""
        valuation = self._session.holdings.valuation(symbol)
        line, change = "", ""
        if valuation is not None and valuation.position.lots:
            currency = self._session.holdings.currency
            line, change = portfolio.held_line(valuation, instrument.decimals, currency, hidden=hidden)
        for place in (self.holding, self.holding_below):
            place.show_held(line, change)

    def _year_range(self, symbol: str) -> tuple[Decimal | float | None, Decimal | float | None]:
        """Lowest and highest of 52 weeks: as the source says, else from daily bars that reach back so far."""
        facts = self._market.facts(symbol)
        if facts.year_low is not None and facts.year_high is not None:
            return facts.year_low, facts.year_high
        series = self._market.series(symbol, Interval.D1)
        since = int((self._session.clock.now() - YEAR).timestamp())
        if series is None or not len(series) or int(series.bars["time"][0]) > since:
            return None, None
        year = series.bars[series.bars["time"] >= since]
        return (float(year["low"].min()), float(year["high"].max())) if len(year) else (None, None)

    def _fold(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        waiting = self.held.sizeHint().width() + FIGURES_GAP if self.held.text() else 0
        wanted = self.price.sizeHint().width() + FIGURES_GAP + self.change.sizeHint().width() + waiting
        self.change.setVisible(bool(self.change.text()) and wanted <= room)
        free = room - self.figures.sizeHint().width() - FACTS_GAP
        self.facts.setVisible(self.facts.sizeHint().width() <= free)
        free -= self.facts.sizeHint().width() + FACTS_GAP
        beside = self.holding.sizeHint().width() <= free
        below = self.state.sizeHint().width() + FACTS_GAP + self.holding_below.sizeHint().width() <= room
        held = bool(self.holding.line.text())
        self.holding.setVisible(held and beside)
        self.holding_below.setVisible(held and not beside and below)

    def _note_prices(self, symbols: frozenset[str]) -> None:
        if self._preferences.settings.symbol in symbols:
            self.refresh()

    def _note_instrument(self, symbol: str) -> None:
        if symbol == self._preferences.settings.symbol:
            self.refresh()

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.symbol != after.symbol:
            self._range_change = None
        if _shown(before) != _shown(after):
            self.refresh()

    def _age(self, now: datetime) -> None:
        del now
        self._show_state()


def _shown(settings: Settings) -> tuple[object, ...]:
    """The settings that the header depends on."""
    return settings.symbol, settings.language, settings.chart.range, settings.amounts_hidden


class OwnedLine(QWidget):
    """What is held of the instrument, in one line: 148 held · avg 130,20 € · ▲ +11,2 %."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = plain_label(name, "small")
        self.change = plain_label(f"{name}_change", "fact")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self.line)
        row.addWidget(self.change)

    def show_held(self, line: str, change: str) -> None:
        """Show the line, and what it earned; empty texts for nothing."""
        show_text(self.line, f"{line}{portfolio.DOT.rstrip()}" if change else line, line)
        show_text(self.change, change)
