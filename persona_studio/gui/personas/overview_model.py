# SPDX-License-Identifier: MIT
"""Everything on one table: a column for each persona, a row for each section, its claims inside."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Stay

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.sections import Section
from persona_studio.core.snapshot import Snapshot
from persona_studio.gui.personas.claim_delegate import BoardLook
from persona_studio.gui.personas.claim_model import mark_words
from persona_studio.gui.personas.persona_header import PERSONA, QUIET
from persona_studio.gui.personas.place import ALWAYS, sections_of
from persona_studio.gui.widgets.mark import MARKS
from persona_studio.gui.widgets.plain_label import plain_tip

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

Index = QModelIndex | Stay
_TIP = 12


class OverviewModel(QAbstractTableModel):
    """Shows a snapshot; `fits` says in a few words how many people each persona fits.

    `leads` are question and answer of the claims that answer one.
    """

    def __init__(
        self,
        assess: "Callable[[str], Assessment]",
        look: BoardLook,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.personas: tuple[Persona, ...] = ()
        self.sections: list[Section] = []
        self.marks: dict[str, str] = {}
        self.leads: dict[str, tuple[str, str]] = {}
        self.fits: Mapping[str, str] = {}
        self._assess = assess
        self._look = look
        self._claims: dict[tuple[str, str], tuple[Claim, ...]] = {}
        self._calls: dict[tuple[int, int], int] = {}

    def show(self, snapshot: Snapshot) -> None:
        """Show the project as it stands; nothing is reset where rows and columns stay."""
        personas = snapshot.personas
        wanted = {key for each in personas for key in sections_of(snapshot, each.id)}
        sections = [section for section in snapshot.sections if section.id in wanted]
        claims = {
            (persona.id, section.id): snapshot.claims_of(persona.id, section.id)
            for persona in personas
            for section in sections
        }
        same = [p.id for p in personas] == [p.id for p in self.personas]
        same = same and [s.id for s in sections] == [s.id for s in self.sections]
        self._calls.clear()
        if not same:
            self.beginResetModel()
        self.personas, self.sections, self._claims = personas, sections, claims
        every = [self._assess(claim.id) for held in claims.values() for claim in held]
        self.marks = {found.claim: found.mark for found in every}
        self.leads = {found.claim: (found.lead, found.line) for found in every if found.lead}
        if same:
            self.repaint()
        else:
            self.endResetModel()

    def repaint(self) -> None:
        """Say that every cell may look different now."""
        self._calls.clear()
        if self.sections and self.personas:
            last = self.index(len(self.sections) - 1, len(self.personas))
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.personas))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many sections there are."""
        return 0 if parent.isValid() else len(self.sections)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return one more than there are personas."""
        return 0 if parent.isValid() else len(self.personas) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return who stands in a column, and how many people and findings there are."""
        if orientation != Qt.Orientation.Horizontal or not 0 < section <= len(self.personas):
            return None
        persona = self.personas[section - 1]
        call = self._look.calls.get(persona.id)
        calls = self.tr("{0} to decide").format(call.many) if call else ""
        quiet = " \u00b7 ".join(filter(None, (calls, self.fits.get(persona.id, ""))))
        said = {PERSONA: persona, QUIET: quiet, Qt.ItemDataRole.DisplayRole: persona.name}
        said[Qt.ItemDataRole.AccessibleTextRole] = ", ".join(filter(None, (persona.name, quiet)))
        return said.get(role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell in words; it is painted from `claims`."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            section = self.sections[index.row()]
            return self.told(index) if index.column() else section.title
        if role == Qt.ItemDataRole.ToolTipRole and index.column():
            texts = [claim.text for claim in self.claims(index)]
            more = [f"+ {len(texts) - _TIP}"] if len(texts) > _TIP else []
            return "<br>".join(map(plain_tip, (self.told(index), *texts[:_TIP], *more)))
        return None

    def claims(self, index: Index) -> tuple[Claim, ...]:
        """Return the claims of a cell."""
        if not index.isValid() or not index.column():
            return ()
        persona = self.personas[index.column() - 1].id
        return self._claims.get((persona, self.sections[index.row()].id), ())

    def missed(self, index: Index) -> bool:
        """Tell whether a section every persona should have says nothing."""
        return not self.claims(index) and self.sections[index.row()].id in ALWAYS

    def calls(self, index: Index) -> int:
        """Return how much review has to decide on the claims of a cell."""
        known, key = self._look.calls, (index.row(), index.column())
        if key not in self._calls:
            mine = (known[claim.id].many for claim in self.claims(index) if claim.id in known)
            self._calls[key] = sum(mine)
        return self._calls[key]

    def told(self, index: Index) -> str:
        """Return a cell as a sentence: whose it is, how many claims, what stands behind."""
        persona, section = self.personas[index.column() - 1], self.sections[index.row()]
        claims = self.claims(index)
        found = Counter(self.marks[claim.id] for claim in claims)
        parts = [f"{found[mark]} {mark_words(mark)}" for mark in MARKS if found[mark]]
        if calls := self.calls(index):
            parts.append(self.tr("{0} to decide in Review").format(calls))
        many = self.tr("1 claim") if len(claims) == 1 else self.tr("{0} claims").format(len(claims))
        said = f"{persona.name}, {section.title}: {many if claims else self.tr('nothing yet')}"
        return "; ".join((said, *parts))

    def total(self) -> Counter[str]:
        """Return how many claims bear each mark."""
        return Counter(self.marks.values())
