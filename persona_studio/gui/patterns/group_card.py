# SPDX-License-Identifier: MIT
"""One group: its name (to be changed in place), size, and what sets it apart."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.core.research import Segment
from persona_studio.gui.direction import seen
from persona_studio.gui.patterns.heat import middle_words
from persona_studio.gui.patterns.share_row import ShareRow
from persona_studio.gui.patterns.wording import colour_of, hardly, size_of
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.inline_text import InlineText
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.workspace.group_telling import Told

_EDGE = 4.0
_RADIUS = 12.0
_AT_FIRST = 3


class GroupCard(Card):
    """`renamed` carries the segment's id and the name typed for it.

    With `more` the whole is shown, else the start.
    """

    renamed = Signal(str, str)

    def __init__(
        self,
        segment: Segment,
        everyone: int,
        more: Told | None = None,
        parent: QWidget | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._segment = segment
        self._colour = colour_of(segment.number)
        self.name = InlineText(self.tr("Name of the group"), 15)
        self.name.strong = True
        if read_only:
            self.name.lock()
        self._build(everyone, more)
        self.show_name(segment.name)
        self.name.written.connect(self._rename)
        theme().changed.connect(self.update)

    def show_name(self, name: str) -> None:
        """Call the group by this name."""
        self.name.show_text(name)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the coloured edge over the panel."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QPainterPath()
        panel.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(panel)
        edge = seen(QRectF(0, 0, _EDGE, self.height()), self.rect())
        painter.fillRect(edge, QColor(theme().persona(self._colour).strong))
        painter.end()

    def _build(self, everyone: int, more: Told | None) -> None:
        size = PlainLabel(size_of(self._segment, everyone), "quiet")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(size, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setContentsMargins(20, 12, 16, 12)
        self.body.setSpacing(2)
        self.body.addLayout(head)
        for item in self._segment.over[: _AT_FIRST if more is None else None]:
            self.body.addWidget(ShareRow(item, self._colour))
        if not self._segment.over:
            words = self.tr("Nothing sets this group clearly apart.")
            self.body.addWidget(PlainLabel(words, "quiet", wrap=True))
        few = hardly(self._segment)
        if more is not None:
            self._add_more(more)
        elif few:
            self.body.addWidget(PlainLabel(few, "quiet", wrap=True))

    def _add_more(self, told: Told) -> None:
        """Add what it is not, who they are, its numbers, and its people's words."""
        shares = [
            (self.tr("Less often than everyone"), self._segment.under),
            (self.tr("Who they are (took no part in forming the group)"), told.also),
        ]
        for title, items in shares:
            self._add_title(title, some=bool(items))
            for item in items:
                self.body.addWidget(ShareRow(item, self._colour))
        if told.described and not told.also:
            words = self.tr("By what only describes people, this group is much like everyone.")
            self.body.addWidget(PlainLabel(words, "quiet", wrap=True))
        title = self.tr("In numbers: the middle person (the middle half)")
        self._add_title(title, some=bool(told.numbers))
        for label, mine, everyone in told.numbers:
            self.body.addLayout(self._number(label, middle_words(mine), middle_words(everyone)))
        self._add_title(self.tr("In their own words"), some=bool(told.quotes))
        for text in told.quotes:
            self.body.addWidget(PlainLabel(f"“{text}”", "quiet", wrap=True))

    def _add_title(self, words: str, *, some: bool) -> None:
        if some:
            self.body.addSpacing(6)
            self.body.addWidget(PlainLabel(words, "section", wrap=True))

    def _number(self, label: str, mine: str, everyone: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(label, elide=True), 1)
        words = self.tr("{mine} against {all}").format(mine=mine, all=everyone)
        row.addWidget(PlainLabel(words, "muted"))
        return row

    def _rename(self, name: str) -> None:
        if name:
            self.renamed.emit(self._segment.id, name)
