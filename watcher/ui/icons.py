"""Icons from the bundled drawings, tinted with the colours in force."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from watcher.resources import resource_path
from watcher.ui.theme import current_tokens

RIM = 2.4  # how much wider the rim of a tray icon is drawn
SIZES = (16, 24, 32, 48)  # device pixels; 16 logical pixels at ratios 1, 1.5, 2 and 3
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, colour: str = "", checked: str = "") -> QIcon:
    """A drawing of `resources/icons` in `colour` (#rrggbb; empty: dim text), and in `checked` while checked."""
    tokens = current_tokens()
    return _tinted(name, colour or tokens.dim, checked or colour or tokens.text)


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    drawn = QIcon()
    for size in APP_SIZES:
        drawn.addPixmap(_paint(_drawing("watcher"), size))
    return drawn


def tray_icon(state: str) -> QIcon:
    """The tray's drawing of a state, light with a dark rim: panels are of any colour, and none tells which."""
    return _rimmed(f"tray-{state}")


@lru_cache(maxsize=8)
def _rimmed(name: str) -> QIcon:
    drawn = QIcon()
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        for colour, width in (("#14171c", RIM), ("#e8ecf3", 1.0)):
            svg = _drawing(name).replace(b"currentColor", colour.encode())
            for wide in (b"1.75", b"2.25"):
                svg = svg.replace(b'stroke-width="' + wide, f'stroke-width="{float(wide) * width:.2f}'.encode())
            QSvgRenderer(QByteArray(svg)).render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn


@lru_cache(maxsize=128)
def _tinted(name: str, colour: str, checked: str) -> QIcon:
    drawn = QIcon()
    for tint, state in ((colour, QIcon.State.Off), (checked, QIcon.State.On)):
        for size in SIZES:
            pixmap = _paint(_drawing(name), size)
            painter = QPainter(pixmap)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(pixmap.rect(), QColor(tint))
            painter.end()
            drawn.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return drawn


@lru_cache(maxsize=64)
def _drawing(name: str) -> bytes:
    return resource_path(f"icons/{name}.svg").read_bytes()


def _paint(svg: bytes, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return pixmap
