"""What the list of past windows says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.fakes_cards import BERLIN, Q3, report, window
from watcher.domain.release import PastRelease, ReleaseBook
from watcher.words import past_releases as say

TODAY = date(2026, 11, 23)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_what_became_of_18_and_19_february() -> None:
    line = say.past_sentence(PastRelease(Q3, window(), report=report()), 3, TODAY)
    assert plain(line) == (
        "December quarter 2025 (Q3 FY2026): expected 18 \u2013 19 Feb, reported 19 Mar 2026, 28 days later"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 20), "1 day later"),
        (date(2026, 2, 19), "as expected"),
        (date(2026, 2, 18), "as expected"),
        (date(2026, 2, 17), "1 day earlier"),
        (date(2026, 2, 10), "8 days earlier"),
    ],
)
def test_how_late_it_was(day: date, words: str) -> None:
    assert say.lateness(PastRelease(Q3, window(), report=report(day))) == words


def test_a_gap_is_not_known_here() -> None:
    reported = say.past_sentence(PastRelease(Q3, None, report=report()), 3, TODAY)
    assert "expected date not known here, reported" in reported
    expected = say.past_sentence(PastRelease(Q3, window()), 3, TODAY)
    assert plain(expected).endswith("expected 18 \u2013 19 Feb 2026, report not known here")


def test_a_quarter_of_which_nothing_is_known_is_there_all_the_same() -> None:
    assert say.past_sentence(PastRelease(Q3, None), 3, TODAY) == "December quarter 2025 (Q3 FY2026): not known here"


def test_a_window_ahead_lacks_nothing_yet() -> None:
    line = plain(say.past_sentence(PastRelease(Q3, window()), 3, date(2026, 2, 1)))
    assert line.endswith("expected 18 \u2013 19 Feb 2026 (estimated)")


def test_a_moved_window_and_the_figures_are_told() -> None:
    moved = window(date(2026, 3, 19), date(2026, 3, 19), learned=datetime(2026, 3, 5, tzinfo=UTC))
    text = plain(say.past_details(PastRelease(Q3, window(), (moved,), report()), BERLIN))
    assert text == "moved to 19 Mar, learned 5 Mar · revenue 284.8 bn CNY · From the bundled record"


def test_results_of_no_known_quarter_are_just_results() -> None:
    assert say.past_sentence(PastRelease(None, window(), report=report()), 3, TODAY).startswith("Results: ")


def test_bundled_knowledge_says_where_it_ends() -> None:
    assert plain(say.known_to_line(ReleaseBook("a", 3, known_to=date(2026, 5, 13)))).startswith("Known to 13 May 2026")
    assert "not known here" in say.known_to_line(ReleaseBook("symbol:SAP.DE", 12))
