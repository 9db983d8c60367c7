# SPDX-License-Identifier: MIT
"""Re-measures every claim on a new wave of a source and says what changed (method, section 4).

The result is plain JSON (contracts: `validate`): who was asked then and now, how far each persona
fits, and for every claim an answer in words. People are assigned by rules frozen on the first
wave; a claim is never tested on people whom its own question put into the group.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence import assign, wording
from persona_studio.evidence.columns import Answers, Numbers
from persona_studio.evidence.data import Data
from persona_studio.evidence.drift import Pair, Shift, compare
from persona_studio.evidence.grounds import living
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.measures import count, members_on
from persona_studio.evidence.mix import asked, describing
from persona_studio.evidence.prevalence import coverage, lines_of
from persona_studio.evidence.verdict import verdict

_WORST_FIRST = ("changed", "maybe", "cannot_tell", "holds", "untested")


@dataclass(frozen=True)
class Run:
    """One validation: the two waves and what is looked at on them."""

    snapshot: Snapshot
    data: Data
    before: Answers
    after: Answers
    _rows: dict[tuple[str, str | None], Any] = field(default_factory=dict)
    _assigned: dict[tuple[str, str, str | None], Any] = field(default_factory=dict)

    def people(self, persona: Persona, variable: str) -> "People":
        """Return the persona's people on both waves, `variable` left out where it formed them."""
        segmentation = self.snapshot.segmentation_of(persona.segment or "")
        if segmentation is None:
            return People(None, None, "everyone")
        formed = variable in segmentation.questions
        without = variable if formed else None
        if (persona.id, without) not in self._rows:
            self._rows[persona.id, without] = self._find(persona, segmentation, without)
        found: People = self._rows[persona.id, without]
        return found

    def _find(self, persona: Persona, segmentation: Segmentation, without: str | None) -> "People":
        at_home = self.snapshot.source_of(segmentation.wave) == self.snapshot.source_of(
            self.after.wave_id
        )
        model = self.data.model(segmentation) if at_home else None
        if model is not None:
            return self._by_model(model, segmentation, persona.segment or "", without)
        return self._by_keys(persona, formed=at_home and without is not None)

    def _by_model(
        self, model: assign.Model, segmentation: Segmentation, segment: str, without: str | None
    ) -> "People":
        found = []
        for answers in (self.before, self.after):
            key = (segmentation.id, answers.wave_id, without)
            if key not in self._assigned:
                self._assigned[key] = model(answers, without)
            found.append(assign.rows_in(self._assigned[key], segment))
        if found[0] is None or found[1] is None:
            return People(None, None, "formed")
        return People(self.before.numbers[found[0]], self.after.numbers[found[1]], "model")

    def _by_keys(self, persona: Persona, *, formed: bool) -> "People":
        home = self.data.members(persona)
        if home is None:
            return People(None, None, "everyone")
        there = self.data.answers(home[0])
        waves = self.snapshot.table(Wave)
        both = [
            members_on(
                there, home[1], each, linked=waves[home[0]].linked and waves[each.wave_id].linked
            )
            for each in (self.before, self.after)
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


def validate(
    snapshot: Snapshot, wave: str, data: Data, before: str | None = None
) -> dict[str, Any]:
    """Return what a new wave says about every claim; `before` is the wave before it by default."""
    earlier = before or previous(snapshot, wave)
    run = Run(snapshot, data, data.answers(earlier), data.answers(wave))
    tests = [
        _tested(run, persona, claim)
        for persona in snapshot.personas
        for claim in snapshot.claims_of(persona.id)
    ]
    paired = [test for test in tests if test.pair]
    shifts = dict(zip(map(id, paired), compare([t.pair for t in paired if t.pair]), strict=True))
    claims = [_claim(test, shifts.get(id(test)), run) for test in tests]
    claims.sort(
        key=lambda c: (_WORST_FIRST.index(c["answer"]), not c["key"], -abs(c["difference"] or 0))
    )
    return {
        "wave": wave,
        "before": earlier,
        "asked": asked(run.before, run.after, describing(snapshot, _measured(tests), run.after)),
        "coverage": _coverage(run),
        "claims": claims,
    }


def _measured(tests: Sequence[Tested]) -> dict[str, str]:
    return {t.item.measure.question: t.claim.section for t in tests if t.item and t.item.measure}


def previous(snapshot: Snapshot, wave: str) -> str:
    """Return the wave of the same source that came before; StudioError where there is none.

    Waves of people follow each other, and so do the waves of orders they were rolled up from.
    """
    rolled = snapshot.table(Wave)[wave].derived_from is None
    waves = snapshot.waves_of(snapshot.source_of(wave).id)
    order = [each.id for each in waves if (each.derived_from is None) == rolled]
    place = order.index(wave)
    if place == 0:
        raise StudioError(
            "There is no earlier wave of this study to compare with.",
            "Import the same study again later, then re-check.",
            kind="no_earlier_wave",
        )
    return order[place - 1]


def _tested(run: Run, persona: Persona, claim: Claim) -> Tested:
    source = run.snapshot.source_of(run.after.wave_id).id
    items = [e for e in living(claim.id, run.snapshot) if e.measure and e.stance != "neutral"]
    mine = [e for e in items if e.source == source]
    if not mine:
        reason = "elsewhere" if items else "unmeasured"
        return Tested(persona, claim, reason=reason)
    item = next((e for e in mine if e.wave == run.before.wave_id), mine[0])
    reason = _not_alike(run, item)
    if reason or item.measure is None:
        return Tested(persona, claim, item, reason=reason)
    group = item.measure.base == "segment"
    people = run.people(persona, item.measure.question) if group else People(None, None, "all")
    if people.way == "formed":
        return Tested(persona, claim, item, reason="formed")
    then = count(item.measure, run.before, people.before)
    now = count(item.measure, run.after, people.after)
    counts = [(c.k if item.stance == "supports" else c.n - c.k, c.n) for c in (then, now)]
    return Tested(persona, claim, item, Pair(*counts[0], *counts[1], claim.key), people.way)


def _not_alike(run: Run, item: Evidence) -> str:
    """Return why a question cannot be compared, "" where it can."""
    variable = item.measure.question if item.measure else ""
    then, now = run.before.questions.get(variable), run.after.questions.get(variable)
    if then is None or now is None:
        return "not_asked"
    return "" if now.same and then.role == now.role else "asked_otherwise"


def _claim(test: Tested, shift: Shift | None, run: Run) -> dict[str, Any]:
    pair = test.pair
    now = verdict(test.claim.quantifier, pair.k_after, pair.n_after) if pair else "cannot_tell"
    return {
        "claim": test.claim.id,
        "persona": test.persona.id,
        "text": test.claim.text,
        "key": test.claim.key,
        "answer": shift.answer if shift else "untested",
        "before": {"k": pair.k_before, "n": pair.n_before} if pair else None,
        "after": {"k": pair.k_after, "n": pair.n_after} if pair else None,
        "difference": shift.difference if shift else None,
        "low": shift.low if shift else None,
        "high": shift.high if shift else None,
        "q": shift.q if shift else None,
        "verdict_now": now,
        "people": test.way or None,
        "sentence": wording.sentence(test.claim, shift, now, test.reason, test.way),
    }


def _coverage(run: Run) -> list[dict[str, Any]]:
    """Return the share of everybody that fits each persona, then and now."""
    snapshot, out = run.snapshot, []
    lines = {
        persona.id: lines_of(snapshot.claims_of(persona.id), snapshot, run.after.wave_id)
        for persona in snapshot.personas
    }
    lines = {persona: found for persona, found in lines.items() if found}
    then, now = coverage(lines, run.before), coverage(lines, run.after)
    for persona in snapshot.personas:
        k, told = now.fits.get(persona.id, 0), persona.id in lines and then.n and now.n
        low, high = wilson(k, now.n)
        out.append(
            {
                "persona": persona.id,
                "before": then.fits[persona.id] / then.n if told else None,
                "after": k / now.n if told else None,
                "low": low if told else None,
                "high": high if told else None,
            }
        )
    return out
