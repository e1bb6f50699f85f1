from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from watcher.ui.compact import RING, CompactRow
from watcher.ui.theme import sized

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window
GERMAN = ("Wichtig", "Ergebnisse", "Eigene", "Schlagzeilen 24")


KEPT: list[CompactRow] = []  # rows live as long as their chips are looked at


def row(qtbot: QtBot, width: int) -> list[QToolButton]:
    shown = CompactRow("row", pad=(2, 9), gap=(2, 6))
    qtbot.addWidget(shown)
    KEPT[:] = [shown]
    shown.resize(width, 24)
    for text in GERMAN:
        chip = QToolButton()
        chip.setText(text)
        chip.setShortcut("Alt+1")
        shown.add(chip)
    shown.show()
    return shown.findChildren(QToolButton)


def narrowest() -> int:
    """The width at which every text still stands whole."""
    metrics = QFontMetrics(sized(12, QFont.Weight.DemiBold))
    texts = sum(metrics.horizontalAdvance(text) + 1 for text in GERMAN)
    return texts + len(GERMAN) * 2 * (2 + RING) + (len(GERMAN) - 1) * 2


def test_the_padding_goes_before_any_text_is_cut(qtbot: QtBot) -> None:
    assert [chip.text() for chip in row(qtbot, narrowest())] == list(GERMAN)


def test_the_longest_text_is_cut_first_and_no_chip_leaves_the_row(qtbot: QtBot) -> None:
    width = narrowest() - 20
    chips = row(qtbot, width)
    assert [chip.text() for chip in chips][:3] == list(GERMAN[:3])
    assert chips[3].text().endswith("\u2026")
    assert max(chip.geometry().right() for chip in chips) < width


def test_a_cut_chip_keeps_its_key(qtbot: QtBot) -> None:
    chips = row(qtbot, narrowest() - 20)
    assert chips[3].shortcut().toString() == "Alt+1"


def test_with_room_the_chips_are_roomy_and_no_wider(qtbot: QtBot) -> None:
    chips = row(qtbot, 2000)
    metrics = QFontMetrics(sized(12, QFont.Weight.DemiBold))
    assert chips[0].width() == metrics.horizontalAdvance(GERMAN[0]) + 1 + 2 * (9 + RING)
