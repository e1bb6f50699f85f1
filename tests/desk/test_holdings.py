"""The portfolio: what is kept, what it is worth, and that it says what it does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import MONDAY, a_quote, an_instrument, some_bars
from tests.builders_holdings import a_split, a_trade
from tests.fakes_market import Stage, bundled
from watcher.desk.deeds import DeedKind
from watcher.desk.holdings import HoldingsDesk
from watcher.desk.preferences import Preferences
from watcher.domain.bars import Interval
from watcher.domain.batch import BatchState
from watcher.domain.errors import FeedCode, FeedError, StoreCode, StoreError
from watcher.domain.holding import Side
from watcher.domain.quote import Quote
from watcher.domain.rates import RateSource
from watcher.domain.settings import Settings
from watcher.domain.valuation import Lack
from watcher.feeds.source import HistoryReply
from watcher.series.bars import BAR
from watcher.storage.user_store import UserStore

BUY = a_trade(Side.BUY, "148", "130.20", fee="9.90")
DOLLARS = a_trade(Side.BUY, "40", "100", date(2025, 6, 2), symbol="BABA", currency="USD")


def euro(price: str, at: datetime = MONDAY) -> Quote:
    return a_quote(price, symbol="EURUSD=X", currency="USD", at=at, previous_close=None)


def baba(price: str = "172.50", previous: str | None = "170.00") -> Quote:
    return a_quote(price, symbol="BABA", currency="USD", previous_close=previous)


class Unwritable:
    """A database that refuses every write."""

    def write(self) -> None:
        raise StoreError(StoreCode.UNWRITABLE, "user.sqlite")


class Portfolio:
    """A desk on a market and a store that forget everything."""

    def __init__(self, currency: str = "EUR") -> None:
        known = bundled(
            an_instrument(),
            an_instrument("BABA", venue="XNYS", currency="USD", timezone="America/New_York"),
            an_instrument("EURUSD=X", venue="FX", currency="USD", timezone="UTC"),
        )
        self.stage = Stage(known=known, watch=())
        self.stage.sources.quotes.then([])
        self.user = UserStore(None, "1")
        self.preferences = Preferences(Settings(portfolio_currency=currency), lambda _: None)
        self.open()

    def open(self) -> HoldingsDesk:
        self.desk = HoldingsDesk(
            self.stage.clock,
            self.stage.scheduler,
            self.stage.background,
            self.stage.desk,
            self.user.entries,
            self.preferences,
        )
        self.told: list[frozenset[str]] = []
        self.changes: list[None] = []
        self.desk.valued.connect(self.told.append)
        self.desk.changed.connect(lambda: self.changes.append(None))
        self.desk.needs_changed.connect(self.watch)
        self.watch()
        return self.desk

    def watch(self) -> None:
        self.stage.desk.watch(self.desk.needed)

    def quotes(self, *quotes: Quote) -> None:
        self.stage.desk.accept(quotes)
        self.stage.desk.tell_changes()

    def history(self, symbol: str, closes: dict[date, float], *splits: str) -> None:
        """Have the source know one history."""
        days = sorted(closes)
        times = [datetime(d.year, d.month, d.day, tzinfo=UTC) for d in days]
        bars = some_bars(times, [closes[d] for d in days]) if days else np.zeros(0, BAR)
        told = tuple(a_split(date.fromisoformat(s.split()[0]), s.split()[1]) for s in splits)
        reply = HistoryReply(symbol, Interval.D1, bars, told)
        nothing = np.zeros(0, BAR)
        self.stage.sources.history.then(lambda s, i, _: reply if s == symbol else HistoryReply(s, i, nothing))

    def value(self, instrument: str) -> Decimal | None:
        valuation = self.desk.valuation(instrument)
        assert valuation is not None
        return valuation.value


@pytest.fixture
def portfolio(qtbot: QtBot) -> Iterator[Portfolio]:
    made = Portfolio()
    yield made
    made.desk.close()
    made.stage.desk.close()
    made.user.close()


def test_a_purchase_is_kept_valued_and_can_be_taken_back(portfolio: Portfolio) -> None:
    portfolio.quotes(a_quote("144.80", previous_close="144.00"))
    deed = portfolio.desk.add(BUY)
    assert (deed.kind, deed.subject) == (DeedKind.LOT_ADDED, "AHLA.DE")
    valuation = portfolio.desk.valuation("AHLA.DE")
    assert valuation is not None
    assert valuation.value == Decimal("21430.40")
    assert valuation.average_cost == Decimal("130.20")
    assert valuation.gain is not None
    assert (valuation.gain.share, valuation.gain.currency, valuation.gain.fees) == (
        Decimal("2160.80"),
        Decimal(0),
        Decimal("9.90"),
    )
    assert valuation.session == Decimal("118.40")
    assert valuation.session_day == date(2026, 2, 2)
    deed.undo()
    assert portfolio.desk.valuation("AHLA.DE") is None
    assert portfolio.desk.totals.positions == 0
    deed.redo()
    assert portfolio.value("AHLA.DE") == Decimal("21430.40")
    assert [entry.transaction for entry in portfolio.open().entries()] == [BUY]
    assert len(portfolio.user.entries.all()) == 1


def test_an_entry_can_be_changed_and_removed_with_a_way_back(portfolio: Portfolio) -> None:
    portfolio.desk.add(BUY, replace(BUY, quantity=Decimal(2)))
    first, second = portfolio.desk.entries("AHLA.DE")
    changed = portfolio.desk.change(first.id, replace(BUY, quantity=Decimal(100)))
    assert portfolio.desk.position("AHLA.DE").quantity == 102  # type: ignore[union-attr]
    removed = portfolio.desk.remove([first.id, second.id])
    assert portfolio.desk.instruments == ()
    removed.undo()
    changed.undo()
    assert portfolio.desk.entries() == (first, second)
    with pytest.raises(KeyError):
        portfolio.desk.change(4711, BUY)


def test_a_dollar_lot_waits_for_its_rates_and_says_so(portfolio: Portfolio) -> None:
    portfolio.quotes(baba())
    portfolio.desk.add(DOLLARS, BUY)
    assert portfolio.desk.needed == ("EURUSD=X", "BABA", "AHLA.DE")
    valuation = portfolio.desk.valuation("BABA")
    assert valuation is not None
    assert set(valuation.lacks) == {Lack.RATE, Lack.PAST_RATE}
    portfolio.quotes(a_quote())
    totals = portfolio.desk.totals
    assert totals.value == Decimal(148) * Decimal("144.80")
    assert [(left.instrument, set(left.lacks)) for left in totals.no_value] == [("BABA", {Lack.RATE, Lack.PAST_RATE})]
    portfolio.quotes(euro("1.25", MONDAY - timedelta(minutes=3)))
    assert portfolio.value("BABA") == Decimal(40) * Decimal("172.50") / Decimal("1.25")
    totals = portfolio.desk.totals
    assert totals.no_value == ()
    assert [left.instrument for left in totals.no_gain] == ["BABA"]
    assert totals.oldest_rate == MONDAY - timedelta(minutes=3)


def test_the_rate_of_the_purchase_is_looked_up_in_the_closes_of_its_pair(portfolio: Portfolio) -> None:
    portfolio.history("EURUSD=X", {date(2025, 5, 30): 1.6, date(2025, 6, 3): 2.0, date(2026, 1, 30): 1.25})
    portfolio.desk.add(DOLLARS)
    portfolio.stage.start()
    portfolio.quotes(baba(), euro("1.25"))
    valuation = portfolio.desk.valuation("BABA")
    assert valuation is not None
    [lot] = valuation.lots
    assert (lot.rate.source, lot.rate.value, lot.rate.day) == (RateSource.CLOSE, Decimal("0.625"), date(2025, 5, 30))
    assert valuation.gain is not None
    assert valuation.gain.share == 40 * Decimal("72.50") * Decimal("0.625")
    assert valuation.gain.currency == 40 * Decimal("172.50") * Decimal("0.175")


def test_a_stated_rate_goes_before_the_close_in_whichever_direction_it_is_stated(portfolio: Portfolio) -> None:
    portfolio.quotes(baba(), euro("1.25"))
    portfolio.desk.add(replace(DOLLARS, rate=Decimal("1.28")), replace(DOLLARS, rate=Decimal("0.78125")))
    valuation = portfolio.desk.valuation("BABA")
    assert valuation is not None
    assert [(lot.rate.source, lot.rate.value) for lot in valuation.lots] == [(RateSource.FILE, Decimal("0.78125"))] * 2


def test_a_split_changes_the_lots_once_it_is_known_and_is_remembered(portfolio: Portfolio) -> None:
    portfolio.desk.add(replace(BUY, fee=None))
    portfolio.history("AHLA.DE", {date(2026, 1, 30): 18.0}, "2025-09-01 8:1")
    portfolio.stage.start()
    position = portfolio.desk.position("AHLA.DE")
    assert position is not None
    assert position.quantity == 1184
    [lot] = position.lots
    assert (lot.price, lot.cost, lot.original) == (Decimal("16.275"), Decimal("19269.60"), Decimal(148))
    assert [str(split.numerator) for split in lot.splits] == ["8"]
    assert portfolio.stage.store.splits() == {"AHLA.DE": (a_split(date(2025, 9, 1)),)}


def test_what_is_not_resolved_is_held_without_a_price_and_resolved_later(portfolio: Portfolio) -> None:
    portfolio.quotes(a_quote())
    portfolio.desk.add(replace(BUY, symbol="", isin="US01609W1027", name="ALIBABA GROUP HOLDING LTD"))
    assert list(portfolio.desk.instruments) == ["isin:US01609W1027"]
    assert not portfolio.desk.needed
    assert portfolio.desk.name("isin:US01609W1027") == "ALIBABA GROUP HOLDING LTD"
    assert portfolio.desk.totals.no_value[0].lacks == frozenset({Lack.LISTING})
    deed = portfolio.desk.resolve("isin:US01609W1027", "AHLA.DE")
    assert portfolio.value("AHLA.DE") == Decimal("21430.40")
    assert list(portfolio.desk.needed) == ["AHLA.DE"]
    assert portfolio.desk.name("AHLA.DE") == "Alibaba Group Holding ADS"
    deed.undo()
    assert list(portfolio.desk.instruments) == ["isin:US01609W1027"]
    assert portfolio.desk.totals.value == 0


def test_only_what_a_quote_concerns_is_valued_and_told(portfolio: Portfolio, qtbot: QtBot) -> None:
    portfolio.quotes(a_quote(), baba(), euro("1.25"))
    portfolio.desk.add(BUY, DOLLARS)
    qtbot.waitUntil(lambda: portfolio.told == [frozenset({"AHLA.DE", "BABA"})])
    for step in range(1, 5):
        portfolio.quotes(a_quote(f"144.{80 + step}", at=MONDAY + timedelta(seconds=step)))
    qtbot.waitUntil(lambda: portfolio.told[1:] == [frozenset({"AHLA.DE"})])
    portfolio.quotes(euro("1.26", MONDAY + timedelta(seconds=9)))
    qtbot.waitUntil(lambda: portfolio.told[2:] == [frozenset({"BABA"})])


def test_another_currency_of_the_portfolio_turns_everything(portfolio: Portfolio) -> None:
    portfolio.quotes(a_quote(), baba(), euro("1.25"))
    portfolio.desk.add(BUY, DOLLARS)
    portfolio.preferences.change(portfolio_currency="usd")
    assert portfolio.desk.currency == "USD"
    assert portfolio.value("AHLA.DE") == Decimal(148) * Decimal("144.80") * Decimal("1.25")
    assert portfolio.value("BABA") == Decimal(40) * Decimal("172.50")
    assert portfolio.desk.totals.currency == "USD"
    assert portfolio.desk.totals.value == Decimal(148) * Decimal("144.80") * Decimal("1.25") + 6900


def test_a_pair_that_nobody_quotes_is_made_of_its_dollar_pairs(portfolio: Portfolio) -> None:
    portfolio.desk.add(replace(DOLLARS, symbol="THB.X", currency="THB"))
    portfolio.stage.start()
    assert portfolio.desk.needed[:1] == ("EURTHB=X",)
    portfolio.stage.wait(61)
    assert portfolio.desk.needed[:3] == ("EURTHB=X", "USDTHB=X", "EURUSD=X")
    known = a_quote("32", symbol="USDTHB=X", currency="THB", at=MONDAY, previous_close=None)
    portfolio.stage.sources.quotes.then([known, euro("1.25", MONDAY - timedelta(hours=1))])
    portfolio.quotes(known, euro("1.25", MONDAY - timedelta(hours=1)))
    rate = portfolio.desk._rates.now("THB")
    assert rate is not None
    assert (rate.value, rate.time) == (Decimal("0.025"), MONDAY - timedelta(hours=1))


def test_without_a_connection_no_pair_is_taken_for_one_that_nobody_quotes(portfolio: Portfolio) -> None:
    portfolio.stage.sources.quotes.then(FeedError(FeedCode.OFFLINE))
    portfolio.desk.add(replace(DOLLARS, symbol="THB.X", currency="THB"))
    portfolio.stage.start()
    portfolio.stage.wait(200)
    assert list(portfolio.desk.pairs) == ["EURTHB=X"]


def test_positions_stand_by_value_and_weigh_what_they_are_worth(portfolio: Portfolio) -> None:
    portfolio.quotes(a_quote("100", previous_close="99"), baba("100", "99"), euro("1.25"))
    portfolio.desk.add(
        replace(DOLLARS, quantity=Decimal(50)),
        replace(BUY, quantity=Decimal(160)),
        replace(BUY, symbol="", isin="DE0007164600"),
    )
    assert [position.instrument for position in portfolio.desk.positions] == ["AHLA.DE", "BABA", "isin:DE0007164600"]
    assert portfolio.desk.weight("AHLA.DE") == Decimal("0.8")
    assert portfolio.desk.weight("BABA") == Decimal("0.2")
    assert portfolio.desk.weight("isin:DE0007164600") is None


def test_what_cannot_be_kept_changes_nothing(portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio.desk.add(BUY)
    [entry] = portfolio.desk.entries()
    monkeypatch.setattr(portfolio.user.entries, "_database", Unwritable())
    calls: list[Callable[[], object]] = [
        lambda: portfolio.desk.add(BUY),
        lambda: portfolio.desk.change(entry.id, DOLLARS),
        lambda: portfolio.desk.remove([entry.id]),
        lambda: portfolio.desk.resolve("AHLA.DE", "BABA"),
    ]
    for call in calls:
        with pytest.raises(StoreError):
            call()
    assert portfolio.desk.entries() == (entry,)


def test_what_the_user_adds_while_many_entries_are_read_stays(
    portfolio: Portfolio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watcher.desk.holdings.AT_ONCE", 0)
    portfolio.user.entries.add([DOLLARS])
    portfolio.stage.background.hold()
    desk = portfolio.open()
    assert not desk.loaded
    assert desk.entries() == ()
    desk.add(BUY)
    assert [entry.transaction for entry in desk.entries()] == [DOLLARS, BUY]
    read_before = [portfolio.user.entries.all()]
    now = portfolio.user.entries.all
    monkeypatch.setattr(portfolio.user.entries, "all", lambda: read_before.pop() if read_before else now())
    portfolio.stage.background.held.clear()
    desk.reload()
    desk.add(BUY)
    portfolio.stage.background.release()
    assert not read_before
    assert [entry.transaction for entry in desk.entries()] == [DOLLARS, BUY, BUY]
    desk.close()


def test_an_import_that_is_put_in_force_or_taken_back_is_told(portfolio: Portfolio) -> None:
    batches = portfolio.user.batches
    number = batches.open("depot.csv", MONDAY)
    batches.stage(number, [(2, "row", BUY)])
    portfolio.desk.reload()
    assert portfolio.desk.entries() == ()
    batches.set_state(number, BatchState.IN_FORCE)
    portfolio.desk.reload()
    assert [entry.batch for entry in portfolio.desk.entries("AHLA.DE")] == [number]
    batches.set_state(number, BatchState.UNDONE)
    told = len(portfolio.changes)
    portfolio.desk.reload()
    assert portfolio.desk.instruments == ()
    assert len(portfolio.changes) == told + 1
