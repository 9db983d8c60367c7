# SPDX-License-Identifier: MIT
"""The checklist: findings that ask the same told as one, the most useful few first, and filters.

Pure: everything is a function of the findings of `engine.check`, in their order, and the snapshot.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.reviewing import Finding
from persona_studio.core.snapshot import Snapshot
from persona_studio.review.rule import parts_of
from persona_studio.review.rules import BY_ID, family_of

FIRST = 5
ALIKE = 3
"""So many findings of one rule that ask the same of the user are told as one."""
TWICE = 2
"""How often one rule may speak among the first, while others have something to say."""
WHOLE = "project"
"""The persona of a filter that wants what concerns the project, not one persona."""
_KINDS: Mapping[str, str] = {
    "claim": "claims",
    "persona": "personas",
    "project": "things about the set",
    "wave": "waves",
    "quote": "quotes",
    "question": "questions",
    "segmentation": "groupings",
    "pair": "pairs of personas",
}


@dataclass(frozen=True)
class Entry:
    """One place of the list: a finding, or several alike in the order of their usefulness.

    `key` tells it from every other entry, also after one of several was fixed.
    """

    findings: tuple[Finding, ...]
    key: tuple[str, ...]

    @property
    def first(self) -> Finding:
        """The most useful of them; it stands for the rule, the severity and the waiver."""
        return self.findings[0]


@dataclass(frozen=True)
class Filter:
    """What a reader wants to see; empty fields want everything.

    `severity` is B, W or N, `family` the first letters of rules, `persona` an id or WHOLE; `kept`
    wants what was kept with a reason, in place of what is open.
    """

    severity: str = ""
    family: str = ""
    persona: str = ""
    words: str = ""
    kept: bool = False

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out beside what is kept."""
        return replace(self, kept=False, words=self.words.strip()) != Filter()

    def narrowed(self, field: str, value: str) -> "Filter":
        """Return this filter with another severity, family or persona."""
        values: dict[str, Any] = {field: value}
        return replace(self, **values)

    def keeps(self, finding: Finding, snapshot: Snapshot) -> bool:
        """Tell whether a finding is wanted."""
        return (
            (finding.waived is not None) == self.kept
            and self.severity in ("", finding.severity)
            and self.family in ("", family_of(finding.rule))
            and self.persona in ("", finding.target.persona or WHOLE)
            and self._says(finding, snapshot)
        )

    def _says(self, finding: Finding, snapshot: Snapshot) -> bool:
        wanted = self.words.casefold().split()
        if not wanted:
            return True
        persona = snapshot.table(Persona).get(finding.target.persona or "")
        parts = (finding.sentence, finding.target.text, finding.rule, BY_ID[finding.rule].name)
        said = " ".join((*parts, persona.name if persona else "")).casefold()
        return all(word in said for word in wanted)


@dataclass(frozen=True)
class Counts:
    """How many findings wait for a decision, are notes, or are kept with a reason."""

    to_decide: int
    notes: int
    kept: int


@dataclass(frozen=True)
class Call:
    """How much is to be decided on one claim or persona, and whether some of it blocks."""

    many: int
    blocks: bool


@dataclass(frozen=True)
class Group:
    """What concerns one persona, or the project as a whole (`persona` None)."""

    persona: Persona | None
    entries: tuple[Entry, ...]
    total: int


def count(findings: Iterable[Finding]) -> Counts:
    """Count findings by what they ask of the user."""
    every = list(findings)
    still = [finding for finding in every if finding.waived is None]
    notes = sum(finding.severity == "N" for finding in still)
    return Counts(len(still) - notes, notes, len(every) - len(still))


def to_decide(findings: Iterable[Finding]) -> list[Finding]:
    """Return what is to be decided: open blockers and warnings."""
    return [f for f in findings if f.waived is None and f.severity != "N"]


def calls(findings: Iterable[Finding], snapshot: Snapshot) -> dict[str, Call]:
    """Return what is to be decided by claim and by persona; a persona's claims count for it."""
    mine: dict[str, list[Finding]] = {}
    for finding in to_decide(findings):
        for key in (*stands_on(finding, snapshot), finding.target.persona):
            if key is not None:
                mine.setdefault(key, []).append(finding)
    return {
        key: Call(len(found), any(finding.severity == "B" for finding in found))
        for key, found in mine.items()
    }


def gather(findings: Sequence[Finding], snapshot: Snapshot, place: str = "") -> list[Entry]:
    """Return findings as entries: ALIKE or more of one rule asking the same stand as one.

    What is said of a key claim is never gathered with what is said of an ordinary one. `place`
    tells entries of several lists apart.
    """
    kinds = [_kind(finding, snapshot) for finding in findings]
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding, kind in zip(findings, kinds, strict=True):
        alike.setdefault(kind, []).append(finding)
    found: list[Entry] = []
    for finding, kind in zip(findings, kinds, strict=True):
        several = alike[kind]
        if len(several) < ALIKE:
            found.append(Entry((finding,), key_of(finding)))
        elif several[0] is finding:
            found.append(Entry(tuple(several), (*kind, place)))
    return found


def key_of(finding: Finding) -> tuple[str, ...]:
    """Return what a finding is known by from one review to the next: its rule and its target."""
    return (finding.rule, finding.target.id)


def said_of(entry: Entry) -> tuple[str, str]:
    """Return what an entry says: what we see, and why it matters and what to do."""
    return said_together(entry.findings)


def said_together(findings: Sequence[Finding]) -> tuple[str, str]:
    """Return what findings of one rule say: the one its sentence, several their number."""
    first, many = findings[0], len(findings)
    if many == 1:
        return parts_of(first.sentence)
    rule = BY_ID[first.rule]
    told = rule.several or "{0} " + _KINDS[first.target.kind] + ": " + _small(rule.name) + "."
    return told.format(many), rule.why


def most_useful(findings: Sequence[Finding], snapshot: Snapshot, most: int = FIRST) -> list[Entry]:
    """Return the few entries to begin with, blockers of key claims first.

    A rule speaks at most TWICE before every other rule that has something to decide has spoken.
    Notes come only where nothing else is open.
    """
    still = [finding for finding in findings if finding.waived is None]
    entries = gather(to_decide(still) or still, snapshot)
    spoken: dict[str, int] = {}
    chosen: list[int] = []
    rest: list[int] = []
    for place, entry in enumerate(entries):
        times = spoken[entry.first.rule] = spoken.get(entry.first.rule, 0) + 1
        (chosen if times <= TWICE else rest).append(place)
    return [entries[place] for place in sorted([*chosen, *rest][:most])]


def by_persona(findings: Sequence[Finding], snapshot: Snapshot) -> list[Group]:
    """Return findings by persona, the most urgent persona first, the project as a whole last."""
    mine: dict[str, list[Finding]] = {}
    personas: Mapping[str, Persona] = snapshot.table(Persona)
    for finding in findings:
        owner = finding.target.persona or ""
        mine.setdefault(owner if owner in personas else "", []).append(finding)
    groups = [
        Group(personas.get(key), tuple(gather(found, snapshot, key)), len(found))
        for key, found in mine.items()
    ]
    return sorted(groups, key=lambda group: group.persona is None)


def stands_on(finding: Finding, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the claims a finding is seen on: its own, or those its quote stands behind."""
    target = finding.target
    if target.kind == "claim":
        return (target.id,)
    if target.kind != "quote":
        return ()
    claims = snapshot.claims_of(target.persona or "")
    return tuple(
        claim.id
        for claim in claims
        if any(item.quote == target.id for item in snapshot.evidence_of(claim.id))
    )


def _kind(finding: Finding, snapshot: Snapshot) -> tuple[str, ...]:
    """Return what findings told as one have in common."""
    claim = snapshot.table(Claim).get(finding.target.id)
    key = "key" if claim is not None and claim.key else ""
    kept = "kept" if finding.waived else ""
    asks = tuple(fix.id for fix in finding.fixes)
    return (finding.rule, finding.severity, finding.target.kind, key, kept, *asks)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
