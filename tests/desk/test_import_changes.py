from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.builders_import import DEPOT, DEPOT_LATER, importer, preview
from tests.fakes import FakeClock
from watcher.desk.import_changes import Effects, instrument_rows
from watcher.domain.import_plan import Answer, ImportPlan, outcome
from watcher.storage.user_store import UserStore


def later() -> ImportPlan:
    """What a later statement would do, of which one position is larger and one is missing."""
    user = UserStore(None, "0", FakeClock())
    doing = importer(user)
    first = doing.read(DEPOT.encode(), "a.csv")
    doing.adopt(first, doing.plan(first))
    text = DEPOT_LATER.replace(";DE0007164600;BEISPIEL SE O.N.;3;110,00;EUR;330,00\n", ";;;;;;\n")
    text += ";DE0005140008;NEUE AG;4;9,00;EUR;36,00\n"
    plan = preview(text, user=user).plan
    user.close()
    return plan


PLAN = later()


def test_what_has_to_be_decided_comes_first_and_what_is_missing_last() -> None:
    rows = instrument_rows(PLAN)
    assert [row.example.name for row in rows] == [
        "MUSTER INC.", "NEUE AG", "", "PROBE CORP.", "BEISPIEL SE O.N.",
    ]  # fmt: skip
    assert [bool(row.change and row.change.asks) for row in rows][:2] == [True, False]
    assert (rows[1].new, rows[1].about) == (1, "")


@given(st.dictionaries(st.sampled_from([c.about for c in PLAN.changes]), st.sampled_from(list(Answer))))
def test_the_quick_count_is_what_is_written(answers: dict[str, Answer]) -> None:
    made = outcome(PLAN, answers)
    assert Effects(PLAN).of(answers) == (len(made.rows), len(made.replaces))
