"""Reads real exports, where some lie beside the checkout, and compares field by field with what was found by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from watcher.intake.identity import Identity
from watcher.intake.read import read
from watcher.intake.report import Fate, Holding, Report, Row

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "csv"
OF_A_LOT = (
    "date", "side", "quantity", "price", "currency", "fee", "rate", "amount", "fee_currency", "amount_currency",
)  # fmt: skip
WHERE_STATED = ("derived_price", "value_price", "value_amount")
CODES = ("isin", "wkn", "symbol", "exchange")
CENT = Decimal("0.025")

pytestmark = [
    pytest.mark.contract,
    pytest.mark.skipif(not (FOLDER / "truth.json").exists(), reason="no exports beside the checkout (../shared/csv)"),
]


@cache
def truth() -> dict[str, Any]:
    """What a perfect importer gets out of each file; empty where there are none."""
    path = FOLDER / "truth.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


@cache
def report(name: str) -> Report:
    return read((FOLDER / name).read_bytes(), name)


def said(value: object) -> str | None:
    """A value as truth writes it: absent is None, numbers have no trailing zeros."""
    if isinstance(value, Decimal):
        return "0" if value == 0 else format(value.normalize(), "f")
    return None if value is None or value == "" else str(value)


def fitting(holdings: list[Holding], wanted: dict[str, Any]) -> Holding | None:
    """The instrument of the report that truth means."""
    for holding in holdings:
        codes = all(said(getattr(holding.identity, field)) == wanted[field] for field in CODES)
        named = any(wanted[field] for field in CODES) or holding.identity.name == wanted["name"]
        if codes and named and holding.lines[0] == wanted["line"]:
            return holding
    return None


def wrong_instruments(name: str) -> Iterator[str]:
    left = list(report(name).holdings)
    for wanted in truth()[name]["instruments"]:
        found = fitting(left, wanted)
        if found is None:
            yield f"missing: {wanted}"
            continue
        left.remove(found)
        if said(found.identity.name) != wanted["name"]:
            yield f"line {wanted['line']}: name {found.identity.name!r}, not {wanted['name']!r}"
        if said(found.currency) != wanted["currency"]:
            yield f"line {wanted['line']}: currency {found.currency!r}, not {wanted['currency']!r}"
        if said(found.quantity) not in [wanted["quantity"], *wanted.get("alternatives", [])]:
            yield f"line {wanted['line']}: quantity {found.quantity}, not {wanted['quantity']}"
    yield from (f"invented: {holding}" for holding in left)


def fields(row: Row) -> dict[str, str | None]:
    found = {field: said(getattr(row, field)) for field in (*OF_A_LOT[2:], *WHERE_STATED)}
    identity: Identity = row.identity
    return found | {
        "date": row.day.isoformat() if row.day else None,
        "side": row.side.value if row.side else None,
        "isin": said(identity.isin),
        "wkn": said(identity.wkn),
        "symbol": said(identity.symbol),
    }


def wrong_lots(name: str) -> Iterator[str]:
    rows = {row.line: row for row in report(name).lots}
    for wanted in truth()[name]["lots"]:
        row = rows.pop(wanted["line"], None)
        if row is None:
            if not wanted.get("ambiguous"):
                yield f"line {wanted['line']}: missing"
            continue
        found = fields(row)
        others = wanted.get("alternatives", {})
        compared = [*OF_A_LOT, *(field for field in (*WHERE_STATED, "isin", "wkn", "symbol") if field in wanted)]
        for field in compared:
            if found[field] != wanted.get(field) and found[field] not in others.get(field, []):
                yield f"line {wanted['line']}: {field} {found[field]}, not {wanted.get(field)}"
    yield from (f"line {line}: no lot" for line in rows)


@pytest.mark.parametrize("name", truth())
def test_kind_layout_and_header_are_found(name: str) -> None:
    found, wanted = report(name), truth()[name]
    assert (found.encoding, found.delimiter, said(found.decimal)) == (
        wanted["encoding"], wanted["delimiter"], wanted["decimal"],
    )  # fmt: skip
    assert (found.kind, found.header_line) == (wanted["kind"], wanted["header_line"])


@pytest.mark.parametrize("name", truth())
def test_instruments_are_found_and_none_is_invented(name: str) -> None:
    assert list(wrong_instruments(name)) == []


@pytest.mark.parametrize("name", [name for name, wanted in truth().items() if "lots" in wanted])
def test_lots_are_found_field_by_field(name: str) -> None:
    assert list(wrong_lots(name)) == []


@pytest.mark.parametrize("name", truth())
def test_every_line_has_one_fate_and_the_skipped_ones_their_reason(name: str) -> None:
    wanted = {entry["line"]: entry["why"] for entry in truth()[name]["skipped"]}
    found = {}
    at = 1
    for fate in report(name).fates:
        assert fate.first == at
        at = fate.last + 1
        # a cell that cannot be read, and a row that needs an answer, are "other" to truth
        reason = {Fate.SKIPPED: fate.reason.value, Fate.WRONG: "other", Fate.QUESTION: "other"}.get(fate.fate)
        if fate.fate is Fate.QUESTION and fate.first not in wanted:
            reason = None
        if reason is not None:
            found.update(dict.fromkeys(range(fate.first, fate.last + 1), reason))
    assert at == report(name).lines + 1
    assert found == wanted


def test_quantity_times_price_gives_the_stated_amount() -> None:
    stated = fits = 0
    for name, wanted in truth().items():
        if "lots" not in wanted:
            continue
        explained = {lot["line"] for lot in wanted["lots"] if product_fits(lot)}
        for row in report(name).lots:
            if row.line in explained:
                stated += 1
                fits += product_fits(fields(row))
    assert not truth() or fits >= stated * 0.99 > 0


def product_fits(lot: dict[str, Any]) -> bool:
    """Whether quantity x price, with fee and rate, gives the amount to a cent or two and half a percent."""
    if lot.get("amount") is None or lot.get("price") is None:
        return False
    gross = Decimal(lot["quantity"]) * Decimal(lot["price"])
    amount, fee = Decimal(lot["amount"]), Decimal(lot.get("fee") or 0)
    rate = Decimal(lot.get("rate") or 1)
    tried = [gross * r + f for r in {Decimal(1), rate, 1 / rate} for f in (-fee, Decimal(0), fee)]
    return any(abs(made - amount) <= max(CENT, amount / 200) for made in tried)


Tally = dict[str, list[int]]  # measure: hits and wanted
LEAST = {"instruments": 98, "quantities": 96, "date": 95, "side": 95, "price": 95, "currency": 95, "fee": 95}


def tally() -> Tally:
    """Hits and wanted for each measure of the issue, over all files."""
    found: Tally = {name: [0, 0] for name in (*LEAST, "none invented", "kinds", "header lines")}

    def count(name: str, *, hit: bool) -> None:
        found[name][0] += hit
        found[name][1] += 1

    for name, wanted in truth().items():
        read_as, left = report(name), list(report(name).holdings)
        count("kinds", hit=read_as.kind == wanted["kind"])
        count("header lines", hit=read_as.header_line == wanted["header_line"])
        for instrument in wanted["instruments"]:
            holding = fitting(left, instrument)
            quantities = [instrument["quantity"], *instrument.get("alternatives", [])]
            count("instruments", hit=holding is not None)
            count("quantities", hit=holding is not None and said(holding.quantity) in quantities)
            if holding is not None:
                left.remove(holding)
        count("none invented", hit=not left)
        rows = {row.line: fields(row) for row in read_as.lots}
        for lot in wanted.get("lots", []):
            others = lot.get("alternatives", {})
            for field in ("date", "side", "price", "currency", "fee"):
                fits = [lot.get(field), *others.get(field, [])]
                count(field, hit=lot["line"] in rows and rows[lot["line"]][field] in fits)
    return found


def test_every_measure_reaches_what_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    found = tally()
    with capsys.disabled():
        print()  # noqa: T201 - the figures are what this test is run for
        for name, (hits, wanted) in found.items():
            print(f"{name:>14}: {hits}/{wanted} = {hits / max(wanted, 1):.1%}")  # noqa: T201
    for name, (hits, wanted) in found.items():
        assert hits * 100 >= wanted * LEAST.get(name, 100), name
