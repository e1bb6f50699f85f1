"""A file of positions is a statement, not trades: what it changes is shown and asked, never added in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from watcher.domain.exact import EXACT, shared
from watcher.domain.holding import Side, Transaction
from watcher.domain.import_plan import Answer, Change, ChangeKind, Standing
from watcher.domain.import_rows import KeptEntry, Splits, held, standing
from watcher.domain.row_identity import plain

PLACES = Decimal("0.00000001")
STATED = (Answer.REPLACE, Answer.DIFFERENCE, Answer.ADD, Answer.LEAVE)
TRADED = (Answer.REPLACE, Answer.ADD, Answer.LEAVE)
ABSENT = (Answer.REMOVE, Answer.LEAVE)


def stated(
    about: str,
    lines: Sequence[int],
    rows: Sequence[Transaction],
    kept: Sequence[KeptEntry],
    family: str,
    today: date,
    splits: Splits,
) -> Change | None:
    """What a stated position changes; None where nothing is held of it, so that its rows are simply new.

    Where files of the same layout stated positions before, their entries and those made by hand are compared, and
    what files of another layout brought is held `elsewhere` (another bank's, perhaps); else all is compared.

    Args:
        about: the instrument's key.
        lines: where the file states it.
        rows: what it states.
        kept: the entries of that instrument that count.
        family: of which layout the file is.
        today: the day of a booked difference.
        splits: what is known of splits, by Yahoo symbol.
    """
    everything = held(kept, splits)
    if not everything.quantity:
        return None
    new = standing(rows)
    apart = any(k.stated_on is not None and k.family == family for k in kept)
    own = [k for k in kept if not apart or not k.family or k.family == family]
    others = [k for k in kept if apart and k.family and k.family != family]
    old = held(own, splits)
    same = _same(old, new, own) or (bool(others) and _same(everything, new, kept))
    return Change(
        about,
        ChangeKind.STATED,
        rows[0],
        old,
        new,
        (STATED[0], Answer.REPLACE_ALL, *STATED[1:]) if others else STATED,
        held(others, splits),
        tuple(lines),
        tuple(k.entry.id for k in own),
        tuple(k.entry.id for k in others),
        _difference(rows[0], old, new, today),
        asks=not same,
    )


def traded(
    about: str, lines: Sequence[int], rows: Sequence[Transaction], kept: Sequence[KeptEntry], splits: Splits
) -> Change:
    """What trades change that happened before the position was stated: the statement may contain them already.

    Args:
        about: the instrument's key.
        lines: where the file tells of them.
        rows: the new trades.
        kept: the entries of that instrument that count and came from statements.
        splits: what is known of splits, by Yahoo symbol.
    """
    return Change(
        about,
        ChangeKind.TRADED,
        rows[0],
        held(kept, splits),
        standing(rows),
        TRADED,
        lines=tuple(lines),
        entries=tuple(k.entry.id for k in kept),
    )


def absent(about: str, kept: Sequence[KeptEntry], splits: Splits) -> Change | None:
    """A position of which a file of positions does not speak; None where nothing is held of it."""
    old = held(kept, splits)
    if not old.quantity:
        return None
    entries = tuple(k.entry.id for k in kept)
    example = kept[-1].entry.transaction
    return Change(about, ChangeKind.ABSENT, example, old, Standing(), ABSENT, entries=entries, asks=False)


def _same(old: Standing, new: Standing, kept: Sequence[KeptEntry]) -> bool:
    """Whether nothing has to be decided: the same quantity, and no other cost than an earlier statement's.

    The average that trades give is worked out otherwise at every bank, and so is no reason to ask.
    """
    if old.quantity != new.quantity:
        return False
    comparable = old.price is not None and new.price is not None and old.currency == new.currency
    if new.price is None or any(k.stated_on is None for k in kept) or (not comparable and old.price is not None):
        return True
    return comparable and _rounded(old.price) == _rounded(new.price)


def _rounded(price: Decimal | None) -> Decimal | None:
    return None if price is None else Decimal(plain(price.quantize(PLACES, context=EXACT)))


def _difference(example: Transaction, old: Standing, new: Standing, today: date) -> Transaction | None:
    """What has to be booked so that the old position becomes the new one; None where the quantity is the same.

    What came gets the price that brings the old average to the new one, where that is above nought. What went has no
    price: at which it was sold the file does not say.
    """
    more = EXACT.subtract(new.quantity, old.quantity)
    if not more:
        return None
    price = None
    if more > 0 and old.price is not None and new.price is not None and old.currency == new.currency:
        worth = EXACT.subtract(EXACT.multiply(new.quantity, new.price), EXACT.multiply(old.quantity, old.price))
        price = _rounded(shared(worth, Decimal(1), more)) if worth > 0 else None
    elif more > 0 and not old.quantity:
        price = new.price
    return replace(
        example,
        side=Side.HOLD if more > 0 else Side.OUT,
        quantity=abs(more),
        price=price,
        day=None if more > 0 else today,
        stated=today,
        fee=None,
        fee_currency="",
        rate=None,
        amount=None,
        amount_currency="",
        reference="",
        note="",
    )
