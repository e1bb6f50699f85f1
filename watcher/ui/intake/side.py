"""The right side of the import dialog: questions, how the file was read, what is worth knowing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from watcher.desk.import_draft import ImportDraft
from watcher.ui.intake.decisions import DecisionsPanel
from watcher.ui.intake.listing_names import Listings
from watcher.ui.intake.notices import NoticesPanel, notice_count
from watcher.ui.intake.questions import QuestionsPanel
from watcher.ui.intake.tabs import Tabs, framed
from watcher.ui.style import set_look
from watcher.words.numbers import number

QUESTIONS, DECISIONS, NOTICES = range(3)


class ImportSide(QWidget):
    """Three pages behind words; that with open questions comes first by itself."""

    line_wanted = Signal(int, int)  # physical line, column (0-based)

    def __init__(self, listings: Listings) -> None:
        """`listings` names candidates and searches for others."""
        super().__init__()
        self.setObjectName("import_side")
        set_look(self, "panel")
        self.questions = QuestionsPanel(listings)
        self.decisions = DecisionsPanel()
        self.notices = NoticesPanel()
        self.questions.line_wanted.connect(lambda line: self.line_wanted.emit(line, 0))
        self.notices.line_wanted.connect(self.line_wanted)
        self.tabs = Tabs("side_tabs", self.tr("Questions and decisions"))
        self._stack = QStackedWidget()
        for page, title in (
            (self.questions, self.tr("Questions")),
            (self.decisions, self.tr("How it was read")),
            (self.notices, self.tr("Worth knowing")),
        ):
            self._stack.addWidget(page)
            self.tabs.addTab(title)
        self._stack.hide()
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(framed(self.tabs))
        column.addWidget(self._stack, 1)
        column.addStretch(0)

    def show_draft(self, draft: ImportDraft, table: int, *, first: bool) -> None:
        """Show a file; `first` time the page that needs the user most."""
        preview = draft.preview
        if preview is None:
            return
        self._stack.show()
        self.questions.show_draft(draft)
        self.decisions.show_preview(preview, table)
        self.notices.show_preview(preview)
        still = sum(not one.answer for one in draft.asked)
        known = notice_count(preview)
        self.tabs.setTabText(QUESTIONS, self._title(self.tr("Questions"), still))
        self.tabs.setTabText(NOTICES, self._title(self.tr("Worth knowing"), known))
        if first:
            self.tabs.setCurrentIndex(QUESTIONS if still else DECISIONS)

    def _title(self, title: str, count: int) -> str:
        return self.tr("{title} {count}").format(title=title, count=number(count, 0)) if count else title
