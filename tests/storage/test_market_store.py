from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_quote
from tests.fakes_storage import another_process, line_of, overwrite
from watcher.domain.bars import Interval
from watcher.domain.errors import StoreCode
from watcher.domain.event import Category, Event, EventOrigin
from watcher.domain.instrument import Facts
from watcher.domain.quote import Route
from watcher.domain.split import Split
from watcher.domain.trading_hours import HoursKind, TradingHours
from watcher.resources import load_instruments, shipped_hours
from watcher.series.bars import BAR
from watcher.storage.market_store import MarketStore

NOW = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)
DAY = 86_400


def bars(*rows: tuple[int, float], step: int = DAY) -> npt.NDArray[np.void]:
    """Bars from (number, close); times count in steps from 1 Jan 2026."""
    start = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    made = [(start + number * step, close, close + 1, close - 1, close, 10.0) for number, close in rows]
    return np.array(made, dtype=BAR)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache/market.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[MarketStore]:
    made = MarketStore(path)
    yield made
    made.close()


def test_bars_come_back_as_they_were_put(store: MarketStore) -> None:
    put = bars((0, 140.0), (1, 141.5), (2, 144.8))
    store.put_bars("AHLA.DE", Interval.D1, put, NOW)
    stored = store.bars("AHLA.DE", Interval.D1)
    assert stored is not None
    assert stored.bars.dtype == BAR
    assert np.array_equal(stored.bars, put)
    assert stored.fetched == NOW
    assert store.bars("AHLA.DE", Interval.H1) is None
    assert store.bars("BABA", Interval.D1) is None


def test_new_bars_take_the_place_of_old_ones_of_the_same_time(store: MarketStore) -> None:
    store.put_bars("BABA", Interval.D1, bars((0, 1.0), (1, 2.0), (2, 3.0)), NOW)
    store.put_bars("BABA", Interval.D1, bars((2, 3.5), (3, 4.0)), NOW + timedelta(hours=1))
    stored = store.bars("BABA", Interval.D1)
    assert stored is not None
    assert stored.bars["close"].tolist() == [1.0, 2.0, 3.5, 4.0]
    assert stored.fetched == NOW + timedelta(hours=1)


def test_dropped_bars_are_gone_and_the_others_stay(store: MarketStore) -> None:
    store.put_bars("BABA", Interval.D1, bars((0, 1.0)), NOW)
    store.put_bars("KWEB", Interval.D1, bars((0, 2.0)), NOW)
    store.drop_bars("BABA", Interval.D1)
    assert store.bars("BABA", Interval.D1) is None
    store.put_bars("BABA", Interval.D1, bars((5, 9.0)), NOW)
    assert store.closes("BABA", 10).tolist() == [9.0]
    assert store.closes("KWEB", 10).tolist() == [2.0]


def test_an_empty_series_is_remembered_as_asked_for(store: MarketStore) -> None:
    store.put_bars("NEW", Interval.D1, np.empty(0, BAR), NOW)
    stored = store.bars("NEW", Interval.D1)
    assert stored is not None
    assert len(stored.bars) == 0


def test_minute_bars_are_kept_for_thirty_days_and_daily_ones_for_good(store: MarketStore) -> None:
    old = int((NOW - timedelta(days=31)).timestamp())
    young = int((NOW - timedelta(days=29)).timestamp())
    put = np.array([(old, 1, 1, 1, 1, 0), (young, 2, 2, 2, 2, 0)], dtype=BAR)
    for interval in (Interval.M1, Interval.D1):
        store.put_bars("BABA", interval, put, NOW)
    minutes, days = store.bars("BABA", Interval.M1), store.bars("BABA", Interval.D1)
    assert minutes is not None
    assert days is not None
    assert (len(minutes.bars), len(days.bars)) == (1, 2)


def test_what_is_no_number_is_no_bar(store: MarketStore) -> None:
    put = bars((0, 1.0), (1, float("nan")), (2, 3.0))
    put["volume"][2] = float("nan")
    store.put_bars("BABA", Interval.D1, put, NOW)
    stored = store.bars("BABA", Interval.D1)
    assert stored is not None
    assert stored.bars["close"].tolist() == [1.0, 3.0]
    assert np.isnan(stored.bars["volume"][1])


def test_a_sparkline_gets_the_last_closes_oldest_first(store: MarketStore) -> None:
    store.put_bars("BABA", Interval.D1, bars(*((n, float(n + 1)) for n in range(50))), NOW)
    assert store.closes("BABA", 3).tolist() == [48.0, 49.0, 50.0]
    assert store.closes("KWEB", 3).tolist() == []


def test_prices_come_back_to_the_last_digit_and_as_stored_ones(store: MarketStore, path: Path) -> None:
    put = a_quote("144.8000", previous_close="146.10", delay=timedelta(minutes=15), day_volume=2**40)
    store.put_quotes([put, a_quote("1.18620", symbol="EURUSD=X", currency="USD")])
    store.put_quotes([a_quote("1.18630", symbol="EURUSD=X", currency="USD")])
    store.close()
    again = MarketStore(path)
    by_symbol = {quote.symbol: quote for quote in again.quotes()}
    again.close()
    assert str(by_symbol["AHLA.DE"].price) == "144.8000"
    assert str(by_symbol["EURUSD=X"].price) == "1.18630"
    assert by_symbol["AHLA.DE"].source is Route.STORED
    assert (by_symbol["AHLA.DE"].time, by_symbol["AHLA.DE"].delay) == (put.time, put.delay)
    assert by_symbol["AHLA.DE"].day_volume == 2**40


@settings(max_examples=50, deadline=None)
@given(st.decimals(min_value=Decimal("1e-12"), max_value=Decimal("1e12"), allow_nan=False))
def test_any_price_is_kept_exactly(price: Decimal) -> None:
    store = MarketStore(None)
    store.put_quotes([a_quote(str(price))])
    assert store.quotes()[0].price.as_tuple() == price.as_tuple()
    store.close()


def test_instruments_facts_hours_and_news_come_back(store: MarketStore) -> None:
    known = tuple(load_instruments().values())
    facts = Facts("BABA", year_low=Decimal("79.30"), first_trade=date(2014, 9, 19))
    headline = Event("h1", ("BABA",), Category.OTHER, EventOrigin.FEED, "<b>New</b>", None, published=NOW)
    store.put_instruments(known)
    store.put_facts([facts])
    store.put_hours(shipped_hours("XETR"))
    store.put_news("BABA", [headline])
    assert sorted(store.instruments(), key=str) == sorted(known, key=str)
    assert store.facts() == (facts,)
    assert store.hours("XETR") == shipped_hours("XETR")
    assert store.hours("XNYS") is None
    assert store.news("BABA") == (headline,)
    assert store.news("KWEB") == ()
    again = store.hours("XETR")
    assert again is not None
    assert again.is_open(NOW)


def test_one_unreadable_record_does_not_hide_the_others(store: MarketStore) -> None:
    store.put_quotes([a_quote()])
    with store._database.write() as connection:
        connection.execute("INSERT INTO records VALUES ('quote', 'BAD', '{\"price\": 1}')")
    assert [quote.symbol for quote in store.quotes()] == ["AHLA.DE"]


def fill(path: Path) -> None:
    store = MarketStore(path)
    store.put_bars("BABA", Interval.D1, bars(*((n, 1.0) for n in range(2000))), NOW)
    store.put_hours(TradingHours("X", "UTC", HoursKind.ALWAYS))
    store.close()


@pytest.mark.parametrize(("start", "length"), [(0, 100), (100, 3000), (8192, 20_000)])
def test_a_damaged_cache_is_thrown_away_and_works_at_once(path: Path, start: int, length: int) -> None:
    fill(path)
    overwrite(path, start, length)
    store = MarketStore(path)
    assert store.problem is None
    assert store.bars("BABA", Interval.D1) is None
    store.put_quotes([a_quote()])
    store.close()
    again = MarketStore(path)
    assert len(again.quotes()) == 1
    again.close()


def test_damage_found_while_running_costs_the_cache_and_not_the_program(path: Path) -> None:
    fill(path)
    store = MarketStore(path)
    store._database.read("PRAGMA shrink_memory")  # or it would go on from what it has in memory
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))
    assert store.bars("BABA", Interval.D1) is None
    store.put_quotes([a_quote()])
    assert len(store.quotes()) == 1
    store.close()


def test_a_cache_of_another_version_is_made_anew(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 77")
    store = MarketStore(path)
    assert store.bars("BABA", Interval.D1) is None
    store.put_quotes([a_quote()])
    store.close()


def test_hours_kept_by_the_version_that_had_currencies_turn_in_london_are_dropped(path: Path) -> None:
    store = MarketStore(path)
    store.put_hours(shipped_hours("FX"))
    store.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 1")
    store = MarketStore(path)
    assert store.hours("FX") is None
    store.close()


def test_where_nothing_can_be_written_it_works_from_memory_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    store = MarketStore(tmp_path / "cache/market.sqlite")
    assert store.problem is not None
    assert store.problem.code is StoreCode.UNWRITABLE
    store.put_quotes([a_quote()])
    assert len(store.quotes()) == 1
    store.close()


def test_several_threads_may_use_it_at_once(store: MarketStore) -> None:
    failures: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for n in range(20):
                store.put_bars(name, Interval.D1, bars(*((m, float(n)) for m in range(30))), NOW)
                store.put_quotes([a_quote(symbol=name)])
                assert len(store.closes(name, 100)) == 30
                assert store.bars(name, Interval.D1) is not None
        except BaseException as failure:  # noqa: BLE001 - handed to the test
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(f"S{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.quotes()) == 4


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
import numpy as np
from watcher.domain.bars import Interval
from watcher.series.bars import BAR
from watcher.storage.market_store import MarketStore
store = MarketStore(Path(sys.argv[1]))
for n in range(1_000_000):
    bars = np.ones(300, BAR)
    bars["time"] = np.arange(300) * 86_400
    bars["close"] = n
    store.put_bars("BABA", Interval.D1, bars, datetime(2026, 2, 2, tzinfo=UTC))
    print(n, flush=True)
"""


def test_killed_while_writing_bars_are_of_one_piece(path: Path) -> None:
    with another_process(WRITER, path) as process:
        said = [int(line_of(process)) for _ in range(20)][-1]
        process.kill()
    store = MarketStore(path)
    closes = store.closes("BABA", 1000)
    assert len(closes) == 300
    assert len(set(closes.tolist())) == 1
    assert closes[0] >= said
    store.close()


def test_splits_come_back_by_their_symbol(tmp_path: Path) -> None:
    path = tmp_path / "market.sqlite"
    first = (Split(date(2020, 6, 1), Decimal(8), Decimal(1)),)
    store = MarketStore(path)
    store.put_splits("BABA", first)
    store.put_splits("KWEB", ())
    store.put_splits("BABA", (*first, Split(date(2025, 3, 3), Decimal(1), Decimal(3))))
    store.close()
    again = MarketStore(path)
    assert again.splits() == {"BABA": (*first, Split(date(2025, 3, 3), Decimal(1), Decimal(3))), "KWEB": ()}
    again.close()
