# SPDX-License-Identifier: MIT
"""What changed since a sign-off, claim by claim in words, with the day where it is remembered."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.evidence.assess import short_date
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.review.rule import short
from persona_studio.workspace.signing import Since


class SinceList(QWidget):
    """`claim_wanted` carries a claim to show on the board."""

    claim_wanted = Signal(str)

    def __init__(self, changes: Sequence[Since], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 4, 0, 4)
        self._column.setSpacing(2)
        for change in changes:
            self._add(change)

    def _add(self, change: Since) -> None:
        found = change.difference
        text = short(found.text, 12, 60) or self.tr("A claim without words")
        if found.claim and found.kind != "removed":
            link = LinkButton(text, flush=True)
            link.setToolTip(self.tr("Show on the board"))
            link.clicked.connect(lambda: self.claim_wanted.emit(found.claim))
            self._column.addWidget(link)
        else:
            self._column.addWidget(PlainLabel(text, "strong", wrap=True))
        for sentence in found.sentences:
            self._column.addWidget(PlainLabel(sentence, "muted", wrap=True))
        if change.day is not None:
            day = short_date(change.day, clock.today())
            words = self.tr("Last touched {0}: {1}").format(day, change.step)
            self._column.addWidget(PlainLabel(words, "quiet", wrap=True))
        self._column.addSpacing(6)
