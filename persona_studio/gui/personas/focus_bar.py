# SPDX-License-Identifier: MIT
"""The line over one persona alone: whose turn it is, the one before and the next, all by name."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from persona_studio.core.change import Change
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.palette import Entry
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from persona_studio.gui.personas.room import PersonasRoom

_WIDEST = 320


class FocusBar(QWidget):
    """Hidden while all personas are shown; a choice here shows another one alone."""

    def __init__(self, room: "PersonasRoom", bridge: Bridge) -> None:
        super().__init__(room)
        self._room = room
        self._bridge = bridge
        self.back = IconButton("chevron-left", self.tr("The persona before (Ctrl+PgUp)"))
        self.names = QComboBox()
        self.forth = IconButton("chevron-right", self.tr("The next persona (Ctrl+PgDown)"))
        self.place = PlainLabel("", "muted")
        self._keys = [
            self._shortcut("Ctrl+PgUp", -1),
            self._shortcut("Ctrl+PgDown", 1),
        ]
        self._build()
        self.back.clicked.connect(lambda: self._turn(-1))
        self.forth.clicked.connect(lambda: self._turn(1))
        self.names.activated.connect(self._choose)
        room.board.alone_changed.connect(self.refresh)
        bridge.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Show whose turn it is."""
        alone, personas = self._room.board.alone, self._bridge.snapshot.personas
        keys = [persona.id for persona in personas]
        at = keys.index(alone) if alone in keys else -1
        self.setVisible(at >= 0)
        for key in self._keys:
            key.setEnabled(at >= 0)
        self.names.clear()
        for persona in personas:
            self.names.addItem(persona.name, persona.id)
        self.names.setCurrentIndex(at)
        self.back.setEnabled(at > 0)
        self.forth.setEnabled(0 <= at < len(keys) - 1)
        self.place.setText(self.tr("{0} of {1}").format(at + 1, len(keys)))

    def deeds(self) -> Iterator[Entry]:
        """Yield what Ctrl+K offers while one persona is alone."""
        alone = self._room.board.alone
        for place, persona in enumerate(self._bridge.snapshot.personas):
            if alone and persona.id != alone:
                words = self.tr("{0} alone").format(persona.name)
                yield Entry(words, self.tr("Focus"), "user", partial(self._go, place))

    def _build(self) -> None:
        self.names.setAccessibleName(self.tr("Persona"))
        self.names.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 10)
        row.setSpacing(6)
        for part in (self.back, self.names, self.forth, self.place):
            row.addWidget(part)
        row.addStretch(1)

    def _shortcut(self, keys: str, by: int) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self._room)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(lambda: self._step(by))
        return made

    def _turn(self, by: int) -> None:
        """Show the one before or the next; the keyboard stays on this line."""
        self._choose(self.names.currentIndex() + by)

    def _choose(self, place: int) -> None:
        persona = self.names.itemData(place)
        if persona:
            self._room.tray.show_persona(persona)
            self._room.board.show_alone(persona)

    def _step(self, by: int) -> None:
        """Go to the one before or the next by keys, from wherever the keyboard is."""
        self._go(self.names.currentIndex() + by)

    def _go(self, place: int) -> None:
        persona = self.names.itemData(place) if place >= 0 else None
        if persona and self._room.board.alone:
            self._room.reveal_persona(persona)

    def _changed(self, change: Change) -> None:
        if change.kind == "load" or change.touches("persona"):
            self.refresh()
