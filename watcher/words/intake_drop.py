"""What is said around the reading of a file: while it is dragged, when nothing was copied, when it could not be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from watcher.domain.errors import CancelledError, FileGoneError, StalePlanError, StoreError
from watcher.words.intake_summary import count
from watcher.words.past_imports import no_file_kept
from watcher.words.stores import not_kept_sentence

translate = QCoreApplication.translate


def drop_title(names: Sequence[str]) -> str:
    """What dropping does."""
    if len(names) == 1:
        return translate("intake_drop", "Drop to look into {name}").format(name=names[0])
    return translate("intake_drop", "Drop to look into {count} files").format(count=count(len(names)))


def drop_promise() -> str:
    """What it does not do."""
    return translate("intake_drop", "Nothing is written before you agree.")


def pasted_name() -> str:
    """What pasted rows are called in place of a file's name."""
    return translate("intake_drop", "Pasted rows")


def no_rows_pasted() -> str:
    """The clipboard holds no table."""
    return translate(
        "intake_drop", "The clipboard holds no rows. Copy them with their header, or copy a file, and paste again."
    )


def failure_sentence(problem: object) -> str:
    """Why a file could not be read or written, and what is left of it."""
    if isinstance(problem, StalePlanError):
        return translate(
            "intake_drop", "What you keep changed meanwhile. Nothing was written; what would happen now is shown below."
        )
    if isinstance(problem, FileGoneError):
        return no_file_kept()
    if isinstance(problem, CancelledError):
        return translate("intake_drop", "Stopped. Nothing was written.")
    if isinstance(problem, StoreError):
        return not_kept_sentence(problem)
    return translate("intake_drop", "This file could not be read; the log says more. Nothing was written.")
