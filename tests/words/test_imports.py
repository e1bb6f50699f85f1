"""What `watcher import` says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from watcher.domain.intake import FileTrouble, Kind, Reason
from watcher.words import imports


@pytest.mark.parametrize("trouble", FileTrouble)
def test_every_trouble_names_the_file(trouble: FileTrouble) -> None:
    said = imports.trouble_sentence("depot.csv", trouble)
    assert said.startswith("depot.csv")
    assert said.endswith(".")


def test_signs_can_be_seen() -> None:
    assert imports.layout_line("utf-8", ",", ".", 2) == (
        "encoding utf-8, delimiter “,”, decimal sign “.”, header in line 2"
    )
    assert imports.layout_line("utf-16", "\t", "", None) == "encoding utf-16, delimiter tab, no header"


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_numbers_are_grouped_as_the_language_does_it() -> None:
    assert imports.skipped_line(Reason.BLANK, 12345) == "empty line: 12.345"
    assert imports.progress_line("a.csv", 1000, 20000) == "a.csv: line 1.000 of 20.000"
    assert imports.more_line(7) == "and 7 more; --json lists all"


def test_a_file_is_called_by_its_kind() -> None:
    assert imports.title("a.csv", Kind.MIXED) == "a.csv: Holdings and transactions"
    assert imports.candidates_line(("BABA", "AHLA.DE")) == "possible: BABA, AHLA.DE"
