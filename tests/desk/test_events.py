from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, berlin
from tests.fakes import FakeClock, FakeNewsSource, ImmediateBackground
from tests.fakes_story import FakeGate
from watcher.desk.deeds import DeedKind
from watcher.desk.events import EventsDesk
from watcher.desk.scheduler import Scheduler
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.event import Card, Category, Event, EventOrigin, Precision, When
from watcher.resources import load_events, load_families
from watcher.storage.market_store import MarketStore
from watcher.storage.user_store import UserStore


@dataclass
class House:
    clock: FakeClock
    scheduler: Scheduler
    background: ImmediateBackground
    source: FakeNewsSource
    gate: FakeGate
    user: UserStore
    market: MarketStore

    def desk(self) -> EventsDesk:
        return EventsDesk(
            self.clock,
            self.scheduler,
            self.background,
            self.gate,
            self.source,
            self.user,
            self.market,
            load_families(),
            load_events(),
        )


@pytest.fixture
def house(qtbot: QtBot) -> Iterator[House]:
    clock = FakeClock(MONDAY)
    house = House(
        clock,
        Scheduler(clock),
        ImmediateBackground(),
        FakeNewsSource(),
        FakeGate(),
        UserStore(None, "0", clock),
        MarketStore(None),
    )
    house.scheduler.start()
    yield house
    house.scheduler.close()
    house.background.close()
    house.user.close()
    house.market.close()


def a_headline(title: str, at: datetime = MONDAY, *, event_id: str = "", by: str = "Reuters") -> Event:
    known = When(Precision.MINUTE, at.date(), at.date(), at)
    return Event(
        event_id or title,
        ("BABA",),
        Category.OTHER,
        EventOrigin.FEED,
        title,
        known,
        published=at,
        reported_by=(by,),
    )


def card(desk: EventsDesk, event_id: str, symbol: str = "AHLA.DE") -> Card:
    return next(c for c in desk.cards(symbol) if c.event.id == event_id)


def has(desk: EventsDesk, event_id: str, symbol: str = "AHLA.DE") -> bool:
    return any(c.event.id == event_id for c in desk.cards(symbol))


def test_the_articles_events_are_there_newest_first_for_every_listing(house: House) -> None:
    desk = house.desk()
    headlines = [c.event.headline for c in desk.cards("AHLA.DE")]
    assert "Qwen3-Max-Thinking introduced" in headlines
    moments = [c.event.known.last for c in desk.cards("AHLA.DE") if c.event.known]
    assert moments == sorted(moments, reverse=True)
    assert desk.cards("AHLA.DE") == desk.cards("9988.HK")
    assert desk.cards("KWEB") == ()


def test_what_is_known_only_later_is_not_shown(house: House, qtbot: QtBot) -> None:
    desk = house.desk()
    assert not has(desk, "alibaba-release-2026-03-19")
    house.clock.time = berlin(2026, 3, 19, 10, 29)
    assert not has(desk, "alibaba-release-2026-03-19")
    house.scheduler.clock_changed()
    house.clock.time = berlin(2026, 3, 19, 10, 30)
    with qtbot.waitSignal(desk.changed):
        house.scheduler.clock_changed()
    assert has(desk, "alibaba-release-2026-03-19")


def test_headlines_come_for_the_selected_listing_and_the_one_that_carries_releases(house: House) -> None:
    house.source.then((a_headline("Alibaba opens a data centre"),))
    desk = house.desk()
    desk.select("AHLA.DE")
    assert house.source.calls == [("AHLA.DE", 30), ("BABA", 30)]
    assert has(desk, "Alibaba opens a data centre", "9988.HK")
    assert not card(desk, "Alibaba opens a data centre").notable
    assert [e.headline for e in desk.headlines("BABA")] == ["Alibaba opens a data centre"]


def test_headlines_are_asked_for_every_quarter_of_an_hour_and_not_at_each_selection(house: House) -> None:
    desk = house.desk()
    for symbol in ("BABA", "BABA", "BABA"):
        desk.select(symbol)
    assert len(house.source.calls) == 1
    house.clock.advance(15 * 60 + 1)
    house.scheduler.run_due()
    assert len(house.source.calls) == 2
    desk.refresh("BABA")
    assert len(house.source.calls) == 3


def test_the_same_story_is_one_card(house: House) -> None:
    house.source.then(
        (
            a_headline("Alibaba opens new data centre in Munich today"),
            a_headline("Alibaba Opens New Data Centre in Munich Today", MONDAY - timedelta(hours=3), by="dpa"),
        )
    )
    desk = house.desk()
    desk.select("BABA")
    found = [c for c in desk.cards("BABA") if c.event.origin is EventOrigin.FEED]
    assert len(found) == 1
    assert set(found[0].event.reported_by) == {"Reuters", "dpa"}


def test_headlines_of_the_last_run_are_there_before_anything_is_asked(house: House) -> None:
    house.source.then((a_headline("Alibaba opens a data centre"),))
    house.desk().select("BABA")
    house.source.then(FeedError(FeedCode.OFFLINE))
    again = house.desk()
    assert has(again, "Alibaba opens a data centre")
    again.select("BABA")
    assert has(again, "Alibaba opens a data centre")
    assert [e.code for e in house.gate.failures] == [FeedCode.OFFLINE]


def test_one_listing_that_fails_does_not_lose_the_others_headlines(house: House) -> None:
    house.source.then(FeedError(FeedCode.EMPTY), (a_headline("Alibaba opens a data centre"),))
    desk = house.desk()
    desk.select("AHLA.DE")
    assert has(desk, "Alibaba opens a data centre")


def test_a_headline_with_a_future_time_waits_for_it(house: House) -> None:
    house.source.then((a_headline("Alibaba opens a data centre", MONDAY + timedelta(hours=1)),))
    desk = house.desk()
    desk.select("BABA")
    assert not has(desk, "Alibaba opens a data centre")
    house.clock.advance(3600)
    assert has(desk, "Alibaba opens a data centre")


def test_a_starred_headline_is_notable_and_outlives_the_feed(house: House) -> None:
    house.source.then((a_headline("Alibaba opens a data centre"),))
    desk = house.desk()
    desk.select("BABA")
    deed = desk.star("Alibaba opens a data centre", True)
    assert deed.kind is DeedKind.STARRED
    house.market.put_news("alibaba", ())
    again = house.desk()
    assert card(again, "Alibaba opens a data centre").notable
    again.star("Alibaba opens a data centre", False)
    assert house.user.own_events.all() == ()
    deed.undo()
    assert not card(desk, "Alibaba opens a data centre").notable


def test_notes_and_categories_are_kept_and_undone(house: House, qtbot: QtBot) -> None:
    desk = house.desk()
    event_id = "alibaba-2026-01-26-qwen3-max-thinking"
    with qtbot.waitSignal(desk.changed):
        noted = desk.annotate(event_id, "  watch this ")
    chosen = desk.categorise(event_id, Category.OTHER)
    found = card(house.desk(), event_id)
    assert (found.annotation.note, found.category) == ("watch this", Category.OTHER)
    chosen.undo()
    noted.undo()
    found = card(house.desk(), event_id)
    assert (found.annotation.note, found.category) == ("", Category.PRODUCT)


def test_a_hidden_event_comes_back_with_undo(house: House) -> None:
    desk = house.desk()
    event_id = "alibaba-2026-01-26-qwen3-max-thinking"
    deed = desk.hide(event_id)
    assert deed.kind is DeedKind.EVENT_HIDDEN
    assert deed.subject == "Qwen3-Max-Thinking introduced"
    assert not has(house.desk(), event_id)
    deed.undo()
    assert has(desk, event_id)


def test_an_own_note_may_lie_ahead_and_is_edited_deleted_and_brought_back(house: House) -> None:
    desk = house.desk()
    added = desk.add_note("AHLA.DE", berlin(2026, 2, 18, 11, 30), "Sell half?\nOnly above 150")
    (own,) = [c for c in desk.cards("9988.HK") if c.event.origin is EventOrigin.USER]
    assert (own.event.headline, own.event.summary, own.category) == ("Sell half?", "Only above 150", Category.NOTE)
    assert own.event.known is not None
    assert own.event.known.moment == berlin(2026, 2, 18, 11, 30)
    desk.annotate(own.event.id, "Keep")
    assert card(house.desk(), own.event.id).event.headline == "Keep"
    gone = desk.hide(own.event.id)
    assert house.user.own_events.all() == ()
    gone.undo()
    assert has(desk, own.event.id)
    added.undo()
    assert not has(house.desk(), own.event.id)


def test_headlines_are_unread_until_looked_at(house: House) -> None:
    house.source.then((a_headline("Alibaba opens a data centre"), a_headline("Hangzhou weather stays mild this week")))
    desk = house.desk()
    desk.select("BABA")
    assert desk.unread("AHLA.DE") == 2
    desk.mark_read("Alibaba opens a data centre")
    desk.mark_read("no such event")
    assert desk.unread("BABA") == house.desk().unread("BABA") == 1


def test_an_unknown_event_cannot_be_starred(house: House) -> None:
    with pytest.raises(KeyError):
        house.desk().star("no such event", True)


def test_an_instrument_of_its_own_has_its_own_headlines(house: House) -> None:
    house.source.then((replace(a_headline("SAP opens a data centre"), symbols=("SAP.DE",)),))
    desk = house.desk()
    desk.select("SAP.DE")
    assert house.source.calls == [("SAP.DE", 30)]
    assert [c.event.headline for c in desk.cards("SAP.DE")] == ["SAP opens a data centre"]
    assert not has(desk, "SAP opens a data centre")
    assert date(2026, 2, 2) == house.clock.now().date()
