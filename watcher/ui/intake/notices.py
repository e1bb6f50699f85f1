"""What is worth knowing about single lines: cells that could not be read, doubtful digits, doubles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from watcher.desk.import_preview import Preview
from watcher.ui.icons import icon
from watcher.ui.intake.pickers import RETURNS
from watcher.ui.theme import current_tokens
from watcher.words.intake import notice_sentence, problem_sentence
from watcher.words.numbers import number

AT_MOST = 500  # that are listed; the chips above the lines find the others
LINE = int(Qt.ItemDataRole.UserRole)
translate = QCoreApplication.translate


def notice_count(preview: Preview) -> int:
    """How many there are."""
    return len(preview.report.problems) + len(preview.report.notices)


class NoticesPanel(QListWidget):
    """A list; choosing an entry shows its line."""

    line_wanted = Signal(int, int)  # physical line, column (0-based)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("import_notices")
        self.setAccessibleName(self.tr("Worth knowing"))
        self.setWordWrap(True)
        self.setSpacing(3)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.itemActivated.connect(self._show)
        self.itemClicked.connect(self._show)

    def show_preview(self, preview: Preview) -> None:
        """List what is to be said of a file."""
        at = self.currentRow()
        self.clear()
        tokens = current_tokens()
        for problem in preview.report.problems[:AT_MOST]:
            self._add(problem_sentence(problem), "warning", tokens.bad, problem.line, problem.column - 1)
        for notice in preview.report.notices[: max(AT_MOST - self.count(), 0)]:
            self._add(notice_sentence(notice), "note", tokens.dim, notice.line, 0)
        rest = notice_count(preview) - self.count()
        if rest > 0:
            said = translate("NoticesPanel", "And {count} more.").format(count=number(rest, 0))
            self._add(said, "more", tokens.dim, 0, 0)
        self.setCurrentRow(min(at, self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return shows the line, and does not press the dialog's default button."""
        super().keyPressEvent(event)
        if event.key() in RETURNS:
            event.accept()

    def _add(self, text: str, drawing: str, colour: str, line: int, column: int) -> None:
        item = QListWidgetItem(icon(drawing, colour), text)
        item.setData(LINE, (line, column))
        self.addItem(item)

    def _show(self, item: QListWidgetItem) -> None:
        line, column = item.data(LINE)
        if line:
            self.line_wanted.emit(line, column)
