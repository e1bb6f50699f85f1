"""Binds the desks and the chart's settings to the chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from watcher.chart.compose import SESSIONS, Change, axis_end, change_since, compose, first_key, range_start
from watcher.chart.content import ChartContent
from watcher.chart.pane import ChartPane
from watcher.desk.session import Session, SessionKind
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.settings import Settings
from watcher.domain.valuation import Valuation
from watcher.ui.alerts.levels import alert_levels
from watcher.ui.event_marks import markers, release_band
from watcher.ui.own_trades import own_trades
from watcher.ui.style import set_look
from watcher.ui.theme import current_tokens, palette_for_chart
from watcher.ui.watchlist.row import shown_currency
from watcher.words.feeds import feed_sentence
from watcher.words.ranges import range_name
from watcher.words.zones import local_zone

AXIS_ROOM = timedelta(days=20)  # the axis is laid out anew when the last bar comes nearer to its end


class ChartPanel(QWidget):
    """The chart of the selected instrument: its bars, events and release window, loading, empty or failed."""

    first_shown = Signal()  # bars are on screen for the first time
    ranges_changed = Signal(object)  # dict of ChartRange to change ratio or None
    marker_activated = Signal(str)  # event id
    trades_activated = Signal(str)  # symbol whose purchases and sales are to be shown
    note_wanted = Signal(str, object, float)  # symbol, time (aware UTC), price

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Bind to the session's desks and show the selected instrument."""
        super().__init__(parent)
        self.setObjectName("chart_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_look(self, "chart")
        self._session = session
        self._market, self._preferences = session.market, session.preferences
        self._shown: ChartContent | None = None
        self._keep_right = False  # once the bars that are asked for come
        self._any_shown = False
        self._axis_end = datetime.min.replace(tzinfo=UTC)
        self._way_back: ChartRange | None = None
        self._moment: datetime | None = None  # to be shown once there are bars
        self._traded: tuple[object, ...] = ()  # what the marks of trades were made of
        self.pane = ChartPane(palette_for_chart(current_tokens()), self)
        self._back = self._make_back()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._back)
        column.addWidget(self.pane, 1)
        self._connect()
        self._dress()
        self._apply_settings()
        self.open()

    @property
    def has_bars(self) -> bool:
        """Whether bars of the selected instrument and range are on screen."""
        return self._shown is not None

    def open(self, *, keep_right: bool = False) -> None:
        """Show the selected instrument and range from what is there, and ask for what is not."""
        symbol, interval = self._wanted()
        self._shown, self._keep_right = None, keep_right
        series = self._market.series(symbol, interval)
        if series is not None and len(series):
            self._show(keep_right=keep_right)
        else:
            self.pane.show_loading(self._market.instrument(symbol).name)
        self._market.request_series(symbol, interval)
        if interval is not Interval.D1 and self._market.series(symbol, Interval.D1) is None:
            self._market.request_series(symbol, Interval.D1)
        self._mark()
        self.tell_ranges()

    def show_event(self, event_id: str) -> None:
        """Bring an event into view and select its marker; widens the range where it lies before it."""
        self.pane.select_marker(event_id or None)
        settings = self._preferences.settings
        card = next((c for c in self._session.events.cards(settings.symbol) if c.event.id == event_id), None)
        if card is None or card.event.known is None:
            return
        day = card.event.known.first
        if self._widen(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())):
            self.pane.select_marker(event_id)

    def show_moment(self, at: datetime) -> None:
        """Bring a moment (aware) into view, at once or when its bars come; widens the range where it lies before it."""
        self._moment = at
        if not self._widen(int(at.timestamp())) and self._shown is not None:
            self._look_at_moment()

    def _widen(self, known: int) -> bool:
        """Choose the range that reaches back to a time (Unix seconds), with a way back; False if it does already."""
        chosen = self._preferences.settings.chart.range
        wider = self._range_holding(known)
        if wider is chosen:
            return False
        back = self._way_back or chosen
        self._preferences.change_chart(range=wider)
        self._way_back = back
        self._back_button.setText(self.tr("Back to {range}").format(range=range_name(back)))
        self._back.show()
        return True

    def _look_at_moment(self) -> None:
        if self._moment is not None:
            self.pane.look_at(int(self._moment.timestamp()))
        self._moment = None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_back"):
            self._dress()

    def _connect(self) -> None:
        session = self._session
        self._preferences.changed.connect(self._follow)
        self._market.series_changed.connect(self._take_change)
        self._market.series_failed.connect(self._take_failure)
        self._market.hours_changed.connect(self._take_hours)
        session.events.changed.connect(self._take_events)
        session.releases.changed.connect(self._take_releases)
        session.holdings.changed.connect(self._mark_trades)
        session.alerts.changed.connect(self._mark_alerts)
        session.holdings.valued.connect(self._take_valued)
        self.pane.marker_activated.connect(self.marker_activated)
        self.pane.trades_activated.connect(lambda: self.trades_activated.emit(self._wanted()[0]))
        self.pane.note_wanted.connect(self._want_note)
        self.pane.action_wanted.connect(self._try_again)

    def _make_back(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("way_back")
        self._back_button = QPushButton()
        self._back_button.setObjectName("way_back_button")
        set_look(self._back_button, "link")
        self._back_button.clicked.connect(self._go_back)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._back_button)
        row.addStretch()
        bar.hide()
        return bar

    def _wanted(self) -> tuple[str, Interval]:
        settings = self._preferences.settings
        return settings.symbol, settings.chart.interval

    def _show(self, *, keep_right: bool = False, keep_view: bool = False) -> None:
        """Hand the pane what is there; with `keep_view` it goes on where it is."""
        symbol, interval = self._wanted()
        series = self._market.series(symbol, interval)
        if series is None or not len(series):
            return
        instrument, hours = self._market.instrument(symbol), self._market.hours(symbol)
        band = release_band(self._session.releases.countdown(symbol), hours, interval)
        content = compose(
            series,
            instrument.name,
            hours,
            self._preferences.settings.chart.range,
            self._session.clock.now(),
            decimals=instrument.decimals,
            currency=shown_currency(instrument),
            band=band if self._preferences.settings.chart.layers.release_band else None,
            keep_right=keep_right,
            keep_view=keep_view,
            daily=self._market.series(symbol, Interval.D1) if interval.intraday else None,
        )
        self._axis_end = axis_end(content)
        self.pane.show_bars(content)
        self._shown = content
        self._look_at_moment()
        if not self._any_shown:
            self._any_shown = True
            self.first_shown.emit()

    def _mark(self) -> None:
        symbol, interval = self._wanted()
        layers = self._preferences.settings.chart.layers
        self.pane.set_markers(markers(self._session.events.cards(symbol), layers))
        countdown = self._session.releases.countdown(symbol)
        band = release_band(countdown, self._market.hours(symbol), interval)
        self.pane.set_release_band(band if layers.release_band else None)
        self._mark_trades()
        self._mark_alerts()

    def _mark_alerts(self) -> None:
        self.pane.set_alerts(alert_levels(self._session, self._wanted()[0]))

    def _mark_trades(self) -> None:
        symbol, desk = self._wanted()[0], self._session.holdings
        hidden = self._preferences.settings.amounts_hidden
        valuation, instrument = desk.valuation(symbol), self._market.instrument(symbol)
        self._traded = _traded(valuation)
        self.pane.set_trades(own_trades(desk.entries(symbol), valuation, instrument, hidden=hidden))

    def tell_ranges(self) -> None:
        """The change over each range, from daily bars where they are there."""
        symbol = self._preferences.settings.symbol
        daily, quote = self._market.series(symbol, Interval.D1), self._market.quote(symbol)
        price = None if quote is None else float(quote.price)
        changes: dict[ChartRange, float | None] = {}
        for chosen in ChartRange:
            if chosen is ChartRange.D1:
                ratio = None if quote is None else quote.change_ratio
                changes[chosen] = None if ratio is None else float(ratio)
            elif daily is not None:
                changes[chosen] = change_since(daily.bars, self._first_day(chosen), price)
        self.ranges_changed.emit(changes)

    def _first_day(self, chosen: ChartRange) -> int | None:
        """The key of the daily bar with which the chart of a range begins; None for all there is."""
        settings = self._preferences.settings
        hours = self._market.hours(settings.symbol)
        start = range_start(chosen, self._session.clock.now(), hours)
        if start is None:
            return None
        bars = replace(settings.chart, range=chosen).interval
        return first_key(start, hours, Interval.D1 if bars.intraday else bars)

    def _range_holding(self, known: int) -> ChartRange:
        settings = self._preferences.settings
        hours, now = self._market.hours(settings.symbol), self._session.clock.now()
        ranges = tuple(ChartRange)
        for chosen in ranges[ranges.index(settings.chart.range) :]:
            start = range_start(chosen, now, hours)
            if start is None or start <= known:
                return chosen
        return ChartRange.MAX

    def _apply_settings(self) -> None:
        chart = self._preferences.settings.chart
        self.pane.set_type(chart.type)
        self.pane.set_scale(chart.scale)
        self.pane.set_layers(chart.layers)
        self.pane.set_watermark(self.tr("SAMPLE") if self._session.kind is SessionKind.SAMPLE else "")

    def _dress(self) -> None:
        self.pane.set_palette(palette_for_chart(current_tokens()))

    def _follow(self, before: Settings, after: Settings) -> None:
        old, new = before.chart, after.chart
        if (old.type, old.scale, old.layers) != (new.type, new.scale, new.layers):
            self._apply_settings()
        moved = before.symbol != after.symbol
        if moved or (old.range, old.interval) != (new.range, new.interval):
            if moved or new.range is self._way_back or self._way_back is None:
                self._way_back = None
                self._back.hide()
            if moved:
                self._moment = None
            self.open(keep_right=not moved)
        elif old.layers != new.layers:
            self._mark()
        if before.amounts_hidden != after.amounts_hidden:
            self._mark_trades()

    def _go_back(self) -> None:
        if self._way_back is not None:
            self._preferences.change_chart(range=self._way_back)
        self._way_back = None
        self._back.hide()

    def _take_change(self, symbol: str, interval: Interval, change: Change) -> None:
        if symbol != self._preferences.settings.symbol:
            return
        if interval is Interval.D1 and change is not Change.LAST:
            self.tell_ranges()
        if (symbol, interval) != self._wanted():
            return
        series = self._market.series(symbol, interval)
        if self._shown is None:
            if series is None or not len(series):
                self._say_empty()
                return
            self._show(keep_right=self._keep_right)
            self._mark()
        elif series is not self._shown.series or change is Change.REBUILT:
            self._show(keep_view=True)  # bars may have come at the front, or all of them anew
        elif change is not Change.NONE:
            self.pane.apply_change(change)
            if change is Change.APPENDED and self._outgrown():
                self._show(keep_view=True)

    def _outgrown(self) -> bool:
        """Whether the axis nears its end, or the range's own view is to begin at another session."""
        now, settings = self._session.clock.now(), self._preferences.settings
        if self._axis_end - now < AXIS_ROOM:
            return True
        if self._shown is None or settings.chart.range not in SESSIONS or not self.pane.at_home:
            return False
        start = range_start(settings.chart.range, now, self._market.hours(settings.symbol))
        return start is not None and start > self._shown.view_from

    def _take_failure(self, symbol: str, interval: Interval, error: FeedError) -> None:
        if (symbol, interval) != self._wanted() or self._shown is not None:
            return
        if error.code is FeedCode.EMPTY:
            self._say_empty()
            return
        market = self._market
        name, now = market.instrument(symbol).name, self._session.clock.now()
        text = feed_sentence(error, now, local_zone(), until=market.link.until)
        self.pane.show_message(self.tr("No chart of {name} yet").format(name=name), text, self.tr("Try again"))

    def _say_empty(self) -> None:
        name = self._market.instrument(self._preferences.settings.symbol).name
        self.pane.show_message(
            self.tr("No bars of {name} here").format(name=name),
            self.tr("Yahoo has no prices of this size for the range. Choose another range or bar size."),
            self.tr("Try again"),
        )

    def _try_again(self) -> None:
        symbol, interval = self._wanted()
        self.pane.show_loading(self._market.instrument(symbol).name)
        self._market.request_series(symbol, interval)

    def _take_hours(self, venue: str) -> None:
        symbol = self._preferences.settings.symbol
        if self._market.instrument(symbol).venue == venue and self._shown is not None:
            self._show(keep_view=True)
            self._mark()

    def _take_events(self, symbol: str) -> None:
        if symbol == self._preferences.settings.symbol:
            self._mark()

    def _take_valued(self, symbols: frozenset[str]) -> None:
        """A split may have become known, or the currency of the price; a price alone changes nothing here."""
        symbol = self._wanted()[0]
        if symbol in symbols and _traded(self._session.holdings.valuation(symbol)) != self._traded:
            self._mark_trades()

    def _take_releases(self, issuer: str) -> None:
        if issuer == self._session.releases.issuer_of(self._preferences.settings.symbol):
            self._mark()

    def _want_note(self, when: datetime, price: float) -> None:
        self.note_wanted.emit(self._preferences.settings.symbol, when, price)


def _traded(valuation: Valuation | None) -> tuple[object, ...]:
    """What of a position the marks of its trades depend on."""
    if valuation is None:
        return ()
    return id(valuation.position), valuation.average_cost, valuation.currency
