"""A chart's columns as clean bars: sorted, without doubles, without holes, without the future."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.feeds.source import Rejected
from watcher.feeds.yahoo.figures import AHEAD, instant, mapping, rows
from watcher.series.bars import BAR

PRICES = ("open", "high", "low", "close")
DIGITS = 7  # of a float32, in which charts come: 144.8000030517578 is 144.8
_LAST_SECOND = 4_102_444_800  # the year 2100
_EPOCH = date(1970, 1, 1).toordinal()

Bars = npt.NDArray[np.void]


def clean_bars(
    result: Mapping[str, Any], symbol: str, interval: Interval, zone: tzinfo, per_unit: int, now: datetime
) -> tuple[Bars, tuple[Rejected, ...]]:
    """The bars of a chart's result and what was left out of it.

    Rows with a price that is missing, not a number or not above 0 are dropped, as are rows of the future and all but
    the first of rows with one time (which of them is right cannot be told). Daily bars are keyed by midnight UTC of the
    local session date; a second row of the same date at another time is the day's running price and is joined to it.

    Args:
        result: one entry of `chart.result`.
        symbol: named by what is left out.
        interval: the size of the bars.
        zone: the exchange's.
        per_unit: by what prices are divided.
        now: aware; later bars are refused.
    """
    times = _column(rows(result.get("timestamp")))
    quote = mapping(next(iter(rows(mapping(result.get("indicators")).get("quote"))), None))
    columns = [_column(rows(quote.get(name)), len(times)) for name in (*PRICES, "volume")]
    prices = np.column_stack(columns[:4]) if len(times) else np.empty((0, 4))
    known = np.isfinite(times) & (times > 0) & (times < _LAST_SECOND)
    sound = known & np.all(np.isfinite(prices) & (prices > 0), axis=1)
    ahead = known & (times > (now + AHEAD).timestamp())
    keep = sound & ~ahead
    left_out = [("close", int(np.sum(known & ~sound)), "no-price")]
    left_out += [("time", int(np.sum(~known)), "no-time"), ("time", int(np.sum(ahead)), "future")]

    order = np.flatnonzero(keep)[np.argsort(times[keep], kind="stable")]
    bars = np.zeros(len(order), BAR)
    bars["time"] = times[order].astype(np.int64)
    for i, name in enumerate(PRICES):
        bars[name] = _rounded(prices[order, i] / per_unit)
    bars["volume"] = np.nan_to_num(np.maximum(columns[4][order], 0), posinf=0)
    bars["high"] = np.max([bars[n] for n in PRICES], axis=0) if len(bars) else bars["high"]
    bars["low"] = np.min([bars[n] for n in PRICES], axis=0) if len(bars) else bars["low"]

    first = np.unique(bars["time"], return_index=True)[1]
    left_out.append(("time", len(bars) - len(first), "double"))
    bars = bars[first]
    bars = _daily(bars, zone) if not interval.intraday else _without_closing_row(bars, result, interval, zone)
    return bars, tuple(Rejected(symbol, f"bars.{what}", str(n), why) for what, n, why in left_out if n)


def _column(values: list[Any], length: int | None = None) -> npt.NDArray[np.float64]:
    """Numbers as float64, NaN for anything else, cut or filled to `length`."""
    size = len(values) if length is None else length
    numbers = [_float(v) for v in values[:size]]
    return np.array(numbers + [np.nan] * (size - len(numbers)), dtype=np.float64)


def _float(value: Any) -> float:
    if value is None or isinstance(value, str | bool | list | dict):
        return np.nan
    try:
        return float(value)
    except (OverflowError, ValueError):  # an integer of hundreds of digits
        return np.nan


def _rounded(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    scale = 10.0 ** (DIGITS - 1 - np.floor(np.log10(values)))
    rounded: npt.NDArray[np.float64] = np.rint(values * scale) / scale
    return rounded


def _daily(bars: Bars, zone: tzinfo) -> Bars:
    """Re-keyed by session date, rows of one date joined."""
    days = np.array([datetime.fromtimestamp(int(t), zone).toordinal() - _EPOCH for t in bars["time"]], dtype=np.int64)
    out = bars.copy()
    out["time"] = days * Interval.D1.seconds
    again = np.flatnonzero(np.diff(days) == 0) + 1
    for i in map(int, again):  # at most today's
        _join(out, i - 1, i)
        out[i] = out[i - 1]
    return out[np.append(np.diff(days) != 0, True)] if len(out) else out


def _without_closing_row(bars: Bars, result: Mapping[str, Any], interval: Interval, zone: tzinfo) -> Bars:
    """Joins the row that repeats the closing price at the very close to the session's last bar."""
    meta = mapping(result.get("meta"))
    end = instant(mapping(mapping(meta.get("currentTradingPeriod")).get("regular")).get("end"))
    if len(bars) < 2 or end is None or bars["volume"][-1] > 0:  # noqa: PLR2004 - a bar and a row after it
        return bars
    shut = end.astimezone(zone)
    last = datetime.fromtimestamp(int(bars["time"][-1]), zone)
    gap = timedelta(seconds=int(bars["time"][-1] - bars["time"][-2]))
    if (last.hour, last.minute) != (shut.hour, shut.minute) or gap > timedelta(seconds=interval.seconds):
        return bars
    out = bars.copy()
    _join(out, len(out) - 2, len(out) - 1)
    return out[:-1]


def _join(bars: Bars, at: int, later: int) -> None:
    bars["high"][at] = max(bars["high"][at], bars["high"][later])
    bars["low"][at] = min(bars["low"][at], bars["low"][later])
    bars["close"][at] = bars["close"][later]
    bars["volume"][at] = max(bars["volume"][at], bars["volume"][later])
