"""Round prices on the axis, labels that never overlap, lines that lose no spike."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.builders_chart import DARK, LIGHT
from watcher.chart.labels import Rank, Wish, place
from watcher.chart.levels import Levels
from watcher.chart.palette import Palette, contrast
from watcher.chart.scale import PriceScale
from watcher.domain.settings import ScaleKind


def test_linear_ticks_stand_at_round_prices() -> None:
    ticks = PriceScale().ticks(113.2, 164.9, 6, 2)
    assert [tick.price for tick in ticks] == [120, 130, 140, 150, 160]
    assert ticks[0].label == "120.00"


def test_percent_counts_from_the_base() -> None:
    scale = PriceScale(ScaleKind.PERCENT, 100.0)
    ticks = scale.ticks(88.0, 121.0, 4, 2)
    assert [tick.label.replace("\u00a0", " ") for tick in ticks] == ["\u221210 %", "0 %", "+10 %", "+20 %"]
    assert scale.label(112.34, 2).replace("\u00a0", " ") == "+12.34 %"


def test_a_log_axis_over_decades_takes_one_two_five() -> None:
    prices = [tick.price for tick in PriceScale(ScaleKind.LOG).ticks(0.0, 2.0, 10, 2)]
    assert prices == [1, 2, 5, 10, 20, 50, 100]


@given(st.floats(0.01, 1e6), st.floats(1.0001, 1000), st.sampled_from(list(ScaleKind)), st.integers(1, 14))
def test_no_axis_is_crowded(low: float, ratio: float, kind: ScaleKind, most: int) -> None:
    scale = PriceScale(kind, low)
    ticks = scale.ticks(scale.forward_one(low), scale.forward_one(low * ratio), most, 2)
    assert len(ticks) <= 3 * most + 3


def test_prices_come_back_from_every_scale() -> None:
    for kind in ScaleKind:
        scale = PriceScale(kind, 90.0)
        assert abs(scale.inverse_one(scale.forward_one(144.8)) - 144.8) < 1e-9


def test_the_last_price_keeps_its_place_and_the_crosshair_gives_way() -> None:
    spots = place([Wish(Rank.CROSSHAIR, 105, 20, 20), Wish(Rank.LAST_PRICE, 100, 20, 20)], 0, 400)
    assert spots == [120, 100]


def test_a_label_that_would_have_to_go_too_far_hides() -> None:
    spots = place([Wish(Rank.LAST_PRICE, 50, 100, 0), Wish(Rank.INDICATOR, 50, 20, 10)], 0, 100)
    assert spots == [50, None]


@given(st.lists(st.tuples(st.sampled_from(list(Rank)), st.floats(-50, 450)), max_size=8))
def test_placed_labels_never_overlap(wanted: list[tuple[Rank, float]]) -> None:
    spots = place([Wish(rank, at, 20, 60) for rank, at in wanted], 0, 400)
    shown = sorted(spot for spot in spots if spot is not None)
    assert all(b - a >= 20 - 0.1 for a, b in pairwise(shown))
    assert all(10 - 0.1 <= spot <= 390 + 0.1 for spot in shown)


def test_a_spike_survives_any_outline() -> None:
    values = np.full(100_000, 10.0)
    values[54_321] = 99.0
    levels = Levels(values)
    for most in (20, 300, 1500, 200_000):
        _, outline = levels.outline(0, len(values), most)
        assert outline.max() == 99.0
        assert len(outline) <= max(2 * most + 4, len(values) if most == 200_000 else 0)


def test_a_live_last_value_reaches_every_level() -> None:
    values = np.arange(1000, dtype=np.float64)
    levels = Levels(values)
    changed = values.copy()
    changed[-1] = 5000.0
    levels.set_last(changed)
    assert levels.outline(0, 1000, 50)[1].max() == 5000.0
    changed = changed.copy()
    changed[-1] = 3.0
    levels.set_last(changed)
    assert levels.outline(0, 1000, 50)[1].max() == 998.0


def test_text_of_the_test_palettes_can_be_read() -> None:
    from PySide6.QtGui import QColor

    def ratio(palette: Palette, name: str) -> float:
        return contrast(QColor(getattr(palette, name)), QColor(palette.background))

    for palette in (DARK, LIGHT):
        for name in ("text", "dim", "up_text", "down_text", "amber"):
            assert ratio(palette, name) >= 4.5, name
