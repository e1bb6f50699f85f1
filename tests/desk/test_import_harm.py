"""Whatever happened to a file on its way: it is planned, taken in and known again, and nothing of it counts twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes import FakeClock
from tests.intake.exports import EXPORTS
from tests.intake.harm import harmed
from watcher.desk.importer import Importer
from watcher.domain.batch import BatchState
from watcher.domain.import_plan import Answer, ChangeKind, RowState
from watcher.storage.user_store import UserStore


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(list(EXPORTS)), st.integers(0, 2**32))
def test_a_harmed_file_over_the_whole_one_is_planned_taken_in_and_known_again(name: str, seed: int) -> None:
    user = UserStore(None, "0", FakeClock())
    user.lists.add("")
    importer = Importer(user, FakeClock())
    whole = importer.read(EXPORTS[name].data, name)
    importer.adopt(whole, importer.plan(whole))
    before = user.entries.all()
    file = importer.read(harmed(EXPORTS[name].text, seed), "harmed.csv")
    plan = importer.plan(file)
    assert [row.line for row in plan.rows] == [row.line for row in file.report.rows]
    answers = {change.about: change.options[seed % len(change.options)] for change in plan.changes}
    made = importer.adopt(file, plan, answers)
    again = importer.plan(file)
    assert again.count(RowState.NEW) == 0
    replaced = {about for about, answer in answers.items() if answer in {Answer.REPLACE, Answer.REPLACE_ALL}}
    assert not [change for change in again.asked if change.about in replaced and change.kind is ChangeKind.STATED]
    importer.turn(made, BatchState.UNDONE)
    assert user.entries.all() == before
    user.close()
