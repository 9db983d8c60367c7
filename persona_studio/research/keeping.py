# SPDX-License-Identifier: MIT
"""One stored column on its way: cells after the privacy choice, and their label codes."""

import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from persona_studio.research.plan import Role

LABELS_MOST = 10_000
"""Different texts a column may have to be coded; more are words or keys."""
_LABELS_OF_ALL = 1_000_000
_LABELS_LONG = 4_000_000
"""Letters the texts of one coded column may have together."""
_ONCE = 200
"""Longer texts are said by one person; what became of them is not kept for the next."""


def labels_most(columns: int) -> int:
    """Return how many different texts each of so many columns may have to be coded."""
    return min(LABELS_MOST, _LABELS_OF_ALL // max(1, columns))


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
        self.length = 0

    def __missing__(self, cell: str) -> int:
        code = 0
        if cell.strip():
            code = len(self._labels)
            self._labels.append(cell)
            self.length += len(cell)
        self[cell] = code
        return code


def _blank(cells: Sequence[str]) -> bool:
    return not any(cells)


class Changed(dict[str, str]):
    """Each text as it is stored, worked out when first met; `hidden` counts masked passages.

    `is_clean` tells at once that nothing in some cells changes. A dictionary is asked by `map`,
    without a line of Python for a text that was met before.
    """

    def __init__(
        self,
        change: Callable[[str], tuple[str, int]],
        is_clean: Callable[[Sequence[str]], bool] = _blank,
    ) -> None:
        super().__init__()
        self._change = change
        self._is_clean = is_clean
        self._hits: dict[str, int] = {}
        self.hidden = 0

    def __missing__(self, cell: str) -> str:
        stored, n = self._change(cell)
        if len(cell) > _ONCE:
            self.hidden += n
            return stored
        if n:
            self._hits[cell] = n
        self[cell] = stored
        return stored

    def apply(self, cells: Sequence[str]) -> Sequence[str]:
        """Return the cells as they are stored."""
        if self._is_clean(cells):
            return cells
        if len(self) > LABELS_MOST:
            self.clear()
            self._hits.clear()
        stored = list(map(self.__getitem__, cells))
        if self._hits:
            self.hidden += sum(self._hits.get(cell, 0) for cell in cells)
        return stored


@dataclass
class Kept:
    """One column that is stored: its texts so far, each with its code and what became of it."""

    column: int
    position: int
    role: Role
    change: Changed | None
    most: int = LABELS_MOST
    labels: list[str] = field(default_factory=lambda: [""])
    open_ended: bool = False

    def __post_init__(self) -> None:
        self._places = Places(self.labels)
        self._codes = array("B")

    def take(self, cells: Sequence[str]) -> Sequence[str]:
        """Return the cells as they are stored, and note their codes."""
        stored = self.change.apply(cells) if self.change is not None else cells
        if not self.open_ended:
            self._note(list(map(self._places.__getitem__, stored)))
        return stored

    def _note(self, codes: list[int]) -> None:
        if len(self.labels) - 1 > self.most or self._places.length > _LABELS_LONG:
            self.open_ended = True
            self.labels = [""]
            self._places = Places(self.labels)
            return
        kind = "B" if len(self.labels) <= 1 << 8 else "H"
        if kind != self._codes.typecode:
            self._codes = array(kind, self._codes)
        self._codes.extend(codes)

    def cut(self) -> Codes | None:
        """Return the codes noted since the last cut, while the column has few texts."""
        codes, self._codes = self._codes, array(self._codes.typecode)
        return None if self.open_ended else Codes(codes.itemsize, _little(codes))
