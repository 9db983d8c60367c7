# SPDX-License-Identifier: MIT
"""Which facts stand under a persona's name, at the side of the board: ticked, ordered, written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.facts import LONGEST, MOST, SECTION, is_short, strip
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.sections import Section
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.personas.place import Place
from persona_studio.gui.personas.section_list import SectionList
from persona_studio.gui.widgets.buttons import GhostButton, IconButton
from persona_studio.gui.widgets.plain_label import PlainLabel


class FactsPage(PersonaPage):
    """The claims of the demographic section, those in the strip ticked; every change is a step."""

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(bridge, gestures, parent)
        self.list = SectionList()
        self.up = IconButton("arrow-up", self.tr("Move the fact up"))
        self.down = IconButton("arrow-down", self.tr("Move the fact down"))
        self.field = QLineEdit()
        self.add = GhostButton(self.tr("Add"), "plus")
        self._none = PlainLabel("", "faint", wrap=True)
        keys = self.tr("Space ticks \u00b7 Enter writes \u00b7 Alt+arrows move")
        self._keys = PlainLabel(keys, "faint", wrap=True)
        self._build()
        self.list.renamed.connect(self._write)
        self.list.shifted.connect(self._shift)
        self.list.switched.connect(self._switch)
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(lambda: self.list.shift(-1))
        self.down.clicked.connect(lambda: self.list.shift(1))

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Show the demographic claims of a persona, and which of them stand under its name."""
        self.heading.setText(self.tr("Facts of {0}").format(who.name))
        found = self._claims()
        chosen = {claim.id for claim in strip(found)}
        rows = [Section(c.id, c.text, c.text, hidden=c.id not in chosen) for c in found]
        locked = self._bridge.read_only
        self.list.show_sections(rows, locked=locked)
        about: tuple[QWidget, ...] = (self.list, self.up, self.down, self._keys)
        for part in about:
            part.setVisible(bool(rows))
        doing: tuple[QWidget, ...] = (self.up, self.down, self.field, self.add)
        for part in doing:
            part.setEnabled(not locked)
        title = self._bridge.snapshot.section(SECTION).title
        words = self.tr("There is nothing in the section \u201c{0}\u201d yet.").format(title)
        self._none.setText("" if rows else words)

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        first = self.list if self._claims() else self.field
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.say(
            self.tr(
                "At most six short claims on who they are stand under the name, on the board and "
                "on posters. Those that are measured say of how many people."
            ),
            "quiet",
        )
        self.list.setAccessibleName(self.tr("Facts, ticked where they stand under the name"))
        self.column.addWidget(self.list)
        self.column.addWidget(self._none)
        row = QHBoxLayout()
        row.addWidget(self._keys, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.column.addLayout(row)
        self.field.setPlaceholderText(self.tr("A new fact, e.g. Age: 25 to 38"))
        self.field.setAccessibleName(self.tr("A new fact"))
        self.add.setAccessibleName(self.tr("Add the fact"))
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        self.column.addLayout(line)
        self.column.addStretch(1)

    def _add(self) -> None:
        """Write a claim; in the strip where there is room, else below."""
        from persona_studio.storage import claims

        text, room = self.field.text(), len(strip(self._claims())) < MOST
        with self._bridge.edit("Add a fact") as write:
            claims.add(write, self.persona, SECTION, text, shown="fact" if room else "line")
            self.field.clear()

    def _claims(self) -> tuple[Claim, ...]:
        return self._bridge.snapshot.claims_of(self.persona, SECTION)

    def _write(self, claim: str, text: str) -> None:
        self._gestures.edit_text(claim, text)
        self.refresh()

    def _shift(self, claim: str, place: int) -> None:
        rest = [each.id for each in self._claims() if each.id != claim]
        before = rest[place] if place < len(rest) else ""
        self._gestures.move([claim], Place(self.persona, SECTION), before)

    def _switch(self, claim: str, hidden: bool) -> None:
        from persona_studio.storage import claims

        every = self._claims()
        fits = is_short(next(each for each in every if each.id == claim))
        with self._bridge.edit("Leave out a fact" if hidden else "Show a fact") as write:
            if not hidden and not fits:
                raise StudioError(
                    self.tr("A fact has at most {0} letters.").format(LONGEST),
                    self.tr("Write it shorter first: Enter."),
                    kind="long_fact",
                )
            if not hidden and len(strip(every)) >= MOST:
                raise StudioError(
                    self.tr("Six facts fit under a name."),
                    self.tr("Untick one of them first."),
                    kind="too_many_facts",
                )
            claims.change(write, claim, shown="line" if hidden else "fact")
        self.refresh()
