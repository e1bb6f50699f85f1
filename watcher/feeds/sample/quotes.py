"""Simulated quotes: the last one at an instant, and all or the telling ones between two instants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np

from watcher.domain.quote import Quote, Route
from watcher.feeds.sample.tape import LAST, SessionMinutes, Tape

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE_US = 60_000_000
NO_DELAY = timedelta(0)
COARSE = timedelta(minutes=1)  # steps from this on are cut at whole minutes


def microseconds(at: datetime) -> int:
    """Microseconds since 1970 of an aware instant."""
    return (at - EPOCH) // timedelta(microseconds=1)


class Ticker:
    """The quotes of one tape. A quote is received at the time of its trade: nothing lies between."""

    def __init__(self, tape: Tape) -> None:
        """Quote from `tape`."""
        self._tape = tape

    def last(self, at: datetime) -> Quote | None:
        """The last quote at or before `at` (aware); None before the first session."""
        tape, now = self._tape, microseconds(at)
        number = int(np.searchsorted(tape.opens, now // MINUTE_US, "right")) - 1
        if number < 0:
            return None
        minutes = tape.session(number)
        index, rest = divmod(now - minutes.first * MINUTE_US, MINUTE_US)
        traded = [part for part in minutes.parts if part[0] <= index][-1]
        if index >= traded[1]:
            return self._quote(number, minutes, traded[1] - 1, LAST, float(minutes.close[traded[1] - 1]))
        tick = int(rest * 3 // 1_000_000)
        return self._quote(number, minutes, int(index), tick, float(tape.ticks(minutes, int(index))[tick]))

    def between(self, after: datetime, until: datetime, step: timedelta) -> list[Quote]:
        """Quotes after `after` up to and with `until`, oldest first.

        Of each `step` the first, the highest, the lowest and the last are given, so that nothing that was reached is
        lost; a step of less than a third of a second gives every tick.
        """
        tape, start, end = self._tape, microseconds(after), microseconds(until)
        first = int(np.searchsorted(tape.closes, start // MINUTE_US, "right"))
        stop = int(np.searchsorted(tape.opens, end // MINUTE_US, "right"))
        found: list[Quote] = []
        for number, minutes in zip(range(first, stop), tape.sessions(first, stop), strict=True):
            for begins, ends in minutes.parts:
                since = max(start, (minutes.first + begins) * MINUTE_US - 1)
                upto = min(end, (minutes.first + ends) * MINUTE_US - 1)
                if since < upto:
                    found += self._of_session(number, minutes, since, upto, step)
        return found

    def _of_session(self, number: int, minutes: SessionMinutes, after: int, until: int, step: timedelta) -> list[Quote]:
        opened = minutes.first * MINUTE_US
        begin = -(-(after + 1 - opened) // MINUTE_US)  # the first minute that lies wholly after
        end = (until + 1 - opened) // MINUTE_US  # the first that does not lie wholly before
        if step < COARSE or end <= begin:
            return self._fine(number, minutes, after, until, step)
        head = self._fine(number, minutes, after, opened + begin * MINUTE_US - 1, step)
        tail = self._fine(number, minutes, opened + end * MINUTE_US - 1, until, step)
        return head + self._coarse(number, minutes, begin, end, step // COARSE) + tail

    def _fine(self, number: int, minutes: SessionMinutes, after: int, until: int, step: timedelta) -> list[Quote]:
        """Tick by tick, thinned to the telling ones of each step and the first of each minute."""
        opened = minutes.first * MINUTE_US
        size = max(1, int(step.total_seconds() * 3))
        found: list[Quote] = []
        for index in range(max(0, (after + 1 - opened) // MINUTE_US), (until - opened) // MINUTE_US + 1):
            begin = opened + index * MINUTE_US
            low = max(0, (after - begin) * 3 // 1_000_000 + 1)
            high = min(LAST, (until - begin) * 3 // 1_000_000)
            if high < low:
                continue
            prices = self._tape.ticks(minutes, index)
            chosen: set[int] = set()
            for at in range(low, high + 1, size):
                part = prices[at : min(at + size, high + 1)]
                chosen |= {at, at + int(part.argmax()), at + int(part.argmin()), at + len(part) - 1}
            found += [self._quote(number, minutes, index, tick, float(prices[tick])) for tick in sorted(chosen)]
        return found

    def _coarse(self, number: int, minutes: SessionMinutes, begin: int, end: int, size: int) -> list[Quote]:
        """Whole minutes `begin` to `end`, thinned to the telling ones of each `size` minutes of the session."""
        found: list[Quote] = []
        at = begin
        while at < end:
            stop = min(at - at % size + size, end)
            top = at + int(minutes.high[at:stop].argmax())
            bottom = at + int(minutes.low[at:stop].argmin())
            points = {
                (at, 0): minutes.open[at],
                (top, int(minutes.high_tick[top])): minutes.high[top],
                (bottom, int(minutes.low_tick[bottom])): minutes.low[bottom],
                (stop - 1, LAST): minutes.close[stop - 1],
            }
            found += [self._quote(number, minutes, *point, float(price)) for point, price in sorted(points.items())]
            at = stop
        return found

    def _quote(self, number: int, minutes: SessionMinutes, index: int, tick: int, price: float) -> Quote:
        tape = self._tape
        time = EPOCH + timedelta(microseconds=(minutes.first + index) * MINUTE_US - (-tick * 1_000_000 // 3))
        before = self._close_before(number)
        return Quote(
            symbol=tape.instrument.symbol,
            time=time,
            received=time,
            price=Decimal(f"{price:.{tape.decimals}f}"),
            currency=tape.instrument.currency,
            source=Route.SAMPLE,
            delay=NO_DELAY,
            previous_close=None if before is None else Decimal(f"{before:.{tape.decimals}f}"),
            day_volume=tape.traded_by(minutes, index, tick),
        )

    def _close_before(self, number: int) -> float | None:
        return None if number == 0 else self._tape.close_of(number - 1)
