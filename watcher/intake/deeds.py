"""Finds out what each row of a table of bookings does: from its type, else from what its texts say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from watcher.domain.holding import Cause
from watcher.intake import trade_text
from watcher.intake.layout import Layout
from watcher.intake.report import Reason
from watcher.intake.roles import Role
from watcher.intake.spelling import plain
from watcher.intake.verbs import MOVES, STRONG, TRADES, Action, action_of

REASONS = {
    Action.DIVIDEND: Reason.DIVIDEND,
    Action.TAX: Reason.TAX,
    Action.FEE: Reason.FEE,
    Action.INTEREST: Reason.CASH,
    Action.CASH: Reason.CASH,
    Action.DEPOSIT: Reason.DEPOSIT,
    Action.FX: Reason.FX,
}
DIRECTIONS = {  # of a change of the security
    Action.BUY: Action.IN,
    Action.IN: Action.IN,
    Action.DEPOSIT: Action.IN,
    Action.SELL: Action.OUT,
    Action.OUT: Action.OUT,
}
CAUSES = {
    Action.SPLIT: Cause.SPLIT,
    Action.BONUS: Cause.BONUS,
    Action.MERGER: Cause.MERGER,
    Action.TRANSFER: Cause.TRANSFER,
    Action.IN: Cause.TRANSFER,
    Action.OUT: Cause.TRANSFER,
    Action.DEPOSIT: Cause.TRANSFER,
}
DERIVED = re.compile(r"cfds?|options?|futures?", re.IGNORECASE)
TAKEN_BACK = re.compile(r"\b(storn|cancel|annul|makuler|geannuleerd|kanseller|reversal|mitatoi)")


class Deed(NamedTuple):
    """What a row does, and the sentence that told it; `words` are those of the type columns.

    `change` is the change of the security behind an action that tells the direction alone, else UNKNOWN.
    """

    action: Action
    told: trade_text.Told | None
    words: str
    taken_back: bool = False
    change: Action = Action.UNKNOWN
    derived: bool = False  # the type is that of a derivative: "CFD"

    @property
    def cause(self) -> Cause:
        """Why shares come or go, where it is no trade."""
        return CAUSES.get(self.change, CAUSES.get(self.action, Cause.NONE))


class Deeds:
    """Reads the deeds of one table's rows and remembers what its types mean."""

    def __init__(self, layout: Layout) -> None:
        """Take the places from the layout."""
        self._layout = layout
        self._pick: Callable[[Sequence[str]], object] = itemgetter(*layout.types) if layout.types else len
        self._typed: dict[object, Deed] = {}
        self._tellers = {i for i in layout.texts if i != layout.name and layout.found.views[i].role is Role.TEXT}
        reference = layout.found.profiles[layout.reference] if layout.reference >= 0 and not layout.types else None
        self._spoken_reference = reference is not None and reference.spoken > 0
        self._untold = layout.quantity < 0  # figures stand in sentences alone
        self._amount = layout.read.get(layout.amount.place)
        self._decimal = layout.found.views[layout.price.place].decimal if layout.price.place >= 0 else ""

    def read(self, cells: Sequence[str]) -> Deed:
        """What a row does."""
        key = self._pick(cells)
        found = self._typed.get(key)
        if found is None:
            found = self._typed[key] = self._by_type([cells[i] for i in self._layout.types])
        if self._untold and found.action in TRADES:
            return self._with_told(cells, found)
        return found if found.action in STRONG else self._by_text(cells, found)

    def _with_told(self, cells: Sequence[str], typed: Deed) -> Deed:
        """A trade whose type is known and whose figures stand in a sentence alone."""
        told = self._sentence(cells)
        return typed if told is None else typed._replace(told=told)

    @staticmethod
    def _by_type(types: Sequence[str]) -> Deed:
        words = " ".join(cell.strip() for cell in types)
        if any(DERIVED.fullmatch(cell.strip()) for cell in types):
            return Deed(Action.FEE, None, words, derived=True)
        taken_back = bool(TAKEN_BACK.search(plain(words)))
        weak = Action.UNKNOWN
        for cell in types:
            action = action_of(cell)
            if weak is Action.MERGER and action in DIRECTIONS:
                return Deed(DIRECTIONS[action], None, words, taken_back, weak)
            if action in STRONG:
                return Deed(action, None, words, taken_back)
            if weak in {Action.UNKNOWN, Action.VAGUE} and action is not Action.UNKNOWN:
                weak = action
        return Deed(weak, None, words, taken_back)

    def _by_text(self, cells: Sequence[str], typed: Deed) -> Deed:
        """What the texts say where the type columns say too little."""
        told = self._sentence(cells)
        if told is not None:
            return self._told(told, typed)
        back = typed.taken_back or any(
            TAKEN_BACK.match(plain(cells[place][:40])) for place in self._layout.texts if place != self._layout.name
        )
        return typed._replace(action=self._from_words(cells, typed.action), taken_back=back)

    def _sentence(self, cells: Sequence[str]) -> trade_text.Told | None:
        for place in (*self._layout.texts, *self._layout.types):
            if not self._layout.found.profiles[place].told:
                continue
            amount = self._amount(cells[self._layout.amount.place].strip()) if self._amount is not None else None
            told = trade_text.told(cells[place], self._decimal, amount)
            if told is not None:
                return told
        return None

    @staticmethod
    def _told(told: trade_text.Told, typed: Deed) -> Deed:
        """A trade that a sentence tells, or a change of the security where words before it say so."""
        before = action_of(told.moved) if told.moved else told.action
        if before is Action.CASH:
            return typed._replace(action=before)
        action = told.action
        if before not in TRADES:
            action = Action.IN if told.action is Action.BUY else Action.OUT
            return typed._replace(action=action, told=told, change=before)
        return typed._replace(action=action, told=told)

    def _places(self, weak: Action) -> list[int]:
        """The columns whose words count; a name says nothing about a row whose type says something."""
        layout = self._layout
        if weak in MOVES or weak is Action.CASH:
            return [place for place in layout.texts if place != layout.name]
        places = list(layout.texts)
        if self._spoken_reference:
            places.insert(0, layout.reference)
        if layout.name >= 0 and layout.name not in places:
            places.append(layout.name)
        return places

    def _from_words(self, cells: Sequence[str], weak: Action) -> Action:
        layout = self._layout
        for place in self._places(weak):
            text = cells[place]
            action = action_of(text.split(" ", 1)[0] if layout.verbs_in_names and place == layout.name else text)
            if action in TRADES and not layout.verbs_in_names and place not in self._tellers:
                continue  # a name may hold such a word; a sentence that tells a trade was read before
            if action in STRONG or (weak is Action.UNKNOWN and action is Action.CASH):
                return action
            if action is not Action.UNKNOWN and weak is Action.UNKNOWN:
                weak = action
        if weak is Action.UNKNOWN and layout.section:
            weak = action_of(layout.section)
            return weak if weak not in TRADES | MOVES else Action.VAGUE
        return weak
