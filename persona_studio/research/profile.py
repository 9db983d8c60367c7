# SPDX-License-Identifier: MIT
"""What is in each column, from every row of the file: texts with counts, shapes, fill."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from persona_studio.evidence.reading import fold
from persona_studio.research.shapes import BLANK, shape

_END_MARKS = (".", "!", "?", "\u3002", "\uff01", "\uff1f", "\u2026")
_MARKS = re.compile(
    r"[,;:\u2013\u2014!?\u3002\u3001\uff0c\u061b](?:\s|\w)|\n|[\U0001F300-\U0001FAFF]"
)
DISTINCT_MOST = 5_000
"""Different texts that are counted a column; beyond it the column is words or a key."""
_OF_ALL = 400_000
_LONG = 2_000_000
"""Letters the counted texts of one column may have together."""


def distinct_most(columns: int) -> int:
    """Return how many different texts are counted of each of so many columns."""
    return min(DISTINCT_MOST, _OF_ALL // max(1, columns))


@dataclass
class Profile:
    """One column: how often each different text occurs, blanks apart.

    Of a column with more different texts than `most`, the first cell of each batch is still
    looked at, to the end of the file; how many cells are `given` is counted all the same.
    """

    number: int
    label: str = ""
    text: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    given: int = 0
    open_ended: bool = False
    most: int = DISTINCT_MOST
    length: int = 0

    def add(self, cells: Sequence[str]) -> None:
        """Take in the column's cells of some rows."""
        self.rows += len(cells)
        if self.open_ended:
            self.given += len(cells) - cells.count("")
            self.counts.update(cells[:1])
            return
        known = len(self.counts)
        self.counts.update(cells)
        if len(self.counts) > known:
            self.length += sum(map(len, cells))
            if len(self.counts) > self.most or self.length > _LONG:
                self.open_ended = True
                self.given = sum(self.counts.values()) - self.counts[""]

    def close(self) -> None:
        """End the counting: cells of mere spaces are blank."""
        for text in [text for text in self.counts if not text.strip()]:
            del self.counts[text]

    @cached_property
    def filled(self) -> int:
        """How many of the rows that were counted hold something."""
        return sum(self.counts.values())

    @property
    def scale(self) -> float:
        """How many filled rows each counted one stands for; 1 unless the column is open-ended."""
        return self.given / self.filled if self.open_ended and self.filled else 1.0

    @property
    def distinct(self) -> int:
        """How many different texts there are."""
        return len(self.counts)

    @cached_property
    def texts(self) -> list[str]:
        """The different texts, stripped, in order of first appearance."""
        return list(dict.fromkeys(text.strip() for text in self.counts))

    @property
    def holds_own_heading(self) -> bool:
        """Whether every cell repeats the heading: one choice of a question, ticked or empty."""
        heading = fold(self.label)
        return bool(self.texts) and all(fold(text) == heading for text in self.texts)

    @cached_property
    def shapes(self) -> Counter[str]:
        """How many rows have which shape."""
        found: Counter[str] = Counter()
        for text, n in self.counts.items():
            found[shape(text)] += n
        return found

    def share(self, kind: str) -> float:
        """Return the share of filled rows with a shape."""
        return self.shapes[kind] / self.filled if self.filled and kind != BLANK else 0.0

    @cached_property
    def unique(self) -> float:
        """Different texts per filled row, 0-1."""
        return len(self.texts) / self.filled if self.filled else 0.0

    @cached_property
    def words_each(self) -> float:
        """Mean number of words in a filled cell."""
        if not self.filled:
            return 0.0
        return sum(len(t.split()) * n for t, n in self.counts.items()) / self.filled

    @cached_property
    def spoken(self) -> float:
        """Share of the different texts that read like sentences: long, or with an end mark."""
        if not self.texts:
            return 0.0
        return sum(map(_is_sentence, self.texts)) / len(self.texts)

    @cached_property
    def said(self) -> str:
        """Label and question text together, folded, for looking up words."""
        return " ".join(f"{self.label} {self.text}".casefold().replace("_", " ").split())


def _is_sentence(text: str) -> bool:
    """Tell whether a text reads like something said rather than chosen."""
    words = len(text.split())
    if words >= 8:
        return True
    ends = text.endswith(_END_MARKS) and (words >= 3 or len(text) > 8)
    return ends or ((words >= 2 or len(text) > 7) and bool(_MARKS.search(text)))
