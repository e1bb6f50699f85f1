"""Pseudo-random numbers that are a pure function of their index: the same on every machine, at every time."""

from __future__ import annotations

from zlib import crc32

import numpy as np
import numpy.typing as npt

_BITS = 16
_SIZE = 1 << _BITS
_MASK = _SIZE - 1


def _mixed(index: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """SplitMix64's finaliser (Steele, Lea, Flood 2014): 64 well mixed bits of each index."""
    z = (index + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _normal_table() -> npt.NDArray[np.float64]:
    """Standard normal numbers, as the sum of twelve uniform ones less six."""
    bits = _mixed(np.arange(12 * _SIZE, dtype=np.uint64))
    uniform = (bits >> np.uint64(11)).astype(np.float64) / float(1 << 53)
    table: npt.NDArray[np.float64] = uniform.reshape(12, _SIZE).sum(axis=0) - 6.0
    return table


_TABLE = _normal_table()


def salt_of(*words: str) -> int:
    """A number of its own for each use of the noise."""
    return crc32("/".join(words).encode())


def normal(index: npt.NDArray[np.int64], salt: int) -> npt.NDArray[np.float64]:
    """Standard normal numbers at `index` (int64, any shape, not negative); `salt` tells uses apart."""
    at = index * 40503 + (index >> _BITS) * 31847 + salt
    drawn: npt.NDArray[np.float64] = _TABLE[at & _MASK]
    return drawn
