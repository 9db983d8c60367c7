# SPDX-License-Identifier: MIT
"""Which mark stands between the cells: a `sep=` line, else a vote by equal numbers of cells.

Cells are quoted by double quotes, or by single ones where those open and close cells line after
line and no cell begins with a double one.
"""

import csv
import io
import math
import re
from collections import Counter
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_SAID = re.compile(r"sep=(.)\s*")
_ENOUGH = 80
_QUOTED_PART = 1 << 14
_SINGLE = re.compile(r"(?:^|[,;\t|])'", re.MULTILINE)
_CLOSED = re.compile(r"(?:^|(?<=[,;\t|]))'(?:[^']|'')*'(?=[,;\t|\r]|$)", re.MULTILINE)
_DOUBLE = re.compile(r'(?:^|[,;\t|])"', re.MULTILINE)


@dataclass(frozen=True)
class Delimiter:
    """The mark between cells, how sure that is, and whether a first line `sep=` said it.

    `quote` is the mark around cells.
    """

    mark: str
    sure: float
    said: bool = False
    quote: str = '"'


def choose(head: str) -> Delimiter:
    """Return the delimiter of a text, given its first part (about 256 kB)."""
    first = re.split(r"[\r\n]", head.lstrip("\ufeff"), maxsplit=1)[0]
    if found := _SAID.fullmatch(first.strip('"')):
        return Delimiter(found[1], 1.0, said=True, quote=quote_of(head))
    quote = quote_of(head)
    votes = sorted(((_score(head, mark, quote), mark) for mark in DELIMITERS), reverse=True)
    (best, mark), (second, _) = votes[0], votes[1]
    if best <= 0:
        return Delimiter(",", 0.5, quote=quote)
    return Delimiter(mark, round(min(1.0, 0.5 + (best - second) / best / 2), 2), quote=quote)


def quote_of(head: str) -> str:
    """Return the mark around cells, given the first part of a text."""
    first = head[:_QUOTED_PART]
    single = len(_SINGLE.findall(first))
    if "'" not in first or single < 3 or _DOUBLE.search(first):
        return '"'
    steady = len(_CLOSED.findall(first)) >= 0.9 * single
    return "'" if steady and single >= 0.5 * (first.count("\n") + 1) else '"'


def _score(head: str, mark: str, quote: str) -> float:
    records = _records(head, mark, quote)
    spaced = sum(cell[:1] == " " for r in records for cell in r[1:])
    marks = sum(len(r) - 1 for r in records) or 1
    full = [len(r) for r in records]
    bare = [_reach(r) for r in records]
    return max(_vote(full), _vote(bare)) * (1 - 0.5 * spaced / marks)


def _reach(record: list[str]) -> int:
    """Return the length of a record without the empty cells at its end."""
    return max((n for n, cell in enumerate(record, start=1) if cell), default=0)


def _vote(lengths: list[int]) -> float:
    widths = Counter(lengths)
    parted = {width: n for width, n in widths.items() if width > 1}
    if not parted:
        return 0.0
    width, rows = max(parted.items(), key=lambda item: (item[1] * math.log2(item[0] + 1), item[0]))
    steady = rows / len(lengths)
    return steady * steady * math.log2(width + 1) + 0.01 * steady


def _records(head: str, mark: str, quote: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=mark, quotechar=quote)
    records: list[list[str]] = []
    try:
        for record in reader:
            if any(cell.strip() for cell in record) and not record[0].startswith("#"):
                records.append(record)
            if len(records) >= _ENOUGH:
                break
        else:
            records = records[:-1] if len(records) > 3 else records
    except csv.Error:
        pass
    return records
