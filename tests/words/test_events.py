"""What cards say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.fakes_cards import ARTICLE, BERLIN, NEWS, event
from watcher.domain.event import Annotation, Card, Category, Event, EventOrigin, Precision, When
from watcher.domain.settings import EventView
from watcher.words import events as say
from watcher.words.spans import span


def card(of: Event, **made: bool | str) -> Card:
    return Card(of, Annotation(of.id, **made))  # type: ignore[arg-type]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


JAN = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (When(Precision.DAY, date(2026, 1, 29), date(2026, 1, 29)), "Thu 29 Jan 2026"),
        (When(Precision.SPAN, date(2026, 1, 21), date(2026, 1, 31)), "late January 2026"),
        (When(Precision.SPAN, date(2026, 1, 1), date(2026, 1, 10)), "early January 2026"),
        (When(Precision.SPAN, date(2026, 1, 11), date(2026, 1, 20)), "mid-January 2026"),
        (When(Precision.SPAN, date(2026, 1, 5), date(2026, 1, 27)), "5 \u2013 27 Jan 2026"),
        (When(Precision.SPAN, date(2026, 1, 28), date(2026, 1, 29)), "28 \u2013 29 Jan 2026"),
        (When(Precision.SPAN, date(2026, 1, 28), date(2026, 2, 3)), "28 Jan \u2013 3 Feb 2026"),
        (When(Precision.MONTH, JAN, date(2026, 1, 31)), "January 2026"),
        (When(Precision.MINUTE, JAN, JAN, datetime(2026, 1, 29, 13, 30, tzinfo=UTC)), "Thu 29 Jan 2026 14:30"),
        (None, "not dated"),
    ],
)
def test_a_time_is_no_more_exact_than_it_is_known(time: When | None, words: str) -> None:
    assert plain(say.when(time, BERLIN)) == words


def test_a_span_over_the_year_names_both_years() -> None:
    assert plain(span(date(2025, 12, 30), date(2026, 1, 2))) == "30 Dec 2025 \u2013 2 Jan 2026"


def test_the_dim_line_tells_day_subject_and_who_told_it() -> None:
    assert plain(say.meta_line(card(ARTICLE[0]), BERLIN)) == "Thu 29 Jan 2026 · Deal · newswires"
    assert plain(say.meta_line(card(NEWS[0]), BERLIN)) == "Fri 30 Jan 2026 16:02 · Newswire"


def test_what_the_sample_made_up_is_called_simulated() -> None:
    made_up = event("x", "New date", date(2026, 3, 5), Category.EARNINGS, EventOrigin.SIMULATED)
    assert "simulated" in say.meta_line(card(made_up), BERLIN)


def test_a_selected_card_tells_when_it_happened_became_known_and_all_who_reported_it() -> None:
    assert [plain(line) for line in say.detail_lines(card(ARTICLE[0]), BERLIN)] == [
        "Happened: late January 2026",
        "Became known: Thu 29 Jan 2026",
        "Reported by: newswires, the article of 1 Feb 2026",
    ]


def test_a_screen_reader_hears_note_star_and_unread() -> None:
    heard = say.spoken(card(NEWS[0], starred=True, note="mine"), BERLIN, unread=True)
    assert heard.endswith("Your note: mine. starred. unread")


def test_a_folded_day_counts() -> None:
    assert plain(say.fold_line(date(2026, 1, 30), 1)) == "Fri 30 Jan 2026 · 1 headline"
    assert plain(say.fold_line(date(2026, 1, 30), 12)) == "Fri 30 Jan 2026 · 12 headlines"


def test_every_view_has_a_word_for_being_empty_and_every_subject_a_name() -> None:
    assert all(say.nothing_in_view(view.value) for view in EventView)
    assert all(say.category_name(category) for category in Category)
    assert say.nothing_found("deal") == "No “deal” in this view."


def test_chips_and_unread_count() -> None:
    assert (say.headlines_chip(0), say.headlines_chip(31)) == ("Headlines", "Headlines 31")
    assert [say.unread_line(n) for n in (0, 1, 2)] == ["", "1 unread", "2 unread"]
