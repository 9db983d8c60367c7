# SPDX-License-Identifier: MIT
"""Who was asked, then and now: whether the mix of people differs between two waves."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.attributes import Extent
from persona_studio.evidence.attributes import extent as extent_of
from persona_studio.evidence.columns import Answers
from persona_studio.evidence.drift import LEAST_GAP, LEVEL
from persona_studio.evidence.intervals import benjamini_hochberg, shares_differ
from persona_studio.evidence.reading import NUMERIC, Reader, number

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


def beyond(answers: Answers, variable: str, extents: Collection[Extent]) -> dict[str, Any] | None:
    """Return the commonest answer that none of the extents covers, with its share; None without.

    Numbers beyond them are told as one answer: below or above.
    """
    question = answers.questions[variable]
    tally = _tally(answers, variable)
    n = sum(tally.values())
    if question.role in NUMERIC and any(extent.number for extent in extents):
        return _numbers_beyond(tally, n, extents)
    read = Reader(question)
    other = {
        answer: k
        for answer, k in tally.items()
        if not any((covered := extent_of("is", answer)) and covered.meets(e) for e in extents)
    }
    if not other:
        return None
    answer = max(other, key=lambda each: (other[each], each))
    told = read.spelling(answer)
    share = other[answer] / n
    return {"answer": told, "op": "is", "value": told, "share": share, "k": other[answer], "n": n}


def _numbers_beyond(
    tally: Mapping[str, int], n: int, extents: Collection[Extent]
) -> dict[str, Any] | None:
    low, high = min(e.low for e in extents), max(e.high for e in extents)
    numbers = {number(text): k for text, k in tally.items()}
    below = sum(k for value, k in numbers.items() if value is not None and value < low)
    above = sum(k for value, k in numbers.items() if value is not None and value > high)
    if not below + above:
        return None
    more = above >= below
    end = high if more else low
    value = [x for x in numbers if x is not None and (x > end if more else x < end)]
    nearest = min(value) if more else max(value)
    word = "at_least" if more else "at_most"
    return {
        "answer": f"{'from' if more else 'up to'} {nearest:g}",
        "op": word,
        "value": nearest,
        "share": (below + above) / n,
        "k": below + above,
        "n": n,
    }
