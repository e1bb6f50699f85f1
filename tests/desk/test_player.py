from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, berlin
from tests.fakes import FakeClock, ImmediateBackground
from tests.fakes_story import FakePlayedMarket
from watcher.desk.player import MOMENTS, Moment, SamplePlayer
from watcher.desk.scheduler import Scheduler
from watcher.domain.clock import SimulatedClock
from watcher.domain.quote import Quote
from watcher.feeds.sample import SampleMarket

FRAME_S = 0.1


@dataclass
class Stage:
    waiting: FakeClock
    clock: SimulatedClock
    scheduler: Scheduler
    market: FakePlayedMarket
    source: SampleMarket
    player: SamplePlayer
    background: ImmediateBackground

    def frame(self, seconds: float = FRAME_S) -> None:
        self.waiting.advance(seconds)
        self.player.show_frame()

    def prices_of(self, symbol: str) -> list[Quote]:
        return [q for q in self.market.quotes if q.symbol == symbol]


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    waiting = FakeClock()
    clock = SimulatedClock(MOMENTS[0].at, waiting)
    scheduler = Scheduler(clock)
    market, source, background = FakePlayedMarket(), SampleMarket(clock), ImmediateBackground()
    player = SamplePlayer(clock, scheduler, background, market, source, lambda: "AHLA.DE")
    scheduler.start()
    player.start()
    yield Stage(waiting, clock, scheduler, market, source, player, background)
    player.close()
    scheduler.close()
    background.close()


def moment(key: str) -> Moment:
    return next(m for m in MOMENTS if m.key == key)


def in_order(quotes: list[Quote]) -> bool:
    times = [q.time for q in quotes]
    return times == sorted(times)


def test_the_story_begins_on_monday_at_ten_and_has_five_moments() -> None:
    assert [m.key for m in MOMENTS] == ["first-hour", "window-opens", "overdue", "new-date", "reported"]
    assert [m.at for m in MOMENTS] == [
        MONDAY,
        berlin(2026, 2, 18, 11, 30),
        berlin(2026, 2, 20, 9, 5),
        berlin(2026, 3, 6, 10),
        berlin(2026, 3, 19, 10, 45),
    ]


def test_at_the_start_every_listing_has_its_last_price(stage: Stage) -> None:
    assert {q.symbol for q in stage.market.quotes} == set(stage.source.symbols)
    assert in_order(stage.market.quotes)
    assert stage.player.playing
    assert stage.player.speed == 1


def test_at_normal_speed_some_ticks_a_second_come_from_open_markets_alone(stage: Stage) -> None:
    stage.market.quotes.clear()
    for _ in range(40):
        stage.frame(0.25)
    assert len(stage.prices_of("AHLA.DE")) == 30
    assert stage.prices_of("BABA") == []
    assert in_order(stage.market.quotes)


def test_paused_time_stands_and_nothing_ticks(stage: Stage) -> None:
    stage.player.pause()
    stage.market.quotes.clear()
    before = stage.clock.now()
    stage.frame(60)
    assert stage.clock.now() == before
    assert stage.market.quotes == []
    stage.player.play()
    stage.frame(1)
    assert stage.prices_of("AHLA.DE")


@pytest.mark.parametrize("speed", [60, 600])
def test_above_normal_speed_closed_hours_pass_in_under_a_second(stage: Stage, speed: int) -> None:
    stage.clock.jump(berlin(2026, 2, 6, 17, 29, 59))
    stage.player.set_speed(speed)
    frames = 0
    while stage.clock.now() < berlin(2026, 2, 9, 9):
        stage.frame()
        frames += 1
    assert frames * FRAME_S < 1
    assert stage.clock.now() < berlin(2026, 2, 9, 9, 2)
    assert in_order(stage.market.quotes)
    assert any(q.time > berlin(2026, 2, 6, 21, 55) for q in stage.prices_of("BABA"))


def test_at_normal_speed_closed_hours_are_not_passed_over(stage: Stage) -> None:
    stage.clock.jump(berlin(2026, 2, 6, 18))
    stage.frame(10)
    assert stage.clock.now() == berlin(2026, 2, 6, 18, 0, 10)


def test_only_the_three_speeds_exist(stage: Stage) -> None:
    with pytest.raises(ValueError, match="7"):
        stage.player.set_speed(7)


def test_a_jump_forward_plays_what_lies_between_with_every_extreme(stage: Stage, qtbot: QtBot) -> None:
    stage.market.quotes.clear()
    with qtbot.waitSignal(stage.player.changed):
        stage.player.jump(moment("reported"))
    assert stage.clock.now() == berlin(2026, 3, 19, 10, 45)
    assert (stage.market.resets, stage.market.hushed) == (0, 0)
    assert stage.market.refreshed == 1
    assert in_order(stage.market.quotes)
    every = stage.source.quotes_between(MONDAY, stage.clock.now(), timedelta(minutes=20))
    for symbol in stage.source.symbols:
        played = [q.price for q in stage.prices_of(symbol)]
        whole = [q.price for q in every if q.symbol == symbol]
        assert (max(played), min(played), played[-1]) == (max(whole), min(whole), whole[-1])
    days = {q.time.date() for q in stage.prices_of("AHLA.DE")}
    assert len(days) == 34
    assert len(stage.market.quotes) < 6000


def test_the_market_never_hears_a_quote_of_its_future(stage: Stage) -> None:
    heard: list[tuple[datetime, datetime]] = []
    accept = stage.market.accept

    def listening(quotes: list[Quote]) -> None:
        heard.extend((q.time, stage.clock.now()) for q in quotes)
        accept(quotes)

    stage.market.accept = listening  # type: ignore[method-assign, assignment]
    stage.player.jump(moment("new-date"))
    stage.player.jump(moment("window-opens"))
    assert heard
    assert all(time <= now for time, now in heard)


def test_a_jump_back_forgets_and_plays_from_the_start(stage: Stage) -> None:
    stage.player.jump(moment("overdue"))
    price = stage.prices_of("AHLA.DE")[-1]
    stage.player.jump(moment("reported"))
    stage.player.jump(moment("overdue"))
    assert stage.market.resets == 1
    assert stage.clock.now() == moment("overdue").at
    assert in_order(stage.market.quotes)
    assert stage.prices_of("AHLA.DE")[-1] == price


def test_the_slow_figures_are_those_of_the_moment_even_after_a_jump_back(stage: Stage) -> None:
    assert set(stage.market.facts) == set(stage.source.symbols)
    first = dict(stage.market.facts)
    stage.player.jump(moment("reported"))
    assert stage.market.facts == {facts.symbol: facts for facts in stage.source.facts()}
    assert stage.market.facts != first
    stage.player.jump(moment("first-hour"))
    assert stage.market.facts == first


def test_figures_made_before_a_jump_back_are_not_shown_after_it(stage: Stage) -> None:
    stage.player.jump(moment("reported"))
    stage.background.hold()
    stage.player.jump(moment("reported"))
    stage.player.jump(moment("first-hour"))
    late = stage.background.held.popleft()
    late()
    assert stage.market.facts == {}


def test_a_jump_leaves_play_and_speed_as_they_were(stage: Stage) -> None:
    stage.player.set_speed(60)
    stage.player.pause()
    stage.player.jump(moment("window-opens"))
    assert not stage.player.playing
    assert stage.player.speed == 60


def test_prices_after_a_jump_are_told_at_once_with_everything_else(stage: Stage) -> None:
    stage.player.jump(moment("window-opens"))
    assert stage.market.told_at == [len(stage.market.quotes)]


def test_a_jump_is_told_to_every_timer(stage: Stage) -> None:
    fired: list[datetime] = []
    stage.scheduler.at(berlin(2026, 2, 10), lambda: fired.append(stage.clock.now()))
    stage.player.jump(moment("window-opens"))
    assert fired == [moment("window-opens").at]
