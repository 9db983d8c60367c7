# SPDX-License-Identifier: MIT
"""The line-up's few rows: of all that personas are compared by, what sets them apart most."""

from typing import TYPE_CHECKING

from persona_studio.evidence.spoken import parted
from persona_studio.publish.comparison import Compared, Comparison
from persona_studio.workspace import reach
from persona_studio.workspace.comparing import Row, rows_of

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_MOST = 6


def comparison_of(workspace: "Workspace", personas: tuple[str, ...]) -> Comparison:
    """Return the answers that differ most between personas, and how many people they share."""
    rows = tuple(map(_compared, telling(rows_of(workspace, personas))))
    lain = reach.of_set(workspace)
    if lain is None:
        return Comparison(rows)
    places = {key: place for place, key in enumerate(personas)}
    shared = tuple(
        (places[one], places[other], people)
        for (one, other), people in lain.pairs.items()
        if people and one in places and other in places
    )
    return Comparison(rows, shared, lain.found.none, lain.found.n)


def _compared(row: Row) -> Compared:
    lead, answer = parted(row.asked, row.label)
    return Compared(answer, row.counts, lead)


def telling(rows: list[Row]) -> list[Row]:
    """Return the measured rows whose shares differ most, one a question, the widest apart first."""
    best: dict[str, Row] = {}
    for row in rows:
        if row.spread >= 0 and row.spread > best.get(row.question, _NONE).spread:
            best[row.question] = row
    return sorted(best.values(), key=lambda row: -row.spread)[:_MOST]


_NONE = Row("", "", ())
