"""What the storage tests share: a clock that stands, another process, and damage done to a file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class StandingClock:
    """Stands where it is set."""

    def __init__(self, now: datetime = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return 0.0

    def pass_days(self, days: float) -> None:
        self.time += timedelta(days=days)


@contextmanager
def another_process(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run a Python program in a process of its own; whatever is left of it at the end is killed."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    """The next line the process says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def overwrite(path: Path, start: int, length: int) -> None:
    """Put rubbish into a file's middle."""
    content = bytearray(path.read_bytes())
    content[start : start + length] = b"\xa5" * length
    path.write_bytes(bytes(content[: max(len(content), start)]))
