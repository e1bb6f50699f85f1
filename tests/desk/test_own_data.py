"""Exports: everything comes back as it was, nothing twice, and one undo takes it away again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.builders_alerts import alerts, an_alert
from tests.builders_holdings import a_trade
from tests.domain.test_own_csv import any_text, ours
from tests.fakes import FakeClock
from watcher.desk.deeds import DeedKind
from watcher.desk.export import (
    Everything,
    KeptAlert,
    KeptEntry,
    KeptList,
    NotAnExportError,
    Table,
    read_export,
    to_json,
    to_table,
)
from watcher.desk.importer import Importer
from watcher.desk.own_data import OwnData
from watcher.domain.alert import AlertKind, AlertState
from watcher.domain.errors import StoreError
from watcher.domain.event import Annotation, Category, Event, EventOrigin, Precision, When
from watcher.domain.holding import Side
from watcher.domain.import_plan import RowState
from watcher.domain.watchlist import ListRow, RowKind
from watcher.storage.user_store import UserStore

DAY = date(2026, 2, 2)
NOTE = Event(
    "note-1",
    ("AHLA.DE",),
    Category.NOTE,
    EventOrigin.USER,
    '=sold, "some"',
    When(Precision.MINUTE, DAY, DAY, datetime(2026, 2, 2, 9, 5, tzinfo=UTC)),
)
LIST = KeptList(
    "Asia",
    (ListRow(RowKind.SECTION, "China"), ListRow(RowKind.SYMBOL, "BABA"), ListRow(RowKind.SYMBOL, "isin:US01609W1027")),
)
BUY = a_trade(Side.BUY, "10", "100.50")
ALL = Everything(
    (KeptEntry(BUY, "row-1"), KeptEntry(BUY), KeptEntry(replace(BUY, side=Side.SELL))),
    (KeptList(""), LIST),
    (NOTE,),
    (Annotation("news-1", starred=True, note="-watch", category=Category.DEAL, read=True),),
    (
        KeptAlert(an_alert(id="a1", note="mine"), AlertState(armed=False, fired=MONDAY, count=1)),
        KeptAlert(an_alert(AlertKind.HEADLINE, None, id="a2", words="deal"), AlertState(told=("news-1",))),
    ),
)


@pytest.fixture
def user() -> Iterator[UserStore]:
    store = UserStore(None, "1")
    yield store
    store.close()


def test_a_profile_that_holds_nothing_gets_everything_back(user: UserStore, tmp_path: Path) -> None:
    (tmp_path / "all.json").write_bytes(to_json(ALL))
    data = OwnData(user)
    told: list[None] = []
    data.changed.connect(lambda: told.append(None))
    taken = data.take_in_file(tmp_path / "all.json")
    assert (taken.transactions, taken.lists, taken.notes, taken.alerts) == (3, 2, 2, 2)
    assert data.content() == ALL
    data.write(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == to_json(ALL)
    assert len(told) == 1


def test_the_same_export_adds_nothing_again(user: UserStore) -> None:
    data = OwnData(user)
    data.take_in(to_json(ALL), "all.json")
    taken = data.take_in(to_json(ALL), "all.json")
    assert (taken.transactions, taken.lists, taken.notes, taken.alerts, taken.deed) == (0, 0, 0, 0, None)
    assert data.content() == ALL


def test_one_undo_takes_away_what_came_and_leaves_what_was_there(user: UserStore) -> None:
    [mine] = user.entries.add([BUY])
    user.lists.add("Mine", (ListRow(RowKind.SYMBOL, "KWEB"),))
    user.annotations.put(Annotation("news-1", note="my own"))
    data = OwnData(user)
    before = data.content()
    taken = data.take_in(to_json(ALL), "all.json")
    assert (taken.transactions, taken.lists, taken.notes) == (2, 2, 1)
    assert user.annotations.all()["news-1"].note == "my own"
    after = data.content()
    assert taken.deed is not None
    assert (taken.deed.kind, taken.deed.subject) == (DeedKind.EXPORT_TAKEN_IN, "all.json")
    taken.deed.undo()
    assert data.content() == before
    assert user.entries.all() == (mine,)
    taken.deed.redo()
    assert data.content() == after


def test_an_alert_set_anew_with_the_same_wish_is_there_already(user: UserStore) -> None:
    mine = replace(ALL.alerts[0].alert, id="other", since=MONDAY + timedelta(days=3), at=Decimal(140))
    user.alerts.put(mine, AlertState())
    taken = OwnData(user).take_in(to_json(ALL), "all.json")
    assert taken.alerts == 1
    assert [alert.id for alert, _ in user.alerts.all()] == ["other", "a2"]


def test_an_export_from_before_there_were_alerts_is_read() -> None:
    body = b'{"form": "watcher-export", "version": 1, "content": {"lists": [{"name": "Asia"}]}}'
    assert read_export(body) == Everything(lists=(KeptList("Asia"),))


@pytest.mark.parametrize("table", Table)
def test_a_table_brings_back_its_part(user: UserStore, tmp_path: Path, table: Table) -> None:
    source = UserStore(None, "1")
    OwnData(source).take_in(to_json(ALL), "all.json")
    OwnData(source).write(tmp_path / "part.csv", table)
    source.close()
    OwnData(user).take_in_file(tmp_path / "part.csv")
    got = OwnData(user).content()
    part = {
        Table.TRANSACTIONS: Everything(entries=tuple(KeptEntry(entry.transaction) for entry in ALL.entries)),
        Table.LISTS: Everything(lists=ALL.lists),
        Table.NOTES: Everything(own_events=ALL.own_events, annotations=ALL.annotations),
    }[table]
    assert got == part


def test_no_cell_of_a_table_can_be_run() -> None:
    for table in Table:
        text = to_table(ALL, table).decode("utf-8-sig")
        assert "'=sold" in text or "'-watch" in text or table is not Table.NOTES
        assert ",=" not in text
        assert ",-watch" not in text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"form": "other", "version": 1, "content": {}}',
        b'{"form": "watcher-export", "version": 2, "content": {}}',
        b'{"form": "watcher-export", "version": 1, "content": {"entries": [{"transaction": {"side": "buy"}}]}}',
        b"Date;Price\n1;2\n",
        b"List,Row,Text\nA,symbol,BABA\n",
        b"List,Row,Text\nA,list\n",
        b"\xff\xfe\x00",
        b'"never closed',
    ],
)
def test_what_is_no_export_changes_nothing(user: UserStore, data: bytes) -> None:
    with pytest.raises(NotAnExportError):
        OwnData(user).take_in(data, "file")
    assert OwnData(user).content() == Everything()


def test_an_export_that_cannot_be_written_leaves_the_earlier_one(user: UserStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        OwnData(user).write(tmp_path / "file" / "all.json")


rows = st.builds(ListRow, st.sampled_from(RowKind), any_text)
lists = st.builds(KeptList, any_text, st.lists(rows, max_size=4).map(tuple))
moments = st.datetimes(timezones=st.just(UTC))
whens = st.builds(lambda day, at: When(Precision.MINUTE, day, day, at), st.dates(), moments)
events = st.builds(
    Event, any_text, st.lists(any_text, max_size=2).map(tuple), st.sampled_from(Category), st.sampled_from(EventOrigin),
    any_text, st.none() | whens, summary=any_text, link=any_text,
)  # fmt: skip
marks = st.builds(
    Annotation, any_text, st.booleans(), any_text, st.none() | st.sampled_from(Category), st.booleans(), st.booleans()
)
kept_alerts = st.builds(
    lambda alert, note, words, told, count: KeptAlert(
        replace(alert, note=note, condition=replace(alert.condition, words=words)),
        AlertState(count=count, told=told),
    ),
    alerts(),
    any_text,
    any_text,
    st.lists(any_text, max_size=3).map(tuple),
    st.integers(0, 5),
)
everything = st.builds(
    Everything,
    st.lists(st.builds(KeptEntry, ours, any_text), max_size=3).map(tuple),
    st.lists(lists, max_size=3).map(tuple),
    st.lists(events, max_size=2).map(tuple),
    st.lists(marks, max_size=2).map(tuple),
    st.lists(kept_alerts, max_size=3).map(tuple),
)


@given(everything)
def test_any_content_comes_back_from_json(content: Everything) -> None:
    assert read_export(to_json(content)) == content


@given(everything)
def test_any_content_comes_back_from_its_tables(content: Everything) -> None:
    parts = {table: read_export(to_table(content, table)) for table in Table}
    assert [e.transaction for e in parts[Table.TRANSACTIONS].entries] == [e.transaction for e in content.entries]
    assert parts[Table.LISTS].lists == content.lists
    assert parts[Table.NOTES].own_events == content.own_events
    assert parts[Table.NOTES].annotations == content.annotations


def test_the_table_goes_through_the_import_too_and_brings_nothing_that_is_there(user: UserStore) -> None:
    dollars = a_trade(Side.BUY, "3", "170.25", symbol="BABA", currency="USD", isin="US01609W1027", rate="1.08")
    unresolved = a_trade(Side.SELL, "1", "9", symbol="", isin="DE0007164600", name="=SAP", fee="-1")
    for made in (BUY, BUY, dollars, unresolved):
        user.entries.add([made])
    table = to_table(OwnData(user).content(), Table.TRANSACTIONS)
    importer = Importer(user, FakeClock())
    plan = importer.plan(importer.read(table, "export.csv"))
    assert plan.nothing_new
    assert [row.state for row in plan.rows] == [RowState.KNOWN] * 4

    other = UserStore(None, "1")
    into = Importer(other, FakeClock())
    file = into.read(table, "export.csv")
    into.adopt(file, into.plan(file), {})
    assert [entry.transaction for entry in other.entries.all()] == [BUY, BUY, dollars, unresolved]
    other.close()
