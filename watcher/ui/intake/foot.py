"""The foot of the import dialog: where it goes, what agreeing does, and the two buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from watcher.desk.import_draft import ImportDraft
from watcher.desk.import_lists import ListTarget
from watcher.domain.import_plan import Answer, ImportPlan, RowState
from watcher.domain.intake import About
from watcher.domain.watchlist import Watchlist
from watcher.ui.intake.pickers import Picker
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label, show_text
from watcher.words.intake_summary import (
    Doing,
    all_there,
    import_button,
    import_word,
    nothing_in_it,
    where_to,
    will_do,
    will_list,
)

NEW = "new:"  # before the name of a list that is made


class ImportFoot(QWidget):
    """Says exactly what the button does, and offers nothing where there is nothing to do."""

    agreed = Signal()
    cancelled = Signal()
    list_chosen = Signal(object)  # ListTarget: the list that takes a watchlist

    def __init__(self, lists: Sequence[Watchlist], currency: str, *, sample: bool) -> None:
        """`lists` are the user's own, `currency` is that of his portfolio, `sample` says what is shown meanwhile."""
        super().__init__()
        self._currency, self._sample = currency, sample
        self.setObjectName("import_foot")
        named = [(str(kept.id), kept.name or self.tr("Watchlist")) for kept in lists]
        self._list = Picker("import_list", self.tr("List that the instruments go to"), named)
        self._list.picked.connect(self._choose)
        self._list_label = plain_label("import_list_label", "small", self.tr("To the list"))
        self._list_label.setBuddy(self._list)
        self._what = plain_label("import_what", "")
        self._what.setWordWrap(True)
        self._where = plain_label("import_where", "small")
        self._where.setWordWrap(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("import_cancel")
        self.cancel.setAccessibleName(self.tr("Cancel, nothing is written"))
        self.cancel.setAutoDefault(False)
        self.agree = QPushButton()
        self.agree.setObjectName("import_agree")
        self.agree.setDefault(True)
        set_look(self.agree, "primary")
        self.agree.clicked.connect(self.agreed)
        self.cancel.clicked.connect(self.cancelled)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._where)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._list_label)
        row.addWidget(self._list)
        row.addSpacing(8)
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        self._list.setSizePolicy(self._list.sizePolicy().Policy.Maximum, self._list.sizePolicy().verticalPolicy())

    def show_draft(self, draft: ImportDraft) -> None:
        """Say what agreeing to a file does."""
        plan = draft.plan
        if plan is None:
            self._offer(import_word(), offered=False)
            show_text(self._what, "")
            show_text(self._where, where_to(self._currency, sample=self._sample, listed=False))
            self._show_list(shown=False)
            return
        if draft.target is not None:
            name = draft.target.name
            self._list.show_value(NEW + name if name else str(draft.target.id), name)
        show_text(self._where, where_to(self._currency, sample=self._sample, listed=plan.watch))
        doing, listed = self._doing(draft, plan), draft.listed
        self._show_list(shown=plan.watch or draft.target is not None)
        something = bool(doing.rows or doing.replaced or listed)
        self._offer(import_button(doing.rows, doing.replaced, listed), offered=something and not draft.busy)
        said = will_do(doing)
        named = sum(bool(one.key) for one in plan.listed)
        if not something and doing.there and not plan.asked and not doing.left:
            said = all_there(doing.there)
        elif named and (plan.watch or draft.target is not None):
            said = " ".join(part for part in (said, will_list(listed, named - listed)) if part)
        show_text(self._what, said or nothing_in_it())

    def _doing(self, draft: ImportDraft, plan: ImportPlan) -> Doing:
        rows, replaced = draft.effect
        return Doing(
            rows,
            sum(one.question.about is About.LISTING and not one.answer for one in draft.asked),
            replaced,
            plan.count(RowState.KNOWN),
            sum(draft.answers.get(change.about, Answer.LEAVE) is Answer.LEAVE for change in plan.asked),
            plan.count(RowState.OPEN),
        )

    def _offer(self, text: str, *, offered: bool) -> None:
        self.agree.setText(text)
        self.agree.setAccessibleName(text)
        self.agree.setEnabled(offered)

    def _show_list(self, *, shown: bool) -> None:
        self._list.setVisible(shown and self._list.count() > 0)
        self._list_label.setVisible(self._list.isVisibleTo(self))

    def _choose(self, value: str) -> None:
        made = ListTarget(name=value.removeprefix(NEW)) if value.startswith(NEW) else ListTarget(id=int(value))
        self.list_chosen.emit(made)
