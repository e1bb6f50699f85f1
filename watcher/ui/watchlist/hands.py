"""What the user can do to his lists from the panel; each change is a deed that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from watcher.desk.deeds import Deed
from watcher.desk.pasting import candidates, is_list, known_listings, rows_of, text_of
from watcher.desk.session import Session
from watcher.domain.errors import StoreError
from watcher.domain.watchlist import ListRow, RowKind, Rows, Watchlist
from watcher.ui.watchlist.name_dialog import NameDialog

translate = QCoreApplication.translate


class ListHands(QObject):
    """Does to the session's lists what view and menus ask for; places are those of the current list."""

    deed_done = Signal(object)  # Deed
    failed = Signal(object)  # StoreError: a list could not be kept
    said = Signal(str)  # a sentence on what was pasted

    def __init__(self, session: Session, over: QWidget) -> None:
        """Work on the session's lists; dialogs open over `over`."""
        super().__init__(over)
        self._over = over
        self._desk = session.watchlist
        self._market = session.market
        self._late = session.late_listings
        self._copied: tuple[str, Rows] = ("", ())  # the text that was copied here last, and the rows it is of

    def listings_of(self, key: str) -> tuple[str, ...]:
        """The listings that what is only written may stand for: known here, else as the source said."""
        known = candidates(key, known_listings(self._market.instruments()))
        return known or (self._late.candidates(key) if self._late is not None else ())

    def do(self, change: Callable[[], Deed]) -> bool:
        """Make a change and tell of it; whether it could be kept."""
        try:
            deed = change()
        except StoreError as error:
            self.failed.emit(error)
            return False
        self.deed_done.emit(deed)
        return True

    def copy(self, places: Sequence[int]) -> None:
        """Put rows on the clipboard as text; another list of this window gets them as they are."""
        rows = tuple(self._desk.current.rows[at] for at in places)
        self._copied = (text_of(rows), rows)
        QGuiApplication.clipboard().setText(self._copied[0])

    def can_paste(self) -> bool:
        """Whether the clipboard holds a list of symbols; files and tables are for the import."""
        mime = QGuiApplication.clipboard().mimeData()
        return not mime.hasUrls() and (mime.text() == self._copied[0] or is_list(mime.text()))

    def paste(self, at: int) -> tuple[str, ...]:
        """Put in before place `at` what the clipboard names and the list has not; the instruments that came."""
        text = QGuiApplication.clipboard().text()
        copied, as_they_were = self._copied
        rows = as_they_were if text == copied else rows_of(text, known_listings(self._market.instruments()))
        listed = set(self._desk.current.rows)
        fresh = [row for row in rows if row.kind is RowKind.SECTION or row not in listed]
        if not any(row.kind is RowKind.SYMBOL for row in rows):
            self.said.emit(translate("watchlist", "The clipboard names no instrument."))
            return ()
        if not any(row.kind is RowKind.SYMBOL for row in fresh):
            self.said.emit(translate("watchlist", "All that was pasted is on the list already."))
            return ()
        if not self.do(partial(self._desk.insert, fresh, at)):
            return ()
        return tuple(row.text for row in fresh if row.kind is RowKind.SYMBOL)

    def choose_listing(self, key: str, symbol: str) -> None:
        """Put the listing that the user chose ("" for none) in the place of what is only written."""
        rows = self._desk.current.rows
        fresh, old = ListRow(RowKind.SYMBOL, symbol), ListRow(RowKind.SYMBOL, key)
        after: Rows = tuple(row for row in rows if row != fresh)
        if not symbol or old not in after:
            return
        at = after.index(old)
        self.do(partial(self._desk.replace_rows, (*after[:at], fresh, *after[at + 1 :]), symbol))

    # ---- lists and sections: each asks for a name first
    def new_list(self) -> None:
        """Ask what a new list is to be called, and show it."""
        dialog = NameDialog(translate("watchlist", "New list"), "", self._over)
        dialog.named.connect(lambda name: self.do(partial(self._desk.add_list, name)))
        dialog.open()

    def rename_list(self) -> None:
        """Ask what the current list is to be called."""
        current = self._desk.current
        dialog = NameDialog(translate("watchlist", "Rename the list"), list_name(current), self._over)
        dialog.named.connect(lambda name: self.do(partial(self._desk.rename_list, current.id, name)))
        dialog.open()

    def remove_list(self) -> None:
        """Remove the current list; the last one stays."""
        if len(self._desk.lists) > 1:
            self.do(partial(self._desk.remove_list, self._desk.current.id))

    def new_section(self, at: int) -> None:
        """Ask what the rows from a place on are to be headed by."""
        dialog = NameDialog(translate("watchlist", "New section"), "", self._over)
        dialog.named.connect(lambda name: self.do(partial(self._desk.add_section, name, at)))
        dialog.open()


def list_name(watchlist: Watchlist) -> str:
    """What a list is called; the first one has a name of its own only once the user gave it one."""
    return watchlist.name or translate("watchlist", "Watchlist")
