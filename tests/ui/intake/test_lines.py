"""The lines of a file on screen: quick with 100 000 of them, painted in both themes, sharp at any ratio."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders_import import DEPOT, many, preview
from watcher.domain.import_line import LineEnd
from watcher.domain.settings import Settings, ThemeChoice
from watcher.ui.intake.fate_looks import ICONS, colour_of
from watcher.ui.intake.lines_model import LinesModel
from watcher.ui.intake.lines_page import LinesPage
from watcher.ui.theme import apply_theme, current_tokens

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)


def page(qtbot: QtBot, text: str) -> LinesPage:
    shown = LinesPage()
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_preview(preview(text))
    return shown


def test_the_model_is_a_sound_one(qtbot: QtBot) -> None:
    model = LinesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    shown = preview(DEPOT)
    for end in (None, *LineEnd):
        model.show(shown, end)
        assert model.rowCount() == shown.count(end)


def test_a_long_file_works_out_only_what_is_on_screen(qtbot: QtBot) -> None:
    shown = page(qtbot, many(20_000))
    assert shown.view.lines.rowCount() == 20_001
    shown.go_to(15_000, 0)
    shown.view.viewport().repaint()
    looked_at = shown.view.lines.preview
    assert looked_at is not None
    assert looked_at.cells.cache_info().currsize < 200
    assert shown.view.current_line() == 15_000


def test_a_column_of_numbers_stands_to_the_right_but_not_its_header(qtbot: QtBot) -> None:
    shown = page(qtbot, DEPOT)
    model = shown.view.lines
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert model.index(4, 3).data(role) == right
    assert model.index(4, 2).data(role) != right
    assert model.index(3, 3).data(role) != right


def test_a_cell_that_could_not_be_read_is_marked_and_told(qtbot: QtBot) -> None:
    shown = page(qtbot, DEPOT)
    model = shown.view.lines
    assert model.index(8, 3).data(Qt.ItemDataRole.ForegroundRole).name() == current_tokens().bad
    spoken = str(model.index(8, 3).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("viele\n")
    assert "stands where a number was expected" in spoken


def test_the_chosen_line_stays_when_the_lines_are_filtered_and_when_read_anew(qtbot: QtBot) -> None:
    shown = page(qtbot, DEPOT)
    shown.go_to(7, 2)
    shown.chips.choose(LineEnd.IMPORTED)
    shown.show_preview(preview(DEPOT))
    assert (shown.view.current_line(), shown.view.currentIndex().column()) == (7, 2)
    assert shown.view.lines.rowCount() == 3


@pytest.mark.parametrize("theme", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_the_edge_is_painted_in_the_colours_of_each_end(qtbot: QtBot, qapp: QApplication, theme: ThemeChoice) -> None:
    apply_theme(qapp, Settings(theme=theme))
    shown = page(qtbot, DEPOT)
    picture = shown.view.edge.grab().toImage()
    ratio = picture.devicePixelRatio()
    for line, end in ((6, LineEnd.IMPORTED), (9, LineEnd.WRONG), (5, LineEnd.QUESTION)):
        row = shown.view.lines.row_of(line)
        y = shown.view.edge.sectionViewportPosition(row) + 10
        assert picture.pixelColor(QPoint(1, y) * ratio).name() == colour_of(end, current_tokens())


def test_every_end_has_an_icon(qtbot: QtBot) -> None:
    assert set(ICONS) == set(LineEnd)
