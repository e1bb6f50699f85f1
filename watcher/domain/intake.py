"""What can be said of a file that was read: kinds, fates of lines, reasons, problems, as codes with values."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The meaning of a column; a table may have several columns of one role."""

    ISIN = "isin"
    WKN = "wkn"
    CUSIP = "cusip"
    SEDOL = "sedol"
    VALOR = "valor"
    SYMBOL = "symbol"
    NAME = "name"
    TEXT = "text"  # free text about the booking, which may hold a whole trade
    EXCHANGE = "exchange"
    DATE = "date"  # of the trade
    BOOKED = "booked"
    SETTLED = "settled"
    ORDERED = "ordered"  # given, created or valid until: not the day of the trade
    QUOTED = "quoted"  # the day of a price
    BOUGHT = "bought"  # a position's purchase date
    TIME = "time"
    TYPE = "type"  # buy, sell, dividend...
    STATUS = "status"
    ASSET = "asset"  # share, fund, option, cash
    LEVEL = "level"  # summary, lot, order of a sectioned file
    QUANTITY = "quantity"
    PRICE = "price"
    COST_PRICE = "cost-price"
    VALUE_PRICE = "value-price"
    AMOUNT = "amount"
    COST_AMOUNT = "cost-amount"
    VALUE_AMOUNT = "value-amount"
    FEE = "fee"
    TAX = "tax"
    RATE = "rate"
    CURRENCY = "currency"
    REFERENCE = "reference"
    ACCOUNT = "account"
    NOTE = "note"
    DEBIT = "debit"  # an amount that is paid
    CREDIT = "credit"  # an amount that is received
    CANCELLED = "cancelled"  # the day on which a booking was taken back
    BALANCE = "balance"
    PROFIT = "profit"  # gains, changes, shares in percent
    IGNORED = "ignored"


class Kind(StrEnum):
    """What sort of file it is."""

    WATCHLIST = "watchlist"
    HOLDINGS = "holdings"
    TRANSACTIONS = "transactions"
    MIXED = "mixed"


class Fate(StrEnum):
    """How a physical line ends."""

    PREAMBLE = "preamble"
    HEADER = "header"
    IMPORTED = "imported"
    MERGED = "merged"
    SKIPPED = "skipped"
    QUESTION = "question"
    WRONG = "wrong"


class Reason(StrEnum):
    """Why a line was skipped, or what it was apart from its fate."""

    NONE = ""
    CASH = "cash"
    TOTAL = "total"
    FOOTER = "footer"
    DIVIDEND = "dividend"
    FEE = "fee"
    DEPOSIT = "deposit"
    CANCELLED = "cancelled"
    PENDING = "pending"
    TAX = "tax"
    FX = "fx"
    SECTION = "section"
    BLANK = "blank"
    OTHER = "other"


class LineFate(NamedTuple):
    """The fate of the physical lines `first` to `last` (1-based, inclusive); `into` is a line, 0 for none."""

    first: int
    last: int
    fate: Fate
    reason: Reason = Reason.NONE
    into: int = 0


class About(StrEnum):
    """What a decision, a question or a warning is about."""

    ENCODING = "encoding"
    DELIMITER = "delimiter"
    HEADER = "header"
    KIND = "kind"
    COLUMN = "column"
    DECIMAL = "decimal"
    DATES = "dates"
    CURRENCY = "currency"
    IDENTITY = "identity"
    LISTING = "listing"
    SIDE = "side"
    QUANTITY = "quantity"
    CHECK_DIGIT = "check-digit"
    PRODUCT = "product"  # quantity x price is not the amount
    SHIFTED = "shifted"  # the cells stood under the wrong headers and were moved
    DUPLICATE = "duplicate"
    SNAPSHOT = "snapshot"


class Why(StrEnum):
    """The reason of a decision."""

    CHOSEN = "chosen"  # the user said so
    REMEMBERED = "remembered"  # he said so of an earlier file with the same header
    BYTE_ORDER_MARK = "byte-order-mark"
    ZERO_BYTES = "zero-bytes"
    VALID = "valid"  # every byte fits
    FALLBACK = "fallback"
    ONLY_ONE = "only-one"
    HEADER_WORDS = "header-words"
    STEADY_WIDTH = "steady-width"
    VALUE_SHAPE = "value-shape"
    NEIGHBOUR = "neighbour"  # the column beside it says so
    PRODUCT = "product"  # quantity x price gives the value
    OTHER_COLUMNS = "other-columns"
    LANGUAGE = "language"
    DAY_OVER_TWELVE = "day-over-twelve"
    ASSUMED = "assumed"
    VERBS = "verbs"
    COLUMNS = "columns"
    ROWS = "rows"
    SECTION_NAMES = "section-names"


class Expected(StrEnum):
    """What a cell should have held."""

    NUMBER = "number"
    DATE = "date"
    POSITIVE = "positive"
    IDENTIFIER = "identifier"


class FileTrouble(StrEnum):
    """Why there was nothing to read in a file."""

    MISSING = "missing"
    FOLDER = "folder"
    FORBIDDEN = "forbidden"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    EMPTY = "empty"


class BadCell(NamedTuple):
    """A cell that could not be read; `column` is 1-based; `header` is the column's name as written."""

    line: int
    column: int
    header: str
    value: str
    expected: Expected


class Question(NamedTuple):
    """What only the user knows; `candidates` are Yahoo symbols or the values to choose from, maybe none."""

    line: int
    about: About
    value: str
    candidates: tuple[str, ...] = ()


class Notice(NamedTuple):
    """Something to know about a line that was read all the same."""

    line: int
    about: About
    value: str = ""


class Decision(NamedTuple):
    """A choice that was made, and why; `table` and `column` are 0-based, -1 where it is about the whole file."""

    about: About
    value: str
    why: Why
    table: int = -1
    column: int = -1
