from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import FakeClock
from watcher.desk.deeds import Deed, DeedKind
from watcher.desk.imports import ImportsDesk, ListTarget, ReadFile
from watcher.domain.batch import BatchState
from watcher.domain.errors import CancelledError, FileGoneError, StalePlanError
from watcher.domain.holding import Side, Transaction
from watcher.domain.import_plan import ImportPlan
from watcher.domain.watchlist import symbol_rows
from watcher.intake.choices import Choices
from watcher.storage.user_store import UserStore

TRADES = b"Date,Type,ISIN,Quantity,Price,Currency\n2025-01-07,Buy,US01609W1027,10,101.30,EUR\n"


def many(rows: int) -> bytes:
    head = "Date,Type,ISIN,Quantity,Price,Currency\n"
    return (head + "".join(f"2025-01-07,Buy,US01609W1027,{n},101.30,EUR\n" for n in range(1, rows + 1))).encode()


class Stage:
    """A desk on a file, and what it answers."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot = qtbot
        self.user = UserStore(path, "0", FakeClock())
        self.desk = ImportsDesk(self.user, FakeClock())
        self.told: list[tuple[int, int]] = []
        self.changes: list[str] = []
        self.desk.changed.connect(lambda: self.changes.append("entries"))
        self.desk.lists_changed.connect(lambda: self.changes.append("lists"))
        self.desk.records_changed.connect(lambda: self.changes.append("records"))

    def close(self) -> None:
        self.desk.close()
        self.user.close()

    def outcome(self, begin: Callable[[Callable[[Any], None], Callable[[Exception], None]], object]) -> Any:
        came: list[Any] = []
        begin(came.append, came.append)
        self.qtbot.waitUntil(lambda: bool(came), timeout=20_000)
        return came[0]

    def progress(self, done: int, total: int) -> None:
        self.told.append((done, total))

    def read(self, data: bytes, choices: Choices | None = None) -> ReadFile:
        found = self.outcome(lambda done, failed: self.desk.read(data, "f.csv", choices, done, failed, self.progress))
        assert isinstance(found, ReadFile)
        return found

    def plan(self, file: ReadFile) -> ImportPlan:
        found = self.outcome(lambda done, failed: self.desk.plan(file, done, failed))
        assert isinstance(found, ImportPlan)
        return found

    def adopt(self, data: bytes, target: ListTarget | None = None) -> Deed:
        file = self.read(data)
        plan = self.plan(file)
        deed = self.outcome(
            lambda done, failed: self.desk.adopt(file, plan, done, failed, self.progress, target=target)
        )
        assert isinstance(deed, Deed), deed
        return deed


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "user.sqlite")
    yield made
    made.close()


def test_a_file_is_read_compared_and_taken_in_and_one_undo_takes_it_all_back(stage: Stage) -> None:
    stage.user.lists.add("", symbol_rows(["BABA"]))
    deed = stage.adopt(TRADES, ListTarget())
    assert (deed.kind, deed.subject) == (DeedKind.IMPORTED, "f.csv")
    assert stage.changes == ["entries", "lists", "records"]
    assert len(stage.user.entries.all()) == 1
    deed.undo()
    assert stage.user.entries.all() == ()
    assert stage.user.lists.symbols() == ("BABA",)
    deed.redo()
    assert stage.user.lists.symbols() == ("BABA", "isin:US01609W1027")
    assert len(stage.user.entries.all()) == 1
    assert len(stage.changes) == 9


def test_a_past_import_can_be_taken_back_after_a_restart_and_again(qtbot: QtBot, tmp_path: Path) -> None:
    first = Stage(qtbot, tmp_path / "user.sqlite")
    first.adopt(TRADES)
    first.close()
    stage = Stage(qtbot, tmp_path / "user.sqlite")
    [record] = stage.desk.records
    assert (record.name, record.state, record.note.rows, record.has_file) == ("f.csv", BatchState.IN_FORCE, 1, True)
    deed = stage.desk.undo(record.id)
    assert (deed.kind, deed.subject, stage.user.entries.all()) == (DeedKind.IMPORT_UNDONE, "f.csv", ())
    assert stage.desk.records[0].state is BatchState.UNDONE
    deed.undo()
    assert len(stage.user.entries.all()) == 1
    stage.desk.undo(record.id)
    assert stage.desk.redo(record.id).kind is DeedKind.IMPORT_REDONE
    assert len(stage.user.entries.all()) == 1
    stage.close()


def test_the_report_of_a_past_import_is_read_again_with_its_choices(stage: Stage) -> None:
    file = stage.read(TRADES, Choices(currency="EUR"))
    plan = stage.plan(file)
    stage.outcome(lambda done, failed: stage.desk.adopt(file, plan, done, failed))
    [record] = stage.desk.records
    again = stage.outcome(lambda done, failed: stage.desk.open_again(record.id, done, failed))
    assert again == replace(file, record=record.id)
    stage.outcome(lambda done, failed: stage.desk.forget(record.id, lambda: done("forgotten"), failed))
    assert stage.desk.records == ()
    gone = stage.outcome(lambda done, failed: stage.desk.open_again(record.id, done, failed))
    assert isinstance(gone, FileGoneError)


def test_progress_is_told_and_calling_it_off_leaves_nothing(stage: Stage) -> None:
    data = many(6000)
    file = stage.read(data)
    assert stage.told[0][1] == 6001
    plan = stage.plan(file)
    stage.told.clear()
    came: list[object] = []
    job = stage.desk.adopt(file, plan, came.append, came.append, lambda *_: job.cancel())
    stage.qtbot.waitUntil(lambda: bool(came), timeout=20_000)
    assert isinstance(came[0], CancelledError)
    assert job.cancelled
    assert (stage.user.entries.count(), stage.user.batches.all(), stage.changes) == (0, (), [])
    reading = stage.desk.read(data, "f.csv", None, came.append, came.append)
    reading.cancel()
    stage.qtbot.waitUntil(lambda: len(came) > 1, timeout=20_000)
    assert isinstance(came[1], CancelledError)


def test_a_plan_that_was_overtaken_asks_for_a_new_one(stage: Stage) -> None:
    file = stage.read(TRADES)
    plan = stage.plan(file)
    stage.adopt(TRADES)
    stale = stage.outcome(lambda done, failed: stage.desk.adopt(file, plan, done, failed))
    assert isinstance(stale, StalePlanError)
    assert len(stage.user.entries.all()) == 1


def test_a_write_that_has_nothing_to_do_with_the_portfolio_does_not_make_a_plan_stale(stage: Stage) -> None:
    file = stage.read(TRADES)
    plan = stage.plan(file)
    stage.user.lists.add("Another")
    deed = stage.outcome(lambda done, failed: stage.desk.adopt(file, plan, done, failed))
    assert isinstance(deed, Deed)


def test_what_was_left_staged_is_swept(stage: Stage) -> None:
    batch = stage.user.batches.open("killed.csv", FakeClock().now())
    stage.user.batches.stage(batch, [(2, "", Transaction(Side.BUY, Decimal(1), "BABA"))])
    stage.desk.sweep()
    stage.qtbot.waitUntil(lambda: stage.user.batches.all() == ())
    assert stage.user.entries.count() == 0


def test_a_layout_is_remembered_and_forgotten(stage: Stage) -> None:
    text = b"what,number\nAAPL,3\n"
    chosen = Choices(header_line=1, currency="USD")
    assert stage.desk.remember(stage.read(text, chosen))
    again = stage.read(text)
    assert again.choices == chosen
    stage.desk.forget_layout(again.fingerprint)
    assert stage.read(text).choices == Choices()


def test_closed_amid_an_import_it_tells_nothing_and_the_next_start_sweeps(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path / "user.sqlite")
    file = stage.read(many(6000))
    plan = stage.plan(file)
    came: list[object] = []
    stage.desk.adopt(file, plan, came.append, came.append, lambda *_: stage.close())
    qtbot.waitUntil(lambda: stage.desk._background.closed, timeout=20_000)
    again = Stage(qtbot, tmp_path / "user.sqlite")
    again.desk.sweep()
    qtbot.waitUntil(lambda: again.user.batches.all() == (), timeout=20_000)
    assert (came, again.user.entries.count()) == ([], 0)
    again.close()
