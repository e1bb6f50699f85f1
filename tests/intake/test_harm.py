"""Files that something happened to: no crash, no hang, no missing line, and harmless changes change nothing."""

from __future__ import annotations

import csv
import faulthandler
import io
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.exports import EXPORTS, Export
from tests.intake.harm import harmed, survived
from watcher.intake.read import read
from watcher.intake.report import Kind, Report

HUNG_S = 300  # for a file of a few lines; nothing but a reader that hangs takes so long
NAMED = ("german depot", "german trades", "english trades", "american positions", "spanish trades")
families = pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS.keys())


@pytest.fixture(autouse=True)
def watchdog() -> Iterator[None]:
    """Ends the run with a traceback where a file keeps the reader busy for ever."""
    faulthandler.dump_traceback_later(HUNG_S, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def said(report: Report) -> list[tuple[object, ...]]:
    """What was understood, whatever the lines are numbered."""
    rows = [row._replace(line=0, last_line=0) for row in report.rows]
    return [(report.kind, report.decimal, len(report.holdings)), *rows]


@families
def test_every_family_is_understood(export: Export) -> None:
    report = survived(export.data)
    assert report.kind is not None
    assert report.problems == ()
    assert report.questions == ()
    assert len(report.holdings) >= 1
    assert report.lots or report.kind is Kind.WATCHLIST


@settings(max_examples=400)
@given(st.sampled_from(list(EXPORTS)), st.integers(0, 2**32))
def test_whatever_happens_to_a_file_every_line_has_one_fate(name: str, seed: int) -> None:
    survived(harmed(EXPORTS[name].text, seed))


@families
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(export: Export, end: str) -> None:
    assert said(read(export.text.replace("\n", end).encode())) == said(read(export.data))


@families
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_other_encodings_change_nothing(export: Export, encoding: str) -> None:
    assert said(read(export.text.encode(encoding))) == said(read(export.data))


@pytest.mark.parametrize("name", NAMED)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=25)
def test_columns_in_another_order_change_nothing(name: str, seed: int) -> None:
    export = EXPORTS[name]
    rows = list(csv.reader(io.StringIO(export.text), delimiter=export.delimiter))
    width = max(len(row) for row in rows)
    order = Random(seed).sample(range(width), width)  # noqa: S311 - no secret depends on it
    out = io.StringIO()
    writer = csv.writer(out, delimiter=export.delimiter, lineterminator="\n")
    writer.writerows([row[i] for i in order] if len(row) == width else row for row in rows)
    assert said(read(out.getvalue().encode())) == said(read(export.data))


@families
def test_quotes_around_every_cell_change_nothing(export: Export) -> None:
    rows = csv.reader(io.StringIO(export.text), delimiter=export.delimiter)
    out = io.StringIO()
    csv.writer(out, delimiter=export.delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    assert said(read(out.getvalue().encode())) == said(read(export.data))


@families
def test_a_quote_that_is_never_closed_costs_no_other_line(export: Export) -> None:
    lines = export.text.split("\n")
    lots = {row.line for row in read(export.data).lots}
    for at in sorted(lots):
        line = lines[at - 1]
        for place in (0, *(i + 1 for i, sign in enumerate(line) if sign == export.delimiter)):
            torn = [*lines[: at - 1], line[:place] + '"' + line[place:], *lines[at:]]
            left = {row.line for row in survived("\n".join(torn).encode()).lots}
            assert lots - {at} <= left, (at, place)


@families
@pytest.mark.parametrize("sign", ["\0", "\ufeff", "\u00a0", "\x0c"])
def test_signs_that_cannot_be_seen_cost_no_line(export: Export, sign: str) -> None:
    survived(export.text.replace(export.delimiter, export.delimiter + sign).encode())
    survived((sign + export.text).encode())


@families
def test_a_cell_of_megabytes_costs_no_other_line(export: Export) -> None:
    lines = export.text.split("\n")
    at = max((row.line for row in read(export.data).lots), default=1)
    torn = [*lines[: at - 1], lines[at - 1] + "x" * 10_000_000, *lines[at:]]
    survived("\n".join(torn).encode())
