# SPDX-License-Identifier: MIT
"""How every group of a grouping answered: shares of each answer, and numbers as medians.

Nothing of it is stored: it is counted from the rows each time. What forms the groups and what
only describes them stay apart.
"""

import csv
import io
from dataclasses import dataclass

from persona_studio.core.research import Segment, Segmentation
from persona_studio.evidence.cells import tame
from persona_studio.evidence.shares import Count, Line, Middle, NumberLine
from persona_studio.workspace.workspace import Workspace


@dataclass(frozen=True)
class Table:
    """All answers of a grouping's questions, groups in the order of their numbers."""

    segments: tuple[Segment, ...]
    lines: tuple[Line, ...]
    numbers: tuple[NumberLine, ...]


def table_of(ws: Workspace, segmentation: str) -> Table:
    """Return how the groups of a grouping answered its questions."""
    found = ws.snapshot.table(Segmentation)[segmentation]
    segments = ws.snapshot.segments_of(segmentation)
    if not segments:
        return Table((), (), ())
    from persona_studio.patterns.shares import lines_of, numbers_of_groups, places_of

    answers, members = ws.answers(found.wave), ws.data.segment_rows(found.id)
    places = places_of(answers, [members.get(segment.id, ()) for segment in segments])
    lines: list[Line] = []
    numbers: list[NumberLine] = []
    for variables, forms in ((found.questions, True), (found.descriptors, False)):
        lines += lines_of(variables, answers, places, (len(segments), forms))
        numbers += numbers_of_groups(variables, answers, places, (len(segments), forms))
    return Table(segments, tuple(lines), tuple(numbers))


def as_csv(table: Table) -> str:
    """Return the table for a spreadsheet: counts and shares, then medians with the middle half."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    names = ["Everyone", *(segment.name for segment in table.segments)]
    heads = [tame(f"{name}: {what}") for name in names for what in ("people", "of", "share")]
    write.writerow(["Part", "Question", "Answer", *heads])
    for line in table.lines:
        cells = [part for count in (line.everyone, *line.groups) for part in _cells(count)]
        write.writerow([_part(forms=line.forms), tame(line.label), tame(line.answer), *cells])
    if table.numbers:
        heads = [
            tame(f"{name}: {what}") for name in names for what in ("half from", "middle", "to")
        ]
        write.writerow([])
        write.writerow(["Part", "Question", "Answer", *heads])
    for number in table.numbers:
        told = [part for middle in (number.everyone, *number.groups) for part in _bounds(middle)]
        write.writerow([_part(forms=number.forms), tame(number.label), "", *told])
    return out.getvalue()


def _cells(count: Count) -> tuple[int | str, ...]:
    return (count.k, count.n, f"{count.share:.4f}" if count.n else "")


def _bounds(middle: Middle) -> tuple[str, ...]:
    parts = (middle.low, middle.median, middle.high)
    return tuple(f"{part:g}" if middle.n else "" for part in parts)


def _part(*, forms: bool) -> str:
    return "forms groups" if forms else "describes"
