"""One question: the line it is about, the candidates as buttons, another listing, later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from watcher.domain.intake import About, Question
from watcher.ui.intake.listing_names import ListingName, Listings
from watcher.ui.intake.pickers import EntryField
from watcher.ui.style import set_look
from watcher.ui.texts import ElidedLabel, plain_label, plain_tip, show_text
from watcher.words.intake import question_sentence
from watcher.words.intake_summary import answer_name, answered_line, later_line, no_answer_line
from watcher.words.numbers import one_line

LISTED = frozenset({About.LISTING, About.IDENTITY})  # answered with a listing
OFFERED = 6  # hits of a search


class QuestionCard(QFrame):
    """A question until it is answered, and its answer from then on."""

    answered = Signal(str)  # a symbol, or one of the candidates
    reopened = Signal()
    line_wanted = Signal(int)

    def __init__(self, question: Question, listings: Listings) -> None:
        """Ask one question."""
        super().__init__()
        self.setObjectName(f"question_{question.line}_{question.about.value}")
        self.setAccessibleName(question_sentence(question))
        set_look(self, "card")
        self._question, self._listings = question, listings
        self._answer = ""
        self._told: str | None = None  # the answer about which something was said
        self._sentence = plain_label("question_sentence", "strong", question_sentence(question))
        self._sentence.setWordWrap(True)
        self._line = ElidedLabel("question_line", "small")
        self._said: QLabel = plain_label("question_said", "small")
        self._said.setWordWrap(True)
        self._candidates = _Buttons("candidate")
        self._candidates.picked.connect(self.answered)
        self._field = EntryField("question_search", self.tr("Search another listing"))
        self._field.setPlaceholderText(self.tr("Another listing: symbol, ISIN or name"))
        self._field.entered.connect(self._search)
        self._hits = _Buttons("hit")
        self._hits.picked.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        for widget in (self._sentence, self._line, self._candidates, self._field, self._hits, self._said):
            column.addWidget(widget)
        column.addLayout(self._foot())
        self._offer()
        self.show_answer("", "")

    @property
    def open(self) -> bool:
        """Whether it is not answered yet."""
        return not self._answer

    def take_focus(self) -> None:
        """Go to what answers it."""
        aim = self._candidates.first() or (self._field if self._field.isVisibleTo(self) else self._show)
        aim.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self) -> None:
        """Say that the answer cannot be taken, and what helps."""
        self._say(no_answer_line())

    def show_answer(self, answer: str, text: str) -> None:
        """Show the question with its line's text, or what was answered."""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._answer = answer
        if text:
            show_text(self._line, one_line(text[:300]))
            self._line.setToolTip(plain_tip(text[:2000]))
        listed = self._question.about in LISTED
        self._candidates.setVisible(not answer and bool(self._question.candidates))
        self._field.setVisible(not answer and listed)
        self._hits.setVisible(not answer and listed and self._hits.filled)
        self._change.setVisible(bool(answer))
        self._later.setVisible(not answer)
        if answer != self._told:  # else what a search said stays, though the file was read anew
            self._told = answer
            self._say(self._what_is_so(answer))
        if had_focus and answer:
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what_is_so(self, answer: str) -> str:
        if answer:
            return answered_line(self._name(answer))
        answerable = self._question.about in LISTED or self._question.candidates
        return "" if answerable else no_answer_line()

    def _foot(self) -> QHBoxLayout:
        self._show, self._later, self._change = QPushButton(), QPushButton(), QPushButton()
        for button, name, text in (
            (self._show, "question_show", self.tr("Show line")),
            (self._later, "question_later", self.tr("Ask me later")),
            (self._change, "question_change", self.tr("Change")),
        ):
            button.setObjectName(name)
            button.setText(text)
            button.setAccessibleName(f"{text}: {self._question.value or self._question.line}")
            button.setAutoDefault(False)
            set_look(button, "link")
        self._show.clicked.connect(lambda: self.line_wanted.emit(self._question.line))
        self._later.clicked.connect(lambda: self._say(later_line(listing=self._question.about is About.LISTING)))
        self._change.clicked.connect(self.reopened)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._show)
        foot.addWidget(self._later)
        foot.addWidget(self._change)
        foot.addStretch(1)
        return foot

    def _offer(self) -> None:
        candidates = self._question.candidates
        if self._question.about in LISTED:
            self._candidates.offer([(symbol, self._listings.name_of(symbol).text) for symbol in candidates])
        else:
            self._candidates.offer([(c, answer_name(self._question.about, c)) for c in candidates])

    def _name(self, answer: str) -> str:
        if self._question.about in LISTED:
            return self._listings.name_of(answer).text
        return answer_name(self._question.about, answer)

    def _search(self, text: str) -> None:
        if text:
            self._say(self.tr("Searching \u2026"))
            self._listings.search(text, self._found, self._say)

    def _found(self, hits: Sequence[ListingName]) -> None:
        self._hits.offer([(hit.symbol, hit.text) for hit in hits[:OFFERED]])
        self._hits.setVisible(bool(hits) and self.open)
        text = one_line(self._field.text())
        self._say("" if hits else self.tr("No listing is known for \u201c{text}\u201d.").format(text=text))
        first = self._hits.first()
        if first is not None and self._field.hasFocus():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, text: str) -> None:
        show_text(self._said, text)
        self._said.setVisible(bool(text))


class _Buttons(QWidget):
    """Buttons beneath each other, each with a value."""

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._buttons: list[QPushButton] = []

    @property
    def filled(self) -> bool:
        """Whether anything is offered."""
        return bool(self._buttons)

    def offer(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Offer other values, each with its text."""
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for value, text in pairs:
            button = QPushButton(text.replace("&", "&&"))
            button.setObjectName(f"{self._name}_{value}")
            button.setAccessibleName(text)
            button.setToolTip(plain_tip(text))
            button.setAutoDefault(False)
            set_look(button, "choice")
            button.clicked.connect(lambda _=False, v=value: self.picked.emit(v))
            self._buttons.append(button)
            self._column.addWidget(button)

    def first(self) -> QPushButton | None:
        """The first button that can be seen."""
        return next((button for button in self._buttons if not self.isHidden()), None)
