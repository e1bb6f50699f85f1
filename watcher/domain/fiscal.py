"""Quarters of a company's own year, from the month in which that year ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from watcher.domain.release import FiscalQuarter

QUARTERS = 4
MONTHS = 12
SOONEST = timedelta(days=10)  # nobody reports a quarter sooner after its end


def following(quarter: FiscalQuarter) -> FiscalQuarter:
    """The quarter after this one."""
    if quarter.quarter == QUARTERS:
        return FiscalQuarter(quarter.year + 1, 1)
    return FiscalQuarter(quarter.year, quarter.quarter + 1)


def quarter_end(quarter: FiscalQuarter, year_end_month: int) -> date:
    """The last day of a quarter; fiscal year N is the one that ends in calendar year N."""
    months_back = 3 * (QUARTERS - quarter.quarter)
    index = quarter.year * MONTHS + (year_end_month - 1) - months_back
    year, month = divmod(index, MONTHS)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def quarter_reported_on(day: date, year_end_month: int) -> FiscalQuarter:
    """The quarter that a release on `day` is most likely about: the newest that ended at least ten days before."""
    quarter = FiscalQuarter(day.year + 2, 1)
    while quarter_end(quarter, year_end_month) + SOONEST > day:
        quarter = _preceding(quarter)
    return quarter


def _preceding(quarter: FiscalQuarter) -> FiscalQuarter:
    if quarter.quarter == 1:
        return FiscalQuarter(quarter.year - 1, QUARTERS)
    return FiscalQuarter(quarter.year, quarter.quarter - 1)
