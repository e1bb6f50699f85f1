from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from tests.builders import BERLIN, berlin
from tests.builders_alerts import an_alert
from watcher.domain.alert import Alert, AlertKind, Basis, Firing, Point, Repeat
from watcher.domain.alert_log import Logged
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
