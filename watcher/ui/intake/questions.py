"""What only the user knows: each question with its candidates as buttons, a search for others, and "later"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from watcher.desk.import_draft import Asked, ImportDraft
from watcher.domain.intake import Question
from watcher.ui.intake.listing_names import Listings
from watcher.ui.intake.question_card import QuestionCard
from watcher.ui.texts import plain_label, show_text
from watcher.words.intake_summary import questions_intro


class QuestionsPanel(QScrollArea):
    """A card a question; cards stay while the file is read anew, so that the focus stays too."""

    answered = Signal(object, str)  # Question, the answer
    reopened = Signal(object)  # Question whose answer the user takes back
    line_wanted = Signal(int)  # physical line to show

    def __init__(self, listings: Listings) -> None:
        """`listings` names candidates and searches for others."""
        super().__init__()
        self.setObjectName("import_questions")
        self.setAccessibleName(self.tr("Questions"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._listings = listings
        self._cards: dict[Question, QuestionCard] = {}
        self._intro = plain_label("questions_intro", "small")
        self._intro.setWordWrap(True)
        inside = QWidget()
        inside.setObjectName("questions_inside")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self._intro)
        self._column.addStretch(1)
        self.setWidget(inside)

    def show_draft(self, draft: ImportDraft) -> None:
        """Show the questions of a file, answered or not."""
        asked: Sequence[Asked] = draft.asked
        wanted = {one.question for one in asked}
        for question in [q for q in self._cards if q not in wanted]:
            card = self._cards.pop(question)
            self._column.removeWidget(card)
            card.deleteLater()
        still = sum(not one.answer for one in asked)
        show_text(self._intro, questions_intro(len(asked), still))
        for place, one in enumerate(asked, 1):
            card = self._cards.get(one.question) or self._make(one.question, place)
            card.show_answer(one.answer, draft.text_of(one.question.line))

    def refuse(self, question: Question) -> None:
        """Say that an answer cannot be taken here."""
        card = self._cards.get(question)
        if card is not None:
            card.refuse()

    def focus_first(self) -> bool:
        """Go to the first open question; False where there is none."""
        for card in self._cards.values():
            if card.open:
                card.take_focus()
                self.ensureWidgetVisible(card)
                return True
        return False

    def _make(self, question: Question, place: int) -> QuestionCard:
        card = QuestionCard(question, self._listings)
        card.answered.connect(lambda answer: self.answered.emit(question, answer))
        card.reopened.connect(lambda: self.reopened.emit(question))
        card.line_wanted.connect(self.line_wanted)
        self._cards[question] = card
        self._column.insertWidget(place, card)
        card.show()  # a layout shows what is added with a later event only; until then nothing in it takes the focus
        return card
