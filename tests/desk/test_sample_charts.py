from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY
from tests.fakes import FakeClock, ImmediateBackground
from tests.fakes_sample import sample_session
from watcher.desk.player import MOMENTS
from watcher.desk.session import Session
from watcher.domain.bars import Interval
from watcher.domain.clock import SimulatedClock
from watcher.feeds.sample import SampleMarket
from watcher.series.bars import Change

DAY = 86_400
SHOWN = (Interval.M1, Interval.M5, Interval.M30, Interval.D1)


@pytest.fixture
def sample(qtbot: QtBot) -> Iterator[Session]:
    clock = SimulatedClock(MONDAY, FakeClock(MONDAY))
    session = sample_session(clock)
    yield session
    session.close()


def holes(session: Session, symbol: str, interval: Interval) -> list[int]:
    """Times of the last week whose bars are missing, or differ from what was traded."""
    series = session.market.series(symbol, interval)
    assert series is not None
    whole = SampleMarket(session.clock).history(symbol, interval.base, None).bars
    whole = whole[whole["time"] > session.clock.now().timestamp() - 6 * DAY]
    if interval is Interval.M5:
        return [int(t) for t in np.unique(whole["time"] // 300 * 300) if t not in series.bars["time"]]
    mine = series.bars[np.isin(series.bars["time"], whole["time"])]
    missing = [int(t) for t in whole["time"] if t not in mine["time"]]
    if missing:
        return missing
    same = np.all([np.abs(mine[n] - whole[n]) < 1e-9 for n in ("open", "high", "low", "close")], axis=0)
    return [int(t) for t in mine["time"][~same]]


def test_a_jump_is_painted_once_and_only_when_the_chart_is_whole(sample: Session, qtbot: QtBot) -> None:
    market, player, background = sample.market, sample.player, sample.background
    assert player is not None
    assert isinstance(background, ImmediateBackground)
    market.request_series("AHLA.DE", Interval.M1)
    qtbot.waitUntil(lambda: market.series("AHLA.DE", Interval.M1) is not None)
    qtbot.wait(200)
    told: list[tuple[Change, bool]] = []

    def note(symbol: str, interval: Interval, change: Change) -> None:
        if (symbol, interval) == ("AHLA.DE", Interval.M1):
            told.append((change, not holes(sample, symbol, interval)))

    market.series_changed.connect(note)
    background.hold()
    player.jump(MOMENTS[1])
    market.accept(player._source.last_quotes())
    assert told == []
    background.release()
    assert told == [(Change.REBUILT, True)]


@pytest.mark.parametrize("symbol", ["AHLA.DE", "9988.HK"])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 2, 0), (3, 1, 4)])
def test_at_each_moment_the_chart_is_whole_and_so_are_those_not_shown(
    sample: Session, qtbot: QtBot, symbol: str, order: tuple[int, ...]
) -> None:
    market, player = sample.market, sample.player
    assert player is not None
    sample.preferences.change(symbol=symbol)
    for interval in SHOWN:
        market.request_series(symbol, interval)
    qtbot.waitUntil(lambda: market.series(symbol, Interval.D1) is not None)
    market.request_series(symbol, Interval.M1)
    for at in order:
        player.jump(MOMENTS[at])
        qtbot.waitUntil(lambda: not holes(sample, symbol, Interval.M1))
        for interval in (*SHOWN, Interval.M1):
            market.request_series(symbol, interval)
            qtbot.waitUntil(lambda i=interval: market.series(symbol, i) is not None)  # type: ignore[misc]
            qtbot.waitUntil(lambda i=interval: not holes(sample, symbol, i))  # type: ignore[misc]
