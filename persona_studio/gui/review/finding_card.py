# SPDX-License-Identifier: MIT
"""One finding as a card: a mark, what we see, why and what to do, and buttons that do it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from persona_studio.core import clock
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.evidence.assess import short_date
from persona_studio.gui.review.ask_strip import AskStrip
from persona_studio.gui.review.keep_strip import KeepStrip
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.flow_layout import FlowLayout
from persona_studio.gui.widgets.mark import Mark
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.review.rule import parts_of
from persona_studio.workspace import fixing

_EDGE = 4.0
_RADIUS = 12.0


class FindingCard(QFrame):
    """Signals carry the finding; `fixed` also the fix, `kept` the reason and the last day."""

    chosen = Signal(object)
    fixed = Signal(object, object)
    kept = Signal(object, str, object)
    reopened = Signal(object)
    claim_wanted = Signal(str)

    def __init__(self, finding: Finding, mark: str, tag: str, *, editable: bool) -> None:
        super().__init__()
        self.finding = finding
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._selected = False
        self._keep: KeepStrip | None = None
        self._ask: AskStrip | None = None
        self._first: QPushButton | None = None
        head, rest = parts_of(finding.sentence)
        self.setAccessibleName(f"{tag}. {head}")
        self.setAccessibleDescription(rest)
        self._body = QVBoxLayout()
        self._body.setSpacing(4)
        self._body.addLayout(self._top(head, tag))
        self._body.addWidget(PlainLabel(rest, "muted", wrap=True))
        if finding.waived:
            self._body.addWidget(PlainLabel(self._reason(), "quiet", wrap=True))
        self._body.addSpacing(6)
        self._buttons = QWidget()
        self._body.addWidget(self._buttons)
        self._fill_buttons(editable=editable)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 16, 13)
        row.setSpacing(12)
        row.addWidget(Mark(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)

    def set_selected(self, selected: bool, /) -> None:
        """Wear the coloured edge and let the first fix stand out."""
        self._selected = selected
        if self._first is not None:
            self._first.setProperty("kind", "primary" if selected else "")
            self._first.style().unpolish(self._first)
            self._first.style().polish(self._first)
        self.update()

    def ask_reason(self) -> None:
        """Open the form that keeps the finding with a reason."""
        if self._keep is None:
            self._keep = KeepStrip()
            self._keep.kept.connect(self._give_reason)
            self._keep.cancelled.connect(self._close_reason)
            self._body.addWidget(self._keep)
        self.chosen.emit(self.finding)
        self._buttons.hide()
        self._keep.show()
        self._keep.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card."""
        super().mousePressEvent(event)
        self.chosen.emit(self.finding)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the card the keyboard has come to."""
        super().focusInEvent(event)
        self.chosen.emit(self.finding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge of the chosen card."""
        super().paintEvent(event)
        if not self._selected:
            return
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        inner = QPainterPath()
        inside = QRectF(self.rect()).adjusted(_EDGE, 0, _RADIUS * 2, 0)
        inner.addRoundedRect(inside, _RADIUS, _RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(whole.subtracted(inner), theme().colour("accent"))
        painter.end()

    def _top(self, head: str, tag: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(head, "strong", wrap=True), 1)
        row.addWidget(PlainLabel(tag, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _reason(self) -> str:
        waived = self.finding.waived
        if waived is None:
            return ""
        words = self.tr("Kept: {0}").format(waived.reason)
        if waived.until:
            words += self.tr(" (until {0})").format(short_date(waived.until, clock.today()))
        return words

    def _fill_buttons(self, *, editable: bool) -> None:
        row = FlowLayout(self._buttons)
        if editable and self.finding.waived:
            again = GhostButton(self.tr("Open again"))
            again.clicked.connect(lambda: self.reopened.emit(self.finding))
            row.addWidget(again)
        elif editable:
            for fix in self.finding.fixes:
                row.addWidget(self._fix_button(fix))
            keep = GhostButton(self.tr("Keep, with a reason"))
            keep.clicked.connect(self.ask_reason)
            row.addWidget(keep)
        if self.finding.target.kind == "claim":
            go = GhostButton(self.tr("Go to claim"))
            go.clicked.connect(lambda: self.claim_wanted.emit(self.finding.target.id))
            row.addWidget(go)

    def _fix_button(self, fix: Fix) -> QPushButton:
        button = GhostButton(fix.label)
        button.clicked.connect(lambda: self._press(fix))
        self._first = self._first or button
        return button

    def _press(self, fix: Fix) -> None:
        """Carry a fix out, after asking for what it needs; signing has a form of its own."""
        if not fixing.wants(fix) or fix.id == "start_review":
            self.fixed.emit(self.finding, fix)
            return
        self._ask = AskStrip(fix)
        self._ask.answered.connect(self._answer)
        self._ask.cancelled.connect(self._stop_asking)
        self._body.addWidget(self._ask)
        self._buttons.hide()
        self._ask.show()
        self._ask.start()

    def _answer(self, fix: object) -> None:
        self.fixed.emit(self.finding, fix)

    def _stop_asking(self) -> None:
        if self._ask is not None:
            self._ask.hide()
            self._ask.deleteLater()
            self._ask = None
        self._buttons.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_reason(self, reason: str, until: object) -> None:
        self.kept.emit(self.finding, reason, until)

    def _close_reason(self) -> None:
        if self._keep is not None:
            self._keep.hide()
        self._buttons.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
