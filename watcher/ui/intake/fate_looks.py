"""How the end of a line looks: its icon, its colour and its words."""

from __future__ import annotations

from watcher.desk.import_preview import Preview
from watcher.domain.import_line import LineEnd
from watcher.domain.intake import Fate, Kind
from watcher.ui.tokens import Tokens
from watcher.words.intake import notice_sentence, problem_sentence, question_sentence
from watcher.words.intake_lines import (
    asked_line,
    continued_line,
    fate_line,
    named_line,
    problem_line,
    trade_line,
    unlisted_line,
    watched_line,
)

ICONS = {
    LineEnd.IMPORTED: "check",
    LineEnd.THERE: "check",
    LineEnd.ASKED: "question",
    LineEnd.MERGED: "link",
    LineEnd.SKIPPED: "minus",
    LineEnd.QUESTION: "question",
    LineEnd.WRONG: "warning",
    LineEnd.FRAME: "text",
}
QUIET = frozenset({LineEnd.THERE, LineEnd.MERGED, LineEnd.SKIPPED, LineEnd.FRAME})


def colour_of(end: LineEnd, tokens: Tokens) -> str:
    """The colour of an end's words and icon."""
    if end in QUIET:
        return tokens.dim
    return {LineEnd.IMPORTED: tokens.good, LineEnd.WRONG: tokens.bad}.get(end, tokens.accent)


def words_of(preview: Preview, line: int) -> str:
    """What becomes of a line, in the room of a column."""
    fate, end = preview.fate(line), preview.end(line)
    if line > fate.first and fate.fate is Fate.IMPORTED:
        return continued_line(fate.first)
    rows = preview.rows(line) if fate.fate is Fate.IMPORTED else ()
    problems = preview.problems(line) if fate.fate is Fate.WRONG else ()
    if problems:
        return problem_line(problems[0])
    if not rows:
        return fate_line(fate)
    row = rows[0]
    if row.side is not None:
        said = trade_line(row.side, row.quantity, row.price, row.currency)
    elif row.reason or preview.report.kind is not Kind.WATCHLIST:
        said = named_line(row.reason)
    else:
        said = watched_line([r.identity.symbol or r.identity.name or r.identity.isin or r.identity.wkn for r in rows])
    if end is LineEnd.QUESTION and not preview.is_open(line):
        return unlisted_line(said)
    first = asked_line(end)
    return f"{first}: {said}" if first else said


def story_of(preview: Preview, line: int) -> str:
    """All that is to be said of a line: its end, what is asked, what could not be read, what is worth knowing."""
    said = [words_of(preview, line)]
    said += [question_sentence(question) for question in preview.questions(line)]
    said += [problem_sentence(problem) for problem in preview.problems(line)]
    said += [notice_sentence(notice) for notice in preview.notices(line)]
    return "\n".join(said)
