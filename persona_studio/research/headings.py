# SPDX-License-Identifier: MIT
"""From heading rows to one label and one question text a column, and groups of columns."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import NamedTuple

from persona_studio.research.shapes import CODE, shape
from persona_studio.research.table_finder import Table

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_PARTS = re.compile(r"\w+")
_LABEL_MOST = 120
_BETWEEN = re.compile(r" [-\u2013\u2192] ")
_STEM_LEAST = 3
_ANSWER_WORDS = ("response", "open-ended response", "réponse", "antwort", "respuesta", "risposta")


class Heading(NamedTuple):
    """What stands over a column: a label, the question in full, the question it is a choice of.

    `ident` is the tool's own name for the column, where a heading row holds nothing but those.
    """

    label: str
    text: str = ""
    question: str = ""
    ident: str = ""


def labels(records: Sequence[list[str]], table: Table, width: int) -> list[Heading]:
    """Return the heading of each column; a column without one gets its number."""
    rows = [_cells(records[n - 1], width) for n in table.header]
    codes = [row for row in rows if _is_code(row)]
    rows = [row for row in rows if row not in codes]
    coded = all(_given(row) > 0.9 * width for row in rows)
    rows = [_spread(row, rows[i + 1 :]) for i, row in enumerate(rows)]
    found = []
    for column in range(width):
        parts = list(dict.fromkeys(row[column] for row in rows if row[column]))
        parts = [p for p in parts if p.casefold() not in _ANSWER_WORDS] or parts[:1]
        ident = " ".join(_PARTS.findall(" ".join(row[column] for row in codes)))
        found.append(_named(parts, column + 1, coded=coded)._replace(ident=ident))
    return found


def groups(names: Sequence[Heading]) -> dict[int, str]:
    """Return the question each column is one choice of, where neighbours share a question.

    Columns are one question when they stand under one group heading, or when their texts have
    the same beginning before " - " or "[", the longest that a neighbour shares.
    """
    found_of = [_stems(each) for each in names]
    stems = []
    for place, mine in enumerate(found_of):
        beside = {*_at(found_of, place - 1), *_at(found_of, place + 1)}
        stems.append(next((stem for stem in mine if stem in beside), ""))
    found = {}
    start = 0
    while start < len(stems):
        end = start + 1
        while end < len(stems) and stems[start] and stems[end] == stems[start]:
            end += 1
        if end - start >= 2 and stems[start]:
            found.update({n + 1: stems[start] for n in range(start, end)})
        start = end
    return found


def choice(heading: str, question: str) -> str:
    """Return what a heading adds to the question it begins with, "" where it does not."""
    own = " ".join(heading.split())
    stem = " ".join(question.split())
    if not stem or not own.startswith(stem):
        return ""
    rest = own[len(stem) :].strip()
    inside = re.fullmatch(r"\[(.+)\]", rest)
    return inside[1].strip() if inside else rest.lstrip("-\u2013\u2192 ")


def _at(stems: Sequence[Sequence[str]], place: int) -> Sequence[str]:
    return stems[place] if 0 <= place < len(stems) else ()


def _stems(heading: Heading) -> list[str]:
    """Return the questions a heading may be one choice of, the longest first."""
    if heading.question:
        return [heading.question]
    text = heading.text or heading.label
    if found := re.fullmatch(r"(.+?)\s*\[[^\[\]]+\]\s*", text, re.DOTALL):
        return [found[1].strip()]
    ends = [m.start() for m in _BETWEEN.finditer(text) if text[m.end() :].strip()]
    return [text[:end].strip() for end in reversed(ends) if end >= _STEM_LEAST]


def _cells(record: Sequence[str], width: int) -> list[str]:
    cells = [tidy(cell) for cell in record[:width]]
    return cells + [""] * (width - len(cells))


def tidy(text: str) -> str:
    """Return a heading without mark-up and runs of spaces."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(unescape(text).replace("\u00a0", " ").split())


def _is_code(row: Sequence[str]) -> bool:
    """Tell whether a heading row is written for programs."""
    return sum(shape(cell) == CODE for cell in row) >= 0.5 * max(1, _given(row))


def _given(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell)


def _spread(row: list[str], below: Sequence[list[str]]) -> list[str]:
    """Let a group heading stand over the columns to its right that have their own sub-heading."""
    if not below or _given(row) > 0.9 * len(row):
        return row
    spread, last = [], ""
    for column, cell in enumerate(row):
        last = cell or last
        spread.append(cell or (last if any(r[column] for r in below) else ""))
    return spread


def _named(parts: list[str], number: int, *, coded: bool) -> Heading:
    """Join what stands over a column; codes over questions give a short label and a text."""
    if not parts:
        return Heading(f"Column {number}")
    if len(parts) == 1:
        return Heading(parts[0])
    if coded:
        return Heading(min(parts, key=len)[:_LABEL_MOST], max(parts, key=len))
    return Heading(" - ".join(parts), question=" - ".join(parts[:-1]))


def duplicates(names: Sequence[Heading]) -> Mapping[str, list[int]]:
    """Return the columns of each label that occurs more than once."""
    found: dict[str, list[int]] = {}
    for number, each in enumerate(names, start=1):
        found.setdefault(each.label, []).append(number)
    return {label: numbers for label, numbers in found.items() if len(numbers) > 1}
