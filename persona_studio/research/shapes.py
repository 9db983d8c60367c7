# SPDX-License-Identifier: MIT
"""The shape of a cell's text: blank, a number, a date, a mark-up code, or words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from persona_studio.evidence import silent

BLANK, NUMBER, DATE, CODE, WORDS = "blank", "number", "date", "code", "words"
NO_ANSWER = silent.texts("no answer")
"""Folded texts by which tools and people write that there is no answer."""
_AMOUNT = (
    r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[.'\u2019 \u00a0\u202f]\d{3})+(?:,\d+)?"
    r"|\d+(?:[.,]\d+)?|[.,]\d+|\d+[.,])"
)
_NUMBER = re.compile(
    r"[-+(\u2212]?\s*(?:[€$£¥₹]|[A-Z]{3}\s|CHF|kr)?\s*[-+]?" + _AMOUNT + r"(?:[eE][-+]?\d+)?"
    r"\s*(?:%|[€$£¥₹]|[A-Z]{3}|kr)?\)?"
)
_DATE = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:,?[T ].*)?"
    r"|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?"
    r"|(?:[A-Za-z]{3,9}\.?\s)?\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}\.?[ ,-]+\d{2,4}(?:[ ,].*)?"
    r"|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}(?:[ ,].*)?"
)
_COUNTED = re.compile(r"([A-Za-z]{1,10}[ _.-]?)(\d{1,5})")
_RULE = re.compile(r"[-=_*~+#\u2014]{3,}")
_CODE = re.compile(r"\{.*\}|\[.*\]", re.DOTALL)


def shape(text: str) -> str:
    """Return what a cell's text looks like."""
    text = text.strip()
    if not text:
        return BLANK
    first = text[0]
    if first in "{[" and _CODE.fullmatch(text):
        return CODE
    if len(text) > 60 or not any(map(str.isdigit, text)):
        return WORDS
    if _DATE.fullmatch(text):
        return DATE
    return NUMBER if _NUMBER.fullmatch(text) else WORDS


def is_blank(record: Sequence[str]) -> bool:
    """Tell whether a record holds nothing but spaces."""
    return not any(map(str.strip, record))


def is_rule(record: Sequence[str]) -> bool:
    """Tell whether a row is a drawn line: nothing but dashes, equal signs, stars."""
    cells = [cell for cell in record if cell and not cell.isspace()]
    return bool(cells) and all(_RULE.fullmatch(cell.strip()) for cell in cells)


def filled(record: Sequence[str]) -> int:
    """Return how many cells of a record hold something."""
    return sum(map(bool, map(str.strip, record)))


def last_filled(record: Sequence[str]) -> int:
    """Return the 1-based place of the last cell that holds something, 0 for none."""
    for place in range(len(record), 0, -1):
        cell = record[place - 1]
        if cell and not cell.isspace():
            return place
    return 0


def bare(record: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of a record without spaces around them and blanks behind them."""
    return tuple(cell.strip() for cell in record[: last_filled(record)])


def is_series(numbers: Sequence[str]) -> bool:
    """Tell whether texts are whole numbers with equal steps, or rising years."""
    if len(numbers) < 2 or not all(text.strip().isdigit() for text in numbers):
        return False
    values = [int(text) for text in numbers]
    steps = {b - a for a, b in pairwise(values)}
    if all(1800 <= value <= 2100 for value in values):
        return min(steps) > 0
    return len(values) > 2 and len(steps) == 1 and steps != {0}


def is_numbered(record: Sequence[str]) -> bool:
    """Tell whether all cells, at least three, are one name counted up: Q1, Q2, Q3."""
    parts = [_COUNTED.fullmatch(cell.strip()) for cell in record if cell.strip()]
    found = [part for part in parts if part]
    if len(found) < 3 or len(found) < len(parts):
        return False
    counts = [int(part[2]) for part in found]
    return len({part[1] for part in found}) == 1 and all(a < b for a, b in pairwise(counts))
