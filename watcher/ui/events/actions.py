"""The strip on the selected card: star, note, category, remove, open in the browser."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QToolButton, QWidget

from watcher.domain.event import LETTERS, Card, Category, EventOrigin
from watcher.ui.icons import icon
from watcher.ui.links import safe_link
from watcher.ui.theme import current_tokens
from watcher.words.events import category_name

NOTE_AT_MOST = 2000  # characters
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
ESCAPE = Qt.Key.Key_Escape


class CardActions(QWidget):
    """Buttons for one card; asks for each thing by a signal and changes nothing itself."""

    star_wanted = Signal(str, bool)  # event id, starred from now on
    own_edit_wanted = Signal(str)  # event id of a note of the user's own, whose text is to be changed
    note_given = Signal(str, str)  # event id, the note's whole text
    category_wanted = Signal(str, object)  # event id, Category
    hide_wanted = Signal(str)  # event id
    link_wanted = Signal(str)  # address
    left = Signal()  # the note field was left by Enter or Esc; the focus belongs to the list again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card_actions")
        self.setAccessibleName(self.tr("What can be done with this event"))
        self._card: Card | None = None
        self._writing = False
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_buttons())
        self._stack.addWidget(self._make_note_field())
        self._draw_icons()

    def _make_buttons(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        self._star = self._button("card_star", "", self.tr("Star: keep among the notable ones (S)"))
        self._star.setCheckable(True)
        self._star.clicked.connect(self._ask_star)
        self._note = self._button("card_note", "", self.tr("Write your note on this event (E)"))
        self._note.clicked.connect(self.edit_note)
        self._category = self._button("card_category", "", self.tr("Choose what it is about (C)"))
        self._category.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._category.setMenu(self._make_menu())
        self._hide = self._button("card_remove", "", self.tr("Remove this card; it can be undone (Del)"))
        self._hide.clicked.connect(self._ask_hide)
        self._open = self._button("card_open", self.tr("Open"), "")
        self._open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._open.clicked.connect(self._ask_link)
        for button in (self._star, self._note, self._category, self._hide):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._open)
        return page

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip or text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("card_categories")
        self._group = QActionGroup(menu)
        self._choices: dict[Category, QAction] = {}
        for category in Category:
            action = menu.addAction(f"{LETTERS[category]}   {category_name(category)}")
            action.setCheckable(True)
            action.setData(category.value)
            self._group.addAction(action)
            self._choices[category] = action
        self._group.triggered.connect(self._ask_category)
        return menu

    def _make_note_field(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 2, 0, 4)
        self._field = QLineEdit(page)
        self._field.setObjectName("card_note_field")
        self._field.setAccessibleName(self.tr("Your note on this event"))
        self._field.setPlaceholderText(self.tr("Your note. Enter keeps it."))
        self._field.setMaxLength(NOTE_AT_MOST)
        self._field.installEventFilter(self)
        row.addWidget(self._field)
        return page

    def _star_icon(self) -> QIcon:
        return icon("star-filled", current_tokens().accent) if self._star.isChecked() else icon("star")

    def _draw_icons(self) -> None:
        self._star.setIcon(self._star_icon())
        self._note.setIcon(icon("note"))
        self._hide.setIcon(icon("trash"))
        self._open.setIcon(icon("link"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Icons follow the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def show_card(self, card: Card | None) -> None:
        """Stand for this card from now on; a note being written on the same card is left alone."""
        same = card is not None and self._card is not None and card.event.id == self._card.event.id
        self._card = card
        if not same:
            self._writing = False
            self._stack.setCurrentIndex(0)
        if card is None:
            return
        starred = card.annotation.starred
        self._star.setChecked(starred)
        self._star.setIcon(self._star_icon())
        name = category_name(card.category)
        self._category.setText(f"{LETTERS[card.category]} \u25be")
        self._category.setAccessibleName(self.tr("What it is about: {name}").format(name=name))
        self._choices[card.category].setChecked(True)
        url = safe_link(card.event.link)
        self._open.setVisible(url is not None)
        if url is not None:
            tip = self.tr("Open {host} in the browser (Enter)").format(host=url.host())
            self._open.setToolTip(tip)
            self._open.setAccessibleName(tip)

    def press(self, key: Qt.Key) -> bool:
        """Do what a key of the list means for this card; False if it means nothing here."""
        if self._card is None:
            return False
        if key == Qt.Key.Key_S:
            self._star.click()
        elif key == Qt.Key.Key_E:
            self.edit_note()
        elif key == Qt.Key.Key_C:
            self._category.showMenu()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._ask_hide()
        elif key in ENTER:
            self._ask_link()
        else:
            return False
        return True

    def make_menu(self, parent: QWidget) -> QMenu:
        """The same things as a menu, with their keys."""
        menu = QMenu(parent)
        menu.setObjectName("card_menu")
        starred = self._card is not None and self._card.annotation.starred
        menu.addAction(self.tr("Take the star off") if starred else self.tr("Star")).triggered.connect(self._star.click)
        menu.addAction(self.tr("Write a note")).triggered.connect(self.edit_note)
        kinds = self._category.menu()
        kinds.setTitle(self.tr("Category"))
        menu.addMenu(kinds)
        if not self._open.isHidden():
            menu.addAction(self._open.toolTip()).triggered.connect(self._ask_link)
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(self._ask_hide)
        return menu

    def edit_note(self) -> None:
        """Open the field with the note as it is; a note of the user's own is changed in its dialog."""
        if self._card is None:
            return
        if self._card.event.origin is EventOrigin.USER:
            self.own_edit_wanted.emit(self._card.event.id)
            return
        self._field.setText(self._card.annotation.note)
        self._stack.setCurrentIndex(1)
        self._writing = True
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """In the note field Enter keeps, Esc leaves it as it was, going elsewhere keeps what was typed."""
        if watched is self._field and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in ENTER | {ESCAPE}:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._leave_note(keep=event.key() != ESCAPE)
                self.left.emit()
                return True
        if watched is self._field and isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            elsewhere = event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
            if elsewhere:
                self._leave_note(keep=True)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus, Esc goes back to the list; the rest is the list's."""
        key, button = Qt.Key(event.key()), self.focusWidget()
        if key in ENTER and isinstance(button, QToolButton):
            button.click()
        elif key == ESCAPE:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _leave_note(self, *, keep: bool) -> None:
        if not self._writing:
            return
        self._writing = False  # before the field hides, which takes the focus from it
        text = self._field.text().strip()
        self._stack.setCurrentIndex(0)
        if keep and self._card is not None and text != self._card.annotation.note:
            self.note_given.emit(self._card.event.id, text)

    def _ask_star(self, on: bool) -> None:  # noqa: FBT001 - Qt's slot
        if self._card is not None:
            self.star_wanted.emit(self._card.event.id, on)

    def _ask_category(self, action: QAction) -> None:
        category = Category(action.data())
        if self._card is not None and category is not self._card.category:
            self.category_wanted.emit(self._card.event.id, category)

    def _ask_hide(self) -> None:
        if self._card is not None:
            self.hide_wanted.emit(self._card.event.id)

    def _ask_link(self) -> None:
        if self._card is not None and safe_link(self._card.event.link) is not None:
            self.link_wanted.emit(self._card.event.link)
