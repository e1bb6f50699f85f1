"""Hands on the chart and the list while prices come in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Event as Flag

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import berlin
from tests.fakes_program import App, Start
from watcher.domain.bars import Interval
from watcher.domain.link import LinkKind
from watcher.domain.quote import Route

FIFTY = tuple(f"S{n:02d}.DE" for n in range(50))


def plot_of(app: App) -> QImage:
    """The plot's pixels, without axes and tags."""
    pane = app.window.chart.pane
    return pane._plot.canvas.grab().toImage().copy(pane._plot.stage.frame.areas.plot)


def drag(app: App, by: int) -> None:
    """Drag the chart sideways by logical pixels."""
    view = app.window.chart.pane._plot.canvas.viewport()
    areas = app.window.chart.pane._plot.stage.frame.areas.plot
    at = areas.center() - QPoint(by // 2, 0)
    moves = [at + QPoint(by * step // 4, 0) for step in range(5)]
    mouse(view, QEvent.Type.MouseButtonPress, moves[0], Qt.MouseButton.LeftButton)
    for place in moves[1:]:
        mouse(view, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton)
    mouse(view, QEvent.Type.MouseButtonRelease, moves[-1], Qt.MouseButton.LeftButton)


def mouse(view: QObject, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    where = QPointF(at)
    QApplication.sendEvent(view, QMouseEvent(kind, where, where, where, button, held, Qt.KeyboardModifier.NoModifier))


def test_scrolled_back_three_months_not_one_pixel_moves(start: Start) -> None:
    app = start(at=berlin(2026, 2, 2, 17, 0))
    app.world.stream.open()
    app.press(Qt.Key.Key_4)
    pane = app.window.chart.pane
    while _following(app) or _newest_in_view(app) > app.clock.now() - timedelta(days=90):
        drag(app, 150)
    app.settle()
    QApplication.processEvents()
    mouse(pane._plot.canvas.viewport(), QEvent.Type.MouseMove, QPoint(-5, -5), Qt.MouseButton.NoButton)
    pane._plot.point(None)
    app.settle()
    before = plot_of(app)
    bars = _bars(app)
    for second in range(6):
        for tenth in range(10):
            app.world.stream.tick(
                app.world.quote("AHLA.DE", str(Decimal(145) + second + Decimal(tenth) / 100), Route.STREAM)
            )
        app.wait(1)
    assert app.text("header_price") == "150.09 €"
    assert plot_of(app) == before
    app.clock.advance(berlin(2026, 2, 3, 9, 5).timestamp() - app.clock.now().timestamp())
    app.beat().wait(1).tick(price="149.00").wait(2)
    assert _bars(app) == bars + 1
    assert app.text("header_price") == "149.00 €"
    assert plot_of(app) == before
    assert not _following(app)
    app.press(Qt.Key.Key_End)
    assert _following(app)
    assert plot_of(app) != before


def _bars(app: App) -> int:
    series = app.session.market.series("AHLA.DE", Interval.D1)
    assert series is not None
    return len(series)


def _following(app: App) -> bool:
    return app.window.chart.pane.following


def _newest_in_view(app: App) -> datetime:
    stage = app.window.chart.pane._plot.stage
    assert stage.data is not None
    last = stage.data.times_at(stage.camera.view.first, stage.camera.view.last)[1]
    return datetime.fromtimestamp(last, UTC)


class Watcher(QObject):
    """Looks, after each event that reaches the window, whether any part shows another instrument than the rest."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self.app = app
        self.wrong: list[tuple[str, str, str]] = []
        self.names: set[str] = set()

    def look(self) -> None:
        app, market = self.app, self.app.session.market
        symbol = app.preferences.settings.symbol
        quote = market.quote(symbol)
        price = "\u2013" if quote is None else f"{quote.price:.2f}"
        shown = (app.text("header_symbol"), app.text("header_price"), app.window.chart.pane.accessibleName())
        self.names.add(shown[0])
        if shown[0] != symbol or not shown[1].startswith(price) or market.instrument(symbol).name not in shown[2]:
            self.wrong.append(shown)


def test_down_held_through_fifty_rows_on_a_slow_source(start: Start) -> None:
    app = start()
    app.world.prices |= {symbol: Decimal(100 + n) for n, symbol in enumerate(FIFTY)}
    for symbol in FIFTY:
        app.session.watchlist.add(symbol)
    app.wait(20)
    assert app.session.market.link.kind is LinkKind.POLLING
    held = Held(app)
    view = app.window.watchlist.view
    view.setFocus()
    watch = Watcher(app)
    asked = len(app.world.sources.history.calls)
    for press in range(54):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", autorep=press > 0)
        QApplication.sendEvent(view, key)
        QApplication.processEvents()
        watch.look()
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
    watch.look()
    assert app.text("header_symbol") == FIFTY[-1]
    assert app.window.chart.pane.accessibleName() == f"Loading {FIFTY[-1]}"
    held.release()
    app.settle()
    watch.look()
    assert not watch.wrong
    assert app.window.chart.has_bars
    assert app.window.chart.pane.accessibleName() == f"Price chart of {FIFTY[-1]}"
    assert app.text("header_price") == "149.00 €"
    shown = [c[0] for c in app.world.sources.history.calls[asked:]]
    assert FIFTY[-1] in shown
    assert len(shown) <= 4, shown


class Held:
    """Makes history wait, as a slow line does, until it is released."""

    def __init__(self, app: App) -> None:
        self.flag = Flag()
        history = app.world.history

        def slow(symbol: str, interval: Interval, since: object) -> object:
            self.flag.wait(10)
            return history(symbol, interval, since)  # type: ignore[arg-type]

        app.world.sources.history.then(slow)

    def release(self) -> None:
        self.flag.set()


def test_header_chart_card_and_events_change_in_one_frame(start: Start) -> None:
    app = start()
    seen: list[tuple[str, str, str]] = []

    def look() -> None:
        label = app.window.findChild(QLabel, "header_symbol")
        assert label is not None
        seen.append((label.text(), app.window.chart.pane.accessibleName(), app.window.windowTitle()))

    app.preferences.changed.connect(look)
    app.preferences.change(symbol="9988.HK")
    assert seen[-1][0] == "9988.HK"
    assert "Alibaba Group ordinary share" in seen[-1][1]
    assert "9988.HK" in seen[-1][2]
    assert app.text("header_price") == "168.20 HKD"
