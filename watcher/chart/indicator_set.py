"""The indicator lines of a chart: which are asked for, their values over the whole series, the last one kept live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from watcher.domain.settings import Layers
from watcher.series import indicators

BAND_LENGTH = 20
BAND_WIDTH = 2.0

Values = NDArray[np.float64]


@dataclass(slots=True)
class Indicator:
    """One line: its name in the readings, its place among the colours, its values (NaN while not warmed up)."""

    name: str
    ink: int
    values: Values
    last_value: Callable[[Values, Values], float]  # closes, own values -> value at the last bar


class IndicatorSet:
    """All lines of one chart, computed over all bars so that they are warmed up wherever the view begins."""

    def __init__(self) -> None:
        """No lines until layers ask for some."""
        self.lines: list[Indicator] = []
        self.version = 0
        self._layers: tuple[tuple[int, ...], tuple[int, ...], bool] = ((), (), False)
        self._closes: Values = np.empty(0)

    def set_layers(self, layers: Layers, bars: NDArray[np.void]) -> None:
        """Take the lengths that the layers name."""
        wished = (layers.sma, layers.ema, layers.bollinger)
        if wished != self._layers:
            self._layers = wished
            self.rebuild(bars)

    def rebuild(self, bars: NDArray[np.void]) -> None:
        """Compute every line anew; for no lines this costs nothing."""
        self.lines = []
        self.version += 1
        sma, ema, bollinger = self._layers
        if not (sma or ema or bollinger):
            return
        closes = np.ascontiguousarray(bars["close"])
        for n in sma:
            name = QCoreApplication.translate("chart", "SMA {length}").format(length=n)
            self._add(name, indicators.sma(closes, n), _last_sma(n))
        for n in ema:
            name = QCoreApplication.translate("chart", "EMA {length}").format(length=n)
            self._add(name, indicators.ema(closes, n), _last_ema(n))
        if bollinger:
            middle, upper, lower = indicators.bollinger(closes, BAND_LENGTH, BAND_WIDTH)
            name = QCoreApplication.translate("chart", "BB {length}").format(length=BAND_LENGTH)
            self._add(name, middle, _last_sma(BAND_LENGTH))
            ink = self.lines[-1].ink
            self._add("", upper, _last_band(1.0), ink)
            self._add("", lower, _last_band(-1.0), ink)

    def set_last(self, bars: NDArray[np.void]) -> None:
        """Recompute the values at the last bar only."""
        if not self.lines or len(bars) == 0:
            return
        longest = max((*self._layers[0], BAND_LENGTH))
        closes = bars["close"][-longest:]
        for line in self.lines:
            line.values[-1] = line.last_value(closes, line.values)

    def values_at(self, index: int) -> list[tuple[str, float, int]]:
        """(name, value, colour's place) of the lines that stand in the readings and have a value at a bar."""
        found = [(e.name, float(e.values[index]), e.ink) for e in self.lines if e.name]
        return [entry for entry in found if entry[1] == entry[1]]

    def _add(self, name: str, values: Values, last: Callable[[Values, Values], float], ink: int | None = None) -> None:
        place = len({e.ink for e in self.lines}) if ink is None else ink
        self.lines.append(Indicator(name, place, np.array(values, np.float64), last))


def _last_sma(n: int) -> Callable[[Values, Values], float]:
    return lambda closes, own: float(closes[-n:].mean()) if len(own) >= n else float("nan")


def _last_ema(n: int) -> Callable[[Values, Values], float]:
    alpha = 2.0 / (n + 1)

    def last(closes: Values, own: Values) -> float:
        if len(own) <= n:
            return float(own[-1]) if len(own) < n else float(closes[-n:].mean())
        return alpha * float(closes[-1]) + (1 - alpha) * float(own[-2])

    return last


def _last_band(side: float) -> Callable[[Values, Values], float]:
    def last(closes: Values, own: Values) -> float:
        if len(own) < BAND_LENGTH:
            return float("nan")
        tail = closes[-BAND_LENGTH:]
        return float(tail.mean() + side * BAND_WIDTH * tail.std())

    return last
