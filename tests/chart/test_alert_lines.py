"""The levels that alerts wait for: where they stand, what gives way to what, and what a hand does with them."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.builders_chart import DARK, content_of, daily_series, marker
from tests.chart.driving import PaintCount, drag, mouse, pixels, press, settle, viewport
from watcher.chart.content import AlertLevel, OwnTrades
from watcher.chart.marks import Bell, Dash, Rule, Tag
from watcher.chart.pane import ChartPane
from watcher.domain.alert import AlertKind
from watcher.domain.event import Category
from watcher.domain.settings import Layers


def level(price: float, key: str = "a", kind: AlertKind = AlertKind.ABOVE) -> AlertLevel:
    return AlertLevel(key, kind, price)


def show(pane: ChartPane, *levels: AlertLevel) -> None:
    pane.show_bars(content_of(daily_series()))
    pane.set_alerts(levels)
    settle()


def middle(pane: ChartPane) -> float:
    frame = pane._plot.stage.frame
    return round(frame.price_at(frame.areas.plot.center().y()), 2)


def words(pane: ChartPane) -> list[Tag]:
    return [m for m in pane._plot.overlay.marks if isinstance(m, Tag) and m.text.startswith("Alert ")]


def lines(pane: ChartPane) -> list[Rule]:
    return [m for m in pane._plot.overlay.marks if isinstance(m, Rule) and not m.vertical and m.dash is Dash.DASHED]


def row_of(pane: ChartPane, price: float) -> int:
    return round(pane._plot.stage.frame.y_of(price))


def test_a_level_is_a_thin_dashed_line_with_a_bell_and_its_words(pane: ChartPane) -> None:
    price = middle(pane) if pane._plot.stage.data else 140.0
    show(pane, level(price))
    price = middle(pane)
    show(pane, level(price))
    [line], [tag] = lines(pane), words(pane)
    assert line.at == pane._plot.stage.frame.row(price, 1.0)
    assert line.ink == tag.ink == "dim"
    assert tag.text == f"Alert at or above {price:.2f}"
    assert abs(tag.y + tag.height / 2 - row_of(pane, price)) < 14
    assert any(isinstance(m, Bell) and tag.rect().contains(m.rect()) for m in pane._plot.overlay.marks)
    picture = pixels(pane)
    assert QColor(DARK.dim).rgb() in picture[line.at]


def test_what_is_out_of_sight_or_switched_off_is_not_painted(pane: ChartPane) -> None:
    show(pane, level(5000.0))
    assert not lines(pane)
    assert not words(pane)
    show(pane, level(middle(pane)))
    assert lines(pane)
    pane.set_layers(Layers(alerts=False))
    settle()
    assert not lines(pane)
    assert not words(pane)
    assert pane._plot.overlay.alerts.at(QPoint(200, row_of(pane, middle(pane)))) is None


def test_words_never_overlap_each_other_events_or_the_average_cost(pane: ChartPane) -> None:
    show(pane)
    price = middle(pane)
    pane.set_markers([marker(f"e{n}", Category.DEAL, date(2025, 11, 3 + n)) for n in range(5)])
    pane.set_trades(OwnTrades((), price, "Average cost 130.20"))
    pane.set_alerts([level(price + n / 10, f"a{n}") for n in range(12)])
    settle()
    tags = [m.rect() for m in pane._plot.overlay.marks if isinstance(m, Tag) and m.fill == "background"]
    signs = [placed.rect for placed in pane._plot.markers.placed()]
    assert len(tags) >= 2
    assert not any(a.intersects(b) for a, b in combinations(tags, 2))
    assert not any(tag.intersects(sign) for tag in tags for sign in signs)
    assert len(lines(pane)) == 12  # the words of some hide, never their lines


def test_dragging_moves_the_line_and_is_told_once_when_it_is_let_go(qtbot: QtBot, pane: ChartPane) -> None:
    show(pane)
    price = middle(pane)
    show(pane, level(price))
    told: list[tuple[str, float]] = []
    pane.alert_moved.connect(lambda key, at: told.append((key, at)))
    view = pane._plot.stage.camera.view
    start = QPoint(400, row_of(pane, price))
    drag(pane, start, start + QPoint(0, -40))
    expected = round(pane._plot.stage.frame.price_at(start.y() - 40), 2)
    assert told == [("a", expected)]
    assert pane._plot.stage.camera.view == view


def test_while_it_is_dragged_its_words_say_where_it_is_and_what_it_waits_for(pane: ChartPane) -> None:
    show(pane)
    plot = pane._plot.stage.frame.areas.plot
    last = daily_series().bars["close"][-1]
    price = middle(pane)
    show(pane, level(price, kind=AlertKind.BELOW))
    start = QPoint(400, row_of(pane, price))
    mouse(pane, QEvent.Type.MouseButtonPress, start)
    for y in (plot.top() + 40, plot.bottom() - 40):
        mouse(pane, QEvent.Type.MouseMove, QPoint(400, y))
        [tag] = words(pane)
        at = round(pane._plot.stage.frame.price_at(y), 2)
        side = "below" if at < last else "above"
        assert tag.text == f"Alert at or {side} {at:,.2f}".replace(",", "")
        assert tag.ink == "text"
    mouse(pane, QEvent.Type.MouseButtonRelease, QPoint(400, plot.bottom() - 40))
    assert words(pane)[0].text == f"Alert at or below {price:.2f}"  # until the owner says where it is now


def test_a_click_without_a_drag_and_a_drag_given_up_change_nothing(pane: ChartPane) -> None:
    show(pane)
    price = middle(pane)
    show(pane, level(price))
    told: list[object] = []
    pane.alert_moved.connect(lambda *args: told.append(args))
    start = QPoint(400, row_of(pane, price))
    mouse(pane, QEvent.Type.MouseButtonPress, start)
    mouse(pane, QEvent.Type.MouseButtonRelease, start)
    mouse(pane, QEvent.Type.MouseButtonPress, start)
    mouse(pane, QEvent.Type.MouseMove, start + QPoint(0, 60))
    press(pane, Qt.Key.Key_Escape)
    mouse(pane, QEvent.Type.MouseButtonRelease, start + QPoint(0, 60))
    assert told == []
    assert words(pane)[0].text == f"Alert at or above {price:.2f}"


def test_an_alert_that_goes_while_it_is_dragged_is_not_told(pane: ChartPane) -> None:
    show(pane)
    price = middle(pane)
    show(pane, level(price))
    told: list[object] = []
    pane.alert_moved.connect(lambda *args: told.append(args))
    start = QPoint(400, row_of(pane, price))
    mouse(pane, QEvent.Type.MouseButtonPress, start)
    mouse(pane, QEvent.Type.MouseMove, start + QPoint(0, 60))
    pane.set_alerts(())  # it fired
    mouse(pane, QEvent.Type.MouseButtonRelease, start + QPoint(0, 60))
    assert told == []
    assert words(pane) == []


def test_a_double_click_chooses_it_and_leaves_the_view_alone(pane: ChartPane) -> None:
    show(pane)
    pane.zoom(2)
    price = middle(pane)
    pane.set_alerts([level(price)])
    settle()
    view = pane._plot.stage.camera.view
    told: list[str] = []
    pane.alert_chosen.connect(lambda key, _: told.append(key))
    mouse(pane, QEvent.Type.MouseButtonDblClick, QPoint(400, row_of(pane, price)))
    assert told == ["a"]
    assert pane._plot.stage.camera.view == view


def test_the_words_are_a_handle_and_the_cursor_says_so(pane: ChartPane) -> None:
    show(pane)
    show(pane, level(middle(pane)))
    [tag] = words(pane)
    at = tag.rect().center()
    assert pane._plot.overlay.alerts.at(at) is not None
    mouse(pane, QEvent.Type.MouseMove, at, button=Qt.MouseButton.NoButton)
    assert viewport(pane).cursor().shape() is Qt.CursorShape.SizeVerCursor


def test_of_two_near_lines_the_nearer_is_grasped(pane: ChartPane) -> None:
    show(pane)
    frame = pane._plot.stage.frame
    y = frame.areas.plot.center().y()
    low, high = frame.price_at(y + 3), frame.price_at(y - 2)
    show(pane, level(low, "low"), level(high, "high"))
    assert [pane._plot.overlay.alerts.at(QPoint(500, y + n)) for n in (2, -1)] == [
        level(low, "low"),
        level(high, "high"),
    ]


def test_a_new_alert_repaints_its_line_alone(pane: ChartPane) -> None:
    show(pane)
    count = PaintCount(viewport(pane))
    pane.set_alerts([level(middle(pane))])
    settle()
    assert count.paints == 1
    assert all(rect.height() < 60 for rect in count.region)


@pytest.mark.parametrize(("kind", "said"), [(AlertKind.UP, "rising through"), (AlertKind.DOWN, "falling through")])
def test_a_crossing_is_named_as_one(pane: ChartPane, kind: AlertKind, said: str) -> None:
    show(pane)
    show(pane, level(middle(pane), kind=kind))
    assert words(pane)[0].text.startswith(f"Alert {said} ")


def test_no_words_stand_across_the_line_of_another_alert(pane: ChartPane) -> None:
    show(pane, level(1.0))
    frame = pane._plot.stage.frame
    upper = round(frame.price_at(frame.areas.plot.top() + 60), 2)  # where no bars are in the way
    lower = round(frame.price_at(frame.areas.plot.top() + 69), 2)
    show(pane, level(lower, "b", AlertKind.BELOW), level(upper, "a"))
    others = {f"Alert at or above {upper:.2f}": lower, f"Alert at or below {lower:.2f}": upper}
    assert len(words(pane)) == 2
    for tag in words(pane):
        assert not tag.y <= row_of(pane, others[tag.text]) < tag.y + tag.height
