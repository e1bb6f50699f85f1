"""Files taken in while the program runs: into the user's own data, whatever the window shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.fakes_program import App, Start
from watcher import __version__
from watcher.desk.deeds import Deed
from watcher.desk.imports import ListTarget
from watcher.domain.batch import BatchState
from watcher.storage.user_store import UserStore

TRADES = b"Date,Type,ISIN,Quantity,Price,Currency\n2025-01-07,Buy,US01609W1027,10,101.30,EUR\n"


def take_in(app: App, data: bytes = TRADES, target: ListTarget | None = None) -> Deed:
    """Read, compare and agree, as the dialog does; the deed goes on the window's stack."""
    desk = app.program.imports
    came: list[Any] = []
    desk.read(data, "trades.csv", None, came.append, came.append)
    app.until(lambda: len(came) == 1)
    desk.plan(came[0], came.append, came.append)
    app.until(lambda: len(came) == 2)
    desk.adopt(came[0], came[1], came.append, came.append, target=target)
    app.until(lambda: len(came) == 3)
    assert isinstance(came[2], Deed), came[2]
    app.window.undo_stack.push_deed(came[2])
    return came[2]


def held(app: App) -> dict[str, Decimal]:
    return {p.instrument: p.quantity for p in app.session.holdings.positions if p.quantity}


def test_an_import_is_in_the_portfolio_and_on_the_list_at_once_and_out_of_both_by_one_undo(start: Start) -> None:
    app: App = start()
    before = app.session.watchlist.symbols
    take_in(app, TRADES.replace(b"US01609W1027", b"US48268K1016"), ListTarget())
    app.until(lambda: held(app) == {"isin:US48268K1016": Decimal(10)})
    assert app.session.watchlist.symbols == (*before, "isin:US48268K1016")
    app.window.undo_stack.undo()
    assert (held(app), app.session.watchlist.symbols) == ({}, before)
    app.window.undo_stack.redo()
    assert held(app) == {"isin:US48268K1016": Decimal(10)}


def test_while_the_sample_is_open_an_import_goes_to_the_users_own_data(start: Start) -> None:
    app: App = start()
    app.program.show_sample()
    app.settle()
    assert app.sampling()
    simulated = held(app)
    take_in(app)
    app.settle()
    assert held(app) == simulated
    assert [entry.transaction.quantity for entry in app.user.entries.all()] == [Decimal(10)]
    app.program.show_live()
    app.settle()
    assert held(app) == {"AHLA.DE": Decimal(10)}
    assert app.session.holdings.valuation("AHLA.DE") is not None


def test_a_sample_from_the_first_moment_takes_files_in_too(start: Start) -> None:
    app: App = start(sample=True)
    take_in(app)
    app.close()
    user = UserStore(app.paths.user_db, __version__)
    [batch] = user.batches.all()
    assert (batch.state, len(user.entries.all())) == (BatchState.IN_FORCE, 1)
    user.close()
