# SPDX-License-Identifier: MIT
"""What the rows of a table have in common: a row that fits is an answer, one that breaks is none.

Learned from the rows themselves, column by column: the main shape of the cells, their texts, and
how often a cell is filled. Only the first columns of very wide tables are looked at.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from persona_studio.evidence.reading import number
from persona_studio.research.shapes import (
    BLANK,
    CODE,
    DATE,
    NO_ANSWER,
    NUMBER,
    WORDS,
    filled,
    is_series,
    last_filled,
    shape,
)

_LEARN = 60
_COLUMNS = 400
_FEW = 12
_STEADY = 0.7
_ALWAYS = 0.95


@dataclass(frozen=True)
class Body:
    """What rows say of each column: its main shape, its texts, and how often it is filled.

    `reach` is the last column any row fills, `usual` how many cells most rows fill, `length`
    that of nearly every record, 0 where they differ.
    """

    shapes: tuple[str, ...]
    texts: tuple[Counter[str], ...]
    rows: int
    members: frozenset[int]
    serial: bool
    reach: int
    usual: int
    length: int

    def says(self, record: Sequence[str]) -> float:
        """Return how much a row looks like a heading (above 0) or like answers (below 0)."""
        cells = [(i, cell.strip()) for i, cell in enumerate(record[: len(self.shapes)])]
        given = [(i, cell, shape(cell)) for i, cell in cells if cell]
        figures = [cell for _, cell, kind in given if kind == NUMBER]
        if not self.serial and is_series(figures):
            given = [(i, c, WORDS if kind == NUMBER else kind) for i, c, kind in given]
        own = int(id(record) in self.members)
        said = [self._cell(i, cell, kind, own) for i, cell, kind in given]
        telling = [each for each in said if each is not None]
        return sum(s * w for s, w in telling) / (sum(w for _, w in telling) or 1)

    def fits(self, record: Sequence[str]) -> bool:
        """Tell whether a row may be one of these: as full as they are, and no heading."""
        always = [i for i in range(len(self.shapes)) if self._is_always(i)]
        given = sum(1 for i in always if i < len(record) and record[i].strip())
        return filled(record) > 0 and given >= 0.6 * len(always) and self.says(record) < 0.3

    def lacks(self, record: Sequence[str]) -> int:
        """Return how many columns that are always filled are blank in a row."""
        return sum(
            self._is_always(i) and not (i < len(record) and record[i].strip())
            for i in range(len(self.shapes))
        )

    def has_more(self, record: Sequence[str]) -> bool:
        """Tell whether there are words in a column, not the first, that a row leaves blank."""
        named = [i < len(record) and record[i].strip() != "" for i in range(len(self.shapes))]
        return any(kind == WORDS and not named[i] for i, kind in enumerate(self.shapes) if i)

    def is_like(self, record: Sequence[str]) -> bool:
        """Tell whether the numbers and dates of a row stand where they do in all rows."""
        broken, kept = self.breaks(record)
        return kept > broken

    def _is_always(self, column: int) -> bool:
        return sum(self.texts[column].values()) >= _ALWAYS * self.rows

    def breaks(self, record: Sequence[str]) -> tuple[int, int]:
        """Return how many cells of numbers or dates hold words, and how many hold what they do."""
        broken = kept = 0
        for column, cell in enumerate(record[: len(self.shapes)]):
            main = self.shapes[column]
            if cell.strip() and main in (NUMBER, DATE):
                same = shape(cell) in (NUMBER, DATE) or self.texts[column][cell.strip()] > 1
                broken, kept = broken + (not same), kept + same
        return broken, kept

    def knows(self, record: Sequence[str]) -> int:
        """Return how many cells of a row stand in several other rows of the same column too."""
        return sum(
            1
            for column, cell in enumerate(record[: len(self.shapes)])
            if cell.strip() and self.texts[column][cell.strip()] > 1
        )

    def is_sum(self, record: Sequence[str]) -> bool:
        """Tell whether a row of figures has no name where every other row has one."""
        if self.rows < 3 or not self.shapes or self.shapes[0] != WORDS:
            return False
        if sum(self.texts[0].values()) < _ALWAYS * (self.rows - 1):
            return False
        figures = [cell for cell in record[1:] if cell.strip()]
        unnamed = not record[0].strip() and len(figures) >= 2
        return unnamed and all(shape(cell) in (NUMBER, DATE) for cell in figures)

    def _cell(self, column: int, cell: str, kind: str, own: int) -> tuple[float, float] | None:
        """Return what one cell says and how much that weighs; None where it says nothing."""
        main, texts = self.shapes[column], self.texts[column]
        seen = texts[cell] > own
        if kind == CODE and main != CODE:
            return 2.0, 1.0
        if main in (NUMBER, DATE):
            if kind != main and cell.casefold() in NO_ANSWER:
                return None
            return (-2.0 if kind == main else 0.3 if seen else 1.0), 1.0
        if main == BLANK:
            return None
        if kind in (NUMBER, DATE) and main == WORDS:
            return -0.5, 1.0
        if len(texts) == 1 and seen:
            # Either the one choice of this column under its name, or a plain answer.
            return None
        if self._repeats(texts):
            return (-1.0 if seen else 0.7), 1.0
        return (-0.5, 1.0) if seen else (0.1, 0.5)

    def is_unnamed(self, record: Sequence[str]) -> bool:
        """Tell whether a row of sums lacks at least two names that all other rows have."""
        lacking = 0
        sums = []
        for column, main in enumerate(self.shapes):
            cell = record[column].strip() if column < len(record) else ""
            if main == WORDS and not cell:
                lacking += self._is_always(column)
            elif main == NUMBER and (value := number(cell)) is not None:
                others = [number(text) or 0 for text in self.texts[column]]
                sums.append(value >= max(others))
        return lacking >= 2 and len(sums) >= 2 and all(sums)

    @staticmethod
    def _repeats(texts: Counter[str]) -> bool:
        whole = sum(texts.values())
        return whole >= 6 and len(texts) <= whole * 0.5


def learn(records: Sequence[list[str]], width: int, without: list[str] | None = None) -> Body:
    """Return what the rows say of their columns.

    Rows equal to `without` are left out if they are few, or not most where they hold more than
    two cells: headings come again on every page.

    The first third (of a long table, eight rows) is passed over: headings may stand there. Of a
    few rows the emptiest are left out: notes may be among them.
    """
    given = [r for r in records if filled(r)]
    often = 0.3 if without and filled(without) > 2 else 0.05
    if without and 0 < given.count(without) <= max(1, often * len(given)):
        given = [r for r in given if r != without]
    if len(given) <= _FEW:
        full = max(map(filled, given), default=0)
        given = [r for r in given if filled(r) >= 0.4 * full]
    given = given[min(8, len(given) // 3) :][:_LEARN]
    shapes, texts = [], []
    for column in range(min(width, _COLUMNS)):
        counts: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for record in given:
            cell = record[column].strip() if column < len(record) else ""
            if cell:
                counts[cell] += 1
                kinds[shape(cell)] += 1
        main, n = kinds.most_common(1)[0] if kinds else (BLANK, 1)
        steady = n >= _STEADY * sum(kinds.values()) if kinds else True
        shapes.append(main if steady else WORDS)
        texts.append(counts)
    serial = sum(is_series([c for c in r if shape(c) == NUMBER]) for r in given) > 0.3 * len(given)
    fills = sorted(map(filled, given))
    return Body(
        tuple(shapes),
        tuple(texts),
        len(given),
        frozenset(map(id, given)),
        serial,
        max(map(last_filled, given), default=0),
        fills[len(fills) // 2] if fills else 0,
        _length(given),
    )


def _length(records: Sequence[Sequence[str]]) -> int:
    """Return the length of nearly every record, 0 where they differ."""
    length, n = Counter(map(len, records)).most_common(1)[0] if records else (0, 0)
    return length if n >= 0.8 * len(records) else 0


def of_answers(records: Sequence[list[str]], width: int) -> Body:
    """Return what the answers have in common, learned from those before the first gap.

    Rows at the end that are much emptier are left out: they may be notes.
    """
    end = next((i for i, r in enumerate(records) if not filled(r)), len(records))
    given = list(records[:end] if end > 1 else records)[: 2 * _LEARN]
    usual = sorted(map(filled, given))[len(given) // 2] if given else 0
    while len(given) > 1 and filled(given[-1]) <= usual / 3:
        given.pop()
    return learn(given, width)


NOTHING = learn([], 0)
