# SPDX-License-Identifier: MIT
"""Personas line by line: what they share is said once, what sets them apart stands side by side.

Claims about the same answer to the same question stand in one row, and so do those on the same
attribute or in the same words; each measured row tells for everybody how many of their own people
say so, whoever claims it. The line-up poster is made of the measured rows.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, zip_longest
from typing import TYPE_CHECKING, Any

from persona_studio.core.fields import Json
from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Question
from persona_studio.core.sections import ATTRIBUTES
from persona_studio.evidence.attributes import of_claims
from persona_studio.evidence.grounds import decisive
from persona_studio.evidence.intervals import shares_differ
from persona_studio.evidence.likeness import alike, tokens
from persona_studio.evidence.spoken import asked_as, end_of_scale
from persona_studio.evidence.verdict import said_first
from persona_studio.workspace.lines import said

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

Count = tuple[int, int]
_SURE = 0.05
_START = 3
_TITLES = {attribute.id: attribute.title for attribute in ATTRIBUTES}
_OPS: Mapping[str, str] = {"at_least": "{} or more", "at_most": "{} or less", "is_not": "not {}"}


@dataclass(frozen=True)
class Cell:
    """What one persona says of a row, and how many of its own people the row is true of.

    `count` is None where nobody of them was asked; `group` tells whether its people are known.
    """

    claims: tuple[Claim, ...] = ()
    count: Count | None = None
    group: bool = False


@dataclass(frozen=True)
class Row:
    """One thing said of some personas, a cell for each; `words` are said once, "" in own words.

    `asked` is the question and the answer counted, "" where nothing is; `question` its variable,
    `label` how it is asked, `evidence` one that counts it.
    `shared`: every persona says it alike.
    """

    section: str
    words: str
    cells: tuple[Cell, ...]
    asked: str = ""
    question: str = ""
    evidence: str = ""
    shared: bool = False
    label: str = ""

    @property
    def counts(self) -> tuple[Count | None, ...]:
        """How many of each one's people, of those who were asked."""
        return tuple(cell.count for cell in self.cells)

    @property
    def spread(self) -> float:
        """By how much the shares differ; below 0 where fewer than two are known."""
        shares = [k / n for k, n in filter(None, self.counts)]
        return max(shares) - min(shares) if len(shares) > 1 else -1.0

    @property
    def apart(self) -> bool | None:
        """Whether two of the shares surely differ; None where fewer than two are known."""
        pairs = list(combinations(filter(None, self.counts), 2))
        if not pairs:
            return None
        return min(shares_differ(*one, *two) for one, two in pairs) * len(pairs) < _SURE

    @property
    def differs(self) -> bool:
        """Whether it sets the personas apart: not all say it, or their people are not alike."""
        return not self.shared or self.apart is True


@dataclass
class _Said:
    """The claims that belong into one row."""

    section: str
    claims: list[tuple[int, Claim]] = field(default_factory=list)
    evidence: Evidence | None = None


def rows_of(workspace: "Workspace", personas: Sequence[str]) -> list[Row]:
    """Return everything some personas say, section by section, what differs most first."""
    known = workspace.snapshot.table(Persona)
    people = [known[key] for key in personas]
    rows = [_row(workspace, group, people) for group in _gathered(workspace, people).values()]
    lone = [row for row in rows if not row.words]
    found = [row for row in rows if row.words]
    best: dict[str, float] = {}
    for row in found:
        best[row.question] = max(best.get(row.question, -1.0), row.spread)
    found.sort(key=lambda row: (row.shared, -best[row.question], row.question, -row.spread))
    sections = [section.id for section in workspace.snapshot.sections if not section.hidden]
    order = {section: place for place, section in enumerate(sections)}
    packed = [row for section in sections for row in _packed(lone, section, len(people))]
    told = [row for row in found if not row.shared] + packed + [row for row in found if row.shared]
    return sorted(told, key=lambda row: order[row.section])


def own_words(claim: Claim, words: str) -> str:
    """Return what a claim says beside the words of its row: "About half", or all of its text."""
    before = said_first(claim.quantifier)
    bare = claim.text.removeprefix(before)
    return before.rstrip(": ") if _folded(bare) == _folded(words) else claim.text


def _gathered(workspace: "Workspace", people: Sequence[Persona]) -> dict[Hashable, _Said]:
    """Return the claims of some personas by what they are about, in the order of the sections."""
    snapshot = workspace.snapshot
    order = {section.id: at for at, section in enumerate(snapshot.sections) if not section.hidden}
    every = [
        (order[claim.section], at, claim)
        for at, persona in enumerate(people)
        for claim in snapshot.claims_of(persona.id)
        if claim.section in order
    ]
    found: dict[Hashable, _Said] = {}
    worded: dict[Hashable, list[_Said]] = {}
    for _, at, claim in sorted(every, key=lambda each: each[:2]):
        chief = decisive(workspace.assess(claim.id).measured)
        item = chief.evidence if chief and chief.evidence.measure and chief.evidence.wave else None
        key: Hashable = ("attribute", claim.attribute) if claim.attribute else None
        if item is not None and item.measure is not None:
            key = (item.wave, item.measure.condition)
        group = found.get(key) if key else _in_same_words(claim, worded)
        if group is None:
            group = found[key or claim.id] = _Said(claim.section, evidence=item)
            if key is None:
                worded.setdefault(_beginnings(tokens(claim.text)), []).append(group)
        group.claims.append((at, claim))
    return found


def _in_same_words(claim: Claim, worded: Mapping[Hashable, list[_Said]]) -> _Said | None:
    """Return what was said in the same words before, None where nothing was."""
    mine = tokens(claim.text)
    before = worded.get(_beginnings(mine), ()) if mine else ()
    return next((g for g in before if _alike(mine, tokens(g.claims[0][1].text))), None)


def _beginnings(words: Sequence[str]) -> Hashable:
    """Return what lines in the same words have in common: how their words begin, in order."""
    return tuple(word[:_START] for word in words)


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether two lines differ by endings of words only; order and numbers must be the same.

    "Price before quality" and "Quality before price" are told apart, and 1984 from 1985.
    """
    return len(one) == len(two) and all(map(_same_word, one, two))


def _same_word(one: str, two: str) -> bool:
    numbers = any(letter.isdigit() for letter in one + two)
    return one == two or (not numbers and alike(one, two) > 0)


def _row(workspace: "Workspace", group: _Said, people: Sequence[Persona]) -> Row:
    item = group.evidence
    cells = tuple(
        Cell(tuple(claim for place, claim in group.claims if place == at))
        for at in range(len(people))
    )
    first = group.claims[0][1]
    shared = all(cell.claims for cell in cells) and _said_alike(group)
    if item is None or item.measure is None:
        title = "" if first.attribute is None else _TITLES.get(first.attribute, first.attribute)
        several = sum(bool(cell.claims) for cell in cells) > 1
        words = title or (first.text if several else "")
        return Row(group.section, words, cells, shared=shared)
    wave, measure = item.wave or "", replace(item.measure, base="segment")
    asked = asked_words(workspace, wave, measure)
    bare = {claim.text.removeprefix(said_first(claim.quantifier)) for _, claim in group.claims}
    counted = tuple(
        replace(cell, **_counted(workspace, wave, measure, persona))
        for cell, persona in zip(cells, people, strict=True)
    )
    words = bare.pop() if len(bare) == 1 else asked
    label = _label(workspace, wave, measure)
    return Row(group.section, words, counted, asked, measure.question, item.id, shared, label)


def _said_alike(group: _Said) -> bool:
    """Tell whether everybody in a row says the same, for as many and with the same value."""
    claims = [claim for _, claim in group.claims]
    if group.evidence is None and claims[0].attribute:
        covered = [of_claims([claim]).get(claim.attribute or "") for claim in claims]
        return all(each == covered[0] for each in covered) and (
            covered[0] is not None or len({_folded(claim.text) for claim in claims}) == 1
        )
    return len({claim.quantifier for claim in claims}) == 1


def _packed(lone: Iterable[Row], section: str, many: int) -> list[Row]:
    """Return what each persona says alone, side by side: the first of each, then the second."""
    rows = [row for row in lone if row.section == section]
    columns = [[row.cells[at] for row in rows if row.cells[at].claims] for at in range(many)]
    return [
        Row(section, "", tuple(cell or Cell() for cell in cells)) for cells in zip_longest(*columns)
    ]


def asked_words(workspace: "Workspace", wave: str, measure: Measure) -> str:
    """Return a measure as a line: the question and the answer."""
    item: dict[str, Json] = {
        "label": _label(workspace, wave, measure),
        "answer": _answer(measure, workspace.snapshot.question(wave, measure.question)),
        "op": measure.op,
        "value": measure.value,
    }
    return said(item)


def _label(workspace: "Workspace", wave: str, measure: Measure) -> str:
    question = workspace.snapshot.question(wave, measure.question)
    return asked_as(question) if question else measure.question


def _answer(measure: Measure, question: Question | None) -> str:
    value = measure.value
    steps = question.order if question and measure.op in ("at_least", "at_most") else ()
    if words := end_of_scale(measure.op, str(value), steps):
        return words
    if isinstance(value, list | tuple):
        return ("\u2013" if measure.op == "between" else ", ").join(str(item) for item in value)
    return _OPS.get(measure.op, "{}").format(value)


def _counted(
    workspace: "Workspace", wave: str, measure: Measure, persona: Persona
) -> dict[str, Any]:
    """Count a persona's own people; kept until the data is another."""
    from persona_studio.evidence.data import counted, people_of

    snapshot, data = workspace.snapshot, workspace.judging.data
    if people_of(persona, wave, snapshot, data) is None:
        return {"count": None, "group": persona.segment is not None}
    found = counted(measure, persona, wave, snapshot, data)
    return {"count": (found.k, found.n) if found.n else None, "group": True}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
