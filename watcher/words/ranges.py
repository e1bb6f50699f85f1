"""Names of ranges, bar sizes, chart types and scales."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watcher.domain.bars import ChartRange, Interval
from watcher.domain.settings import ChartType, ScaleKind

translate = QCoreApplication.translate


def range_button(chosen: ChartRange) -> str:
    """The short name on a button: 6M."""
    return {
        ChartRange.D1: translate("ranges", "1D"),
        ChartRange.D5: translate("ranges", "5D"),
        ChartRange.M1: translate("ranges", "1M"),
        ChartRange.M6: translate("ranges", "6M"),
        ChartRange.YTD: translate("ranges", "YTD"),
        ChartRange.Y1: translate("ranges", "1Y"),
        ChartRange.Y5: translate("ranges", "5Y"),
        ChartRange.MAX: translate("ranges", "Max"),
    }[chosen]


def range_name(chosen: ChartRange) -> str:
    """The name in words: 6 months."""
    return {
        ChartRange.D1: translate("ranges", "1 day"),
        ChartRange.D5: translate("ranges", "5 days"),
        ChartRange.M1: translate("ranges", "1 month"),
        ChartRange.M6: translate("ranges", "6 months"),
        ChartRange.YTD: translate("ranges", "Since 1 January"),
        ChartRange.Y1: translate("ranges", "1 year"),
        ChartRange.Y5: translate("ranges", "5 years"),
        ChartRange.MAX: translate("ranges", "All years"),
    }[chosen]


def interval_name(interval: Interval) -> str:
    """The bar size in words: 5 minutes."""
    return {
        Interval.M1: translate("ranges", "1 minute"),
        Interval.M2: translate("ranges", "2 minutes"),
        Interval.M5: translate("ranges", "5 minutes"),
        Interval.M15: translate("ranges", "15 minutes"),
        Interval.M30: translate("ranges", "30 minutes"),
        Interval.H1: translate("ranges", "1 hour"),
        Interval.D1: translate("ranges", "Day"),
        Interval.W1: translate("ranges", "Week"),
        Interval.MO1: translate("ranges", "Month"),
    }[interval]


def interval_button(interval: Interval) -> str:
    """The bar size in short: 5 min."""
    return {
        Interval.M1: translate("ranges", "1 min"),
        Interval.M2: translate("ranges", "2 min"),
        Interval.M5: translate("ranges", "5 min"),
        Interval.M15: translate("ranges", "15 min"),
        Interval.M30: translate("ranges", "30 min"),
        Interval.H1: translate("ranges", "1 h"),
        Interval.D1: translate("ranges", "Day"),
        Interval.W1: translate("ranges", "Week"),
        Interval.MO1: translate("ranges", "Month"),
    }[interval]


def type_name(chosen: ChartType) -> str:
    """How bars are drawn."""
    return {
        ChartType.CANDLES: translate("ranges", "Candles"),
        ChartType.BARS: translate("ranges", "Bars"),
        ChartType.LINE: translate("ranges", "Line"),
        ChartType.AREA: translate("ranges", "Area"),
    }[chosen]


def scale_name(chosen: ScaleKind) -> str:
    """How prices are laid on the axis."""
    return {
        ScaleKind.LINEAR: translate("ranges", "Linear"),
        ScaleKind.LOG: translate("ranges", "Logarithmic"),
        ScaleKind.PERCENT: translate("ranges", "Percent"),
    }[chosen]
