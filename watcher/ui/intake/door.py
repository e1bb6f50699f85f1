"""The ways in for files: menu, drop, paste, another start; one dialog takes them one after another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from watcher.desk.deeds import Deed
from watcher.desk.export import is_everything
from watcher.desk.import_draft import ImportDraft
from watcher.desk.import_lists import ListTarget
from watcher.desk.import_preview import Choices
from watcher.desk.imports import ImportRecord, ImportsDesk
from watcher.desk.session import SessionKind
from watcher.domain.errors import StoreError
from watcher.domain.intake import FileTrouble
from watcher.domain.settings import Settings, portfolio_currency
from watcher.domain.watchlist import Watchlist
from watcher.ui.intake.dialog import ImportDialog
from watcher.ui.intake.drops import FileDrops, local_files
from watcher.ui.intake.past import PastImportsDialog
from watcher.ui.intake.session_listings import SessionListings
from watcher.ui.window import MainWindow
from watcher.words.imports import trouble_sentence
from watcher.words.intake_drop import failure_sentence, no_rows_pasted, pasted_name
from watcher.words.intake_summary import imported_notice

SEPARATORS = "\t;,|"
BEGIN = 100  # bytes of a file that tell an export


class Source(NamedTuple):
    """A file to look into: by its path, or pasted."""

    name: str
    path: Path | None = None
    data: bytes = b""
    choices: Choices | None = None  # None: as the user chose for an earlier file of its layout
    list_name: str = ""
    record: int = 0  # the past import that brought it


class ImportDoor(QObject):
    """Belongs to the window and outlives its sessions: imports go to the user's own data, whatever is shown."""

    export_found = Signal(object)  # Path of a file that holds everything a profile exported

    def __init__(self, window: MainWindow, desk: ImportsDesk) -> None:
        """Open the ways in: dialogs open over `window`, imports are done by `desk`."""
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._waiting: list[Source] = []
        self._place = self._total = 0
        self._dialog: ImportDialog | None = None
        self._drops = FileDrops(window)
        self._drops.dropped.connect(self.open_paths)
        window.menu.import_file.triggered.connect(self.choose_files)
        window.menu.imports.triggered.connect(self.show_past)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), window).activated.connect(self.paste)

    @property
    def dialog(self) -> ImportDialog | None:
        """The dialog that is open."""
        return self._dialog

    def choose_files(self) -> None:
        """Let the user name files."""
        chooser = QFileDialog(self._window, self.tr("Import"))
        chooser.setObjectName("import_chooser")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.setNameFilters([self.tr("Tables and lists (*.csv *.tsv *.txt *.tab)"), self.tr("All files (*)")])
        chooser.filesSelected.connect(lambda names: self.open_paths([Path(name) for name in names]))
        chooser.open()

    def open_paths(self, paths: Sequence[Path], list_name: str = "") -> None:
        """Look into files, one after another; an export of everything needs no look and is handed on."""
        exports = [path for path in paths if _is_export(path)]
        for path in exports:
            self.export_found.emit(path)
        self._open([Source(path.name, path, list_name=list_name) for path in paths if path not in exports])

    def paste(self) -> None:
        """Look into what was copied: files, or rows."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = local_files(mime)
        text = "" if paths else mime.text()
        if paths:
            self.open_paths(paths)
        elif looks_like_rows(text):
            self._open([Source(pasted_name(), data=text.encode())])
        else:
            self._window.show_notice(no_rows_pasted())

    def show_past(self) -> None:
        """Show what was imported before."""
        past = PastImportsDialog(self._desk, self._window)
        past.report_wanted.connect(self._open_report)
        past.report_wanted.connect(past.accept)
        past.deed_done.connect(self._window.push_deed)
        past.failed.connect(self._window.tell_failure)
        past.open()

    def _open_report(self, record: ImportRecord) -> None:
        """Read the file of a past import once more, as it was read then."""
        self._desk.open_again(
            record.id,
            lambda file: self._open([Source(file.name, data=file.data, choices=file.choices, record=record.id)]),
            self._say_failure,
        )

    def _say_failure(self, problem: Exception) -> None:
        self._window.show_notice(failure_sentence(problem))

    def _open(self, sources: Sequence[Source]) -> None:
        if not sources:
            return
        self._waiting += sources
        self._total += len(sources)
        if self._dialog is not None:
            self._dialog.show_place(self._place, self._total)
        elif self._place == 0:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._end()
            return
        source = self._waiting.pop(0)
        self._place += 1
        if source.path is None:
            self._show(source, source.data)
        else:
            self._desk.load(source.path, partial(self._show, source), partial(self._fail, source))

    def _show(self, source: Source, content: bytes | FileTrouble) -> None:
        if content == b"":
            content = FileTrouble.EMPTY
        if isinstance(content, FileTrouble):
            self._window.show_notice(trouble_sentence(source.name, content))
            self._next()
            return
        dialog = self._dialog or self._make()
        draft = ImportDraft(self._desk, source.name, content, source.choices, source.record)
        draft.target = ListTarget(name=source.list_name) if source.list_name else None
        dialog.show_draft(draft, self._place, self._total)

    def _fail(self, source: Source, problem: Exception) -> None:
        del source
        self._window.show_notice(failure_sentence(problem))
        self._next()

    def _make(self) -> ImportDialog:
        session = self._window.session
        live = session is not None and session.kind is SessionKind.LIVE
        settings = session.preferences.settings if session is not None else Settings()
        dialog = ImportDialog(
            SessionListings(session),
            self._lists(),
            portfolio_currency(settings),
            shown_list=session.watchlist.current.id if live and session is not None else 0,
            sample=not live,
            hidden=settings.amounts_hidden,
            parent=self._window,
        )
        dialog.finished_file.connect(self._imported)
        dialog.skipped_file.connect(self._next)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()
        return dialog

    def _lists(self) -> tuple[Watchlist, ...]:
        try:
            return self._desk.lists
        except StoreError as problem:
            self._window.tell_failure(problem)
            return ()

    def _imported(self, draft: ImportDraft, deed: Deed) -> None:
        self._window.push_deed(deed)
        self._window.offer_undo(imported_notice(draft.name, draft.ended))
        self._next()

    def _closed(self) -> None:
        self._dialog = None
        self._end()

    def _end(self) -> None:
        self._waiting = []
        self._place = self._total = 0
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.accept()


def looks_like_rows(text: str) -> bool:
    """Whether a text has rows or several cells, as a table or a list of symbols has."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 or any(sign in line for line in lines for sign in SEPARATORS)


def _is_export(path: Path) -> bool:
    """Whether a file is an export of everything; one that cannot be read is left to who says so."""
    try:
        with path.open("rb") as file:
            return is_everything(file.read(BEGIN))
    except OSError:
        return False
