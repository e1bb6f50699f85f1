"""Runs `watcher import` on real exports, where some lie beside the checkout, and scores what it prints."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import fakes_start
from tests.contract.scoring import Scores

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "csv"

pytestmark = [
    pytest.mark.contract,
    pytest.mark.skipif(not (FOLDER / "truth.json").exists(), reason="no exports beside the checkout (../shared/csv)"),
]


def lines_of(path: Path, encoding: str) -> int:
    text = path.read_bytes().decode(encoding)
    ends = len(re.findall(r"\r\n|\n|\r", text))
    return ends + (not text.endswith(("\n", "\r")))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the command prints of each file with a truth, by the file's name."""
    names = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    files = [str(FOLDER / name) for name in names]
    done = fakes_start.run(tmp_path_factory.mktemp("import"), "import", *files, "--dry-run", "--json", "--offline")
    assert (done.returncode, done.stderr) == (0, "")
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(found["file"]).name: found for found in objects}


def test_the_command_gets_out_of_real_exports_what_a_person_does(
    told: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    scores = Scores()
    for name, wanted in truth.items():
        scores.add(name, told[name], wanted, lines_of(FOLDER / name, wanted["encoding"]))
    with capsys.disabled():
        sys.stdout.write("\n" + "".join(f"{what:>13} {score.share:7.2%}\n" for what, score in vars(scores).items()))
    least = {
        "instruments": 0.98,
        "quantities": 0.96,
        "lots": 0.95,
        "lot_fields": 0.95,
        "reasons": 0.98,
        "products": 0.99,
    }
    for what, score in vars(scores).items():
        assert score.share >= least.get(what, 1), "\n".join(score.wrong)
