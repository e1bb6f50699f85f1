from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watcher.intake.choices import Choices
from watcher.intake.read import read
from watcher.intake.records import physical_lines
from watcher.intake.report import Report

EXPORT = (
    "Kontoauszug;Muster\nStand;02.02.2026\n\n"
    "Datum;Typ;ISIN;Name;Anzahl;Kurs;Betrag;Währung;Notiz\n"
    '02.01.2024;Kauf;US01609W1027;"Muster; AG";10;72,15;-721,50;USD;"zwei\nZeilen"\n'
    "03.01.2024;Dividende;US0378331005;Apfel;;;2,40;USD;\n"
    "04.01.2024;Verkauf;US01609W1027;Muster;1.000;75,00;75.000,00;USD;\n"
    "Summe;;;;;;74.280,90;;\nEnde des Auszugs;;;;;;;;\n"
)
CELLS = st.sampled_from(
    ["", "10", "1.000", "72,15", "(3)", "Kauf", "Sell", "Dividend", "US01609W1027", "BABA", "EUR", "$5", "02.01.2024",
     "Total", "n/a", "Muster AG", '"', "\x00", "XETR:AHLA", "###Tech", "Buy 5 Muster@21.31 USD", "ISIN", "Quantity",
     "Price", "Date", "Type", "Name", "Header", "Data"]
)  # fmt: skip


def whole(report: Report, lines: int) -> bool:
    """Whether the fates take the lines 1 to the last exactly once, in order."""
    at = 1
    for fate in report.fates:
        if fate.first != at or fate.last < fate.first:
            return False
        at = fate.last + 1
    return at == lines + 1 and report.lines == lines


def test_every_line_of_a_whole_export_has_one_fate() -> None:
    report = read(EXPORT.encode())
    assert [(f.first, f.last, f.fate.value, f.reason.value) for f in report.fates] == [
        (1, 1, "preamble", ""), (2, 2, "preamble", ""), (3, 3, "preamble", ""), (4, 4, "header", ""),
        (5, 6, "imported", ""), (7, 7, "imported", ""), (8, 8, "imported", ""), (9, 9, "skipped", "total"),
        (10, 10, "skipped", "footer"),
    ]  # fmt: skip


@given(st.binary(max_size=600))
def test_every_line_of_any_bytes_has_one_fate(data: bytes) -> None:
    report = read(data)
    assert whole(report, report.lines)


@given(st.lists(st.lists(CELLS, max_size=8), max_size=14), st.sampled_from([",", ";", "\t"]))
def test_every_line_of_any_table_has_one_fate(rows: list[list[str]], delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in rows)
    report = read(text.encode(), choices=Choices(encoding="utf-8"))
    assert whole(report, len(physical_lines(text)))


@settings(max_examples=150)
@given(
    st.integers(0, len(EXPORT)),
    st.integers(0, len(EXPORT)),
    st.sampled_from(["cut", "drop", "quote", "zero", "crlf", "cr", "swap"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
)
def test_every_line_of_a_damaged_export_has_one_fate(first: int, last: int, harm: str, encoding: str) -> None:
    first, last = sorted((first, last))
    text = {
        "cut": EXPORT[:first],
        "drop": EXPORT[:first] + EXPORT[last:],
        "quote": EXPORT[:first] + '"' + EXPORT[first:],
        "zero": EXPORT[:first] + "\x00" + EXPORT[first:],
        "crlf": EXPORT.replace("\n", "\r\n"),
        "cr": EXPORT.replace("\n", "\r"),
        "swap": "\n".join(";".join(reversed(line.split(";"))) for line in EXPORT.split("\n")),
    }[harm]
    report = read(text.encode(encoding))
    assert whole(report, report.lines)


@pytest.mark.parametrize(
    "data",
    [
        b"a,b\n" + b'"' + b"x," * 1_000_000,
        b"x" * 10_000_000,
        b"1,2,x;" * 300_000,
        b"Symbol,Quantity\nAAPL,5\n" + b"1,2,x," * 300_000,
        b'"' * 1_000_001,
    ],
)
def test_megabytes_in_one_line_are_read_and_lose_no_line(data: bytes) -> None:
    report = read(data)
    assert whole(report, len(physical_lines(data.decode())))


def test_line_and_column_of_a_bad_cell_are_right_below_a_cell_of_two_lines() -> None:
    text = EXPORT + "05.01.2024;Kauf;US0378331005;Apfel;viele;1,00;1,00;USD;\n"
    assert [(p.line, p.column, p.header, p.value) for p in read(text.encode()).problems] == [(11, 5, "Anzahl", "viele")]
