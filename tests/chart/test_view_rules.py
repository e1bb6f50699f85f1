"""The rules of the view, in slots."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watcher.chart.follow import Camera


def camera(bars: int = 300, future: int = 12, shown: int = 126) -> Camera:
    made = Camera()
    made.show(0.0, bars - 1.0, future, bars - shown)
    return made


def test_a_range_shows_its_bars_and_the_room_to_come() -> None:
    view = camera().view
    assert (view.first, view.last) == (173.5, 311.5)


def test_zooming_holds_the_slot_under_the_cursor() -> None:
    made = camera()
    share = (250 - made.view.first) / made.view.width
    made.zoom(1.5, 250)
    assert abs((250 - made.view.first) / made.view.width - share) < 1e-9


def test_never_fewer_than_ten_bars() -> None:
    made = camera()
    for _ in range(50):
        made.zoom(2.0, made.data.last)
    assert made.view.width == 10


@given(st.lists(st.tuples(st.sampled_from(["pan", "zoom"]), st.floats(-400, 400)), max_size=25))
def test_never_more_than_half_a_view_of_emptiness(moves: list[tuple[str, float]]) -> None:
    made = camera()
    for kind, value in moves:
        if kind == "pan":
            made.pan(value)
        else:
            made.zoom(1.0 + abs(value) / 100 if value > 0 else 1 / (1.0 + abs(value) / 100), made.view.first + 5)
        width = made.view.width
        assert width >= 10 - 1e-9
        empty = max(0.0, made.view.last - made.data.last - 0.5) + max(0.0, made.data.first - 0.5 - made.view.first)
        assert empty <= width / 2 + 1e-6


def test_a_new_bar_moves_the_view_only_if_the_last_one_was_in_sight() -> None:
    made = camera()
    before = made.view
    assert made.bar_appended(300.0)
    assert made.view == before.moved(1)
    made.pan(-150)
    assert not made.following
    away = made.view
    assert not made.bar_appended(301.0)
    assert made.view == away


def test_to_now_brings_the_newest_bar_back_at_the_same_width() -> None:
    made = camera()
    made.zoom(3.0, 200.0)
    made.pan(-150)
    width = made.view.width
    made.to_now()
    assert made.following
    assert abs(made.view.width - width) < 1e-9


def test_keeping_the_right_edge_takes_the_new_width() -> None:
    made = camera(shown=20)
    made.keep_right(200.0)
    assert made.view.last == 200.0
    assert made.view.width == made.home.width


def test_a_range_that_shows_a_session_to_come_may_be_emptier() -> None:
    made = Camera()
    made.show(0.0, 4.0, 500, 0)  # five minutes after the open, the whole day laid out
    view = made.view
    made.zoom(1.01, made.data.last)
    assert abs(made.view.first - view.first) < view.width * 0.02


def test_a_slot_out_of_sight_comes_to_the_middle_and_one_in_sight_moves_nothing() -> None:
    camera = Camera()
    camera.show(0, 999, 5, 900)
    before = camera.view
    camera.look_at(950)
    assert camera.view == before
    camera.look_at(300)
    assert camera.view.width == before.width
    assert camera.view.first + camera.view.last == 600
