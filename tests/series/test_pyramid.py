from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders_series import ALWAYS, bars_of, flat_bars, quote, unix, utc
from watcher.domain.bars import Interval
from watcher.series.bars import Bars, BarSeries
from watcher.series.pyramid import Pyramid


def by_hand(bars: Bars, first: int, last: int, most: int) -> tuple[list[int], list[tuple[float, ...]], int]:
    per = 1
    while last // per - first // per + 1 > most and per < len(bars):
        per *= 4
    starts = [i * per for i in range(first // per, last // per + 1)]
    buckets: list[tuple[float, ...]] = []
    for start in starts:
        part = bars[start : start + per]
        top, bottom = max(part["high"].tolist()), min(part["low"].tolist())
        ends = part["time"][0].item(), part["open"][0].item(), top, bottom, part["close"][-1].item()
        buckets.append((*ends, sum(part["volume"].tolist())))
    return starts, buckets, per


def check(pyramid: Pyramid, bars: Bars, spans: list[tuple[int, int, int]]) -> None:
    for first, last, most in spans:
        starts, buckets, per = pyramid.columns(first, last, most)
        expected = by_hand(bars, first, last, most)
        assert (starts.tolist(), buckets.tolist(), per) == expected
        part = bars[first : last + 1]
        assert pyramid.extremes(first, last) == (part["low"].min(), part["high"].max())


def some_spans(n: int, rng: np.random.Generator) -> list[tuple[int, int, int]]:
    spans = [(0, n - 1, most) for most in (1, 3, 50)]
    for _ in range(4):
        first, last = sorted(rng.integers(0, n, 2).tolist())
        spans.append((first, last, int(rng.integers(1, 20))))
    return spans


def random_bars(n: int, rng: np.random.Generator) -> Bars:
    rows = rng.integers(50, 150, (n, 4))
    return bars_of((60 * i, r[0], max(r), min(r), r[3], int(r[1])) for i, r in enumerate(rows.tolist()))


@given(st.integers(0, 2**32), st.integers(1, 400), st.lists(st.integers(0, 9), max_size=120))
@settings(max_examples=60, deadline=None)
def test_every_level_is_what_its_bars_are_under_ticks_new_bars_and_merges(seed: int, n: int, steps: list[int]) -> None:
    rng = np.random.default_rng(seed)
    series = BarSeries("AHLA.DE", Interval.M1, ALWAYS, random_bars(n, rng))
    pyramid = Pyramid(series)
    clock = int(series.bars["time"][-1])
    volume = 0
    for step in steps:
        if step == 0:
            changed = series.merge(random_bars(int(rng.integers(1, len(series) + 2)), rng))
        else:
            clock += 7 * step
            volume += int(rng.integers(0, 9))
            at = utc(1970, 1, 1).timestamp() + clock
            changed = series.apply(
                quote(
                    utc(1970, 1, 1) + (utc(1970, 1, 2) - utc(1970, 1, 1)) * (at / 86_400),
                    int(rng.integers(40, 160)),
                    volume=volume,
                )
            )
        pyramid.follow(changed)
        assert len(pyramid) == len(series)
    check(pyramid, series.bars, some_spans(len(series), rng))


def test_bars_added_one_by_one_make_the_same_levels_as_all_at_once() -> None:
    rng = np.random.default_rng(7)
    bars = random_bars(300, rng)
    grown = Pyramid(source := _Growing(bars))
    for n in range(1, 301):
        source.n = n
        grown.append()
        check(grown, bars[:n], some_spans(n, rng))
    assert grown.levels == Pyramid(bars).levels == 5


class _Growing:
    """Shows ever more of an array."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self.n = 0

    @property
    def bars(self) -> Bars:
        return self._bars[: self.n]


def test_several_new_bars_at_once_are_taken_in_too() -> None:
    bars = random_bars(90, np.random.default_rng(3))
    source = _Growing(bars)
    pyramid = Pyramid(source)
    source.n = 90
    pyramid.append()
    check(pyramid, bars, [(0, 89, 5)])


def test_a_spike_shows_at_every_zoom() -> None:
    bars = flat_bars(range(0, 60 * 5000, 60))
    bars["high"][1234] = 999
    pyramid = Pyramid(bars)
    for most in (1, 2, 10, 100, 1000, 10_000):
        assert pyramid.columns(0, 4999, most)[1]["high"].max() == 999


@pytest.mark.parametrize("most", [1, 7, 64, 640])
def test_there_is_at_most_one_bucket_a_column(most: int) -> None:
    pyramid = Pyramid(flat_bars(range(0, 60 * 5000, 60)))
    for first, last in ((0, 4999), (17, 4242), (4990, 4999), (3, 3)):
        starts, buckets, per = pyramid.columns(first, last, most)
        assert len(starts) == len(buckets) <= most
        assert starts[0] <= first
        assert starts[-1] + per > last


def test_spans_are_clipped_to_the_bars_and_nothing_gives_nothing() -> None:
    pyramid = Pyramid(flat_bars(range(0, 600, 60)))
    assert pyramid.columns(-5, 50, 100)[0].tolist() == list(range(10))
    assert len(pyramid.columns(11, 20, 5)[1]) == 0
    assert pyramid.extremes(11, 20) is None
    nothing = Pyramid(flat_bars([]))
    assert len(nothing.columns(0, 10, 5)[0]) == 0
    nothing.update_last()
    assert nothing.levels == 0


def test_buckets_cannot_be_written() -> None:
    _, buckets, _ = Pyramid(flat_bars(range(0, 6000, 60))).columns(0, 99, 10)
    with pytest.raises(ValueError, match="read-only"):
        buckets["high"][0] = 1


def test_times_of_buckets_are_those_of_their_first_bars() -> None:
    start = unix(utc(2026, 2, 2))
    _, buckets, per = Pyramid(flat_bars(range(start, start + 60 * 64, 60))).columns(0, 63, 4)
    assert per == 16
    assert buckets["time"].tolist() == [start + 60 * 16 * i for i in range(4)]
