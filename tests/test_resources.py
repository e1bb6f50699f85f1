from __future__ import annotations

import subprocess
import sys
import warnings
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from watcher import resources
from watcher.domain.event import Category, EventOrigin, Precision
from watcher.domain.instrument import Kind
from watcher.domain.release import FiscalQuarter, ReleaseStatus
from watcher.domain.trading_hours import HoursKind

ROOT = Path(__file__).resolve().parent.parent
ALIBABA = resources.load_families()[0]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


# instruments and venues ---------------------------------------------------------------------------


def test_the_default_instrument_is_the_ads_on_xetra_in_euros() -> None:
    ads = resources.load_instruments()["AHLA.DE"]
    assert (ads.venue, ads.venue_name, ads.currency) == ("XETR", "Xetra", "EUR")
    assert (ads.isin, ads.wkn, ads.timezone) == ("US01609W1027", "A117ME", "Europe/Berlin")
    assert ads.delay == timedelta(minutes=15)


def test_an_ads_stands_for_eight_ordinary_shares_and_is_another_instrument() -> None:
    by_symbol = {entry.instrument.symbol: entry for entry in ALIBABA.listings}
    assert set(by_symbol) == {"AHLA.DE", "AHLA.F", "AHLA.MU", "BABA", "9988.HK", "2RR.DE"}
    assert by_symbol["BABA"].units == Decimal(8)
    assert by_symbol["2RR.DE"].units == Decimal(1)
    assert by_symbol["2RR.DE"].instrument.isin == "KYG017191142"
    assert by_symbol["9988.HK"].security == "ordinary"
    assert (ALIBABA.release_listing, ALIBABA.release_zone, ALIBABA.release_time) == (
        "BABA",
        "America/New_York",
        "05:30",
    )


def test_every_symbol_of_the_first_watchlist_is_known_before_anything_is_asked() -> None:
    symbols = resources.load_first_watchlist()
    assert symbols == ("AHLA.DE", "BABA", "9988.HK", "KWEB", "EURUSD=X")
    known = resources.load_instruments()
    assert [known[symbol].currency for symbol in symbols] == ["EUR", "USD", "HKD", "USD", "USD"]
    assert known["EURUSD=X"].decimals == 4
    assert known["KWEB"].venue_name == "NYSE Arca"


@pytest.mark.parametrize(
    ("symbol", "venue", "currency", "kind", "per_unit"),
    [
        ("SAP.DE", "XETR", "EUR", Kind.EQUITY, 1),
        ("SAP.F", "XFRA", "EUR", Kind.EQUITY, 1),
        ("0700.HK", "XHKG", "HKD", Kind.EQUITY, 1),
        ("VOD.L", "XLON", "GBP", Kind.EQUITY, 100),
        ("7203.T", "XTKS", "JPY", Kind.EQUITY, 1),
        ("RY.TO", "XTSE", "CAD", Kind.EQUITY, 1),
        ("NESN.SW", "XSWX", "CHF", Kind.EQUITY, 1),
        ("AAPL", "US", "USD", Kind.EQUITY, 1),
        ("BRK-B", "US", "USD", Kind.EQUITY, 1),
        ("GBPUSD=X", "FX", "USD", Kind.CURRENCY, 1),
        ("HKD=X", "FX", "HKD", Kind.CURRENCY, 1),
        ("ETH-EUR", "CRYPTO", "EUR", Kind.CRYPTO, 1),
        ("^FTSE", "", "", Kind.INDEX, 1),
        ("GC=F", "", "", Kind.FUTURE, 1),
        ("X.ZZ", "", "", Kind.EQUITY, 1),
        ("", "US", "USD", Kind.EQUITY, 1),
    ],
)
def test_a_symbols_form_tells_what_it_can(symbol: str, venue: str, currency: str, kind: Kind, per_unit: int) -> None:
    guess = resources.guess_instrument(symbol)
    assert (guess.venue, guess.currency, guess.kind, guess.per_unit) == (venue, currency, kind, per_unit)
    assert resources.venue_of(symbol) == venue
    assert ZoneInfo(guess.timezone).key == guess.timezone


def test_what_is_bundled_is_not_guessed() -> None:
    assert resources.guess_instrument("KWEB") is resources.load_instruments()["KWEB"]
    assert resources.venue_of("^GDAXI") == "XETR"


def test_the_sources_own_codes_lead_to_venues() -> None:
    codes = {"GER": "XETR", "FRA": "XFRA", "MUN": "XMUN", "NYQ": "XNYS", "NMS": "XNAS", "PCX": "ARCX"}
    codes |= {"HKG": "XHKG", "LSE": "XLON", "CCY": "FX", "CCC": "CRYPTO", "???": "", "": ""}
    assert {code: resources.venue_of_code(code) for code in codes} == codes


def test_no_code_and_no_suffix_belongs_to_two_venues() -> None:
    venues = resources.load_venues().values()
    for marks in ([code for v in venues for code in v.codes], [suffix for v in venues for suffix in v.suffixes]):
        assert len(marks) == len(set(marks))


# hours --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "venue",
    [key for key in resources.load_venues() if key not in {"FX", "CRYPTO"} and key not in {"US", "OTCM", "BATS"}],
)
def test_shipped_hours_cover_four_years_in_order(venue: str) -> None:
    hours = resources.shipped_hours(venue)
    assert hours.kind is HoursKind.CALENDAR
    assert 900 < len(hours.sessions) < 1045
    assert hours.sessions[0].day >= date(2024, 1, 1)
    assert hours.sessions[-1].day > date(2027, 12, 20)
    for before, after in zip(hours.sessions, hours.sessions[1:], strict=False):
        assert before.opens < before.closes < after.opens


@pytest.mark.parametrize("venue", ["XETR", "XNYS", "XHKG", "XLON", "XPAR", "XSWX", "XTSE"])
def test_shipped_hours_agree_with_the_published_calendar(venue: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library is not at peace with the newest pandas
        import exchange_calendars

        calendar = exchange_calendars.get_calendar(venue, start="2024-01-01", end="2027-12-31")
        table = [
            (row.Index.date(), row.open.to_pydatetime(), row.close.to_pydatetime())
            for row in calendar.schedule.itertuples()
        ]
    assert [(s.day, s.opens, s.closes) for s in resources.shipped_hours(venue).sessions] == table


def test_frankfurt_and_gettex_trade_on_xetras_days_from_eight_to_ten() -> None:
    xetra, gettex, frankfurt = (resources.shipped_hours(venue) for venue in ("XETR", "XMUN", "XFRA"))
    assert [s.day for s in gettex.sessions] == [s.day for s in xetra.sessions] == [s.day for s in frankfurt.sessions]
    session = gettex.session_at(utc(2026, 2, 2, 20, 59))
    assert session is not None
    assert (session.opens, session.closes) == (utc(2026, 2, 2, 7), utc(2026, 2, 2, 21))


def test_new_york_has_pre_and_post_trading_also_on_a_half_day() -> None:
    hours = resources.shipped_hours("XNAS")
    usual = hours.session_at(utc(2026, 2, 2, 15))
    assert usual is not None
    assert (usual.pre, usual.post) == (utc(2026, 2, 2, 9), utc(2026, 2, 3, 1))
    half = hours.session_at(utc(2026, 11, 27, 15))
    assert half is not None
    assert (half.closes, half.post) == (utc(2026, 11, 27, 18), utc(2026, 11, 27, 22))


def test_the_days_around_the_february_window_are_right() -> None:
    closed = {
        venue: [
            day
            for day in range(16, 21)
            if date(2026, 2, day) not in {s.day for s in resources.shipped_hours(venue).sessions}
        ]
        for venue in ("XETR", "XNYS", "XHKG")
    }
    assert closed == {"XETR": [], "XNYS": [16], "XHKG": [17, 18, 19]}


def test_currencies_trade_from_sunday_evening_to_friday_evening() -> None:
    hours = resources.shipped_hours("FX")
    assert not hours.is_open(utc(2026, 2, 1, 21, 59))
    monday = hours.session_at(utc(2026, 2, 1, 22, 0))
    assert monday is not None
    assert monday.day == date(2026, 2, 2)
    assert hours.is_open(utc(2026, 2, 3, 0, 0))
    assert hours.is_open(utc(2026, 2, 6, 21, 59))
    assert not hours.is_open(utc(2026, 2, 6, 22, 0))
    assert hours.is_open(utc(2026, 7, 5, 21, 0))  # summer time in London
    for before, after in zip(hours.sessions, hours.sessions[1:], strict=False):
        if after.day - before.day == timedelta(days=1):
            assert before.closes == after.opens


def test_crypto_never_shuts_and_an_unknown_venue_is_never_called_closed() -> None:
    assert resources.shipped_hours("CRYPTO").is_open(utc(2026, 2, 1, 3)) is True
    assert resources.shipped_hours("").kind is HoursKind.UNKNOWN
    assert resources.shipped_hours("XXXX").is_open(utc(2026, 2, 2, 10)) is None


# events and releases ------------------------------------------------------------------------------


def test_events_stand_where_they_became_known_not_where_they_were_reported() -> None:
    known = {event.id: event.known.first for event in resources.load_events() if event.known}
    assert known["alibaba-2026-01-07-ai-manufacturing"] == date(2026, 1, 7)
    assert known["alibaba-2026-01-26-qwen3-max-thinking"] == date(2026, 1, 26)
    assert known["alibaba-2026-01-29-cainiao-zelostech"] == date(2026, 1, 29)


def test_late_january_is_a_span_that_holds_the_day_it_became_known() -> None:
    [deal] = [event for event in resources.load_events() if event.category is Category.DEAL]
    assert deal.happened is not None
    assert deal.known is not None
    assert deal.happened.precision is Precision.SPAN
    assert deal.happened.first <= deal.known.first <= deal.happened.last
    assert "Article, 1 Feb 2026" in deal.reported_by


def test_the_contradicted_statement_is_told_as_a_quotation() -> None:
    [quoted] = [event for event in resources.load_events() if "7 %" in event.headline]
    assert quoted.headline.startswith("Article:")
    assert "quoted statement" in quoted.source_note


def test_events_hold_for_all_listings_with_ids_of_their_own() -> None:
    events = resources.load_events()
    assert len({event.id for event in events}) == len(events) >= 16
    for event in events:
        assert event.symbols == ALIBABA.symbols()
        assert event.origin is EventOrigin.BUNDLED
        assert event.headline
        assert event.link == ""
        assert not any(mark in event.headline + event.summary for mark in "<>")
    days = [event.known.first for event in events if event.known]
    assert days == sorted(days, reverse=True)


def test_no_event_tells_what_came_later() -> None:
    early = [e for e in resources.load_events() if e.known and e.known.last < date(2026, 2, 18)]
    assert not [e.id for e in early if "March 2026" in e.headline + e.summary + e.source_note]


def test_the_february_window_is_kept_beside_the_report_of_march() -> None:
    book = resources.load_releases()["alibaba"]
    [window] = book.windows
    assert (window.first, window.last) == (date(2026, 2, 18), date(2026, 2, 19))
    assert window.status is ReleaseStatus.ESTIMATED
    assert window.learned == utc(2026, 2, 1, 12, 21)
    report = next(report for report in book.reports if report.day == date(2026, 3, 19))
    assert report.quarter == window.quarter == FiscalQuarter(2026, 3)
    assert report.known == utc(2026, 3, 19, 9, 30)  # New York has changed its clocks, Berlin has not
    assert report.revenue is not None
    assert report.revenue.amount == Decimal("284843e6")
    assert book.known_to == date(2026, 5, 13)


def test_quarters_follow_from_the_companys_year_end() -> None:
    book = resources.load_releases()["alibaba"]
    assert len(book.reports) == 11
    for report in book.reports:
        ended = (report.day.month - 1) // 3 * 3 or 12  # the last month of the quarter before the day
        since_year_began = (ended - book.fiscal_year_end_month - 1) % 12 + 1
        ended_year = report.day.year - (1 if ended == 12 else 0)
        fiscal_year = ended_year + (1 if ended > book.fiscal_year_end_month else 0)
        assert report.quarter == FiscalQuarter(fiscal_year, since_year_began // 3), report.day


def test_every_past_release_is_an_event_with_its_revenue() -> None:
    events = {event.id: event for event in resources.load_events()}
    for report in resources.load_releases()["alibaba"].reports:
        event = events[f"alibaba-release-{report.day}"]
        assert report.quarter is not None
        assert event.category is Category.EARNINGS
        assert f"Q{report.quarter.quarter} FY{report.quarter.year}" in event.headline
        if report.revenue is not None:
            assert f"{report.revenue.amount / 10**9:.1f} bn" in event.headline


# files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "bell",
        "search",
        "menu",
        "star",
        "star-filled",
        "note",
        "undo",
        "redo",
        "close",
        "chevron-down",
        "chevron-right",
        "play",
        "pause",
        "candles",
        "bars",
        "line",
        "area",
        "layers",
        "external-link",
        "tray-quiet",
        "tray-offline",
        "calendar",
        "pin",
        "to-now",
    ],
)
def test_icons_are_there_and_take_their_colour_from_the_theme(name: str) -> None:
    drawing = resources.icon_path(name).read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert "currentColor" in drawing


def test_reading_them_needs_no_heavy_library() -> None:
    program = (
        "import sys, watcher.resources as r; r.load_events(); r.load_releases(); r.shipped_hours('XETR');"
        "print([m for m in ('pandas', 'numpy', 'yfinance', 'exchange_calendars', 'PySide6') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert said.stdout.strip() == "[]"


def test_names_are_german_where_german_is_spoken_and_another() -> None:
    german, english = resources.load_instruments("de"), resources.load_instruments()
    assert german["EURUSD=X"].name == "Euro in US-Dollar"
    assert german["9988.HK"].name == german["2RR.DE"].name == "Alibaba Group Stammaktie"
    assert german["KWEB"] == english["KWEB"]
    assert resources.load_instruments("fr") == english
    for symbol, instrument in german.items():
        assert replace(instrument, name=english[symbol].name) == english[symbol]
