# SPDX-License-Identifier: MIT
"""One claim on two waves: whose answers are compared, and how they moved (method, section 4).

People are assigned by rules frozen on the first wave; a claim is never tested on people whom its
own question put into the group. What is counted is kept with the data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.research import Segmentation, Source, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence import assign
from persona_studio.evidence.columns import Answers, Numbers
from persona_studio.evidence.data import Data, people_of
from persona_studio.evidence.drift import Moved, Pair, Shift, compare
from persona_studio.evidence.grounds import living
from persona_studio.evidence.measures import count
from persona_studio.evidence.rivals import choices, figures
from persona_studio.evidence.shuffles import cohens_d, middle_differs
from persona_studio.evidence.tables import chi_square, cramers_v
from persona_studio.evidence.verdict import CHOOSING, RANGING
from persona_studio.evidence.waves import sequences

WIDE_CHOICE = 0.1
"""Cramer's V from which the answers to a choice have moved enough to matter."""
WIDE_NUMBER = 0.2
"""How many standard deviations numbers must move to matter."""


@dataclass(frozen=True)
class Run:
    """The two waves of a comparison, and where their answers are read."""

    snapshot: Snapshot
    data: Data
    before: Answers
    after: Answers

    def people(self, persona: Persona, variable: str) -> "People":
        """Return the persona's people on both waves, `variable` left out where it formed them."""
        segmentation = self.snapshot.segmentation_of(persona.segment or "")
        if segmentation is None:
            return People(None, None, "everyone")
        without = variable if variable in segmentation.questions else None
        waves = (self.before.wave_id, self.after.wave_id)
        return self.data.once(
            ("recheck", persona.segment, waves, without),
            lambda: self._find(persona, segmentation, without),
        )

    def _find(self, persona: Persona, segmentation: Segmentation, without: str | None) -> "People":
        at_home = self.snapshot.source_of(segmentation.wave) == self.snapshot.source_of(
            self.after.wave_id
        )
        if at_home:
            assigned = [
                self._assigned(segmentation, answers, without)
                for answers in (self.before, self.after)
            ]
            if any(each is not None for each in assigned):
                return self._by_model(assigned, persona.segment or "")
        return self._by_keys(persona, formed=at_home and without is not None)

    def _assigned(self, segmentation: Segmentation, answers: Answers, without: str | None) -> Any:
        """Return the frozen model's segment of each row, () where it has no answer for the wave."""

        def assign_all() -> Any:
            model = self.data.model(segmentation)
            if model is None:
                return None
            found = model(answers, without)
            return () if found is None else found

        return self.data.once(("assigned", segmentation.id, answers.wave_id, without), assign_all)

    def _by_model(self, assigned: Sequence[Any], segment: str) -> "People":
        if any(each is None or len(each) == 0 for each in assigned):
            return People(None, None, "formed")
        then, now = (assign.rows_in(each, segment) for each in assigned)
        return People(self.before.numbers[then], self.after.numbers[now], "model")

    def _by_keys(self, persona: Persona, *, formed: bool) -> "People":
        both = [
            people_of(persona, answers.wave_id, self.snapshot, self.data)
            for answers in (self.before, self.after)
        ]
        if both[0] is None or both[1] is None:
            return People(None, None, "everyone")
        return People(None, None, "formed") if formed else People(both[0], both[1], "linked")


@dataclass(frozen=True, eq=False)
class People:
    """A persona's rows on both waves (None: everyone), and how they were found."""

    before: Numbers | None
    after: Numbers | None
    way: str


@dataclass(frozen=True, eq=False)
class Tested:
    """One claim of the run: its measure, counted on both waves, or why it could not be."""

    persona: Persona
    claim: Claim
    item: Evidence | None = None
    pair: Pair | None = None
    way: str = ""
    reason: str = ""


def tested(run: Run, persona: Persona, claim: Claim) -> Tested:
    """Return a claim's counts on both waves of a run, or why it has none."""
    source = run.snapshot.source_of(run.after.wave_id).id
    items = [e for e in living(claim.id, run.snapshot) if e.measure and e.stance != "neutral"]
    mine = [e for e in items if e.source == source]
    if not mine:
        reason = "elsewhere" if items else "unmeasured"
        return Tested(persona, claim, reason=reason)
    item = next((e for e in mine if e.wave == run.before.wave_id), mine[0])
    measure = item.measure
    reason = not_alike(run, item)
    if reason or measure is None:
        return Tested(persona, claim, item, reason=reason)
    group = measure.base == "segment"
    people = run.people(persona, measure.question) if group else People(None, None, "all")
    if people.way == "formed":
        return Tested(persona, claim, item, reason="formed")
    pair = run.data.once(
        (
            "pair",
            run.before.wave_id,
            run.after.wave_id,
            measure.condition,
            persona.segment,
            claim.key,
            item.stance,
            claim.quantifier == "typical",
        ),
        lambda: _pair(run, claim, item, measure, people),
    )
    return Tested(persona, claim, item, pair, people.way)


def _pair(run: Run, claim: Claim, item: Evidence, measure: Measure, people: People) -> Pair:
    then = count(measure, run.before, people.before)
    now = count(measure, run.after, people.after)
    counts = [(c.k if item.stance == "supports" else c.n - c.k, c.n) for c in (then, now)]
    moved = _moved(run, measure, people) if claim.quantifier == "typical" else None
    return Pair(*counts[0], *counts[1], claim.key, moved)


def _moved(run: Run, measure: Measure, people: People) -> Moved | None:
    """Test what is typical: all answers to a choice, or the middle of a number."""
    sides = ((run.before, people.before), (run.after, people.after))
    if measure.op in CHOOSING:
        then, now = (choices(measure, answers, rows) for answers, rows in sides)
        every = sorted(then.keys() | now.keys())
        table = [[side.get(answer, 0) for answer in every] for side in (then, now)]
        return Moved(chi_square(table)[2], cramers_v(table) >= WIDE_CHOICE)
    if measure.op in RANGING:
        one, two = (figures(measure, answers, rows) for answers, rows in sides)
        return Moved(middle_differs(one, two), abs(cohens_d(one, two)) >= WIDE_NUMBER)
    return None


def not_alike(run: Run, item: Evidence) -> str:
    """Return why a question cannot be compared, "" where it can."""
    variable = item.measure.question if item.measure else ""
    then, now = run.before.questions.get(variable), run.after.questions.get(variable)
    if then is None or now is None:
        return "not_asked"
    if not now.same or then.role != now.role:
        return "asked_otherwise"
    unsorted = item.measure and item.measure.op == "in_theme" and variable not in run.after.themes
    return "unsorted" if unsorted else ""


def drifts(snapshot: Snapshot, data: Data) -> Iterator[tuple[Tested, Shift, str]]:
    """Yield every claim that cites an older wave, compared with the newest: (test, shift, wave).

    All claims held against one wave are corrected together, as one validation.
    """
    for source in snapshot.table(Source):
        for waves in sequences(snapshot, source):
            if len(waves) > 1:
                tests = [t for t in _on_newest(snapshot, data, waves) if t.pair]
                shifts = compare([t.pair for t in tests if t.pair])
                for test, shift in zip(tests, shifts, strict=True):
                    yield test, shift, waves[-1].id


def _on_newest(snapshot: Snapshot, data: Data, waves: Sequence[Wave]) -> Iterator[Tested]:
    older = {wave.id: place for place, wave in enumerate(waves[:-1])}
    runs: dict[str, Run] = {}
    for persona in snapshot.personas:
        for claim in snapshot.claims_of(persona.id):
            cited = {
                item.wave
                for item in living(claim.id, snapshot)
                if item.measure and item.stance != "neutral" and item.wave in older
            }
            if cited:
                before = max(cited, key=lambda wave: older[wave or ""]) or ""
                if before not in runs:
                    both = data.answers(before), data.answers(waves[-1].id)
                    runs[before] = Run(snapshot, data, *both)
                yield tested(runs[before], persona, claim)
