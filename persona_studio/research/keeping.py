# SPDX-License-Identifier: MIT
"""One stored column on its way: cells after the privacy choice, and their label codes."""

import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from persona_studio.research.over_columns import Answers
from persona_studio.research.plan import Role

LABELS_MOST = 10_000
"""Different texts a column may have to be coded; more are words or keys."""
_LABELS_OF_ALL = 1_000_000
_LONG = 4_000_000
"""Letters the texts of one coded column may have together."""


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


Change: TypeAlias = Callable[[str], tuple[str, int]]
"""Turns a text into what is stored, and says how many passages were hidden in it."""


class Texts(dict[str, int]):
    """The code of each text that was met, and what is stored of it, worked out once.

    Codes count the different texts that are stored, from 1; a blank is 0.
    """

    def __init__(self) -> None:
        super().__init__({"": 0})
        self.labels = [""]
        self.length = 0
        self.changed: dict[str, str] = {}
        self.hits: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def learn(self, cell: str, stored: str, hits: int) -> None:
        """Take down a new text, what is stored of it and how many passages were hidden."""
        if hits:
            self.hits[cell] = hits
        if stored != cell:
            self.changed[cell] = stored
        code = 0
        if stored.strip():
            code = self._places.setdefault(stored, len(self.labels))
            if code == len(self.labels):
                self.labels.append(stored)
                self.length += len(stored)
        self[cell] = code


@dataclass
class Kept:
    """One column that is stored: its texts so far, each with its code and what became of it.

    `is_clean` tells at once that `change` would change nothing in some cells. `answers` puts the
    columns of a question together that has one for each choice; `column` is the first of them.
    """

    column: int
    position: int
    role: Role
    change: Change | None = None
    is_clean: Callable[[Sequence[str]], bool] | None = None
    most: int = LABELS_MOST
    answers: Answers | None = None
    masked: int = 0
    open_ended: bool = False

    def __post_init__(self) -> None:
        self._texts = Texts()
        self._codes = array("B")

    @property
    def labels(self) -> list[str]:
        """The different texts that are stored, in the order of their codes."""
        return self._texts.labels

    def take_from(self, columns: Sequence[Sequence[str]]) -> Sequence[str]:
        """Return what is stored of some rows, given by the columns of the file."""
        answers = self.answers
        return self.take(answers.of(columns) if answers else columns[self.column - 1])

    def take(self, cells: Sequence[str]) -> Sequence[str]:
        """Return the cells as they are stored, and note their codes while there are few texts."""
        if self.open_ended:
            stored, hits = self._changed(cells)
            self.masked += sum(hits)
            return stored
        texts = self._texts
        try:
            codes = list(map(texts.__getitem__, cells))
        except KeyError:
            self._learn([cell for cell in dict.fromkeys(cells) if cell not in texts])
            codes = list(map(texts.__getitem__, cells))
        if texts.changed:
            self.masked += sum(texts.hits.get(cell, 0) for cell in cells) if texts.hits else 0
            cells = list(map(texts.changed.get, cells, cells))
        self._note(codes)
        return cells

    def _learn(self, fresh: Sequence[str]) -> None:
        stored, hits = self._changed(fresh)
        for cell, told, n in zip(fresh, stored, hits, strict=True):
            self._texts.learn(cell, told, n)

    def _changed(self, cells: Sequence[str]) -> tuple[Sequence[str], Sequence[int]]:
        """Return what is stored of some cells, and how many passages were hidden in each."""
        if self.change is None or (self.is_clean is not None and self.is_clean(cells)):
            return cells, bytes(len(cells))
        changed = [self.change(cell) for cell in cells]
        return [stored for stored, _ in changed], [n for _, n in changed]

    def _note(self, codes: list[int]) -> None:
        texts = self._texts
        if len(texts) > 2 * self.most or len(texts.labels) > self.most or texts.length > _LONG:
            self.open_ended = True
            self._texts = Texts()
            return
        if len(texts.labels) <= 1 << 8:
            self._codes.frombytes(bytes(codes))
            return
        if self._codes.typecode != "H":
            self._codes = array("H", self._codes)
        self._codes.extend(codes)

    def cut(self) -> Codes | None:
        """Return the codes noted since the last cut, while the column has few texts."""
        codes, self._codes = self._codes, array(self._codes.typecode)
        return None if self.open_ended else Codes(codes.itemsize, _little(codes))
