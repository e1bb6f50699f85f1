"""The composition root: builds the parts that outlive a session, and runs the program."""

from __future__ import annotations

import logging
import signal
import sys

from PySide6.QtCore import QLibraryInfo, QLocale, QSize, QTranslator
from PySide6.QtWidgets import QApplication

from watcher import __version__, resources
from watcher.cli import Arguments
from watcher.desk.preferences import Preferences
from watcher.domain.clock import Clock, SystemClock
from watcher.domain.errors import StoreError
from watcher.domain.settings import Settings, ThemeChoice
from watcher.log import start_logging
from watcher.paths import Paths
from watcher.program import Program
from watcher.storage.copies import restore_copy, start_afresh
from watcher.storage.settings_file import load_settings, save_settings
from watcher.storage.user_store import UserStore
from watcher.ui.screenshot import Screenshot
from watcher.ui.single_instance import SingleInstance
from watcher.ui.store_dialog import StoreAnswer, ask_about_store
from watcher.ui.theme import Theme

log = logging.getLogger(__name__)


def run(arguments: Arguments) -> int:
    """Open the window and run until it is left; returns the exit status."""
    paths = Paths.for_profile(arguments.profile) if arguments.profile else Paths.default()
    start_logging(paths, verbose=arguments.verbose)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("watcher")
    qt.setApplicationDisplayName("")
    qt.setDesktopFileName("watcher")
    qt.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(paths.socket_name)
    painting = arguments.screenshot is not None
    if not painting and not instance.claim(sys.argv[1:]):
        return 0
    clock = SystemClock()
    preferences = _open_preferences(paths, clock, arguments)
    translators = _translate(qt, preferences.settings.language)
    theme = Theme(qt, preferences)
    user = _open_user_store(paths, clock, painting=painting)
    if user is None:
        return 1
    program = Program(paths, clock, preferences, user, patient=painting)
    instance.handed_over.connect(program.take_over)
    status = _run(qt, program, arguments)
    instance.close()
    program.close()
    preferences.save_now()
    user.close()
    del theme, translators
    return status


def _run(qt: QApplication, program: Program, arguments: Arguments) -> int:
    program.quit_wanted.connect(qt.quit)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: qt.quit())  # noticed with the next beat, within a second
    program.open(symbol=arguments.symbol, sample=arguments.sample)
    if arguments.screenshot is None:
        program.window.show()
        return qt.exec()
    shot = Screenshot(program.window, arguments.screenshot, QSize(*arguments.size))
    shot.taken.connect(lambda ok: qt.exit(0 if ok else 1))
    status = qt.exec()
    if status:
        sys.stderr.write(f"watcher: {arguments.screenshot} could not be written.\n")
    return status


def _open_preferences(paths: Paths, clock: Clock, arguments: Arguments) -> Preferences:
    settings, problem = load_settings(paths.settings_file, clock)

    def save(value: Settings) -> None:
        save_settings(paths.settings_file, value)

    if arguments.screenshot is not None:
        theme = ThemeChoice(arguments.theme or ThemeChoice.LIGHT)
        return Preferences(_painted(settings, theme), lambda _: None)
    return Preferences(settings, save, problem)


def _painted(settings: Settings, theme: ThemeChoice) -> Settings:
    """The settings for a picture: nothing of it is kept, and its size is told."""
    from dataclasses import replace

    return replace(settings, theme=theme, geometry="", docks="")


def _open_user_store(paths: Paths, clock: Clock, *, painting: bool) -> UserStore | None:
    """The user's data; None where he decided to leave, or where nobody can be asked."""
    while True:
        try:
            return UserStore(paths.user_db, __version__, clock)
        except StoreError as problem:
            log.warning("user data cannot be opened: %s", problem)
            if painting:
                return UserStore(None, __version__, clock)
            answer = ask_about_store(problem)
            if answer is StoreAnswer.RESTORE:
                from pathlib import Path

                restore_copy(paths.user_db, Path(problem.good_copy), clock.now())
            elif answer is StoreAnswer.AFRESH:
                start_afresh(paths.user_db, clock.now())
            else:
                return None


def _translate(qt: QApplication, language: str) -> list[QTranslator]:
    """Install the words of a language ("" for the system's); English needs none."""
    locale = QLocale(language) if language else QLocale.system()
    if language:
        QLocale.setDefault(locale)
    kept = []
    ours = str(resources.resource_path("translations"))
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("watcher", ours),
    ):
        translator = QTranslator(qt)
        if translator.load(locale, name, "_", folder):
            qt.installTranslator(translator)
            kept.append(translator)
    return kept
