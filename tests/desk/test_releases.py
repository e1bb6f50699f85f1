from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import an_instrument, berlin
from tests.fakes import FakeClock, FakeReleaseSource, ImmediateBackground
from tests.fakes_story import FakeGate
from watcher.desk.deeds import DeedKind
from watcher.desk.releases import ReleasesDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.event import Category, Event, EventOrigin
from watcher.domain.instrument import Instrument, Kind
from watcher.domain.release import CountdownKind, ReleaseOrigin, ReleaseStatus, ReleaseWindow, Report
from watcher.feeds.budget import Priority
from watcher.feeds.source import ReleaseSource
from watcher.resources import load_families, load_releases
from watcher.storage.user_store import UserStore

OVERDUE = berlin(2026, 2, 23, 9)


@dataclass
class House:
    clock: FakeClock
    scheduler: Scheduler
    background: ImmediateBackground
    source: FakeReleaseSource
    gate: FakeGate
    user: UserStore
    headlines: list[Event] = field(default_factory=list)
    kind: Kind = Kind.EQUITY

    def desk(self) -> ReleasesDesk:
        source: ReleaseSource = self.source
        return ReleasesDesk(
            self.clock,
            self.scheduler,
            self.background,
            self.gate,
            source,
            self.user.releases,
            load_families(),
            load_releases(),
            self.instrument,
            lambda _: tuple(self.headlines),
        )

    def instrument(self, symbol: str) -> Instrument:
        return replace(an_instrument(symbol), kind=self.kind)


@pytest.fixture
def house(qtbot: QtBot) -> Iterator[House]:
    clock = FakeClock(OVERDUE)
    house = House(
        clock, Scheduler(clock), ImmediateBackground(), FakeReleaseSource(), FakeGate(), UserStore(None, "0", clock)
    )
    house.scheduler.start()
    yield house
    house.scheduler.close()
    house.background.close()
    house.user.close()


def a_window(first: date, last: date, learned: datetime, symbol: str = "BABA") -> ReleaseWindow:
    return ReleaseWindow(symbol, first, last, ReleaseStatus.ESTIMATED, ReleaseOrigin.YAHOO, learned)


def a_report(day: date, eps: str | None = "7.09") -> Report:
    return Report("BABA", day, ReleaseOrigin.YAHOO, OVERDUE, eps=None if eps is None else Decimal(eps))


def a_headline(text: str, at: datetime) -> Event:
    return Event(text, ("BABA",), Category.OTHER, EventOrigin.FEED, text, None, published=at)


def test_every_listing_of_the_issuer_shows_one_countdown(house: House) -> None:
    desk = house.desk()
    assert desk.issuer_of("AHLA.DE") == desk.issuer_of("9988.HK") == "alibaba"
    assert desk.countdown("AHLA.DE") == desk.countdown("BABA")
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE


def test_a_new_window_is_learned_from_the_listing_that_carries_the_date(house: House, qtbot: QtBot) -> None:
    desk = house.desk()
    window = a_window(date(2026, 3, 18), date(2026, 3, 19), OVERDUE)
    desk.learn("AHLA.DE", window)
    assert desk.countdown("BABA").kind is CountdownKind.OVERDUE
    with qtbot.waitSignal(desk.changed) as told:
        desk.learn("BABA", window)
    assert told.args == ["alibaba"]
    state = desk.countdown("AHLA.DE")
    assert (state.kind, state.target) == (CountdownKind.WINDOW_OPENS, berlin(2026, 3, 18, 10, 30))
    assert state.slip is not None
    assert house.desk().countdown("AHLA.DE") == state


def test_what_a_source_repeats_is_kept_once(house: House) -> None:
    desk = house.desk()
    for minute in range(3):
        desk.learn("BABA", a_window(date(2026, 3, 18), date(2026, 3, 19), OVERDUE + timedelta(minutes=minute)))
    assert len(house.user.releases.windows("alibaba")) == 1


def test_any_share_has_releases_of_its_own_and_a_currency_has_none(house: House) -> None:
    desk = house.desk()
    desk.learn("SAP.DE", a_window(date(2026, 4, 22), date(2026, 4, 23), OVERDUE, "SAP.DE"))
    assert desk.issuer_of("SAP.DE") == "symbol:SAP.DE"
    assert desk.countdown("SAP.DE").kind is CountdownKind.WINDOW_OPENS
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE
    house.kind = Kind.CURRENCY
    assert desk.issuer_of("EURUSD=X") is None
    assert desk.countdown("EURUSD=X").kind is CountdownKind.UNKNOWN
    assert desk.past("EURUSD=X") == ()


def test_the_user_sets_a_window_for_anything_and_may_take_it_back(house: House) -> None:
    house.kind = Kind.ETF
    desk = house.desk()
    deed = desk.set_window("KWEB", date(2026, 3, 2), date(2026, 3, 3), ReleaseStatus.CONFIRMED, True)
    assert (deed.kind, deed.subject) == (DeedKind.WINDOW_SET, "KWEB")
    assert desk.countdown("KWEB").kind is CountdownKind.RESULTS_IN
    deed.undo()
    assert desk.issuer_of("KWEB") is None
    deed.redo()
    assert house.desk().countdown("KWEB").kind is CountdownKind.RESULTS_IN
    with pytest.raises(ValueError, match="2026"):
        desk.set_window("KWEB", date(2026, 3, 2), date(2026, 3, 1), ReleaseStatus.CONFIRMED, True)


def test_a_pinned_window_stands_against_the_source(house: House) -> None:
    desk = house.desk()
    desk.set_window("AHLA.DE", date(2026, 3, 10), date(2026, 3, 10), ReleaseStatus.ESTIMATED, True)
    house.clock.advance(60)
    desk.learn("BABA", a_window(date(2026, 3, 18), date(2026, 3, 19), house.clock.now()))
    window = desk.countdown("AHLA.DE").window
    assert window is not None
    assert (window.first, window.origin, window.zone) == (date(2026, 3, 10), ReleaseOrigin.USER, "America/New_York")


def test_the_users_word_makes_it_reported_and_undo_makes_it_overdue_again(house: House) -> None:
    desk = house.desk()
    deed = desk.confirm_report("AHLA.DE", date(2026, 2, 20))
    state = desk.countdown("AHLA.DE")
    assert state.kind is CountdownKind.REPORTED
    assert state.report is not None
    assert state.report.quarter == state.window.quarter if state.window else False
    assert desk.past("AHLA.DE")[0].days_late == 1
    deed.undo()
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE
    with pytest.raises(ValueError, match="2026"):
        desk.confirm_report("AHLA.DE", date(2026, 2, 24))


def test_the_users_word_settles_the_quarter_that_is_awaited_however_early(house: House) -> None:
    house.clock.time = berlin(2026, 2, 2, 10)
    desk = house.desk()
    desk.confirm_report("AHLA.DE", date(2026, 2, 2))
    state = desk.countdown("AHLA.DE")
    assert state.kind is CountdownKind.REPORTED
    assert state.upcoming is None or state.upcoming.first > date(2026, 4, 1)


def test_a_reported_figure_is_evidence_and_a_day_without_figures_is_none(house: House) -> None:
    desk = house.desk()
    house.source.then((a_report(date(2026, 2, 20), eps=None),))
    desk.refresh("AHLA.DE")
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE
    house.source.then((a_report(date(2026, 2, 20)), a_report(date(2026, 5, 13))))
    desk.refresh("AHLA.DE")
    state = desk.countdown("AHLA.DE")
    assert state.kind is CountdownKind.REPORTED
    assert state.report is not None
    assert (state.report.day, state.report.issuer) == (date(2026, 2, 20), "alibaba")
    assert house.source.calls == [("BABA",), ("BABA",)]
    desk.refresh("AHLA.DE")
    assert len(house.user.releases.reports("alibaba")) == 1


def test_figures_are_asked_for_hourly_while_due_and_daily_otherwise(house: House) -> None:
    desk = house.desk()
    desk.select("AHLA.DE")
    for minutes in (30, 31, 70):
        house.clock.advance(60 * minutes)
        house.scheduler.run_due()
    assert len(house.source.calls) == 3
    house.source.then((a_report(date(2026, 2, 23)),))
    house.clock.advance(3700)
    house.scheduler.run_due()
    house.clock.advance(3700)
    house.scheduler.run_due()
    assert len(house.source.calls) == 4
    house.clock.advance(86_400)
    house.scheduler.run_due()
    assert len(house.source.calls) == 5


def test_a_failure_is_told_to_the_gate_and_tried_again_later(house: House) -> None:
    desk = house.desk()
    house.source.then(FeedError(FeedCode.LIMITED))
    desk.select("BABA")
    assert [e.code for e in house.gate.failures] == [FeedCode.LIMITED]
    house.clock.advance(16 * 60)
    house.scheduler.run_due()
    assert len(house.source.calls) == 2


def test_nothing_is_asked_while_the_gate_is_shut(house: House) -> None:
    desk = house.desk()
    house.gate.open = False
    desk.select("BABA")
    assert house.source.calls == []
    house.gate.open = True
    house.clock.advance(301)
    house.scheduler.run_due()
    assert len(house.source.calls) == 1
    assert house.gate.asked == [Priority.SELECTED]


def test_a_headline_only_asks(house: House) -> None:
    desk = house.desk()
    house.headlines = [a_headline("Alibaba quarterly revenue beats", OVERDUE - timedelta(hours=1))]
    hint = desk.hint("AHLA.DE")
    assert hint is not None
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE
    desk.confirm_report("AHLA.DE", date(2026, 2, 23))
    assert desk.hint("AHLA.DE") is None


def test_a_headline_from_long_before_the_window_does_not_ask(house: House) -> None:
    desk = house.desk()
    house.headlines = [
        a_headline("What to expect from Alibaba earnings", OVERDUE),
        a_headline("Alibaba quarterly revenue beats", berlin(2026, 2, 10, 9)),
    ]
    assert desk.hint("AHLA.DE") is None


def test_a_dismissed_headline_asks_no_more_a_later_one_does_and_undo_brings_it_back(house: House) -> None:
    desk = house.desk()
    house.headlines = [a_headline("Alibaba quarterly revenue beats", OVERDUE - timedelta(hours=1))]
    deed = desk.dismiss_hint("AHLA.DE")
    assert deed.kind is DeedKind.HINT_DISMISSED
    assert desk.hint("BABA") is None
    assert house.desk().hint("AHLA.DE") is None  # also after the next start
    house.headlines.insert(0, a_headline("Alibaba quarterly profit falls", OVERDUE + timedelta(hours=1)))
    assert desk.hint("AHLA.DE") == house.headlines[0]
    del house.headlines[0]
    deed.undo()
    assert desk.hint("AHLA.DE") is not None
    deed.redo()
    assert desk.hint("AHLA.DE") is None
    with pytest.raises(ValueError, match=r"AHLA\.DE"):
        desk.dismiss_hint("AHLA.DE")


def test_an_unpinned_window_gives_way_to_the_source_and_undo_pins_it_again(house: House, qtbot: QtBot) -> None:
    desk = house.desk()
    own = date(2026, 3, 12)
    desk.set_window("AHLA.DE", own, own, ReleaseStatus.ESTIMATED, pinned=True)
    house.clock.time += timedelta(hours=1)
    heard = a_window(date(2026, 3, 18), date(2026, 3, 19), house.clock.time)
    desk.learn("BABA", heard)

    def first() -> date | None:
        window = desk.countdown("AHLA.DE").window
        return None if window is None else window.first

    assert first() == own
    with qtbot.waitSignal(desk.changed):
        deed = desk.unpin("AHLA.DE")
    assert deed.kind is DeedKind.WINDOW_UNPINNED
    assert first() == heard.first
    deed.undo()
    assert first() == own
    deed.redo()
    assert first() == heard.first
    with pytest.raises(ValueError, match=r"AHLA\.DE"):
        desk.unpin("AHLA.DE")


def test_when_time_reaches_what_was_hidden_the_desk_says_so(house: House, qtbot: QtBot) -> None:
    desk = house.desk()
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE
    house.clock.time = berlin(2026, 3, 19, 10, 45)
    with qtbot.waitSignal(desk.changed):
        house.scheduler.clock_changed()
    assert desk.countdown("AHLA.DE").kind is CountdownKind.REPORTED
    house.clock.time = OVERDUE
    with qtbot.waitSignal(desk.changed):
        house.scheduler.clock_changed()
    assert desk.countdown("AHLA.DE").kind is CountdownKind.OVERDUE
