"""Which listing an instrument is, where the portfolio knows it: the user is asked once, not with every file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from watcher.domain.holding import Transaction
from watcher.domain.intake import About, Question
from watcher.domain.same_instrument import Instruments, Names
from watcher.intake.identity import Identity
from watcher.intake.report import Holding, Report


class Chosen(NamedTuple):
    """An instrument that is held under a listing; `currency` is that of its prices."""

    names: Names
    currency: str


def chosen_of(transactions: Iterable[Transaction]) -> frozenset[Chosen]:
    """The listings under which transactions are kept."""
    return frozenset(Chosen(Names.of(made), made.currency) for made in transactions if made.symbol)


def with_chosen(report: Report, chosen: frozenset[Chosen]) -> Report:
    """The report with the listings that the portfolio knows for its instruments, and without the questions for them.

    Only a sole listing in the currency of the file's prices is taken; what the file itself tells stays.
    """
    if not chosen or all(holding.yahoo_symbol for holding in report.holdings):
        return report
    instruments = Instruments([*(each.names for each in chosen), *(_names(h.identity) for h in report.holdings)])
    symbols: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for names, currency in chosen:
        symbols[instruments.key(names)][currency].add(names.symbol)
    held = []
    answered: set[tuple[int, str]] = set()
    for holding in report.holdings:
        found = symbols.get(instruments.key(_names(holding.identity)), {})
        fitting = found.get(holding.currency, set()) if holding.currency else set().union(*found.values())
        if holding.yahoo_symbol or len(fitting) != 1:
            held.append(holding)
            continue
        held.append(holding._replace(yahoo_symbol=next(iter(fitting)), candidates=()))
        answered |= _asked_by(holding)
    left = tuple(question for question in report.questions if not _is_answered(question, answered))
    return replace(report, holdings=tuple(held), questions=left)


def _names(who: Identity) -> Names:
    return Names(who.isin, who.wkn, "", who.symbol, who.exchange, who.cusip, who.sedol, who.name)


def _asked_by(holding: Holding) -> set[tuple[int, str]]:
    """Where and by which name a question about a holding's listing stands."""
    who = holding.identity
    return {(holding.lines[0], called) for called in (who.symbol, who.isin, who.wkn, who.name) if called}


def _is_answered(question: Question, answered: set[tuple[int, str]]) -> bool:
    return question.about is About.LISTING and (question.line, question.value) in answered
