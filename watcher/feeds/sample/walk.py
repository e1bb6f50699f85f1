"""Prices in time: a fixed pseudo-random walk led through given marks."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from watcher.feeds.sample.noise import normal, salt_of
from watcher.feeds.sample.story import load_story

Minutes = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]

DAY = 1440
FIRST_NODE = 18_000 * DAY + 16 * 60 + 30  # 2019-04-14, 16:30 UTC; in minutes since 1970
NODES = 3600
WEEKEND = 0.35  # of a weekday's step
OCTAVES = ((480, 0.0042), (120, 0.0026), (30, 0.0013), (8, 0.0007), (2, 0.00035))  # minutes, part of the price


class Walk:
    """The logarithm of one price at every minute."""

    def __init__(self, key: str, daily: float, minute: float, marks: list[tuple[int, float]]) -> None:
        """Go through `marks` (minutes since 1970, price); stray `daily` a day and `minute` times a share within it."""
        self._minute = minute
        self._salt = salt_of(key)
        days = np.arange(NODES, dtype=np.int64)
        weekday = (days + FIRST_NODE // DAY + 3) % 7  # 1 January 1970 was a Thursday
        steps = normal(days, salt_of(key, "daily")) * daily * np.where(weekday < 5, 1.0, WEEKEND)  # noqa: PLR2004
        self._nodes: Values = np.cumsum(steps)
        self._mark_at: Minutes = np.array([at for at, _ in marks], np.int64)
        wanted = np.log(np.array([price for _, price in marks], np.float64))
        self._trend: Values = wanted - self._stray(self._mark_at)

    def log_at(self, at: Minutes) -> Values:
        """Natural logarithm of the price at minutes since 1970 (int64, any order)."""
        value: Values = self._stray(at) + np.interp(at, self._mark_at, self._trend)
        return value

    def _stray(self, at: Minutes) -> Values:
        """The walk before it is led through the marks."""
        since = np.clip(at - FIRST_NODE, 0, (NODES - 2) * DAY)
        node = since // DAY
        value: Values = self._nodes[node] + (self._nodes[node + 1] - self._nodes[node]) * ((since % DAY) / DAY)
        for number, (period, size) in enumerate(OCTAVES):
            left, right = _ends(at // period, self._salt + 7919 * (number + 1))
            value += (left + (right - left) * ((at % period) / period)) * (size * self._minute)
        return value


def _ends(lattice: Minutes, salt: int) -> tuple[Values, Values]:
    """The noise at lattice points and at the ones after; drawn once a point where many share them."""
    first = int(lattice.min()) if len(lattice) else 0
    span = (int(lattice.max()) - first if len(lattice) else 0) + 2
    if span > len(lattice):
        return normal(lattice, salt), normal(lattice + 1, salt)
    drawn = normal(np.arange(first, first + span, dtype=np.int64), salt)
    return drawn[lattice - first], drawn[lattice - first + 1]


@cache
def load_walks() -> dict[str, Walk]:
    """The story's walks by key."""
    return {
        row.key: Walk(
            row.key, row.daily, row.minute, [(int(at.timestamp()) // 60, price) for at, price in sorted(row.mark)]
        )
        for row in load_story().walk
    }
