from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes_storage import StandingClock
from watcher.domain.event import Annotation, Category, Event, EventOrigin, Precision, When
from watcher.domain.money import Money
from watcher.domain.release import FiscalQuarter, ReleaseOrigin, ReleaseStatus, ReleaseWindow, Report
from watcher.storage.user_store import UserStore

LEARNED = datetime(2026, 2, 1, 12, 21, tzinfo=UTC)
WINDOW = ReleaseWindow(
    issuer="alibaba",
    first=date(2026, 2, 18),
    last=date(2026, 2, 19),
    status=ReleaseStatus.ESTIMATED,
    origin=ReleaseOrigin.YAHOO,
    learned=LEARNED,
    quarter=FiscalQuarter(2026, 3),
    usual=time(5, 30),
)
REPORT = Report(
    issuer="alibaba",
    day=date(2026, 3, 19),
    origin=ReleaseOrigin.USER,
    known=datetime(2026, 3, 19, 9, 30, tzinfo=UTC),
    quarter=FiscalQuarter(2026, 3),
    revenue=Money(Decimal("284843000000.50"), "CNY"),
    eps=Decimal("7.09"),
)
NOTE = Event(
    id="note-1",
    symbols=("AHLA.DE",),
    category=Category.NOTE,
    origin=EventOrigin.USER,
    headline="bought <b>more</b>",
    known=When(Precision.MINUTE, date(2026, 2, 2), date(2026, 2, 2), datetime(2026, 2, 2, 9, 5, tzinfo=UTC)),
)


class Shelf:
    """A store that can be closed and opened again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = UserStore(path, "0.1.0", StandingClock())

    def reopened(self) -> UserStore:
        self.store.close()
        self.store = UserStore(self.path, "0.1.0", StandingClock())
        return self.store


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path / "data/user.sqlite")
    yield shelf
    shelf.store.close()


def test_a_watchlist_comes_back_in_its_order(shelf: Shelf) -> None:
    shelf.store.lists.replace(["KWEB", "AHLA.DE", "BABA"])
    assert shelf.reopened().lists.symbols() == ("KWEB", "AHLA.DE", "BABA")
    shelf.store.lists.replace(("BABA", "KWEB", "BABA"))
    assert shelf.reopened().lists.symbols() == ("BABA", "KWEB")


def test_an_emptied_watchlist_is_not_a_first_start(shelf: Shelf) -> None:
    assert not shelf.store.lists.was_kept()
    shelf.store.lists.replace(())
    assert shelf.reopened().lists.was_kept()
    assert shelf.store.lists.symbols() == ()


def test_stars_and_notes_come_back(shelf: Shelf) -> None:
    starred = Annotation("a", starred=True, note="watch the <i>margin</i>\n", category=Category.LEGAL, read=True)
    shelf.store.annotations.put(Annotation("a", read=True))
    shelf.store.annotations.put(starred)
    shelf.store.annotations.put(Annotation("b", hidden=True))
    assert shelf.reopened().annotations.all() == {"a": starred, "b": Annotation("b", hidden=True)}


def test_an_annotation_taken_back_leaves_nothing(shelf: Shelf) -> None:
    shelf.store.annotations.put(Annotation("a", starred=True))
    shelf.store.annotations.put(Annotation("a"))
    assert shelf.reopened().annotations.all() == {}


def test_own_notes_come_back_and_go(shelf: Shelf) -> None:
    shelf.store.own_events.put(NOTE)
    shelf.store.own_events.put(replace(NOTE, headline="sold"))
    assert shelf.reopened().own_events.all() == (replace(NOTE, headline="sold"),)
    shelf.store.own_events.remove(NOTE.id)
    shelf.store.own_events.remove("never there")
    assert shelf.reopened().own_events.all() == ()


def test_one_unreadable_note_does_not_hide_the_others(shelf: Shelf) -> None:
    shelf.store.own_events.put(NOTE)
    with shelf.store._database.write() as connection:
        connection.execute("INSERT INTO own_events VALUES ('bad', '{')")
    assert shelf.reopened().own_events.all() == (NOTE,)


def test_every_change_of_a_window_is_kept_in_the_order_learned(shelf: Shelf) -> None:
    moved = replace(WINDOW, first=date(2026, 3, 19), last=date(2026, 3, 19), status=ReleaseStatus.CONFIRMED)
    own = replace(moved, origin=ReleaseOrigin.USER, pinned=True, learned=datetime(2026, 3, 1, tzinfo=UTC))
    for window in (WINDOW, moved, WINDOW, own):
        shelf.store.releases.add_window(window)
    shelf.store.releases.add_window(replace(WINDOW, issuer="symbol:SAP.DE"))
    assert shelf.reopened().releases.windows("alibaba") == (WINDOW, moved, own)
    assert shelf.store.releases.issuers() == ("alibaba", "symbol:SAP.DE")
    shelf.store.releases.unpin("alibaba")
    assert shelf.store.releases.windows("alibaba") == (WINDOW, moved, replace(own, pinned=False))
    shelf.store.releases.remove_window(moved)
    assert shelf.reopened().releases.windows("alibaba") == (WINDOW, replace(own, pinned=False))


def test_a_report_comes_back_exactly_and_can_be_taken_back(shelf: Shelf) -> None:
    shelf.store.releases.add_report(REPORT)
    shelf.store.releases.add_report(REPORT)
    assert shelf.reopened().releases.reports("alibaba") == (REPORT,)
    shelf.store.releases.remove_report(replace(REPORT, day=date(2026, 3, 20)))
    assert shelf.store.releases.reports("alibaba") == (REPORT,)
    shelf.store.releases.remove_report(REPORT)
    assert shelf.store.releases.reports("alibaba") == ()


def test_in_memory_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = UserStore(None, "0.1.0")
    store.lists.replace(["BABA"])
    assert store.lists.symbols() == ("BABA",)
    assert store.newest_good_copy() is None
    assert store.copy_if_due() is None
    store.close()
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda text: text.isprintable()), unique=True, max_size=8))
def test_any_list_comes_back_as_it_was_left(symbols: list[str]) -> None:
    store = UserStore(None, "0.1.0")
    store.lists.replace(["OLD"])
    store.lists.replace(symbols)
    assert store.lists.symbols() == tuple(symbols)
    store.close()


@settings(max_examples=40, deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.dates(), st.datetimes(timezones=st.just(UTC)))
def test_any_report_comes_back_exactly(revenue: Decimal, day: date, known: datetime) -> None:
    store = UserStore(None, "0.1.0")
    report = replace(REPORT, day=day, known=known, revenue=Money(revenue, "CNY"))
    store.releases.add_report(report)
    assert store.releases.reports("alibaba") == (report,)
    store.close()


def test_a_copy_in_memory_has_everything_and_gives_nothing_back(tmp_path: Path) -> None:
    store = UserStore(tmp_path / "user.sqlite", "1")
    store.lists.replace(["AHLA.DE"])
    copy = store.in_memory("1")
    assert copy.lists.symbols() == ("AHLA.DE",)
    copy.lists.replace(["AHLA.DE", "NVDA"])
    assert store.lists.symbols() == ("AHLA.DE",)
    copy.close()
    store.close()
