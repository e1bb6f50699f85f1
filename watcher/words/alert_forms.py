"""The names of choices in the editor of an alert."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watcher.domain.alert import AlertKind, Basis, Repeat

translate = QCoreApplication.translate


def kind_name(kind: AlertKind) -> str:
    """What is waited for, after "Tell me when it": is at or above a price."""
    return {
        AlertKind.ABOVE: translate("alerts", "is at or above a price"),
        AlertKind.BELOW: translate("alerts", "is at or below a price"),
        AlertKind.UP: translate("alerts", "rises through a price"),
        AlertKind.DOWN: translate("alerts", "falls through a price"),
        AlertKind.CHANGE: translate("alerts", "is so many percent away"),
        AlertKind.MOVE: translate("alerts", "moves so many percent in a while"),
        AlertKind.YEAR_HIGH: translate("alerts", "is above its 52-week high"),
        AlertKind.YEAR_LOW: translate("alerts", "is below its 52-week low"),
        AlertKind.SILENCE: translate("alerts", "has no price for a while"),
        AlertKind.RELEASE_NEAR: translate("alerts", "is some days before its release window"),
        AlertKind.RELEASE_OPEN: translate("alerts", "is at the opening of its release window"),
        AlertKind.RELEASE_MOVED: translate("alerts", "has another release window"),
        AlertKind.REPORTED: translate("alerts", "has reported"),
        AlertKind.HEADLINE: translate("alerts", "is in a headline with certain words"),
    }[kind]


def basis_name(basis: Basis) -> str:
    """What a percentage is counted from."""
    return {
        Basis.PREVIOUS_CLOSE: translate("alerts", "the previous close"),
        Basis.PRICE: translate("alerts", "a price"),
        Basis.HIGH: translate("alerts", "the highest since it is set, downwards"),
        Basis.LOW: translate("alerts", "the lowest since it is set, upwards"),
    }[basis]


def repeat_name(repeat: Repeat) -> str:
    """How often it speaks."""
    return {
        Repeat.ONCE: translate("alerts", "once"),
        Repeat.EVERY_TIME: translate("alerts", "every time"),
    }[repeat]
