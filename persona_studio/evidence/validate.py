# SPDX-License-Identifier: MIT
"""Re-measures every claim on a new wave of a source and says what changed (method, section 4).

The result is plain JSON (contracts: `validate`): who was asked then and now, how far each persona
fits, and for every claim an answer in words. People are assigned by rules frozen on the first
wave; a claim is never tested on people whom its own question put into the group.
"""

from collections.abc import Sequence
from typing import Any

from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence import wording
from persona_studio.evidence.assess import z_of
from persona_studio.evidence.data import Data
from persona_studio.evidence.drift import Shift, compare
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.mix import asked, describing
from persona_studio.evidence.prevalence import coverage, lines_of
from persona_studio.evidence.recheck import Run, Tested, tested
from persona_studio.evidence.rivals import rivals
from persona_studio.evidence.verdict import Verdict, typical, verdict
from persona_studio.evidence.waves import compared

_WORST_FIRST = ("changed", "maybe", "cannot_tell", "holds", "untested")


def validate(
    snapshot: Snapshot, wave: str, data: Data, before: str | None = None
) -> dict[str, Any]:
    """Return what a new wave says about every claim; `before` is the wave before it by default."""
    earlier = before or compared(snapshot, wave).before.id
    run = Run(snapshot, data, data.answers(earlier), data.answers(wave))
    tests = [
        tested(run, persona, claim)
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


def _claim(test: Tested, shift: Shift | None, run: Run) -> dict[str, Any]:
    pair = test.pair
    now = _now(test, run) if pair else "cannot_tell"
    return {
        "claim": test.claim.id,
        "persona": test.persona.id,
        "text": test.claim.text,
        "key": test.claim.key,
        "evidence": test.item.id if test.item else None,
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


def _now(test: Tested, run: Run) -> Verdict:
    """Return what the new wave alone says to a claim."""
    pair, measure = test.pair, test.item.measure if test.item else None
    if pair is None or measure is None:
        return "cannot_tell"
    if test.claim.quantifier != "typical":
        return verdict(test.claim.quantifier, pair.k_after, pair.n_after, z_of(run.snapshot))
    rows = run.people(test.persona, measure.question).after if measure.base == "segment" else None
    counts = (pair.k_after, pair.n_after, rivals(measure, run.after, rows))
    return typical(measure.op, counts, z_of(run.snapshot))


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
