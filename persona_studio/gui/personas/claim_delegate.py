# SPDX-License-Identifier: MIT
"""Paints a claim as a card (mark, words, one quiet line, key star) and lets it be written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtCore import QPersistentModelIndex as Stay
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from persona_studio.core.persona import Claim
from persona_studio.gui.direction import from_right, seen, seen_point
from persona_studio.gui.personas.card_signs import (
    BADGE,
    PAD,
    RIGHT,
    badge_area,
    dots_area,
    paint_badge,
    paint_dots,
    paint_star,
)
from persona_studio.gui.personas.claim_editor import ClaimEditor
from persona_studio.gui.personas.claim_model import ClaimModel, dots_words
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.gui.theme import theme
from persona_studio.gui.widgets.mark import paint_mark

if TYPE_CHECKING:
    from persona_studio.review.checklist import Call

TEXT_PX, PROOF_PX = 13, 11
LEFT = 37
_ABOVE, _BELOW, _GAP = 7, 7, 1
_MARK_LEFT, _MARK = 18, 11
_STAR = 14


def mark_area(card: QRect) -> QRect:
    """Return where a card's mark can be clicked: wider than it is painted."""
    return seen(QRect(card.left() + _MARK_LEFT - 7, card.top() + 2, _MARK + 14, 26), card)


def text_room(card: QRect, after: int = 0) -> QRect:
    """Return where a card's words stand; `after` them is so much room for a star or a number."""
    wide = card.width() - LEFT - RIGHT - after
    return seen(QRect(card.left() + LEFT, card.top() + _ABOVE, wide, 1), card)


def _high(words: QStaticText) -> int:
    return round(words.size().height())


class BoardLook:
    """What the lists of a board share: laid-out texts, claims under way in a drag, calls and dots.

    `calls` says how much review has to decide on a claim, `dots` what a vote gave it. `sought` are
    the claims that were found (the others fade), `only` those a filter leaves (the others fold
    away); None: nothing is sought.
    """

    def __init__(self) -> None:
        self.wrapped = Wrapped()
        self.faded: frozenset[str] = frozenset()
        self.calls: Mapping[str, Call] = {}
        self.dots: Mapping[str, int] = {}
        self.sought: frozenset[str] | None = None
        self.only: frozenset[str] | None = None
        self._marks: dict[tuple[str, bool, float], QPixmap] = {}

    def mark(self, mark: str, ratio: float) -> QPixmap:
        """Return the disc of a mark in today's colours, painted once."""
        key = (mark, theme().dark, ratio)
        if key not in self._marks:
            made = QPixmap(round(_MARK * ratio), round(_MARK * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            paint_mark(painter, QRectF(0, 0, _MARK, _MARK), mark, theme())
            painter.end()
            self._marks[key] = made
        return self._marks[key]


class ClaimDelegate(QStyledItemDelegate):
    """Paints the claims of one list (Qt wants a delegate for each).

    `typed(text)` follows what is written, `link_wanted` asks for the data's word with it.
    """

    typed = Signal(str)
    link_wanted = Signal()

    def __init__(self, look: BoardLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.wrapped = look.wrapped
        self._writing: dict[Stay, int] = {}
        self.closeEditor.connect(lambda editor: editor.left.emit())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | Stay) -> QSize:
        """Return the height the words need at the list's width."""
        view = option.widget
        width = view.width() if isinstance(view, QWidget) else option.rect.width()
        return QSize(width, self.height(index, width))

    def height(self, index: QModelIndex | Stay, width: int) -> int:
        """Return a card's height in px at a width, that of the field while it is written."""
        if self._writing and (high := self._writing.get(Stay(index))):
            return high + 6
        model = index.model()
        if not isinstance(model, ClaimModel):
            return 0
        claim = model.claims[index.row()]
        room = width - LEFT - RIGHT - (_STAR if claim.key else 0)
        words = self._words(model, claim, room)
        quiet = self.wrapped.metrics(PROOF_PX).height()
        return sum(map(_high, words)) + quiet + _ABOVE + _GAP + _BELOW

    def asks(self, index: QModelIndex, card: QRect, at: QPoint) -> str:
        """Return what a click there asks for: on the mark or on the number, else ""."""
        model = index.model()
        if not isinstance(model, ClaimModel):
            return ""
        if mark_area(card).contains(at):
            return "detail"
        called = model.claims[index.row()].id in self.look.calls
        return "findings" if called and badge_area(card).contains(at) else ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Stay
    ) -> None:
        """Paint one card."""
        model = index.model()
        if not isinstance(model, ClaimModel) or index.row() >= len(model.claims):
            return
        claim = model.claims[index.row()]
        if not claim.id or (self._writing and Stay(index) in self._writing):
            return
        found = model.assessed(claim)
        area, look = option.rect, theme()
        sought = self.look.sought
        faded = claim.id in self.look.faded or (sought is not None and claim.id not in sought)
        if faded:
            painter.setOpacity(0.35)
        self._ground(painter, option, found=sought is not None and not faded)
        left, top = area.left(), area.top() + _ABOVE
        room = text_room(area, after=_STAR if claim.key else 0)
        *leads, words = self._words(model, claim, room.width())
        sunk = self.wrapped.sunk(claim.text, room.width(), PROOF_PX if leads else TEXT_PX)
        mark = self.look.mark(found.mark, painter.device().devicePixelRatioF())
        disc = seen(QRectF(left + _MARK_LEFT, top + 3 + sunk, _MARK, _MARK), area)
        painter.drawPixmap(disc.topLeft(), mark)
        for lead in leads:
            painter.setFont(self.wrapped.font(PROOF_PX))
            painter.setPen(look.colour("muted"))
            painter.drawStaticText(QPointF(room.topLeft()), lead)
            room.translate(0, _high(lead))
        painter.setFont(self.wrapped.font(TEXT_PX))
        painter.setPen(look.colour("ink"))
        painter.drawStaticText(QPointF(room.topLeft()), words)
        if claim.key:
            star = QPointF(area.right() - RIGHT - 2, top + 8 + sunk)
            paint_star(painter, seen_point(star, area))
        said = found.proof
        if model.place.parking:
            said = f"{model.titles.get(claim.section, claim.section)} · {said}"
        taken = self._signs(painter, area, claim.id)
        painter.setFont(self.wrapped.font(PROOF_PX))
        painter.setPen(look.colour("wrong" if found.mark == "slashed" else "muted"))
        below = text_room(area, after=taken)
        below.moveTop(room.top() + _high(words) + _GAP)
        wide, right = below.width(), from_right(claim.text)
        quiet = self.wrapped.line(said, wide, PROOF_PX, right=right)
        below.translate(0, -self.wrapped.sunk(said, wide, PROOF_PX))
        painter.drawStaticText(QPointF(below.topLeft()), quiet)
        if faded:
            painter.setOpacity(1.0)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | Stay
    ) -> QWidget:
        """Open the field on a card."""
        editor = ClaimEditor(self.wrapped.font(TEXT_PX), parent)
        stay = Stay(index)
        editor.done.connect(lambda keep: self._close(editor, keep=keep))
        editor.grown.connect(lambda: self._grow(editor, stay))
        editor.textChanged.connect(lambda: self.typed.emit(editor.toPlainText()))
        editor.link_wanted.connect(self.link_wanted)
        for gone in (editor.left, editor.destroyed):
            gone.connect(lambda: self._writing.pop(stay, None))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | Stay) -> None:
        """Start from the words there are."""
        if isinstance(editor, ClaimEditor):
            editor.begin(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QObject, index: QModelIndex | Stay) -> None:
        """Hand on what was written."""
        if isinstance(editor, ClaimEditor) and isinstance(model, ClaimModel):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | Stay
    ) -> None:
        """Lay the field over the card."""
        editor.setGeometry(seen(option.rect.adjusted(LEFT - 13, 2, -1, -2), option.rect))
        if isinstance(editor, ClaimEditor):
            self._grow(editor, Stay(index))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field itself answer Enter and Escape."""
        if isinstance(event, QKeyEvent) and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Escape,
        ):
            return False
        return super().eventFilter(watched, event)

    def _words(self, model: ClaimModel, claim: Claim, width: int) -> list[QStaticText]:
        """Return a card's words laid out: what was asked, where they answer it, and the answer."""
        lead, line = model.leads.get(claim.id, ("", claim.text))
        right = from_right(claim.text)
        leads = [self.wrapped.lines(lead, width, PROOF_PX, right=right)] if lead else []
        return [*leads, self.wrapped.lines(line or " ", width, TEXT_PX, right=right)]

    def _signs(self, painter: QPainter, card: QRect, claim: str) -> int:
        """Paint dots and what is to be decided; return the room they take of the quiet line."""
        call, dots = self.look.calls.get(claim), self.look.dots.get(claim)
        face, taken = self.wrapped.font(PROOF_PX), 0
        if call:
            paint_badge(painter, badge_area(card), call, face)
            taken += BADGE + 6
        if dots:
            words = dots_words(dots)
            wide = self.wrapped.metrics(PROOF_PX).horizontalAdvance(words)
            paint_dots(painter, dots_area(card, wide, beside_badge=bool(call)), words, face)
            taken += wide + 2 * PAD + 6
        return taken

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, found: bool) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or under or found):
            return
        look = theme()
        painter.save()
        card = seen(QRectF(option.rect).adjusted(10.5, 1.5, -1.5, -1.5), option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "tint" if found else "background" if under and not chosen else "paper"
        painter.setBrush(look.colour(ground))
        if chosen:
            active = bool(option.state & QStyle.StateFlag.State_Active)
            here = isinstance(option.widget, QWidget) and option.widget.hasFocus()
            painter.setPen(QPen(look.colour("accent" if here or not active else "faint"), 1.5))
        painter.drawRoundedRect(card, 7, 7)
        painter.restore()

    def _close(self, editor: ClaimEditor, *, keep: bool) -> None:
        if keep:
            self.commitData.emit(editor)
        hint = QStyledItemDelegate.EndEditHint.NoHint
        if not keep:
            hint = QStyledItemDelegate.EndEditHint.RevertModelCache
        self.closeEditor.emit(editor, hint)

    def _grow(self, editor: ClaimEditor, index: Stay) -> None:
        high = editor.wanted_height()
        if index.isValid() and self._writing.get(index) != high:
            self._writing[index] = high
            self.sizeHintChanged.emit(index.model().index(index.row(), 0))
