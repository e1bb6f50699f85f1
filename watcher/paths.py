"""Where the program keeps its files: settings, databases, cache and log."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path

from platformdirs import PlatformDirs

NAME = "watcher"


@dataclass(frozen=True, slots=True)
class Paths:
    """The four folders of a profile; none of them need exist, whoever writes makes his own."""

    config: Path
    data: Path
    cache: Path
    state: Path

    @classmethod
    def default(cls) -> Paths:
        """The folders that the system has for this user and program."""
        dirs = PlatformDirs(NAME, appauthor=False)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path)

    @classmethod
    def for_profile(cls, folder: Path) -> Paths:
        """All four below one folder, which may be relative to the working folder or begin with `~`."""
        root = folder.expanduser().resolve()
        return cls(root / "config", root / "data", root / "cache", root / "state")

    @property
    def settings_file(self) -> Path:
        """The settings, readable JSON."""
        return self.config / "settings.json"

    @property
    def user_db(self) -> Path:
        """What the user made and the program learned; its copies lie in `backups` beside it."""
        return self.data / "user.sqlite"

    @property
    def lock_file(self) -> Path:
        """Says which process owns the user's data."""
        return self.data / "owner.lock"

    @property
    def market_db(self) -> Path:
        """What can be fetched again."""
        return self.cache / "market.sqlite"

    @property
    def log_file(self) -> Path:
        """The log; older parts carry .1, .2 and so on."""
        return self.state / "watcher.log"

    @property
    def socket_name(self) -> str:
        """The local name by which a second start finds the first; another for every user and profile."""
        return f"{NAME}-{blake2s(str(self.data).encode(), digest_size=8).hexdigest()}"
