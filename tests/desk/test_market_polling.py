"""Who is asked when, and what the way to the source is said to be."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, SUNDAY, a_quote, an_instrument, berlin
from tests.fakes_market import Stage, bundled
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.link import LinkKind, LinkState
from watcher.domain.price_state import PriceKind
from watcher.domain.quote import Quote, Route
from watcher.feeds.source import QuoteReply


def fresh(stage: Stage) -> None:
    """Let the source answer with a price of this moment for whatever is asked."""

    def answer(symbols: tuple[str, ...]) -> list[Quote]:
        return [a_quote("144.80", symbol=s, at=stage.clock.now()) for s in symbols]

    stage.sources.quotes.then(answer)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    made = Stage()
    fresh(made)
    return made


def test_nothing_is_asked_before_the_start_and_then_at_once(stage: Stage) -> None:
    stage.wait(3)
    assert stage.polls == 0
    assert stage.way().kind is LinkKind.STARTING
    stage.start()
    assert stage.polls == 1
    assert stage.way().kind is LinkKind.POLLING


def test_all_watched_are_asked_in_one_request_the_selected_first(qtbot: QtBot) -> None:
    stage = Stage(watch=("AHLA.DE", "SAP.DE", "KWEB"))
    fresh(stage)
    stage.desk.select("SAP.DE")
    stage.start()
    assert stage.sources.quotes.calls == [(("SAP.DE", "AHLA.DE", "KWEB"),)]


def test_more_than_fifty_are_asked_in_batches_with_a_pause_between(qtbot: QtBot) -> None:
    stage = Stage(watch=[f"S{i}" for i in range(60)])
    fresh(stage)
    stage.start()
    assert stage.polls == 1
    stage.wait(1)
    sizes = [len(call[0]) for call in stage.sources.quotes.calls]  # type: ignore[arg-type]
    assert max(sizes) == 50
    asked = {s for call in stage.sources.quotes.calls for s in call[0]}  # type: ignore[attr-defined]
    assert len(asked) == 60


def test_a_seen_and_open_market_is_asked_as_often_as_the_budget_lets_and_that_is_told(stage: Stage) -> None:
    stage.start()
    stage.wait(600)
    assert stage.way().interval_s == 17  # 15 s wished, 36 requests in ten minutes for polling
    assert 33 <= stage.polls <= 37


def test_out_of_sight_a_minute_is_enough(stage: Stage) -> None:
    stage.start()
    stage.desk.set_visible(False)
    stage.wait(300)
    assert stage.way().interval_s == 60
    assert 5 <= stage.polls <= 7


def test_on_a_sunday_ten_minutes_are_enough(qtbot: QtBot) -> None:
    stage = Stage(SUNDAY)
    stage.sources.quotes.then([a_quote(at=berlin(2026, 1, 30, 17, 36))])
    stage.start()
    stage.wait(1200)
    assert stage.way() == LinkState(LinkKind.POLLING, interval_s=600)
    assert stage.polls <= 3
    state = stage.desk.state("AHLA.DE")
    assert state.kind is PriceKind.CLOSED
    assert str(state.session) == "2026-01-30"


def test_a_price_turns_stale_after_three_intervals_without_an_answer_about_it(stage: Stage) -> None:
    stage.start()
    stage.sources.quotes.then(QuoteReply(()))
    stage.wait(45)
    assert stage.desk.state("AHLA.DE").kind is not PriceKind.STALE
    stage.wait(10)
    state = stage.desk.state("AHLA.DE")
    assert (state.kind, state.since) == (PriceKind.STALE, MONDAY)
    assert "AHLA.DE" in frozenset().union(*stage.changed) or stage.desk._prices._changed


def test_an_unchanged_price_is_an_answer_too(stage: Stage) -> None:
    stage.sources.quotes.then([a_quote("144.80")])
    stage.start()
    stage.wait(240)
    assert stage.desk.state("AHLA.DE").kind is not PriceKind.STALE


def test_a_market_that_opens_is_not_called_stale_for_what_nobody_asked(qtbot: QtBot) -> None:
    stage = Stage(berlin(2026, 2, 2, 8, 51))
    stage.sources.quotes.then([a_quote(at=berlin(2026, 1, 30, 17, 36))])
    stage.start()
    stage.wait(540)
    assert stage.clock.now() == berlin(2026, 2, 2, 9, 0)
    stage.wait(20)
    assert stage.desk.state("AHLA.DE").kind is not PriceKind.STALE


def test_429_is_told_with_the_next_try_and_nobody_asks_before_it(stage: Stage) -> None:
    stage.start()
    stage.sources.quotes.then(FeedError(FeedCode.LIMITED))
    stage.wait(20)
    link, asked = stage.way(), stage.polls
    assert (link.kind, link.cause) == (LinkKind.LIMITED, FeedCode.LIMITED)
    assert link.until is not None
    left = int((link.until - stage.clock.now()).total_seconds())
    assert left > 5
    stage.wait(left - 1)
    assert stage.polls == asked


def test_after_a_429_it_recovers_by_itself_more_slowly_than_before(stage: Stage) -> None:
    stage.start()
    stage.sources.quotes.then(FeedError(FeedCode.LIMITED))
    stage.wait(20)
    fresh(stage)
    stage.wait(60)
    assert stage.way().kind is LinkKind.POLLING
    assert (stage.way().interval_s or 0) > 17


def test_a_user_pressing_refresh_does_not_break_through_a_refusal(stage: Stage) -> None:
    stage.start()
    stage.sources.quotes.then(FeedError(FeedCode.LIMITED, retry_after=timedelta(minutes=5)))
    stage.wait(20)
    asked = stage.polls
    stage.desk.refresh()
    assert stage.polls == asked


def test_no_network_is_told_at_once_since_when_and_tried_each_minute(stage: Stage) -> None:
    stage.start()
    stage.wait(10)
    stage.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    stage.wait(10)
    link = stage.way()
    assert (link.kind, link.cause) == (LinkKind.OFFLINE, FeedCode.OFFLINE)
    assert link.since == MONDAY + timedelta(seconds=17)
    asked = stage.polls
    stage.wait(3600)
    assert 58 <= stage.polls - asked <= 62
    assert stage.way().since == link.since
    assert stage.desk.state("AHLA.DE").kind is PriceKind.STALE


def test_once_the_network_is_back_all_is_well_within_a_minute(stage: Stage) -> None:
    stage.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    stage.start()
    stage.wait(3600)
    fresh(stage)
    stage.wait(61)
    assert stage.way().kind is LinkKind.POLLING
    assert stage.desk.state("AHLA.DE").kind is PriceKind.LIVE


def test_the_user_may_try_a_lost_network_at_once(stage: Stage) -> None:
    stage.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    stage.start()
    stage.wait(120)
    fresh(stage)
    stage.desk.refresh()
    assert stage.way().kind is LinkKind.POLLING


@pytest.mark.parametrize("code", [FeedCode.SERVER, FeedCode.MALFORMED, FeedCode.CONSENT, FeedCode.BLOCKED])
def test_a_source_in_trouble_is_left_alone_for_longer_and_longer_and_recovers(stage: Stage, code: FeedCode) -> None:
    stage.sources.quotes.then(FeedError(code))
    stage.start()
    assert (stage.way().kind, stage.way().cause) == (LinkKind.LIMITED, code)
    stage.wait(3600)
    assert stage.polls < 15
    fresh(stage)
    stage.wait(900)
    assert stage.way().kind is LinkKind.POLLING


def test_a_call_that_never_returns_is_given_up_and_asked_anew(stage: Stage) -> None:
    stage.background.hold()
    stage.start()
    stage.wait(61)
    assert (stage.way().kind, stage.way().cause) == (LinkKind.OFFLINE, FeedCode.TIMEOUT)
    stage.background.held.clear()
    stage.background.release()
    stage.wait(6)
    assert stage.way().kind is LinkKind.POLLING


def test_a_stream_that_delivers_is_called_streaming_and_polling_becomes_rare(stage: Stage) -> None:
    stage.start()
    asked = stage.polls
    stage.background.post(True)
    assert stage.way().kind is LinkKind.POLLING
    for _ in range(60):
        stage.background.post(a_quote(at=stage.clock.now(), source=Route.STREAM, currency="", previous_close=None))
        stage.wait(5)
    assert stage.way().kind is LinkKind.STREAMING
    assert stage.polls - asked <= 4


def test_an_open_but_silent_stream_is_no_stream_and_its_symbols_are_polled(stage: Stage) -> None:
    stage.start()
    stage.background.post(True)
    stage.background.post(a_quote(at=stage.clock.now(), source=Route.STREAM, currency=""))
    stage.wait(1)
    assert stage.way().kind is LinkKind.STREAMING
    asked = stage.polls
    stage.wait(100)
    assert stage.way().kind is LinkKind.POLLING
    assert stage.polls - asked >= 3


def test_a_stream_that_fell_silent_does_not_make_its_price_stale_before_anybody_was_asked(stage: Stage) -> None:
    stage.start()
    stage.background.post(True)
    stage.background.post(a_quote(at=stage.clock.now(), source=Route.STREAM, currency=""))
    kinds = set()
    for _ in range(120):
        stage.wait(1)
        kinds.add(stage.desk.state("AHLA.DE").kind)
    assert PriceKind.STALE not in kinds


def test_a_stream_that_ended_is_opened_again(stage: Stage) -> None:
    stage.start()
    ended = stage.background.enders[-1]
    assert ended is not None
    ended(None)
    stage.wait(61)
    assert len(stage.background.loops) == 2


def test_after_a_sleep_of_an_hour_prices_say_so_and_are_asked_for_at_once(stage: Stage) -> None:
    stage.start()
    stage.wait(5)
    asked = stage.polls
    stage.background.hold()
    stage.clock.suspend(3600)
    stage.scheduler.run_due()
    assert stage.desk.state("AHLA.DE").kind is PriceKind.STALE
    stage.background.release()
    assert stage.polls == asked + 1
    assert stage.desk.state("AHLA.DE").kind is PriceKind.LIVE


def test_after_a_sleep_a_lost_network_is_tried_without_waiting_the_minute(stage: Stage) -> None:
    stage.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    stage.start()
    stage.wait(300)
    asked = stage.polls
    stage.clock.suspend(3600)
    stage.scheduler.run_due()
    assert stage.polls == asked + 1


def test_a_clock_behind_the_sources_is_named_from_the_date_of_its_answer(stage: Stage) -> None:
    ahead = MONDAY + timedelta(minutes=10)
    stage.sources.quotes.then(QuoteReply((a_quote(at=ahead),), source_time=ahead))
    stage.start()
    assert stage.way().clock_off_s == 600
    assert stage.desk.quote("AHLA.DE") is None


def test_a_clock_ahead_of_the_sources_is_named_too_and_forgotten_when_set_right(stage: Stage) -> None:
    stage.sources.quotes.then(QuoteReply((a_quote(),), source_time=MONDAY - timedelta(hours=1)))
    stage.start()
    assert stage.way().clock_off_s == -3600
    stage.sources.quotes.then(lambda _: QuoteReply((a_quote(),), source_time=stage.clock.now()))
    stage.wait(20)
    assert stage.way().clock_off_s is None


def test_one_instrument_with_a_trade_of_tomorrow_does_not_put_the_clock_in_doubt_but_several_do(qtbot: QtBot) -> None:
    stage = Stage(watch=("AHLA.DE", "SAP.DE"))
    ahead = MONDAY + timedelta(minutes=20)
    stage.sources.quotes.then([a_quote(at=ahead), a_quote(symbol="SAP.DE", at=MONDAY)])
    stage.start()
    assert stage.way().clock_off_s is None
    stage.sources.quotes.then([a_quote(at=ahead), a_quote(symbol="SAP.DE", at=ahead)])
    stage.wait(20)
    assert stage.way().clock_off_s == 1183


def test_a_simulated_session_asks_nobody_and_says_so(qtbot: QtBot) -> None:
    stage = Stage(simulated=True).start()
    stage.wait(60)
    assert stage.polls == 0
    assert stage.way() == LinkState(LinkKind.SIMULATED)


def test_a_release_window_that_comes_with_a_price_is_passed_on(stage: Stage) -> None:
    told: list[str] = []
    stage.desk.release_window_seen.connect(lambda symbol, _: told.append(symbol))
    stage.sources.quotes.then(QuoteReply((a_quote(),), windows={"AHLA.DE": object()}))  # type: ignore[dict-item]
    stage.start()
    assert told == ["AHLA.DE"]


def test_only_the_latest_search_is_answered(stage: Stage) -> None:
    answers: list[int] = []
    stage.background.hold()
    stage.desk.search("ali", lambda _: answers.append(1), lambda _: answers.append(-1))
    stage.desk.search("alibaba", lambda _: answers.append(2), lambda _: answers.append(-2))
    stage.background.release()
    assert answers == [2]


def test_prices_are_exact(stage: Stage) -> None:
    stage.start()
    price = stage.desk.quote("AHLA.DE")
    assert price is not None
    assert price.price == Decimal("144.80")


def long_list(count: int = 400) -> Stage:
    """A list far longer than one request, all of it at an open venue."""
    symbols = [f"S{i}" for i in range(count)]
    stage = Stage(watch=symbols, known=bundled(*(an_instrument(s, name=s) for s in symbols)), stream=False)
    fresh(stage)
    return stage


def asked(stage: Stage) -> list[tuple[str, ...]]:
    return [call[0] for call in stage.sources.quotes.calls]  # type: ignore[misc]


def test_what_is_on_screen_is_asked_about_first_and_in_every_round(qtbot: QtBot) -> None:
    stage = long_list()
    stage.start()
    stage.wait(120)
    seen = tuple(f"S{i}" for i in range(300, 318))
    stage.desk.see(seen)
    before = len(asked(stage))
    stage.wait(120)
    rounds = asked(stage)[before:]
    assert all(set(seen) <= set(batch) for batch in rounds)
    assert len(rounds) >= 6
    gaps = 120 / len(rounds)
    assert gaps <= 20


def test_the_rest_of_a_long_list_is_asked_about_in_turn_and_promised_no_more(qtbot: QtBot) -> None:
    stage = long_list()
    stage.desk.see([f"S{i}" for i in range(18)])
    stage.start()
    stage.wait(400)
    asked_of = {s for batch in asked(stage) for s in batch}
    assert len(asked_of) == 400
    assert all(stage.desk.state(f"S{i}").kind is not PriceKind.STALE for i in range(400))
    assert stage.desk._polling.pace("S5").interval_s <= 20 < stage.desk._polling.pace("S399").interval_s


def test_out_of_sight_nobody_comes_first(qtbot: QtBot) -> None:
    stage = long_list()
    stage.desk.see(["S399"])
    stage.desk.set_visible(False)
    stage.start()
    paces = {stage.desk._polling.pace(f"S{i}").interval_s for i in range(400)}
    assert len(paces) == 1


def test_small_charts_of_a_long_list_are_wanted_for_what_is_on_screen(qtbot: QtBot) -> None:
    stage = long_list(600)
    stage.start()
    assert list(stage.desk._loading._small) == []
    stage.desk.see(["S7", "S8"])
    assert list(stage.desk._loading._small) == ["S7", "S8"]


def test_what_alerts_wait_for_goes_before_what_is_seen_and_is_asked_about_as_often() -> None:
    many = tuple(f"S{n}.DE" for n in range(120))
    stage = Stage(watch=(), stream=False)
    stage.desk.watch(many, armed=many[-3:])
    stage.desk.see(many[:10])
    stage.start()
    stage.wait(1)
    assert stage.sources.quotes.calls[0][0][:3] == many[-3:]  # type: ignore[index]
    stage.desk.set_visible(False)
    stage.wait(2)
    paces = stage.desk._polling.pace
    assert paces(many[-1]).interval_s < paces(many[20]).interval_s
