from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.fakes import FakeClock
from watcher.desk.import_lists import ListTarget
from watcher.desk.importer import NO_ANSWERS, Importer
from watcher.domain.batch import BatchState
from watcher.domain.errors import CancelledError, FileGoneError, StalePlanError, StoreError
from watcher.domain.holding import Side, Transaction
from watcher.domain.import_plan import Answer, Change, ChangeKind, RowState, Standing
from watcher.domain.intake import Kind, Role
from watcher.domain.split import Split
from watcher.domain.watchlist import symbol_rows
from watcher.intake.choices import Choices, ColumnChoice
from watcher.intake.listings import Known, Listing
from watcher.storage.user_store import UserStore

KNOWN = Known((Listing("AHLA.DE", "US01609W1027", "A117ME", "XETR", "EUR", "Muster Holding ADR"),))
GERMAN = "Datum;Typ;ISIN;Name;Stück;Kurs;Währung;Gebühr\n"
ENGLISH = "Fee,Currency,Price,Quantity,Security,ISIN,Type,Date\n"
DEPOT = "Stück;Bezeichnung;ISIN;Währung;Kaufkurs\n"

Trade = tuple[int, str, int, str]  # day of the month, verb, quantity, price in cents


@pytest.fixture
def user() -> Iterator[UserStore]:
    store = UserStore(None, "0", FakeClock())
    yield store
    store.close()


@pytest.fixture
def importer(user: UserStore) -> Importer:
    return Importer(user, FakeClock(), KNOWN)


def german(trades: Sequence[Trade]) -> bytes:
    rows = [
        f"{day:02}.01.2025;{'Kauf' if verb == 'buy' else 'Verkauf'};US01609W1027;Muster Hldg;{quantity};"
        f"{price[:-2] or '0'},{price[-2:]};EUR;9,90\n"
        for day, verb, quantity, price in trades
    ]
    return (GERMAN + "".join(rows)).encode("cp1252")


def english(trades: Sequence[Trade]) -> bytes:
    rows = [
        f"9.90,EUR,{price[:-2] or '0'}.{price[-2:]},{quantity},MUSTER HLDG,US01609W1027,"
        f"{'Buy' if verb == 'buy' else 'Sell'},2025-01-{day:02}\n"
        for day, verb, quantity, price in trades
    ]
    return (ENGLISH + "".join(rows)).encode("utf-16")


def depot(*rows: tuple[int, str, str, str]) -> bytes:
    return (DEPOT + "".join(f"{q};{name};{isin};EUR;{price}\n" for q, name, isin, price in rows)).encode()


MUSTER = ("Muster Hldg", "US01609W1027")
BEISPIEL = ("Beispiel AG", "DE0005557508")


def adopt(importer: Importer, data: bytes, answers: Mapping[str, Answer] = NO_ANSWERS, name: str = "file.csv") -> int:
    file = importer.read(data, name)
    return importer.adopt(file, importer.plan(file), answers).batch


def states(importer: Importer, data: bytes) -> list[RowState]:
    return [row.state for row in importer.plan(importer.read(data, "file.csv")).rows]


def held(user: UserStore) -> list[tuple[Side, str, str, str]]:
    return [
        (e.transaction.side, str(e.transaction.quantity), str(e.transaction.price), e.transaction.name)
        for e in user.entries.all()
    ]


def sums(user: UserStore) -> dict[str, Decimal]:
    found: Counter[str] = Counter()
    for entry in user.entries.all():
        found[entry.transaction.isin] += entry.transaction.signed  # type: ignore[assignment]
    return dict(found)  # type: ignore[arg-type]


def only_change(importer: Importer, data: bytes) -> Change:
    [change] = importer.plan(importer.read(data, "file.csv")).changes
    return change


def quantities(change: Change) -> tuple[int, int, int]:
    """What is held, what is held elsewhere, and what the file says."""
    return int(change.old.quantity), int(change.elsewhere.quantity), int(change.new.quantity)


TWO = [(7, "buy", 10, "10130"), (8, "buy", 5, "9900")]


def test_nothing_is_written_until_the_user_agrees_and_then_all_of_it(importer: Importer, user: UserStore) -> None:
    file = importer.read(german(TWO), "umsaetze.csv")
    plan = importer.plan(file)
    assert [row.state for row in plan.rows] == [RowState.NEW, RowState.NEW]
    assert user.entries.count() == 0
    batch = importer.adopt(file, plan).batch
    [first, second] = user.entries.all()
    assert (first.batch, first.line, second.line) == (batch, 2, 3)
    assert first.transaction == Transaction(
        Side.BUY, Decimal(10), "AHLA.DE", "US01609W1027", "Muster Hldg", date(2025, 1, 7), Decimal("101.30"), "EUR",
        Decimal("9.90"),
    )  # fmt: skip


def test_the_same_file_again_adds_nothing_and_says_so(importer: Importer, user: UserStore) -> None:
    adopt(importer, german(TWO))
    again = importer.plan(importer.read(german(TWO), "again.csv"))
    assert [row.state for row in again.rows] == [RowState.KNOWN, RowState.KNOWN]
    assert again.nothing_new
    assert [row.entry for row in again.rows] == [entry.id for entry in user.entries.all()]
    adopt(importer, german(TWO))
    assert len(user.entries.all()) == 2


def test_the_same_rows_in_another_language_order_encoding_and_spelling_add_nothing(importer: Importer) -> None:
    adopt(importer, german(TWO))
    assert states(importer, english(TWO[::-1])) == [RowState.KNOWN, RowState.KNOWN]


def test_a_row_that_the_user_changed_is_still_the_row_of_the_file(importer: Importer, user: UserStore) -> None:
    adopt(importer, german(TWO))
    [first, _] = user.entries.all()
    changed = Transaction(Side.BUY, Decimal(11), "BABA", price=Decimal(99), currency="USD", day=date(2024, 1, 1))
    user.entries.put([type(first)(first.id, changed, first.batch, first.line, first.key)])
    assert states(importer, german(TWO)) == [RowState.KNOWN, RowState.KNOWN]


def test_what_was_taken_back_is_not_there_already(importer: Importer, user: UserStore) -> None:
    batch = adopt(importer, german(TWO))
    user.batches.set_state(batch, BatchState.UNDONE)
    assert user.entries.all() == ()
    assert states(importer, german(TWO)) == [RowState.NEW, RowState.NEW]


def test_a_lot_made_by_hand_is_there_already(importer: Importer, user: UserStore) -> None:
    user.entries.add(
        [Transaction(Side.BUY, Decimal(10), "AHLA.DE", day=date(2025, 1, 7), price=Decimal("101.3"), currency="EUR")]
    )
    assert states(importer, german(TWO)) == [RowState.KNOWN, RowState.NEW]


days = st.lists(
    st.tuples(
        st.integers(1, 6), st.sampled_from(["buy", "sell"]), st.integers(1, 2), st.sampled_from(["1000", "1001"])
    ),
    max_size=10,
).map(sorted)
cuts = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=4)


@settings(max_examples=60, deadline=None)
@given(days, cuts, st.randoms(use_true_random=False))
def test_any_exports_that_overlap_in_any_order_end_in_the_same_entries(
    trades: list[Trade], spans: list[tuple[int, int]], rng: object
) -> None:
    user = UserStore(None, "0", FakeClock())
    importer = Importer(user, FakeClock(), KNOWN)
    exports = [[t for t in trades if min(span) <= t[0] <= max(span)] for span in spans]
    half = rng.randint(1, 6)  # type: ignore[attr-defined]
    exports += [[t for t in trades if t[0] <= half], [t for t in trades if t[0] >= half]]
    rng.shuffle(exports)  # type: ignore[attr-defined]
    for export in exports:
        if export:
            adopt(importer, rng.choice([german, english])(export))  # type: ignore[attr-defined]
    found = sorted(
        (e.transaction.day.day, e.transaction.side.value, int(e.transaction.quantity), plain_cents(e.transaction.price))
        for e in user.entries.all()
        if e.transaction.day is not None
    )
    assert found == trades
    user.close()


def plain_cents(price: Decimal | None) -> str:
    assert price is not None
    return str(int(price * 100))


# ---- statements


def test_a_first_statement_is_simply_new(importer: Importer, user: UserStore) -> None:
    adopt(importer, depot((148, *MUSTER, "130,20"), (100, *BEISPIEL, "17,50")))
    assert held(user) == [(Side.HOLD, "148", "130.20", "Muster Hldg"), (Side.HOLD, "100", "17.50", "Beispiel AG")]


def test_the_same_statement_again_asks_nothing_and_adds_nothing(importer: Importer, user: UserStore) -> None:
    data = depot((148, *MUSTER, "130,20"))
    adopt(importer, data)
    plan = importer.plan(importer.read(data, "file.csv"))
    assert plan.nothing_new
    assert plan.asked == ()
    adopt(importer, data)
    assert sums(user) == {"US01609W1027": 148}


def test_a_later_statement_shows_old_and_new_and_asks(importer: Importer, user: UserStore) -> None:
    adopt(importer, depot((148, *MUSTER, "130,20")))
    later = depot((160, *MUSTER, "128,40"))
    change = only_change(importer, later)
    assert (change.kind, change.old, change.new) == (
        ChangeKind.STATED,
        Standing(Decimal(148), Decimal("130.20"), "EUR"),
        Standing(Decimal(160), Decimal("128.40"), "EUR"),
    )
    assert change.options == (Answer.REPLACE, Answer.DIFFERENCE, Answer.ADD, Answer.LEAVE)
    adopt(importer, later)
    assert sums(user) == {"US01609W1027": 148}  # nothing without an answer


@pytest.mark.parametrize(
    ("answer", "entries"),
    [
        (Answer.LEAVE, [(Side.HOLD, "148", "130.20")]),
        (Answer.REPLACE, [(Side.HOLD, "160", "128.40")]),
        (Answer.ADD, [(Side.HOLD, "148", "130.20"), (Side.HOLD, "160", "128.40")]),
        (Answer.DIFFERENCE, [(Side.HOLD, "148", "130.20"), (Side.HOLD, "12", "106.2")]),
        (Answer.REMOVE, [(Side.HOLD, "148", "130.20")]),  # no answer to this question
    ],
)
def test_each_answer_does_what_it_says_and_undo_brings_back_what_was(
    importer: Importer, user: UserStore, answer: Answer, entries: list[tuple[Side, str, str]]
) -> None:
    adopt(importer, depot((148, *MUSTER, "130,20")))
    before = user.entries.all()
    later = depot((160, *MUSTER, "128,40"))
    batch = adopt(importer, later, {only_change(importer, later).about: answer})
    assert [row[:3] for row in held(user)] == entries
    if answer is not Answer.LEAVE and answer is not Answer.REMOVE and answer is not Answer.ADD:
        assert importer.plan(importer.read(later, "again.csv")).asked == ()
    user.batches.set_state(batch, BatchState.UNDONE)
    assert user.entries.all() == before


def test_a_smaller_position_books_what_went_without_a_price(importer: Importer, user: UserStore) -> None:
    adopt(importer, depot((148, *MUSTER, "130,20")))
    later = depot((100, *MUSTER, "130,20"))
    adopt(importer, later, {only_change(importer, later).about: Answer.DIFFERENCE})
    assert [row[:3] for row in held(user)] == [(Side.HOLD, "148", "130.20"), (Side.OUT, "48", "None")]
    assert user.entries.all()[-1].transaction.day == MONDAY.date()


def test_what_a_statement_leaves_out_is_shown_and_never_removed_unasked(importer: Importer, user: UserStore) -> None:
    adopt(importer, depot((148, *MUSTER, "130,20"), (100, *BEISPIEL, "17,50")))
    later = depot((148, *MUSTER, "130,20"))
    plan = importer.plan(importer.read(later, "file.csv"))
    [change] = [c for c in plan.changes if c.kind is ChangeKind.ABSENT]
    assert change.example.name == "Beispiel AG"
    assert quantities(change) == (100, 0, 0)
    assert plan.asked == ()
    adopt(importer, later)
    assert sums(user) == {"US01609W1027": 148, "DE0005557508": 100}
    adopt(importer, later, {change.about: Answer.REMOVE})
    assert sums(user) == {"US01609W1027": 148}


def test_a_statement_over_what_trades_made_asks_unless_it_says_the_same(importer: Importer, user: UserStore) -> None:
    adopt(importer, german(TWO))
    assert importer.plan(importer.read(depot((15, *MUSTER, "99,00")), "file.csv")).asked == ()
    other = depot((20, *MUSTER, "99,00"))
    change = only_change(importer, other)
    assert change.kind is ChangeKind.STATED
    assert quantities(change) == (15, 0, 20)
    batch = adopt(importer, other, {change.about: Answer.REPLACE})
    assert sums(user) == {"US01609W1027": 20}
    assert states(importer, german(TWO)) == [RowState.KNOWN, RowState.KNOWN]  # there, though they no longer count
    user.batches.set_state(batch, BatchState.UNDONE)
    assert sums(user) == {"US01609W1027": 15}


def test_trades_of_before_a_statement_are_not_added_to_it_in_silence(importer: Importer, user: UserStore) -> None:
    adopt(importer, depot((15, *MUSTER, "99,00")))
    change = only_change(importer, german(TWO))
    assert change.kind is ChangeKind.TRADED
    assert quantities(change) == (15, 0, 15)
    adopt(importer, german(TWO))
    assert sums(user) == {"US01609W1027": 15}
    adopt(importer, german(TWO), {change.about: Answer.REPLACE})
    assert sums(user) == {"US01609W1027": 15}
    assert {entry.transaction.side for entry in user.entries.all()} == {Side.BUY}


def test_trades_after_a_statement_are_new(user: UserStore) -> None:
    clock = FakeClock(MONDAY.replace(year=2025, month=1, day=1))
    importer = Importer(user, clock, KNOWN)
    adopt(importer, depot((15, *MUSTER, "99,00")))
    clock.advance(timedelta(days=40).total_seconds())
    adopt(importer, german(TWO))
    assert sums(user) == {"US01609W1027": 30}


def test_a_statement_of_another_bank_is_told_apart_from_the_first_ones(importer: Importer, user: UserStore) -> None:
    adopt(importer, depot((148, *MUSTER, "130,20")))
    other = b"ISIN,Name,Quantity,Cost price,Currency\nUS01609W1027,Muster,50,120.00,EUR\n"
    change = only_change(importer, other)
    adopt(importer, other, {change.about: Answer.ADD})
    assert sums(user) == {"US01609W1027": 198}
    later = depot((160, *MUSTER, "130,20"))
    change = only_change(importer, later)
    assert quantities(change) == (148, 50, 160)
    adopt(importer, later, {change.about: Answer.REPLACE})
    assert sums(user) == {"US01609W1027": 210}


def test_of_a_position_and_its_trades_in_one_file_each_share_counts_once(importer: Importer, user: UserStore) -> None:
    two_tables = (
        "Account,Investment Name,Symbol,Shares,Share Price,Total Value\n"
        "1,MUSTER ADR,BABA,15,70.00,1050.00\n\n\n"
        "Account,Trade Date,Transaction Type,Investment Name,Symbol,Shares,Share Price,Principal Amount\n"
        "1,2025-01-07,Buy,MUSTER ADR,BABA,10,60.00,600.00\n"
        "1,2025-01-08,Buy,MUSTER ADR,BABA,5,60.00,300.00\n"
    )
    file = importer.read(two_tables.encode(), "file.csv")
    assert file.report.kind is Kind.MIXED
    plan = importer.plan(file)
    assert [row.state for row in plan.rows] == [RowState.COVERED, RowState.NEW, RowState.NEW]
    part = importer.read(two_tables.replace(",15,70.00,1050.00", ",20,70.00,1400.00").encode(), "file.csv")
    assert [row.state for row in importer.plan(part).rows] == [RowState.NEW, RowState.COVERED, RowState.COVERED]


# ---- questions, records, trouble


def test_rows_with_a_question_wait_for_the_answer_and_can_be_answered_later(
    importer: Importer, user: UserStore
) -> None:
    data = b"date,type,symbol,qty,price\n01/02/2024,buy,AAPL,1,10\n"
    file = importer.read(data, "file.csv")
    plan = importer.plan(file)
    assert ([row.state for row in plan.rows], len(plan.questions)) == ([RowState.OPEN], 1)
    batch = importer.adopt(file, plan).batch
    assert user.entries.all() == ()
    [record] = importer.records()
    assert (record.id, record.note.open, record.has_file) == (batch, 1, True)
    again = importer.open_again(batch)
    assert again.report == file.report
    answered = importer.read(again.data, again.name, Choices(order="mdy"))
    importer.adopt(answered, importer.plan(answered))
    assert [entry.transaction.day for entry in user.entries.all()] == [date(2024, 1, 2)]


def test_a_plan_that_was_overtaken_is_not_carried_out(importer: Importer, user: UserStore) -> None:
    file = importer.read(german(TWO), "file.csv")
    plan = importer.plan(file)
    adopt(importer, german(TWO))
    with pytest.raises(StalePlanError):
        importer.adopt(file, plan)
    assert len(user.entries.all()) == 2


def test_what_comes_in_between_staging_and_yes_stops_it(importer: Importer, user: UserStore) -> None:
    file = importer.read(german(TWO), "file.csv")

    def meanwhile(done: int, total: int) -> bool:
        if done == total:
            user.entries.add([Transaction(Side.BUY, Decimal(1), "BABA")])
        return True

    with pytest.raises(StalePlanError):
        importer.adopt(file, importer.plan(file), progress=meanwhile)
    assert user.entries.count() == 1
    assert user.batches.all() == ()


def test_calling_it_off_leaves_nothing(importer: Importer, user: UserStore) -> None:
    many = german([(1 + n % 28, "buy", 1 + n, "1000") for n in range(1300)])
    file = importer.read(many, "file.csv")
    plan = importer.plan(file)
    told: list[tuple[int, int]] = []
    for last in range(4):

        def until(done: int, total: int, last: int = last) -> bool:
            told.append((done, total))
            return len(told) <= last

        told.clear()
        with pytest.raises(CancelledError):
            importer.adopt(file, plan, progress=until)
        assert (user.entries.count(), user.batches.all(), user.imports.files()) == (0, (), frozenset())
    assert told == [(0, 1300), (500, 1300), (1000, 1300), (1300, 1300)]


def test_a_store_that_refuses_leaves_what_counts_for_nothing(user: UserStore) -> None:
    importer = Importer(user, FakeClock(), KNOWN)
    file = importer.read(german(TWO), "file.csv")
    plan = importer.plan(file)

    def close(_done: int, _total: int) -> bool:
        user.close()
        return True

    with pytest.raises(StoreError):
        importer.adopt(file, plan, progress=close)


def test_the_records_tell_what_came_of_each_import(importer: Importer, user: UserStore) -> None:
    adopt(importer, german(TWO), name="first.csv")
    adopt(importer, german([*TWO, (9, "sell", 3, "12000")]), name="second.csv")
    second, first = importer.records()
    assert (first.name, first.kind, first.state, first.note.rows, first.note.lines) == (
        "first.csv", Kind.TRANSACTIONS, BatchState.IN_FORCE, 2, 3,
    )  # fmt: skip
    assert (second.name, second.note.rows, second.note.known) == ("second.csv", 1, 2)
    assert second.made == MONDAY


def test_a_record_is_removed_with_its_file_and_leaves_what_counts(importer: Importer, user: UserStore) -> None:
    batch = adopt(importer, german(TWO))
    importer.forget(batch)
    assert importer.records() == ()
    assert len(user.entries.all()) == 2
    with pytest.raises(FileGoneError):
        importer.open_again(batch)
    assert states(importer, german(TWO)) == [RowState.KNOWN, RowState.KNOWN]
    undone = adopt(importer, depot((1, *BEISPIEL, "1,00")))
    user.batches.set_state(undone, BatchState.UNDONE)
    importer.forget(undone)
    assert user.entries.count() == 2


# ---- lists

WATCHED = b"###China,NYSE:BABA,HKEX:9988,###Europe,XETR:AHLA\n"


def shown(user: UserStore) -> list[tuple[str, list[str]]]:
    return [(kept.name, [row.text for row in kept.rows]) for kept in user.lists.all()]


def test_a_watchlist_goes_on_the_first_list_with_its_sections_and_off_again(
    importer: Importer, user: UserStore
) -> None:
    user.lists.add("", symbol_rows(["BABA", "SAP.DE"]))
    user.lists.add("Other")
    file = importer.read(WATCHED, "list.txt")
    plan = importer.plan(file)
    assert (plan.watch, plan.nothing_new, importer.changes_something(plan)) == (True, True, True)
    made = importer.adopt(file, plan)
    after = [("", ["BABA", "SAP.DE", "China", "9988.HK", "Europe", "AHLA.DE"]), ("Other", [])]
    assert shown(user) == after
    assert not importer.changes_something(plan)
    importer.turn(made, BatchState.UNDONE)
    assert shown(user) == [("", ["BABA", "SAP.DE"]), ("Other", [])]
    importer.turn(importer.find(made.batch)[1], BatchState.IN_FORCE)  # as after a restart
    assert shown(user) == after


def test_the_instruments_of_holdings_go_on_a_list_that_is_named_and_made(importer: Importer, user: UserStore) -> None:
    user.lists.add("")
    file = importer.read(depot((148, *MUSTER, "130,20"), (100, *BEISPIEL, "17,50")), "depot.csv")
    made = importer.adopt(file, importer.plan(file), target=ListTarget("Depot"))
    assert shown(user) == [("", []), ("Depot", ["AHLA.DE", "isin:DE0005557508"])]
    importer.turn(made, BatchState.UNDONE)
    assert (shown(user), user.entries.all()) == ([("", [])], ())
    importer.turn(made, BatchState.IN_FORCE)
    assert shown(user)[1] == ("Depot", ["AHLA.DE", "isin:DE0005557508"])
    assert len(user.entries.all()) == 2


def test_what_the_user_put_on_the_list_since_stays_when_the_import_is_taken_back(
    importer: Importer, user: UserStore
) -> None:
    file = importer.read(depot((148, *MUSTER, "130,20")), "depot.csv")
    made = importer.adopt(file, importer.plan(file), target=ListTarget("Depot"))
    [kept] = user.lists.all()
    user.lists.replace_rows(kept.id, symbol_rows(["SAP.DE", "AHLA.DE"]))
    importer.turn(made, BatchState.UNDONE)
    assert shown(user) == [("Depot", ["SAP.DE"])]


# ---- splits, totals, opening balances


def test_a_statement_after_a_split_is_compared_with_the_shares_after_it(importer: Importer, user: UserStore) -> None:
    adopt(importer, german([(7, "buy", 10, "10000")]))
    after = importer.read(depot((80, *MUSTER, "12,50")), "depot.csv")
    eight = {"AHLA.DE": (Split(date(2025, 6, 1), Decimal(8), Decimal(1)),)}
    assert [c.asks for c in importer.plan(after).changes] == [True]
    assert [c.asks for c in importer.plan(after, eight).changes] == [False]
    statement = importer.read(depot((5, *BEISPIEL, "12,50")), "depot.csv")
    importer.adopt(statement, importer.plan(statement))
    assert [e.transaction.stated for e in user.entries.all()] == [None, MONDAY.date()]


def test_rows_that_state_a_total_alone_keep_it_exactly(importer: Importer, user: UserStore) -> None:
    text = "Datum;Typ;ISIN;Stück;Betrag;Währung\n07.01.2025;Kauf;US01609W1027;3;-100,00;EUR\n"
    adopt(importer, text.encode())
    [entry] = user.entries.all()
    assert (entry.transaction.price, entry.transaction.amount) == (None, Decimal("100.00"))
    assert states(importer, text.encode()) == [RowState.KNOWN]
    assert states(importer, text.replace("100,00", "101,00").encode()) == [RowState.NEW]


# ---- a past import that is read otherwise


def test_a_past_import_that_is_read_otherwise_takes_the_place_of_what_was_read_then(
    importer: Importer, user: UserStore
) -> None:
    data = b"date,type,symbol,qty,price,charge\n01/02/2024,buy,AAPL,1,10,2\n05/06/2024,buy,AAPL,3,11,2\n"
    file = importer.read(data, "file.csv", Choices(order="dmy"))
    batch = importer.adopt(file, importer.plan(file)).batch
    [first, second] = user.entries.all()
    user.entries.put([replace(second, transaction=replace(second.transaction, symbol="AAPL", note="mine"))])
    before = user.entries.all()
    again = importer.open_again(batch)
    assert importer.plan(again).nothing_new
    corrected = importer.read(data, "file.csv", Choices(order="mdy"), record=batch)
    plan = importer.plan(corrected)
    assert (plan.count(RowState.NEW), plan.withdrawn) == (2, (first.id, second.id))
    made = importer.adopt(corrected, plan)
    assert [entry.transaction.day for entry in user.entries.all()] == [date(2024, 1, 2), date(2024, 5, 6)]
    importer.turn(made, BatchState.UNDONE)
    assert user.entries.all() == before


def test_only_the_rows_that_are_read_otherwise_are_replaced_and_keep_their_listing(
    importer: Importer, user: UserStore
) -> None:
    data = b"date,type,symbol,qty,price,x\n2024-01-02,buy,AAPL,1,10,2\n2024-01-03,buy,AAPL,3,11,\n"
    batch = adopt(importer, data)
    [first, second] = user.entries.all()
    mine = [replace(e, transaction=replace(e.transaction, symbol="AAPL", note="mine")) for e in (first, second)]
    user.entries.put(mine)
    fees = Choices(columns=(ColumnChoice(0, 5, Role.FEE),))
    corrected = importer.read(data, "file.csv", fees, record=batch)
    plan = importer.plan(corrected)
    assert [row.state for row in plan.rows] == [RowState.NEW, RowState.KNOWN]
    assert plan.withdrawn == (first.id,)
    importer.adopt(corrected, plan)
    kept, made = user.entries.all()
    assert kept == mine[1]
    assert (made.transaction.symbol, made.transaction.fee) == ("AAPL", Decimal(2))


def test_nothing_is_withdrawn_while_a_question_is_open(importer: Importer) -> None:
    data = b"date,type,symbol,qty,price\n01/02/2024,buy,AAPL,1,10\n"
    file = importer.read(data, "file.csv", Choices(order="dmy"))
    batch = importer.adopt(file, importer.plan(file)).batch
    plan = importer.plan(importer.read(data, "file.csv", Choices(), record=batch))
    assert (plan.withdrawn, plan.count(RowState.OPEN)) == ((), 1)
