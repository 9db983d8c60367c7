# SPDX-License-Identifier: MIT
"""Who in a later wave belongs to which persona, by rules frozen on the first; never refitted.

Three ways, the first that works: the grouping's own frozen model, handed in by the caller; the
same people by their linked respondent keys; the persona's own lines (at least six checkable, two
in three of them true, and a lead of 10 points over the next persona).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from persona_studio.evidence.columns import Answers, Mask
from persona_studio.evidence.prevalence import (
    FITS_DENOMINATOR,
    FITS_NUMERATOR,
    Line,
    matrix,
    scores,
)

LEAST_LINES = 6
LEAD = 0.10
_HAIR = 1e-9

Model: TypeAlias = Callable[[Answers, str | None], Sequence[str | None] | None]
"""A frozen grouping: the segment id of each row of a wave (None: in no group). The second
argument names a variable to leave out of the match; the model returns None when it cannot."""


def rows_in(assigned: Sequence[str | None] | None, segment: str) -> Mask | None:
    """Return the rows a frozen model has put into a segment, None where it gave no answer."""
    if assigned is None:
        return None
    return np.fromiter((each == segment for each in assigned), np.bool_, len(assigned))


def by_lines(
    personas: Mapping[str, Sequence[Line]], answers: Answers, without: str | None = None
) -> dict[str, Mask]:
    """Return the rows that belong to each persona by its lines; `without` leaves one claim out.

    Personas with fewer than six checkable lines get nobody and take nobody from others.
    """
    kept = {
        persona: [line for line in lines if line.claim != without]
        for persona, lines in personas.items()
    }
    able = [persona for persona, lines in kept.items() if len(lines) >= LEAST_LINES]
    nobody = np.zeros(len(answers), dtype=np.bool_)
    out = {persona: nobody.copy() for persona in personas}
    if not able:
        return out
    each = np.zeros((len(able), len(answers)))
    for place, persona in enumerate(able):
        held = matrix(kept[persona], answers)
        enough = np.count_nonzero(held >= 0, axis=0) >= LEAST_LINES
        each[place] = np.where(enough, np.nan_to_num(scores(held), nan=0.0), 0.0)
    best = each.argmax(axis=0)
    top = each.max(axis=0)
    second = np.sort(each, axis=0)[-2] if len(able) > 1 else np.zeros(len(answers))
    sure = (top * FITS_DENOMINATOR >= FITS_NUMERATOR - _HAIR) & (top - second >= LEAD - _HAIR)
    for place, persona in enumerate(able):
        out[persona] = sure & (best == place)
    return out
