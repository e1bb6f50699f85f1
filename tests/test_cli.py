"""What may be said on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from watcher.cli import Arguments, parse


def test_nothing_said_opens_the_window_as_it_was_left() -> None:
    assert parse([]) == Arguments()
    assert parse([]).symbol == ""


def test_everything_that_can_be_said_of_a_picture() -> None:
    said = parse(
        ["ahla.de", "--profile", "p", "--sample", "--screenshot", "a.png", "--size", "800x600", "--theme", "dark"]
    )
    assert said == Arguments(
        symbols=("AHLA.DE",),
        profile=Path("p"),
        sample=True,
        screenshot=Path("a.png"),
        size=(800, 600),
        theme="dark",
    )


def test_it_may_start_minimised_but_no_picture_is_painted_of_that(capsys: pytest.CaptureFixture[str]) -> None:
    assert parse(["--minimized"]).minimized
    with pytest.raises(SystemExit):
        parse(["--minimized", "--screenshot", "a.png"])
    assert "shows no window" in capsys.readouterr().err


def test_a_picture_has_a_size_of_its_own() -> None:
    assert parse(["--screenshot", "a.png"]).size == (1440, 900)


@pytest.mark.parametrize("symbol", ["AHLA.DE", "^GDAXI", "EURUSD=X", "BTC-USD", "9988.HK", "M&M.NS", "$X"])
def test_symbols_of_every_kind_are_understood(symbol: str) -> None:
    assert parse([symbol]).symbol == symbol


def test_the_doctor_takes_many_symbols_each_once() -> None:
    said = parse(["doctor", "baba", "AHLA.DE", "BABA", "--json"])
    assert (said.command, said.symbols, said.as_json) == ("doctor", ("BABA", "AHLA.DE"), True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["two words"], "'two words' is no symbol"),
        ([""], "'' is no symbol"),
        (["A" * 33], "is no symbol"),
        (["--size", "800x600"], "--size and --theme go with --screenshot"),
        (["--theme", "dark"], "--size and --theme go with --screenshot"),
        (["--screenshot", "a.png", "--size", "800"], "'800' is no size"),
        (["--screenshot", "a.png", "--size", "9000x800"], "is too large"),
        (["doctor", "--sample"], "unrecognized arguments"),
        (["AHLA.DE", "BABA"], "unrecognized arguments"),
    ],
)
def test_what_makes_no_sense_is_answered_with_a_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(arguments)
    assert left.value.code == 2
    assert words in capsys.readouterr().err
