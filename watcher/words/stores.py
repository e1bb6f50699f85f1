"""What is said when something kept on disk cannot be read or written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from watcher.domain.errors import StoreCode, StoreError

translate = QCoreApplication.translate


def settings_sentence(problem: StoreError) -> str:
    """What became of the settings, for the notice under the toolbar."""
    if problem.code is StoreCode.DAMAGED and problem.set_aside:
        said = translate("stores", "Settings could not be read and were set aside as {name}; defaults are in use.")
        return said.format(name=Path(problem.set_aside).name)
    if problem.code is StoreCode.DAMAGED:
        return translate("stores", "Settings could not be read; defaults are in use.")
    said = translate("stores", "Settings cannot be kept: {path} cannot be read or written.")
    return said.format(path=problem.path)


def market_sentence(problem: StoreError) -> str:
    """What it means that prices cannot be kept."""
    said = translate("stores", "Prices are not kept for the next start: {path} cannot be written.")
    return said.format(path=problem.path)


def not_kept_sentence(problem: StoreError) -> str:
    """That what the user just did is not kept, why, and what to do; for the notice under the toolbar."""
    if problem.code is StoreCode.LOCKED:
        said = translate("stores", "That was not kept: {path} is in use by another program. Try again.")
    elif problem.code is StoreCode.UNWRITABLE:
        said = translate("stores", "That was not kept: {path} cannot be written. Is the disk full or read-only?")
    else:
        said = translate("stores", "That was not kept: {path} cannot be read any more. Start watcher again to mend it.")
    return said.format(path=problem.path)


def user_store_title(problem: StoreError) -> str:
    """What happened to the user's own data, in one line."""
    return {
        StoreCode.DAMAGED: translate("stores", "Your data could not be read."),
        StoreCode.FROM_FUTURE: translate("stores", "Your data were written by a newer version."),
        StoreCode.UNWRITABLE: translate("stores", "Your data cannot be written."),
        StoreCode.LOCKED: translate("stores", "Your data are in use by another program."),
    }[problem.code]


def user_store_text(problem: StoreError) -> str:
    """Where the data are and what the choices do."""
    if problem.code is StoreCode.FROM_FUTURE:
        said = translate(
            "stores",
            "{path} was written by watcher {version}. Nothing was changed. Start that version or a newer one.",
        )
        return said.format(path=problem.path, version=problem.written_by or "?")
    if problem.code is StoreCode.DAMAGED and problem.good_copy:
        said = translate(
            "stores",
            "{path} is damaged. The newest good copy is {copy}. The damaged file is set aside, not deleted.",
        )
        return said.format(path=problem.path, copy=Path(problem.good_copy).name)
    if problem.code is StoreCode.DAMAGED:
        said = translate(
            "stores",
            "{path} is damaged and there is no copy of it. It can be set aside to begin anew; it is not deleted.",
        )
        return said.format(path=problem.path)
    said = translate(
        "stores", "{path} cannot be used. See that you may write there and that no other program holds it."
    )
    return said.format(path=problem.path)
