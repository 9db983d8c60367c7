# SPDX-License-Identifier: MIT
"""The rows of one wave on their way into the file: committed at once, seen only when shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from persona_studio.core.fields import new_id
from persona_studio.storage import rows
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.research.importing import Slice


class Arriving:
    """A wave to be, made and filled inside transactions.

    Without an edit that shows it, its rows are purged when the window is idle.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.wave = new_id()
        self._workspace = workspace
        self._chunks: dict[int, int] = {}
        workspace.pending.add(self.wave)
        rows.register(workspace.database.connection, "row", self.wave)

    def store(self, item: "Slice") -> None:
        """Store one slice of rows."""
        raw = self._workspace.database.connection
        rows.add_rows(raw, self.wave, map(self._somebody, item.rows))
        for position, codes in item.codes.items():
            self._chunks[position] = self._chunks.get(position, 0) + 1
            place = (self.wave, position, self._chunks[position])
            rows.add_codes(raw, place, codes.width, codes.data)

    def close(self, labels: Mapping[int, list[str]]) -> None:
        """Store the different texts of the coded columns, in the edit that shows the wave."""
        for position, texts in labels.items():
            rows.add_labels(self._workspace.database.connection, self.wave, position, texts)

    def leave(self) -> None:
        """Hold the rows no longer: they are shown, or given up."""
        self._workspace.pending.discard(self.wave)

    def _somebody(self, row: tuple[int, str, bytes]) -> tuple[int, str, bytes]:
        """Give a person without an id a key that nobody has in any other wave."""
        number, who, cells = row
        return number, who or f"row {number} of {self.wave}", cells
