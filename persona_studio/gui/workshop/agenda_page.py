# SPDX-License-Identifier: MIT
"""The agenda, editable at the desk and large on the stage, and who takes part."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from persona_studio.core.workshop import AgendaItem
from persona_studio.gui.widgets.buttons import GhostButton
from persona_studio.gui.widgets.card import Card
from persona_studio.gui.widgets.plain_label import PlainLabel
from persona_studio.gui.widgets.scrolling import scrolling
from persona_studio.gui.workshop.agenda_row import AgendaRow, SpokenRow
from persona_studio.gui.workshop.flow import Flow
from persona_studio.gui.workshop.page import Look, Page
from persona_studio.gui.workshop.people_card import PeopleCard
from persona_studio.storage import workshops
from persona_studio.workspace.agenda import minutes


class AgendaPage(Page):
    """A row for each part; Alt and an arrow move it."""

    def __init__(self, flow: Flow, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(flow, look, parent)
        self.rows: list[AgendaRow | SpokenRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._sum = PlainLabel("", "muted")
        self.add = GhostButton(self.tr("Add a part"), "plus")
        self.add.clicked.connect(self._add)
        self.people = PeopleCard(flow, look)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addLayout(self._column)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self._sum)
        foot.addStretch(1)
        if not self.edits:
            self.add.hide()
        inside.addLayout(foot)
        inside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        card = Card()
        card.body.addWidget(scrolling(inside))
        row.addWidget(card, 5)
        row.addWidget(self.people, 2)

    def refresh(self) -> None:
        """Show the parts and the people; rows stay as they are where they can."""
        session = self.flow.session
        agenda = session.agenda if session else ()
        while len(self.rows) > len(agenda):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(agenda):
            self.rows.append(self._row(len(self.rows)))
            self._column.addWidget(self.rows[-1])
        for place, (row, item) in enumerate(zip(self.rows, agenda, strict=True)):
            row.show_item(item, on=place == self.flow.item)
        hours, rest = divmod(minutes(agenda), 60)
        self._sum.setText(self.tr("{0} h {1:02} min in all").format(hours, rest) if agenda else "")
        self.people.refresh()

    def _row(self, place: int) -> AgendaRow | SpokenRow:
        if not self.edits:
            return SpokenRow()
        row = AgendaRow()
        row.changed.connect(partial(self._change, place))
        row.begun.connect(partial(self.flow.begin, place))
        row.removed.connect(partial(self._remove, place))
        row.moved.connect(partial(self._move, place))
        return row

    def _agenda(self) -> list[AgendaItem]:
        return list(self.flow.session.agenda) if self.flow.session else []

    def _change(self, place: int, item: AgendaItem) -> None:
        agenda = self._agenda()
        agenda[place] = item
        self._write("Change the agenda", agenda)

    def _remove(self, place: int) -> None:
        agenda = self._agenda()
        del agenda[place]
        self._write("Remove a part of the agenda", agenda)

    def _move(self, place: int, by: int) -> None:
        agenda, to = self._agenda(), place + by
        if 0 <= to < len(agenda):
            agenda.insert(to, agenda.pop(place))
            self._write("Move a part of the agenda", agenda)
            row = self.rows[to]
            if isinstance(row, AgendaRow):
                row.text.setFocus()

    def _add(self) -> None:
        self._write("Add a part to the agenda", [*self._agenda(), AgendaItem(self.tr("New part"))])
        row = self.rows[-1] if self.rows else None
        if isinstance(row, AgendaRow):
            row.text.setFocus()
            row.text.selectAll()

    def _write(self, label: str, agenda: list[AgendaItem]) -> None:
        session = self.flow.session
        if session is not None:
            with self.bridge.edit(label) as write:
                workshops.change(write, session.id, agenda=tuple(agenda))
