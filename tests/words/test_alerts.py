from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from tests.builders import BERLIN, berlin
from tests.builders_alerts import an_alert
from tests.fakes_cards import report, window
from watcher.domain.alert import Alert, AlertKind, Basis, Firing, Point, Repeat, Signal
from watcher.domain.alert_log import Logged
from watcher.domain.release import ReleaseOrigin, ReleaseStatus
from watcher.words import alerts

AT = berlin(2026, 2, 2, 14, 32)


@pytest.fixture(autouse=True)
def _german_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def logged(alert: Alert | None = None, **figures: object) -> Logged:
    firing = Firing("a1", AT, Decimal("150.05"), Decimal(150), Point(AT - timedelta(seconds=4), Decimal("149.9")))
    return Logged(1, alert or an_alert(), replace(firing, **figures), AT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "figures", "said"),
    [
        (AlertKind.ABOVE, {}, "at or above 150,00 EUR"),
        (AlertKind.BELOW, {}, "at or below 150,00 EUR"),
        (AlertKind.UP, {}, "rises through 150,00 EUR"),
        (AlertKind.DOWN, {"level": "0.00125"}, "falls through 0,00125 EUR"),
        (AlertKind.CHANGE, {"percent": Decimal(-5)}, "5,0 % below the previous close"),
        (AlertKind.CHANGE, {"percent": Decimal("2.5"), "basis": Basis.PRICE}, "2,5 % above 150,00 EUR"),
        (AlertKind.CHANGE, {"percent": Decimal(-3), "basis": Basis.HIGH}, "3,0 % below its highest since"),
        (AlertKind.MOVE, {"percent": Decimal(2), "span": timedelta(minutes=10)}, "moves 2,0 % within 10 min"),
        (AlertKind.YEAR_HIGH, {}, "above its 52-week high"),
        (AlertKind.YEAR_LOW, {}, "below its 52-week low"),
    ],
)
def test_what_is_waited_for(kind: AlertKind, figures: dict[str, Any], said: str) -> None:
    level = str(figures.pop("level", "150"))
    assert plain(alerts.wish(an_alert(kind, level, **figures), 2)) == said


def test_the_sentence_that_is_saved() -> None:
    assert (
        plain(alerts.sentence(an_alert(), 2, Decimal("144.80")))
        == "Tell me once when AHLA.DE is at or above 150,00 EUR (now 144,80, 3,6 % away)"
    )
    every = an_alert(AlertKind.UP, repeat=Repeat.EVERY_TIME)
    assert plain(alerts.sentence(every, 2, None)) == "Tell me every time AHLA.DE rises through 150,00 EUR"
    high = an_alert(AlertKind.YEAR_HIGH, None)
    assert plain(alerts.sentence(high, 2, Decimal("144.8"))).endswith("is above its 52-week high (now 144,80)")


def test_a_notice_names_the_fact_the_time_the_delay_and_the_note() -> None:
    alert = an_alert(note="sell\nhalf")
    told = logged(alert, delay=timedelta(minutes=15))
    assert plain(alerts.notice_title(told, 2)) == "AHLA.DE at or above 150,00 EUR"
    assert (
        plain(alerts.notice_body(told, 2, AT, BERLIN)) == "150,05 EUR at 14:32. The price is delayed 15 min. sell half"
    )


def test_the_sample_says_so_first() -> None:
    assert alerts.notice_title(logged(), 2, sample=True).startswith("Sample: AHLA.DE")
    assert alerts.gathered_title([logged()], sample=True).startswith("Sample: 1")


def test_over_a_gap_nothing_is_told_as_if_it_were_now() -> None:
    friday = Point(berlin(2026, 1, 30, 17, 30), Decimal(148))
    monday = berlin(2026, 2, 2, 9, 0)
    told = logged(time=monday, price=Decimal(152), before=friday)
    assert (
        plain(alerts.notice_body(told, 2, monday + timedelta(minutes=1), BERLIN, Decimal("151.20")))
        == "Passed between Fr 17:30 and Mo 09:00. Now 151,20 EUR."
    )
    assert "152" not in alerts.notice_body(told, 2, monday, BERLIN)


def test_a_bar_of_a_day_is_a_gap_of_its_own() -> None:
    day = logged(start=AT - timedelta(hours=8), before=None)
    assert alerts.notice_body(day, 2, AT, BERLIN).startswith("Passed between")


def test_several_are_gathered_under_their_symbols() -> None:
    many = [logged(replace(an_alert(), symbol=s)) for s in ("AHLA.DE", "BABA", "KWEB", "BABA")]
    assert alerts.gathered_title(many) == "4 alerts: AHLA.DE, BABA, KWEB"
    crowd = [logged(replace(an_alert(), symbol=f"S{n}")) for n in range(9)]
    assert alerts.gathered_title(crowd) == "9 alerts: S0, S1, S2, S3, S4, S5 \u2026"


WINDOW = window()
SIGNAL_WISHES = [
    (AlertKind.SILENCE, {"span": timedelta(minutes=10)}, "has no price for 10 min while its market is open"),
    (AlertKind.RELEASE_NEAR, {"span": timedelta(days=3)}, "3 d before its release window"),
    (AlertKind.RELEASE_OPEN, {}, "at the opening of its release window"),
    (AlertKind.RELEASE_MOVED, {}, "has another release window"),
    (AlertKind.REPORTED, {}, "has reported"),
    (AlertKind.HEADLINE, {"words": "share  buyback"}, "in a new headline with: share, buyback"),
]


@pytest.mark.parametrize(("kind", "figures", "said"), SIGNAL_WISHES)
def test_what_prices_do_not_decide_is_said_and_no_price_with_it(
    kind: AlertKind, figures: dict[str, Any], said: str
) -> None:
    alert = an_alert(kind, None, **figures)
    assert plain(alerts.wish(alert, 2)) == said
    clause = said if said.startswith("has ") else f"is {said}"
    assert plain(alerts.sentence(alert, 2, Decimal("144.80"))) == f"Tell me once when AHLA.DE {clause}"
    assert plain(alerts.notice_title(logged(alert), 2)) == f"AHLA.DE {said}"


@pytest.mark.parametrize(
    ("kind", "figures", "said"),
    [
        (AlertKind.SILENCE, {}, "Last price 149,90 EUR at 14:31, none until 14:32."),
        (AlertKind.SILENCE, {"before": None}, "No price came until 14:32."),
        (AlertKind.RELEASE_NEAR, {"signal": Signal(WINDOW)}, "Expected 18 \u2013 19 Feb 2026, estimated."),
        (
            AlertKind.RELEASE_OPEN,
            {"signal": Signal(window(origin=ReleaseOrigin.PATTERN))},
            "Expected 18 \u2013 19 Feb 2026, estimated from past dates.",
        ),
        (
            AlertKind.RELEASE_MOVED,
            {"signal": Signal(window(date(2026, 2, 24), date(2026, 2, 24), ReleaseStatus.CONFIRMED), WINDOW)},
            "Expected 24 Feb 2026, confirmed. Before: 18 \u2013 19 Feb 2026, estimated.",
        ),
        (AlertKind.REPORTED, {"signal": Signal(report=report())}, "Q3 FY2026, reported 19 März 2026."),
        (
            AlertKind.REPORTED,
            {"signal": Signal(report=replace(report(quarter=None), eps=Decimal("1.5"), eps_expected=Decimal("-0.2")))},
            "Reported 19 März 2026. Earnings per share 1,50, expected \u22120,20.",
        ),
        (AlertKind.HEADLINE, {"signal": Signal(headline="Up\n<b>now</b>")}, "14:32: Up <b>now</b>"),
    ],
)
def test_what_happened_is_told(kind: AlertKind, figures: dict[str, Any], said: str) -> None:
    told = logged(an_alert(kind, None, note="sell half"), **figures)
    assert plain(alerts.notice_body(told, 2, AT, BERLIN, Decimal(151))) == f"{said} sell half"
