"""What the program is, and which hosts it contacts."""

from __future__ import annotations

from importlib import metadata

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from watcher import __version__
from watcher.ui.icons import app_icon
from watcher.ui.texts import plain_label
from watcher.words.numbers import UNKNOWN

translate = QCoreApplication.translate
HOSTS = (
    "query1.finance.yahoo.com",
    "query2.finance.yahoo.com",
    "finance.yahoo.com",
    "fc.yahoo.com",
    "guce.yahoo.com",
    "consent.yahoo.com",
    "streamer.finance.yahoo.com",
)
LIBRARIES = (
    ("PySide6_Essentials", "LGPL-3.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("pandas", "BSD-3-Clause"),
    ("yfinance", "Apache-2.0"),
    ("curl_cffi", "MIT"),
    ("websockets", "BSD-3-Clause"),
    ("exchange_calendars", "Apache-2.0"),
    ("msgspec", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
)


def about_dialog(parent: QWidget) -> QDialog:
    """Version, licence, libraries and what quotes are not."""
    paragraphs = [
        translate("About", "Version {version}. MIT licence.").format(version=__version__),
        translate(
            "About",
            "Quotes come from Yahoo Finance for personal use. They may be late or wrong. No affiliation, no advice.",
        ),
        translate("About", "Made with Qt {version} under the LGPL, version 3, and with:").format(version=qVersion()),
    ]
    return _dialog("about", translate("About", "About watcher"), "watcher", paragraphs, parent, _libraries())


def _libraries() -> QWidget:
    """A table of what is installed beside this program: name, version, licence."""
    table = QWidget()
    table.setObjectName("about_libraries")
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(2)
    for line, (name, licence) in enumerate(LIBRARIES):
        for column, text in enumerate((name, _version(name), licence)):
            grid.addWidget(plain_label("about_library", "small" if column else "fact", text), line, column)
    grid.setColumnStretch(3, 1)
    return table


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return UNKNOWN


def contacts_dialog(parent: QWidget) -> QDialog:
    """Every host that the program contacts."""
    paragraphs = [
        translate("About", "Prices, bars, headlines and release dates are asked of Yahoo Finance, at these hosts:"),
        "\n".join(HOSTS),
        translate(
            "About",
            "Links in event cards open in your browser. Nothing else is contacted; nothing is sent about you.",
        ),
    ]
    title = translate("About", "What watcher contacts")
    return _dialog("contacts", title, title, paragraphs, parent)


def _dialog(
    name: str, title: str, heading: str, paragraphs: list[str], parent: QWidget, below: QWidget | None = None
) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName(f"{name}_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    top = QHBoxLayout()
    top.setSpacing(12)
    if name == "about":
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(48, 48))
        top.addWidget(picture)
    top.addWidget(plain_label(f"{name}_title", "title", heading), 1)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(22, 20, 22, 16)
    column.setSpacing(12)
    column.addLayout(top)
    for text in paragraphs:
        label = plain_label(f"{name}_text", "", text)
        label.setWordWrap(True)
        label.setMinimumWidth(380)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(label)
    if below is not None:
        column.addWidget(below)
    buttons = QDialogButtonBox()
    close = translate("About", "Close")
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole).setObjectName(f"{name}_close")
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog
