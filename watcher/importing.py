"""`watcher import`: reads users' files, says what is in them and takes them in; needs no window and no display."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication

from watcher import languages, resources
from watcher.cli import Arguments
from watcher.desk.import_files import contents
from watcher.desk.importer import ReadFile
from watcher.desk.listing_resolver import ListingResolver
from watcher.domain.clock import Clock, SystemClock
from watcher.domain.errors import StalePlanError, StoreError
from watcher.domain.intake import FileTrouble
from watcher.feeds.budget import Priority, RequestBudget
from watcher.feeds.source import Sources
from watcher.import_report import rendered
from watcher.intake.finding import wanted_of, with_listings
from watcher.intake.listings import Known, Resolved
from watcher.intake.plain_values import of_report
from watcher.intake.read import read
from watcher.intake.report import Report
from watcher.live_sources import ask_yahoo
from watcher.log import start_logging, stop_logging
from watcher.paths import Paths
from watcher.profile_import import ProfileImport, Taken
from watcher.profile_lock import ProfileLock
from watcher.single_instance import hand_over
from watcher.storage.market_store import MarketStore
from watcher.storage.settings_file import load_settings, look_at_settings
from watcher.words import imports
from watcher.words.feeds import feed_fact
from watcher.words.stores import user_store_text

STANDARD_INPUT = Path("-")
QUIET_S = 0.7  # a file that is read sooner needs no progress
PATIENCE_MS = 20_000  # for another command that is writing
GOOD, LACKING, STOPPED = 0, 1, 130  # the shell's number for what Ctrl+C ended

OpenSources = Callable[[RequestBudget], Sources]


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was looked at: its bytes and what was understood, or why it could not be read."""

    file: str  # as on the command line
    data: bytes = b""
    report: Report | None = None
    trouble: FileTrouble | None = None
    listings: Mapping[str, Resolved] | None = None  # what was asked for, by the identity's key

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.file).name

    @property
    def has_path(self) -> bool:
        """Whether another process can open it."""
        return self.file != str(STANDARD_INPUT) and Path(self.file).expanduser().is_file()  # no pipe

    @property
    def understood(self) -> bool:
        """Whether there was a table in it."""
        return self.report is not None and self.report.kind is not None and self.trouble is None


def run(arguments: Arguments, open_sources: OpenSources | None = None, clock: Clock | None = None) -> int:
    """Read the files, print what is in them and, unless it is a dry run, take them in.

    Args:
        arguments: what the command line asks for.
        open_sources: makes what is asked for listings; None for Yahoo.
        clock: None for the machine's.

    Returns:
        The exit status: 0 where a table was understood in every file and all could be taken in, 1 where not, 130
        where the user stopped it.
    """
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    application.setApplicationName("watcher")
    paths = Paths.for_profile(arguments.profile) if arguments.profile else Paths.default()
    clock = clock or SystemClock()
    translators = languages.install(application, _language(paths))
    if not (arguments.dry_run and arguments.offline):
        start_logging(paths)
    try:
        return Command(arguments, paths, clock, open_sources or partial(ask_yahoo, paths, clock)).run()
    except KeyboardInterrupt:
        sys.stderr.write("\n" + imports.stopped_sentence() + "\n")
        return STOPPED
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return LACKING
    finally:
        stop_logging()
        for translator in translators:
            application.removeTranslator(translator)


class Command:
    """One run of the command."""

    def __init__(self, arguments: Arguments, paths: Paths, clock: Clock, open_sources: OpenSources) -> None:
        """Do what `arguments` ask for in the profile of `paths`; `clock` tells when progress is worth a line."""
        self._arguments = arguments
        self._paths = paths
        self._clock = clock
        self._open_sources = open_sources
        self._known = Known.of(resources.load_families(), resources.load_instruments().values())
        self._store: MarketStore | None = None  # made when it is needed
        self._resolver: ListingResolver | None = None
        self._status = GOOD

    def run(self) -> int:
        """Do it; the exit status."""
        _make_printable(as_json=self._arguments.as_json)
        try:
            if self._arguments.dry_run:
                for path in self._arguments.files:
                    self._tell(self._with_listings(self._look(path)))
                if not self._arguments.as_json:
                    self._say(imports.nothing_written_sentence())
            else:
                self._take_in([self._look(path) for path in self._arguments.files])
        finally:
            if self._store is not None:
                self._store.close()
        return self._status

    # ---- reading
    def _look(self, path: Path) -> Found:
        name = str(path)
        content = contents(path, sys.stdin.buffer if path == STANDARD_INPUT else None)
        if isinstance(content, FileTrouble):
            return Found(name, trouble=content)
        with self._progress(partial(imports.progress_line, name)) as told:
            report = read(content, path.name, known=self._known, progress=told)
        return Found(name, content, report, None if content else FileTrouble.EMPTY)

    def _with_listings(self, found: Found) -> Found:
        """Ask which listings are meant, unless that is not wanted."""
        wanted = wanted_of(found.report) if found.report is not None and found.understood else ()
        if found.report is None or self._arguments.offline or not wanted:
            return found
        resolver = self._resolver = self._resolver or self._make_resolver()
        with self._progress(imports.resolving_line) as told:
            listings, problem = resolver.find(wanted, told)
        if problem is not None:
            self._say(imports.listings_later_sentence(feed_fact(problem.code)))
            self._arguments = replace(self._arguments, offline=True)  # for the files that follow
        return replace(found, report=with_listings(found.report, listings), listings=listings)

    def _make_resolver(self) -> ListingResolver:
        """Asks within the budget, and remembers what it is told unless this is a dry run."""
        self._store = MarketStore(None if self._arguments.dry_run else self._paths.market_db)
        budget = RequestBudget(self._clock)
        sources = self._open_sources(budget)
        allow = partial(budget.take, 1, Priority.USER)
        return ListingResolver(sources.search, sources.quotes, self._clock, self._known, self._store, allow)

    # ---- taking in
    def _take_in(self, files: Sequence[Found]) -> None:
        """Hand the files to the program that is open, or take them in here."""
        good = [found for found in files if found.understood]
        if not good or self._hand_over(good):
            self._tell_all(files)
            if good:
                self._tell_handed(good)
            return
        files = [self._with_listings(found) for found in files]
        lock = ProfileLock(self._paths.lock_file)
        if lock.take(PATIENCE_MS):
            try:
                self._write(files)
            finally:
                lock.release()
            return
        opened = self._hand_over(good)  # meanwhile
        self._tell_all(files)
        if opened:
            self._tell_handed(good)
        else:
            self._lack(imports.in_use_sentence())

    def _hand_over(self, files: Sequence[Found]) -> bool:
        """Whether a window is open on this profile, which has the files then, but for what came by standard input."""
        paths = [Path(found.file).expanduser().absolute() for found in files if found.has_path]
        asked = ["import", *map(str, paths)]
        if self._arguments.list_name:
            asked += ["--list", self._arguments.list_name]
        return hand_over(self._paths.socket_name, asked if paths else [])

    def _tell_handed(self, files: Sequence[Found]) -> None:
        if any(found.has_path for found in files):
            self._say(imports.handed_over_sentence())
        if not all(found.has_path for found in files):
            self._lack(imports.no_path_sentence())

    def _write(self, files: Sequence[Found]) -> None:
        try:
            profile = ProfileImport(self._paths, self._clock, self._known)
        except StoreError as problem:
            self._tell_all(files)
            self._lack(user_store_text(problem))
            return
        try:
            for found in files:
                self._take(profile, found)
        finally:
            profile.close()

    def _take(self, profile: ProfileImport, found: Found) -> None:
        if not found.understood or found.report is None:
            self._tell(found)
            return
        name = found.name
        file = ReadFile(name, found.data, found.report)
        try:
            with self._progress(partial(imports.progress_line, found.file)) as told:
                taken = profile.take(file, found.listings or {}, self._arguments.list_name, told)
        except (StoreError, StalePlanError) as problem:
            self._tell(found)
            why = user_store_text(problem) if isinstance(problem, StoreError) else imports.stale_sentence()
            self._lack(imports.refused_sentence(name, why))
            return
        self._tell(replace(found, report=taken.report))
        self._tell_outcome(name, taken)

    # ---- telling
    def _tell(self, found: Found) -> None:
        """Print what is in a file, or why nothing is."""
        if self._arguments.as_json:
            sys.stdout.write(json.dumps(of_report(found.file, found.report), ensure_ascii=False) + "\n")
        elif found.understood and found.report is not None:
            sys.stdout.write(rendered(found.file, found.report) + "\n")
        sys.stdout.flush()
        if not found.understood:
            self._status = LACKING
        if found.trouble is not None:
            sys.stderr.write(imports.trouble_sentence(found.file, found.trouble) + "\n")
        elif found.report is not None and not found.understood:
            tried = found.report
            said = imports.no_table_sentence(found.file, tried.encoding, tried.delimiter, tried.lines)
            sys.stderr.write(said + "\n")

    def _tell_outcome(self, name: str, taken: Taken) -> None:
        self._say(imports.taken_sentence(name, taken.new, taken.known, taken.list_name, taken.listed))
        if taken.changes or taken.open:
            self._say(imports.left_sentence(name, taken.changes, taken.open))

    def _tell_all(self, files: Sequence[Found]) -> None:
        for found in files:
            self._tell(found)

    def _lack(self, why: str) -> None:
        """Say what could not be done."""
        self._status = LACKING
        self._say(why)

    def _say(self, sentence: str) -> None:
        """Tell what becomes of the files: apart from JSON, which is for programs."""
        stream = sys.stderr if self._arguments.as_json else sys.stdout
        stream.write(sentence + "\n")
        stream.flush()

    @contextmanager
    def _progress(self, say: Callable[[int, int], str]) -> Iterator[Callable[[int, int], bool]]:
        line = _ProgressLine(say, self._clock, sys.stderr)
        try:
            yield line.told
        finally:
            line.clear()


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


class _ProgressLine:
    """One line on a terminal that tells how far work is; silent elsewhere."""

    def __init__(self, say: Callable[[int, int], str], clock: Clock, stream: TextIO) -> None:
        self._say = say
        self._clock = clock
        self._stream = stream if stream.isatty() else None
        self._since = clock.monotonic()
        self._width = 0

    def told(self, done: int, total: int) -> bool:
        """Show it, no more often than can be read; the work goes on."""
        now = self._clock.monotonic()
        if self._stream is not None and now - self._since >= QUIET_S:
            self._since = now
            text = self._say(done, total)
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
