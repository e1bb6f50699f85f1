from __future__ import annotations

import math
import statistics

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watcher.series.indicators import bollinger, ema, sma, warm_up

CLOSES = st.lists(st.floats(0.01, 1e5), max_size=120)
LENGTHS = st.integers(1, 40)


def same(left: float, right: float) -> bool:
    return (math.isnan(left) and math.isnan(right)) or math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)


@given(CLOSES, LENGTHS)
@settings(max_examples=60, deadline=None)
def test_a_simple_average_is_the_mean_of_the_last_n(closes: list[float], n: int) -> None:
    expected = [statistics.fmean(closes[i - n + 1 : i + 1]) if i >= n - 1 else math.nan for i in range(len(closes))]
    got = sma(np.array(closes), n).tolist()
    assert len(got) == len(closes)
    assert all(map(same, got, expected))


@given(CLOSES, LENGTHS)
@settings(max_examples=60, deadline=None)
def test_an_exponential_average_follows_its_recurrence(closes: list[float], n: int) -> None:
    expected: list[float] = []
    alpha, value = 2 / (n + 1), math.nan
    for i, close in enumerate(closes):
        if i == n - 1:
            value = statistics.fmean(closes[:n])
        elif i >= n:
            value = alpha * close + (1 - alpha) * value
        expected.append(value)
    assert all(map(same, ema(np.array(closes), n).tolist(), expected))


@given(CLOSES, LENGTHS)
@settings(max_examples=60, deadline=None)
def test_bands_lie_two_deviations_about_the_average(closes: list[float], n: int) -> None:
    mid, upper, lower = bollinger(np.array(closes), n)
    for i in range(len(closes)):
        if i < n - 1:
            assert math.isnan(mid[i])
            assert math.isnan(upper[i])
            assert math.isnan(lower[i])
            continue
        part = closes[i - n + 1 : i + 1]
        deviation = statistics.pstdev(part)
        scale = max(part)
        assert math.isclose(upper[i], mid[i] + 2 * deviation, abs_tol=1e-7 * scale)
        assert math.isclose(lower[i], mid[i] - 2 * deviation, abs_tol=1e-7 * scale)


def test_long_series_are_the_same_as_short_ones() -> None:
    x = 100 + np.cumsum(np.random.default_rng(1).normal(0, 1, 40_000))
    assert np.allclose(sma(x, 50)[-1000:], sma(x[-1049:], 50)[49:])
    assert np.allclose(ema(x, 50)[-1000:], ema(x[-3000:], 50)[-1000:])


def test_a_flat_price_has_flat_lines() -> None:
    x = np.full(60, 144.8)
    mid, upper, lower = bollinger(x)
    for line in (mid, upper, lower, sma(x, 20), ema(x, 20)):
        assert np.allclose(line[19:], 144.8, rtol=1e-14)
        assert np.isnan(line[:19]).all()


def test_no_length_below_one() -> None:
    for indicator in (sma, ema, bollinger):
        with pytest.raises(ValueError, match="length 0"):
            indicator(np.ones(3), 0)


@pytest.mark.parametrize("n", [5, 20, 200])
def test_with_its_warm_up_a_line_is_true_from_the_first_bar_shown(n: int) -> None:
    x = 100 + np.cumsum(np.random.default_rng(2).normal(0, 1, 5000))
    shown = 500
    for exponential, line in ((False, sma), (True, ema)):
        early = line(x[-shown - warm_up(n, exponential=exponential) :], n)[-shown:]
        assert np.allclose(early, line(x, n)[-shown:], rtol=1e-4)
