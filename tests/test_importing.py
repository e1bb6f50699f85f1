"""`watcher import` as a person or a script uses it: what it prints, and the status it ends with."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from tests import fakes_start
from tests.fakes import FakeClock
from watcher import importing
from watcher.cli import Arguments, parse
from watcher.desk import import_files

pytestmark = pytest.mark.usefixtures("qapp")

BANK = (
    "Depotbestand\n\nISIN;Bezeichnung;Stück;Einstandskurs;Währung\n"
    "US01609W1027;ALIBABA GROUP ADR;148;130,20;EUR\n"
    "DE0007164600;SAP SE;5;180,00;EUR\n"
)
PROSE = "Dear customer,\nplease find enclosed what you asked for.\nYours\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def profile(tmp_path: Path) -> Iterator[Path]:
    """A profile whose user reads English, on whatever machine."""
    before = QLocale()
    folder = tmp_path / "profile"
    (folder / "config").mkdir(parents=True)
    (folder / "config" / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    yield folder
    QLocale.setDefault(before)


@pytest.fixture
def run(profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder of its own; status, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str) -> tuple[int, str, str]:
        asked = parse(["import", *arguments, "--profile", str(profile), "--dry-run", "--offline"])
        status = importing.run(asked, clock=FakeClock())
        return status, *capsys.readouterr()

    return start


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "depot.csv"
    path.write_text(BANK, encoding="cp1252")
    return path


def objects(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_what_may_be_said_of_an_import() -> None:
    said = parse(["import", "a.csv", "b.csv", "--list", " My  list ", "--json", "--dry-run", "--offline"])
    assert said == Arguments(
        command="import",
        files=(Path("a.csv"), Path("b.csv")),
        list_name="My list",
        as_json=True,
        dry_run=True,
        offline=True,
    )


@pytest.mark.parametrize("arguments", [[], ["--dry-run"], ["a.csv", "--list", " "], ["a.csv", "--sample"], [""]])
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(["import", *arguments])
    assert left.value.code == 2
    assert "watcher import: error:" in capsys.readouterr().err


def test_json_is_one_object_a_file_in_the_order_given(run: Run, bank: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("XETR:SAP,NASDAQ:AAPL\n", encoding="utf-8")
    status, out, err = run("list.txt", str(bank), "--json")
    assert (status, err) == (0, "")
    first, second = objects(out)
    assert (first["file"], first["kind"]) == ("list.txt", "watchlist")
    assert (second["file"], second["kind"], second["header_line"]) == (str(bank), "holdings", 3)
    alibaba = second["instruments"][0]
    assert (alibaba["quantity"], alibaba["yahoo_symbol"]) == ("148", "AHLA.DE")


def test_a_person_gets_lines_with_what_was_found(run: Run, bank: Path) -> None:
    status, out, err = run(bank.name)
    assert status == 0
    assert out.splitlines()[:4] == [
        "depot.csv: Holdings",
        "  encoding cp1252, delimiter “;”, decimal sign “,”, header in line 3",
        "  lines: 5",
        "  imported: 2",
    ]
    assert "    US01609W1027  ALIBABA GROUP ADR  148  EUR  AHLA.DE" in out
    assert out.splitlines()[-1] == "Nothing was written."
    assert err == ""


def test_problems_and_questions_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    rows = "Date,Type,Symbol,Quantity,Price,Currency\n2026-01-02,Buy,SAP.DE,many,10,EUR\n2026-01-03,Buy,AHLA,1,10,\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    _, out, _ = run("a.csv")
    assert "Line 2, column Quantity: “many” stands where a number was expected." in out
    assert "Line 3: which listing of “AHLA” is meant? (possible: AHLA.DE, AHLA.F, AHLA.MU)" in out


def test_where_nothing_was_understood_it_says_what_was_tried(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(PROSE, encoding="utf-8")
    status, out, err = run("letter.txt", "--json")
    assert status == 1
    assert objects(out)[0]["kind"] is None
    assert "letter.txt: no table and no list of symbols was found. Tried: encoding utf-8" in err


def test_what_cannot_be_read_is_a_sentence_and_an_object(run: Run, bank: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.csv").touch()
    status, out, err = run("folder", "gone.csv", "empty.csv", bank.name, "--json")
    assert status == 1
    told = objects(out)
    assert [entry["file"] for entry in told] == ["folder", "gone.csv", "empty.csv", "depot.csv"]
    assert [entry["kind"] for entry in told] == [None, None, None, "holdings"]
    assert all(entry.keys() == told[3].keys() for entry in told)
    assert err.splitlines() == [
        "folder is a folder; name the files in it.",
        "gone.csv: there is no such file.",
        "empty.csv is empty.",
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights hold for nobody who may do all")
def test_a_file_without_the_right_to_read_it_is_a_sentence(run: Run, bank: Path) -> None:
    bank.chmod(0)
    status, _, err = run(bank.name)
    assert (status, err.splitlines()[0]) == (
        1,
        "depot.csv may not be read; its access rights do not allow it.",
    )


def test_a_file_without_end_is_given_up(run: Run, bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_files, "MOST_BYTES", 10)
    status, _, err = run(bank.name)
    assert (status, err.splitlines()[0]) == (1, "depot.csv is larger than any export; nothing of it was read.")


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BANK.encode("cp1252"))))
    status, out, _ = run("-", "--json")
    assert status == 0
    assert (objects(out)[0]["file"], objects(out)[0]["kind"]) == ("-", "holdings")


class Terminal(io.StringIO):
    """A terminal that keeps what it was told."""

    def isatty(self) -> bool:
        return True


class Hurrying(FakeClock):
    """A clock by which everything takes long."""

    def monotonic(self) -> float:
        self.advance(1)
        return super().monotonic()


def test_a_terminal_is_told_how_far_a_long_file_is_read(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"DE{n:010};SAP;{n};EUR\n" for n in range(1, 9000))
    path = tmp_path / "long.csv"
    path.write_text("ISIN;Name;Stück;Währung\n" + rows, encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    asked = parse(["import", str(path), "--dry-run", "--json", "--offline", "--profile", str(profile)])
    assert importing.run(asked, clock=Hurrying()) == 0
    told = terminal.getvalue()
    assert "line 4,001 of 9,000" in told
    assert told.endswith("\r")
    assert "line 4,001" not in capsys.readouterr().out


def test_ctrl_c_stops_it_in_a_sentence(run: Run, bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "read", interrupted)
    status, out, err = run(bank.name)
    assert (status, out, err) == (130, "", "\nStopped. Nothing more was written.\n")


def test_no_window_library_and_no_display_is_needed(bank: Path, tmp_path: Path) -> None:
    gone = "PySide6.QtWidgets PySide6.QtGui pyqtgraph"
    done = fakes_start.run(tmp_path, "import", bank.name, "--dry-run", "--json", "--offline", GONE=gone)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["instruments"][1]["name"] == "SAP SE"
    assert not (tmp_path / ".local").exists()  # a dry run leaves nothing behind


def test_a_reader_that_has_enough_is_no_failure_to_tell_of(bank: Path, tmp_path: Path) -> None:
    script = (
        "import subprocess, sys; p = subprocess.Popen([sys.executable, '-m', 'watcher', 'import', *sys.argv[1:]],"
        "stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True); p.stdout.close(); print(p.stderr.read()); p.wait()"
    )
    started = fakes_start.script(tmp_path, script, bank.name, "--dry-run", "--json", "--offline")
    said, _ = started.communicate(timeout=fakes_start.WITHIN_S)
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
