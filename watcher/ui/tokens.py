"""The colours of the two themes and three presets, as values; nothing else in the program names a colour."""

from __future__ import annotations

from dataclasses import dataclass, replace

from watcher.domain.event import Category
from watcher.domain.settings import ColourPreset


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one look, as #rrggbb.

    `background` lies under the chart, `panel` under docks and bars, `raised` under fields, cards and the selected
    row, `note` under the user's own words. `mark` draws what is no text (crosshair, outlines that tell something).
    `up` and `down` paint candles, `up_text` and `down_text` words and sparklines, `on_up` and `on_down` stand on
    labels filled with `up_label` and `down_label`. `good` and `bad` tell what worked from what did not, whatever rising
    and falling look like. Amber means "release expected" and nothing else.
    """

    dark: bool
    background: str
    panel: str
    raised: str
    note: str
    hover: str
    border: str
    mark: str
    text: str
    dim: str
    accent: str
    on_accent: str
    up: str
    down: str
    up_text: str
    down_text: str
    up_label: str
    down_label: str
    on_up: str
    on_down: str
    volume_up: str
    volume_down: str
    good: str
    bad: str
    amber: str
    amber_soft: str
    amber_band: str
    lines: tuple[str, ...]
    categories: dict[Category, tuple[str, str]]


_INK, _WHITE = "#0b1220", "#ffffff"

_DARK = Tokens(
    dark=True,
    background="#14171c",
    panel="#1a1e25",
    raised="#232a36",
    note="#2a374a",
    hover="#2b3340",
    border="#2b323e",
    mark="#7d8694",
    text="#e6e9ef",
    dim="#98a2b3",
    accent="#6cb0ff",
    on_accent=_INK,
    up="#46d3a6",
    down="#e0504e",
    up_text="#46d3a6",
    down_text="#ff7a78",
    up_label="#46d3a6",
    down_label="#ff7a78",
    on_up=_INK,
    on_down=_INK,
    volume_up="#225045",
    volume_down="#51282b",
    good="#46d3a6",
    bad="#ff7a78",
    amber="#e0a83c",
    amber_soft="#40382a",
    amber_band="#403622",
    lines=("#6cb0ff", "#b7a0ff", "#f79ac9", "#5cc8fa", "#c3cad6"),
    categories={
        Category.EARNINGS: ("#e6e9ef", _INK),
        Category.DEAL: ("#5cc8fa", _INK),
        Category.PRODUCT: ("#b7a0ff", _INK),
        Category.POLICY: ("#f79ac9", _INK),
        Category.CAPITAL: ("#8fd3c8", _INK),
        Category.LEGAL: ("#c9b48f", _INK),
        Category.NOTE: ("#6cb0ff", _INK),
        Category.OTHER: ("#98a2b3", _INK),
    },
)

_LIGHT = Tokens(
    dark=False,
    background="#f6f7f9",
    panel="#ffffff",
    raised="#edf0f5",
    note="#d6e1f0",
    hover="#e3e8f0",
    border="#d8dee8",
    mark="#798290",
    text="#1a2130",
    dim="#5a6577",
    accent="#1560c8",
    on_accent=_WHITE,
    up="#00674a",
    down="#d6453f",
    up_text="#0a7554",
    down_text="#c22f2d",
    up_label="#00674a",
    down_label="#c22f2d",
    on_up=_WHITE,
    on_down=_WHITE,
    volume_up="#accbc4",
    volume_down="#edc1c1",
    good="#0a7554",
    bad="#c22f2d",
    amber="#7a5000",
    amber_soft="#ddd6c8",
    amber_band="#ddd4c2",
    lines=("#1560c8", "#6a3df0", "#b01d70", "#0a6ea3", "#4a5568"),
    categories={
        Category.EARNINGS: ("#1a2130", _WHITE),
        Category.DEAL: ("#0a6ea3", _WHITE),
        Category.PRODUCT: ("#6a3df0", _WHITE),
        Category.POLICY: ("#b01d70", _WHITE),
        Category.CAPITAL: ("#0f6b62", _WHITE),
        Category.LEGAL: ("#755a20", _WHITE),
        Category.NOTE: ("#1560c8", _WHITE),
        Category.OTHER: ("#5a6577", _WHITE),
    },
)


def tokens_for(*, dark: bool, preset: ColourPreset) -> Tokens:
    """The colours of a theme with a preset for rising and falling."""
    base = _DARK if dark else _LIGHT
    if preset is ColourPreset.RED_GREEN:
        return replace(
            base,
            up=base.down,
            down=base.up,
            up_text=base.down_text,
            down_text=base.up_text,
            up_label=base.down_label,
            down_label=base.up_label,
            on_up=base.on_down,
            on_down=base.on_up,
            volume_up=base.volume_down,
            volume_down=base.volume_up,
        )
    if preset is ColourPreset.BLUE_ORANGE:
        up, down, down_text = ("#58a6ff", "#e8703a", "#ff9460") if dark else ("#0b57b0", "#cf5a1c", "#a84300")
        volumes = ("#223f63", "#543122") if dark else ("#b0c8e6", "#ecc9b4")
        return replace(
            base,
            up=up,
            up_text=up,
            up_label=up,
            down=down,
            down_text=down_text,
            down_label=down_text,
            volume_up=volumes[0],
            volume_down=volumes[1],
        )
    return base
