# SPDX-License-Identifier: MIT
"""Rows of answers held in memory from the look at a file to its import, so it is read once.

Held by columns: codes where the texts are few, else the texts as they are. The memory for it is
fixed; a table that needs more is not held, and is read again.
"""

import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

HOLD_MOST = 24 * 1024 * 1024
"""Bytes of one table that are held at most."""
_TEXTS_MOST = 1_000
"""Different texts a column may have to be held as codes."""
_TEXT_BYTES = 150
"""About what a text costs beyond its letters, once it has a code."""
_BETWEEN = "\0"


class Block(NamedTuple):
    """Some rows: their numbers in the file, and their cells by columns."""

    numbers: Sequence[int]
    columns: list[Sequence[str]]


Part: TypeAlias = "bytes | array[int] | str"
"""A column's cells in one block: codes, or the texts one behind the other."""


class _Texts(dict[str, int]):
    """The code of each text of a column, given when it is first met."""

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self)
        return code


@dataclass
class Holding:
    """Takes in rows as they are looked at and gives them again, in order and untouched.

    `whole` until something cannot be held: then it lets go of everything. `rows` are held.
    """

    whole: bool = True
    rows: int = 0

    def __post_init__(self) -> None:
        self._texts: list[_Texts] = []
        self._blocks: list[tuple[array[int], list[Part]]] = []
        self._bytes = 0

    def add(self, numbers: Sequence[int], columns: Sequence[Sequence[str]]) -> None:
        """Take in some rows, which may have more columns than those before."""
        if not self.whole:
            return
        self._texts += [_Texts() for _ in columns[len(self._texts) :]]
        self.rows += len(numbers)
        parts = list(map(self._packed, self._texts, columns))
        self._blocks.append((array("L", numbers), parts))
        self._bytes += sum(map(sys.getsizeof, parts))
        if self._bytes > HOLD_MOST:
            self.give_up()

    def give_up(self) -> None:
        """Hold nothing any more."""
        self.whole = False
        self._texts, self._blocks = [], []
        self.rows = 0

    def blocks(self, width: int) -> Iterator[Block]:
        """Yield the rows, so many columns wide; those from before a column was there lack it."""
        texts = [list(each) for each in self._texts]
        for numbers, parts in self._blocks:
            blank = [""] * len(numbers)
            columns: list[Sequence[str]] = list(map(_unpacked, parts, texts))
            columns += [blank] * (width - len(columns))
            yield Block(numbers, columns)

    def _packed(self, texts: _Texts, cells: Sequence[str]) -> Part:
        known = len(texts)
        if known <= _TEXTS_MOST:
            codes = list(map(texts.__getitem__, cells))
            if len(texts) > known:
                self._bytes += (len(texts) - known) * _TEXT_BYTES + 2 * sum(map(len, cells))
            return bytes(codes) if len(texts) <= 1 << 8 else array("H", codes)
        whole = _BETWEEN.join(cells)
        if whole.count(_BETWEEN) >= len(cells):  # a cell of a workbook may hold what parts them
            self._bytes += HOLD_MOST
        return whole


def _unpacked(part: Part, texts: list[str]) -> list[str]:
    if isinstance(part, str):
        return part.split(_BETWEEN)
    return list(map(texts.__getitem__, part))
