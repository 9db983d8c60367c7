# SPDX-License-Identifier: MIT
"""Which measured answers become lines of a draft: what is usual in a group, else what is rare.

Each line gets the narrowest quantifier its count supports. A line the data can't tell yet stands in
only where goals or pains would be empty, or where there would be no line at all.

A section takes two lines; a draft of fewer than six takes more of what is usual, up to four a
section, so that answers of one kind tell a group as well as answers of many kinds. A draft of fewer
than three lines takes more than one option of a tick list, and then also what its people say
clearly less often than everyone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from persona_studio.core.fields import Json
from persona_studio.evidence.verdict import narrowest, nearest
from persona_studio.workspace.lines import section_for, words_of

A_SECTION, DEMOGRAPHICS, FEWEST = 2, 3, 3
ENOUGH, FULL_SECTION = 6, 4
_LEAST = 0.2
_OPEN_FROM = 0.4
_LAST = 3
_NEEDED = ("goals", "pains")
_RARE = ("nobody", "few", "some")
_WANTED = ("goals", "pains", "motivations")


@dataclass(frozen=True)
class Line:
    """One answer as a line: where it stands, for how many it holds, how it reads."""

    section: str
    item: Mapping[str, Json]
    quantifier: str
    text: str


def lines_of(told: Sequence[Mapping[str, Json]], descriptors: Collection[str]) -> list[Line]:
    """Return the lines of a draft, what is usual first; one a question where that is enough."""
    usual = _usual(told, descriptors)
    if len(usual) < FEWEST:
        usual = _usual(told, descriptors, options=True)
    return usual if len(usual) >= FEWEST else [*usual, *_rare(told, descriptors, usual)]


def _usual(
    told: Iterable[Mapping[str, Json]], descriptors: Collection[str], *, options: bool = False
) -> list[Line]:
    full: Counter[str] = Counter()
    asked: set[str] = set()
    found: list[Line] = []
    over: list[Line] = []
    ranked = _ranked(told)
    sure = any(supported for _, _, supported in ranked)
    for item, quantifier, supported in ranked:
        section = section_for(item, descriptor=item["question"] in descriptors)
        most = DEMOGRAPHICS if section == "demographics" else A_SECTION
        if not supported:
            most = 1 if section in _NEEDED or not sure else 0
        again = item["question"] in asked and not (options and _is_option(item))
        line = Line(section, item, quantifier, words_of(item, quantifier, section))
        if again or full[section] >= most:
            over += [line] if supported and not again else []
            continue
        full[section] += 1
        asked.add(item["question"])
        found.append(line)
    return [*found, *_more(over, found)]


def _more(over: Iterable[Line], found: Sequence[Line]) -> list[Line]:
    """Return lines that found their section full, as long as the draft is short of lines."""
    full = Counter(line.section for line in found)
    asked = {line.item["question"] for line in found}
    taken: list[Line] = []
    for line in over:
        again = line.item["question"] in asked
        if again or full[line.section] >= FULL_SECTION or len(found) + len(taken) >= ENOUGH:
            continue
        full[line.section] += 1
        asked.add(line.item["question"])
        taken.append(line)
    return taken


def _ranked(
    lines: Iterable[Mapping[str, Json]],
) -> list[tuple[Mapping[str, Json], str, bool]]:
    """Return lines with the narrowest quantifier their count supports, what is usual first.

    They are what the group says more often than everyone. A share from 40 % that supports no
    quantifier takes the one it lies in and comes last: the line then says openly that the data
    can't tell yet.
    """
    found: list[tuple[int, Mapping[str, Json], str]] = []
    for item in lines:
        k, n = item["k"], item["n"]
        if item.get("lift", 1) < 1 or k < _LEAST * n:
            continue
        quantifier = narrowest(k, n)
        if quantifier is not None:
            found.append((int(quantifier == "some"), item, quantifier))
        elif k >= _OPEN_FROM * n and (near := nearest(k, n)):
            found.append((_LAST, item, near))
    found.sort(key=lambda line: line[0])
    return [(item, quantifier, rank < _LAST) for rank, item, quantifier in found]


def _rare(
    told: Iterable[Mapping[str, Json]], descriptors: Collection[str], usual: Iterable[Line]
) -> list[Line]:
    """Return what few of a group say and clearly less often than everyone, the widest gap first.

    Who does not want something has no such goal: a line on that tells their values.
    """
    full = Counter(line.section for line in usual)
    asked = {line.item["question"] for line in usual}
    found: list[Line] = []
    for item in told:
        quantifier = narrowest(item["k"], item["n"]) if item.get("lift", 1) < 1 else None
        section = section_for(item, descriptor=item["question"] in descriptors)
        section = "values" if section in _WANTED else section
        again = item["question"] in asked and not _is_option(item)
        if quantifier not in _RARE or again or full[section] >= A_SECTION:
            continue
        full[section] += 1
        asked.add(item["question"])
        found.append(Line(section, item, quantifier, words_of(item, quantifier)))
    return found


def _is_option(item: Mapping[str, Json]) -> bool:
    """Tell an option of a tick list: another of the same list says something else."""
    return bool(item["op"] == "includes")
