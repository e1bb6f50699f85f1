"""The top of the import dialog: what was understood in one sentence, whose decisions, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from watcher.desk.import_draft import ImportDraft
from watcher.desk.import_preview import Choices
from watcher.domain.errors import FeedError
from watcher.domain.import_line import LineEnd
from watcher.ui.style import set_look
from watcher.ui.texts import ElidedLabel, plain_label, plain_tip, show_text
from watcher.words.feeds import feed_fact
from watcher.words.intake_choices import delimiter_word, encoding_word
from watcher.words.intake_summary import (
    chosen_line,
    comparing_line,
    looking_line,
    no_table,
    not_looked_up_line,
    queue_line,
    reading_line,
    remembered_line,
    understood,
    writing_line,
)

FAR_WIDTH = 240  # px


class ImportTop(QWidget):
    """Stands above the lines; nothing moves when a reading begins or ends."""

    reset_wanted = Signal()
    stop_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setObjectName("import_top")
        self._sentence = plain_label("import_sentence", "title")
        self._sentence.setWordWrap(True)
        self._name = ElidedLabel("import_name", "small")
        self._whose = plain_label("import_whose", "small")
        self._listings = plain_label("import_listings", "small")
        self._listings.hide()
        self._reset = self._button("import_reset", self.tr("Read it afresh"))
        self._reset.clicked.connect(self.reset_wanted)
        self._tried = plain_label("import_tried", "")
        self._tried.setWordWrap(True)
        self._failure = plain_label("import_failure", "strong")
        self._failure.setWordWrap(True)
        self._failure.hide()
        self._place = plain_label("import_place", "pill-quiet")
        self._skip = self._button("import_skip", self.tr("Skip this file"))
        self._skip.clicked.connect(self.skip_wanted)
        self._how_far = plain_label("import_how_far", "small")
        self._how_far.setMinimumWidth(FAR_WIDTH)  # so that nothing moves as the numbers grow
        self._how_far.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setObjectName("import_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._stop = self._button("import_stop", self.tr("Stop"))
        self._stop.clicked.connect(self.stop_wanted)
        self._lay_out()
        self._place.hide()
        self._skip.hide()
        for widget in (self._bar, self._how_far, self._stop):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.hide()

    def show_place(self, place: int, total: int) -> None:
        """Say which of several files this is; nothing for a single one."""
        show_text(self._place, queue_line(place, total))
        self._place.setVisible(total > 1)
        self._skip.setVisible(place < total)

    def show_draft(self, draft: ImportDraft) -> None:
        """Say what was understood."""
        show_text(self._name, draft.name)
        self._name.setToolTip(plain_tip(draft.name))
        preview = draft.preview
        if preview is None:
            show_text(self._sentence, reading_line(0, 0))
            self._tried.hide()
            self._whose.hide()
            self._reset.hide()
            self._listings.hide()
            self._failure.hide()
            return
        report = preview.report
        still = sum(not one.answer for one in draft.asked)
        skipped = preview.count(LineEnd.SKIPPED) + preview.count(LineEnd.MERGED)
        wrong = preview.count(LineEnd.WRONG)
        rows = len(report.lots)
        show_text(self._sentence, understood(report.kind, len(report.holdings), rows, skipped, still, wrong))
        own = draft.choices != Choices()
        show_text(self._whose, remembered_line() if draft.remembered else chosen_line())
        self._whose.setVisible(own)
        self._reset.setVisible(own)
        self._tried.setVisible(report.kind is None)
        if report.kind is None:
            tried = no_table(encoding_word(report.encoding), delimiter_word(report.delimiter), len(preview.lines))
            show_text(self._tried, tried)

    def show_failure(self, sentence: str) -> None:
        """Say that it could not be read or written."""
        show_text(self._failure, sentence)
        self._failure.show()

    def show_busy(self, draft: ImportDraft) -> None:
        """Show the bar while something is under way."""
        if draft.busy and not self._bar.isVisibleTo(self):
            self.show_progress(0, 0, draft)
            self._failure.hide()
        for widget in (self._bar, self._how_far, self._stop):
            widget.setVisible(draft.busy)
        if draft.looking:
            show_text(self._listings, looking_line())
            self._listings.show()

    def show_looked(self, problem: FeedError | None) -> None:
        """Say why the listings that are not known could not be looked up; nothing where they could."""
        show_text(self._listings, not_looked_up_line(feed_fact(problem.code)) if problem is not None else "")
        self._listings.setVisible(problem is not None)

    def show_progress(self, done: int, total: int, draft: ImportDraft) -> None:
        """Say how far it is, and with what."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        line = writing_line if draft.writing else comparing_line if draft.comparing else reading_line
        show_text(self._how_far, line(done, total))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._place)
        first.addWidget(self._sentence, 1)
        first.addWidget(self._skip)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self._name)
        second.addWidget(self._whose)
        second.addWidget(self._reset)
        second.addWidget(self._listings)
        second.addStretch(1)
        second.addWidget(self._how_far)
        second.addWidget(self._bar)
        second.addWidget(self._stop)
        self._bar.setFixedWidth(180)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 8)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._failure)
        column.addWidget(self._tried)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        set_look(button, "link")
        return button
