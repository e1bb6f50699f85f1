"""The search: a name, symbol, ISIN or WKN becomes the instrument on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from watcher.desk.session import Session, SessionKind
from watcher.domain.errors import FeedCode, FeedError, StoreError
from watcher.domain.holding import is_resolved
from watcher.domain.instrument import Instrument
from watcher.ui.hits import Hit, KnownHit
from watcher.ui.style import set_look
from watcher.ui.texts import plain_label, show_text
from watcher.ui.theme import current_tokens, sized
from watcher.ui.watchlist.model import AnyIndex
from watcher.words.feeds import did_you_mean, feed_sentence
from watcher.words.kinds import kind_name
from watcher.words.states import DOT
from watcher.words.zones import local_zone

WAIT_MS = 280  # after the last key, before the source is asked
WIDTH, ROW, ROWS = 560, 44, 8
MOST = 200  # watched symbols that are compared with what was typed
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
HIT_ROLE = Qt.ItemDataRole.UserRole
WATCHED_ROLE = Qt.ItemDataRole.UserRole + 1


class SearchPalette(QFrame):
    """Lies over the window's middle; Enter takes the hit, Esc gives the focus back to where it was."""

    deed_done = Signal(object)  # Deed: an instrument was put on the list
    failed = Signal(object)  # StoreError: the list could not be kept

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Search with the session's market; hidden until `open`."""
        super().__init__(parent)
        self._over = parent
        self.setObjectName("search_palette")
        self.setAccessibleName(self.tr("Search"))
        set_look(self, "popup")
        self._session = session
        self._market = session.market
        self._generation = 0
        self._return_to: QWidget | None = None
        self._give: Callable[[str], None] | None = None  # who asked for one instrument to be chosen
        self.field = QLineEdit()
        self.field.setObjectName("search_field")
        self.field.setAccessibleName(self.tr("Name, symbol, ISIN or WKN"))
        self.field.setPlaceholderText(self.tr("Name, symbol, ISIN or WKN"))
        self.field.setClearButtonEnabled(True)
        set_look(self.field, "search")
        self.hits = QListWidget()
        self.hits.setObjectName("search_hits")
        self.hits.setAccessibleName(self.tr("Hits"))
        self.hits.setUniformItemSizes(True)
        self.hits.setItemDelegate(_HitDelegate(self.hits))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = plain_label("search_words", "small")
        self.words.setWordWrap(True)
        self.words.setContentsMargins(12, 4, 12, 6)
        self._failure = ""  # why Yahoo could not be asked about what is typed
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.hits)
        column.addWidget(self.words)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._ask)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take_current)
        self.field.installEventFilter(self)
        self.hits.itemClicked.connect(self._take)
        self.hits.currentItemChanged.connect(self._say_what_enter_does)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the watched instruments below."""
        self._return_to = self.window().focusWidget()
        self.field.clear()
        self._typed("")
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, text: str, give: Callable[[str], None]) -> None:
        """Have one instrument chosen instead of shown; `give` gets its symbol, or "" where none was chosen.

        Args:
            text: what is looked for at first.
            give: called once.
        """
        self.open()
        self._give = give
        self.field.setText(text)
        self._say_what_enter_does()

    def shut(self) -> None:
        """Hide it and give the focus back."""
        give, self._give = self._give, None
        self._generation += 1
        self._wait.stop()
        had_focus = self._has_focus()
        self.hide()
        if had_focus and self._return_to is not None:
            self._return_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self._return_to = None
        if give is not None:
            give("")

    def place(self) -> None:
        """Go to the top of the window's middle; its owner calls this when it was resized."""
        over = self._over.rect()
        width = min(WIDTH, over.width() - 40)
        rows = min(self.hits.count(), ROWS)
        self.hits.setFixedHeight(rows * ROW)
        self.hits.setVisible(rows > 0)
        self.words.setVisible(bool(self.words.text()))
        height = 60 + (rows * ROW + 6 if rows else 0)
        if self.words.text():
            height += self.words.heightForWidth(width - 20) + 6
        self.setGeometry(QRect((over.width() - width) // 2, 56, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and Down move in the hits while typing goes on; Esc closes; leaving closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
            key = Qt.Key(event.key())
            if key in moves:
                self._move(moves[key])
                return True
            if key is Qt.Key.Key_Escape:
                self.shut()
                return True
            if key in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.hits.count():
                self._take(self.hits.currentItem(), here=True)
                return True
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            QTimer.singleShot(0, self, self._close_if_left)
        return super().eventFilter(watched, event)

    def _close_if_left(self) -> None:
        if self.isVisible() and self.window().isActiveWindow() and not self._has_focus():
            self.shut()

    def _has_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _typed(self, text: str) -> None:
        self._generation += 1
        self._failure = ""
        self._show_hits(self._near(text.strip()))
        if text.strip():
            self._wait.start()
            if not self.hits.count():
                show_text(self.words, self.tr("Searching …"))
        else:
            self._wait.stop()
            if not self.hits.count():
                show_text(self.words, self.tr("Type a name, symbol, ISIN or WKN."))
        self.place()

    def _say_what_enter_does(self) -> None:
        item = self.hits.currentItem()
        if self.hits.currentRow() < 0:
            return
        symbol = item.data(HIT_ROLE).symbol
        desk = self._session.watchlist
        if symbol not in desk.symbols:
            said = self.tr("Enter adds {symbol} to the watchlist.")
        elif symbol in desk.current.symbols:
            said = self.tr("Enter shows {symbol}.")
        else:
            said = self.tr("Enter shows {symbol}, Ctrl+Enter adds it to the list too.")
        if self._give is not None:
            said = self.tr("Enter chooses {symbol}.")
        show_text(self.words, "\n".join(part for part in (said.format(symbol=symbol), self._failure) if part))

    def _near(self, text: str) -> list[Hit]:
        """What is known here and matches, without asking anybody: what is watched, then whatever else was ever seen."""
        low = text.casefold()
        watched = [symbol for symbol in self._session.watchlist.symbols if is_resolved(symbol)]
        found = [symbol for symbol in watched if not low or _matches(self._market.instrument(symbol), low)]
        if low and self._session.kind is not SessionKind.SAMPLE:
            listed = set(watched)
            found += [i.symbol for i in self._market.instruments() if i.symbol not in listed and _matches(i, low)]
        if low:  # what begins with the text first, the order of the list otherwise
            found.sort(key=lambda symbol: not symbol.casefold().startswith(low))
        return [self._known(symbol) for symbol in found[:ROWS]]

    def _ask(self) -> None:
        text, generation = self.field.text().strip(), self._generation

        def done(hits: Sequence[Hit]) -> None:
            if generation == self._generation:
                self._take_hits(text, hits)

        def failed(error: Exception) -> None:
            if generation == self._generation:
                self._take_failure(text, error)

        if text:
            self._market.search(text, done, failed)

    def _take_hits(self, text: str, hits: Sequence[Hit]) -> None:
        near = self._near(text)
        known = {hit.symbol for hit in near}
        found = [*near, *(hit for hit in hits if hit.symbol not in known)]
        self._failure = ""
        likely = "" if found else self._likely(text)
        self._show_hits(found or ([self._known(likely)] if likely else []))
        if not found:
            show_text(self.words, self._nothing_found(text, likely))
        self.place()

    def _nothing_found(self, text: str, likely: str) -> str:
        if self._session.kind is not SessionKind.SAMPLE:
            return did_you_mean(text, likely)
        if not likely:
            return self.tr("The sample knows no \u201c{text}\u201d.").format(text=text)
        said = self.tr("The sample knows no \u201c{text}\u201d. Did you mean {symbol}?")
        return said.format(text=text, symbol=likely)

    def _known(self, symbol: str) -> KnownHit:
        known = self._market.instrument(symbol)
        return KnownHit(symbol, known.name, known.venue_name, known.kind.value)

    def _take_failure(self, text: str, error: Exception) -> None:
        if isinstance(error, FeedError):
            if error.code in {FeedCode.UNKNOWN_SYMBOL, FeedCode.EMPTY}:
                self._take_hits(text, ())
                return
            now, link = self._session.clock.now(), self._market.link
            self._failure = feed_sentence(error, now, local_zone(), until=link.until)
        else:
            self._failure = self.tr("The search gave no answer.")
        if self.hits.count():
            self._say_what_enter_does()
        else:
            show_text(self.words, self._failure)
        self.place()

    def _likely(self, text: str) -> str:
        near = min(self._session.watchlist.symbols[:MOST], key=lambda s: strokes(text.upper(), s.upper()), default="")
        return near if near and strokes(text.upper(), near.upper()) <= len(text) // 2 else ""

    def _show_hits(self, hits: list[Hit]) -> None:
        watched = set(self._session.watchlist.symbols)
        self.hits.clear()
        for hit in hits:
            item = QListWidgetItem()
            item.setData(HIT_ROLE, hit)
            detail = DOT.join(part for part in (hit.name, hit.venue_name, kind_name(hit.kind)) if part)
            spoken = f"{hit.symbol}, {detail}"
            if hit.symbol in watched:
                spoken = self.tr("{hit}, on the watchlist").format(hit=spoken)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setData(WATCHED_ROLE, hit.symbol in watched)
            item.setSizeHint(QSize(0, ROW))
            self.hits.addItem(item)
        if hits:
            self.hits.setCurrentRow(0)
            self._say_what_enter_does()

    def _move(self, rows: int) -> None:
        count = self.hits.count()
        if count:
            self.hits.setCurrentRow(min(max(self.hits.currentRow() + rows, 0), count - 1))

    def _take_current(self) -> None:
        item = self.hits.currentItem()
        if self.hits.count():
            self._take(item)
        elif self._wait.isActive():
            self._wait.stop()
            self._ask()

    def _take(self, item: QListWidgetItem, *, here: bool = False) -> None:
        """Show a hit, which goes onto the list if it is on none; `here`: also if it is only on another one."""
        hit = item.data(HIT_ROLE)
        desk = self._session.watchlist
        give, self._give = self._give, None
        self.shut()
        if give is not None:
            give(hit.symbol)
            return
        if hit.symbol not in (desk.current.symbols if here else desk.symbols):
            try:
                deed = desk.add(hit.symbol)
            except StoreError as error:
                self.failed.emit(error)
            else:
                self.deed_done.emit(deed)
        self._session.preferences.change(symbol=hit.symbol)


def _matches(known: Instrument, low: str) -> bool:
    return any(low in part.casefold() for part in (known.symbol, known.name, known.isin, known.wkn))


def strokes(one: str, other: str) -> int:
    """How many letters must be put in, taken out or changed to make one text the other (Levenshtein's distance)."""
    before = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        now = [i]
        for j, b in enumerate(other, start=1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (a != b)))
        before = now
    return before[-1]


class _HitDelegate(QStyledItemDelegate):
    """Symbol, name, and venue at the right; outside text is painted, never read as markup."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one hit."""
        hit = index.data(HIT_ROLE)
        tokens = current_tokens()
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 7, 7)
        inner = area.adjusted(12, 4, -12, -4)
        half = inner.height() // 2
        strong, small = sized(14, QFont.Weight.DemiBold), sized(12)
        venue = DOT.join(part for part in (hit.venue_name, kind_name(hit.kind)) if part)
        venue_width = QFontMetrics(small).horizontalAdvance(venue)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text))
        top = QRect(inner.left(), inner.top(), inner.width() - venue_width - 12, half)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), hit.symbol)
        painter.setFont(small)
        painter.setPen(QColor(tokens.dim))
        on_list = self.tr("on the watchlist") if index.data(WATCHED_ROLE) else ""
        room = inner.width() - (QFontMetrics(small).horizontalAdvance(on_list) + 12 if on_list else 0)
        name = QFontMetrics(small).elidedText(hit.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(inner.left(), inner.top() + half, inner.width(), half),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            on_list,
        )
        painter.drawText(
            QRect(inner.left(), inner.top() + half, inner.width(), half), int(Qt.AlignmentFlag.AlignVCenter), name
        )
        painter.drawText(
            QRect(inner.left(), inner.top(), inner.width(), half),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            venue,
        )
        painter.restore()
