# SPDX-License-Identifier: MIT
"""The answers of a wave as dictionary-coded columns: each different text once, a code per row.

Whatever is true of an answer is worked out once per label and spread over the rows by a single
numpy take, so a condition on 20,000 rows costs about as much as one on its few labels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from persona_studio.core.research import Question
from persona_studio.evidence.reading import numbers
from persona_studio.evidence.themed import Themed

Codes: TypeAlias = np.ndarray[Any, np.dtype[np.unsignedinteger[Any]]]
Mask: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
Numbers: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, eq=False)
class Column:
    """One question's answers: `codes[i]` is the place in `labels` of row i's raw text.

    `labels[0]` is always "" and stands for every blank cell; `codes` has the smallest unsigned
    type that holds the labels. Shape of `codes`: (rows,). `decimal` is how fractions are written
    where a person said so; else the labels tell.
    """

    labels: tuple[str, ...]
    codes: Codes
    decimal: str = ""

    def __len__(self) -> int:
        return len(self.codes)

    def cell(self, row: int) -> str:
        """Return the text of one row (0-based place among the imported rows)."""
        return self.labels[int(self.codes[row])]

    @cached_property
    def counts(self) -> Numbers:
        """How many rows carry each label, in the order of `labels`."""
        return np.bincount(self.codes, minlength=len(self.labels)).astype(np.int64)

    @cached_property
    def numbers(self) -> Floats:
        """Each label as a number, NaN where it is none; shape (labels,)."""
        found = numbers(self.labels, self.decimal)
        return np.array([np.nan if x is None else x for x in found])


@dataclass(frozen=True, eq=False)
class Answers:
    """One wave's columns by variable, with the row numbers and respondent keys of its rows.

    Row i is the i-th imported row, 0-based; `numbers[i]` is its number in the file. A respondent
    key may stand on several rows; people are counted once, whatever their rows say. `themes` are
    the sorted answers of open questions, by variable.
    """

    wave_id: str
    numbers: Numbers
    respondents: tuple[str, ...]
    columns: Mapping[str, Column]
    questions: Mapping[str, Question]
    themes: Mapping[str, Themed] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.numbers)

    @cached_property
    def person(self) -> Numbers | None:
        """Each row's person as a number 0..people-1; None where every row is another person."""
        codes: dict[str, int] = {}
        each = [codes.setdefault(key, len(codes)) for key in self.respondents]
        return None if len(codes) == len(each) else np.array(each, dtype=np.int64)

    def mask(self, numbers: Iterable[int] | Numbers | None) -> Mask:
        """Return which rows have one of the file's row `numbers`; None means every row."""
        if numbers is None:
            return np.ones(len(self), dtype=np.bool_)
        wanted = numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, np.int64)
        return np.isin(self.numbers, wanted)

    def mask_of_keys(self, keys: Iterable[str]) -> Mask:
        """Return which rows belong to one of the respondent `keys`."""
        wanted = frozenset(keys)
        return np.fromiter((key in wanted for key in self.respondents), np.bool_, len(self))

    def keys(self, rows: Mask) -> frozenset[str]:
        """Return the respondent keys of the rows where `rows` is true."""
        return frozenset(self.respondents[i] for i in np.flatnonzero(rows))

    def people(self, rows: Mask) -> int:
        """Return how many different people have at least one true row."""
        if self.person is None:
            return int(np.count_nonzero(rows))
        return len(np.unique(self.person[rows]))


def answers_of(
    wave: str,
    rows: Sequence[tuple[int, str]],
    columns: Mapping[str, Column],
    questions: Mapping[str, Question],
) -> Answers:
    """Return the answers of a wave whose rows are (number in the file, respondent key)."""
    numbers_ = np.fromiter((number for number, _ in rows), np.int64, len(rows))
    return Answers(wave, numbers_, tuple(key for _, key in rows), columns, questions)


def coded(labels: tuple[str, ...], chunks: Sequence[tuple[int, bytes]]) -> Column:
    """Return the column kept in the file's cache; `labels[0]` is the blank.

    `chunks` are (bytes a code: 1, 2 or 4; the codes, little-endian and unsigned), in row order.
    """
    parts = [np.frombuffer(data, dtype=f"<u{width}") for width, data in chunks]
    codes = np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint8)
    return Column(labels, codes.astype(code_type(len(labels))))


def encode(cells: Sequence[str]) -> Column:
    """Return the column of raw cell texts, in order of first appearance after the blank."""
    table = {"": 0}
    codes = np.fromiter(
        (table.setdefault(cell, len(table)) for cell in cells), np.int64, len(cells)
    )
    return _compact(tuple(table), codes)


def join(parts: Sequence[Column]) -> Column:
    """Return one column of several slices in order, as if their cells had been encoded at once."""
    table = {"": 0}
    pieces = [np.zeros(0, dtype=np.int64)]
    for part in parts:
        places = [table.setdefault(label, len(table)) for label in part.labels]
        pieces.append(np.array(places, dtype=np.int64)[part.codes])
    return _compact(tuple(table), np.concatenate(pieces))


def without(column: Column, places: Iterable[int]) -> Column:
    """Return the column without some rows (0-based), and without the texts only they had."""
    codes = np.delete(column.codes, np.fromiter(places, np.int64))
    used = np.bincount(codes, minlength=len(column.labels)) > 0
    used[0] = True
    fresh = np.cumsum(used) - 1
    labels = tuple(label for label, kept in zip(column.labels, used.tolist(), strict=True) if kept)
    return Column(labels, fresh[codes].astype(code_type(len(labels))))


def packed(column: Column) -> tuple[int, bytes]:
    """Return a column's codes as they are kept in the file: bytes a code, and the codes."""
    width = column.codes.dtype.itemsize
    return width, column.codes.astype(f"<u{width}").tobytes()


def code_type(labels: int) -> type[np.unsignedinteger[Any]]:
    """Return the smallest unsigned type that can tell so many labels apart."""
    if labels <= 1 << 8:
        return np.uint8
    return np.uint16 if labels <= 1 << 16 else np.uint32


def _compact(labels: tuple[str, ...], codes: Numbers) -> Column:
    """Let every label of mere white space be the blank, and store small codes."""
    if any(label and not label.strip() for label in labels):
        kept = [label for label in labels if label.strip()]
        place = {label: i for i, label in enumerate(kept, start=1)}
        codes = np.array([place.get(label, 0) for label in labels], dtype=np.int64)[codes]
        labels = ("", *kept)
    return Column(labels, codes.astype(code_type(len(labels))))
