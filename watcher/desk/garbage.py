"""Has cyclic garbage collected on the GUI thread alone.

Python collects on whichever thread happens to allocate. Where a worker collects a dead widget or timer, Qt takes it
down on the wrong thread: it warns ("Timers cannot be stopped from another thread"), leaves the timer running, or
crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer

ROUND_MS = 1000
SETTLED = 30  # rounds after which everything that stays for good has been imported and built
OLD_EVERY = 600  # rounds between two looks through everything
BULK = 100_000  # new objects at once (the rows of a large file) that are not worth looking through while young


class Garbage(QObject):
    """While open, no thread collects by itself; a round a second on the thread of this object does."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin; to be made on the GUI thread."""
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._rounds = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(ROUND_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Do one round: what is young when there is enough of it, everything once in a long while."""
        self._rounds += 1
        if self._rounds == SETTLED:
            gc.collect()
            gc.freeze()  # modules and their like: from now on a look through everything leaves them out
        elif self._rounds % OLD_EVERY == 0:
            gc.collect()
        else:
            collect_young()

    def close(self) -> None:
        """Let Python collect as it did before; closing twice is nothing."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()


def collect_young() -> None:
    """Collect the generations that have grown past Python's own thresholds, the oldest left out."""
    young, middle, _ = gc.get_count()
    limits = gc.get_threshold()
    if young > BULK:
        gc.freeze()
        gc.unfreeze()  # to the oldest generation, without looking at any
    elif middle > limits[1]:
        gc.collect(1)
    elif young > limits[0]:
        gc.collect(0)
