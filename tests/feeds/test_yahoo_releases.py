"""What becomes of the earnings page, and of a search."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.fakes_feeds import MONDAY, FakeTransport, HandClock
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.release import Report
from watcher.feeds.source import SearchHit
from watcher.feeds.yahoo.releases import YahooReleases
from watcher.feeds.yahoo.search import YahooSearch

HEAD = ("Symbol", "Company", "Earnings Date", "EPS Estimate", "Reported EPS", "Surprise (%)")


def page(*table: tuple[str, str, str], head: tuple[str, ...] = HEAD) -> str:
    cells = "".join(f"<th>{name}</th>" for name in head)
    lines = "".join(
        f"<tr><td>ACME</td><td>Acme</td><td>{when}</td><td>{expected}</td><td><span>{eps}</span></td><td>-</td></tr>"
        for when, expected, eps in table
    )
    return f"<html><body><table><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table></body></html>"


def ask(text: str, now: datetime = MONDAY) -> tuple[Report, ...]:
    return YahooReleases(FakeTransport(text), HandClock(now)).reports("ACME")


def test_rows_with_a_reported_figure_are_reports_oldest_first() -> None:
    reports = ask(
        page(
            ("February 18, 2026 at 5 AM EST", "1.20", "-"),
            ("November 25, 2025 at 5:30 AM EST", "0.89", "0.97"),
            ("August 29, 2025 at 5 AM EDT", "2.13", "\N{MINUS SIGN}2.06"),
        )
    )
    assert [(r.day, r.eps, r.eps_expected) for r in reports] == [
        (date(2025, 8, 29), Decimal("-2.06"), Decimal("2.13")),
        (date(2025, 11, 25), Decimal("0.97"), Decimal("0.89")),
    ]
    assert reports[1].known == datetime(2025, 11, 25, 10, 30, tzinfo=UTC)
    assert reports[0].known == datetime(2025, 8, 29, 9, 0, tzinfo=UTC)
    assert reports[0].issuer == "ACME"


def test_a_report_of_today_is_known_by_now_whatever_hour_the_page_puts() -> None:
    reports = ask(page(("February 2, 2026 at 4 PM EST", "1", "1.1")))
    assert [(r.day, r.known) for r in reports] == [(date(2026, 2, 2), MONDAY)]


def test_figures_dated_after_today_are_no_evidence() -> None:
    assert ask(page(("February 18, 2026 at 5 AM EST", "1", "1.1"))) == ()


def test_days_are_new_yorks_and_a_date_without_an_hour_is_taken_as_it_stands() -> None:
    reports = ask(page(("January 15, 2026 at 2 AM UTC", "1", "1.1"), ("October 1, 2025", "1", "1.2")))
    assert [r.day for r in reports] == [date(2025, 10, 1), date(2026, 1, 14)]


@pytest.mark.parametrize("eps", ["", "-", "--", "N/A", "nan", "Infinity", "1.2.3"])
def test_what_is_no_figure_is_no_report(eps: str) -> None:
    assert ask(page(("November 25, 2025 at 5 AM EST", "1", eps))) == ()


@pytest.mark.parametrize("when", ["", "soon", "Smarch 13, 2025 at 5 AM EST", "February 31, 2025 at 5 AM EST"])
def test_what_is_no_date_is_no_report(when: str) -> None:
    assert ask(page((when, "1", "1.1"))) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", FeedCode.EMPTY),
        ("<html><body>We couldn't find any results</body></html>", FeedCode.EMPTY),
        ("<html>Will be right back</html>", FeedCode.SERVER),
        ('<html><form class="consent-form"></form></html>', FeedCode.CONSENT),
        ("null", FeedCode.MALFORMED),
        (page(("November 25, 2025 at 5 AM EST", "1", "1.1"))[:-60], FeedCode.MALFORMED),
        (page(head=("A", "B", "C", "D", "E", "F")), FeedCode.MALFORMED),
    ],
)
def test_a_page_without_a_whole_table_has_its_code(text: str, code: FeedCode) -> None:
    with pytest.raises(FeedError) as caught:
        ask(text)
    assert caught.value.code is code


def test_hits_are_listings_in_the_sources_order_each_once_and_no_options() -> None:
    answer = {
        "quotes": [
            {"symbol": "BABA", "longname": "Alibaba", "exchDisp": "NYSE", "quoteType": "EQUITY"},
            {"symbol": "BABA260100P1", "quoteType": "OPTION"},
            {"symbol": "BABA", "quoteType": "EQUITY"},
            {"name": "a company without a listing"},
            None,
            {"symbol": "BTC-USD", "shortname": "Bitcoin", "quoteType": "CRYPTOCURRENCY"},
        ]
    }
    transport = FakeTransport(answer)
    assert YahooSearch(transport).search(" baba ") == (
        SearchHit("BABA", "Alibaba", "NYSE", "equity"),
        SearchHit("BTC-USD", "Bitcoin", "", "crypto"),
    )
    assert transport.asked[0][1]["q"] == "baba"
