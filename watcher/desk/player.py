"""Plays the sample: its clock, its speed, and the moments of its story, with everything between them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from watcher.desk.background import Background
from watcher.desk.scheduler import Scheduler
from watcher.domain.clock import SimulatedClock
from watcher.domain.instrument import Facts
from watcher.domain.quote import Quote
from watcher.feeds.sample import SampleMarket, load_story

FRAME_MS = 250  # at normal speed; the sample ticks three times a second
FAST_FRAME_MS = 100
SPEEDS = (1, 60, 600)
LEAPS = 6  # frames in which closed hours pass, above normal speed
EVERY_TICK = timedelta(0)
LATE = timedelta(minutes=1)  # a frame so late is thinned at any speed
FINEST_JUMP = timedelta(minutes=1)
JUMP_STEPS = 240  # a jump is thinned to so many steps, each with its extremes
CHUNK = timedelta(days=1)  # the clock goes along with what is played, a day at a time
FACTS_EVERY = timedelta(minutes=15)  # session time between two looks at the slow figures
SETTLED = timedelta(seconds=3)  # after the start; then what jumps need is made ahead of time
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the story that can be gone to: its key and its instant (aware UTC)."""

    key: str
    at: datetime


MOMENTS: tuple[Moment, ...] = tuple(Moment(row.key, row.at.astimezone(UTC)) for row in load_story().moment)


class PlayedMarket(Protocol):
    """What the player needs of the one door for quotes."""

    def accept(self, quotes: Sequence[Quote]) -> None:
        """Take quotes, oldest first."""
        ...

    def reset(self) -> None:
        """Forget every price: time went back."""
        ...

    def refresh(self) -> None:
        """Ask for everything shown anew."""
        ...

    def hush(self) -> None:
        """Show nothing of what is played until `speak`."""
        ...

    def speak(self) -> None:
        """Show it."""
        ...

    def tell_changes(self) -> None:
        """Show prices now, without waiting for the next frame."""
        ...

    def take_facts(self, facts: Iterable[Facts]) -> None:
        """Take over the slow figures."""
        ...


class SamplePlayer(QObject):
    """Brings the sample's quotes to the market as the session's clock goes; nobody else moves that clock."""

    changed = Signal()  # playing, speed or time was set

    def __init__(
        self,
        clock: SimulatedClock,
        scheduler: Scheduler,
        background: Background,
        market: PlayedMarket,
        source: SampleMarket,
        selected: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Stand ready; nothing is played before `start`.

        Args:
            clock: the session's, at the first moment.
            scheduler: told whenever the clock is set.
            background: where what jumps need is made ahead of time.
            market: takes the quotes.
            source: gives them.
            selected: the selected symbol; above normal speed its closed hours are passed over.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._clock = clock
        self._scheduler = scheduler
        self._background = background
        self._market = market
        self._source = source
        self._selected = selected
        self._played = clock.now()
        self._leap: tuple[datetime, timedelta] | None = None  # where closed hours end, and how far a frame goes
        self._begun = 0  # how often the story was begun: figures from before the last time are of the future
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.show_frame)
        scheduler.every(FACTS_EVERY, self._look_up_facts)

    @property
    def playing(self) -> bool:
        """Whether session time runs."""
        return self._clock.running

    @property
    def speed(self) -> int:
        """Session seconds a second, whether or not it plays."""
        return round(self._clock.speed)

    def start(self) -> None:
        """Bring the first prices and play."""
        self._begin(self._clock.now())
        self._set_timer()
        self._look_up_facts()
        self._scheduler.at(self._clock.now() + SETTLED, self._prepare)

    def close(self) -> None:
        """Play nothing any more."""
        self._timer.stop()

    @Slot()
    def play(self) -> None:
        """Let time run."""
        self._clock.play()
        self._clock_set()

    @Slot()
    def pause(self) -> None:
        """Let time stand."""
        self.show_frame()
        self._clock.pause()
        self._clock_set()

    def set_speed(self, speed: int) -> None:
        """Run 1, 60 or 600 session seconds a second; above 1 closed hours pass in under a second.

        Raises:
            ValueError: for another speed.
        """
        if speed not in SPEEDS:
            raise ValueError(speed)
        self.show_frame()
        self._leap = None
        self._clock.set_speed(speed)
        self._clock_set()

    def jump(self, moment: Moment) -> None:
        """Go to a moment: forward by playing what lies between, thinned to its extremes; back from the start."""
        self._market.hush()
        try:
            if moment.at < self._clock.now():
                self._clock.jump(MOMENTS[0].at)  # before the market asks anew, lest it be told what is still to come
                self._market.reset()
                self._begin(MOMENTS[0].at)
            self._leap = None
            self._play_to(moment.at)
            self._market.refresh()
        finally:
            self._market.speak()
        self._look_up_facts()
        self._clock_set()
        self._market.tell_changes()  # with chart and countdown: no price of before under the moment's name

    @Slot()
    def show_frame(self) -> None:
        """Bring what was traded since the last frame."""
        if not self.playing:
            return
        now = self._clock.now()
        if self.speed > 1 and self._pass_closed_hours(now):
            return
        since = now - self._played
        self._bring(now, EVERY_TICK if self.speed == 1 and since < LATE else since)

    def _begin(self, at: datetime) -> None:
        """Bring the last price of everything at `at`."""
        self._begun += 1
        self._played = at
        self._market.accept(self._source.last_quotes())

    def _bring(self, until: datetime, step: timedelta) -> None:
        if until <= self._played:
            return
        quotes = self._source.quotes_between(self._played, until, step)
        self._played = until
        if quotes:
            self._market.accept(quotes)

    def _play_to(self, at: datetime) -> None:
        step = max(FINEST_JUMP, (at - self._played) / JUMP_STEPS)
        while self._played < at:
            until = min(self._played + CHUNK, at)
            self._clock.jump(until)
            self._bring(until, step)

    def _pass_closed_hours(self, now: datetime) -> bool:
        """Move the clock on by a leap while the selected market is shut; whether it did."""
        opens = self._source.closed_until(self._selected(), now)
        if opens is None:
            self._leap = None
            return False
        if self._leap is None or self._leap[0] != opens:
            self._leap = (opens, (opens - now) / LEAPS)
        target = min(opens, now + self._leap[1])
        self._clock.jump(target)
        self._bring(target, self._leap[1])
        self._scheduler.clock_changed()
        return True

    def _clock_set(self) -> None:
        self._set_timer()
        self._scheduler.clock_changed()
        self.changed.emit()

    def _set_timer(self) -> None:
        if self.playing:
            self._timer.start(FRAME_MS if self.speed == 1 else FAST_FRAME_MS)
        else:
            self._timer.stop()

    def _look_up_facts(self) -> None:
        self._background.run(self._source.facts, partial(self._take_facts, self._begun), _not_prepared, lane="sample")

    def _take_facts(self, begun: int, facts: Sequence[Facts]) -> None:
        if begun == self._begun:
            self._market.take_facts(facts)

    def _prepare(self) -> None:
        self._background.run(partial(self._source.warm, MOMENTS[-1].at), _nothing, _not_prepared, lane="sample")


def _nothing(_: None) -> None:
    pass


def _not_prepared(error: Exception) -> None:
    log.warning("the sample could not be prepared: %s", error)
