"""Who owns a profile, also after a kill."""

from __future__ import annotations

import signal
from pathlib import Path

from tests import fakes_start
from watcher.profile_lock import ProfileLock

OWNER = """
import signal, sys
from pathlib import Path
from watcher.profile_lock import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
signal.pause()
"""


def test_a_profile_has_one_owner(tmp_path: Path) -> None:
    path = tmp_path / "data" / "owner.lock"
    first, second = ProfileLock(path), ProfileLock(path)
    assert first.take()
    assert not second.take()
    assert first.owner
    second.release()  # what is not owned is not given away
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_the_lock_of_a_killed_process_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "owner.lock"
    owner = fakes_start.script(tmp_path, OWNER, str(path))
    assert owner.stdout is not None
    assert owner.stdout.readline() == "True\n"
    lock = ProfileLock(path)
    assert not lock.take()
    owner.send_signal(signal.SIGKILL)
    owner.communicate(timeout=fakes_start.WITHIN_S)
    assert lock.take()
    lock.release()


def test_where_no_lock_can_be_made_the_databases_tell_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert ProfileLock(tmp_path / "file" / "data" / "owner.lock").take()
