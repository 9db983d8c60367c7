# SPDX-License-Identifier: MIT
"""The answers of an open question as they were sorted into themes: one mark a row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from persona_studio.evidence.reading import fold

Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
Truth: TypeAlias = np.ndarray[Any, np.dtype[np.int8]]
_NO_ANSWER = 0


@dataclass(frozen=True, eq=False)
class Themed:
    """`marks[row number]` is the mark of a row's theme, 0 where it did not answer.

    `names` gives the mark of each theme by its folded name; other marks lie under no theme.
    """

    marks: bytes
    names: Mapping[str, int]

    def at(self, numbers: Numbers) -> Numbers:
        """Return the mark of each row, by its number in the file."""
        known = np.frombuffer(self.marks, dtype=np.uint8)
        out = np.zeros(len(numbers), dtype=np.int64)
        inside = numbers < len(known)
        out[inside] = known[numbers[inside]]
        return out

    def truth(self, wanted: Iterable[str], numbers: Numbers) -> Truth:
        """Return 1 for rows under one of the themes of these names, 0 for other answers, else -1.

        Where no theme has such a name nothing is known of anybody.
        """
        marks = [self.names[name] for name in map(fold, wanted) if name in self.names]
        there = self.at(numbers)
        out = np.full(len(numbers), -1, dtype=np.int8)
        if marks:
            out[there != _NO_ANSWER] = np.isin(there, marks)[there != _NO_ANSWER]
        return out


def stamp(marks: bytearray, rows: Sequence[int], names: Sequence[int], chosen: Numbers) -> None:
    """Write a byte at each row: that of `names` at the place chosen for it, -1 for the last."""
    known = np.frombuffer(marks, dtype=np.uint8)
    known[np.asarray(rows, dtype=np.int64)] = np.asarray(names, dtype=np.uint8)[chosen]


def central_first(marks: bytes, near: bytes, mark: int) -> list[int]:
    """Return the rows of one mark, the most central first."""
    there = np.flatnonzero(np.frombuffer(marks, dtype=np.uint8) == mark)
    likeness = np.frombuffer(near, dtype=np.uint8)[there].astype(np.int64)
    found: list[int] = there[np.argsort(-likeness, kind="stable")].tolist()
    return found
