"""What a bar is: its dtype, and many bars gathered into one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BAR = np.dtype(
    [("time", "<i8"), ("open", "<f8"), ("high", "<f8"), ("low", "<f8"), ("close", "<f8"), ("volume", "<f8")],
)
"""One bar: Unix seconds UTC of its start (daily bars: midnight UTC of the local session date), then OHLCV."""

Int64s = npt.NDArray[np.int64]
Bars = npt.NDArray[np.void]


def empty_bars(n: int = 0) -> Bars:
    """An array of `n` bars, all zero."""
    return np.zeros(n, BAR)


def gather(bars: Bars, keys: Int64s) -> Bars:
    """One bar for each run of equal `keys` (never falling): first open, widest range, last close, all volume."""
    if not len(bars):
        return empty_bars()
    first = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    last = np.r_[first[1:], len(bars)] - 1
    out = np.empty(len(first), BAR)
    out["time"] = keys[first]
    out["open"] = bars["open"][first]
    out["high"] = np.maximum.reduceat(bars["high"], first)
    out["low"] = np.minimum.reduceat(bars["low"], first)
    out["close"] = bars["close"][last]
    out["volume"] = np.add.reduceat(bars["volume"], first)
    return out
