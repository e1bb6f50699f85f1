"""A bar's volume from the day's cumulative volume, counted once however quotes and history come."""

from __future__ import annotations

from watcher.domain.bars import Interval


class VolumeCount:
    """Turns `day_volume` into the volume of the current bar.

    A bar's volume is the day's volume now less that at the bar's start (`_base`). A bar that opens its session starts
    at nothing, surely. For others the base is the last volume heard before, or reckoned back from what the bar already
    holds; trades nobody heard of may then be missing or be those of the bar before, so history overrules the count.
    """

    def __init__(self, interval: Interval) -> None:
        """Count for bars of `interval`."""
        self._daily = interval is Interval.D1
        self._intraday = interval.intraday
        self._day: int | None = None
        self._seen: float | None = None  # newest cumulative volume of `_day`
        self._base: float | None = None
        self._sure = False

    def enter(self, day: int, held: float, *, opening: bool, appended: bool) -> None:
        """Go to another bar or session.

        Args:
            day: daily key of the session.
            held: the volume the bar has already.
            opening: whether the bar opens its session.
            appended: whether the bar is new.
        """
        same_day = day == self._day
        followed = self._day is not None
        if not same_day:
            self._day, self._seen = day, None
        if self._daily or (opening and self._intraday):
            self._base, self._sure = 0.0, True
        elif self._intraday:
            if appended:
                self._base, self._sure = (self._seen if same_day else None), False
        elif appended:
            self._base, self._sure = 0.0, opening
        elif not same_day:
            self._base, self._sure = (-held if followed else None), False

    def count(self, day_volume: float, held: float) -> float:
        """The bar's volume once the day's is `day_volume`.

        Args:
            day_volume: cumulative volume of the session.
            held: the bar's volume so far; it never falls.
        """
        if self._seen is not None and day_volume < self._seen:
            return held  # another route that lags
        self._seen = day_volume
        if self._base is None:
            self._base, self._sure = day_volume - held, False
        return max(held, day_volume - self._base)

    def reconcile(self, past: float, live: float) -> float:
        """The bar's volume when history gives `past` for it and quotes gave `live`; neither is added to the other."""
        if self._sure:
            return max(past, live)
        together = past if past > 0 else live
        if self._seen is not None:
            self._base = self._seen - together
        return together

    def forget_bar(self) -> None:
        """The last bar is another one now, taken from history: reckon its base back at the next quote."""
        self._base, self._sure = None, False
        if self._daily:
            self._base, self._sure = 0.0, True
