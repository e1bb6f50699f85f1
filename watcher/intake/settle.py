"""Ends every line once all rows are known: first namings, snapshots, fees of an order, and the report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from watcher.domain.holding import Side
from watcher.intake import dates, gather, numbers, reversals
from watcher.intake.choices import Choices
from watcher.intake.layout import Layout, Sort
from watcher.intake.listings import Known
from watcher.intake.outcome import Aside, Outcome
from watcher.intake.records import Record
from watcher.intake.report import (
    About,
    Fate,
    Holding,
    Kind,
    LineFate,
    Notice,
    Question,
    Reason,
    Report,
    Row,
    TableView,
)  # fmt: skip
from watcher.intake.spelling import plain
from watcher.intake.verbs import Action, action_of

ASCII = 127
ENGLISH = frozenset({"date", "time", "quantity", "qty", "shares", "price", "amount", "name"})
SECTION_WORDS = (("cash", Reason.CASH), ("dividend", Reason.DIVIDEND), ("fee", Reason.FEE), ("tax", Reason.TAX))
BY_ACTION = {
    Action.DIVIDEND: Reason.DIVIDEND, Action.TAX: Reason.TAX, Action.FEE: Reason.FEE, Action.INTEREST: Reason.CASH,
    Action.CASH: Reason.CASH, Action.DEPOSIT: Reason.DEPOSIT, Action.FX: Reason.FX,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file, before it is settled."""

    name: str
    encoding: str
    delimiter: str
    decimal: str
    tables: tuple[TableView, ...]
    out: Outcome
    lines: int
    choices: Choices
    known: Known
    layouts: tuple[Layout, ...]


def report(read: Read) -> Report:
    """Settle what was read."""
    out = read.out
    reversals.settle(out)
    links = gather.Links([r.identity for r in (*out.rows, *out.named)] + [a.identity for a in out.asides])
    rows = gather.restated(_latest(out, links), links)
    rows = _with_fees(rows, out, links)
    rows += _first_names(rows, out, links)
    rows.sort(key=itemgetter(0))
    if read.choices.currency:
        rows = [_in_currency(row, read.choices.currency) for row in rows]
    listed = [*rows, *out.named]
    held = gather.holdings(listed, links, read.known, read.choices)
    rows = _as_instruments(rows, held, links)
    kind = _kind(rows, read)
    out.fates += [LineFate(row.line, row.last_line, Fate.IMPORTED) for row in rows]
    for holding in held:
        if holding.candidates:
            out.questions.append(
                Question(
                    holding.lines[0],
                    About.LISTING,
                    holding.identity.symbol or holding.identity.isin,
                    holding.candidates,
                )
            )
    header = next((t.header_line for t in read.tables if t.header_line is not None and t.kind is not None), None)
    if header is None:
        header = next((t.header_line for t in read.tables if t.header_line is not None), None)
    return Report(
        read.name, read.encoding, read.delimiter, read.decimal if kind is not Kind.WATCHLIST or _numeric(rows) else "",
        header, kind, read.tables, tuple(rows), held, _whole(out.fates, read.lines),
        tuple(sorted(out.questions)), tuple(out.problems), tuple(sorted(out.notices)), tuple(out.decisions), read.lines,
    )  # fmt: skip


def _as_instruments(rows: list[Row], held: Sequence[Holding], links: gather.Links) -> list[Row]:
    """The rows with all that the file knows of their instruments, not only what stands in each of them."""
    known = {links.key(holding.identity): holding.identity for holding in held}
    made = []
    for row in rows:
        who = known.get(links.key(row.identity), row.identity)
        made.append(row if who is row.identity or who == row.identity else row._replace(identity=who))
    return made


def _in_currency(row: Row, currency: str) -> Row:
    """A row whose price is in the currency that the user named, where the file names none."""
    return row if row.currency or row.side is None else row._replace(currency=currency)


def _numeric(rows: Iterable[Row]) -> bool:
    return any(row.quantity is not None for row in rows)


def _kind(rows: Sequence[Row], read: Read) -> Kind | None:
    if read.choices.kind is not None:
        return read.choices.kind
    if not rows and not read.out.named and all(table.header_line is None for table in read.tables):
        return None
    sorts = {where.sort for where in read.layouts} - {Sort.REFERENCE}
    found = {Sort.WATCH: Kind.WATCHLIST, Sort.HOLD: Kind.HOLDINGS, Sort.TRADE: Kind.TRANSACTIONS}
    kinds = {found[sort] for sort in sorts if sort in found}
    if Sort.PORTFOLIO in sorts:
        kinds |= {
            Kind.HOLDINGS if r.side is Side.HOLD else Kind.TRANSACTIONS if r.side else Kind.WATCHLIST for r in rows
        }
    if len(kinds) > 1:
        return Kind.MIXED
    if kinds:
        return kinds.pop()
    return Kind.WATCHLIST if rows else None


def _latest(out: Outcome, links: gather.Links) -> list[Row]:
    """The rows without those of earlier snapshots: a later one says the same positions anew."""
    days = out.snapshots
    on: dict[str, set[date]] = {}
    for row in out.rows:
        if row.line in days:
            on.setdefault(f"{links.key(row.identity)} {row.currency}", set()).add(days[row.line])
    if not any(len(found) > 1 for found in on.values()):
        return list(out.rows)  # every position is stated once: the days are those of its price
    newest = max(days.values())
    later = {links.key(row.identity): row.line for row in out.rows if days.get(row.line) == newest}
    kept = []
    for row in out.rows:
        day = days.get(row.line)
        into = later.get(links.key(row.identity), 0)
        if day is None or day == newest:
            kept.append(row)
        elif into:
            out.fates.append(LineFate(row.line, row.last_line, Fate.MERGED, Reason.NONE, into))
            out.named.append(row._replace(side=None, quantity=None))
            out.notices.append(Notice(row.line, About.SNAPSHOT, newest.isoformat()))
        else:
            kept.append(row._replace(side=None, quantity=None))
    return kept


def _with_fees(rows: list[Row], out: Outcome, links: gather.Links) -> list[Row]:
    """Give trades the costs that rows of their own state for the same order."""
    costs: dict[tuple[str, str], list[Aside]] = {}
    for aside in out.asides:
        if aside.reason is Reason.FEE and aside.reference and aside.fee:
            costs.setdefault((aside.reference, links.key(aside.identity)), []).append(aside)
    if not costs:
        return rows
    made = []
    for row in rows:
        here = costs.pop((row.reference, links.key(row.identity)), None) if row.reference and row.fee is None else None
        found = numbers.one(here[0].fee) if here else None
        if here and found is not None:
            code = here[0].currency
            row = row._replace(fee=abs(found), fee_currency=code if code != row.currency else "")  # noqa: PLW2901
            out.paid_in[here[0].record.first] = row.line
        made.append(row)
    return made


def _first_names(rows: Sequence[Row], out: Outcome, links: gather.Links) -> list[Row]:
    """Import asides that are the first to name their instrument, and skip the others."""
    first: dict[str, int] = {}
    for row in (*rows, *out.named):
        key = links.key(row.identity)
        first[key] = min(first.get(key, row.line), row.line)
    made = []
    for aside in sorted(out.asides, key=lambda a: a.record.first):
        line = aside.record.first
        key = links.key(aside.identity) if aside.names else ""
        if key and first.get(key, line) >= line:
            first[key] = line
            made.append(
                Row(
                    line,
                    aside.record.last,
                    aside.table,
                    None,
                    aside.identity,
                    currency=aside.currency,
                    reason=aside.reason,
                )
            )
            continue
        out.end(aside.record, Fate.SKIPPED, aside.reason, out.paid_in.get(line, 0))
    return made


def _whole(fates: Iterable[LineFate], lines: int) -> tuple[LineFate, ...]:
    """The fates in order, each line in exactly one; what was overlooked is said to be skipped."""
    made: list[LineFate] = []
    at = 1
    for fate in sorted(fates, key=itemgetter(0)):
        if fate.last < at:
            continue
        if fate.first > at:
            made.append(LineFate(at, fate.first - 1, Fate.SKIPPED, Reason.OTHER))
        made.append(fate._replace(first=max(fate.first, at)) if fate.first < at else fate)
        at = fate.last + 1
    if at <= lines:
        made.append(LineFate(at, lines, Fate.SKIPPED, Reason.OTHER))
    return tuple(made)


def section_reason(section: str, cells: Sequence[str]) -> Reason:
    """Why a row of a table without instruments is skipped."""
    if not any(cell.strip() for cell in cells):
        return Reason.BLANK
    words = plain(section)
    for word, reason in SECTION_WORDS:
        if word in words:
            return reason
    return BY_ACTION.get(action_of(section), Reason.OTHER)


def doubts(codes: Collection[str], out: Outcome) -> None:
    """Warn of identifiers whose check digit is wrong, at the first line that has them."""
    left = set(codes)
    seen: dict[str, int] = {}
    for row in out.rows if left else ():
        for code in (row.identity.isin, row.identity.cusip, row.identity.sedol):
            if code in left:
                seen[code] = min(seen.get(code, row.line), row.line)
    for aside in out.asides if left else ():
        if aside.identity.isin in left:
            line = aside.record.first
            seen[aside.identity.isin] = min(seen.get(aside.identity.isin, line), line)
    known = {notice.value for notice in out.notices if notice.about is About.CHECK_DIGIT}
    out.notices += [Notice(line, About.CHECK_DIGIT, code) for code, line in seen.items() if code not in known]


def usual_order(headers: Sequence[str], rows: Sequence[Record], place: int) -> tuple[dates.Order, bool]:
    """Which of two small numbers is the month, and whether that is sure enough not to ask.

    Americans write 1/2/2024 for the second of January; with dashes, and where people do not pay in dollars or do not
    write English, the day comes first.
    """
    slashes = any("/" in record.cells[place] for record in rows[:200] if len(record.cells) > place)
    if not slashes:
        return dates.Order.DAY, True
    text = " ".join(cell for record in rows[:50] for cell in record.cells) + " ".join(headers)
    foreign = any(ord(letter) > ASCII for header in headers for letter in header) or not ENGLISH & set(
        plain(" ".join(headers)).split()
    )
    if foreign or "\u20ac" in text or "\u00a3" in text:
        return dates.Order.DAY, True
    return (dates.Order.MONTH if "$" in text else dates.Order.DAY), False


def date_question(rows: Sequence[Record], place: int) -> Question:
    """Asks which number of an ambiguous day is the month."""
    for record in rows:
        if len(record.cells) > place and dates.proof([record.cells[place]])[1]:
            text = record.cells[place].strip()
            both = (dates.parse(text, dates.Order.DAY), dates.parse(text, dates.Order.MONTH))
            return Question(record.first, About.DATES, text, tuple(day.isoformat() for day in both if day))
    return Question(rows[0].first if rows else 0, About.DATES, "")
