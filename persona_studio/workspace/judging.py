# SPDX-License-Identifier: MIT
"""What the evidence says about claims, personas and the set; kept until an edit touches it."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.reviewing import Finding
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import Assessment, assess
from persona_studio.evidence.profile import PersonaStrength, persona_strength
from persona_studio.evidence.waves import measured_wave
from persona_studio.workspace.themes_kept import THEMES_OF

if TYPE_CHECKING:
    from persona_studio.evidence.data import Data
    from persona_studio.evidence.prevalence import Coverage, Prevalence
    from persona_studio.workspace.frozen import Opened

_FAR = (
    "source",
    "wave",
    "question",
    "quote",
    "theme",
    "theme_item",
    "segment",
    "segmentation",
    "setting",
)
"""Tables whose change may touch what is said of any claim."""


_READ = ("source", "wave", "question", "segment", "segmentation")
"""Tables whose change may make untrue what was worked out on the answers."""


class Judging:
    """Assessments, prevalence and findings of a workspace, remembered until they may be untrue."""

    def __init__(self, project: "Opened") -> None:
        self._project = project
        self._assessed: dict[str, Assessment] = {}
        self._prevalence: dict[str, Prevalence | None] = {}
        self._coverage: list[Coverage | None] = []
        self._findings: list[Finding] | None = None
        self._day = clock.today()

    @cached_property
    def data(self) -> "Data":
        """Where rules and re-checks read answers; what they worked out is kept there."""
        from persona_studio.workspace.frozen import reading

        return reading(self._project)

    def forget(self, change: Change, before: Snapshot) -> None:
        """Drop what a change may have made untrue; `before` is the project as it was."""
        self._findings = None
        sorted_anew = any(key.startswith(THEMES_OF) for key in change.ids("setting"))
        if change.touches(*_READ) or sorted_anew:
            self.data.forget()
        if change.touches(*_FAR):
            self._assessed.clear()
        touched = _claims_of_evidence(change, before, self._snapshot)
        touched |= _claims_of_groups(change, before, self._snapshot)
        for claim in change.ids("claim") | touched:
            self._assessed.pop(claim, None)
        if change.touches("claim", "evidence", "persona", *_FAR):
            self._prevalence.clear()
            self._coverage.clear()

    def assess(self, claim: str) -> Assessment:
        """Return what the evidence says about one claim."""
        today = self._today()
        if claim not in self._assessed:
            found = self._snapshot.table(Claim)[claim]
            self._assessed[claim] = assess(found, self._snapshot, today)
        return self._assessed[claim]

    def strength(self, persona: str) -> PersonaStrength:
        """Return how strong a whole persona is, and its basis label."""
        return persona_strength(
            self._snapshot.table(Persona)[persona],
            self._snapshot,
            self._today(),
            lambda claim: self.assess(claim.id),
        )

    def prevalence(self, persona: str) -> "Prevalence | None":
        """Return how many people a persona describes, None where nothing of it was measured."""
        if persona not in self._prevalence:
            self._prevalence[persona] = self._count_prevalence(persona)
        return self._prevalence[persona]

    def coverage(self) -> "Coverage | None":
        """Return how the set of personas covers the people of its newest measured wave."""
        if not self._coverage:
            self._coverage.append(self._count_coverage())
        return self._coverage[0]

    def findings(self) -> list[Finding]:
        """Return what review finds today, most useful first, waived ones marked."""
        today = self._today()
        if self._findings is None:
            from persona_studio.review.engine import check
            from persona_studio.review.rule import AtHand

            at_hand = AtHand(lambda claim: self.assess(claim.id), self.data)
            self._findings = check(self._snapshot, today, at_hand)
        return self._findings

    def _today(self) -> date:
        """Return the day, and drop what was true of another: a window may stay open overnight."""
        today = clock.today()
        if today != self._day:
            self._day, self._findings = today, None
            self._assessed.clear()
        return today

    @property
    def _snapshot(self) -> Snapshot:
        return self._project.snapshot

    def _count_prevalence(self, persona: str) -> "Prevalence | None":
        claims = self._snapshot.claims_of(persona)
        wave = measured_wave(self._snapshot, claims)
        if wave is None:
            return None
        from persona_studio.evidence.prevalence import lines_of, prevalence

        lines = lines_of(claims, self._snapshot, wave)
        return prevalence(lines, self._project.answers(wave)) if lines else None

    def _count_coverage(self) -> "Coverage | None":
        snapshot = self._snapshot
        everything = [c for p in snapshot.personas for c in snapshot.claims_of(p.id)]
        wave = measured_wave(snapshot, everything)
        if wave is None:
            return None
        from persona_studio.evidence.prevalence import coverage, lines_of

        claims = {p.id: snapshot.claims_of(p.id) for p in snapshot.personas}
        lines = {p: lines_of(found, snapshot, wave) for p, found in claims.items()}
        told = {p: found for p, found in lines.items() if found}
        return coverage(told, self._project.answers(wave)) if told else None


def _claims_of_evidence(change: Change, before: Snapshot, after: Snapshot) -> frozenset[str]:
    """Return the claims whose evidence a change has touched, as they were and as they are."""
    found = set()
    for key in change.ids("evidence"):
        for snapshot in (before, after):
            item = snapshot.table(Evidence).get(key)
            if item is not None:
                found.add(item.claim)
    return frozenset(found)


def _claims_of_groups(change: Change, before: Snapshot, after: Snapshot) -> frozenset[str]:
    """Return the claims of personas that have been given another group of people."""
    was, now = before.table(Persona), after.table(Persona)
    moved = [
        key
        for key in change.ids("persona")
        if (key in was and was[key].segment) != (key in now and now[key].segment)
    ]
    return frozenset(claim.id for key in moved for claim in after.claims_of(key))
