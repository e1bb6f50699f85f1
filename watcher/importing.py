"""`watcher import`: reads users' files and says what is in them, without a window and without a display."""

from __future__ import annotations

import io
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication

from watcher import languages, resources
from watcher.cli import Arguments
from watcher.desk.import_files import contents
from watcher.domain.clock import Clock, SystemClock
from watcher.domain.intake import FileTrouble
from watcher.import_report import rendered
from watcher.intake.listings import Known
from watcher.intake.plain_values import of_report
from watcher.intake.read import read
from watcher.intake.report import Report
from watcher.paths import Paths
from watcher.storage.settings_file import load_settings, look_at_settings
from watcher.words import imports

STANDARD_INPUT = Path("-")
QUIET_S = 0.7  # a file that is read sooner needs no progress
UNDERSTOOD, NOT_UNDERSTOOD, STOPPED = 0, 1, 130  # the shell's number for what Ctrl+C ended


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was looked at: what was understood, or why it could not be read."""

    file: str  # as on the command line
    report: Report | None
    trouble: FileTrouble | None = None

    @property
    def understood(self) -> bool:
        """Whether there was a table in it."""
        return self.report is not None and self.report.kind is not None and self.trouble is None


def run(arguments: Arguments, clock: Clock | None = None) -> int:
    """Read the files and print what is in them.

    Returns:
        The exit status: 0 where a table was understood in every file, 1 where in one of them none was, 130 where the
        user stopped it.
    """
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    paths = Paths.for_profile(arguments.profile) if arguments.profile else Paths.default()
    translators = languages.install(application, _language(paths))
    try:
        return Command(arguments, clock or SystemClock()).run()
    except KeyboardInterrupt:
        sys.stderr.write("\n" + imports.stopped_sentence() + "\n")
        return STOPPED
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_UNDERSTOOD
    finally:
        for translator in translators:
            application.removeTranslator(translator)


class Command:
    """One run of the command."""

    def __init__(self, arguments: Arguments, clock: Clock) -> None:
        """Do what `arguments` ask for; `clock` tells when progress is worth a line."""
        self._arguments = arguments
        self._clock = clock
        self._known = Known.of(resources.load_families(), resources.load_instruments().values())

    def run(self) -> int:
        """Read every file, and tell of each as soon as it is read; the exit status."""
        _make_printable(as_json=self._arguments.as_json)
        status = UNDERSTOOD
        for path in self._arguments.files:
            found = self._look(path)
            if not found.understood:
                status = NOT_UNDERSTOOD
            self._tell(found)
        if not self._arguments.as_json:
            sys.stderr.write(imports.nothing_written_sentence() + "\n")
        return status

    def _look(self, path: Path) -> Found:
        name = str(path)
        content = contents(path, sys.stdin.buffer if path == STANDARD_INPUT else None)
        if isinstance(content, FileTrouble):
            return Found(name, None, content)
        progress = _Progress(name, self._clock, sys.stderr)
        try:
            report = read(content, path.name, known=self._known, progress=progress.told)
        finally:
            progress.clear()
        return Found(name, report, None if content else FileTrouble.EMPTY)

    def _tell(self, found: Found) -> None:
        if self._arguments.as_json:
            sys.stdout.write(json.dumps(of_report(found.file, found.report), ensure_ascii=False) + "\n")
        elif found.understood and found.report is not None:
            sys.stdout.write(rendered(found.file, found.report) + "\n")
        if found.trouble is not None:
            sys.stderr.write(imports.trouble_sentence(found.file, found.trouble) + "\n")
        elif found.report is not None and not found.understood:
            tried = found.report
            said = imports.no_table_sentence(found.file, tried.encoding, tried.delimiter, tried.lines)
            sys.stderr.write(said + "\n")
        sys.stdout.flush()


def _language(paths: Paths) -> str:
    """The language that the user chose, "" for the system's; a damaged file is left for the window to tell of."""
    return "" if look_at_settings(paths.settings_file) else load_settings(paths.settings_file)[0].language


def _make_printable(*, as_json: bool) -> None:
    """Have every text printed, whatever the terminal can show; JSON is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if as_json and stream is sys.stdout:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            else:
                stream.reconfigure(errors="backslashreplace")


class _Progress:
    """One line on a terminal that tells how far a large file is read; silent elsewhere."""

    def __init__(self, name: str, clock: Clock, stream: TextIO) -> None:
        self._name = name
        self._clock = clock
        self._stream = stream if stream.isatty() else None
        self._since = clock.monotonic()
        self._width = 0

    def told(self, done: int, total: int) -> bool:
        """Show it, no more often than can be read; reading goes on."""
        now = self._clock.monotonic()
        if self._stream is not None and now - self._since >= QUIET_S:
            self._since = now
            text = imports.progress_line(self._name, done, total)
            self._stream.write("\r" + text.ljust(self._width))
            self._stream.flush()
            self._width = len(text)
        return True

    def clear(self) -> None:
        """Take the line away."""
        if self._stream is not None and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0
