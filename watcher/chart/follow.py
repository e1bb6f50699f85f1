"""The rules of the view in slots: how narrow, how empty, what a new bar does, where zooming holds on."""

from __future__ import annotations

from dataclasses import dataclass

MIN_BARS = 10.0
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of slots; bar k covers k - 0.5 to k + 0.5."""

    first: float
    last: float

    @property
    def width(self) -> float:
        """Length in slots."""
        return self.last - self.first

    def moved(self, by: float) -> Span:
        """The same length, `by` slots to the right."""
        return Span(self.first + by, self.last + by)

    def holds(self, slot: float) -> bool:
        """Whether the middle of a slot is in sight."""
        return self.first <= slot <= self.last


class Camera:
    """Which slots are in view, and the rules by which that may change.

    `data` runs from the first to the last bar's slot; `home` is the view the range asked for.
    """

    def __init__(self) -> None:
        """Nothing to look at yet."""
        self.view = Span(-HALF, MIN_BARS - HALF)
        self.home = self.view
        self.data = Span(0.0, 0.0)
        self._from, self._future = 0.0, 0
        self._until: float | None = None

    @property
    def following(self) -> bool:
        """Whether the last bar is in sight, so that the view goes along with new ones."""
        return self.view.holds(self.data.last)

    @property
    def at_home(self) -> bool:
        """Whether the view is the range's own."""
        return self.view == self.home

    def show(self, first: float, last: float, future: int, view_from: float, until: float | None = None) -> None:
        """Take new data and look at the range's own view.

        It reaches from `view_from` to `future` slots past the last bar, or on towards `until` as far as no more than
        half of it is empty.
        """
        self.data = Span(first, last)
        self._from, self._future, self._until = view_from, future, until
        self.home = self.view = self._own()

    def keep_right(self, right: float) -> None:
        """Take the range's width, but end at slot `right`."""
        self.view = self._held(Span(right - self.home.width, right))

    def bar_appended(self, last: float) -> bool:
        """Note the new last bar; go along if the one before was in sight. Returns whether the view moved."""
        follow, step, before, at_home = self.following, last - self.data.last, self.view, self.at_home
        self.data = Span(self.data.first, last)
        self.home = self._own()
        if follow and step:
            self.view = self.home if at_home and self._until is not None else self.view.moved(step)
        return self.view != before

    def data_changed(self, first: float, last: float) -> None:
        """Note rebuilt data without moving the view."""
        self.data = Span(first, last)
        self.home = self._own()

    def pan(self, slots: float) -> None:
        """Move the view by slots (positive: towards later bars)."""
        self.view = self._held(self.view.moved(slots))

    def pan_from(self, start: Span, slots: float) -> None:
        """Move to where a view that began at `start` has been dragged by slots."""
        self.view = self._held(start.moved(slots))

    def zoom(self, factor: float, about: float) -> None:
        """Show 1/`factor` as many slots, the slot `about` staying where it is."""
        width = self._allowed(self.view.width / factor)
        share = (about - self.view.first) / self.view.width
        left = about - share * width
        self.view = self._held(Span(left, left + width))

    def to_now(self) -> None:
        """Bring the last bar back with the range's own room to its right, at the width there is."""
        width = self.view.width
        room = min(self.home.last - self.data.last, width * max(HALF, self._home_empty()))
        self.view = Span(self.data.last + room - width, self.data.last + room)

    def to_start(self) -> None:
        """Look at the first bars at the width there is."""
        left = self.data.first - HALF
        self.view = self._held(Span(left, left + self.view.width))

    def reset(self) -> None:
        """Back to the range's own view."""
        self.view = self.home

    def reach(self, slot: float, margin: float) -> None:
        """Widen the view to the left just so far that `slot` is in sight with a margin (both in slots)."""
        if slot - margin < self.view.first:
            self.view = Span(slot - margin, self.view.last)

    def look_at(self, slot: float) -> None:
        """Bring a slot out of sight into the middle, at the width there is."""
        if not self.view.holds(slot):
            self.view = self._held(self.view.moved(slot - (self.view.first + self.view.last) * HALF))

    def _own(self) -> Span:
        """The range's own view."""
        last, room = self.data.last, float(self._future)
        if self._until is not None:
            room = max(room, min(self._until - last, last - self._from))
        right = last + room + HALF
        return Span(min(self._from - HALF, right - MIN_BARS), right)

    def _home_empty(self) -> float:
        return max(0.0, (self.home.last - self.data.last - HALF) / self.home.width)

    def _allowed(self, width: float) -> float:
        bars = self.data.last - self.data.first + 1
        return min(max(width, MIN_BARS), max(2 * bars, self.home.width, MIN_BARS))

    def _held(self, span: Span) -> Span:
        """At most half of the view empty (or as much as the range itself leaves free)."""
        width = span.width
        most_right = self.data.last + HALF + width * max(HALF, self._home_empty())
        most_left = self.data.first - HALF - width * HALF
        left = min(span.first, most_right - width)
        left = max(left, most_left)
        return Span(left, left + width)
