"""Keeps the garbage collector from walking through a growing list of rows again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LARGE = 20_000  # lines from which it is worth it: a third of the time at 100 000
RARELY = 200_000  # new objects between two collections meanwhile


@contextmanager
def seldom(lines: int) -> Iterator[None]:
    """Let collections be rare while a large file of so many lines is read; nothing is changed for a small one."""
    young, *older = gc.get_threshold()
    if lines < LARGE or not 0 < young < RARELY:
        yield
        return
    gc.set_threshold(RARELY, *older)
    try:
        yield
    finally:
        gc.set_threshold(young, *older)
