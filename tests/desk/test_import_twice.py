"""Whatever family a file is of: taken in twice, in another spelling or piece by piece it adds nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.intake.exports import EXPORTS
from watcher.desk.importer import Importer
from watcher.domain.import_plan import Listed
from watcher.domain.intake import Kind
from watcher.domain.positions import by_instrument, position
from watcher.domain.row_identity import plain
from watcher.intake.report import Holding
from watcher.storage.user_store import UserStore

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "csv"
REAL = [path for path in sorted(FOLDER.glob("*")) if path.suffix in {".csv", ".txt"}]
FILES = {name: export.data for name, export in EXPORTS.items()} | {path.name: path.read_bytes() for path in REAL}


@pytest.fixture
def user() -> Iterator[UserStore]:
    store = UserStore(None, "0", FakeClock())
    store.lists.add("")
    yield store
    store.close()


def take_in(importer: Importer, data: bytes) -> None:
    file = importer.read(data, "file.csv")
    importer.adopt(file, importer.plan(file))


def adds_nothing(importer: Importer, data: bytes) -> bool:
    plan = importer.plan(importer.read(data, "file.csv"))
    return plan.nothing_new and not importer.changes_something(plan)


def key(holding: Holding) -> str:
    who, symbol = holding.identity, holding.yahoo_symbol
    return Listed(
        "", symbol, who.name, who.isin, who.wkn, who.symbol, who.exchange, who.cusip, who.sedol
    ).instrument  # fmt: skip


def entries(user: UserStore) -> list[tuple[str, ...]]:
    return sorted(
        (t.side.value, str(t.day), plain(t.quantity), plain(t.price), t.currency, plain(t.fee))
        for t in (entry.transaction for entry in user.entries.all())
    )


@pytest.mark.parametrize("name", FILES)
def test_a_file_taken_in_twice_adds_nothing_and_leaves_what_it_states(name: str, user: UserStore) -> None:
    importer = Importer(user, FakeClock())
    data = FILES[name]
    take_in(importer, data)
    assert adds_nothing(importer, data)
    report = importer.read(data, name).report
    made = {about: position(about, rows) for about, rows in by_instrument(user.entries.all()).items()}
    for holding in report.holdings:
        found = made.get(key(holding))
        held = found.quantity - found.quantity_missing if found is not None else Decimal(0)
        assert report.questions or holding.quantity is None or held == holding.quantity, holding


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_file_in_another_encoding_or_with_other_line_ends_adds_nothing(name: str, user: UserStore) -> None:
    importer = Importer(user, FakeClock())
    text = EXPORTS[name].text
    take_in(importer, text.encode())
    for other in (text.encode("utf-16"), text.encode("cp1252", "replace"), text.replace("\n", "\r\n").encode()):
        assert adds_nothing(importer, other)


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_that_grows_line_by_line_ends_as_the_whole_one(name: str, user: UserStore) -> None:
    importer = Importer(user, FakeClock())
    lines = EXPORTS[name].text.splitlines(keepends=True)
    whole = importer.read(EXPORTS[name].data, name).report
    if whole.kind is not Kind.TRANSACTIONS:
        pytest.skip("a statement, or a list")
    for end in range((whole.header_line or 0) + 2, len(lines) + 1):
        take_in(importer, "".join(lines[:end]).encode())
    grown = entries(user)
    fresh = UserStore(None, "0", FakeClock())
    take_in(Importer(fresh, FakeClock()), EXPORTS[name].data)
    assert grown == entries(fresh)
    fresh.close()


def test_numbers_that_only_count_the_rows_are_no_ids(user: UserStore) -> None:
    importer = Importer(user, FakeClock())
    head = "Nr.;Datum;Typ;ISIN;St\u00fcck;Kurs;W\u00e4hrung\n"
    first = ["03.01.2024;Kauf;US01609W1027;10;71,00;EUR", "02.01.2024;Kauf;US01609W1027;5;70,00;EUR"]
    longer = ["04.01.2024;Kauf;US01609W1027;3;72,00;EUR", *first]
    for rows in (first, longer):
        take_in(importer, (head + "".join(f"{n};{row}\n" for n, row in enumerate(rows, 1))).encode())
    assert sorted(entry.transaction.quantity for entry in user.entries.all()) == [3, 5, 10]


def test_ids_of_a_broker_s_own_tell_equal_rows_apart(user: UserStore) -> None:
    importer = Importer(user, FakeClock())
    head = "Order ID,Date,Type,ISIN,Quantity,Price,Currency\n"
    for number in ("70412", "70418"):
        take_in(importer, (head + f"{number},2024-01-02,Buy,US01609W1027,10,70,EUR\n").encode())
    assert len(user.entries.all()) == 2
