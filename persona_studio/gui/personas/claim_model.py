# SPDX-License-Identifier: MIT
"""The claims of one place as a list model; it shows values of the snapshot and keeps no truth."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtCore import QPersistentModelIndex as Stay

from persona_studio.core.persona import Claim
from persona_studio.gui import carry
from persona_studio.gui.personas.claim_editor import LONGEST
from persona_studio.gui.personas.place import Place

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment
    from persona_studio.review.checklist import Call

CLAIM = Qt.ItemDataRole.UserRole
ASSESSMENT = Qt.ItemDataRole.UserRole + 1
DRAFT = ""
"""The id of the empty card that is being written; it is in no file yet."""

_ANYTHING = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def mark_words(mark: str, found: "Assessment | None" = None) -> str:
    """Return a mark in words, for who does not see it; `found` tells why one is a ring."""
    words = {
        "filled": "Supported",
        "half": "Thin support",
        "ring": "No support yet",
        "slashed": "Contradicted by data",
    }
    if mark == "ring" and found is not None and found.verdict == "cannot_tell":
        return "The data can't tell yet"
    if mark == "ring" and found is not None and found.assumption is not None:
        return "Assumption, no support yet"
    return words.get(mark, "")


def dots_words(dots: int) -> str:
    """Return dots of a vote in words."""
    one = QCoreApplication.translate("board", "1 dot")
    return one if dots == 1 else QCoreApplication.translate("board", "{0} dots").format(dots)


class ClaimModel(QAbstractListModel):
    """Claims in order, perhaps with a draft among them; `written(claim, text, row)` on an edit.

    `calls` says how much review has to decide on a claim, `dots` how many the room's last vote
    gave it, `titles` what sections are called, `leads` question and answer of each claim.
    """

    written = Signal(str, str, int)

    def __init__(
        self,
        place: Place,
        assess: "Callable[[str], Assessment]",
        parent: QObject | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.claims: list[Claim] = []
        self.calls: Mapping[str, Call] = {}
        self.dots: Mapping[str, int] = {}
        self.titles: Mapping[str, str] = {}
        self.leads: Mapping[str, tuple[str, str]] = {}
        self._assess = assess
        self._read_only = read_only

    def show(self, claims: Sequence[Claim], touched: Collection[str] = ()) -> None:
        """Come to show `claims`, by the fewest steps; `touched` ones are painted anew.

        A card that is being written stays where it is: whatever else changes, words are not lost.
        """
        writing = self.row_of(DRAFT)
        if writing >= 0:
            claims = [*claims[:writing], self.claims[writing], *claims[writing:]]
        self.leads = {claim.id: self._lead(claim) for claim in claims if claim.id}
        wanted = {claim.id for claim in claims}
        for row in reversed(range(len(self.claims))):
            if self.claims[row].id not in wanted:
                self._take(row)
        there = {claim.id for claim in self.claims}
        for row, claim in enumerate(claims):
            if row < len(self.claims) and self.claims[row].id == claim.id:
                self._renew(row, claim, touched)
            elif claim.id in there:
                self._bring(row, claim)
            else:
                self._put(row, claim)

    def repaint(self) -> None:
        """Say that every card may look different now."""
        if self.claims:
            self.dataChanged.emit(self.index(0), self.index(len(self.claims) - 1))

    def start_draft(self, row: int) -> QModelIndex:
        """Put an empty card at `row` to be written; return where it is."""
        self.drop_draft()
        self._put(row, Claim(DRAFT, self.place.persona, self.place.section or "goals"))
        return self.index(row)

    def drop_draft(self) -> None:
        """Take the empty card away again."""
        row = self.row_of(DRAFT)
        if row >= 0:
            self._take(row)

    def row_of(self, claim: str) -> int:
        """Return the row of a claim, -1 where it is not here."""
        return next((row for row, each in enumerate(self.claims) if each.id == claim), -1)

    def rowCount(self, parent: QModelIndex | Stay = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self.claims)

    def flags(self, index: QModelIndex | Stay) -> Qt.ItemFlag:
        """Let cards be selected, dragged and, where it is allowed, written."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and not self._read_only:
            found |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return found

    def data(self, index: QModelIndex | Stay, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the claim, its assessment, or its words."""
        if not index.isValid() or index.row() >= len(self.claims):
            return None
        claim = self.claims[index.row()]
        if role == CLAIM:
            return claim
        if role == ASSESSMENT:
            return self.assessed(claim) if claim.id else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return claim.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return claim.text or self.tr("New claim")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(index.row(), claim)
        return None

    def setData(
        self, index: QModelIndex | Stay, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Hand on what was written; the project's change brings it back to the card."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = index.row()
        claim = self.claims[row]
        lines = [" ".join(line.split()) for line in str(value).split("\n")]
        text = (" " if claim.id else "\n").join(line for line in lines if line)
        text = text[:LONGEST] if claim.id else text
        if text == claim.text or not (text or claim.id):
            return False
        self.drop_draft()
        self.written.emit(claim.id, text, row)
        return True

    def assessed(self, claim: Claim) -> "Assessment":
        """Return what the evidence says about a claim of this list."""
        return self._assess(claim.id)

    def mimeTypes(self) -> list[str]:
        """Name what a drag carries."""
        return [carry.CLAIMS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the claims of some rows for a drag, in board order."""
        rows = sorted(index.row() for index in indexes)
        chosen = [self.claims[row] for row in rows if self.claims[row].id]
        return carry.pack_claims([c.id for c in chosen], [c.text for c in chosen])

    def supportedDragActions(self) -> Qt.DropAction:
        """Let claims be moved and copied."""
        return _ANYTHING

    def _lead(self, claim: Claim) -> tuple[str, str]:
        found = self._assess(claim.id)
        return found.lead, found.line

    def _described(self, row: int, claim: Claim) -> str:
        if not claim.id:
            return ""
        found = self._assess(claim.id)
        parts = [mark_words(found.mark, found), found.proof]
        if claim.key:
            parts.append(self.tr("key claim"))
        if claim.id in self.dots:
            parts.append(self.tr("{0} in the vote").format(dots_words(self.dots[claim.id])))
        if call := self.calls.get(claim.id):
            parts.append(self.tr("{0} to decide in Review").format(call.many))
        if self.place.parking:
            parts.append(self.titles.get(claim.section, claim.section))
        parts.append(self.tr("{0} of {1}").format(row + 1, len(self.claims)))
        return ", ".join(part for part in parts if part)

    def _renew(self, row: int, claim: Claim, touched: Collection[str]) -> None:
        if self.claims[row] != claim or claim.id in touched:
            self.claims[row] = claim
            self.dataChanged.emit(self.index(row), self.index(row))

    def _take(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.claims[row]
        self.endRemoveRows()

    def _put(self, row: int, claim: Claim) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self.claims.insert(row, claim)
        self.endInsertRows()

    def _bring(self, row: int, claim: Claim) -> None:
        """Move a claim up to `row` from somewhere below it."""
        old = self.row_of(claim.id)
        self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row)
        del self.claims[old]
        self.claims.insert(row, claim)
        self.endMoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))
