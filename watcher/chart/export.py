"""What is in view as text, one bar a line, for a spreadsheet or the clipboard."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

from watcher.chart.stage import Stage


def visible_csv(stage: Stage) -> str:
    """The bars in view as CSV with a header: ISO times (dates for daily bars and longer), points as decimal marks.

    Times carry the axis' zone. Indicators follow as columns, empty where not warmed up. Empty text without bars.
    """
    data = stage.data
    if data is None or len(data) == 0:
        return ""
    first, last = data.range_of(stage.frame.slots)
    content, bars = data.content, data.bars
    intraday = content.series.interval.intraday
    lines = [line for line in data.indicators.lines if line.name]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["time", "open", "high", "low", "close", "volume", *(line.name for line in lines)])
    for i in range(first, last):
        bar = bars[i]
        at = datetime.fromtimestamp(int(bar["time"]), content.axis.zone if intraday else UTC)
        prices = [f"{float(bar[name]):.{content.decimals}f}" for name in ("open", "high", "low", "close")]
        values = [float(line.values[i]) for line in lines]
        told = [f"{v:.{content.decimals}f}" if v == v else "" for v in values]  # noqa: PLR0124 - NaN is not itself
        stamp = at.isoformat(timespec="seconds") if intraday else at.date().isoformat()
        writer.writerow([stamp, *prices, f"{float(bar['volume']):.0f}", *told])
    return out.getvalue()


def change_over_view(stage: Stage) -> float | None:
    """The last close in view over the close before the view, less one; None with no bar in view.

    Where the series begins in view it is counted from its first open. The range buttons and the percent scale count in
    the same way.
    """
    window, data = stage.window, stage.data
    if window is None or data is None:
        return None
    base = data.close_before(window.first)
    return float(data.bars["close"][window.last - 1]) / base - 1 if base > 0 else None
