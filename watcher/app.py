"""The composition root: builds the parts that outlive a session, and runs the program."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from watcher import __version__, languages
from watcher.cli import Arguments
from watcher.closing import Closing
from watcher.desk.background import Background
from watcher.desk.first_price import PATIENCE_MS
from watcher.desk.garbage import Garbage
from watcher.desk.preferences import Preferences
from watcher.desktop_start import DesktopStart
from watcher.domain.clock import Clock, SystemClock
from watcher.domain.errors import StoreCode, StoreError
from watcher.domain.settings import Settings, ThemeChoice
from watcher.interrupts import Interrupts
from watcher.live_sources import ask_yahoo
from watcher.log import start_logging, stop_logging
from watcher.paths import Paths
from watcher.profile_lock import ProfileLock
from watcher.program import OpenSources, Program
from watcher.single_instance import SingleInstance
from watcher.storage.autostart_linux import autostart
from watcher.storage.copies import restore_copy, start_afresh
from watcher.storage.settings_file import load_settings, save_settings
from watcher.storage.user_store import UserStore
from watcher.telling import Telling, desktop_notices
from watcher.ui.screenshot import Screenshot
from watcher.ui.store_dialog import StoreAnswer, ask_about_store
from watcher.ui.theme import Theme

LOCK_PATIENCE_MS = 3000  # for a command that is just writing
log = logging.getLogger(__name__)

AskAboutStore = Callable[[StoreError], StoreAnswer]


def run(arguments: Arguments, open_sources: OpenSources | None = None, clock: Clock | None = None) -> int:
    """Open the window and run until it is left.

    Args:
        arguments: what the command line asks for.
        open_sources: makes what a live session asks; None for Yahoo.
        clock: the session's; None for the machine's.

    Returns:
        The exit status: 0, or 1 where the user's data could not be opened or a picture not be written.
    """
    paths = Paths.for_profile(arguments.profile) if arguments.profile else Paths.default()
    start_logging(paths, verbose=arguments.verbose)
    sys.excepthook = _log_fault
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("watcher")
    qt.setApplicationDisplayName("")
    qt.setDesktopFileName("watcher")
    qt.setQuitOnLastWindowClosed(False)
    garbage = Garbage()
    try:
        clock = clock or SystemClock()
        return _run(qt, arguments, paths, clock, open_sources or partial(ask_yahoo, paths, clock))
    finally:
        garbage.close()
        sys.excepthook = sys.__excepthook__
        stop_logging()


def _run(qt: QApplication, arguments: Arguments, paths: Paths, clock: Clock, open_sources: OpenSources) -> int:
    """All that lives within the application, taken down again before it ends."""
    painting = arguments.screenshot is not None
    instance = SingleInstance(paths.socket_name)
    if not painting and not instance.claim(sys.argv[1:]):
        return 0
    lock = ProfileLock(paths.lock_file)
    preferences = open_preferences(paths, clock, arguments)
    translators = languages.install(qt, preferences.settings.language)
    theme = Theme(qt, preferences)
    owned = painting or own_profile(lock, paths, ask_about_store)
    user = open_user_store(paths, clock, ask_about_store, painting=painting) if owned else None
    if user is None:
        instance.close()
        lock.release()
        return 1
    patience_ms = None if painting or arguments.minimized else PATIENCE_MS  # unseen, no sample opens by itself
    program = Program(paths, clock, preferences, user, open_sources, patience_ms=patience_ms)
    instance.handed_over.connect(program.take_over)
    leave = partial(qt.exit, 0)  # `quit` closes windows in any order: a floating dock closed first was kept as hidden
    program.quit_wanted.connect(leave)
    background = Background()
    notices = None if painting else desktop_notices(background)
    telling = None if painting else Telling(program, notices, preferences)
    closing = None if telling is None else Closing(program, telling.tray, preferences, program.window)
    DesktopStart(program.window, None if painting else autostart(arguments.profile), program.window)
    interrupts = Interrupts()
    interrupts.received.connect(leave)
    program.open(symbol=arguments.symbol, sample=arguments.sample)
    if arguments.screenshot is not None:
        status = _paint(qt, program, arguments.screenshot, QSize(*arguments.size))
    else:
        if closing is not None and arguments.minimized:
            closing.begin_unseen()
        else:
            program.window.show()
        if telling is not None:
            QTimer.singleShot(0, telling.begin)
        status = qt.exec()
    instance.close()
    if telling is not None:
        telling.close()
    if notices is not None:
        notices.close()
    background.close()
    program.close()
    preferences.save_now()
    user.close()
    lock.release()
    interrupts.close()
    for translator in translators:
        qt.removeTranslator(translator)
    theme.deleteLater()
    return status


def _paint(qt: QApplication, program: Program, path: Path, size: QSize) -> int:
    shot = Screenshot(program.window, path, size)
    shot.taken.connect(lambda written: qt.exit(0 if written else 1))
    status = qt.exec()
    if status:
        sys.stderr.write(f"watcher: {path} could not be written.\n")
    return status


def open_preferences(paths: Paths, clock: Clock, arguments: Arguments) -> Preferences:
    """The user's settings, kept as they change; for a picture a copy of them that is not."""
    settings, problem = load_settings(paths.settings_file, clock)
    if arguments.screenshot is not None:
        theme = ThemeChoice(arguments.theme or ThemeChoice.LIGHT)
        return Preferences(replace(settings, theme=theme, geometry="", docks=""), _keep_nothing)
    if problem is not None and problem.code is StoreCode.UNWRITABLE:
        return Preferences(settings, partial(_refuse, problem), problem)
    return Preferences(settings, partial(save_settings, paths.settings_file), problem)


def _refuse(problem: StoreError, _: Settings) -> None:
    """What could not be read is not replaced by defaults: it may be there again at the next start."""
    raise problem


def _keep_nothing(_: Settings) -> None:
    """What a picture is painted with is nobody's choice."""


def own_profile(lock: ProfileLock, paths: Paths, ask: AskAboutStore) -> bool:
    """Own the user's data as long as the window is open; False where another process does and he decided to leave."""
    while not lock.take(LOCK_PATIENCE_MS):
        if ask(StoreError(StoreCode.LOCKED, str(paths.user_db))) is StoreAnswer.QUIT:
            return False
    return True


def open_user_store(paths: Paths, clock: Clock, ask: AskAboutStore, *, painting: bool = False) -> UserStore | None:
    """The user's data; None where he decided to leave.

    Args:
        paths: where they lie.
        clock: names copies and what is set aside.
        ask: asks him what to do where they cannot be opened.
        painting: a picture is painted with a copy, so that nothing of it is kept, beside an open window too; nobody
            can be asked then, and what cannot be opened is left out.
    """
    while True:
        try:
            store = UserStore(paths.user_db, __version__, clock)
            if not painting:
                return store
            copy = store.in_memory(__version__)
            store.close()
            return copy  # noqa: TRY300 - the two ways of a store that opens belong together
        except StoreError as problem:
            log.warning("user data cannot be opened: %s", problem)
            if painting:
                return UserStore(None, __version__, clock)
            answer = ask(problem)
            if answer is StoreAnswer.QUIT:
                return None
            try:
                if answer is StoreAnswer.RESTORE:
                    restore_copy(paths.user_db, Path(problem.good_copy), clock.now())
                elif answer is StoreAnswer.AFRESH:
                    start_afresh(paths.user_db, clock.now())
            except StoreError as failure:  # what was asked for cannot be done; the next round says what is wrong
                log.warning("user data could not be replaced: %s", failure)


def _log_fault(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """Keep a fault of our own where it can be found: a program started from a menu has no terminal."""
    log.error("a fault of the program", exc_info=(kind, fault, trace))
    sys.__excepthook__(kind, fault, trace)
