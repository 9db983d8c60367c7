# SPDX-License-Identifier: MIT
"""Coded answers spread over rows piece by piece, so that a million people need no great matrix.

A block knows its columns for every different text of a cell; rows take them when they are looked
at. Who comes first is told by what rows hold, which needs no row coded.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from persona_studio.evidence.columns import Codes, Mask, Numbers
from persona_studio.patterns.request import Matrix

Hashes: TypeAlias = np.ndarray[Any, np.dtype[np.uint64]]
_MIXERS = 0x9E3779B97F4A7C15
_SLICE = 4_096
"""Rows looked at together: their codes stay in the processor's own memory."""


@dataclass(frozen=True, eq=False)
class Block:
    """One question coded: (columns of each label, code of each row) of each of its variables.

    Of several variables the larger figure counts. `hidden` rows were not shown the question: 0.
    """

    width: int
    tables: tuple[tuple[Matrix, Codes], ...]
    hidden: Mask | None = None

    def rows(self, where: slice | Numbers, out: Matrix) -> None:
        """Write the columns of some rows; 0 where a wave did not ask."""
        if not self.tables:
            out[:] = 0
            return
        first, *others = self.tables
        out[:] = first[0][first[1][where]]
        for table, codes in others:
            np.maximum(out, table[codes[where]], out=out)
        if self.hidden is not None:
            out[self.hidden[where]] = 0

    def told(self, say: Callable[[Matrix], Matrix], many: int) -> Matrix:
        """Return what is said of the columns of each of `many` rows, asked once per label."""
        if len(self.tables) == 1:
            table, codes = self.tables[0]
            found = say(table)[codes]
            if self.hidden is not None:
                found[self.hidden] = say(np.zeros((1, self.width)))
            return found
        return np.concatenate([say(rows) for rows in self._slices(many)])

    def sums_by(self, numbers: Numbers, k: int) -> Matrix:
        """Return the sum of the columns over the rows of each of k groups; shape (k, columns)."""
        if len(self.tables) == 1 and self.hidden is None:
            table, codes = self.tables[0]
            counts = np.bincount(numbers * len(table) + codes, minlength=k * len(table))
            return counts.reshape(k, len(table)) @ table
        sums, start = np.zeros((k, self.width)), 0
        for rows in self._slices(len(numbers)):
            mine = numbers[start : start + len(rows)]
            sums += (mine[None] == np.arange(k)[:, None]).astype(np.float64) @ rows
            start += len(rows)
        return sums

    def _slices(self, many: int) -> Iterator[Matrix]:
        for start in range(0, max(1, many), _SLICE):
            rows = np.empty((max(0, min(_SLICE, many - start)), self.width))
            self.rows(slice(start, start + len(rows)), rows)
            yield rows

    def hashes(self, many: int) -> Hashes:
        """Return a number for each of `many` rows that is the same where the answer is."""
        if len(self.tables) == 1:
            table, codes = self.tables[0]
            found = _mixed(_whole(column) for column in table.T)[codes]
        else:
            coded = np.empty((many, self.width))
            self.rows(slice(None), coded)
            found = _mixed(_whole(column) for column in coded.T)
        if self.hidden is not None:
            found[self.hidden] = 0
        return found


@dataclass(frozen=True, eq=False)
class Blocks:
    """All questions of a coding, over so many rows."""

    parts: Sequence[Block]
    many: int

    @property
    def width(self) -> int:
        """How many columns all blocks have."""
        return sum(part.width for part in self.parts)

    def rows(self, where: slice | Numbers = slice(None)) -> Matrix:
        """Return all columns of some rows; shape (rows, columns)."""
        many = len(range(self.many)[where]) if isinstance(where, slice) else len(where)
        out, start = np.empty((many, self.width)), 0
        for part in self.parts:
            part.rows(where, out[:, start : start + part.width])
            start += part.width
        return out

    def slices(self) -> Iterator[Matrix]:
        """Yield the rows in pieces that need little memory; at least one, be it empty."""
        for start in range(0, max(1, self.many), _SLICE):
            yield self.rows(slice(start, start + _SLICE))

    def summed(self, say: Callable[[int, Matrix], Matrix]) -> Matrix:
        """Return for each row the sum of what is said of (place of a block, its columns)."""
        each = (part.told(partial(say, at), self.many) for at, part in enumerate(self.parts))
        whole = next(each)
        for told in each:
            whole += told
        return whole

    def sums_by(self, numbers: Numbers, k: int) -> Matrix:
        """Return the sums of all columns over the rows of each of k groups; shape (k, columns)."""
        return np.column_stack([part.sums_by(numbers, k) for part in self.parts])

    def order(self, *also: Numbers) -> Numbers:
        """Return places of rows sorted by what they hold, and what is `also` known of them.

        Whatever order rows came in; those of the same content are the same to every later step,
        so ties do no harm.
        """
        hashes = [*(part.hashes(self.many) for part in self.parts), *map(_plain, also)]
        return np.argsort(_mixed(hashes), kind="stable").astype(np.int64)

    def only(self, kept: Mask) -> "Blocks":
        """Return some of the blocks."""
        return Blocks(
            [part for part, keep in zip(self.parts, kept, strict=True) if keep], self.many
        )


def _mixed(columns: Iterable[Hashes]) -> Hashes:
    mixed: Hashes | None = None
    for column in columns:
        mixed = (np.zeros_like(column) if mixed is None else mixed) ^ column
        mixed = mixed * np.uint64(_MIXERS)
        mixed ^= mixed >> np.uint64(29)
    return np.zeros(0, dtype=np.uint64) if mixed is None else mixed


def _whole(column: Matrix) -> Hashes:
    return _plain(np.round(column * 1e6).astype(np.int64))


def _plain(numbers: Numbers) -> Hashes:
    return numbers.astype(np.int64).view(np.uint64)
