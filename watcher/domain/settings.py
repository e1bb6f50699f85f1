"""What the user chose, as one frozen value; everything has a default."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from watcher.domain.bars import RANGE_BARS, ChartRange, Interval


class ThemeChoice(StrEnum):
    """Light, dark, or as the system says (followed live)."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ColourPreset(StrEnum):
    """What rising and falling look like; sign and shape tell it too."""

    GREEN_RED = "green-red"
    RED_GREEN = "red-green"  # East Asian use: red rises
    BLUE_ORANGE = "blue-orange"


class ChartType(StrEnum):
    """How bars are drawn."""

    CANDLES = "candles"
    BARS = "bars"
    LINE = "line"
    AREA = "area"


class ScaleKind(StrEnum):
    """How prices are laid on the axis; percent counts from the close before the left edge of the view."""

    LINEAR = "linear"
    LOG = "log"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Layers:
    """What the chart carries besides bars. Indicator lengths are in bars."""

    volume: bool = True
    last_price: bool = True
    events: bool = True
    headlines: bool = False
    release_band: bool = True
    trades: bool = True  # the user's own: purchases and sales as marks, the average cost as a line
    alerts: bool = True  # the levels of the user's own
    grid: bool = True
    sma: tuple[int, ...] = ()
    ema: tuple[int, ...] = ()
    bollinger: bool = False  # 20 bars, two standard deviations


@dataclass(frozen=True, slots=True)
class ChartSettings:
    """Range, bar size per range (absent: the range's default), type, scale, layers."""

    range: ChartRange = ChartRange.M6
    intervals: dict[ChartRange, Interval] = field(default_factory=dict)
    type: ChartType = ChartType.CANDLES
    scale: ScaleKind = ScaleKind.LINEAR
    layers: Layers = Layers()

    @property
    def interval(self) -> Interval:
        """The bar size in force for the chosen range."""
        return self.intervals.get(self.range, RANGE_BARS[self.range].intervals[0])


class ListColumn(StrEnum):
    """A column of the watchlist; the first, of symbol, age and name, is always there."""

    SYMBOL = "symbol"
    TREND = "trend"  # a line of the last closes
    QUOTE = "quote"  # price, and the change in percent below it
    PRICE = "price"
    CHANGE = "change"
    PERCENT = "percent"
    LOW = "low"  # of the session
    HIGH = "high"
    YEAR = "year"  # the 52-week range
    VOLUME = "volume"
    AGE = "age"
    NAME = "name"
    CURRENCY = "currency"
    VENUE = "venue"


@dataclass(frozen=True, slots=True)
class ListView:
    """How one list is shown: its columns after the first, from left to right, and what it is sorted by, if at all."""

    columns: tuple[ListColumn, ...] = (ListColumn.TREND, ListColumn.QUOTE)
    sort: ListColumn | None = None
    falling: bool = False


class EventView(StrEnum):
    """The chips above the cards."""

    NOTABLE = "notable"
    RELEASES = "releases"
    OWN = "own"
    HEADLINES = "headlines"
    ALL = "all"


class WithoutTray(StrEnum):
    """What closing the window means on a desktop without a tray, while alerts are armed."""

    ASK = "ask"
    MINIMISE = "minimise"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class NoticeSettings:
    """How alerts speak: `quiet_from` and `quiet_to` are local times of day, which hold while `quiet` is on."""

    sound: bool = True
    quiet: bool = False
    quiet_from: time = time(22, 0)
    quiet_to: time = time(7, 0)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `geometry` and `docks` are Qt's own states as base64 text, empty at first."""

    symbol: str = "AHLA.DE"
    theme: ThemeChoice = ThemeChoice.SYSTEM
    colours: ColourPreset = ColourPreset.GREEN_RED
    language: str = ""  # "", "en" or "de"; empty: the system's
    chart: ChartSettings = ChartSettings()
    event_view: EventView = EventView.NOTABLE
    left_page: str = "watchlist"  # the page in front in the left dock
    portfolio_currency: str = "EUR"  # ISO 4217
    portfolio_sort: str = "value"  # the column that positions are sorted by
    portfolio_falling: bool = True
    amounts_hidden: bool = False  # money and quantities of one's own are masked everywhere
    watchlist: int = 0  # id of the list shown; 0: the first
    list_views: dict[str, ListView] = field(default_factory=dict)  # by the list's id as text
    geometry: str = ""
    docks: str = ""
    notices: NoticeSettings = NoticeSettings()
    without_tray: WithoutTray = WithoutTray.ASK
    explained: tuple[str, ...] = ()  # hints already given


def portfolio_currency(settings: Settings) -> str:
    """The currency that the portfolio is told in; euros where the settings hold no code of a currency."""
    code = settings.portfolio_currency.strip().upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else "EUR"  # noqa: PLR2004 - ISO 4217
