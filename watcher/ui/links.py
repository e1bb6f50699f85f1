"""The one way out to the browser: http and https links, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def safe_link(text: str) -> QUrl | None:
    """The address if it is a complete http or https one without a hidden user name; None for anything else."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in {"http", "https"} or not url.host() or url.userInfo():
        return None
    return url


def open_link(text: str) -> bool:
    """Open an address in the browser; False where it is not one that may be opened."""
    url = safe_link(text)
    return url is not None and QDesktopServices.openUrl(url)
