from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONDAY
from tests.builders_alerts import alerts, an_alert, bar_of, play, tick, ticks, walks
from watcher.domain.alert import Alert, AlertKind, AlertState, Basis, Firing, Point, Repeat, Seen
from watcher.domain.alert_rule import after_split, begin, decide, is_over, quiet, threshold
from watcher.domain.quote import Phase

EVERY = Repeat.EVERY_TIME
AT_SET = Point(MONDAY, Decimal(148))
AT = Decimal(148)


def prices_of(fired: list[Firing]) -> list[str]:
    return [str(each.price) for each in fired]


def test_at_or_above_fires_once_at_the_first_price_that_is() -> None:
    _, fired = play(an_alert(), ticks("149.99", "150", "151", "149", "152"))
    assert prices_of(fired) == ["150"]
    assert fired[0].time == MONDAY + timedelta(seconds=2)
    assert fired[0].before == Point(MONDAY + timedelta(seconds=1), Decimal("149.99"))


def test_at_or_below_is_its_mirror() -> None:
    _, fired = play(an_alert(AlertKind.BELOW), ticks("150.01", "149.5", "149", "151"))
    assert prices_of(fired) == ["149.5"]


def test_a_cross_needs_a_price_on_the_other_side_first() -> None:
    assert play(an_alert(AlertKind.UP), ticks("151", "152"))[1] == []
    assert prices_of(play(an_alert(AlertKind.UP), ticks("151", "149", "150"))[1]) == ["150"]
    assert prices_of(play(an_alert(AlertKind.UP), ticks("150", "151"), AT_SET)[1]) == ["150"]
    assert prices_of(play(an_alert(AlertKind.DOWN), ticks("149", "151", "148"), AT_SET)[1]) == ["148"]


def test_the_price_it_was_set_at_is_the_one_before_unless_another_decided_since() -> None:
    alert = an_alert(AlertKind.UP, at=AT)
    stale = Point(MONDAY - timedelta(days=30), Decimal(160))
    assert prices_of(play(alert, ticks("150"), stale)[1]) == ["150"]
    assert play(an_alert(AlertKind.UP, at=Decimal(151)), ticks("150", "152"))[1] == []
    later = Point(MONDAY + timedelta(seconds=1), Decimal(152))
    assert play(alert, [tick("150", 2)], later)[1] == []


def test_every_time_waits_until_the_price_went_back_and_time_has_passed() -> None:
    alert = an_alert(repeat=EVERY, cool_down=timedelta(seconds=10))
    # 149.25 is 0.5 % below; back too early for the cool-down, then 149.30 is not far enough, then both hold
    seen = [
        tick("150", 1),
        tick("149", 2),
        tick("151", 5),
        tick("149.30", 20),
        tick("150", 21),
        tick("149.25", 30),
        tick("150", 31),
    ]
    _, fired = play(alert, seen)
    assert [f.time - MONDAY for f in fired] == [timedelta(seconds=1), timedelta(seconds=31)]


def test_a_price_that_stands_back_while_the_time_passes_arms_it() -> None:
    alert = an_alert(repeat=EVERY, cool_down=timedelta(minutes=15))
    _, fired = play(alert, [tick("150", 1), tick("148", 60), tick("151", 1000)])
    assert len(fired) == 2


def test_without_hysteresis_it_still_has_to_leave_the_level() -> None:
    alert = an_alert(repeat=EVERY, hysteresis=Decimal(0), cool_down=timedelta(0))
    _, fired = play(alert, ticks("150", "150", "150.5", "149.99", "150"))
    assert prices_of(fired) == ["150", "150"]
    assert fired[1].time == MONDAY + timedelta(seconds=5)


@pytest.mark.parametrize(
    ("percent", "basis", "told"),
    [
        ("-2", Basis.PREVIOUS_CLOSE, ["147"]),  # of 150
        ("1", Basis.PREVIOUS_CLOSE, ["151.5"]),
        ("-1", Basis.PRICE, ["148"]),  # of 149.5
        ("-3", Basis.HIGH, ["147"]),  # of 152, the highest on the way
        ("2", Basis.LOW, ["151.5"]),  # of 148, the price when it was set
    ],
)
def test_a_change_counts_from_what_was_named(percent: str, basis: Basis, told: list[str]) -> None:
    alert = an_alert(AlertKind.CHANGE, "149.5", percent=Decimal(percent), basis=basis, at=AT)
    prices = ("149", "151.5", "152", "148", "147")
    seen = [replace(s, previous_close=Decimal(150)) for s in ticks(*prices)]
    assert prices_of(play(alert, seen, AT_SET)[1]) == told


def test_a_rise_from_the_highest_is_no_change_to_wait_for() -> None:
    alert = an_alert(AlertKind.CHANGE, None, percent=Decimal(1), basis=Basis.HIGH)
    assert play(alert, ticks("150", "160"), AT_SET)[1] == []


def test_a_change_from_an_unknown_close_decides_nothing() -> None:
    alert = an_alert(AlertKind.CHANGE, None, percent=Decimal(1))
    assert play(alert, ticks("100", "200"))[1] == []


def test_a_move_looks_back_over_its_span_only() -> None:
    alert = an_alert(AlertKind.MOVE, None, percent=Decimal(2), span=timedelta(minutes=5))
    slow = [tick("150", 1), tick("151.5", 290), tick("153", 600)]
    assert play(alert, slow)[1] == []
    fast = [*slow, tick("149.9", 700)]
    assert prices_of(play(alert, fast)[1]) == ["149.9"]


def test_a_new_high_of_the_year_must_be_above_the_last_one() -> None:
    alert = an_alert(AlertKind.YEAR_HIGH, None, repeat=EVERY, cool_down=timedelta(0))
    seen = [replace(s, year_high=Decimal(160)) for s in ticks("160", "160.5", "159", "160.2", "161")]
    # after going back to 159 (more than 0.5 % below 160.5) only what passes 160.5 is new
    assert prices_of(play(alert, seen)[1]) == ["160.5", "161"]
    assert play(an_alert(AlertKind.YEAR_LOW, None), ticks("1"))[1] == []


def test_what_never_decides() -> None:
    alert = an_alert(expires=MONDAY + timedelta(seconds=50))
    state, before = begin(alert), Point(MONDAY + timedelta(seconds=10), Decimal(149))
    for seen in (
        tick("151", 10),  # not newer
        tick("151", 5),
        tick("151", 11, phase=Phase.POST),  # late trading
        tick("151", 50),  # expired
        tick("0", 20),
    ):
        assert decide(alert, state, before, seen) == (state, ())
    assert decide(alert, state, None, tick("151", 0))[1] == ()  # not newer than the alert itself
    assert decide(replace(alert, extended=True), state, before, tick("151", 11, phase=Phase.POST))[1]


def test_it_is_over_once_it_spoke_or_expired() -> None:
    alert = an_alert(expires=MONDAY + timedelta(seconds=50))
    assert not is_over(alert, AlertState(), MONDAY)
    assert is_over(alert, AlertState(), MONDAY + timedelta(seconds=50))
    assert is_over(alert, AlertState(count=1), MONDAY)
    assert not is_over(replace(alert, repeat=EVERY), AlertState(count=1), MONDAY)


def test_a_bar_fires_at_the_level_or_at_its_open_beyond_it() -> None:
    through = bar_of(ticks("149", "152", "148", "149"))
    assert prices_of(play(an_alert(), [through], AT_SET)[1]) == ["150"]
    gap = bar_of(ticks("151", "152", "150.5"))
    fired = play(an_alert(), [gap], AT_SET)[1]
    assert prices_of(fired) == ["151"]
    assert fired[0].before == AT_SET
    assert fired[0].start == MONDAY + timedelta(seconds=1)


@given(alerts(), walks())
def test_nothing_fires_that_does_not_hold(alert: Alert, seen: list[Seen]) -> None:
    before: Point | None = None
    state = begin(alert)
    for each in seen:
        rule = threshold(alert, state, each)
        state, fired = decide(alert, state, before, each)
        if fired and rule is not None:
            assert rule.holds(each.last)
            assert not rule.crossing or (before is not None and not rule.holds(before.price))
        before = Point(each.time, each.last)


@given(walks(), st.sampled_from([AlertKind.ABOVE, AlertKind.UP]))
def test_once_means_the_first_time_and_no_other(seen: list[Seen], kind: AlertKind) -> None:
    alert = an_alert(kind, "150.40")
    holds = [s.last >= Decimal("150.40") for s in seen]
    wanted = [
        s.time for i, s in enumerate(seen) if holds[i] and (kind is AlertKind.ABOVE or (i > 0 and not holds[i - 1]))
    ]
    assert [f.time for f in play(alert, seen)[1]] == wanted[:1]


@given(alerts(), walks(), st.data())
def test_repeated_stale_and_interrupted_prices_fire_the_same(
    alert: Alert, seen: list[Seen], data: st.DataObject
) -> None:
    state, fired = play(alert, seen)
    muddled: list[Seen] = []
    for i, each in enumerate(seen):
        muddled.append(each)
        stale = data.draw(st.lists(st.tuples(st.integers(0, i), st.integers(-1, 1)), max_size=2))
        muddled += [replace(seen[old], last=seen[old].last + off) for old, off in stale]
    assert play(alert, muddled) == (state, fired)
    cut = data.draw(st.integers(0, len(seen)))  # a restart keeps state and last price
    first, told = play(alert, seen[:cut])
    before = Point(seen[cut - 1].time, seen[cut - 1].last) if cut else None
    second, more = play(alert, seen[cut:], before, first)
    assert (second, told + more) == (state, fired)


@given(alerts().filter(lambda a: a.repeat is EVERY and a.condition.kind is not AlertKind.MOVE), walks())
def test_between_two_firings_the_price_went_back_and_time_passed(alert: Alert, seen: list[Seen]) -> None:
    state, before, last = begin(alert), None, None
    went_back = True
    for each in seen:
        rule = threshold(alert, state, each)
        state, fired = decide(alert, state, before, each)
        if fired:
            assert went_back
            assert last is None or each.time >= last + alert.cool_down
            went_back, last = False, each.time
        rule = threshold(alert, state, each)
        if rule is not None and rule.is_back(each.last, alert.hysteresis):
            went_back = True
        before = Point(each.time, each.last)


@given(alerts(), walks())
def test_leaving_out_what_is_quiet_changes_nothing(alert: Alert, seen: list[Seen]) -> None:
    state, before = begin(alert), None
    room, fired, looked = None, list[Firing](), 0
    for each in seen:
        if room is None or not room.holds(each.last):
            state, told = decide(alert, state, before, each)
            fired += told
            looked += 1
            before = Point(each.time, each.last)
            room = quiet(alert, state, before, each)
        else:
            before = Point(each.time, each.last)
    assert (state, fired) == play(alert, seen)


def test_far_from_its_level_an_alert_is_not_looked_at() -> None:
    alert = an_alert()
    room = quiet(alert, begin(alert), AT_SET, tick("148"))
    assert room is not None
    assert room.holds(Decimal("149.99"))
    assert not room.holds(Decimal(150))


@given(alerts().filter(lambda a: a.condition.kind is not AlertKind.MOVE), walks(), st.integers(1, 12))
def test_bars_never_claim_more_than_their_ticks(alert: Alert, seen: list[Seen], size: int) -> None:
    bars = [bar_of(seen[i : i + size]) for i in range(0, len(seen), size)]
    start = Point(MONDAY, Decimal(150))
    assert len(play(alert, bars, start)[1]) <= len(play(alert, seen, start)[1])


@given(walks(), st.integers(1, 12))
def test_bars_know_for_sure_whether_a_level_was_reached(seen: list[Seen], size: int) -> None:
    bars = [bar_of(seen[i : i + size]) for i in range(0, len(seen), size)]
    for kind in (AlertKind.ABOVE, AlertKind.BELOW):
        alert = an_alert(kind, "150.30")
        assert len(play(alert, bars)[1]) == len(play(alert, seen)[1])


@given(walks())
def test_a_move_is_told_only_if_it_was_one_and_never_missed(seen: list[Seen]) -> None:
    span = timedelta(minutes=10)
    alert = an_alert(AlertKind.MOVE, None, percent=Decimal(2), span=span)
    fired = play(alert, seen)[1]

    def moved(upto: int, within: timedelta) -> bool:
        now = seen[upto]
        past = [s.last for s in seen[:upto] if s.time > now.time - within]
        return any(abs(now.last - p) * 100 >= 2 * p for p in past)

    real = [s.time for i, s in enumerate(seen) if moved(i, span)]
    plain = [s.time for i, s in enumerate(seen) if moved(i, span - span / 60)]
    if fired:
        assert fired[0].time in real
    if plain:
        assert fired
        assert fired[0].time <= plain[0]


@given(alerts(), walks(), st.sampled_from(["2", "4", "0.5"]))
def test_a_split_changes_neither_what_fired_nor_what_will(alert: Alert, seen: list[Seen], times: str) -> None:
    ratio, cut = Decimal(times), len(seen) // 2
    start = Point(MONDAY, Decimal(150))
    state, before = play(alert, seen[:cut], start)[0], seen[cut - 1] if cut else tick("150", 0)
    new, new_state = after_split(alert, state, ratio)
    old_way = play(alert, seen[cut:], Point(before.time, before.last), state)[1]
    scaled = [replace(s, last=s.last / ratio) for s in seen[cut:]]
    new_way = play(new, scaled, Point(before.time, before.last / ratio), new_state)[1]
    assert [f.time for f in new_way] == [f.time for f in old_way]
