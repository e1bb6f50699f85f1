"""`watcher import` writing: into a profile nobody has open, or handed over to the window that has it."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from tests import fakes_start
from tests.builders import an_instrument
from tests.fakes import FakeClock, FakeSources
from watcher import __version__, importing
from watcher.cli import parse
from watcher.desk import importer
from watcher.domain.errors import FeedCode, FeedError
from watcher.feeds.source import QuoteReply, SearchHit
from watcher.intake.choices import Choices
from watcher.intake.read import read
from watcher.paths import Paths
from watcher.profile_lock import ProfileLock
from watcher.single_instance import SingleInstance
from watcher.storage.user_store import UserStore

pytestmark = pytest.mark.usefixtures("qapp")

TRADES = (
    "Datum;Typ;ISIN;Name;Anzahl;Kurs;Währung\n"
    "02.01.2026;Kauf;US01609W1027;Alibaba;10;130,20;EUR\n"
    "13.01.2026;Kauf;DE0007236101;Muster AG;4;140,20;EUR\n"
)
LATER = TRADES + "14.01.2026;Verkauf;US01609W1027;Alibaba;3;141,00;EUR\n"
POSITIONS = "ISIN;Name;Stück;Einstandskurs;Währung\nUS01609W1027;Alibaba;8;130,00;EUR\n"
Run = Callable[..., tuple[int, str, str]]


class Profile:
    """A profile in a folder of its own, whose user reads English, and the source that is asked for listings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = Paths.for_profile(folder)
        self.paths.config.mkdir(parents=True)
        self.paths.settings_file.write_text('{"language": "en"}', encoding="utf-8")
        self.sources = FakeSources()
        self.sources.search.then(lambda text: [SearchHit("MUS.DE", "Muster AG", "", "equity")] if text else [])
        self.sources.quotes.then(QuoteReply((), (an_instrument("MUS.DE", name="Muster AG"),)))

    def held(self) -> list[tuple[str, Decimal]]:
        """What counts: instrument and quantity of each entry."""
        store = UserStore(self.paths.user_db, __version__, FakeClock())
        found = [(e.transaction.instrument, e.transaction.signed) for e in store.entries.all()]
        store.close()
        return found

    def lists(self) -> dict[str, tuple[str, ...]]:
        """The lists by name, with their symbols."""
        store = UserStore(self.paths.user_db, __version__, FakeClock())
        found = {kept.name: kept.symbols for kept in store.lists.all()}
        store.close()
        return found


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    before = QLocale()
    yield Profile(tmp_path / "profile")
    QLocale.setDefault(before)


@pytest.fixture
def run(profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command on a text as file; status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def start(text: str, *arguments: str, name: str = "export.csv") -> tuple[int, str, str]:
        Path(name).write_text(text, encoding="utf-8")
        asked = parse(["import", name, *arguments, "--profile", str(profile.folder)])
        status = importing.run(asked, lambda _budget: profile.sources.bundle, FakeClock())
        return status, *capsys.readouterr()

    return start


def test_trades_are_taken_in_with_the_listings_that_were_found(run: Run, profile: Profile) -> None:
    status, out, err = run(TRADES)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1] == "export.csv: rows taken in: 2."
    assert "    DE0007236101  Muster AG  4  EUR  MUS.DE" in out
    assert profile.held() == [("AHLA.DE", Decimal(10)), ("MUS.DE", Decimal(4))]
    assert profile.sources.search.calls == [("DE0007236101",)]


def test_the_same_file_again_adds_nothing_and_a_longer_one_what_is_new(run: Run, profile: Profile) -> None:
    run(TRADES)
    _, out, _ = run(TRADES)
    assert out.splitlines()[-1] == "export.csv: there already: 2, nothing new, nothing was written."
    _, out, _ = run(LATER)
    assert out.splitlines()[-1] == "export.csv: rows taken in: 1, there already: 2."
    assert len(profile.held()) == 3
    assert len(profile.sources.search.calls) == 1  # what was found is remembered


def test_positions_stated_otherwise_are_left_for_the_window(run: Run, profile: Profile) -> None:
    run(TRADES)
    status, out, _ = run(POSITIONS, name="depot.csv")
    assert status == 0
    assert out.splitlines()[-1] == (
        "depot.csv: left for you to decide: positions stated otherwise than kept: 1. Open the file in the window."
    )
    assert profile.held()[0] == ("AHLA.DE", Decimal(10))


def test_offline_nobody_is_asked_and_the_row_keeps_its_identifier(run: Run, profile: Profile) -> None:
    status, out, _ = run(TRADES, "--offline", "--json")
    assert status == 0
    assert json.loads(out)["instruments"][1]["yahoo_symbol"] is None
    assert profile.held()[1] == ("isin:DE0007236101", Decimal(4))
    assert profile.sources.search.calls == []


def test_without_a_connection_the_rows_come_in_all_the_same(run: Run, profile: Profile) -> None:
    profile.sources.search.then(FeedError(FeedCode.OFFLINE))
    status, out, _ = run(TRADES)
    assert status == 0
    assert "the others are looked for later" in out
    assert len(profile.held()) == 2


def test_instruments_go_on_the_list_that_is_named(run: Run, profile: Profile) -> None:
    _, out, _ = run("XETR:SAP,NASDAQ:AAPL\n", "--list", "New", "--offline")
    assert out.splitlines()[-1] == "export.csv: put on the list “New”: 2."
    assert profile.lists()["New"] == ("SAP.DE", "AAPL")
    assert profile.held() == []


def test_a_dry_run_changes_nothing(run: Run, profile: Profile) -> None:
    status, out, _ = run(TRADES, "--dry-run")
    assert (status, out.splitlines()[-1]) == (0, "Nothing was written.")
    assert not profile.paths.data.exists()
    assert not profile.paths.market_db.exists()


def test_stopped_while_it_writes_nothing_counts(run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importer.Importer, "_put_in_force", interrupted)
    status, _, err = run(TRADES)
    assert (status, err) == (130, "\nStopped. Nothing more was written.\n")
    monkeypatch.undo()
    assert profile.held() == []
    assert ProfileLock(profile.paths.lock_file).take()


def test_a_file_without_a_table_opens_no_profile(run: Run, profile: Profile) -> None:
    status, _, err = run("Dear customer,\nthank you.\n")
    assert status == 1
    assert "no table and no list of symbols was found" in err
    assert not profile.paths.data.exists()


def test_a_profile_of_a_later_version_is_left_alone(run: Run, profile: Profile) -> None:
    store = UserStore(profile.paths.user_db, __version__, FakeClock())
    with store._database.write() as connection:
        connection.execute("PRAGMA user_version = 999")
    store.close()
    before = profile.paths.user_db.read_bytes()
    status, out, _ = run(TRADES)
    assert status == 1
    assert "was written by watcher" in out
    assert profile.paths.user_db.read_bytes() == before


def test_a_profile_that_another_process_owns_is_not_written_to(
    run: Run, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "PATIENCE_MS", 0)
    owner = ProfileLock(profile.paths.lock_file)
    assert owner.take()
    status, out, _ = run(TRADES)
    owner.release()
    assert (status, out.splitlines()[-1]) == (
        1,
        "Another watcher is writing to this profile. Nothing was written. Try again.",
    )
    assert not profile.paths.user_db.exists()


def test_a_window_that_is_open_gets_the_files(qtbot: QtBot, profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(TRADES, encoding="utf-8")
    window = SingleInstance(profile.paths.socket_name)
    assert window.claim([])
    command = (
        f"import sys; from watcher.__main__ import main; sys.argv[1:] = {['import', 'export.csv']!r} + sys.argv[1:]"
    )
    with qtbot.waitSignal(window.handed_over, timeout=20_000) as heard:
        second = fakes_start.script(
            tmp_path, f"{command}; raise SystemExit(main())", "--list", "Neu", "--profile", str(profile.folder)
        )
    out, err = second.communicate(timeout=fakes_start.WITHIN_S)
    window.close()
    assert (second.returncode, err) == (0, "")
    assert "watcher is open and has taken the files; go on in its window." in out
    assert heard.args is not None
    assert heard.args[0] == ["import", str(tmp_path / "export.csv"), "--list", "Neu"]
    assert not profile.paths.user_db.exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no way to kill at once")
def test_the_lock_of_a_killed_window_holds_nobody_up(run: Run, profile: Profile, tmp_path: Path) -> None:
    text = (
        "import signal, sys\nfrom pathlib import Path\nfrom watcher.profile_lock import ProfileLock\n"
        "print(ProfileLock(Path(sys.argv[1])).take(), flush=True)\nsignal.pause()\n"
    )
    window = fakes_start.script(tmp_path, text, str(profile.paths.lock_file))
    assert window.stdout is not None
    assert window.stdout.readline() == "True\n"
    window.send_signal(signal.SIGKILL)
    window.communicate(timeout=fakes_start.WITHIN_S)
    assert run(TRADES)[0] == 0
    assert len(profile.held()) == 2


def test_a_layout_that_the_user_corrected_is_read_as_he_did(run: Run, profile: Profile) -> None:
    text = "date,type,isin,qty,price,currency\n01/02/2026,buy,US01609W1027,10,130.2,EUR\n"
    assert "rows with an open question: 1" in run(text)[1]
    assert profile.held() == []
    store = UserStore(profile.paths.user_db, __version__, FakeClock())
    corrected = importer.Importer(store, FakeClock())
    corrected.memory.remember(text.encode(), read(text.encode()), Choices(order="mdy"))
    store.close()
    assert run(text)[1].splitlines()[-1] == "export.csv: rows taken in: 1."
    store = UserStore(profile.paths.user_db, __version__, FakeClock())
    assert store.entries.all()[0].transaction.day == date(2026, 1, 2)
    store.close()
