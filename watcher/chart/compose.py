"""Makes a chart's content of a series and a range: where the view begins, how much future it shows, what changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from watcher.chart.content import ChartContent, ReleaseBand
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.series.bars import BarSeries, Change
from watcher.series.time_axis import TimeAxis

__all__ = [
    "Change",
    "axis_end",
    "change_since",
    "compose",
    "first_key",
    "months_before",
    "range_start",
    "session_times",
]

FUTURE_DAYS = 120
MARGIN = 0.03  # of the range, kept free at the right
BAND_REACH = 0.45  # a band further away than this part of the range is not waited for
MONTHS = {ChartRange.M1: 1, ChartRange.M6: 6, ChartRange.Y1: 12, ChartRange.Y5: 60}
SESSIONS = {ChartRange.D1: 1, ChartRange.D5: 5}
DAY_S = 86_400


def range_start(chosen: ChartRange, at: datetime, hours: TradingHours) -> int | None:
    """Where a range begins, in Unix seconds.

    Args:
        chosen: the range.
        at: its end (aware): now, or the last bar.
        hours: the venue's hours; 1D and 5D count its sessions, or days where they are unknown or round the clock.

    Returns:
        None for all there is.
    """
    if chosen is ChartRange.MAX:
        return None
    zone = _zone(hours)
    if chosen in SESSIONS:
        count = SESSIONS[chosen]
        if hours.kind is HoursKind.CALENDAR:
            begun = [s for s in hours.sessions if s.opens <= at][-count:]
            if len(begun) == count:
                return int((begun[0].pre or begun[0].opens).timestamp())
        return int((at - timedelta(days=count)).timestamp())
    local = at.astimezone(zone).date()
    first = date(local.year, 1, 1) if chosen is ChartRange.YTD else months_before(local, MONTHS[chosen])
    return int(datetime(first.year, first.month, first.day, tzinfo=zone).timestamp())


def first_key(start: int, hours: TradingHours, interval: Interval) -> int:
    """The earliest start that a bar of a size can have in a range, in Unix seconds.

    Days are keyed by midnight UTC of the local date, weeks by their Monday, months by their first; a week or month that
    began before the range is not in it. Shorter bars begin with the range.
    """
    if interval.intraday:
        return start
    day = datetime.fromtimestamp(start, _zone(hours)).date()
    if interval is Interval.W1:
        day += timedelta(days=-day.weekday() % 7)
    elif interval is Interval.MO1 and day.day > 1:
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return _midnight(day)


def months_before(day: date, months: int) -> date:
    """The same day of the month `months` earlier, or that month's last day."""
    total = day.year * 12 + day.month - 1 - months
    year, month = divmod(total, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, 1)


def change_since(bars: npt.NDArray[np.void], start: int | None, price: float | None = None) -> float | None:
    """The change since a moment (0.01 is one percent).

    Args:
        bars: BAR, oldest first.
        start: Unix seconds; the last close before it is the base. Where no bar is older, the first bar's open is, if
            that bar stands within ten days of `start`; None counts from the first bar's open.
        price: what to compare with; None for the last close.

    Returns:
        None where the bars do not reach back so far.
    """
    if not len(bars):
        return None
    last = float(bars["close"][-1]) if price is None else price
    if start is None:
        base = float(bars["open"][0])
    else:
        at = int(np.searchsorted(bars["time"], start, side="left"))
        if at > 0:
            base = float(bars["close"][at - 1])
        elif int(bars["time"][0]) - start <= 10 * DAY_S:
            base = float(bars["open"][0])
        else:
            return None
    return last / base - 1 if base > 0 and np.isfinite(base) else None


def session_times(hours: TradingHours, first: date, last: date, interval: Interval) -> tuple[int, ...]:
    """The sessions from `first` to `last` as the chart places them, in Unix seconds.

    Daily and longer bars are dated by midnight UTC, shorter ones by the session's open. Weekdays stand in where hours
    are unknown; the next session where none lies between the days.
    """
    if hours.kind is HoursKind.CALENDAR:
        found = [s for s in hours.sessions if first <= s.day <= last]
        if not found:
            found = [s for s in hours.sessions if s.day > last][:1]
        if found:
            return tuple(_midnight(s.day) if not interval.intraday else int(s.opens.timestamp()) for s in found)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return tuple(_midnight(day) for day in days if day.weekday() < 5) or (_midnight(last),)  # noqa: PLR2004 - Mon-Fri


def compose(
    series: BarSeries,
    name: str,
    hours: TradingHours,
    chosen: ChartRange,
    now: datetime,
    *,
    decimals: int,
    currency: str,
    band: ReleaseBand | None = None,
    keep_right: bool = False,
    keep_view: bool = False,
    daily: BarSeries | None = None,
) -> ChartContent:
    """Everything the pane needs to show a series that has at least one bar.

    The view reaches from the range's start to a little past the last bar, or past the release band where that is near;
    over one session or a few, towards the close of the one under way. The three last arguments go into the content.
    """
    times = series.bars["time"]
    oldest, newest = int(times[0]), int(times[-1])
    last = max(newest, int(now.timestamp()))
    axis = TimeAxis.build(series.interval, [hours], oldest, last, FUTURE_DAYS, extended=series.extended)
    start = range_start(chosen, now, hours)
    view_from = oldest
    if start is not None:
        view_from = max(oldest, min(first_key(start, hours, series.interval), newest))
    slots = axis.slots_of(np.array([view_from, newest], dtype=np.int64))
    width = max(10.0, float(slots[1] - slots[0]))
    future = max(2, round(width * MARGIN))
    if band is not None and band.times and band.times[-1] > newest:
        ahead = float(axis.slots_of(np.array([band.times[-1]], dtype=np.int64))[0]) - float(slots[1])
        if ahead <= width * BAND_REACH:
            future = max(future, round(ahead) + 2)
    return ChartContent(
        symbol=series.symbol,
        name=name,
        series=series,
        axis=axis,
        decimals=decimals,
        currency=currency,
        view_from=view_from,
        future_slots=future,
        keep_right=keep_right,
        view_until=_close_ahead(series, hours, chosen, newest),
        keep_view=keep_view,
        daily=daily,
    )


def _close_ahead(series: BarSeries, hours: TradingHours, chosen: ChartRange, newest: int) -> int:
    """The close of the session of the last bar, Unix seconds; 0 where the range does not count sessions."""
    if chosen not in SESSIONS or not series.interval.intraday or hours.kind is not HoursKind.CALENDAR:
        return 0
    session = next((s for s in reversed(hours.sessions) if s.opens.timestamp() <= newest), None)
    if session is None:
        return 0
    ends = session.post if series.extended and session.post is not None else session.closes
    return int(ends.timestamp()) if newest < ends.timestamp() else 0


def axis_end(content: ChartContent) -> datetime:
    """The last moment for which the content's axis has a slot, aware UTC."""
    last = content.axis.times_of(np.array([content.axis.size - 1], dtype=np.float64))
    return datetime.fromtimestamp(int(last[0]), UTC)


def _zone(hours: TradingHours) -> ZoneInfo:
    return ZoneInfo(hours.timezone or "UTC")


def _midnight(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
