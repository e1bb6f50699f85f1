from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from watcher.domain.settings import ColourPreset, Settings, ThemeChoice
from watcher.ui.style_cards import card_rules
from watcher.ui.theme import apply_theme, current_tokens, palette_for_chart
from watcher.ui.tokens import Tokens, tokens_for

LOOKS = list(product((True, False), ColourPreset))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(look: Tokens) -> tuple[str, ...]:
    return look.background, look.panel, look.raised


@pytest.mark.parametrize(("dark", "preset"), LOOKS)
def test_every_text_can_be_read_on_every_ground(dark: bool, preset: ColourPreset) -> None:
    look = tokens_for(dark=dark, preset=preset)
    pairs = [
        (text, ground)
        for text in (look.text, look.dim, look.up_text, look.down_text, look.accent, look.good, look.bad, look.amber)
        for ground in grounds(look)
    ]
    pairs += [
        (look.text, look.note),
        (look.text, look.hover),
        (look.on_accent, look.accent),
        (look.on_up, look.up_label),
        (look.on_down, look.down_label),
        (look.amber, look.amber_soft),
    ]
    pairs += [(ink, fill) for fill, ink in look.categories.values()]
    pairs += [(line, look.background) for line in look.lines]
    poor = [(text, ground, round(contrast(text, ground), 2)) for text, ground in pairs if contrast(text, ground) < 4.5]
    assert not poor


@pytest.mark.parametrize(("dark", "preset"), LOOKS)
def test_every_mark_and_focus_ring_stands_out(dark: bool, preset: ColourPreset) -> None:
    look = tokens_for(dark=dark, preset=preset)
    pairs = [(mark, ground) for mark in (look.up, look.down, look.accent, look.mark) for ground in grounds(look)]
    pairs += [(look.text, look.raised)]  # the ring of a chosen button
    pairs += [(fill, look.background) for fill, _ in look.categories.values()]
    poor = [(mark, on, round(contrast(mark, on), 2)) for mark, on in pairs if contrast(mark, on) < 3]
    assert not poor


def test_the_designs_own_colours_are_used() -> None:
    dark = tokens_for(dark=True, preset=ColourPreset.GREEN_RED)
    light = tokens_for(dark=False, preset=ColourPreset.GREEN_RED)
    assert (dark.up, dark.down_text, dark.down, dark.accent, dark.on_accent) == (
        "#46d3a6",
        "#ff7a78",
        "#e0504e",
        "#6cb0ff",
        "#0b1220",
    )
    assert (light.up_text, light.up, light.down_text, light.down, light.accent) == (
        "#0a7554",
        "#00674a",
        "#c22f2d",
        "#d6453f",
        "#1560c8",
    )


def test_presets_change_what_rises_and_falls_and_nothing_else() -> None:
    plain = tokens_for(dark=True, preset=ColourPreset.GREEN_RED)
    swapped = tokens_for(dark=True, preset=ColourPreset.RED_GREEN)
    assert (swapped.up_text, swapped.down_text) == (plain.down_text, plain.up_text)
    assert (swapped.text, swapped.accent, swapped.amber) == (plain.text, plain.accent, plain.amber)
    blue = tokens_for(dark=True, preset=ColourPreset.BLUE_ORANGE)
    assert len({blue.up, blue.down, plain.up, plain.down}) == 4


def test_a_chosen_theme_is_in_force_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, Settings(theme=ThemeChoice.LIGHT))
    assert not current_tokens().dark
    apply_theme(qapp, Settings(theme=ThemeChoice.DARK))
    assert current_tokens().dark
    assert qapp.palette().window().color().name() == current_tokens().panel
    assert palette_for_chart(current_tokens()).dark


def test_digits_have_one_width(qapp: QApplication) -> None:
    apply_theme(qapp, Settings(theme=ThemeChoice.DARK))
    metrics = QFontMetricsF(qapp.font())
    assert len({round(metrics.horizontalAdvance(digit * 8), 2) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("dark", [True, False])
def test_every_drawing_of_the_sheet_is_bundled(dark: bool) -> None:
    sheet = card_rules(tokens_for(dark=dark, preset=ColourPreset.GREEN_RED))
    drawings = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert drawings
    assert all(Path(drawing).is_file() for drawing in drawings)


def test_a_ticked_box_shows_its_tick(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, Settings(theme=ThemeChoice.DARK))
    box = QCheckBox("Pin")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.resize(box.sizeHint())
    image = box.grab().toImage()
    ink, accent = current_tokens().on_accent, current_tokens().accent
    inside = {image.pixelColor(x, y).name() for x in range(14) for y in range(image.height())}
    assert accent in inside
    assert any(contrast(colour, accent) > 4 for colour in inside if contrast(colour, ink) < 1.5)
