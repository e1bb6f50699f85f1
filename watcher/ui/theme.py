"""Puts the chosen look over the whole application: light, dark or as the system says, live."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from watcher.chart.palette import Palette
from watcher.desk.preferences import Preferences
from watcher.domain.settings import ColourPreset, Settings, ThemeChoice
from watcher.ui.style import stylesheet
from watcher.ui.style_cards import card_rules
from watcher.ui.tokens import Tokens, tokens_for

BASE_PIXELS = 13
FAMILIES = ("Inter", "Inter Variable", "SF Pro Text", "Segoe UI Variable", "Segoe UI")

_PROPERTY = "watcher_tokens"


def current_tokens() -> Tokens:
    """The colours in force; the dark ones before any theme was applied."""
    app = QGuiApplication.instance()
    found = app.property(_PROPERTY) if app is not None else None
    return found if isinstance(found, Tokens) else tokens_for(dark=True, preset=ColourPreset.GREEN_RED)


def is_dark(choice: ThemeChoice) -> bool:
    """Whether a choice means dark now; where the system does not say, its window colour tells."""
    if choice is not ThemeChoice.SYSTEM:
        return choice is ThemeChoice.DARK
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128  # noqa: PLR2004 - half
    return scheme is Qt.ColorScheme.Dark


def base_font() -> QFont:
    """The interface font with digits of one width, so that nothing moves when a digit changes."""
    known = set(QFontDatabase.families())
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    for family in FAMILIES:
        if family in known:
            font = QFont(family)
            break
    font.setPixelSize(BASE_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return tabular(font)


def tabular(font: QFont) -> QFont:
    """The same font with digits of one width, where Qt and the font can."""
    if hasattr(font, "setFeature"):  # from Qt 6.7
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The application's font in another size and weight."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return tabular(font)


def apply_theme(app: QApplication, settings: Settings) -> Tokens:
    """Set style, font, palette and style sheet; cheap when nothing changed.

    Call it before the first window is made, so that no wrong colour flashes.
    """
    hints = app.styleHints()
    if settings.theme is ThemeChoice.SYSTEM:
        hints.unsetColorScheme()
    else:
        dark = settings.theme is ThemeChoice.DARK
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    tokens = tokens_for(dark=is_dark(settings.theme), preset=settings.colours)
    if app.property(_PROPERTY) == tokens:
        return tokens
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setFont(base_font())
    app.setPalette(_qt_palette(tokens))
    app.setProperty(_PROPERTY, tokens)
    app.setStyleSheet(stylesheet(tokens) + card_rules(tokens))
    return tokens


def palette_for_chart(tokens: Tokens) -> Palette:
    """The colours that the chart needs, as its own value."""
    return Palette(
        background=tokens.background,
        panel=tokens.raised,
        border=tokens.border,
        grid=tokens.border,
        text=tokens.text,
        dim=tokens.dim,
        up=tokens.up,
        up_fill=tokens.up_label,
        up_text=tokens.up_text,
        down=tokens.down,
        down_fill=tokens.down_label,
        down_text=tokens.down_text,
        volume_up=tokens.volume_up,
        volume_down=tokens.volume_down,
        accent=tokens.accent,
        on_accent=tokens.on_accent,
        amber=tokens.amber,
        amber_fill=tokens.amber_band,
        tag=tokens.raised,
        tag_text=tokens.text,
        categories=tokens.categories,
        lines=tokens.lines,
        font_family=QApplication.font().family(),
        dark=tokens.dark,
    )


class Theme(QObject):
    """Keeps the application in the look that the settings and the system ask for."""

    changed = Signal(object)  # Tokens: the new colours

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        """Apply the look at once and follow both from now on."""
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._tokens = apply_theme(app, preferences.settings)
        preferences.changed.connect(self._follow)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def _follow(self, *_: object) -> None:
        tokens = apply_theme(self._app, self._preferences.settings)
        if tokens != self._tokens:
            self._tokens = tokens
            self.changed.emit(tokens)


def _qt_palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.panel,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.dim,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Mid: tokens.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.mark))
    return palette
