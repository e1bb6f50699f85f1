"""What `watcher doctor` says, on sources of the test's own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeClock
from tests.fakes_program import FIVE, World
from watcher import __version__, doctor
from watcher.cli import parse
from watcher.domain.errors import FeedCode, FeedError
from watcher.domain.release import ReleaseOrigin, ReleaseStatus, ReleaseWindow
from watcher.feeds.source import QuoteReply, Rejected, SearchHit
from watcher.paths import Paths
from watcher.resources import shipped_hours
from watcher.storage.user_store import UserStore

pytestmark = pytest.mark.usefixtures("qapp")
Told = tuple[int, dict[str, Any]]
Ask = Callable[..., Told]


@pytest.fixture
def world() -> World:
    made = World(FakeClock())
    made.sources.search.then((SearchHit("BABA", "Alibaba", "NYSE", "EQUITY"),))
    made.sources.hours.then(lambda venue, first, last: shipped_hours(venue))
    made.stream.open()
    return made


@pytest.fixture
def ask(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs `watcher doctor --json` with further arguments; status and findings."""

    def run(*arguments: str) -> Told:
        asked = parse(["doctor", *arguments, "--json", "--profile", str(tmp_path)])
        status = doctor.run(asked, world.open, world.clock)
        return status, json.loads(capsys.readouterr().out)

    return run


def of(told: dict[str, Any], symbol: str) -> dict[str, Any]:
    return next(report for report in told["symbols"] if report["symbol"] == symbol)


def failed(checks: list[dict[str, Any]]) -> dict[str, str]:
    """What is broken, by name, with what to do."""
    return {check["name"]: check["remedy"] for check in checks if check["ok"] is False}


def test_where_all_is_well_it_says_so_with_status_0(ask: Ask) -> None:
    status, told = ask()
    assert (status, told["broken"]) == (0, False)
    assert [report["symbol"] for report in told["symbols"]] == list(FIVE)
    alibaba = of(told, "AHLA.DE")
    assert (alibaba["price"], alibaba["currency"], alibaba["state"]) == ("144.80", "EUR", "live")
    assert alibaba["time"] == "2026-02-02T08:59:58+00:00"
    assert alibaba["headlines"] == 1
    assert list(alibaba["bars"]) == ["1D", "5D", "1M", "6M", "YTD", "1Y", "5Y", "Max"]
    assert alibaba["bars"]["6M"]["interval"] == "1d"
    assert alibaba["bars"]["6M"]["last"] == "2026-02-02T00:00Z"
    names = [check["name"] for check in told["sources"]]
    assert names == ["stream", "search", "trading hours", "figures BABA"]


def test_every_listing_shows_the_window_of_its_family(ask: Ask) -> None:
    _, told = ask("AHLA.DE")
    assert of(told, "AHLA.DE")["window"] == {
        "first": "2026-02-18",
        "last": "2026-02-19",
        "status": "estimated",
        "source": "yahoo",
    }
    assert [report["symbol"] for report in told["symbols"]] == ["AHLA.DE"]


def test_a_window_that_yahoo_does_not_tell_is_the_one_known_here(ask: Ask, world: World) -> None:
    world.window = None
    _, told = ask("AHLA.DE", "SAP.DE")
    assert of(told, "AHLA.DE")["window"]["source"] == "bundled"
    assert of(told, "SAP.DE")["window"] is None


def test_a_window_the_user_set_counts_for_any_instrument(ask: Ask, world: World, tmp_path: Path) -> None:
    store = UserStore(Paths.for_profile(tmp_path).user_db, __version__, world.clock)
    learned = datetime(2026, 1, 30, tzinfo=UTC)
    first, last = date(2026, 4, 22), date(2026, 4, 23)
    store.releases.add_window(
        ReleaseWindow("symbol:SAP.DE", first, last, ReleaseStatus.CONFIRMED, ReleaseOrigin.USER, learned)
    )
    store.close()
    _, told = ask("SAP.DE")
    assert of(told, "SAP.DE")["window"] == {
        "first": "2026-04-22",
        "last": "2026-04-23",
        "status": "confirmed",
        "source": "user",
    }


@pytest.mark.parametrize("code", [FeedCode.OFFLINE, FeedCode.LIMITED, FeedCode.CONSENT, FeedCode.MALFORMED])
def test_what_fails_is_broken_with_status_1_and_what_to_do(ask: Ask, world: World, code: FeedCode) -> None:
    world.fail(FeedError(code))
    status, told = ask("AHLA.DE")
    assert status == 1
    broken = failed(of(told, "AHLA.DE")["checks"])
    assert set(broken) == {"price", "1m history", "1h history", "1d history", "headlines"}
    assert all(broken.values())
    assert of(told, "AHLA.DE")["window"]["source"] == "bundled"


def test_one_broken_source_leaves_the_others_examined(ask: Ask, world: World) -> None:
    world.sources.news.then(FeedError(FeedCode.SERVER))
    status, told = ask("AHLA.DE")
    assert status == 1
    assert set(failed(of(told, "AHLA.DE")["checks"])) == {"headlines"}
    assert of(told, "AHLA.DE")["price"] == "144.80"


def test_an_unknown_symbol_and_a_refused_figure_are_told_apart(ask: Ask, world: World) -> None:
    refused = Rejected("BABA", "price", "0", "not above zero")
    world.sources.quotes.then(QuoteReply(quotes=(), unknown=("ALBA",), rejected=(refused,)))
    status, told = ask("ALBA", "BABA")
    assert status == 1
    assert "search" in failed(of(told, "ALBA")["checks"])["price"]
    assert of(told, "ALBA")["bars"] == {}
    price = next(check for check in of(told, "BABA")["checks"] if check["name"] == "price")
    assert price["found"] == "not believed: price 0, not above zero"


def test_many_symbols_stay_within_the_budget(ask: Ask, world: World) -> None:
    symbols = [f"S{n}.DE" for n in range(40)]
    status, told = ask(*symbols)
    sources = world.sources
    asked = [len(s.calls) for s in (sources.quotes, sources.history, sources.news, sources.releases, sources.search)]
    assert sum(asked) <= 60
    assert status == 0
    found = [check["found"] for check in of(told, "S39.DE")["checks"]]
    assert "not asked, to stay within Yahoo's limit" in found
    assert of(told, "S39.DE")["price"] == "100"


def test_a_stream_that_never_opens_is_given_up(ask: Ask, world: World) -> None:
    class Deaf:
        def listen(self, symbols: Any, sink: Any, status: Any, stop: Any) -> None:
            while not stop.is_set():
                symbols()
                world.clock.advance(1)  # type: ignore[attr-defined]

    world.bundle = replace(world.bundle, stream=Deaf())
    status, told = ask("AHLA.DE")
    assert status == 1
    assert "web sockets" in failed(told["sources"])["stream"]


def test_damaged_settings_are_reported_and_left_where_they_are(ask: Ask, tmp_path: Path) -> None:
    path = Paths.for_profile(tmp_path).settings_file
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    status, told = ask("AHLA.DE")
    assert status == 1
    assert "begins with defaults" in failed(told["kept"])["settings"]
    assert path.read_text(encoding="utf-8") == "{"
    assert len(list(path.parent.iterdir())) == 1


def test_settings_that_cannot_be_read_are_no_damage(ask: Ask, tmp_path: Path) -> None:
    Paths.for_profile(tmp_path).settings_file.mkdir(parents=True)
    _, told = ask("AHLA.DE")
    assert "the right to read" in failed(told["kept"])["settings"]


def test_damaged_data_of_the_user_are_reported_and_left_where_they_are(ask: Ask, tmp_path: Path) -> None:
    path = Paths.for_profile(tmp_path).user_db
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 100)
    status, told = ask("AHLA.DE")
    assert status == 1
    assert failed(told["kept"])["your data"].startswith("start watcher")
    assert path.read_bytes() == b"no database" * 100


def test_market_data_that_cannot_be_kept_are_reported(ask: Ask, tmp_path: Path) -> None:
    Paths.for_profile(tmp_path).market_db.mkdir(parents=True)
    status, told = ask("AHLA.DE")
    assert status == 1
    assert "--profile" in failed(told["kept"])["market data"]


def test_without_a_display_nothing_is_broken(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    status, told = ask("AHLA.DE")
    assert status == 0
    display = next(check for check in told["installation"] if check["name"] == "display")
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert display["ok"] is None
        assert "there is no display" in display["found"]


def test_for_a_person_there_are_lines_with_marks_and_remedies(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.prices["AHLA.DE"] = Decimal("144.80")
    world.sources.news.then(FeedError(FeedCode.LIMITED))
    status = doctor.run(parse(["doctor", "AHLA.DE", "--profile", str(tmp_path)]), world.open, world.clock)
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert status == 1
    assert f"  + watcher              {__version__}\n" in said
    assert (
        "  + price                144.80 EUR, 2026-02-02 08:59:58 UTC, no delay stated; now · live on Xetra\n" in said
    )
    assert "  + next release         2026-02-18 to 2026-02-19, estimated, yahoo\n" in said
    assert "  x headlines            Yahoo asks us to wait." in said
    assert "wait a quarter of an hour" in said
    assert said.endswith("Something is broken, see the lines marked with x.\n")
