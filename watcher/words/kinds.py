"""What sorts of listings are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def kind_name(kind: str) -> str:
    """A sort of listing for people; `kind` is the value of a `Kind`, others are told as they are."""
    names = {
        "equity": translate("kinds", "Share"),
        "etf": translate("kinds", "ETF"),
        "index": translate("kinds", "Index"),
        "currency": translate("kinds", "Currency"),
        "crypto": translate("kinds", "Crypto"),
        "fund": translate("kinds", "Fund"),
        "future": translate("kinds", "Future"),
        "other": "",
    }
    return names.get(kind, kind)
