"""Each happening since the setting is told once, at its own time, however often and late one looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY, berlin, some_hours, unknown_hours
from tests.builders_alerts import an_alert
from tests.fakes_cards import report, window
from watcher.domain.alert import OF_RELEASES, Alert, AlertKind, AlertState, Firing, Point, Repeat
from watcher.domain.alert_signals import (
    Decided,
    Listening,
    begin_signals,
    decide_headlines,
    decide_releases,
    decide_silence,
    holds_words,
    look_again,
    silent_at,
)
from watcher.domain.event import Category, Event, EventOrigin
from watcher.domain.release import ReleaseBook, ReleaseOrigin, ReleaseStatus
from watcher.domain.release_history import moment_of

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SET = datetime(2026, 2, 2, tzinfo=UTC)
BOOK = ReleaseBook("alibaba", 3)


def waiting(kind: AlertKind, *, repeat: Repeat = Repeat.ONCE, since: datetime = SET, **figures: object) -> Alert:
    return an_alert(kind, None, repeat=repeat, since=since, **figures)


def looked_at(
    decide: Callable[[AlertState, datetime], Decided], moments: Iterable[datetime], state: AlertState | None = None
) -> list[Firing]:
    """What looking at these moments tells."""
    state, fired = state or AlertState(), list[Firing]()
    for now in moments:
        state, told = decide(state, now)
        fired += told
    return fired


# ---- silence
def listening(last: datetime | None = MONDAY, since: datetime = SET, **figures: object) -> Listening:
    point = None if last is None else Point(last, Decimal(150))
    return Listening(point, some_hours(), since)._replace(**figures)  # type: ignore[arg-type]


SILENT = waiting(AlertKind.SILENCE, span=10 * MINUTE)


def test_silence_is_told_at_its_minute_and_once_until_a_price_comes() -> None:
    assert decide_silence(SILENT, AlertState(), listening(), MONDAY + 9 * MINUTE) == (AlertState(), ())
    state, [firing] = decide_silence(SILENT, AlertState(), listening(), MONDAY + 11 * MINUTE)
    assert (firing.time, firing.before) == (MONDAY + 10 * MINUTE, Point(MONDAY, Decimal(150)))
    again = replace(SILENT, repeat=Repeat.EVERY_TIME, cool_down=timedelta(0))
    assert decide_silence(again, state, listening(), MONDAY + 5 * DAY) == (state, ())
    later = listening(MONDAY + 30 * MINUTE)
    assert [f.time for f in decide_silence(again, state, later, MONDAY + 50 * MINUTE)[1]] == [MONDAY + 40 * MINUTE]
    assert decide_silence(SILENT, state, later, MONDAY + 50 * MINUTE) == (state, ())


def test_a_delayed_price_is_waited_for_longer() -> None:
    assert silent_at(SILENT, AlertState(), listening(delay=15 * MINUTE)) == MONDAY + 25 * MINUTE


def test_a_silence_counts_from_when_somebody_listened() -> None:
    assert silent_at(SILENT, AlertState(), listening(since=MONDAY + DAY)) == MONDAY + DAY + 10 * MINUTE
    assert silent_at(SILENT, AlertState(), listening(None, MONDAY)) == MONDAY + 10 * MINUTE


def test_a_closed_market_is_no_silence_and_the_open_begins_anew() -> None:
    late = berlin(2026, 2, 2, 17, 25)
    assert silent_at(SILENT, AlertState(), listening(late)) == berlin(2026, 2, 3, 9, 10)


def test_without_known_hours_nothing_is_said() -> None:
    assert silent_at(SILENT, AlertState(), listening(hours=unknown_hours())) is None


def test_a_midday_pause_is_no_silence() -> None:
    hours = some_hours()
    paused = tuple(
        replace(s, break_from=s.opens + timedelta(hours=3), break_to=s.opens + timedelta(hours=4))
        for s in hours.sessions
    )
    noon = replace(hours, sessions=paused)
    before = berlin(2026, 2, 2, 11, 55)
    assert silent_at(SILENT, AlertState(), listening(before, hours=noon)) == berlin(2026, 2, 2, 13, 10)


def test_within_the_cool_down_a_new_silence_waits() -> None:
    again = replace(SILENT, repeat=Repeat.EVERY_TIME)
    state, _ = decide_silence(again, AlertState(), listening(), MONDAY + 10 * MINUTE)
    heard = listening(MONDAY + 12 * MINUTE)
    assert silent_at(again, state, heard) == MONDAY + 25 * MINUTE


def test_an_expired_wish_for_silence_is_not_told() -> None:
    alert = replace(SILENT, expires=MONDAY + 10 * MINUTE)
    assert decide_silence(alert, AlertState(), listening(), MONDAY + DAY)[1] == ()


@given(st.lists(st.integers(1, 2000), max_size=12), st.sampled_from(Repeat))
def test_each_silence_is_told_once_however_often_one_looks(gaps: list[int], repeat: Repeat) -> None:
    alert = replace(SILENT, repeat=repeat, cool_down=timedelta(0))
    at, prices = MONDAY, [MONDAY]
    for gap in gaps:
        at += timedelta(seconds=gap)
        prices.append(at)
    state, fired = AlertState(), list[Firing]()
    for one, following in zip(prices, [*prices[1:], at], strict=True):
        for now in (one, one + (following - one) / 2, following, following):
            state, told = decide_silence(alert, state, listening(one), now)
            fired += told
    long = [one + 10 * MINUTE for one, gap in zip(prices, gaps, strict=False) if gap >= 600]
    assert [f.time for f in fired] == (long if repeat is Repeat.EVERY_TIME else long[:1])


# ---- releases
AHEAD = window()  # 18 and 19 Feb, learned 20 Jan
ESTIMATED, CONFIRMED = ReleaseStatus.ESTIMATED, ReleaseStatus.CONFIRMED
NEAR = waiting(AlertKind.RELEASE_NEAR, span=3 * DAY)
OPEN, MOVED, REPORTED = (
    waiting(kind) for kind in (AlertKind.RELEASE_OPEN, AlertKind.RELEASE_MOVED, AlertKind.REPORTED)
)


def at(day: int, hour: int = 0, month: int = 2) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def test_a_window_is_told_before_and_at_its_opening_in_its_own_time() -> None:
    book = replace(BOOK, windows=(AHEAD,))
    for alert, moment in ((NEAR, moment_of(AHEAD) - 3 * DAY), (OPEN, moment_of(AHEAD))):
        assert decide_releases(alert, AlertState(), book, moment - MINUTE)[1] == ()
        assert look_again(alert, book, moment - MINUTE) == moment
        [firing] = decide_releases(alert, AlertState(), book, moment + DAY)[1]
        assert (firing.time, firing.signal and firing.signal.window) == (moment, AHEAD)


def test_what_was_near_or_open_when_it_was_set_is_not_told() -> None:
    book = replace(BOOK, windows=(AHEAD, replace(AHEAD, status=CONFIRMED, learned=at(17))))
    for alert in (replace(NEAR, since=at(16)), replace(OPEN, since=at(18, 12))):
        assert decide_releases(alert, AlertState(), book, at(20))[1] == ()


def test_a_window_that_moves_comes_near_again() -> None:
    later = window(date(2026, 3, 4), date(2026, 3, 5), learned=at(17))
    book = replace(BOOK, windows=(AHEAD, later))
    alert = replace(NEAR, repeat=Repeat.EVERY_TIME)
    fired = decide_releases(alert, AlertState(), book, at(10, month=3))[1]
    assert [f.signal and f.signal.window for f in fired] == [AHEAD, later]


def test_another_window_is_told_with_the_one_before_and_a_repeated_one_is_not() -> None:
    same = replace(AHEAD, learned=at(3), origin=ReleaseOrigin.YAHOO)
    moved = window(date(2026, 2, 24), date(2026, 2, 24), CONFIRMED, ReleaseOrigin.YAHOO, at(5))
    book = replace(BOOK, windows=(AHEAD, same, moved))
    [firing] = decide_releases(replace(MOVED, repeat=Repeat.EVERY_TIME), AlertState(), book, at(9))[1]
    assert firing.time == at(5)
    assert firing.signal is not None
    assert (firing.signal.window, firing.signal.was) == (moved, same)


def test_what_the_user_says_himself_is_not_told_to_him() -> None:
    own = window(date(2026, 2, 24), date(2026, 2, 24), CONFIRMED, ReleaseOrigin.USER, at(5))
    said = replace(report(date(2026, 2, 6)), origin=ReleaseOrigin.USER, known=at(6))
    figures = replace(report(date(2026, 2, 6)), origin=ReleaseOrigin.YAHOO, known=at(7))
    book = replace(BOOK, windows=(AHEAD, own), reports=(said, figures))
    assert decide_releases(MOVED, AlertState(), book, at(9))[1] == ()
    assert decide_releases(REPORTED, AlertState(), book, at(9))[1] == ()


def test_a_report_is_told_once_whoever_repeats_it() -> None:
    alert = replace(REPORTED, repeat=Repeat.EVERY_TIME)
    first = report(date(2026, 2, 6))
    book = replace(BOOK, windows=(AHEAD,), reports=(first,))
    state, [firing] = decide_releases(alert, AlertState(), book, at(6, 12))
    assert (firing.time, firing.signal and firing.signal.report) == (first.known, first)
    twice = replace(book, reports=(first, replace(report(date(2026, 2, 9)), origin=ReleaseOrigin.YAHOO)))
    assert decide_releases(alert, state, twice, at(20)) == (state, ())


def test_a_report_known_when_the_alert_was_set_is_not_told_and_one_of_that_day_is() -> None:
    today = report(date(2026, 2, 6))  # its source says 09:30, which is a guess
    book = replace(BOOK, reports=(today,))
    alert = replace(REPORTED, since=at(6, 15))
    assert decide_releases(alert, begin_signals(alert, book), book, at(7))[1] == ()
    [firing] = decide_releases(alert, begin_signals(alert, BOOK), book, at(7))[1]
    assert firing.time > alert.since
    old = replace(BOOK, reports=(replace(today, day=date(2026, 2, 5), known=at(6, 16)),))
    assert decide_releases(alert, AlertState(), old, at(7))[1] == ()


STARTS = st.integers(0, 200).map(lambda n: date(2026, 1, 10) + timedelta(days=n))
WINDOWS = st.builds(
    lambda first, days, status, origin, learned: window(
        first, first + timedelta(days=days), status, origin, SET + timedelta(hours=learned), quarter=None
    ),
    STARTS,
    st.integers(0, 3),
    st.sampled_from(ReleaseStatus),
    st.sampled_from([ReleaseOrigin.YAHOO, ReleaseOrigin.BUNDLED, ReleaseOrigin.USER]),
    st.integers(-500, 4000),
)
REPORTS = st.builds(
    lambda day, hours: replace(
        report(day, None), known=datetime.combine(day, time(10), UTC) + hours * timedelta(hours=1)
    ),
    STARTS,
    st.integers(0, 100),
)
BOOKS = st.builds(
    lambda windows, reports: replace(
        BOOK,
        windows=tuple(sorted(windows, key=lambda w: w.learned)),
        reports=tuple(sorted(reports, key=lambda r: r.known)),
    ),
    st.lists(WINDOWS, max_size=5, unique_by=lambda w: w.learned),
    st.lists(REPORTS, max_size=2),
)
END = SET + 250 * DAY


@given(BOOKS, st.sampled_from(sorted(OF_RELEASES)), st.lists(st.integers(0, 250 * 24), max_size=12))
def test_releases_are_told_the_same_however_often_one_looks(
    book: ReleaseBook, kind: AlertKind, hours: list[int]
) -> None:
    alert = waiting(kind, repeat=Repeat.EVERY_TIME, span=5 * DAY)

    def decide(state: AlertState, now: datetime) -> Decided:
        return decide_releases(alert, state, book, now)

    start = begin_signals(alert, book)
    once = looked_at(decide, [END], start)
    moments = sorted(SET + timedelta(hours=n) for n in hours)
    often = looked_at(decide, [*moments, END, END], start)
    if kind is AlertKind.REPORTED:  # a later record may set the day of a release right, or make two of them one
        assert len(often) >= len(once)
        days = [f.signal.report.day for f in often if f.signal and f.signal.report]
        assert len(days) == len(set(days))
    else:
        assert often == once
    assert all(SET < f.time <= END for f in often)
    first = looked_at(
        lambda s, now: decide_releases(replace(alert, repeat=Repeat.ONCE), s, book, now), [*moments, END], start
    )
    assert first == often[:1]


@given(BOOKS, st.sampled_from([AlertKind.RELEASE_NEAR, AlertKind.RELEASE_OPEN]))
def test_one_who_looks_only_when_told_to_misses_nothing(book: ReleaseBook, kind: AlertKind) -> None:
    alert = waiting(kind, repeat=Repeat.EVERY_TIME, span=5 * DAY)
    state, now, fired = AlertState(), alert.since, list[Firing]()
    while now <= END:
        state, told = decide_releases(alert, state, book, now)
        assert all(f.time == now for f in told)  # told at its moment, not later
        fired += told
        following = look_again(alert, book, now)
        if following is None:
            break
        now = following
    assert fired == [*decide_releases(alert, AlertState(), book, END)[1]]


# ---- headlines
WORDY = waiting(AlertKind.HEADLINE, words="Café buyback", since=MONDAY)


def headline(text: str, after: timedelta = MINUTE, key: str = "n1") -> Event:
    return Event(key, ("BABA",), Category.OTHER, EventOrigin.FEED, text, None, published=MONDAY + after)


@pytest.mark.parametrize(
    ("text", "words", "held"),
    [
        ("BUYBACK at the cafe", "Café buyback", True),
        ("Buybacks at the café", "café buyback", False),  # whole words
        ("Alibaba's Q3: revenue up 9.4%", "alibaba 9.4 q3", True),
        ("Straße gesperrt", "STRASSE", True),
        ("阿里巴巴发布财报", "财报", True),
        ("阿里巴巴发布财报", "财发", False),
        ("Buy-back", "buy-back", True),
        ("anything", " - ", False),
        ("anything", "", False),
    ],
)
def test_words_are_found_whole_in_any_order_case_and_accent(text: str, words: str, held: bool) -> None:
    assert holds_words(text, words) is held


def test_a_headline_is_told_once_at_its_time_and_an_old_one_never() -> None:
    alert = replace(WORDY, repeat=Repeat.EVERY_TIME)
    news = [headline("Cafe buyback"), headline("Café buyback old", -MINUTE, "n0"), headline("Other", MINUTE, "n2")]
    assert decide_headlines(alert, AlertState(), news, MONDAY)[1] == ()
    state, [firing] = decide_headlines(alert, AlertState(), news, MONDAY + DAY)
    assert firing.time == MONDAY + MINUTE
    assert firing.signal is not None
    assert (firing.signal.headline, firing.signal.event_id) == ("Cafe buyback", "n1")
    assert decide_headlines(alert, state, news, MONDAY + DAY) == (state, ())
    assert decide_headlines(WORDY, state, [headline("Cafe buyback", DAY, "n3")], MONDAY + 2 * DAY) == (state, ())


@given(
    st.lists(st.tuples(st.integers(-100, 1000), st.booleans()), max_size=12),
    st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 12)), max_size=8),
    st.sampled_from(Repeat),
    st.none() | st.integers(1, 900),
)
def test_every_matching_headline_since_the_setting_is_told_once(
    told: list[tuple[int, bool]], looks: list[tuple[int, int]], repeat: Repeat, expires: int | None
) -> None:
    news = [headline("café buyback" if hit else "café", n * MINUTE, f"n{i}") for i, (n, hit) in enumerate(told)]
    end = None if expires is None else MONDAY + expires * MINUTE
    alert = replace(WORDY, repeat=repeat, expires=end)
    state, fired = AlertState(), list[Firing]()
    for now, known in [*sorted(looks), (1000, 12), (1000, 12)]:
        state, more = decide_headlines(alert, state, news[:known], MONDAY + now * MINUTE)
        fired += more
    due = {f"n{i}" for i, (n, hit) in enumerate(told) if hit and n > 0 and (expires is None or n < expires)}
    keys = [f.signal.event_id for f in fired if f.signal]
    assert len(keys) == len(set(keys))
    assert set(keys) == due if repeat is Repeat.EVERY_TIME else (set(keys) <= due and len(keys) == min(1, len(due)))
