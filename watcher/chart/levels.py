"""Least and greatest of a line at every zoom: a pyramid over one array of values, factor four."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FACTOR = 4


class Levels:
    """Level k holds min and max of each 4^k values; NaN (not warmed up) counts for nothing."""

    def __init__(self, values: NDArray[np.float64]) -> None:
        """Build over values (float64, NaN allowed); they are kept, not copied."""
        self.values = values
        self._low: list[NDArray[np.float64]] = []
        self._high: list[NDArray[np.float64]] = []
        low = high = values
        while len(low) > FACTOR:
            low, high = _reduced(low, np.fmin), _reduced(high, np.fmax)
            self._low.append(low)
            self._high.append(high)

    def __len__(self) -> int:
        return len(self.values)

    def set_last(self, values: NDArray[np.float64]) -> None:
        """Take an array of the same length of which only the last value differs."""
        self.values = values
        low = high = values
        for k in range(len(self._low)):
            start = (len(low) - 1) // FACTOR * FACTOR
            self._low[k][-1] = np.fmin.reduce(low[start:])
            self._high[k][-1] = np.fmax.reduce(high[start:])
            low, high = self._low[k], self._high[k]

    def outline(self, first: int, last: int, most: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Points of the polyline over values `first` to `last` (excluded): at most some 2 * `most`, extremes kept.

        Returns indices of values and the values there.
        """
        if last - first <= most * 3 // 2:
            return np.arange(first, last, dtype=np.int64), self.values[first:last]
        size, level = FACTOR, 0
        while (last - first) / size > most and level + 1 < len(self._low):
            size, level = size * FACTOR, level + 1
        begin, end = first // size, -(-last // size)
        low, high = self._low[level][begin:end], self._high[level][begin:end]
        index = np.repeat(np.minimum(np.arange(begin, end, dtype=np.int64) * size, len(self) - 1), 2)
        index[1::2] = np.minimum(index[1::2] + size // 2, len(self) - 1)
        values = np.empty(2 * len(low))
        rising = np.append(low[1:] + high[1:] >= low[:-1] + high[:-1], True)
        values[0::2] = np.where(rising, low, high)
        values[1::2] = np.where(rising, high, low)
        return index, values


def _reduced(values: NDArray[np.float64], ufunc: np.ufunc) -> NDArray[np.float64]:
    return np.asarray(ufunc.reduceat(values, np.arange(0, len(values), FACTOR)), np.float64)
