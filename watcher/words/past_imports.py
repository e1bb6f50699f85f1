"""Past imports: when, what came of them, and whether they count."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from watcher.domain.batch import BatchState
from watcher.domain.intake import Kind
from watcher.words.intake import kind_name
from watcher.words.intake_summary import count
from watcher.words.spans import day_year
from watcher.words.times import clock

translate = QCoreApplication.translate
DOT = " \u00b7 "


def made_line(made: datetime, zone: tzinfo, kind: Kind | None, lines: int) -> str:
    """When it was, and what sort of file."""
    day = f"{day_year(made.astimezone(zone).date())} {clock(made, zone)}"
    said = translate("past_imports", "{count} lines").format(count=count(lines))
    return DOT.join((day, kind_name(kind), said))


def counts_line(rows: int, listed: int, replaced: int, known: int, left: int, still: int, wrong: int) -> str:
    """What came of it; what did not occur is not mentioned."""
    said = (
        (rows, translate("past_imports", "{count} rows imported")),
        (listed, translate("past_imports", "{count} put on a list")),
        (replaced, translate("past_imports", "{count} replaced")),
        (known, translate("past_imports", "{count} were there already")),
        (left, translate("past_imports", "{count} left as they were")),
        (still, translate("past_imports", "{count} with an open question")),
        (wrong, translate("past_imports", "{count} not readable")),
    )
    return DOT.join(text.format(count=count(amount)) for amount, text in said if amount)


def state_line(state: BatchState) -> str:
    """Whether it counts."""
    if state is BatchState.IN_FORCE:
        return translate("past_imports", "Counts.")
    return translate("past_imports", "Taken back: nothing of it counts.")


def no_imports() -> str:
    """An empty list."""
    return translate("past_imports", "Nothing was imported yet. Drop a file on the window, or press Ctrl+I.")


def no_file_kept() -> str:
    """A report that cannot be opened again."""
    return translate("past_imports", "The file of this import is no longer kept, so its report cannot be opened.")
