from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.fakes_window import WindowSession, window_session
from watcher.domain.bars import ChartRange, Interval
from watcher.domain.price_state import PriceKind, PriceState
from watcher.domain.settings import ChartType, ScaleKind
from watcher.ui.layers_menu import read_lengths
from watcher.ui.toolbar import Fold, Toolbar

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


def toolbar(qtbot: QtBot, session: WindowSession, width: int = 1280) -> Toolbar:
    shown = Toolbar(session.real)
    qtbot.addWidget(shown)
    shown.resize(width, 46)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def button(shown: Toolbar, name: str) -> QToolButton:
    found = shown.findChild(QToolButton, name)
    assert found is not None
    return found


def range_button(shown: Toolbar, chosen: ChartRange) -> QPushButton:
    found = shown.findChild(QPushButton, f"range_{chosen.value}")
    assert found is not None
    return found


def test_a_range_is_chosen_by_click_and_by_digit(qtbot: QtBot) -> None:
    session = window_session()
    shown = toolbar(qtbot, session)
    QTest.mouseClick(range_button(shown, ChartRange.Y1), Qt.MouseButton.LeftButton)
    assert session.range() == ChartRange.Y1
    assert shown.ranges.choose(1)
    assert session.range() == ChartRange.D1
    assert range_button(shown, ChartRange.D1).isChecked()
    assert not shown.ranges.choose(9)


def test_to_a_screen_reader_ranges_are_one_of_several(qtbot: QtBot) -> None:
    shown = toolbar(qtbot, window_session())
    for chosen in ChartRange:
        told = QAccessible.queryAccessibleInterface(range_button(shown, chosen))
        assert told.role() is QAccessible.Role.RadioButton


def test_each_range_tells_the_change_over_it(qtbot: QtBot) -> None:
    shown = toolbar(qtbot, window_session())
    shown.ranges.show_changes({ChartRange.M6: 0.224})
    assert range_button(shown, ChartRange.M6).toolTip() == "6 months: +22.4\u00a0% (4)"
    assert range_button(shown, ChartRange.Y1).toolTip() == "1 year (6)"


def test_a_bar_size_is_kept_for_its_range(qtbot: QtBot) -> None:
    session = window_session()
    shown = toolbar(qtbot, session)
    menu = button(shown, "interval_button").menu()
    assert [a.data() for a in menu.actions()] == [Interval.D1, Interval.H1, Interval.W1]
    menu.actions()[2].trigger()
    assert session.interval() == Interval.W1
    shown.ranges.choose(1)
    assert session.interval() == Interval.M1
    shown.ranges.choose(4)
    assert session.interval() == Interval.W1


def test_type_scale_and_layers_are_chosen_in_menus(qtbot: QtBot) -> None:
    session = window_session()
    shown = toolbar(qtbot, session)
    chosen = {a.objectName(): a for a in button(shown, "type_button").menu().actions()}
    chosen["type_area"].trigger()
    assert session.preferences.settings.chart.type is ChartType.AREA
    assert button(shown, "type_button").accessibleName() == "Chart type: Area"
    layers = {a.objectName(): a for a in shown.layers_menu.actions()}
    layers["layer_volume"].trigger()
    assert not session.preferences.settings.chart.layers.volume
    scale = shown.layers_menu.findChild(QMenu, "scale_menu")
    assert scale is not None
    next(a for a in scale.actions() if a.data() == ScaleKind.LOG).trigger()
    assert session.preferences.settings.chart.scale is ScaleKind.LOG
    assert "Split-adjusted, not dividend-adjusted" in [a.text() for a in shown.layers_menu.actions()]


def test_lengths_of_averages_are_typed(qtbot: QtBot) -> None:
    session = window_session()
    shown = toolbar(qtbot, session)
    edit = shown.layers_menu.findChild(QLineEdit, "sma_lengths")
    assert edit is not None
    edit.setText("50; 20, 20, 1, 9999")
    edit.editingFinished.emit()
    assert session.preferences.settings.chart.layers.sma == (50, 20)
    assert edit.text() == "50, 20"
    assert read_lengths("") == ()


def test_it_folds_as_it_narrows_and_nothing_is_clipped(qtbot: QtBot) -> None:
    shown = toolbar(qtbot, window_session())
    seen = []
    for width in (1280, 960, 860, 760):
        shown.resize(width, 46)
        QTest.qWait(0)
        seen.append(shown.folds)
        visible = [b for b in shown.findChildren(QToolButton) if b.isVisible()]
        assert all(b.mapTo(shown, b.rect().topRight()).x() <= width for b in visible)
    assert seen[0] == ()
    assert Fold.NAMES in seen[1] or Fold.NAMES in seen[2]
    assert seen[3][:2] == (Fold.NAMES, Fold.LONG_RANGES)
    assert button(shown, "layers_button").toolTip() == "Layers"
    assert button(shown, "range_more").isVisible()


def test_the_chip_tells_the_state_of_the_selected_instrument(qtbot: QtBot) -> None:
    session = window_session()
    shown = toolbar(qtbot, session)
    assert shown.chip.text() == "○ Closed · opens Mon\u00a009:00"
    assert "Xetra main session closed" in shown.chip.toolTip()
    session.market.put_state("AHLA.DE", PriceState(PriceKind.LIVE))
    assert shown.chip.text() == "● Live"


def test_every_control_can_be_heard(qtbot: QtBot) -> None:
    shown = toolbar(qtbot, window_session())
    assert all(b.accessibleName() and b.objectName() for b in shown.findChildren(QToolButton) if b.isVisible())
