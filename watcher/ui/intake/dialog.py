"""The import dialog: one file after another, understood, corrected, agreed to or left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from watcher.desk import import_choices
from watcher.desk.import_draft import ImportDraft
from watcher.desk.import_lists import ListTarget
from watcher.domain.import_plan import Answer
from watcher.domain.intake import Question, Role
from watcher.domain.watchlist import Watchlist
from watcher.ui.intake.changes import ChangesPanel
from watcher.ui.intake.foot import ImportFoot
from watcher.ui.intake.lines_page import LinesPage
from watcher.ui.intake.listing_names import Listings
from watcher.ui.intake.side import ImportSide
from watcher.ui.intake.tabs import Tabs, framed
from watcher.ui.intake.top import ImportTop
from watcher.ui.style import set_look
from watcher.words.intake_drop import failure_sentence

FIRST_SIZE = QSize(1200, 740)
SMALLEST = QSize(860, 480)
SIDE_WIDTH = 380  # px
MARGIN = 40  # px that are left round it on a small screen
LINES, CHANGES = range(2)


class ImportDialog(QDialog):
    """Shows one draft at a time; who opened it brings the next."""

    finished_file = Signal(object, object)  # ImportDraft, Deed: it was imported
    skipped_file = Signal()

    def __init__(
        self,
        listings: Listings,
        lists: Sequence[Watchlist],
        currency: str,
        *,
        shown_list: int = 0,
        sample: bool = False,
        hidden: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet.

        Args:
            listings: names candidates and searches for others.
            lists: the user's own watchlists.
            currency: the portfolio's.
            shown_list: the id of that of them which is shown, and takes a watchlist; 0 for the first one.
            sample: whether the sample is shown meanwhile.
            hidden: whether amounts are hidden, so that what is kept is masked.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.draft: ImportDraft | None = None
        self._shown_list = shown_list or (lists[0].id if lists else 0)
        self._fresh = True
        self.top = ImportTop()
        self.page = LinesPage()
        self.changes = ChangesPanel()
        self.changes.model.hidden = hidden
        self.side = ImportSide(listings)
        self.foot = ImportFoot(lists, currency, sample=sample)
        self.tabs = Tabs("import_tabs", self.tr("Lines and changes"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._size()

    def show_draft(self, draft: ImportDraft, place: int, total: int) -> None:
        """Show the next file and begin to read it."""
        self._let_go()
        self.draft = draft
        self._fresh = True
        draft.setParent(self)
        draft.changed.connect(self._refresh)
        draft.busy_changed.connect(self._show_busy)
        draft.progressed.connect(self._show_progress)
        draft.failed.connect(self._tell_failure)
        draft.listings_found.connect(self.top.show_looked)
        draft.adopted.connect(self._tell_adopted)
        self.top.show_place(place, total)
        self.top.show_draft(draft)
        self.foot.show_draft(draft)
        draft.start()

    def show_place(self, place: int, total: int) -> None:
        """Say which of several files is shown."""
        self.top.show_place(place, total)

    def go_to(self, line: int, column: int = 0) -> None:
        """Show a line of the file."""
        self.tabs.setCurrentIndex(LINES)
        self.page.go_to(line, column)

    def reject(self) -> None:
        """Esc stops what is being written, else closes; nothing is written either way."""
        draft = self.draft
        if draft is not None and draft.writing:
            draft.stop()
            return
        if draft is not None:
            draft.close()
        super().reject()

    def _lay_out(self) -> None:
        self.tabs.addTab(self.tr("Lines of the file"))
        self.tabs.addTab(self.tr("What will change"))
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.changes)
        left = QWidget()
        left.setObjectName("import_left")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(framed(self.tabs))
        column.addWidget(self._stack, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("import_split")
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([FIRST_SIZE.width() - SIDE_WIDTH, SIDE_WIDTH])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addWidget(_line())
        whole.addWidget(split, 1)
        whole.addWidget(_line())
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        view, side = self.page.view, self.side
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.top.reset_wanted.connect(lambda: self.draft.reset() if self.draft is not None else None)
        self.top.stop_wanted.connect(lambda: self.draft.stop() if self.draft is not None else None)
        self.top.skip_wanted.connect(self._skip)
        view.role_chosen.connect(self._choose_role)
        view.decimal_chosen.connect(self._choose_decimal)
        view.header_chosen.connect(self._choose_header)
        view.table_entered.connect(self._show_table)
        side.decisions.columns.table_chosen.connect(view.show_table)
        side.decisions.choices_changed.connect(self._choose)
        side.questions.answered.connect(self._answer)
        side.questions.reopened.connect(self._reopen)
        side.line_wanted.connect(self.go_to)
        self.changes.decided.connect(self._decide)
        self.changes.all_decided.connect(self._decide_all)
        self.changes.line_wanted.connect(self.go_to)
        self.foot.agreed.connect(self._agree)
        self.foot.cancelled.connect(self.reject)
        self.foot.list_chosen.connect(self._choose_list)

    def _size(self) -> None:
        self.setMinimumSize(SMALLEST)
        room = self.screen().availableGeometry().size() - QSize(MARGIN, MARGIN)
        self.resize(FIRST_SIZE.boundedTo(room).expandedTo(SMALLEST))

    def _refresh(self) -> None:
        draft = self.draft
        if draft is None or draft.preview is None:
            return
        if draft.preview.plan.watch and draft.target is None and self._shown_list:
            draft.target = ListTarget(id=self._shown_list)
        self.top.show_draft(draft)
        self.page.show_preview(draft.preview)
        self.side.show_draft(draft, self.page.view.table, first=self._fresh)
        self.changes.show_draft(draft)
        self.foot.show_draft(draft)
        if self._fresh:
            self._fresh = False
            self.tabs.setCurrentIndex(CHANGES if draft.preview.plan.asked else LINES)
            if not self.side.questions.focus_first():
                ready = self.foot.agree.isEnabled() and not draft.preview.plan.asked
                (self.foot.agree if ready else self.page.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self) -> None:
        draft = self.draft
        if draft is not None:
            self.top.show_busy(draft)
            self.foot.show_draft(draft)
            for part in (self.page, self.changes, self.side):
                part.setEnabled(not draft.writing)

    def _show_progress(self, done: int, total: int) -> None:
        if self.draft is not None:
            self.top.show_progress(done, total, self.draft)

    def _tell_failure(self, problem: object) -> None:
        self.top.show_failure(failure_sentence(problem))

    def _tell_adopted(self, deed: object) -> None:
        self.finished_file.emit(self.draft, deed)

    def _show_table(self, table: int) -> None:
        draft = self.draft
        if draft is not None and draft.preview is not None:
            self.side.decisions.show_preview(draft.preview, table)

    def _choose(self, choices: import_choices.Choices) -> None:
        if self.draft is not None:
            self.draft.choose(choices)

    def _choose_role(self, table: int, column: int, role: Role) -> None:
        if self.draft is not None:
            self._choose(import_choices.with_role(self.draft.choices, table, column, role))

    def _choose_decimal(self, table: int, column: int, sign: str) -> None:
        if self.draft is not None:
            self._choose(import_choices.with_decimal(self.draft.choices, table, column, sign))

    def _choose_header(self, line: int) -> None:
        if self.draft is not None:
            self._choose(import_choices.with_header_line(self.draft.choices, line))

    def _answer(self, question: Question, answer: str) -> None:
        if self.draft is not None and not self.draft.answer(question, answer):
            self.side.questions.refuse(question)

    def _reopen(self, question: Question) -> None:
        if self.draft is not None:
            self.draft.reopen(question)

    def _decide(self, about: str, answer: Answer) -> None:
        if self.draft is not None:
            self.draft.decide(about, answer)

    def _decide_all(self, answer: Answer) -> None:
        if self.draft is not None:
            self.draft.decide_all(answer)

    def _choose_list(self, target: ListTarget) -> None:
        if self.draft is not None:
            self.draft.target = target
            self.foot.show_draft(self.draft)

    def _agree(self) -> None:
        if self.draft is not None:
            self.draft.adopt()

    def _skip(self) -> None:
        if self.draft is not None:
            self.draft.stop()
        self.skipped_file.emit()

    def _let_go(self) -> None:
        if self.draft is not None:
            self.draft.close()
            self.draft.deleteLater()
            self.draft = None


def _line() -> QFrame:
    line = QFrame()
    set_look(line, "line")
    return line
