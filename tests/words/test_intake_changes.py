from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from watcher.domain.holding import Side, Transaction
from watcher.domain.import_plan import Answer, Change, ChangeKind, Standing
from watcher.words.intake_changes import answer_tip, change_reason, unasked_text

SAME = Change(
    "isin:US01609W1027",
    ChangeKind.STATED,
    Transaction(Side.HOLD, Decimal(148), isin="US01609W1027"),
    Standing(Decimal(148)),
    Standing(Decimal(148)),
    (Answer.REPLACE, Answer.LEAVE),
    asks=False,
)


def test_a_position_that_stays_says_why() -> None:
    assert unasked_text(SAME) == "The same; stays"
    assert change_reason(SAME) == "The file says the same."
    sold_since = replace(SAME, old=Standing(Decimal(100)))
    assert unasked_text(sold_since) == "Imported before; stays"
    assert "imported before" in change_reason(sold_since)
    assert unasked_text(replace(SAME, kind=ChangeKind.ABSENT)) == "Not in the file; stays"


def test_every_kind_of_change_and_every_answer_has_its_words() -> None:
    reasons = {change_reason(replace(SAME, kind=kind, asks=True)) for kind in ChangeKind}
    assert len(reasons) == len(ChangeKind)
    assert len({answer_tip(answer) for answer in Answer}) == len(Answer)
