"""Moving averages and bands over closes, one value a bar, NaN until warmed up."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Float64s = npt.NDArray[np.float64]
CHUNK = 16_384  # windows at a time, so that long series need no long memory
FADED = 1e-20  # a weight below this no longer changes a float64


def sma(closes: npt.ArrayLike, n: int) -> Float64s:
    """Simple moving average of the last `n` closes: float64, as long as `closes`, NaN for the first n - 1.

    Raises:
        ValueError: if `n` is less than 1.
    """
    return _over_windows(closes, n)[0]


def ema(closes: npt.ArrayLike, n: int) -> Float64s:
    """Exponential moving average, alpha 2 / (n + 1), begun with the SMA of the first `n` closes; NaN before that.

    y[i] = alpha * x[i] + (1 - alpha) * y[i - 1], summed by doubling instead of a loop.

    Raises:
        ValueError: if `n` is less than 1.
    """
    x = _checked(closes, n)
    out = np.full(len(x), np.nan)
    if len(x) < n:
        return out
    alpha = 2.0 / (n + 1)
    y = alpha * x[n - 1 :]
    y[0] = x[:n].mean()
    keep, shift = 1.0 - alpha, 1  # after each round y[i] holds the newest `shift` terms
    while shift < len(y) and keep > FADED:
        y[shift:] += keep * y[:-shift].copy()
        keep, shift = keep * keep, 2 * shift
    out[n - 1 :] = y
    return out


def bollinger(closes: npt.ArrayLike, n: int = 20, k: float = 2.0) -> tuple[Float64s, Float64s, Float64s]:
    """Middle, upper and lower band: the SMA of `n` and `k` standard deviations (of the population) about it.

    All three are float64, as long as `closes`, NaN for the first n - 1.

    Raises:
        ValueError: if `n` is less than 1.
    """
    mid, deviation = _over_windows(closes, n)
    return mid, mid + k * deviation, mid - k * deviation


def _checked(closes: npt.ArrayLike, n: int) -> Float64s:
    if n < 1:
        raise ValueError(f"length {n}")
    return np.asarray(closes, np.float64)


def _over_windows(closes: npt.ArrayLike, n: int) -> tuple[Float64s, Float64s]:
    """Mean and population standard deviation of each window of `n`."""
    x = _checked(closes, n)
    mean, deviation = np.full(len(x), np.nan), np.full(len(x), np.nan)
    if len(x) >= n:
        windows = np.lib.stride_tricks.sliding_window_view(x, n)
        for i in range(0, len(windows), CHUNK):
            part = windows[i : i + CHUNK]
            at = slice(i + n - 1, i + n - 1 + len(part))
            mean[at] = part.mean(axis=1)
            deviation[at] = part.std(axis=1)
    return mean, deviation


def warm_up(n: int, *, exponential: bool = False) -> int:
    """How many bars before the first one shown an average of `n` wants, to be true there to five digits."""
    return math.ceil(5.8 * (n + 1)) + n if exponential else n - 1
