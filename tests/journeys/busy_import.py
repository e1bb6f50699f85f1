"""Run by a test as a process of its own: takes a large file in and back again, over and over, until it is killed.

Each line it prints tells of a step that is done.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fakes import FakeClock
from watcher.desk.import_lists import ListTarget
from watcher.desk.importer import Importer
from watcher.domain.batch import BatchState
from watcher.storage.user_store import UserStore

ROWS = 4000
HEAD = "Date,Type,ISIN,Quantity,Price,Currency\n"


def content() -> bytes:
    """The file."""
    rows = (f"2025-01-{1 + n % 28:02},Buy,US01609W1027,{n},101.30,EUR\n" for n in range(1, ROWS + 1))
    return (HEAD + "".join(rows)).encode()


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def told(done: int, _total: int) -> bool:
    say(f"staged {done}")
    return True


@contextmanager
def opened(path: Path) -> Iterator[tuple[UserStore, Importer]]:
    user = UserStore(path, "0", FakeClock())
    yield user, Importer(user, FakeClock())
    user.close()


def main() -> None:
    with opened(Path(sys.argv[1])) as (user, importer):
        if not user.lists.was_kept():
            user.lists.add("")
        importer.sweep()
        for batch in user.batches.all():
            importer.forget(batch.id)
        file = importer.read(content(), "large.csv")
        while True:
            plan = importer.plan(file)
            say("planned")
            made = importer.adopt(file, plan, target=ListTarget(), progress=told)
            say("adopted")
            importer.turn(made, BatchState.UNDONE)
            say("undone")
            importer.forget(made.batch)


if __name__ == "__main__":
    main()
