"""Does harm to real exports, where some lie beside the checkout: nothing crashes, nothing hangs, no line is missing."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.harm import harmed, survived
from watcher.intake.encoding import decode

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "csv"
TIMES = 60
HUNG_S = 300
FILES = sorted(path for path in FOLDER.glob("*.*") if path.suffix in {".csv", ".txt"})

pytestmark = [
    pytest.mark.contract,
    pytest.mark.skipif(not FILES, reason="no exports beside the checkout (../shared/csv)"),
]


@pytest.fixture(autouse=True)
def watchdog() -> Iterator[None]:
    """Ends the run with a traceback where a file keeps the reader busy for ever."""
    faulthandler.dump_traceback_later(HUNG_S, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_whatever_happens_to_a_real_export_every_line_has_one_fate(path: Path) -> None:
    text = decode(path.read_bytes()).text
    for seed in range(TIMES):
        survived(harmed(text, seed))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_export_that_is_cut_loses_no_line(path: Path) -> None:
    data = path.read_bytes()
    for last in range(0, len(data), max(1, len(data) // TIMES)):
        survived(data[:last])
