"""When stored bars need a look at the source, from where on, and whether what comes still fits what was stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.domain.price_state import SETTLING
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.series.bars import BAR

Bars = npt.NDArray[np.void]

OVERLAP = 5  # closed bars asked for again at every top-up
TOLERANCE = 0.002  # of a close; less is a feed's rounding or a late correction, more is history rewritten
REFRESH = {  # while the market is open, so that what polling missed between two quotes is filled in
    Interval.M1: timedelta(minutes=5),
    Interval.M30: timedelta(minutes=30),
    Interval.H1: timedelta(minutes=30),
    Interval.D1: timedelta(hours=1),
}
REACH = {  # what one request may ask back to, less a margin; further back a top-up would leave a hole
    Interval.M1: timedelta(days=7),
    Interval.M30: timedelta(days=58),
    Interval.H1: timedelta(days=725),
}


def due(fetched: datetime | None, base: Interval, hours: TradingHours, now: datetime) -> bool:
    """Whether bars fetched at `fetched` (None: never) may lack something by `now`."""
    if fetched is None or fetched > now:
        return True
    age = now - fetched
    if hours.is_open(now) is not False or hours.kind is not HoursKind.CALENDAR:
        return age >= REFRESH[base]
    last = hours.last_begun(now)
    if last is None:
        return age >= REFRESH[base]
    settled = last.closes + SETTLING
    return fetched < settled <= now or (fetched < last.closes and age >= REFRESH[base])


def since(bars: Bars | None, base: Interval, looked: datetime | None, now: datetime) -> datetime | None:
    """From where on to ask so that five closed bars overlap; None for as far back as the interval goes.

    Daily bars are asked for whole by the first look of a week: it costs one request as any other does, and brings what
    was revised further back than the overlap shows.
    """
    if bars is None or len(bars) <= OVERLAP + 1:
        return None
    if base is Interval.D1 and looked is not None and _week(looked) != _week(now):
        return None
    start = datetime.fromtimestamp(int(bars["time"][-OVERLAP - 1]), UTC)
    reach = REACH.get(base)
    return None if reach is not None and now - start > reach else start


def _week(at: datetime) -> tuple[int, int]:
    """Year and number of the week in UTC: one begins on Monday, when most venues have been closed for a day."""
    year, week, _ = at.isocalendar()
    return year, week


def fits(stored: Bars, fresh: Bars) -> bool:
    """Whether the two agree on the bars they share that were closed when stored; False where they share none."""
    _, mine, theirs = np.intersect1d(stored["time"][:-1], fresh["time"], assume_unique=False, return_indices=True)
    if not len(mine):
        return False
    old, new = stored["close"][mine], fresh["close"][theirs]
    return bool(np.all(np.abs(new - old) <= TOLERANCE * np.abs(old)))


def joined(stored: Bars | None, fresh: Bars) -> Bars:
    """The stored bars before the first fresh one, then the fresh ones."""
    if stored is None or not len(stored):
        return fresh
    if not len(fresh):
        return stored
    out = np.empty(0, BAR)
    return np.concatenate([out, stored[stored["time"] < fresh["time"][0]], fresh])
