"""Gives each column of a table its meaning: header words and value shapes together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watcher.intake import currencies, headers
from watcher.intake.choices import Choices
from watcher.intake.profile import FEW, HALF, MOST, Profile, fits, profile, sample_of
from watcher.intake.report import Column, Why
from watcher.intake.roles import AMOUNTS, DATES, IDENTITY, NUMBERS, PRICES, Role
from watcher.intake.spelling import plain
from watcher.intake.tables import Table

# what a currency column's own words say it belongs to
PRICE_WORDS = ("instrument", "fonds", "fund", "security", "share", "stock", "price", "kurs", "local", "asset", "papper")
AMOUNT_WORDS = (
    "transaktion",
    "settle",
    "payment",
    "zahlung",
    "konto",
    "account",
    "total",
    "abrechnung",
    "cash",
    "amount",
)
LAST = 9  # the rank of a column whose words say nothing
FIXED = frozenset({Why.CHOSEN, Why.SECTION_NAMES})
MAY_BE_ISIN = frozenset({Role.SYMBOL, Role.NAME, Role.REFERENCE, Role.IGNORED})
CHANGE = 3  # the rank of an amount whose header says "change"
NAMES_IN_FRENCH = frozenset({"action", "actions"})
MARKET_WORDS = frozenset({"high", "low", "open", "change", "market cap", "p e", "avg vol", "52 week high", "chg"})
SPOKEN = 0.7  # share of verbs that makes a text the type of booking
CODES_NEEDED = 0.7  # share of tickers that makes a name a symbol
VERBS_NEEDED = 0.3  # share of known verbs that makes a column the type of booking


@dataclass(slots=True)
class Columns:
    """A table's columns with what their values look like; `width` is the number of cells a row should have."""

    views: list[Column]
    profiles: list[Profile]
    ranks: list[int]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.views)

    def all(self, *roles: Role) -> list[int]:
        """The columns of these roles, the main one first: filled before empty, then by rank, then from the left."""
        fitting = [c.index for c in self.views if c.role in roles]
        order = {role: place for place, role in enumerate(roles)}
        return sorted(
            fitting,
            key=lambda i: (
                not self.profiles[i].filled,
                not self.profiles[i].tells,
                order[self.views[i].role],
                self.ranks[i],
                i,
            ),
        )

    def main(self, *roles: Role) -> int:
        """The main column of the first of these roles that there is, -1 for none."""
        found = self.all(*roles)
        return found[0] if found else -1

    def give(self, index: int, role: Role, why: Why) -> None:
        """Give a column another meaning."""
        self.views[index] = replace(self.views[index], role=role, why=why)


def judge(table: Table, number: int, choices: Choices) -> Columns:
    """Find out what the columns of a table mean.

    Args:
        table: header and records.
        number: the table's place in the file, for the user's choices.
        choices: what the user decided.
    """
    names = table.names
    sample = [record.cells for record in sample_of(table.rows)]
    width = len(names) if names else max((len(cells) for cells in sample), default=0)
    while names and width > 1 and not names[width - 1].strip() and not any(_cell(c, width - 1) for c in sample):
        width -= 1  # a trailing delimiter
    profiles = [profile([_cell(cells, i) for cells in sample]) for i in range(width)]
    found = Columns([], profiles, [0] * width)
    carried: Role | None = None
    for index in range(width):
        name = names[index] if names else ""
        role, rank, why, carried = _role(name, profiles[index], carried)
        if index < table.skip:
            role, why = Role.IGNORED, Why.SECTION_NAMES
        chosen = choices.column(number, index)
        if chosen is not None and chosen.role is not None:
            role, rank, why = chosen.role, -1, Why.CHOSEN
        found.ranks[index] = rank
        found.views.append(Column(index, name.strip(), role, why, currency=currencies.in_header(name)))
    if not any(headers.meanings(name) for name in names):
        _without_words(found)
    _by_shape(found)
    _currencies(found)
    return found


def _without_words(found: Columns) -> None:
    """Give the columns of a file without a header their roles by their values' shapes alone."""
    figures: list[int] = []
    for index, shape in enumerate(found.profiles):
        if found.views[index].why is Why.CHOSEN or found.views[index].role is Role.CURRENCY or not shape.filled:
            continue
        if shape.share(shape.number) >= MOST and shape.share(shape.day) < HALF:
            figures.append(index)
            continue
        kinds = (
            (Role.ISIN, shape.isin),
            (Role.DATE, shape.day),
            (Role.TYPE, shape.verb),
            (Role.SYMBOL, shape.ticker),
            (Role.NAME, shape.letters),
        )
        role = next((r for r, n in kinds if shape.share(n) >= MOST and found.main(r) < 0), Role.IGNORED)
        found.give(index, role, Why.VALUE_SHAPE)
    wanted = (Role.QUANTITY, Role.PRICE, Role.AMOUNT, *[Role.IGNORED] * len(figures))
    for index, role in zip(figures, wanted, strict=False):
        found.give(index, role, Why.ASSUMED)


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""


def _role(name: str, column: Profile, carried: Role | None) -> tuple[Role, int, Why, Role | None]:
    """A column's role, its rank, why, and the role that it hands on to an unnamed neighbour."""
    words = headers.meanings(name)
    for meaning in words:
        if fits(meaning.role, column, meaning.rank):
            return meaning.role, meaning.rank, Why.HEADER_WORDS, None
    if column.share(column.day) >= MOST:  # "Operazione", "Valuta": a column of days
        return Role.DATE, 0 if any(m.role is Role.TYPE for m in words) else LAST, Why.VALUE_SHAPE, None
    numeric = next((m.role for m in words if m.role in NUMBERS), None)
    if numeric is Role.PROFIT:
        return Role.PROFIT, LAST, Why.HEADER_WORDS, None
    if column.share(column.currency) >= HALF:
        return Role.CURRENCY, LAST, Why.VALUE_SHAPE, numeric
    if not name.strip() and column.share(column.number) >= HALF:
        return (carried or Role.AMOUNT), LAST, Why.NEIGHBOUR if carried else Why.VALUE_SHAPE, None
    return (Role.ISIN if column.share(column.isin) >= HALF else Role.IGNORED), LAST, Why.VALUE_SHAPE, None


def _by_shape(found: Columns) -> None:
    """Correct by their values the columns whose words allow several meanings."""
    sums = [i for i in found.all(Role.AMOUNT, Role.VALUE_PRICE) if found.ranks[i] < CHANGE]
    market = {plain(column.header) for column in found.views} & MARKET_WORDS
    for column in found.views:
        if column.why in FIXED:
            continue
        shape = found.profiles[column.index]
        if column.role is Role.AMOUNT and found.ranks[column.index] == CHANGE and sums:
            found.give(column.index, Role.PROFIT, Why.NEIGHBOUR)  # beside a sum, a change is a gain
        if column.role is Role.QUANTITY and market and plain(column.header) == "volume":
            found.give(column.index, Role.IGNORED, Why.NEIGHBOUR)  # what was traded on a day
        needed = HALF if column.role in {Role.REFERENCE, Role.IGNORED} else MOST
        if column.role in MAY_BE_ISIN and shape.share(shape.isin) >= needed and found.main(Role.ISIN) < 0:
            found.give(column.index, Role.ISIN, Why.VALUE_SHAPE)
        elif column.role in {Role.TEXT, Role.NOTE, Role.TYPE} and shape.told:
            found.give(column.index, Role.TEXT, Why.VALUE_SHAPE)
    _symbols(found)
    _types(found)
    _names(found)


def _symbols(found: Columns) -> None:
    """A name that looks like a ticker is one, where no other column identifies the instruments."""
    if found.main(Role.SYMBOL, Role.ISIN, Role.WKN) >= 0:
        return
    for index in (*found.all(Role.NAME)[:1], *found.all(Role.TEXT)):
        shape = found.profiles[index]
        if shape.filled and shape.share(shape.code) >= CODES_NEEDED:
            found.give(index, Role.SYMBOL, Why.VALUE_SHAPE)
            return
    paid = found.all(Role.CURRENCY)
    if found.main(Role.NAME) < 0 and len(paid) > 1:  # "Currency" and "Quote currency": what was bought, and for what
        coins = next((i for i in paid if found.profiles[i].share(found.profiles[i].coin) >= FEW), -1)
        if coins >= 0:
            found.give(coins, Role.SYMBOL, Why.VALUE_SHAPE)


def _types(found: Columns) -> None:
    """A column full of verbs says what is done, where none says so by its header."""
    if any(found.profiles[i].verb for i in found.all(Role.TYPE)):
        return
    for column in found.views:
        shape = found.profiles[column.index]
        if column.role in {Role.IGNORED, Role.ASSET} and shape.share(shape.spoken) >= HALF and column.why not in FIXED:
            found.give(column.index, Role.TYPE, Why.VALUE_SHAPE)
            return
    if found.main(Role.ISIN, Role.WKN, Role.SYMBOL, Role.NAME) < 0 or found.main(*DATES) < 0:
        return  # "Dividend Growth Fund" is a name, and no booking
    for index in found.all(Role.TEXT):
        shape = found.profiles[index]
        few = shape.distinct * 4 <= shape.filled * 3 or found.main(Role.NAME) >= 0
        if few and shape.share(shape.verb) >= SPOKEN and not shape.told and found.views[index].why not in FIXED:
            found.give(index, Role.TYPE, Why.VALUE_SHAPE)
            return


def _names(found: Columns) -> None:
    """A column of words that are no verbs names the instruments, where nothing else does ("Action" in French)."""
    if found.main(*IDENTITY, Role.TEXT) >= 0:
        return
    for index in found.all(Role.TYPE, Role.ASSET):
        shape = found.profiles[index]
        named = plain(found.views[index].header) in NAMES_IN_FRENCH
        if named and shape.filled and not shape.verb and shape.letters and found.views[index].why not in FIXED:
            found.give(index, Role.NAME, Why.VALUE_SHAPE)
            return


def _currencies(found: Columns) -> None:
    """Tell what each currency column is the currency of."""
    own = found.all(Role.CURRENCY)
    unnamed = [i for i in own if _nameless(found, i)]
    for index in own:
        column = found.views[index]
        words = headers.subject(column.header) if column.header else ""
        of = _named(found, words, index) if words else None
        if of is None and index in unnamed:
            of = _neighbour(found, index)
        found.views[index] = replace(column, of=of)


def _nameless(found: Columns, index: int) -> bool:
    header = found.views[index].header
    same = [c for c in found.views if c.role is Role.CURRENCY and c.header == header]
    return not header or len(same) > 1 or bool(headers.meanings(header) and headers.meanings(header)[0].role in NUMBERS)


def _named(found: Columns, words: str, index: int) -> Role | None:
    subject = plain(words)
    for column in found.views:
        if column.role in NUMBERS and plain(column.header) == subject:
            return column.role
    tags = [tag for tag in words.split() if len(tag) > 1 and tag.upper() == tag]
    raw = found.views[index].header
    tags += [tag.strip("()[]") for tag in raw.split() if tag.startswith(("(", "["))]
    for tag in tags:
        for column in found.views:
            if column.role in PRICES | AMOUNTS and tag in column.header.replace("(", " ").replace(")", " ").split():
                return column.role
    for role, known in ((Role.PRICE, PRICE_WORDS), (Role.AMOUNT, AMOUNT_WORDS)):
        if any(word in subject for word in known):
            return role
    if "orig" in subject:
        return Role.IGNORED
    meant = headers.meanings(words)
    own = bool(headers.OF.match(raw))
    return meant[0].role if meant and meant[0].role in NUMBERS and (own or meant[0].role is not Role.PROFIT) else None


def _neighbour(found: Columns, index: int) -> Role | None:
    """The numbers beside a currency column: left of it, or right where its own header names a number."""
    meant = headers.meanings(found.views[index].header)
    right_first = bool(meant and meant[0].role in NUMBERS and meant[0].role is not Role.PROFIT)
    for place in (index + 1, index - 1) if right_first else (index - 1, index + 1):
        if 0 <= place < found.width and found.views[place].role in NUMBERS:
            return found.views[place].role
    return None


def currency_column(found: Columns, index: int, *roles: Role) -> int:
    """The column that holds the currency of a number's column, -1 where none does.

    Args:
        found: the table's columns.
        index: the number's column, -1 where it has none of its own (a price that is told in a sentence).
        roles: what the number is, the closest meaning first.
    """
    if index >= 0:
        for place in (index + 1, index - 1):
            if 0 <= place < found.width and _beside(found, place, left=place > index):
                return place
    named = _of_this(found, index) if index >= 0 else -1
    if named >= 0:
        return named
    own = [(role, column) for role in roles for column in found.views if column.role is Role.CURRENCY]
    apart = [c.index for role, c in own if c.of is role and not _beside(found, c.index, left=True)]
    beside = [c.index for role, c in own if c.of is role]
    free = [i for i in found.all(Role.CURRENCY) if found.views[i].of is None]  # a filled one before an empty one
    return next(iter((*apart, *beside, *free)), -1)


def _of_this(found: Columns, index: int) -> int:
    """The column that names a number's column in its header: "Currency (Finra fee)" belongs to "Finra fee"."""
    own = plain(found.views[index].header)
    for column in found.views if own else ():
        if column.role is Role.CURRENCY and column.header and plain(headers.subject(column.header)) == own:
            return column.index
    return -1


def _beside(found: Columns, place: int, *, left: bool) -> bool:
    """Whether a currency column without words of its own belongs to the number at its left, or at its right."""
    if found.views[place].role is not Role.CURRENCY or not _nameless(found, place):
        return False
    meant = headers.meanings(found.views[place].header)
    return left != bool(meant and meant[0].role in NUMBERS and meant[0].role is not Role.PROFIT)


def has_verbs(found: Columns) -> bool:
    """Whether a column says what each booking does."""
    for index in found.all(Role.TYPE):
        shape = found.profiles[index]
        if shape.share(shape.verb) >= VERBS_NEEDED:
            return True
    return False


def tells(found: Columns) -> bool:
    """Whether trades are told in sentences."""
    return any(found.profiles[i].told for i in found.all(Role.TEXT, Role.NOTE, Role.TYPE, Role.NAME))
