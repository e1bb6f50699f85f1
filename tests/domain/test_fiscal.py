from __future__ import annotations

from datetime import date

import pytest

from watcher.domain.fiscal import following, quarter_end, quarter_reported_on
from watcher.domain.release import FiscalQuarter

MARCH = 3
DECEMBER = 12


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2023, 2, 23), FiscalQuarter(2023, 3)),
        (date(2024, 5, 14), FiscalQuarter(2024, 4)),
        (date(2024, 8, 15), FiscalQuarter(2025, 1)),
        (date(2025, 8, 29), FiscalQuarter(2026, 1)),
        (date(2025, 11, 25), FiscalQuarter(2026, 2)),
        (date(2026, 3, 19), FiscalQuarter(2026, 3)),
        (date(2026, 5, 13), FiscalQuarter(2026, 4)),
    ],
)
def test_a_release_is_about_the_newest_quarter_that_had_ended(day: date, quarter: FiscalQuarter) -> None:
    assert quarter_reported_on(day, MARCH) == quarter


def test_a_release_some_days_after_a_quarters_end_is_about_the_quarter_before() -> None:
    assert quarter_reported_on(date(2026, 4, 3), MARCH) == FiscalQuarter(2026, 3)


def test_a_calendar_year_company_reports_its_fourth_quarter_in_february() -> None:
    assert quarter_reported_on(date(2026, 2, 18), DECEMBER) == FiscalQuarter(2025, 4)


def test_quarters_end_on_the_last_day_of_their_month() -> None:
    assert quarter_end(FiscalQuarter(2026, 3), MARCH) == date(2025, 12, 31)
    assert quarter_end(FiscalQuarter(2026, 4), MARCH) == date(2026, 3, 31)
    assert quarter_end(FiscalQuarter(2024, 1), 11) == date(2024, 2, 29)
    assert quarter_end(FiscalQuarter(2025, 4), DECEMBER) == date(2025, 12, 31)


def test_after_the_fourth_quarter_comes_the_first_of_the_next_year() -> None:
    assert following(FiscalQuarter(2026, 4)) == FiscalQuarter(2027, 1)
    assert following(FiscalQuarter(2026, 1)) == FiscalQuarter(2026, 2)
