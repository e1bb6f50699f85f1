"""The language in which the program speaks, for texts that are bundled in several."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def language() -> str:
    """Its code: "de"."""
    return QLocale.languageToCode(QLocale().language())
