from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes_storage import StandingClock, another_process, line_of, overwrite
from watcher.domain.errors import StoreCode, StoreError
from watcher.storage.copies import copies, is_whole, restore_copy, start_afresh
from watcher.storage.user_schema import STEPS
from watcher.storage.user_store import UserStore

VERSION = f"v{len(STEPS)}"
MORE_STEPS = (*STEPS, ("CREATE TABLE lots (id INTEGER PRIMARY KEY)", "INSERT INTO lots VALUES (7)"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data/user.sqlite"


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


def keep(path: Path, clock: StandingClock, *symbols: str) -> None:
    store = UserStore(path, "0.1.0", clock)
    store.lists.replace(symbols)
    store.close()


def kept(path: Path, clock: StandingClock) -> tuple[str, ...]:
    store = UserStore(path, "0.1.0", clock)
    symbols = store.lists.symbols()
    store.close()
    return symbols


def refusal(path: Path, clock: StandingClock) -> StoreError:
    with pytest.raises(StoreError) as caught:
        UserStore(path, "0.1.0", clock)
    return caught.value


# copies -------------------------------------------------------------------------------------------


def test_it_is_copied_once_a_day_and_five_copies_are_kept(path: Path, clock: StandingClock) -> None:
    for day in range(8):
        keep(path, clock, f"DAY{day}")
        keep(path, clock, f"DAY{day}", "LATER")
        clock.pass_days(1)
    assert [copy.name for copy in copies(path)] == [
        f"user-202602{day:02}T090000Z-{VERSION}.sqlite" for day in (9, 8, 7, 6, 5)
    ]
    assert all(is_whole(copy) for copy in copies(path))
    assert {file.suffix for file in (path.parent / "backups").iterdir()} == {".sqlite"}


def test_a_new_database_is_not_copied_before_the_next_start(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    assert copies(path) == ()
    keep(path, clock, "BABA", "KWEB")
    [copy] = copies(path)
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("SELECT text FROM list_rows").fetchall() == [("BABA",)]


def test_a_program_left_open_copies_each_day_too(path: Path, clock: StandingClock) -> None:
    store = UserStore(path, "0.1.0", clock)
    assert store.copy_if_due() is not None
    assert store.copy_if_due() is None
    clock.pass_days(1)
    assert store.copy_if_due() == store.newest_good_copy() == copies(path)[0]
    store.close()


def test_where_no_copy_can_be_made_the_program_runs_all_the_same(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    (path.parent / "backups").write_text("a file where the folder should be")
    assert kept(path, clock) == ("BABA",)


def test_a_half_made_copy_is_no_copy(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    keep(path, clock, "BABA")
    good = copies(path)[0]
    good.with_name(f"user-20260203T090000Z-{VERSION}.sqlite").write_bytes(good.read_bytes()[:5000])
    good.with_name(".user-20260204T090000Z-v1.sqlite.tmp").write_bytes(b"")
    overwrite(path, 0, 200)
    assert refusal(path, clock).good_copy == str(good)


# migrations ---------------------------------------------------------------------------------------


def test_before_a_migration_it_is_copied_and_afterwards_nothing_is_lost(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    newer = UserStore(path, "0.2.0", clock, steps=MORE_STEPS)
    assert newer.lists.symbols() == ("BABA",)
    assert newer._database.read("SELECT id FROM lots") == [(7,)]
    newer.close()
    [copy] = copies(path)
    assert copy.name.endswith(f"-{VERSION}.sqlite")
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_a_migration_that_fails_changes_nothing(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    broken = (*STEPS, ("CREATE TABLE lots (id INTEGER)", "DELETE FROM lists", "no such statement"))
    with pytest.raises(sqlite3.OperationalError):
        UserStore(path, "0.2.0", clock, steps=broken)
    assert kept(path, clock) == ("BABA",)


def test_without_a_copy_nothing_is_migrated(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    (path.parent / "backups").write_text("a file where the folder should be")
    with pytest.raises(StoreError) as caught:
        UserStore(path, "0.2.0", clock, steps=MORE_STEPS)
    assert caught.value.code is StoreCode.UNWRITABLE
    assert kept(path, clock) == ("BABA",)


def test_a_database_from_the_future_is_neither_written_nor_replaced(path: Path, clock: StandingClock) -> None:
    UserStore(path, "9.1.0", clock, steps=MORE_STEPS).close()
    before = path.read_bytes()
    for _ in range(2):
        problem = refusal(path, clock)
        assert problem.code is StoreCode.FROM_FUTURE
        assert problem.written_by == "9.1.0"
    assert path.read_bytes() == before
    assert copies(path) == ()
    UserStore(path, "9.1.0", clock, steps=MORE_STEPS).close()


def test_a_future_database_left_by_a_crash_is_refused_too(path: Path, clock: StandingClock) -> None:
    newer = UserStore(path, "9.1.0", clock, steps=MORE_STEPS)
    crashed = path.parent / "crashed/user.sqlite"
    crashed.parent.mkdir()
    for ending in ("", "-wal"):
        crashed.with_name(crashed.name + ending).write_bytes(path.with_name(path.name + ending).read_bytes())
    newer.close()
    before = crashed.read_bytes()
    assert (refusal(crashed, clock).code, refusal(crashed, clock).written_by) == (StoreCode.FROM_FUTURE, "9.1.0")
    assert crashed.read_bytes() == before


def test_a_future_database_that_keeps_its_version_elsewhere_is_refused_too(path: Path, clock: StandingClock) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    assert (refusal(path, clock).code, refusal(path, clock).written_by) == (StoreCode.FROM_FUTURE, "")


# damage -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "length"), [(0, 100), (100, 8000), (4096, 4096), (60_000, 0)])
def test_damage_names_the_newest_good_copy_which_can_be_put_back(
    path: Path, clock: StandingClock, start: int, length: int
) -> None:
    keep(path, clock, "BABA", "KWEB")
    keep(path, clock, "BABA", "KWEB", "LATER")
    if length:
        overwrite(path, start, length)
    else:
        path.write_bytes(path.read_bytes()[:9000])
    damaged = path.read_bytes()
    problem = refusal(path, clock)
    assert problem.code is StoreCode.DAMAGED
    assert problem.good_copy == str(copies(path)[0])
    assert path.read_bytes() == damaged

    aside = restore_copy(path, Path(problem.good_copy), clock.now())
    assert aside == path.with_name("user.damaged-20260202T090000Z.sqlite")
    assert aside.read_bytes() == damaged
    assert kept(path, clock) == ("BABA", "KWEB")


def test_a_file_cut_to_nothing_is_damage_where_there_are_copies(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    keep(path, clock, "BABA")
    path.write_bytes(b"")
    assert refusal(path, clock).code is StoreCode.DAMAGED


def test_damage_without_any_copy_says_so_and_a_new_start_keeps_the_damaged_file(
    path: Path, clock: StandingClock
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this was never a database" * 100)
    problem = refusal(path, clock)
    assert (problem.code, problem.good_copy) == (StoreCode.DAMAGED, "")
    aside = start_afresh(path, clock.now())
    assert kept(path, clock) == ()
    assert aside.read_bytes().startswith(b"this was never")


def test_what_a_damaged_database_had_beside_it_goes_with_it(path: Path, clock: StandingClock) -> None:
    keep(path, clock, "BABA")
    keep(path, clock, "BABA")
    overwrite(path, 0, 100)
    path.with_name("user.sqlite-wal").write_bytes(b"left by a crash")
    aside = restore_copy(path, copies(path)[0], clock.now())
    assert aside is not None
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"left by a crash"
    assert kept(path, clock) == ("BABA",)


# places and other processes -----------------------------------------------------------------------


def test_a_place_that_cannot_be_used_is_said(tmp_path: Path, clock: StandingClock) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert refusal(tmp_path / "data/user.sqlite", clock).code is StoreCode.UNWRITABLE
    (tmp_path / "user.sqlite").mkdir()
    assert refusal(tmp_path / "user.sqlite", clock).code is StoreCode.UNWRITABLE


def test_a_database_held_by_another_program_is_said(
    path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(path, clock, "BABA")
    monkeypatch.setattr("watcher.storage.database.WAIT_S", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        problem = refusal(path, clock)
    assert problem.code is StoreCode.LOCKED
    assert kept(path, clock) == ("BABA",)


def test_a_lock_that_comes_later_costs_the_one_change_and_nothing_else(
    path: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watcher.storage.database.WAIT_S", 0.05)
    store = UserStore(path, "0.1.0", clock)
    store.lists.replace(["BABA"])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            store.lists.replace(["KWEB"])
        assert caught.value.code is StoreCode.LOCKED
        assert store.lists.symbols() == ("BABA",)
    store.lists.replace(["KWEB"])
    assert store.lists.symbols() == ("KWEB",)
    store.close()


WRITER = """
import sys
from pathlib import Path
from watcher.domain.event import Annotation
from watcher.storage.user_store import UserStore
store = UserStore(Path(sys.argv[1]), "0.1.0")
for n in range(int(sys.argv[2])):
    store.annotations.put(Annotation(f"{sys.argv[3]}{n}", note="x" * 500))
    store.lists.replace([f"S{n}", "BABA"])
    print(n, flush=True)
"""


def test_killed_while_writing_nothing_said_to_be_kept_is_lost(path: Path, clock: StandingClock) -> None:
    said = -1
    for turn in range(3):
        with another_process(WRITER, path, 1_000_000, f"turn{turn}-") as process:
            said = [int(line_of(process)) for _ in range(40 + 30 * turn)][-1]
            process.kill()
        store = UserStore(path, "0.1.0", clock)
        notes = store.annotations.all()
        assert all(f"turn{turn}-{n}" in notes for n in range(said + 1))
        [number, other] = store.lists.symbols()
        assert int(number.removeprefix("S")) >= said
        assert other == "BABA"
        assert store._database.read("PRAGMA integrity_check") == [("ok",)]
        store.close()


def test_two_processes_can_write_at_once(path: Path, clock: StandingClock) -> None:
    store = UserStore(path, "0.1.0", clock)
    with another_process(WRITER, path, 60, "other-") as process:
        line_of(process)
        for n in range(60):
            store.lists.replace([f"MINE{n}", "BABA"])
        while line_of(process):
            pass
        assert process.wait() == 0
    assert len(store.annotations.all()) == 60
    store.close()
