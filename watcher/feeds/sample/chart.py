"""Simulated bars up to a given instant, made of the same minutes and ticks as the quotes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from watcher.domain.bars import Interval
from watcher.feeds.sample.tape import TICKS, SessionMinutes, Tape
from watcher.feeds.sample.walk import Minutes, Values
from watcher.series.bars import BAR

Bars = npt.NDArray[np.void]

BLOCK = 64  # sessions that are made together
FROM_MINUTES = 1_704_067_200  # 2024-01-01 UTC; before, no minute is ever asked for, and daily bars are drawn directly
GROUP = {Interval.M1: 1, Interval.M30: 30, Interval.H1: 60}


class Chart:
    """The bars of one tape."""

    def __init__(self, tape: Tape) -> None:
        """Draw from `tape`."""
        self._tape = tape
        self._blocks: dict[int, Bars] = {}

    def intraday(self, interval: Interval, since_us: int, now_us: int) -> Bars:
        """Bars of 1m, 30m or 1h between two instants (microseconds since 1970), the last as far as it has come."""
        tape = self._tape
        first = int(np.searchsorted(tape.closes, since_us // 60_000_000, "right"))
        end = int(np.searchsorted(tape.opens, now_us // 60_000_000, "right"))
        parts = [_grouped(cut(tape, m, now_us), GROUP[interval]) for m in tape.sessions(first, end)]
        bars = np.concatenate(parts) if parts else np.zeros(0, BAR)
        return bars[bars["time"] * 1_000_000 >= since_us - 60_000_000 * GROUP[interval]]

    def daily(self, since_us: int, now_us: int) -> Bars:
        """Daily bars between two instants (microseconds since 1970); that of the session under way as far as it is."""
        tape = self._tape
        end = int(np.searchsorted(tape.opens, now_us // 60_000_000, "right"))
        first = min(end, int(np.searchsorted(tape.days, since_us // 1_000_000 - 86_400, "right")))
        blocks = [self._block(b) for b in range(first // BLOCK, (end + BLOCK - 1) // BLOCK)]
        bars = np.concatenate(blocks)[first % BLOCK :][: end - first].copy() if blocks else np.zeros(0, BAR)
        if len(bars) and tape.closes[end - 1] * 60_000_000 > now_us:
            bars[-1:] = _one(cut(tape, tape.session(end - 1), now_us), int(tape.days[end - 1]))
        return bars

    def _block(self, number: int) -> Bars:
        """Daily bars of 64 whole sessions; those after the present are made too and never given away."""
        found = self._blocks.get(number)
        if found is None:
            first = number * BLOCK
            end = min(first + BLOCK, len(self._tape.opens))
            days = self._tape.days[first:end]
            split = first + int(np.searchsorted(days, FROM_MINUTES))
            drawn = _drawn(self._tape, first, split)
            made = [
                _one(minutes, int(self._tape.days[split + i]))
                for i, minutes in enumerate(_make(self._tape, split, end))
            ]
            found = np.concatenate([drawn, *made])
            self._blocks[number] = found
        return found


def cut(tape: Tape, minutes: SessionMinutes, now_us: int) -> SessionMinutes:
    """The part of a session that has happened: whole minutes, and of the minute under way the ticks up to now."""
    passed = now_us - minutes.first * 60_000_000
    whole, rest = divmod(passed, 60_000_000)
    if whole >= len(minutes):
        return minutes
    index, tick = int(whole), int(rest * 3 // 1_000_000)
    seen = tape.ticks(minutes, index)[: tick + 1]
    end = index + 1

    def with_last(values: Values, last: float) -> Values:
        part = values[:end].copy()
        part[-1] = last
        return part

    volume = minutes.volume[:end].copy()
    volume[-1] = volume[-1] * (tick + 1) // TICKS
    return SessionMinutes(
        first=minutes.first,
        open=minutes.open[:end],
        high=with_last(minutes.high, float(seen.max())),
        low=with_last(minutes.low, float(seen.min())),
        close=with_last(minutes.close, float(seen[-1])),
        volume=volume,
        traded=minutes.traded[:end],
        high_tick=minutes.high_tick[:end],
        low_tick=minutes.low_tick[:end],
        pause=minutes.pause,
    )


def _make(tape: Tape, first: int, end: int) -> list[SessionMinutes]:
    return tape.sessions(first, end) if end > first else []


def _grouped(minutes: SessionMinutes, size: int) -> Bars:
    """Bars of `size` minutes, aligned to the session's open and to the end of its pause."""
    return np.concatenate([_grouped_part(minutes, begin, end, size) for begin, end in minutes.parts])


def _grouped_part(minutes: SessionMinutes, begin: int, end: int, size: int) -> Bars:
    starts = np.arange(begin, end, size)
    ends = np.minimum(starts + size, end) - 1
    bars = np.zeros(len(starts), BAR)
    bars["time"] = (minutes.first + starts) * 60
    bars["open"] = minutes.open[starts]
    bars["high"] = np.maximum.reduceat(minutes.high[:end], starts)
    bars["low"] = np.minimum.reduceat(minutes.low[:end], starts)
    bars["close"] = minutes.close[ends]
    bars["volume"] = np.add.reduceat(minutes.volume[:end], starts)
    return bars


def _one(minutes: SessionMinutes, day: int) -> Bars:
    bar = np.zeros(1, BAR)
    volume = int(minutes.volume.sum())
    bar[0] = (day, minutes.open[0], minutes.high.max(), minutes.low.min(), minutes.close[-1], volume)
    return bar


def _drawn(tape: Tape, first: int, end: int) -> Bars:
    """Daily bars without minutes: open and close of the walk, wicks and volume of a day's usual size."""
    bars = np.zeros(end - first, BAR)
    if not len(bars):
        return bars
    bars["time"] = tape.days[first:end]
    bars["open"] = tape.price(tape.opens[first:end])
    bars["close"] = tape.price(tape.closes[first:end])
    middle: list[Values] = []
    for part in (0.2, 0.4, 0.6, 0.8):
        at: Minutes = (tape.opens + (tape.closes - tape.opens) * part).astype(np.int64)[first:end]
        middle.append(tape.price(at))
    bars["high"] = np.maximum.reduce([bars["open"], bars["close"], *middle])
    bars["low"] = np.minimum.reduce([bars["open"], bars["close"], *middle])
    bars["volume"] = np.round(tape.usual_volume(first, end))
    return bars
