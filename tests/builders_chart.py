"""Palettes, series and axes for tests of the chart: made up, deterministic."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import numpy as np

from watcher.chart.content import ChartContent, Marker
from watcher.chart.palette import Palette
from watcher.domain.bars import Interval
from watcher.domain.event import LETTERS, Category, Precision, When
from watcher.domain.quote import Quote, Route
from watcher.domain.trading_hours import HoursKind, TradingHours, TradingSession
from watcher.series.bars import BAR, Bars, BarSeries
from watcher.series.time_axis import TimeAxis

BERLIN = ZoneInfo("Europe/Berlin")
INK, WHITE = "#0b1220", "#ffffff"

DARK = Palette(
    background="#14171c",
    panel="#232a36",
    border="#2b323e",
    grid="#2b323e",
    text="#e6e9ef",
    dim="#98a2b3",
    up="#46d3a6",
    up_fill="#46d3a6",
    up_text="#46d3a6",
    down="#e0504e",
    down_fill="#ff7a78",
    down_text="#ff7a78",
    volume_up="#225045",
    volume_down="#51282b",
    accent="#6cb0ff",
    on_accent=INK,
    amber="#e0a83c",
    amber_fill="#403622",
    tag="#232a36",
    tag_text="#e6e9ef",
    categories={
        Category.EARNINGS: ("#e6e9ef", INK),
        Category.DEAL: ("#5cc8fa", INK),
        Category.PRODUCT: ("#b7a0ff", INK),
        Category.POLICY: ("#f79ac9", INK),
        Category.NOTE: ("#6cb0ff", INK),
    },
    lines=("#6cb0ff", "#b7a0ff", "#f79ac9", "#5cc8fa", "#c3cad6"),
    font_family="Inter",
)
LIGHT = Palette(
    background="#f6f7f9",
    panel="#edf0f5",
    border="#d8dee8",
    grid="#d8dee8",
    text="#1a2130",
    dim="#5a6577",
    up="#00674a",
    up_fill="#00674a",
    up_text="#0a7554",
    down="#d6453f",
    down_fill="#c22f2d",
    down_text="#c22f2d",
    volume_up="#accbc4",
    volume_down="#edc1c1",
    accent="#1560c8",
    on_accent=WHITE,
    amber="#7a5000",
    amber_fill="#ddd4c2",
    tag="#edf0f5",
    tag_text="#1a2130",
    categories={
        Category.EARNINGS: ("#1a2130", WHITE),
        Category.DEAL: ("#0a6ea3", WHITE),
        Category.PRODUCT: ("#6a3df0", WHITE),
        Category.POLICY: ("#b01d70", WHITE),
        Category.NOTE: ("#1560c8", WHITE),
    },
    lines=("#1560c8", "#6a3df0", "#b01d70", "#0a6ea3", "#4a5568"),
    font_family="Inter",
    dark=False,
)


def weekdays(first: date, last: date) -> list[date]:
    """All Mondays to Fridays from one date to another."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5]


def xetra(first: date = date(2023, 1, 2), last: date = date(2026, 12, 30)) -> TradingHours:
    """Weekdays 09:00 to 17:30 in Berlin."""

    def session(day: date) -> TradingSession:
        opens = datetime(day.year, day.month, day.day, 9, tzinfo=BERLIN).astimezone(UTC)
        closes = datetime(day.year, day.month, day.day, 17, 30, tzinfo=BERLIN).astimezone(UTC)
        return TradingSession(day, opens, closes)

    return TradingHours(
        "XETR", "Europe/Berlin", HoursKind.CALENDAR, tuple(session(day) for day in weekdays(first, last))
    )


HOURS = xetra()


def walk(times: np.ndarray[tuple[int], np.dtype[np.int64]], *, end: float = 144.80, step: float = 0.012) -> Bars:
    """Bars over a random walk that closes at `end`."""
    rng = np.random.default_rng(7)
    n = len(times)
    closes = np.exp(np.cumsum(rng.normal(step / 30, step, n)))
    closes *= end / closes[-1]
    opens = np.concatenate((closes[:1], closes[:-1])) * (1 + rng.normal(0, step / 5, n))
    bars = np.zeros(n, BAR)
    bars["time"] = times
    bars["open"], bars["close"] = opens.round(2), closes.round(2)
    bars["high"] = (np.maximum(opens, closes) * (1 + np.abs(rng.normal(0, step / 2.5, n)))).round(2) + 0.01
    bars["low"] = (np.minimum(opens, closes) * (1 - np.abs(rng.normal(0, step / 2.5, n)))).round(2) - 0.01
    bars["volume"] = rng.integers(90_000, 420_000, n)
    return bars


def daily_times(n: int, last: date = date(2026, 1, 30)) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Keys of the last `n` weekdays up to a date."""
    days = weekdays(last - timedelta(days=2 * n + 10), last)[-n:]
    return np.array([int(datetime(d.year, d.month, d.day, tzinfo=UTC).timestamp()) for d in days], np.int64)


def daily_series(n: int = 300, symbol: str = "AHLA.DE") -> BarSeries:
    """Daily bars up to Friday 30 Jan 2026, closing at 144.80."""
    return BarSeries(symbol, Interval.D1, HOURS, walk(daily_times(n)))


def minute_series(days: int = 5, symbol: str = "AHLA.DE", upto: int | None = None) -> BarSeries:
    """Minute bars of the last `days` sessions up to Friday 30 Jan 2026; the last one cut after `upto` minutes."""
    sessions = [s for s in HOURS.sessions if s.day <= date(2026, 1, 30)][-days:]
    minutes = [np.arange(int(s.opens.timestamp()), int(s.closes.timestamp()), 60, dtype=np.int64) for s in sessions]
    if upto is not None:
        minutes[-1] = minutes[-1][:upto]
    return BarSeries(symbol, Interval.M1, HOURS, walk(np.concatenate(minutes), step=0.0007))


def content_of(series: BarSeries, bars: int = 126, **changes: object) -> ChartContent:
    """Content whose range shows the last `bars` bars, with room for the release band."""
    times = series.bars["time"]
    axis = TimeAxis.build(series.interval, [series.hours], int(times[0]), int(times[-1]))
    fields: dict[str, object] = {
        "symbol": series.symbol,
        "name": "Alibaba Group ADS",
        "series": series,
        "axis": axis,
        "decimals": 2,
        "currency": "EUR",
        "view_from": int(times[max(0, len(times) - bars)]),
        "future_slots": 15 if not series.interval.intraday else 0,
    }
    return ChartContent(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def quote_at(series: BarSeries, at: datetime, price: str, volume: int | None = None) -> Quote:
    """A confirmed quote of the series' symbol."""
    return Quote(series.symbol, at, at, Decimal(price), "EUR", Route.SAMPLE, day_volume=volume)


def marker(
    event_id: str, category: Category, day: date, headline: str = "Something happened", *, quiet: bool = False
) -> Marker:
    """An event known on a day."""
    when = When(Precision.DAY, day, day)
    return Marker(event_id, LETTERS[category], category, headline, when, quiet=quiet)
