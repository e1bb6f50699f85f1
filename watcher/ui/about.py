"""What the program is, and which hosts it contacts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from watcher import __version__
from watcher.ui.icons import app_icon
from watcher.ui.texts import plain_label

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


def about_dialog(parent: QWidget) -> QDialog:
    """Version, licence, libraries and what quotes are not."""
    paragraphs = [
        translate("About", "Version {version}. MIT licence.").format(version=__version__),
        translate(
            "About",
            "Quotes come from Yahoo Finance for personal use. They may be late or wrong. No affiliation, no advice.",
        ),
        translate("About", "Made with Qt {version} (LGPL), pyqtgraph, numpy, pandas and yfinance.").format(
            version=qVersion()
        ),
    ]
    return _dialog("about", translate("About", "About watcher"), "watcher", paragraphs, parent)


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


def _dialog(name: str, title: str, heading: str, paragraphs: list[str], parent: QWidget) -> QDialog:
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
    buttons = QDialogButtonBox()
    close = translate("About", "Close")
    buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole).setObjectName(f"{name}_close")
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog
