# SPDX-License-Identifier: MIT
"""The steps of the day or of the journey, at the side of the board: added, named, ordered."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.sections import Section
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.gestures import Gestures
from persona_studio.gui.personas.persona_page import PersonaPage
from persona_studio.gui.personas.section_editor import EditorWords, SectionEditor
from persona_studio.gui.widgets.buttons import GhostButton


class JourneyPage(PersonaPage):
    """A step is a section of the project: its claims are moved, traced and counted as any."""

    def __init__(self, bridge: Bridge, gestures: Gestures, parent: QWidget | None = None) -> None:
        super().__init__(bridge, gestures, parent)
        self.day = GhostButton(self.tr("A day"), "sun")
        self.journey = GhostButton(self.tr("A journey"), "arrow-right")
        self.editor = SectionEditor(
            EditorWords(
                up=self.tr("Move the step up"),
                down=self.tr("Move the step down"),
                remove=self.tr("Remove the step"),
                add=self.tr("Add the step"),
                field=self.tr("Name of a new step"),
                hint=self.tr("Hour or step, e.g. 7:30"),
            ),
            self.column.spacing(),
        )
        self.list, self.field = self.editor.list, self.editor.field
        self._build()
        self._connect()

    def show_persona(self, who: Persona, *, fresh: bool) -> None:
        """Show the steps there are; they are the same for every persona, to be compared."""
        self.heading.setText(self.tr("Day or journey"))
        locked = self._bridge.read_only
        steps = self._steps()
        self.list.show_sections(steps, locked=locked)
        self.editor.show_list(shown=bool(steps))
        for part in (self.day, self.journey):
            part.setVisible(not steps)
            part.setEnabled(not locked)
        self._weigh()

    def take_focus(self) -> None:
        """Give the keyboard to the steps, or to what begins them."""
        first = self.list if self._steps() else self.day
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.say(
            self.tr(
                "Steps stand side by side over a persona's sections, with its claims on them. "
                "Write, drag or move claims there as into any section: each is traced, or openly "
                "an assumption. All personas share the steps."
            ),
            "quiet",
        )
        begin = QHBoxLayout()
        begin.setSpacing(6)
        begin.addWidget(self.day)
        begin.addWidget(self.journey)
        begin.addStretch(1)
        self.column.addLayout(begin)
        self.list.setAccessibleName(self.tr("Steps of the day or journey"))
        self.column.addWidget(self.editor)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.day.clicked.connect(lambda: self._add(*self._day()))
        self.journey.clicked.connect(lambda: self._add(*self._journey()))
        self.list.renamed.connect(self._rename)
        self.list.shifted.connect(self._shift)
        self.list.switched.connect(self._switch)
        self.list.currentRowChanged.connect(self._weigh)
        self.editor.dropped.connect(self._remove)
        self.editor.added.connect(self._add)

    def _day(self) -> list[str]:
        ends = (0, 6, 9, 12, 15, 18, 21, 24)
        return [f"{first}\u2013{last}" for first, last in pairwise(ends)]

    def _journey(self) -> list[str]:
        return [
            self.tr("Notices"),
            self.tr("Compares"),
            self.tr("Buys"),
            self.tr("Uses"),
            self.tr("Comes back"),
        ]

    def _steps(self) -> list[Section]:
        return [section for section in self._bridge.snapshot.sections if section.step]

    def _weigh(self) -> None:
        """Only a step without claims can be removed; the others are hidden."""
        key, claims = self.list.current(), self._bridge.snapshot.table(Claim).values()
        used = any(claim.section == key for claim in claims)
        why = self.tr("Only a step without claims can be removed; others are hidden")
        free = not self._bridge.read_only
        self.editor.weigh(free=free, removable=bool(key) and not used, why_not=why)

    def _add(self, *titles: str) -> None:
        from persona_studio.storage import sections

        with self._bridge.edit("Add step" if len(titles) == 1 else "Add steps") as write:
            for title in titles:
                sections.add(write, title, step=True)
            self.field.clear()
        self.refresh()
        if len(titles) > 1:  # the button that was pressed is gone
            self.take_focus()

    def _rename(self, section: str, title: str) -> None:
        from persona_studio.storage import sections

        with self._bridge.edit("Rename step") as write:
            sections.rename(write, section, title)
        self.refresh()

    def _shift(self, section: str, place: int) -> None:
        """Put a step where another one is among the sections."""
        from persona_studio.storage import sections

        goal = self._steps()[min(place, len(self._steps()) - 1)].id
        order = [each.id for each in self._bridge.snapshot.sections]
        with self._bridge.edit("Move step") as write:
            sections.shift(write, section, order.index(goal))
        self.refresh()

    def _switch(self, section: str, hidden: bool) -> None:
        from persona_studio.storage import sections

        with self._bridge.edit("Hide step" if hidden else "Show step") as write:
            sections.hide(write, section, hidden=hidden)

    def _remove(self, section: str) -> None:
        from persona_studio.storage import sections

        if section and not self._bridge.read_only:
            with self._bridge.edit("Remove step") as write:
                sections.remove(write, section)
        self.refresh()
