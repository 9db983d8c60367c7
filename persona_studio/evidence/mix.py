# SPDX-License-Identifier: MIT
"""Who was asked, then and now: whether the mix of people differs between two waves."""

from collections.abc import Iterable, Mapping
from typing import Any

from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.columns import Answers
from persona_studio.evidence.drift import LEAST_GAP, LEVEL
from persona_studio.evidence.intervals import benjamini_hochberg, shares_differ
from persona_studio.evidence.reading import Reader

DESCRIBING = ("single_choice", "yes_no", "ordinal")
MOST_OPTIONS = 12


def asked(before: Answers, after: Answers, variables: Iterable[str]) -> dict[str, Any]:
    """Tell whether any answer of a describing question moved, surely and by 10 points or more."""
    seen = []
    for variable in variables:
        if _describes(variable, before, after):
            seen.extend(_mix(variable, before, after))
    values = benjamini_hochberg([chance for chance, _ in seen])
    differences = [
        told
        for (_, told), q in zip(seen, values, strict=True)
        if q <= LEVEL and abs(told["after"] - told["before"]) >= LEAST_GAP
    ]
    return {"same": not differences, "differences": differences}


def describing(snapshot: Snapshot, measured: Mapping[str, str], after: Answers) -> list[str]:
    """Return the variables that say who people are: declared, or measured as demographics.

    `measured` maps a measured variable to its claim's section. Where nothing says who people
    are: the questions that no claim measures and that form no group.
    """
    formed: set[str] = set()
    chosen: set[str] = set()
    for persona in snapshot.personas:
        segmentation = snapshot.segmentation_of(persona.segment or "")
        if segmentation:
            chosen.update(segmentation.descriptors)
            formed.update(segmentation.questions)
    chosen.update(v for v, section in measured.items() if section == "demographics")
    return sorted(chosen or set(after.questions) - formed - measured.keys())


def _describes(variable: str, before: Answers, after: Answers) -> bool:
    both = [each.questions.get(variable) for each in (before, after)]
    if not all(q is not None and q.role in DESCRIBING for q in both):
        return False
    if not after.questions[variable].same:
        return False
    return len(after.columns[variable].labels) <= MOST_OPTIONS + 1


def _mix(variable: str, before: Answers, after: Answers) -> list[tuple[float, dict[str, Any]]]:
    tallies = [_tally(each, variable) for each in (before, after)]
    totals = [sum(tally.values()) for tally in tallies]
    if not all(totals):
        return []
    out = []
    for answer in sorted(tallies[0].keys() | tallies[1].keys()):
        then, now = (tally.get(answer, 0) for tally in tallies)
        told = {
            "question": variable,
            "label": after.questions[variable].label,
            "answer": answer,
            "before": then / totals[0],
            "after": now / totals[1],
        }
        out.append((shares_differ(now, totals[1], then, totals[0]), told))
    return out


def _tally(answers: Answers, variable: str) -> Mapping[str, int]:
    read, column = Reader(answers.questions[variable]), answers.columns[variable]
    out: dict[str, int] = {}
    for label, rows in zip(column.labels, column.counts.tolist(), strict=True):
        if not read.is_missing(label) and rows:
            choice = read.choice(label)
            out[choice] = out.get(choice, 0) + rows
    return out
