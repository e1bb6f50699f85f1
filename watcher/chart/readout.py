"""The line of readings at the top: open, high, low, close, change, volume and indicator values of one bar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watcher.chart.content import CrosshairReading
from watcher.chart.data import ChartData
from watcher.chart.palette import Inks
from watcher.chart.scale import price_text
from watcher.chart.time_labels import bar_text
from watcher.words import numbers

translate = QCoreApplication.translate


def reading_at(data: ChartData, index: int, inks: Inks) -> CrosshairReading:
    """What is known of the bar at an index."""
    time, opened, high, low, close, volume = data.bars[index].item()
    before = float(data.bars["close"][index - 1]) if index > 0 else 0.0
    lines = tuple((name, value, inks.line(ink)) for name, value, ink in data.indicators.values_at(index))
    return CrosshairReading(time, opened, high, low, close, volume, close / before - 1 if before > 0 else None, lines)


def runs_of(reading: CrosshairReading, decimals: int) -> list[tuple[str, str]]:
    """(text, colour) in the order in which they are given up when room is short, last first."""
    space = numbers.NO_BREAK
    named = (
        (translate("chart", "O"), reading.open),
        (translate("chart", "H"), reading.high),
        (translate("chart", "L"), reading.low),
        (translate("chart", "C"), reading.close),
    )
    runs = [(f"{name}{space}{price_text(value, decimals)}", "text") for name, value in named]
    ratio = reading.change_ratio
    if ratio is not None:
        shown = round(ratio, 4)
        ink = "up_text" if shown > 0 else "down_text" if shown < 0 else "dim"
        runs.append((f"{numbers.arrow(shown)}{space}{numbers.percent(ratio)}".lstrip(space), ink))
    if reading.volume > 0:
        runs.append((translate("chart", "Vol {volume}").format(volume=numbers.volume(reading.volume)), "dim"))
    for name, value, ink in reading.indicators:
        runs.append((f"{name}{space}{space}{price_text(value, decimals)}", ink))
    return runs


def spoken(reading: CrosshairReading, data: ChartData) -> str:
    """The bar as a sentence for a screen reader."""
    decimals = data.content.decimals
    said = translate("chart", "{time}: close {close}, change {change}, open {open}, high {high}, low {low}").format(
        time=bar_text(reading.time, data.content),
        close=numbers.money(reading.close, decimals, data.content.currency),
        change=numbers.percent(reading.change_ratio),
        open=numbers.price(reading.open, decimals),
        high=numbers.price(reading.high, decimals),
        low=numbers.price(reading.low, decimals),
    )
    if reading.volume <= 0:
        return said
    return translate("chart", "{bar}, volume {volume}").format(bar=said, volume=numbers.volume(reading.volume))
