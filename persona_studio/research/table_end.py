# SPDX-License-Identifier: MIT
"""Where a table ends: notes and totals below it, and the headings of a further table.

A note is emptier than answers are, stands after a gap, holds words where numbers belong, or is
shorter than every record; two of these together tell it from the answers of a quiet person. In a
long table nobody is that quiet who is not in the columns that everybody fills. Its lines begin at
the left edge, or under each other.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from persona_studio.research.body import Body
from persona_studio.research.shapes import DATE, NUMBER, bare, filled, is_rule, last_filled, shape
from persona_studio.research.totals import is_average, is_total

Rows: TypeAlias = Sequence[tuple[int, list[str]]]

_ENOUGH = 3
_LONG_TABLE = 20
_MARKS = ("*", "#", "©", "†", "¹", "-", "\u2013", "\u2014", "(", "[", "<")
_NAMED = re.compile(r"[^\W\d]{2,12}: \S.*", re.DOTALL)
_LONG = 20


def is_note(record: list[str], body: Body, *, gap: bool, more: bool = False) -> bool:
    """Tell whether a row is a note; `gap` says that a blank row or another note is above it.

    `more` says that it is a note: then a figure may stand where answers have theirs.
    """
    given = filled(record)
    broken, kept = body.breaks(record)
    if not given or given == kept or len(body.shapes) < 2:
        return False
    if given >= body.usual and len(record) >= body.length:
        return False
    points = 0
    if lacking := body.lacks(record):
        points = 2 if given <= max(1, body.usual / 3) else int(given <= 0.6 * body.usual)
        points += lacking > 1 and body.rows >= _LONG_TABLE
    points += gap + (gap and last_filled(record) <= 0.6 * body.usual)
    points += (broken > 0) + (given <= len(record) < body.length) - kept * (not more)
    return points + _marked(record, body) - 2 * bool(body.knows(record)) >= _ENOUGH


def _marked(record: list[str], body: Body) -> int:
    """Return how far the first text is dressed as a note: a mark, a colon, longer than all."""
    place = _begin(record)
    text = record[place].strip()
    if text.endswith((":", "\uff1a")):
        return 2
    if text.startswith(_MARKS) or _NAMED.fullmatch(text):
        return 1
    if place:
        return 0
    others = body.texts[place] if place < len(body.texts) else ()
    longest = max((len(other) for other in others if other != text), default=0)
    return int(len(text) >= _LONG and len(text) > 1.5 * longest)


def _begin(record: Sequence[str]) -> int:
    """Return the place of the first cell with something in it, behind the last for none."""
    return next((i for i, cell in enumerate(record) if cell.strip()), len(record))


def is_summed(record: list[str], body: Body) -> bool:
    """Tell whether a row is a total, or an average where no answer is called so."""
    return is_total(record) or (is_average(record) and not body.knows(record))


def notes_below(rows: Rows, body: Body) -> int:
    """Return the place in the last rows of a file where notes, totals and blanks begin."""
    cut = len(rows)
    below = False
    for place, (_, record) in enumerate(rows):
        if not filled(record):
            continue
        gap = below or (place > 0 and not filled(rows[place - 1][1]))
        note = is_note(record, body, gap=gap, more=below)
        below = note or is_summed(record, body) or is_rule(record)
        if not below:
            cut = len(rows)
        elif cut == len(rows):
            cut = place
    while cut and cut < len(rows) and _goes_on(rows[cut - 1][1], rows[cut][1], body):
        cut -= 1
    while cut and not filled(rows[cut - 1][1]):
        cut -= 1
    return cut


def _goes_on(record: list[str], below: list[str], body: Body) -> bool:
    """Tell whether a row is the line above of a note: lines of one begin under each other."""
    return is_note(record, body, gap=True) and _begin(record) == _begin(below)


def notes_above_more(rows: Rows, body: Body) -> list[int]:
    """Return the rows of notes after a gap that have more of the table below them."""
    notes: list[int] = []
    for row, record in rows:
        if filled(record):
            if not is_note(record, body, gap=True):
                return notes if body.is_like(record) else []
            notes.append(row)
    return []


def joined(rows: Rows, body: Body, heads: Collection[tuple[str, ...]]) -> Rows:
    """Return the titles and the heading, come again, under which a table goes on after a gap."""
    given = [each for each in rows if filled(each[1])]
    lead = _titles(given, body)
    if not 0 < lead < len(given) or bare(given[lead][1]) not in heads:
        return ()
    return given[: lead + 1]


def _titles(rows: Rows, body: Body) -> int:
    """Return how many rows at the top have nothing but a title at the left edge."""
    if body.usual < 2:
        return 0
    return next((i for i, (_, r) in enumerate(rows) if last_filled(r) != 1), len(rows))


def next_table(rows: Rows, body: Body, heads: Collection[tuple[str, ...]]) -> int | None:
    """Return the row where another table begins after a gap: its title or its heading.

    Titles and notes may stand before it, parts of their own. With the headings of this table
    it is no other one.
    """
    titles: list[int] = []
    for block in blocks(rows):
        lead = _titles(block, body)
        titles += [row for row, _ in block[:lead]]
        if lead < len(block):
            if bare(block[lead][1]) in heads:
                return None
            if _begins(block[lead:], body):
                return titles[-1] if titles else block[lead][0]
            if not is_note(block[lead][1], body, gap=True):
                return None
            titles.clear()
    return None


def blocks(rows: Rows) -> Iterator[list[tuple[int, list[str]]]]:
    """Yield the rows with something in them, parted at blank rows."""
    block: list[tuple[int, list[str]]] = []
    for row, record in rows:
        if filled(record):
            block.append((row, record))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _begins(block: Rows, body: Body) -> bool:
    """Tell whether a heading and rows of its own stand here."""
    (_, heading), *below = block
    kinds = [shape(cell) for cell in heading if cell.strip()]
    if len(kinds) < 2 or NUMBER in kinds or DATE in kinds or not below:
        return False
    reach = last_filled(heading)
    alike = [r for _, r in below[:10] if abs(last_filled(r) - reach) <= 1]
    if len(alike) < min(2, len(below)) or all(r[0].rstrip().endswith(":") for r in alike):
        return False
    if reach == body.reach and body.says(heading) < 0.45:
        return False
    return _has_figures(heading, alike) or (len(alike) >= 2 and reach >= 3 and reach != body.reach)


def _has_figures(heading: Sequence[str], rows: Sequence[list[str]]) -> bool:
    """Tell whether below some heading there are only numbers or only dates."""
    for column, name in enumerate(heading):
        kinds = {shape(r[column]) for r in rows if column < len(r) and r[column].strip()}
        if name.strip() and kinds in ({NUMBER}, {DATE}):
            return True
    return False


def is_other_heading(record: list[str], below: list[str], body: Body) -> bool:
    """Tell whether a row without a gap above it is the heading of a further table.

    It is full, its texts are all different and new, and there are words in every column of
    numbers, of which there are at least two; the row below goes on with numbers.
    """
    broken, kept = body.breaks(record)
    if kept or broken < 2 or filled(record) < len(body.shapes):
        return False
    cells = [cell.strip() for cell in record]
    new = len(set(cells)) == len(cells) and not body.knows(record)
    return new and body.breaks(below) == (0, broken)
