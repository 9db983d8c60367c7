# SPDX-License-Identifier: MIT
"""Writing on the wall: a field over a card or a heading; Enter keeps, Escape leaves it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QFocusEvent, QFont
from PySide6.QtWidgets import QWidget

from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.claim_editor import ClaimEditor
from persona_studio.gui.wall.commands import WallCommands, corner_under
from persona_studio.gui.wall.gestures import WallGestures
from persona_studio.gui.wall.look import NAME, TEXT
from persona_studio.gui.wall.view import WallView
from persona_studio.gui.wall.words import tr
from persona_studio.workspace.wall_places import HEAD, HIGH, WIDE, index_at
from persona_studio.workspace.walling import free_corner

if TYPE_CHECKING:
    from persona_studio.storage.wall import Spot

_LEAST = 190


class NoteEditor(ClaimEditor):
    """A field that keeps its words also when the keyboard leaves it."""

    def __init__(self, font: QFont, parent: QWidget, name: str, hint: str) -> None:
        super().__init__(font, parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the words."""
        super().focusOutEvent(event)
        self.done.emit(True)  # noqa: FBT003 - a signal's value has no name


class WallWriting(QObject):
    """Opens one field at a time over the view; `begun` and `ended` tell of it."""

    begun = Signal()
    ended = Signal()

    def __init__(
        self, commands: WallCommands, view: WallView, gestures: WallGestures, bridge: Bridge
    ) -> None:
        super().__init__(view)
        self._commands = commands
        self._view = view
        self._gestures = gestures
        self._bridge = bridge
        self.editor: NoteEditor | None = None

    def pressed_twice(self, at: QPointF) -> None:
        """Write what was pressed; where there is nothing, or only a field, a new note."""
        found = self._view.wall.itemAt(at, self._view.transform())
        key = str(getattr(found, "key", ""))
        group = self._view.wall.groups.get(key)
        if group is not None and at.y() - group.pos().y() > HEAD:
            key = ""
        if self._bridge.read_only:
            return
        if key:
            self._commands.show([key])
            self._commands.edit()
        else:
            self._new_note(at)

    def write(self, key: str) -> None:
        """Write a note, the name of a group, or with "" a new note."""
        card = self._bridge.snapshot.table(WallCard).get(key)
        group = self._bridge.snapshot.table(WallGroup).get(key)
        if card is not None:
            area = self._seen(self._view.wall.cards[key].scenePos(), (WIDE, HIGH))
            editor = self._open(tr("Note"), tr("One thought"), (area, TEXT))
            self._begin(editor, card.text, lambda words: self._rewrite(key, words))
        elif group is not None:
            item = self._view.wall.groups[key]
            area = self._seen(item.pos(), (round(item.area.width()), HEAD))
            names = (tr("Name of the group"), tr("What do they share?"))
            editor = self._open(*names, (area, NAME))
            self._begin(editor, group.name, lambda words: self._rename(key, words))
        else:
            self._new_note(None)

    def spot(self, at: QPointF | None) -> "Spot":
        """Return where a new card goes: at a point, or in a free place of what is seen."""
        from persona_studio.storage.wall import Spot

        if at is None:
            seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
            near = (round(seen.left()) + 28, round(seen.top()) + 28)
            return Spot(None, free_corner(self._bridge.snapshot, near))
        group = self._view.wall.group_at(at)
        if group is None:
            return Spot(None, corner_under(at))
        here = at - group.pos()
        return Spot(group.key, index=index_at(here.x(), here.y(), group.many))

    def _new_note(self, at: QPointF | None) -> None:
        spot = self.spot(at)
        corner = QPointF(*spot.corner)
        group = self._view.wall.groups.get(spot.group or "")
        if group is not None:
            corner = group.pos() + QPointF(12, group.area.height() - 12)
        area = self._seen(corner, (WIDE, HIGH))
        area.moveTopLeft(self._kept_inside(area))
        editor = self._open(tr("Note"), tr("One thought"), (area, TEXT))
        self._begin(editor, "", lambda words: self._add(words, spot))

    def _open(self, name: str, hint: str, place: tuple[QRect, int]) -> NoteEditor:
        area, pixels = place
        font = self._view.wall.look.wrapped.font(max(TEXT, round(pixels * self._view.zoom)))
        editor = NoteEditor(font, self._view.viewport(), name, hint)
        high = max(area.height(), editor.wanted_height())
        editor.setGeometry(area.x(), area.y(), max(_LEAST, area.width()), high)
        return editor

    def _begin(self, editor: NoteEditor, text: str, keep: Callable[[str], None]) -> None:
        self.editor = editor
        editor.setPlainText(text)
        editor.selectAll()
        editor.grown.connect(
            lambda: editor.resize(editor.width(), max(editor.height(), editor.wanted_height()))
        )
        editor.done.connect(lambda kept: self._close(editor, keep if kept else None))
        self.begun.emit()
        editor.show()
        editor.setFocus()

    def _close(self, editor: NoteEditor, keep: Callable[[str], None] | None) -> None:
        if self.editor is not editor:
            return
        self.editor = None
        had_focus = editor.hasFocus()
        words = editor.toPlainText().strip()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self._view.setFocus()
        if keep is not None:
            keep(words)
        self.ended.emit()

    def _add(self, words: str, spot: "Spot") -> None:
        self._shown(self._gestures.note(words, spot) if words else "")

    def _rewrite(self, card: str, words: str) -> None:
        known = self._bridge.snapshot.table(WallCard).get(card)
        if words and known is not None and words != known.text:
            self._gestures.edit_text(card, words)
            self._shown(card)

    def _rename(self, group: str, words: str) -> None:
        known = self._bridge.snapshot.table(WallGroup).get(group)
        if known is not None and words != known.name:
            self._gestures.rename(group, words)
            self._shown(group)

    def _shown(self, key: str) -> None:
        if key:
            self._commands.show([key])
            self._commands.told.emit(self._commands.spoken(key))

    def _seen(self, corner: QPointF, size: tuple[int, int]) -> QRect:
        zoom = self._view.zoom
        at = self._view.mapFromScene(corner)
        return QRect(at.x(), at.y(), round(size[0] * zoom), round(size[1] * zoom))

    def _kept_inside(self, area: QRect) -> QPoint:
        seen = self._view.viewport().rect().adjusted(8, 8, -8 - area.width(), -8 - area.height())
        x = min(max(area.x(), seen.left()), max(seen.left(), seen.right()))
        y = min(max(area.y(), seen.top()), max(seen.top(), seen.bottom()))
        return QPoint(x, y)
