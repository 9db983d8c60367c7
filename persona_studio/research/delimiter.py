# SPDX-License-Identifier: MIT
"""Which mark stands between the cells: a `sep=` line, else a vote by equal numbers of cells."""

import csv
import io
import math
import re
from collections import Counter
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_SAID = re.compile(r"sep=(.)\s*")
_RECORDS = 80


@dataclass(frozen=True)
class Delimiter:
    """The mark between cells, how sure that is, and whether a first line `sep=` said it."""

    mark: str
    sure: float
    said: bool = False


def choose(head: str) -> Delimiter:
    """Return the delimiter of a text, given its first part (about 256 kB)."""
    first, _, _ = head.lstrip("\ufeff").partition("\n")
    if found := _SAID.fullmatch(first.strip("\r\n").strip('"')):
        return Delimiter(found[1], 1.0, said=True)
    votes = sorted(((_score(head, mark), mark) for mark in DELIMITERS), reverse=True)
    (best, mark), (second, _) = votes[0], votes[1]
    if best <= 0:
        return Delimiter(",", 0.5)
    return Delimiter(mark, round(min(1.0, 0.5 + (best - second) / best / 2), 2))


def _score(head: str, mark: str) -> float:
    widths = Counter(_widths(head, mark))
    whole = sum(widths.values())
    parted = {width: n for width, n in widths.items() if width > 1}
    if not parted:
        return 0.0
    width, rows = max(parted.items(), key=lambda item: (item[1] * math.log2(item[0] + 1), item[0]))
    steady = rows / whole
    return steady * steady * math.log2(width + 1) + 0.01 * steady


def _widths(head: str, mark: str) -> list[int]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=mark)
    widths: list[int] = []
    try:
        for record in reader:
            if any(cell.strip() for cell in record) and not record[0].startswith("#"):
                widths.append(len(record))
            if len(widths) >= _RECORDS:
                break
        else:
            widths = widths[:-1] if len(widths) > 3 else widths
    except csv.Error:
        pass
    return widths
