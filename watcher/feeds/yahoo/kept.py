"""Where yfinance keeps its cookie between two runs, and how to get rid of one that it stumbles over."""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path

FILE = "cookies.db"

_log = logging.getLogger(__name__)


class KeptCookie:
    """The folder of yfinance's caches; a damaged cookie in it would stop every call for ever."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when needed; where that cannot be, a temporary one takes its place."""
        self._folder = folder

    def settle(self) -> None:
        """Tell yfinance the folder; to be called before its first request."""
        import yfinance

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            writable = os.access(self._folder, os.W_OK)
        except OSError as error:
            _log.warning("no cache in %s: %r", self._folder, error)
            writable = False
        if not writable:  # without any cache it would ask for a new cookie at each call
            self._folder = Path(tempfile.mkdtemp(prefix="watcher-"))
        yfinance.set_tz_cache_location(str(self._folder))

    def throw_away(self) -> None:
        """Remove the cookie, so that the next call asks for a new one."""
        import yfinance
        from yfinance import cache

        yfinance.set_tz_cache_location(str(self._folder))  # closes the file
        cache._CookieCacheManager._Cookie_cache = None  # noqa: SLF001 - it has no public way to begin anew
        for path in self._folder.glob(FILE + "*"):
            try:
                path.unlink()
            except OSError as error:
                _log.warning("cookie not removed: %r", error)
