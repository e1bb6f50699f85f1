"""Holds the German words to the source: complete, with the same placeholders, in the house's tone, and compiled.

After any change of a text, from the root of the checkout:

    pyside6-lupdate -extensions py watcher -no-obsolete -locations none -ts resources/translations/watcher_de.ts

then finish what is marked `unfinished` in that file (an editor does, or pyside6-linguist), and

    pyside6-lrelease resources/translations/watcher_de.ts

English has a file without entries, so that whoever prefers English to German is not given German.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, QTranslator

from watcher import resources

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
Entry = tuple[str, str]  # context, English text

PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
UNITS = r"(?:%|€|EUR|USD|CNY|HKD|Mrd\.?|Mio\.?|Tsd\.?|min|h|s|Tage?n?|Stunden?|Minuten?|Kerzen?|Monate?|Jahre?)"
LOOSE_UNIT = re.compile(rf"(?:\d|\{{n\}}|\{{days\}}|\{{hours\}}|\{{minutes\}}|\{{number\}}) {UNITS}(?![\w.])")
# words.states.lower_first makes a small letter of the first: no noun may begin them
MID_LINE = {"Closed", "No answer", "Delayed", "Quiet", "Delay unknown", "No price yet", "Unconfirmed", "Live"}
NO_NOUNS = {"Geschlossen", "Keine", "Verzögert", "Ruhig", "Unbekannt", "Noch", "Unbestätigt", "Live", "Etwa", "Letzter"}


class Texts(ast.NodeVisitor):
    """Collects every text that is given to `translate` or to `tr`; the context of `tr` is the class around it."""

    def __init__(self, path: Path) -> None:
        self.found: set[Entry] = set()
        self.unread: list[str] = []
        self._path = path
        self._classes = [""]
        self.visit(ast.parse(path.read_text(encoding="utf-8")))

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        of = getattr(getattr(node.func, "value", None), "id", "")
        given = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        if called == "tr":
            self._take(node, self._classes[-1], given)
        elif called == "translate" and (isinstance(node.func, ast.Name) or of == "QCoreApplication"):
            self._take(node, given[0], given[1:])
        self.generic_visit(node)

    def _take(self, node: ast.Call, context: object, given: Sequence[object]) -> None:
        if isinstance(context, str) and context and len(given) == 1 and isinstance(given[0], str):
            self.found.add((context, given[0]))
        else:
            self.unread.append(f"{self._path.name}:{node.lineno}")


@cache
def texts() -> tuple[Texts, ...]:
    return tuple(Texts(path) for path in sorted((ROOT / "watcher").rglob("*.py")))


@cache
def source_texts() -> frozenset[Entry]:
    return frozenset().union(*(each.found for each in texts()))


@cache
def german() -> dict[Entry, str]:
    """The finished entries of the .ts file."""
    found = {}
    for context in ET.parse(FOLDER / "watcher_de.ts").getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            words = message.find("translation")
            if words is not None and words.get("type") is None:
                found[context.findtext("name", ""), message.findtext("source", "")] = words.text or ""
    return found


def test_every_text_is_written_where_it_can_be_extracted() -> None:
    assert [place for each in texts() for place in each.unread] == []
    assert len(source_texts()) > 400


NOT_SHOWN_YET: set[str] = set()  # contexts that no window shows so far; they get their words with the window


def test_every_text_has_finished_german_words() -> None:
    shown = {entry for entry in source_texts() if entry[0] not in NOT_SHOWN_YET}
    assert sorted(shown - {entry for entry, words in german().items() if words.strip()}) == []


def test_no_german_words_are_left_of_texts_that_are_gone() -> None:
    assert sorted(german().keys() - source_texts()) == []


def test_german_words_have_the_same_placeholders() -> None:
    differing = {
        entry: words
        for entry, words in german().items()
        if sorted(PLACEHOLDER.findall(entry[1])) != sorted(PLACEHOLDER.findall(words))
    }
    assert differing == {}


def test_the_compiled_file_says_what_the_source_file_says(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load("watcher_de.qm", str(FOLDER))
    compiled = {entry: translator.translate(entry[0], entry[1]) for entry in german()}
    assert compiled == german()


@pytest.mark.parametrize(("preferred", "file"), [("en_GB", "watcher_en.qm"), ("de_AT", "watcher_de.qm"), ("fr", "")])
def test_each_language_finds_its_own_file(qapp: object, preferred: str, file: str) -> None:
    translator = QTranslator()
    assert translator.load(QLocale(preferred), "watcher", "_", str(FOLDER)) is bool(file)
    assert Path(translator.filePath()).name == file
    assert translator.isEmpty() is (file != "watcher_de.qm")


def test_german_words_keep_the_tone() -> None:
    loud = {entry: words for entry, words in german().items() if re.search(r"!|fehler|ungültig", words, re.IGNORECASE)}
    assert loud == {}


def test_a_number_is_never_parted_from_its_unit() -> None:
    assert {entry: words for entry, words in german().items() if LOOSE_UNIT.search(words)} == {}
    kept = {entry: words for entry, words in german().items() if "\u00a0" in entry[1] and "\u00a0" not in words}
    assert kept == {}


def test_states_that_stand_in_the_middle_of_a_line_begin_with_no_noun() -> None:
    first = {
        words.split()[0]
        for (context, text), words in german().items()
        if context == "states" and (text in MID_LINE or text.startswith(("Closed ·", "No answer", "Delayed", "Last t")))
    }
    assert first - {"{span}"} <= NO_NOUNS


def test_quotation_marks_and_dashes_are_german() -> None:
    english = {entry: words for entry, words in german().items() if "\u201d" in words or "\u2014" in words}
    assert english == {}


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_bundled_events_are_the_same_in_every_language(language: str) -> None:
    plain, told = resources.load_events(), resources.load_events(language)
    assert [(e.id, e.known, e.category, e.link) for e in plain] == [(e.id, e.known, e.category, e.link) for e in told]
    if language != "de":
        assert plain == told


def test_bundled_events_have_german_words_for_all_that_is_said_in_english() -> None:
    rows = tomllib.loads((ROOT / "resources" / "events.toml").read_text(encoding="utf-8"))["event"]
    for row in rows:
        words = row["de"]
        for key in ("headline", "summary", "note"):
            assert bool(words.get(key)) == bool(row.get(key)), row["id"]
        assert len(words.get("reported_by", ())) == len(row.get("reported_by", ())), row["id"]
        assert not any("!" in text or LOOSE_UNIT.search(text) for text in words.values() if isinstance(text, str)), row
