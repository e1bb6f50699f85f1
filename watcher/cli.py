"""The command line: what may be said, read without importing any window."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from watcher import __version__

SIZE = (1440, 900)  # of a picture, logical pixels
LARGEST = 8192  # pixels to a side; a larger picture takes gigabytes
SIZE_FORM = re.compile(r"(\d{3,5})x(\d{3,5})")
LONGEST_NAME = 80  # characters of a list's name
LIST_HELP = "list that takes the instruments, made where there is none; default for watchlists: the first"
SYMBOL_FORM = re.compile(r"[\w.^=&$-]{1,32}")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked for on the command line."""

    command: str = "run"  # run, doctor or import
    symbols: tuple[str, ...] = ()
    profile: Path | None = None
    sample: bool = False
    minimized: bool = False  # in the tray, or minimised where there is none
    screenshot: Path | None = None
    size: tuple[int, int] = SIZE
    theme: str = ""
    as_json: bool = False
    files: tuple[Path, ...] = ()  # to import
    list_name: str = ""  # into which the instruments go; empty for the list that is shown
    dry_run: bool = False
    offline: bool = False
    verbose: bool = False

    @property
    def symbol(self) -> str:
        """The instrument to open with; empty for the one last shown."""
        return self.symbols[0] if self.symbols else ""


def parse(argv: Sequence[str]) -> Arguments:
    """Read the arguments after the program's name; leaves with status 2 and a sentence where they make no sense."""
    if argv and argv[0] == "doctor":
        return _doctor(argv[1:])
    if argv and argv[0] == "import":
        return _import(argv[1:])
    parser = argparse.ArgumentParser(
        prog="watcher",
        description="A desktop window on what a share is worth in your currency, its next results, and its news.",
        epilog=(
            "watcher doctor [SYMBOL...] [--json] checks the installation, the data kept and every source. "
            "watcher import FILE... [--dry-run] [--json] reads files of banks, brokers and other tools."
        ),
    )
    parser.add_argument("symbol", nargs="?", type=_symbol, help="instrument to open with, such as AHLA.DE")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="keep settings and data under DIR")
    parser.add_argument("--sample", action="store_true", help="open the simulated sample of 2 February 2026")
    parser.add_argument("--minimized", action="store_true", help="start in the tray, or minimised where there is none")
    parser.add_argument("--screenshot", type=Path, metavar="FILE.png", help="paint the window to a file and exit")
    parser.add_argument("--size", type=_size, metavar="WxH", help="of the picture in pixels; default: 1440x900")
    parser.add_argument("--theme", choices=("light", "dark"), help="of the picture; default: light")
    parser.add_argument("--verbose", action="store_true", help="write more to the log")
    parser.add_argument("--version", action="version", version=f"watcher {__version__}")
    given = parser.parse_args(argv)
    if given.screenshot is None and (given.size or given.theme):
        parser.error("--size and --theme go with --screenshot; the window keeps its own")
    if given.screenshot is not None and given.minimized:
        parser.error("--minimized shows no window, --screenshot paints one")
    return Arguments(
        symbols=(given.symbol,) if given.symbol else (),
        profile=given.profile,
        sample=given.sample,
        minimized=given.minimized,
        screenshot=given.screenshot,
        size=given.size or SIZE,
        theme=given.theme or "",
        verbose=given.verbose,
    )


def _doctor(argv: Sequence[str]) -> Arguments:
    parser = argparse.ArgumentParser(prog="watcher doctor", description="Check installation, data kept and sources.")
    parser.add_argument("symbols", nargs="*", type=_symbol, metavar="SYMBOL", help="default: the instruments watched")
    parser.add_argument("--json", action="store_true", dest="as_json", help="print the findings as JSON")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="look at settings and data under DIR")
    given = parser.parse_args(argv)
    return Arguments(
        command="doctor",
        symbols=tuple(dict.fromkeys(given.symbols)),
        profile=given.profile,
        as_json=given.as_json,
    )


def _import(argv: Sequence[str]) -> Arguments:
    parser = argparse.ArgumentParser(
        prog="watcher import",
        description="Read what a bank, a broker or another tool exported: watchlists, holdings, transactions.",
        epilog="Status: 0 a table was understood in every file, 1 not in every one, 2 the arguments make no sense.",
    )
    parser.add_argument("files", nargs="+", type=_file, metavar="FILE", help="file to read; - for standard input")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="settings and data are under DIR")
    parser.add_argument("--list", type=_list_name, dest="list_name", metavar="NAME", help=LIST_HELP)
    parser.add_argument("--dry-run", action="store_true", help="say what is in the files and change nothing")
    parser.add_argument("--json", action="store_true", dest="as_json", help="print one JSON object a file and line")
    parser.add_argument("--offline", action="store_true", help="ask nobody which listings are meant")
    given = parser.parse_args(argv)
    return Arguments(
        command="import",
        profile=given.profile,
        as_json=given.as_json,
        files=tuple(given.files),
        list_name=given.list_name or "",
        dry_run=given.dry_run,
        offline=given.offline,
    )


def _file(text: str) -> Path:
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("the name of a file is empty or holds a zero byte")
    return Path(text)


def _list_name(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise argparse.ArgumentTypeError(f"the name of a list has 1 to {LONGEST_NAME} characters")
    return name


def _symbol(text: str) -> str:
    if not SYMBOL_FORM.fullmatch(text):
        raise argparse.ArgumentTypeError(f"'{text[:40]}' is no symbol; expected one such as AHLA.DE")
    return text.upper()


def _size(text: str) -> tuple[int, int]:
    found = SIZE_FORM.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError(f"'{text}' is no size; expected WIDTHxHEIGHT, such as 1440x900")
    size = int(found[1]), int(found[2])
    if max(size) > LARGEST:
        raise argparse.ArgumentTypeError(f"'{text}' is too large; at most {LARGEST} pixels to a side")
    return size
