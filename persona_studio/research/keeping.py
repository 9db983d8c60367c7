# SPDX-License-Identifier: MIT
"""One stored column on its way: cells after the privacy choice, and their label codes."""

import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from persona_studio.research.plan import Role

LABELS_MOST = 10_000
"""Different texts a column may have to be coded; more are words or keys."""


def _little(data: "array[int]") -> bytes:
    if sys.byteorder == "big":
        data = array(data.typecode, data)
        data.byteswap()
    return data.tobytes()


@dataclass(frozen=True)
class Codes:
    """Label codes of one column's cells in a slice: little-endian unsigned, `width` bytes each."""

    width: int
    data: bytes


class Places(dict[str, int]):
    """The code of each text; a text not met before becomes the next label, a blank is 0."""

    def __init__(self, labels: list[str]) -> None:
        super().__init__({"": 0})
        self._labels = labels

    def __missing__(self, cell: str) -> int:
        code = 0
        if cell.strip():
            code = len(self._labels)
            self._labels.append(cell)
        self[cell] = code
        return code


@dataclass
class Kept:
    """One column that is stored: its texts so far, each with its code and what became of it."""

    column: int
    position: int
    role: Role
    change: Callable[[str], tuple[str, int]] | None
    labels: list[str] = field(default_factory=lambda: [""])
    places: "Places" = field(init=False)
    masked: int = 0
    open_ended: bool = False
    _known: dict[str, tuple[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = Places(self.labels)

    def take(self, cells: Sequence[str]) -> tuple[list[str], Codes | None]:
        """Return the cells as they are stored, and their codes while the column has few texts."""
        stored = list(cells) if self.change is None else list(map(self.changed, cells))
        if self.open_ended:
            return stored, None
        codes = list(map(self.places.__getitem__, stored))
        if len(self.labels) - 1 > LABELS_MOST:
            self.open_ended = True
            self.labels = [""]
            self.places = Places(self.labels)
            return stored, None
        width = 1 if len(self.labels) <= 1 << 8 else 2 if len(self.labels) <= 1 << 16 else 4
        data = array({1: "B", 2: "H", 4: "I"}[width], codes)
        return stored, Codes(width, _little(data))

    def changed(self, cell: str) -> str:
        """Return a cell as it is stored; the same text is looked at once as long as few differ."""
        if not cell or self.change is None:
            return cell
        known = self._known.get(cell)
        if known is None:
            known = self.change(cell)
            if len(self._known) < LABELS_MOST:
                self._known[cell] = known
        self.masked += known[1]
        return known[0]
