"""A row of buttons that makes itself narrow before anything is cut, and never breaks into a second line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from watcher.ui.theme import sized

RING = 2  # px of a button's own border, in which the focus is drawn
SHORTEST = 36  # px that a cut text keeps at least


class CompactRow(QWidget):
    """Buttons side by side, each as wide as its text in bold, so that nothing moves when one is chosen.

    As the room shrinks the padding goes first, then the gaps, last the end of the longest text; the whole text stays
    in the accessible name, and in the tool-tip where a button has none of its own.
    """

    def __init__(
        self, name: str, *, pixels: int = 12, pad: tuple[int, int] = (2, 9), gap: tuple[int, int] = (2, 6)
    ) -> None:
        """`pixels` is the font's size; `pad` and `gap` give the least and the greatest, in px."""
        super().__init__()
        self.setObjectName(name)
        self._pad, self._gap, self._pixels = pad, gap, pixels
        self._texts: dict[QToolButton, str] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, button: QToolButton) -> None:
        """Put a button at the end; its text is its own from now on."""
        self._texts[button] = button.text()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._row.insertWidget(self._row.count() - 1, button)
        self.fit()

    def set_text(self, button: QToolButton, text: str) -> None:
        """Give a button another text."""
        if self._texts.get(button) != text:
            self._texts[button] = text
            self.fit()

    def fit(self) -> None:
        """Share the present width out anew; called by whoever hides or shows a button."""
        shown = [button for button in self._texts if not button.isHidden()]
        if not shown:
            return
        metrics = QFontMetrics(sized(self._pixels, QFont.Weight.DemiBold))
        texts = [self._texts[button] for button in shown]
        widths = [metrics.horizontalAdvance(text) + 1 for text in texts]
        (least_pad, pad), (least_gap, gap) = self._pad, self._gap
        room = self.width() - 2 * RING * len(shown)
        while pad > least_pad and _total(widths, pad, gap) > room:
            pad -= 1
        while gap > least_gap and _total(widths, pad, gap) > room:
            gap -= 1
        while _total(widths, pad, gap) > room and max(widths) > SHORTEST:
            longest = widths.index(max(widths))
            widths[longest] -= 1
        self._row.setSpacing(gap)
        for button, text, width in zip(shown, texts, widths, strict=True):
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            if button.text() != cut:
                keys = button.shortcut()
                button.setText(cut)  # which forgets the keys
                button.setShortcut(keys)
            button.setFixedWidth(width + 2 * (pad + RING))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Hardly any width."""
        return QSize(SHORTEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit to the new width."""
        super().resizeEvent(event)
        self.fit()


def _total(widths: Sequence[int], pad: int, gap: int) -> int:
    return sum(widths) + 2 * pad * len(widths) + gap * (len(widths) - 1)
