"""The simulated trades of one listing: minutes of a session, and the ticks within a minute, that always agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from watcher.domain.instrument import Instrument
from watcher.domain.trading_hours import TradingHours, TradingSession
from watcher.feeds.sample.noise import normal, salt_of
from watcher.feeds.sample.story import ListingRow
from watcher.feeds.sample.walk import Minutes, Values, Walk

TICKS = 180  # a minute has so many, three a second
LAST = TICKS - 1
KEPT = 100  # sessions whose minutes are kept at most
WORTH_KEEPING = 45  # sessions asked for together; more are only passed through
MINUTE = timedelta(minutes=1)
AUCTION = 9.0  # the last minute's trading, in usual minutes


@dataclass(frozen=True, slots=True)
class SessionMinutes:
    """The minutes of one session: prices in the listing's currency, and the ticks at which high and low are reached.

    Those of a midday pause stand still and are given to nobody; `parts` are the stretches that are traded.
    """

    first: int  # minutes since 1970
    open: Values
    high: Values
    low: Values
    close: Values
    volume: Minutes  # of the minute
    traded: Minutes  # in the session before the minute
    high_tick: Minutes
    low_tick: Minutes
    pause: tuple[int, int] | None = None  # the first minute without trading and the first after it, from the opening

    def __len__(self) -> int:
        return len(self.open)

    @property
    def parts(self) -> tuple[tuple[int, int], ...]:
        """Minutes from the opening, the end left out, of each stretch of trading that has begun."""
        if self.pause is None:
            return ((0, len(self)),)
        stops, goes_on = self.pause
        before = (0, min(stops, len(self)))
        return (before, (goes_on, len(self))) if len(self) > goes_on else (before,)


class Tape:
    """One listing's trades, a pure function of time.

    Sessions are numbered in time order; `opens` and `closes` are minutes since 1970, `days` midnight UTC of the local
    session date in Unix seconds.
    """

    def __init__(
        self,
        row: ListingRow,
        instrument: Instrument,
        hours: TradingHours,
        walks: dict[str, Walk],
        busy: dict[date, float],
    ) -> None:
        """Trade in `hours` at the product of `walks` that the row names."""
        self.instrument = instrument
        self.decimals = instrument.decimals
        self.has_volume = row.volume > 0
        self.opens: Minutes = np.array([int(s.opens.timestamp()) // 60 for s in hours.sessions], np.int64)
        self.closes: Minutes = np.array([int(s.closes.timestamp()) // 60 for s in hours.sessions], np.int64)
        self._pauses = [_pause_of(session) for session in hours.sessions]
        ordinals = np.array([s.day.toordinal() for s in hours.sessions], np.int64)
        self.days: Minutes = (ordinals - date(1970, 1, 1).toordinal()) * 86_400
        self._row = row
        self._legs = [(walks[key], power) for key, power in row.of.items()]
        self._salt = salt_of(row.symbol)
        factor = np.array([busy.get(s.day, 1.0) for s in hours.sessions], np.float64)
        self.activity: Values = factor * np.exp(0.3 * normal(ordinals, self._salt + 5))
        self._kept: dict[int, SessionMinutes] = {}
        self._closes: Values = self.price(self.closes)

    def price(self, at: Minutes) -> Values:
        """Prices at minutes since 1970, rounded to the instrument's decimals."""
        total = np.full(len(at), np.log(self._row.scale))
        for walk, power in self._legs:
            total += power * walk.log_at(at)
        rounded: Values = np.round(np.exp(total), self.decimals)
        return rounded

    def close_of(self, number: int) -> float:
        """The last price of a session."""
        return float(self._closes[number])

    def closed_until(self, at: datetime) -> datetime | None:
        """When trading goes on while nothing is traded at `at` (aware); None while something is, and after the end."""
        minute = int(at.timestamp()) // 60
        number = int(np.searchsorted(self.closes, minute, "right"))
        if number == len(self.opens):
            return None
        opens = int(self.opens[number])
        pause = self._pauses[number]
        if opens <= minute:
            if pause is None or not pause[0] <= minute - opens < pause[1]:
                return None
            opens += pause[1]
        return datetime.fromtimestamp(opens * 60, UTC)

    def session(self, number: int) -> SessionMinutes:
        """The minutes of one session."""
        found = self._kept.get(number)
        return self.sessions(number, number + 1)[0] if found is None else found

    def sessions(self, first: int, end: int) -> list[SessionMinutes]:
        """The minutes of sessions `first` to `end`, the end left out; made together, which is much cheaper."""
        kept = [self._kept.get(i) for i in range(first, end)]
        found = [minutes for minutes in kept if minutes is not None]
        if len(found) == len(kept):
            return found
        made = self._make(first, end)
        if len(made) <= WORTH_KEEPING:
            keep = {} if len(self._kept) > KEPT else dict(self._kept)
            keep.update(zip(range(first, end), made, strict=True))
            self._kept = keep  # replaced, never changed: workers read it meanwhile
        return made

    def between(self, after: int, until: int) -> list[SessionMinutes]:
        """The sessions that touch two moments and what lies between (minutes since 1970)."""
        first = int(np.searchsorted(self.closes, after, "right"))
        return self.sessions(first, max(first, int(np.searchsorted(self.opens, until, "right"))))

    def ticks(self, minutes: SessionMinutes, index: int) -> Values:
        """The 180 prices of one minute: they begin at its open, touch high and low once at least, end at its close."""
        o, h, l, c = (float(a[index]) for a in (minutes.open, minutes.high, minutes.low, minutes.close))  # noqa: E741
        at_high, at_low = int(minutes.high_tick[index]), int(minutes.low_tick[index])
        knots = sorted([(0, o), (at_high, h), (at_low, l), (LAST, c)])
        k = np.arange(TICKS, dtype=np.int64)
        path: Values = np.interp(k, [x for x, _ in knots], [y for _, y in knots])
        strayed = path + normal((minutes.first + index) * TICKS + k, self._salt + 9) * ((h - l) * 0.12)
        np.round(np.clip(strayed, l, h), self.decimals, out=path)
        path[[0, at_high, at_low, LAST]] = (o, h, l, c)
        return path

    def traded_by(self, minutes: SessionMinutes, index: int, tick: int) -> int | None:
        """Volume of the session up to and with a tick; None where the listing has none (currencies)."""
        if not self.has_volume:
            return None
        return int(minutes.traded[index]) + int(minutes.volume[index]) * (tick + 1) // TICKS

    def usual_volume(self, first: int, end: int) -> Values:
        """About what is traded in each of the sessions, without making their minutes."""
        value: Values = self._row.volume * (self.closes - self.opens)[first:end] * self.activity[first:end]
        return value

    def _make(self, first: int, end: int) -> list[SessionMinutes]:
        opens, counts = self.opens[first:end], (self.closes - self.opens)[first:end]
        starts = np.concatenate(([0], np.cumsum(counts)))
        session = np.repeat(np.arange(end - first), counts)
        within = np.arange(starts[-1], dtype=np.int64) - starts[:-1][session]
        at = opens[session] + within
        close = self.price(at + 1)
        opened = np.empty_like(close)
        opened[1:] = close[:-1]
        opened[starts[:-1]] = self.price(opens)
        paused = self._stand_still(first, end, starts, at, opened, close)
        wick = self._row.wick
        high = np.maximum(opened, close) * (1 + wick * np.abs(normal(at, self._salt + 1)))
        low = np.minimum(opened, close) * (1 - wick * np.abs(normal(at, self._salt + 2)))
        early = 20 + (np.abs(normal(at, self._salt + 3)) * 25).astype(np.int64).clip(0, 60)
        late = 95 + (np.abs(normal(at, self._salt + 4)) * 30).astype(np.int64).clip(0, 75)
        rises = close >= opened
        usual = self._volume(at, within / counts[session], within == counts[session] - 1)
        volume = (usual * self.activity[first:end][session]).astype(np.int64)
        volume[paused] = 0
        before = np.cumsum(volume) - volume
        traded = before - before[starts[:-1]][session]
        high, low = np.round(high, self.decimals), np.round(low, self.decimals)
        high[paused] = low[paused] = close[paused]
        high_tick, low_tick = np.where(rises, late, early), np.where(rises, early, late)
        return [
            SessionMinutes(
                first=int(opens[i]),
                open=opened[a:b],
                high=high[a:b],
                low=low[a:b],
                close=close[a:b],
                volume=volume[a:b],
                traded=traded[a:b],
                high_tick=high_tick[a:b],
                low_tick=low_tick[a:b],
                pause=self._pauses[first + i],
            )
            for i, (a, b) in enumerate(pairwise(starts.tolist()))
        ]

    def _stand_still(
        self, first: int, end: int, starts: Minutes, at: Minutes, opened: Values, close: Values
    ) -> npt.NDArray[np.bool_]:
        """Let prices of sessions `first` to `end` stand in their pauses and go on where the walk is; which minutes."""
        paused = np.zeros(len(at), np.bool_)
        for begin, pause in zip(starts.tolist(), self._pauses[first:end], strict=False):
            if pause is not None:
                stops, goes_on = begin + pause[0], begin + pause[1]
                paused[stops:goes_on] = True
                opened[stops:goes_on] = close[stops:goes_on] = close[stops - 1]
                opened[goes_on] = self.price(at[goes_on : goes_on + 1])[0]
        return paused

    def _volume(self, at: Minutes, part: Values, last: npt.NDArray[np.bool_]) -> Values:
        """Volume of minutes `part` of the way through their session: busy at both ends, an auction at the end."""
        if not self.has_volume:
            return np.zeros(len(at))
        shape = 0.55 + 1.35 * np.abs(2 * part - 1) ** 2.4
        shape = np.where(last, AUCTION, shape)
        value: Values = self._row.volume * shape * np.exp(0.55 * normal(at, self._salt + 6) - 0.15)
        return value


def _pause_of(session: TradingSession) -> tuple[int, int] | None:
    """The pause in minutes from the opening; None where there is none."""
    if session.break_from is None or session.break_to is None:
        return None
    return (session.break_from - session.opens) // MINUTE, (session.break_to - session.opens) // MINUTE
