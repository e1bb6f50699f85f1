"""The log: one rotating file in the state folder, which never stands in the way of the program."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler

from watcher.paths import Paths

LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
SIZE = 1_000_000  # bytes a file
KEPT = 3  # older files
TALKATIVE = ("websockets", "urllib3", "peewee", "asyncio", "curl_cffi")
_ours: list[logging.Handler] = []


class _QuietFile(RotatingFileHandler):
    """A log file that gives up in silence: a full disk must not fill the terminal with tracebacks."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the base class's name
        """Let the record go."""


class _ExpectedFailures(logging.Filter):
    """Drops what yfinance reports as errors in the ordinary course; our own log says what came of it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep everything but yfinance's own talk below CRITICAL."""
        return record.levelno >= logging.CRITICAL or record.name.partition(".")[0] != "yfinance"


def start_logging(paths: Paths, *, verbose: bool = False) -> bool:
    """Log to the profile's file from now on; a second call replaces the first.

    Args:
        paths: whose log file to write.
        verbose: also write to standard error, and everything down to DEBUG, the libraries' own talk included.

    Returns:
        Whether the file can be written; where it cannot, the program runs without.
    """
    stop_logging()
    level = logging.DEBUG if verbose else logging.INFO
    written = True
    handlers: list[logging.Handler] = []
    try:
        paths.log_file.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(_QuietFile(paths.log_file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8"))
    except OSError:
        written = False
    if verbose and sys.stderr is not None:  # a windowed start on Windows has none
        handlers.append(logging.StreamHandler())
    root = logging.getLogger()
    for handler in handlers or [logging.NullHandler()]:
        handler.setFormatter(logging.Formatter(LINE))
        if not verbose:
            handler.addFilter(_ExpectedFailures())
        root.addHandler(handler)
        _ours.append(handler)
    root.setLevel(level)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.DEBUG if verbose else logging.WARNING)
    return written


def stop_logging() -> None:
    """Close what `start_logging` opened."""
    root = logging.getLogger()
    while _ours:
        handler = _ours.pop()
        root.removeHandler(handler)
        handler.close()
