# SPDX-License-Identifier: MIT
"""Cards and groups as items of the scene; the smaller they are, the less of them is painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.gui.direction import begins, from_right
from persona_studio.gui.wall.look import NAME, QUIET, TEXT, WallLook
from persona_studio.workspace.wall_places import HEAD, HIGH, PAD, WIDE, field

_EDGE, _TOP, _LINES = 11, 9, 4
_LINES_OF_NOTE = 5
_CARD = QRectF(0.5, 0.5, WIDE - 1, HIGH - 1)
_ROOM = QRectF(-1, -1, WIDE + 2, HIGH + 2)
_BADGE = 24


class WallItem(QGraphicsItem):
    """What lies on the wall: known by its id, chosen, and moved where the project may change."""

    def __init__(self, key: str, look: WallLook, *, locked: bool) -> None:
        super().__init__()
        self.key = key
        self.look = look
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable, enabled=not locked)


class CardItem(WallItem):
    """One card: what it is, its words, and for evidence how many say so."""

    def __init__(self, card: WallCard, look: WallLook, *, locked: bool) -> None:
        super().__init__(card.id, look, locked=locked)
        self.card = card
        self.words = ""
        self.heading = ""
        self.detail = ""

    def display(self, card: WallCard, words: str, heading: str) -> None:
        """Show a card as it is now."""
        if (card, words, heading) != (self.card, self.words, self.heading):
            self.card, self.words, self.heading = card, words, heading
            self.setToolTip("" if len(words) < 90 else words.replace("<", "&lt;"))
            self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the card with its edge."""
        return _ROOM

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the card; what would be too small to read is left out."""
        look, note = self.look, self.card.kind == "note"
        near = option.levelOfDetailFromTransform(painter.worldTransform()) >= look.near
        painter.setPen(look.chosen if self.isSelected() else look.edge)
        painter.setBrush(look.note if note else look.paper)
        if near:
            painter.drawRoundedRect(_CARD, 6, 6)
        else:
            painter.drawRect(_CARD)
        wrapped, room = look.wrapped, WIDE - 2 * _EDGE
        right = from_right(self.words)
        top = _TOP
        if self.heading:
            if near:
                painter.setFont(wrapped.font(QUIET))
                painter.setPen(look.muted)
                line = wrapped.line(self.heading, room, QUIET, right=right)
                painter.drawStaticText(QPointF(_EDGE, top), line)
            top += 17
        painter.setFont(wrapped.font(TEXT))
        painter.setPen(look.ink)
        lines = _LINES_OF_NOTE if note else _LINES - bool(self.detail)
        painter.drawStaticText(QPointF(_EDGE, top), look.fitted(self.words, room, lines))
        if self.detail and near:
            painter.setFont(wrapped.font(QUIET))
            painter.setPen(look.muted)
            quiet = wrapped.line(self.detail, room, QUIET, right=right)
            sunk = wrapped.sunk(self.detail, room, QUIET)
            painter.drawStaticText(QPointF(_EDGE, HIGH - 22 - sunk), quiet)


class GroupItem(WallItem):
    """The field of a group; its cards are its children and go where it goes."""

    def __init__(self, group: WallGroup, look: WallLook, *, locked: bool) -> None:
        super().__init__(group.id, look, locked=locked)
        self.about = group
        self.many = 0
        self.title = ""
        self.hinted = False

    def display(self, group: WallGroup, many: int, title: str) -> None:
        """Show a group as it is now."""
        if (group, many, title) != (self.about, self.many, self.title):
            self.prepareGeometryChange()
            self.about, self.many, self.title = group, many, title
            self.update()

    def hint(self, *, on: bool) -> None:
        """Show, or no longer, that a drop would go in here."""
        if on != self.hinted:
            self.hinted = on
            self.update()

    @property
    def area(self) -> QRectF:
        """The field, from the group's own corner."""
        return QRectF(0, 0, *field(self.many))

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the field with its edge."""
        return self.area.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        """Paint the field and its heading; from afar the view writes the name over it."""
        look, area = self.look, self.area
        painter.setPen(look.chosen if self.isSelected() or self.hinted else look.field)
        painter.setBrush(look.tint if self.hinted else look.well)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < look.far:
            return
        self._heading(painter, area.width())
        if not self.many:
            painter.setFont(look.wrapped.font(QUIET))
            painter.setPen(look.muted)
            empty = area.adjusted(0, HEAD - PAD, 0, 0)
            painter.drawText(empty, Qt.AlignmentFlag.AlignCenter, "\u2013")

    def _heading(self, painter: QPainter, wide: float) -> None:
        look, wrapped = self.look, self.look.wrapped
        badge = QRectF(PAD, (HEAD - _BADGE) / 2, max(_BADGE, 11 * len(self.about.letter)), _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent)
        painter.drawRoundedRect(badge, 6, 6)
        painter.setFont(wrapped.font(TEXT, 600))
        painter.setPen(look.on_accent)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.about.letter)
        count = str(self.many)
        painter.setFont(wrapped.font(QUIET))
        painter.setPen(look.muted)
        line = QRectF(badge.right() + 9, 0, wide - badge.right() - 9 - PAD, HEAD)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, count)
        line.setWidth(line.width() - 12 - wrapped.metrics(QUIET).horizontalAdvance(count))
        painter.setFont(wrapped.font(NAME, 600))
        painter.setPen(look.ink if self.about.name else look.muted)
        cut = wrapped.elided(self.title, int(line.width()), NAME, 600)
        painter.drawText(line, begins(self.title), cut)
