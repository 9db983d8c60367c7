# SPDX-License-Identifier: MIT
"""The answer in words before any picture: what was found and how sure that is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.research import Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.patterns.wording import confidence, leader, leading, small, trusted
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import LinkButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel

_COLOURS = {"clear": "accent", "slices": "caution", "levels": "caution"}


class _Dot(QWidget):
    """A disc in the colour of the verdict; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = "faint"
        self.setFixedSize(QSize(18, 18))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(self.colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


def _colour(snapshot: Snapshot, shown: Segmentation) -> str:
    """Return the colour of a verdict; groups that do not all come back are no plain yes."""
    found = (s.stability for s in snapshot.segments_of(shown.id) if s.stability is not None)
    if shown.verdict == "clear" and not all(map(trusted, found)):
        return "caution"
    return _COLOURS.get(shown.verdict, "faint")


class AnswerCard(Card):
    """A headline, the reasons, and a caution where one question outweighs the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=14)
        self._dot = _Dot()
        self.headline = PlainLabel(kind="name", wrap=True)
        self.detail = PlainLabel(kind="muted", wrap=True)
        self.caution = PlainLabel(kind="caution", wrap=True)
        self.low = LinkButton(self.tr("Set it to low and look again"), flush=True)
        self.out = LinkButton(self.tr("Leave it out and look again"))
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.headline, self.detail, self.caution):
            words.addWidget(label)
        asked = QHBoxLayout()
        asked.addWidget(self.low)
        asked.addWidget(self.out)
        asked.addStretch(1)
        words.addLayout(asked)
        self._ask(low=False, out=False)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_answer(self, snapshot: Snapshot, shown: Segmentation, *, read_only: bool) -> None:
        """Tell an answer, and ask about a question that alone forms most of the groups."""
        labels = {q.variable: q.label for q in snapshot.questions_of(shown.wave)}
        n = snapshot.table(Wave)[shown.wave].n
        told = (shown.result["detail"], confidence(shown), small(shown.verdict, n))
        self._dot.colour = _colour(snapshot, shown)
        self._say(shown, " ".join(words for words in told if words), leading(shown, labels))
        led = "" if read_only else leader(shown)
        self._ask(low=bool(led) and shown.weights.get(led) != "low", out=bool(led))

    def _ask(self, *, low: bool, out: bool) -> None:
        """Offer to give the question that leads less weight, or to leave it out."""
        self.low.setVisible(low)
        self.out.setVisible(out)

    def _say(self, shown: Segmentation, detail: str, caution: str) -> None:
        self._dot.update()
        self.headline.setText(shown.sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.caution.setText(caution)
        self.caution.setVisible(bool(caution))
        self.setAccessibleName(f"{shown.sentence} {detail}")
