"""What the chart is told to show: bars, events, trades, alerts, the release band; and what it tells back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from watcher.domain.alert import AlertKind
from watcher.domain.event import Category, When
from watcher.series.bars import BarSeries
from watcher.series.time_axis import TimeAxis


@dataclass(frozen=True, slots=True)
class ChartContent:
    """One instrument's bars and how they come into view.

    `axis` maps time to slots and must cover the series and the sessions ahead. `decimals` is the price hint and
    `currency` the ISO code, or empty. `view_from` (Unix seconds) is the left edge of the range and `future_slots` the
    number of slots kept free right of the last bar. `view_until` (Unix seconds, 0 for none) is the close of the session
    under way: the range's own view reaches on towards it, but is never more than half empty.

    `keep_right` is for another range of the same instrument: the view keeps the right edge it has and takes the range's
    width. `keep_view` is for the same range with other bars: the view stays where it is, to the pixel; one that shows
    the newest bar goes on with it. `daily` are the instrument's daily bars, from whose closes a session counts; None
    where they are not there.
    """

    symbol: str
    name: str
    series: BarSeries
    axis: TimeAxis
    decimals: int
    currency: str
    view_from: int
    future_slots: int = 0
    keep_right: bool = False
    view_until: int = 0
    keep_view: bool = False
    daily: BarSeries | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """An event on the chart; `when` is the time it became known. Quiet ones are ticks at the bottom, one a day.

    `headline` and `detail` are outside text and are only ever shown as plain text.
    """

    event_id: str
    letter: str
    category: Category
    headline: str
    when: When
    quiet: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Trade:
    """A purchase or a sale of the instrument on `day`, the exchange's local date.

    `words` tell all of it and `detail` what else there is to say (or is empty); both are shown as plain text.
    """

    day: date
    bought: bool
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OwnTrades:
    """What somebody did in the instrument: `trades` in any order, and what a share of what is left did cost.

    `cost` is in the currency of the bars and as much split-adjusted as they are; None for no line. `label` is what
    stands at it.
    """

    trades: tuple[Trade, ...] = ()
    cost: float | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class AlertLevel:
    """The level that an alert waits for, in the currency of the bars, and how it waits (ABOVE, BELOW, UP or DOWN)."""

    alert_id: str
    kind: AlertKind
    price: float


@dataclass(frozen=True, slots=True)
class ReleaseBand:
    """The days on which results are expected; `times` (Unix seconds) are its sessions' opens (daily: dates)."""

    first: date
    last: date
    times: tuple[int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class CrosshairReading:
    """The bar under the crosshair.

    `time` is the bar's start in Unix seconds. `change_ratio` is against the bar before, None for the first bar.
    `indicators` are (name, value, colour as hex) of the lines that have a value there.
    """

    time: int
    open: float
    high: float
    low: float
    close: float
    volume: float
    change_ratio: float | None
    indicators: tuple[tuple[str, float, str], ...]
