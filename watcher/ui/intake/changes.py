"""What will change: every instrument of the file, old and new, and the user's answers where both differ."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from watcher.desk.import_draft import ImportDraft
from watcher.domain.import_plan import Answer, ImportPlan
from watcher.ui.intake.changes_model import ENDS, INSTRUMENT, KEPT, STATED, ChangesModel
from watcher.ui.texts import plain_label, show_text
from watcher.words.intake_changes import all_label, answer_text, answer_tip, no_changes

ROW = 28  # px
WIDTHS = {KEPT: 150, STATED: 150, ENDS: 230}
FOR_ALL = (Answer.REPLACE, Answer.DIFFERENCE, Answer.LEAVE)
OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F4}


class ChangesPanel(QWidget):
    """The table of instruments, with buttons that answer for all of them."""

    decided = Signal(str, object)  # Change.about, Answer
    all_decided = Signal(object)  # Answer
    line_wanted = Signal(int)  # a line of the file

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("import_changes")
        self.model = ChangesModel()
        self.model.setParent(self)
        self.view = _ChangesView(self.model)
        self.view.menu_wanted.connect(self._open_menu)
        self._plan: ImportPlan | None = None
        self._all = QWidget()
        self._label = plain_label("changes_all", "small")
        row = QHBoxLayout(self._all)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(6)
        row.addWidget(self._label)
        for answer in FOR_ALL:
            button = QPushButton(answer_text(answer))
            button.setObjectName(f"all_{answer.value}")
            button.setToolTip(answer_tip(answer))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, a=answer: self.all_decided.emit(a))
            row.addWidget(button)
        row.addStretch(1)
        self._empty = plain_label("changes_empty", "dim")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(14, 12, 14, 12)
        self._empty.hide()
        self._all.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self._all)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def show_draft(self, draft: ImportDraft) -> None:
        """Show what taking a file in would do."""
        if draft.preview is None:
            return
        plan = draft.preview.plan
        if plan is self._plan:
            self.model.show_answers(draft.answers)
        else:
            self._plan = plan
            self.model.show(draft.preview.instruments, draft.answers)
        empty = not self.model.rows
        show_text(self._empty, no_changes(listed=plan.watch) if empty else "")
        self._empty.setVisible(empty)
        self.view.setVisible(not empty)
        asked = len(plan.asked)
        show_text(self._label, all_label(asked))
        self._all.setVisible(asked > 1)

    def _open_menu(self, row: int, at: QPoint) -> None:
        change = self.model.rows[row].change
        if change is None or not change.options:
            return
        menu = QMenu(self)
        menu.setObjectName("change_menu")
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for answer in change.options:
            action = menu.addAction(answer_text(answer))
            action.setObjectName(f"answer_{answer.value}")
            action.setToolTip(answer_tip(answer))
            action.setCheckable(True)
            action.setChecked(self.model.answer(row) is answer)
            action.triggered.connect(lambda _=False, a=answer: self.decided.emit(change.about, a))
            group.addAction(action)
        if self.model.rows[row].line:
            menu.addSeparator()
            line = self.model.rows[row].line
            show = menu.addAction(self.tr("Show line {line}").format(line=line))
            show.setObjectName("change_show")
            show.triggered.connect(lambda: self.line_wanted.emit(line))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)


class _ChangesView(QTableView):
    menu_wanted = Signal(int, QPoint)  # row, where on the screen

    def __init__(self, model: ChangesModel) -> None:
        super().__init__()
        self.setObjectName("changes_view")
        self.setAccessibleName(self.tr("What will change"))
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.setVisible(False)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(INSTRUMENT, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return or Space opens the answers."""
        index = self.currentIndex()
        if event.key() in OPENS and index.isValid():
            below = self.visualRect(index.siblingAtColumn(ENDS)).bottomLeft()
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(below))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on what happens opens the answers."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == ENDS:
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
