"""The list of past imports: what came of each, its report, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from watcher.desk.imports import ImportRecord, ImportsDesk
from watcher.domain.batch import BatchState
from watcher.domain.errors import StoreError
from watcher.ui.lines_delegate import LINES, LinesDelegate
from watcher.ui.texts import plain_label, show_text
from watcher.words.past_imports import counts_line, made_line, no_file_kept, no_imports, state_line
from watcher.words.zones import local_zone

WIDTH, HEIGHT = 600, 520  # px, first size


class PastImportsDialog(QDialog):
    """Newest first; what is done here is done at once, and can be undone."""

    report_wanted = Signal(object)  # ImportRecord whose report is to be opened
    deed_done = Signal(object)  # Deed
    failed = Signal(object)  # StoreError

    def __init__(self, desk: ImportsDesk, parent: QWidget | None = None) -> None:
        """Show the imports of `desk`."""
        super().__init__(parent)
        self.setObjectName("past_imports")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Past imports"))
        self.resize(WIDTH, HEIGHT)
        self._desk = desk
        self._zone = local_zone()
        self._records: tuple[ImportRecord, ...] = ()
        self._list = QListWidget()
        self._list.setObjectName("past_list")
        self._list.setAccessibleName(self.tr("Past imports, the newest first"))
        self._list.setItemDelegate(LinesDelegate(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = plain_label("past_empty", "dim", no_imports())
        self._empty.setWordWrap(True)
        self._said = plain_label("past_said", "small")
        self._said.setWordWrap(True)
        self._report = self._button("past_report", self.tr("Open report"), self._open_report)
        self._turn = self._button("past_turn", self.tr("Take back"), self._turn_it)
        self._forget = self._button("past_forget", self.tr("Forget the file"), self._forget_it)
        self._close = self._button("past_close", self.tr("Close"), self.reject)
        self._lay_out()
        self._list.currentRowChanged.connect(self._offer)
        desk.records_changed.connect(self.refresh)
        self.refresh()
        self._list.setFocus()

    def refresh(self) -> None:
        """Show what is kept now; the chosen record stays."""
        chosen = self._current()
        try:
            self._records = self._desk.records
        except StoreError as problem:
            self.failed.emit(problem)
            return
        self._list.clear()
        for record in self._records:
            note = record.note
            listed = len(note.part.rows) if note.part is not None else 0
            lines = (
                record.name,
                made_line(record.made, self._zone, record.kind, note.lines),
                " \u00b7 ".join(
                    part
                    for part in (
                        counts_line(note.rows, listed, note.replaced, note.known, note.left, note.open, note.wrong),
                        state_line(record.state),
                    )
                    if part
                ),
            )
            item = QListWidgetItem(", ".join(lines))
            item.setData(LINES, lines)
            self._list.addItem(item)
        ids = [record.id for record in self._records]
        at = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        self._list.setVisible(bool(ids))
        self._empty.setVisible(not ids)
        self._list.setCurrentRow(at if ids else -1)
        self._offer()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._report)
        row.addWidget(self._turn)
        row.addWidget(self._forget)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addWidget(self._said)
        column.addLayout(row)

    def _button(self, name: str, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def _current(self) -> ImportRecord | None:
        at = self._list.currentRow()
        return self._records[at] if 0 <= at < len(self._records) else None

    def _offer(self, *_: int) -> None:
        record = self._current()
        counts = record is not None and record.state is BatchState.IN_FORCE
        self._turn.setText(self.tr("Take back") if counts or record is None else self.tr("Let it count again"))
        self._turn.setAccessibleName(self._turn.text())
        self._turn.setEnabled(record is not None)
        self._report.setEnabled(record is not None and record.has_file)
        self._forget.setEnabled(record is not None and record.has_file)
        show_text(self._said, no_file_kept() if record is not None and not record.has_file else "")
        self._said.setVisible(bool(self._said.text()))

    def _open_report(self) -> None:
        record = self._current()
        if record is not None:
            self.report_wanted.emit(record)

    def _turn_it(self) -> None:
        record = self._current()
        if record is None:
            return
        turn = self._desk.undo if record.state is BatchState.IN_FORCE else self._desk.redo
        try:
            deed = turn(record.id)
        except StoreError as problem:
            self.failed.emit(problem)
            return
        self.deed_done.emit(deed)

    def _forget_it(self) -> None:
        record = self._current()
        if record is not None:
            self._desk.forget(record.id, lambda: None, self.failed.emit)
