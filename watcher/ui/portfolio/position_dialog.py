"""All transactions of one position, with what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from watcher.desk.session import Session
from watcher.domain.holding import is_resolved
from watcher.domain.settings import Settings
from watcher.domain.valuation import Valuation
from watcher.ui.portfolio.editing import Editing
from watcher.ui.portfolio.trade_rows import trade_rows
from watcher.ui.portfolio.trades_view import TradesModel, TradesView
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label, show_text
from watcher.words import amounts, portfolio

SIZE = 780, 460  # px, at first
WAIT_MS = 250


class PositionDialog(QDialog):
    """Follows the position while it is open; goes when nothing is left to show."""

    def __init__(
        self, session: Session, key: str, editing: Editing, actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        """Show the entries of an instrument.

        Args:
            session: whose holdings.
            key: of the instrument.
            editing: does what is wanted here.
            actions: of the window, such as undo and redo, which work here too.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setObjectName("position_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._session = session
        self._desk = session.holdings
        self.key = key
        self._editing = editing
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.refresh)
        self._model = TradesModel(self)
        self.view = TradesView(self._model, self)
        self._origins: dict[int, str] = {}
        self._make()
        self.addActions(list(actions))
        self._connect()
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Show what there is now."""
        self._wait.stop()
        valuation = self._desk.valuation(self.key)
        entries = self._desk.entries(self.key)
        if valuation is None or not entries:
            self.close()
            return
        hidden = self._session.preferences.settings.amounts_hidden
        self.setWindowTitle(self.tr("Transactions in {name}").format(name=self._name()))
        self._show_head(valuation, hidden=hidden)
        batches = {entry.batch for entry in entries if entry.batch is not None}
        if batches - self._origins.keys():
            self._origins = {batch.id: batch.name for batch in self._session.stores.user.batches.all()}
        rows = trade_rows(
            entries, valuation, self._desk.currency, lambda batch: self._origins.get(batch, ""), hidden=hidden
        )
        if rows != self._model.rows:
            place = self.view.currentIndex().row()
            self._model.set_rows(rows)
            self.view.fit_columns(rows)
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self._model.index(min(max(place, 0), len(rows) - 1), 0))

    def add(self) -> None:
        """Write down another transaction."""
        self._editing.add(self.key, self)

    def change(self) -> None:
        """Put the current transaction right."""
        chosen = self.view.chosen()
        if chosen:
            self._editing.change(chosen[0].entry, self)

    def remove(self) -> None:
        """Remove what is selected."""
        chosen = self.view.chosen()
        if chosen:
            self._editing.remove(row.entry.id for row in chosen)

    def _make(self) -> None:
        self._head = plain_label("position_head", "strong")
        self._parts = plain_label("position_parts", "dim")
        self._missing = plain_label("position_missing", "dim")
        self._listing = QPushButton(self.tr("Choose the listing"))
        self._listing.setObjectName("position_listing")
        self._listing.setAutoDefault(False)
        set_look(self._listing, "link")
        for label in (self._head, self._parts, self._missing):
            label.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self._add = self._button(buttons, "position_add", self.tr("Add"), roles.ActionRole)
        self._change = self._button(buttons, "position_change", self.tr("Change"), roles.ActionRole)
        self._remove = self._button(buttons, "position_remove", self.tr("Remove"), roles.ActionRole)
        self._button(buttons, "position_close", self.tr("Close"), roles.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 6)
        head.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self._head, 1)
        line.addWidget(self._listing)
        head.addLayout(line)
        head.addWidget(self._parts)
        head.addWidget(self._missing)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 0)
        foot.addWidget(buttons)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _button(self, box: QDialogButtonBox, name: str, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = box.addButton(text, role)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.view.change_wanted.connect(self.change)
        self.view.removal_wanted.connect(self.remove)
        self.view.addition_wanted.connect(self.add)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.selectionModel().selectionChanged.connect(self._see_chosen)
        self._add.clicked.connect(self.add)
        self._change.clicked.connect(self.change)
        self._remove.clicked.connect(self.remove)
        self._listing.clicked.connect(self._choose)
        self._desk.changed.connect(self.refresh)
        self._desk.valued.connect(self._note)
        self._session.preferences.changed.connect(self._follow)
        self._see_chosen()

    def _show_head(self, valuation: Valuation, *, hidden: bool) -> None:
        currency, resolved = self._desk.currency, is_resolved(self.key)
        decimals = self._session.market.instrument(self.key).decimals if resolved else 2
        held = portfolio.held_line(valuation, decimals, currency, hidden=hidden)[0]
        parts = [held] if valuation.position.lots else [self.tr("All sold")]
        if valuation.value is not None and valuation.position.lots:
            value = amounts.amount(valuation.value, currency, hidden=hidden)
            parts.append(self.tr("value {amount}").format(amount=value))
        show_text(self._head, portfolio.DOT.join((self._name(), *parts)))
        lines = []
        if valuation.gain is not None and valuation.position.lots:
            lines.append(portfolio.unrealised_line(valuation.gain, valuation.gain_ratio, currency, hidden=hidden))
            lines.append(portfolio.parts_line(valuation.gain, currency, hidden=hidden))
        if valuation.closings:
            lines.append(portfolio.realised_line(valuation.realised, currency, hidden=hidden))
        show_text(self._parts, portfolio.DOT.join(lines))
        self._parts.setVisible(bool(lines))
        lack = portfolio.worst(valuation.lacks)
        pair = f"{currency}/{valuation.currency}" if valuation.currency else ""
        missing = portfolio.missing_lines(valuation, hidden=hidden)
        if lack is not None and not missing:
            missing = [portfolio.lack_text(lack, pair)]
        show_text(self._missing, "\n".join(missing))
        self._missing.setVisible(bool(missing))
        self._listing.setVisible(not resolved)

    def _name(self) -> str:
        name = self._desk.name(self.key)
        return f"{self.key} \u00b7 {name}" if is_resolved(self.key) and name != self.key else name

    def _see_chosen(self) -> None:
        many = len(self.view.chosen())
        self._change.setEnabled(many == 1)
        self._remove.setEnabled(many > 0)

    def _choose(self) -> None:
        self.close()
        self._editing.choose_listing(self.key)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("trades_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for name, text, key, slot in (
            ("trade_change", self.tr("Change"), Qt.Key.Key_Return, self.change),
            ("trade_remove", self.tr("Remove"), Qt.Key.Key_Delete, self.remove),
            ("trade_add", self.tr("Add"), Qt.Key.Key_Insert, self.add),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(key))
            action.setEnabled(name == "trade_add" or bool(self.view.chosen()))
            action.triggered.connect(slot)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _note(self, instruments: frozenset[str]) -> None:
        if self.key in instruments and not self._wait.isActive():
            self._wait.start()

    def _follow(self, before: Settings, after: Settings) -> None:
        if before.amounts_hidden != after.amounts_hidden:
            self.refresh()
