# SPDX-License-Identifier: MIT
"""The rows of a comparison as a table: what it is about, then a column for each persona."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Stay

from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.spoken import parted
from persona_studio.gui.personas.claim_model import mark_words
from persona_studio.gui.personas.head import percent
from persona_studio.gui.personas.persona_header import PERSONA, QUIET
from persona_studio.workspace.comparing import Cell, Row, own_words

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment

Index = QModelIndex | Stay


class CompareModel(QAbstractTableModel):
    """`lines` are section titles (text) and rows; it shows what it is given and keeps no truth."""

    def __init__(
        self, assess: "Callable[[str], Assessment]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.lines: list[str | Row] = []
        self.personas: list[Persona] = []
        self._assess = assess
        self._assessed: dict[str, Assessment] = {}

    def show(self, rows: Sequence[Row], personas: Sequence[Persona], snapshot: Snapshot) -> None:
        """Show these rows of these personas, under the titles of their sections."""
        self.beginResetModel()
        self.personas = list(personas)
        self.lines = []
        claims = (claim.id for row in rows for cell in row.cells for claim in cell.claims)
        self._assessed = {claim: self._assess(claim) for claim in claims}
        before = None
        for row in rows:
            if row.section != before:
                self.lines.append(snapshot.section(row.section).title)
            before = row.section
            self.lines.append(row)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return one more than there are personas."""
        return 0 if parent.isValid() else len(self.personas) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return who stands in a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 < section <= len(self.personas):
            return None
        persona = self.personas[section - 1]
        said = {PERSONA: persona, QUIET: persona.tagline}
        said[Qt.ItemDataRole.DisplayRole] = said[Qt.ItemDataRole.AccessibleTextRole] = persona.name
        return said.get(role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell in words; it is painted from `lines`."""
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in said:
            return None
        line = self.lines[index.row()]
        if isinstance(line, str):
            spoken = role == Qt.ItemDataRole.AccessibleTextRole  # no cell is heard as nothing
            return line if spoken or index.column() == 0 else ""
        if index.column() == 0:
            return ". ".join(
                part for part in (line.words, self.asked(line), self.note(line)) if part
            )
        return self._told(line, index.column() - 1)

    def at(self, index: Index) -> tuple[Row, Cell] | None:
        """Return the row and the persona's cell at a place, None where no persona stands."""
        line = self.lines[index.row()] if index.isValid() else ""
        if isinstance(line, str) or index.column() == 0:
            return None
        return line, line.cells[index.column() - 1]

    def asked(self, row: Row) -> str:
        """Return what was counted, where the words of a row do not say it."""
        return row.asked if row.asked != row.words else ""

    def parted(self, row: Row) -> tuple[str, str, str]:
        """Return question and answer of a row for the eye, and what else was counted."""
        lead, answer = parted(row.asked, row.label)
        if lead and row.words in (row.asked, answer):
            return lead, answer, ""
        return (*parted(row.words, row.label), self.asked(row))

    def note(self, row: Row) -> str:
        """Return in a few words whether a row sets the personas apart."""
        if not row.words:
            return self.tr("Only said here")
        if row.apart:
            return self.tr("{0} points apart").format(round(row.spread * 100))
        alike = self.tr("people answer alike") if row.apart is False else ""
        if row.shared:
            return ", ".join(filter(None, (self.tr("All say it"), alike)))
        says = sum(bool(cell.claims) for cell in row.cells)
        if alike or says == 1:
            return alike.capitalize()
        if says < len(row.cells):
            return self.tr("{0} of {1} say it").format(says, len(row.cells))
        return self.tr("Said differently")

    def share(self, row: Row, cell: Cell) -> str:
        """Return the share of a persona's own people, or why there is none."""
        if cell.count is not None:
            return percent(cell.count[0] / cell.count[1])
        if not row.asked:
            return ""
        return self.tr("not asked") if cell.group else self.tr("no group")

    def counted(self, cell: Cell) -> str:
        """Return a share and the people it is of."""
        k, n = cell.count or (0, 0)
        share = percent(k / n) if n else ""
        return f"{share} \u00b7 " + self.tr("{0} of {1}").format(f"{k:,}", f"{n:,}")

    def assessed(self, claim: str) -> "Assessment":
        """Return what the evidence said of a claim when it was shown."""
        return self._assessed[claim]

    def _told(self, row: Row, place: int) -> str:
        cell = row.cells[place]
        parts = [self.counted(cell) if cell.count is not None else self.share(row, cell)]
        for claim in cell.claims:
            found = self.assessed(claim.id)
            parts += [own_words(claim, row.words), mark_words(found.mark, found)]
            parts.append(found.proof if cell.count is None else "")
        if not cell.claims:
            parts.append(self.tr("says nothing of it"))
        return f"{self.personas[place].name}: " + ", ".join(part for part in parts if part)
