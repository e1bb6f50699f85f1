from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import berlin
from watcher.domain.event import Category, Event, EventOrigin, Precision, When
from watcher.domain.headlines import clean_link, known_from, looks_reported, merge, same_address

NOON = berlin(2026, 2, 2, 12)


def a_headline(
    title: str,
    *,
    event_id: str = "",
    at: datetime = NOON,
    link: str = "",
    by: str = "Reuters",
    origin: EventOrigin = EventOrigin.FEED,
) -> Event:
    return Event(
        id=event_id or f"feed-{title}-{at:%d%H%M}-{by}",
        symbols=("BABA",),
        category=Category.OTHER,
        origin=origin,
        headline=title,
        known=When(Precision.MINUTE, at.date(), at.date(), at),
        published=at,
        reported_by=(by,),
        link=link,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.com/a/b?utm_source=x&id=7#top", "https://example.com/a/b/?id=7"),
        ("https://finance.example.com/news/x.html?.tsrc=rss", "https://finance.example.com/news/x.html"),
        ("http://m.example.com/x?b=2&a=1&fbclid=9", "https://example.com/x?a=1&b=2"),
    ],
)
def test_tracking_parts_make_no_other_address(one: str, other: str) -> None:
    assert same_address(one) == same_address(other) != ""


def test_parts_that_name_the_page_are_kept() -> None:
    assert same_address("https://example.com/read?id=7") != same_address("https://example.com/read?id=8")
    assert clean_link("HTTPS://Example.com/Read?id=7&utm_medium=mail#x") == "https://example.com/Read?id=7"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.com/x", "", "https://", "http://[x"]
)
def test_only_web_addresses_are_links(link: str) -> None:
    assert clean_link(link) == ""


@given(st.text())
def test_no_address_breaks_the_cleaning(text: str) -> None:
    clean_link(text)
    same_address(text)


def test_the_same_id_or_address_is_one_card() -> None:
    first = a_headline("Alibaba opens a new data centre in Munich", event_id="a", link="https://x.com/1?utm_source=a")
    by_id = a_headline("Alibaba opens data centre", event_id="a", by="dpa")
    by_address = a_headline("Munich gets data centre", event_id="c", link="https://x.com/1#r", by="AFP")
    (card,) = merge((first,), (by_id, by_address))
    assert card.id == "a"
    assert card.reported_by == ("Reuters", "dpa", "AFP")
    assert card.link == "https://x.com/1"


def test_near_equal_titles_within_three_days_are_one_card() -> None:
    one = a_headline("Alibaba unveils new Qwen model for coding agents")
    other = a_headline("Alibaba Unveils New Qwen Model for Coding Agents", by="dpa", at=NOON + timedelta(days=1))
    assert len(merge((one,), (other,))) == 1
    assert len(merge((one,), (replace(other, published=NOON + timedelta(days=4)),))) == 2


def test_titles_that_differ_in_a_number_are_two_cards() -> None:
    one = a_headline("Alibaba shares fall 3% in Hong Kong trading today")
    other = a_headline("Alibaba shares fall 5% in Hong Kong trading today", by="dpa")
    assert len(merge((), (one, other))) == 2


def test_a_bundled_event_is_not_swallowed_by_a_headline_that_sounds_like_it() -> None:
    bundled = a_headline("Qwen3-Max-Thinking introduced", origin=EventOrigin.BUNDLED, event_id="b")
    assert len(merge((bundled,), (a_headline("Qwen3-Max-Thinking introduced"),))) == 2


def test_cards_come_newest_first_and_undated_ones_last() -> None:
    old = a_headline("Old", at=NOON - timedelta(days=2))
    new = a_headline("New")
    undated = replace(a_headline("Undated"), known=None, published=None)
    assert [e.headline for e in merge((old, undated), (new,))] == ["New", "Old", "Undated"]


@given(
    st.lists(
        st.sampled_from(["Alpha beta gamma delta one", "Alpha beta gamma delta two", "Other story altogether here"])
    )
)
def test_merging_what_is_merged_changes_nothing(titles: list[str]) -> None:
    once = merge((), [a_headline(t, event_id=str(i)) for i, t in enumerate(titles)])
    assert merge(once, once) == once


def test_a_headline_is_not_shown_before_it_was_published() -> None:
    assert known_from(a_headline("x")) == NOON


def test_a_span_is_known_from_its_last_day_and_an_own_note_at_once() -> None:
    span = replace(a_headline("x"), known=When(Precision.SPAN, date(2026, 1, 20), date(2026, 1, 31)), published=None)
    assert known_from(span) == datetime(2026, 1, 31, tzinfo=UTC)
    assert known_from(replace(span, origin=EventOrigin.USER)) is None


@pytest.mark.parametrize(
    ("title", "reported"),
    [
        ("Alibaba quarterly revenue beats as cloud grows", True),
        ("Sample: December quarter results published, revenue of CNY 284.8 bn", True),
        ("Alibaba Q3 earnings: five takeaways", True),
        ("Alibaba: Umsatz steigt im Quartal", True),
        ("Alibaba to report results next week", False),
        ("What to expect from Alibaba earnings", False),
        ("Alibaba results date confirmed", False),
        ("Sample: The days named for the figures have passed, nothing was published", False),
        ("Sample: A new day is named for the figures, 19 March", False),
        ("Alibaba opens a data centre", False),
    ],
)
def test_a_headline_asks_only_if_it_sounds_as_if_results_were_out(title: str, reported: bool) -> None:
    assert looks_reported(title) is reported


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Alibaba stock rises after cloud revenue beats estimates",
            "Alibaba stock falls after cloud revenue beats estimates",
        ),
        (
            "Alibaba upgraded to buy at Morgan Stanley on cloud growth",
            "Alibaba downgraded to buy at Morgan Stanley on cloud growth",
        ),
    ],
)
def test_opposite_stories_stay_two(one: str, other: str) -> None:
    assert len(merge((), (a_headline(one), a_headline(other)))) == 2


def test_a_publishers_front_page_is_no_address_of_a_story() -> None:
    front = "https://wire.example/"
    one, other = a_headline("Cloud unit opens in Munich", link=front), a_headline("Results on Thursday", link=front)
    assert len(merge((), (one, other))) == 2
