"""A German bank's file comes in: asked about, imported, undone, imported twice, live and while the sample is shown."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QWidget

from tests.builders_import import DEPOT, TRADES, many
from tests.fakes_program import App, Start
from watcher import __version__
from watcher.storage.user_store import UserStore
from watcher.ui.intake.dialog import ImportDialog

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 20_000


def drop(app: App, *paths: Path) -> ImportDialog:
    """Drop files on the window, wherever."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(app.window.windowHandle(), event)
    return opened(app)


def opened(app: App) -> ImportDialog:
    """The dialog, once it shows a file."""
    app.qtbot.waitUntil(lambda: _shown(app) is not None, timeout=PATIENCE_MS)
    dialog = _shown(app)
    assert dialog is not None
    return dialog


def _shown(app: App) -> ImportDialog | None:
    dialog = app.program.import_door.dialog
    ready = dialog is not None and dialog.draft is not None and dialog.draft.preview is not None
    return dialog if ready and dialog is not None and dialog.draft is not None and not dialog.draft.busy else None


def part(parent: QWidget, kind: type[W], name: str) -> W:
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def said(parent: QWidget, name: str) -> str:
    return part(parent, QLabel, name).text().replace("\u00a0", " ")


def agree(app: App, dialog: ImportDialog) -> None:
    """Press the button that imports, and wait until the dialog is gone."""
    part(dialog, QPushButton, "import_agree").click()
    back(app)


def leave(app: App, dialog: ImportDialog) -> None:
    """Close it with Esc."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    back(app)


def back(app: App) -> None:
    """Wait until the window has the keys again, as a window manager gives them to it."""
    app.qtbot.waitUntil(lambda: app.program.import_door.dialog is None, timeout=PATIENCE_MS)
    app.window.activateWindow()
    app.until(app.window.isActiveWindow).settle()


def held(entries: UserStore) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for entry in entries.entries.all():
        key = entry.transaction.instrument
        found[key] = found.get(key, Decimal(0)) + entry.transaction.signed
    return found


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    path = tmp_path / "depot.csv"
    path.write_bytes(DEPOT.encode("cp1252"))
    return path


@pytest.mark.parametrize("sample", [False, True])
def test_a_bank_s_file_is_asked_about_imported_undone_and_imported_twice(
    start: Start, depot: Path, sample: bool
) -> None:
    app = start(sample=sample)
    dialog = drop(app, depot)
    assert said(dialog, "import_sentence").endswith("1 question.")
    own = "Goes to your own portfolio, not the sample."
    assert (said(dialog, "import_where") == own) is sample
    part(dialog, QPushButton, "candidate_AHLA.DE").click()
    dialog = opened(app)
    assert said(dialog, "import_sentence").endswith("no question.")
    agree(app, dialog)
    assert held(app.user)["AHLA.DE"] == Decimal(10)
    assert app.text("notice_text") == "4 rows imported from depot.csv, 1 skipped, 1 not readable."
    assert app.sampling() is sample

    part(app.window, QPushButton, "notice_action").click()  # undo
    assert held(app.user) == {}
    assert app.text("notice_text") == ""
    app.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)  # redo
    assert len(held(app.user)) == 4
    app.press(Qt.Key.Key_Z, CONTROL)
    assert held(app.user) == {}

    dialog = drop(app, depot)
    assert said(dialog, "import_whose") == "Read as you chose last time for this layout."
    agree(app, dialog)
    assert len(held(app.user)) == 4
    dialog = drop(app, depot)
    assert said(dialog, "import_what") == "All 4 rows are there already. Nothing to import."
    assert not part(dialog, QPushButton, "import_agree").isEnabled()
    leave(app, dialog)
    app.close()
    kept = UserStore(app.paths.user_db, __version__, app.clock)
    assert len(held(kept)) == 4
    kept.close()


def test_several_files_come_one_after_another_and_one_can_be_skipped(start: Start, depot: Path, tmp_path: Path) -> None:
    app = start()
    trades, empty = tmp_path / "trades.csv", tmp_path / "empty.csv"
    trades.write_text(TRADES, encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    dialog = drop(app, depot, empty, trades)
    assert said(dialog, "import_place") == "File 1 of 3"
    part(dialog, QPushButton, "import_skip").click()
    app.qtbot.waitUntil(lambda: said(dialog, "import_place") == "File 3 of 3", timeout=PATIENCE_MS)
    assert app.text("notice_text") == "empty.csv is empty."
    agree(app, opened(app))
    assert held(app.user) == {"AHLA.DE": Decimal(11)}


def test_copied_rows_are_pasted_anywhere_but_in_a_field(start: Start) -> None:
    app = start()
    QGuiApplication.clipboard().setText(TRADES.replace(";", "\t"))
    app.window.chart.pane.setFocus()
    app.press(Qt.Key.Key_V, CONTROL)
    dialog = opened(app)
    assert said(dialog, "import_name") == "Pasted rows"
    assert said(dialog, "import_sentence").startswith("Transactions: 3 bookings")
    leave(app, dialog)
    app.press(Qt.Key.Key_K, CONTROL)
    app.press(Qt.Key.Key_V, CONTROL)
    assert app.program.import_door.dialog is None
    app.press(Qt.Key.Key_Escape)
    QGuiApplication.clipboard().setText("BABA")
    app.window.chart.pane.setFocus()
    app.press(Qt.Key.Key_V, CONTROL)
    assert app.text("notice_text").startswith("The clipboard holds no rows.")


def test_past_imports_tell_what_came_of_them_and_can_be_taken_back(start: Start, depot: Path) -> None:
    app = start()
    agree(app, drop(app, depot))
    app.window.menu.imports.trigger()
    past = part(app.window, QDialog, "past_imports")
    rows = part(past, QListWidget, "past_list")
    told = rows.item(0).text().replace("\u00a0", " ")
    assert told.startswith("depot.csv, 2 Feb 2026 10:00 · Holdings · 10 lines, 4 rows imported")
    assert "1 not readable" in told
    part(past, QPushButton, "past_turn").click()
    assert held(app.user) == {}
    assert "Taken back" in rows.item(0).text()
    part(past, QPushButton, "past_turn").click()
    assert len(held(app.user)) == 4
    part(past, QPushButton, "past_report").click()
    dialog = opened(app)
    assert said(dialog, "import_what") == "All 4 rows are there already. Nothing to import."
    leave(app, dialog)
    app.press(Qt.Key.Key_Z, CONTROL)  # the last deed was to let it count again
    assert held(app.user) == {}


def test_the_focus_returns_to_where_it_was(start: Start, depot: Path) -> None:
    app = start()
    app.window.watchlist.view.setFocus()
    dialog = drop(app, depot)
    leave(app, dialog)
    assert app.window.focusWidget() is app.window.watchlist.view


def test_the_command_line_hands_a_file_to_the_open_window(start: Start, depot: Path) -> None:
    app = start()
    app.program.take_over(["import", str(depot), "--list", "Bank"], "")
    dialog = opened(app)
    assert said(dialog, "import_sentence").endswith("1 question.")
    agree(app, dialog)
    assert len(held(app.user)) == 4
    assert "Bank" in [kept.name for kept in app.user.lists.all()]


def test_the_program_can_be_left_while_a_file_is_read(start: Start, tmp_path: Path) -> None:
    app = start()
    path = tmp_path / "many.csv"
    path.write_text(many(20_000), encoding="utf-8")
    app.program.import_door.open_paths([path])
    app.qtbot.waitUntil(lambda: app.program.import_door.dialog is not None, timeout=PATIENCE_MS)
    app.close()
    kept = UserStore(app.paths.user_db, __version__, app.clock)
    assert held(kept) == {}
    kept.close()
