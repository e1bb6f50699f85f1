"""What the user decides against, or ahead of, the reader's own judgement."""

from __future__ import annotations

from dataclasses import dataclass

from watcher.domain.holding import Side
from watcher.intake.report import Kind
from watcher.intake.roles import Role


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """Says what a column (0-based) of a table (0-based) is; None and "" leave that to the reader.

    `order` is "dmy" or "mdy", for dates whose day and month could be swapped.
    """

    table: int
    column: int
    role: Role | None = None
    decimal: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """A frozen set of decisions; given back to `read` it reads the file anew with them.

    `header_line` is 1-based. `currency` is that of prices whose currency the file does not state. `order` is "dmy" or
    "mdy" for the whole file. `listings` maps an identity's key to a Yahoo symbol. `take` and `leave` are first lines
    of rows to count, or to leave out, whatever the reader thinks of them. `sides` says of rows, by their first lines,
    what they do to a position where the file does not.
    """

    encoding: str = ""
    delimiter: str = ""
    header_line: int | None = None
    kind: Kind | None = None
    columns: tuple[ColumnChoice, ...] = ()
    currency: str = ""
    order: str = ""
    listings: tuple[tuple[str, str], ...] = ()
    take: frozenset[int] = frozenset()
    leave: frozenset[int] = frozenset()
    sides: tuple[tuple[int, Side], ...] = ()

    @property
    def named(self) -> frozenset[str]:
        """The keys of identities of which the user said what is meant."""
        return frozenset(key for key, _ in self.listings)

    def column(self, table: int, column: int) -> ColumnChoice | None:
        """What was chosen for a column, None where nothing was."""
        return next((c for c in self.columns if c.table == table and c.column == column), None)
