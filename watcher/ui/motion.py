"""Whether the person at the screen wants things to move."""

from __future__ import annotations

from PySide6.QtCore import QSysInfo, Qt
from PySide6.QtWidgets import QApplication, QStyle


def reduced_motion() -> bool:
    """True where the desktop asks for no animation; nothing flashes then."""
    if QSysInfo.kernelType() == "winnt" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
        return True
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0
