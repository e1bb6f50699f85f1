"""Compares what `watcher import --dry-run --json` prints with what was found in a file by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

CODES = ("isin", "wkn", "symbol", "exchange")
LOT_FIELDS = ("date", "side", "price", "currency", "fee")
KEYS = {
    "file", "encoding", "delimiter", "decimal", "header_line", "kind", "instruments", "lots", "fates", "questions",
    "problems",
}  # fmt: skip
INSTRUMENT_KEYS = {*CODES, "name", "currency", "quantity", "yahoo_symbol", "lines"}
LOT_KEYS = {
    "line", "isin", "symbol", "name", "date", "side", "quantity", "price", "currency", "fee", "rate", "amount",
}  # fmt: skip
REASONS = {
    None, "cash", "total", "footer", "dividend", "fee", "deposit", "cancelled", "pending", "tax", "fx", "section",
    "blank", "other",
}  # fmt: skip
CENT = Decimal("0.025")


@dataclass
class Score:
    """How often something was right, and what was not."""

    right: int = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, holds: bool, complaint: str) -> None:
        """Count one comparison."""
        self.asked += 1
        self.right += holds
        if not holds:
            self.wrong.append(complaint)

    @property
    def share(self) -> float:
        """From 0 to 1; nothing asked is 1."""
        return self.right / self.asked if self.asked else 1.0


@dataclass
class Scores:
    """One score for each thing that is measured."""

    form: Score = field(default_factory=Score)
    layout: Score = field(default_factory=Score)
    instruments: Score = field(default_factory=Score)
    invented: Score = field(default_factory=Score)
    quantities: Score = field(default_factory=Score)
    lots: Score = field(default_factory=Score)
    lot_fields: Score = field(default_factory=Score)
    lines: Score = field(default_factory=Score)
    reasons: Score = field(default_factory=Score)
    products: Score = field(default_factory=Score)

    def add(self, name: str, told: Mapping[str, Any], wanted: Mapping[str, Any], lines: int) -> None:
        """Compare one file; `lines` is how many physical lines it has."""
        self.form.count(has_the_form(told), f"{name}: the keys")
        for key in ("kind", "header_line", "encoding", "delimiter", "decimal"):
            self.layout.count(told[key] == wanted[key], f"{name}: {key} {told[key]!r}, not {wanted[key]!r}")
        self._instruments(name, told["instruments"], wanted["instruments"])
        if "lots" in wanted:
            self._lots(name, told["lots"], wanted["lots"])
        fates = list(_each_line(told["fates"]))
        self.lines.count([line for line, _ in fates] == list(range(1, lines + 1)), f"{name}: lines without one fate")
        reasons = dict(fates)
        for skipped in wanted["skipped"]:
            found = reasons.get(skipped["line"])
            self.reasons.count(found == skipped["why"], f"{name}: line {skipped['line']} {found}, not {skipped['why']}")

    def _instruments(self, name: str, told: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
        left = list(told)
        for want in wanted:
            found = next((entry for entry in left if _is_same(entry, want)), None)
            self.instruments.count(found is not None, f"{name}: no {want}")
            if found is None:
                continue
            left.remove(found)
            fits = found["quantity"] in [want["quantity"], *want.get("alternatives", [])]
            self.quantities.count(fits, f"{name}: {found}, not {want['quantity']}")
        self.invented.count(not left, f"{name}: invented {left}")

    def _lots(self, name: str, told: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
        left = {lot["line"]: lot for lot in told}
        for want in wanted:
            found = left.pop(want["line"], None)
            if found is None and want.get("ambiguous"):
                continue
            self.lots.count(found is not None, f"{name}: no lot of line {want['line']}")
            if found is None:
                continue
            for key in LOT_FIELDS:
                allowed = [want.get(key), *want.get("alternatives", {}).get(key, [])]
                if key == "price" and want.get("price") is None:
                    allowed.append(want.get("derived_price"))
                fits = found[key] in allowed
                self.lot_fields.count(fits, f"{name}: line {want['line']}: {key} {found[key]}, not {want.get(key)}")
            if product_fits(want):
                self.products.count(product_fits(found), f"{name}: line {want['line']}: quantity x price {found}")
        self.lots.count(not left, f"{name}: lots of lines {sorted(left)}")


def has_the_form(told: Mapping[str, Any]) -> bool:
    """Whether every key is there, and none besides."""
    return (
        set(told) == KEYS
        and all(set(entry) == INSTRUMENT_KEYS for entry in told["instruments"])
        and all(set(lot) == LOT_KEYS for lot in told["lots"])
        and all(len(fate) == 4 and fate[3] in REASONS for fate in told["fates"])
        and all(set(question) == {"line", "about", "candidates"} for question in told["questions"])
        and all(set(problem) == {"line", "column", "value", "expected"} for problem in told["problems"])
    )


def product_fits(lot: Mapping[str, Any]) -> bool:
    """Whether quantity x price, with fee and rate, gives the amount to a cent or two and half a percent."""
    if lot.get("amount") is None or lot.get("price") is None:
        return False
    gross = Decimal(lot["quantity"]) * Decimal(lot["price"])
    amount, fee = Decimal(lot["amount"]), Decimal(lot.get("fee") or 0)
    rate = Decimal(lot.get("rate") or 1)
    tried = [gross * r + f for r in {Decimal(1), rate, 1 / rate} for f in (-fee, Decimal(0), fee)]
    return any(abs(made - amount) <= max(CENT, amount / 200) for made in tried)


def _is_same(told: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    named = any(wanted[code] for code in CODES) or told["name"] == wanted["name"]
    return named and told["lines"][0] == wanted["line"] and all(told[code] == wanted[code] for code in CODES)


def _each_line(fates: list[list[Any]]) -> Iterator[tuple[int, str | None]]:
    for first, last, _, reason in fates:
        for line in range(first, last + 1):
            yield line, reason
