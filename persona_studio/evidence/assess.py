# SPDX-License-Identifier: MIT
"""Everything the studio says about one claim: verdict, strength, mark and a quiet line; no numpy.

A plain function of (claim, snapshot, today) on the counts the project keeps, so that cards can be
painted before any data is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from persona_studio.core.persona import Claim, Evidence
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence import grounds as ground_of
from persona_studio.evidence.grounds import Measured
from persona_studio.evidence.intervals import wilson
from persona_studio.evidence.spoken import lead_and_line
from persona_studio.evidence.strength import Ground, agreement, strength
from persona_studio.evidence.verdict import WORDS, Verdict, leaning, narrowest, nearest

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FILLED_FROM = 40
Z = 1.96
Z_STRICT = 2.576


@dataclass(frozen=True)
class Assessment:
    """What stands behind one claim.

    `verdict` is the data's answer, None where nothing was measured. `n_for` of `n_total` people
    are those of the measure that decides, else those who spoke. `interval` is the share's (0-1),
    None without a measure. `newest` is the day of the newest support. `lines` tell how the
    strength was computed. `by_construction`: the only support is a question that formed the
    persona's own group. `lead` and `line` are the claim's words for the eye: what was asked, and
    what was answered.
    """

    claim: str
    verdict: Verdict | None
    leaning: Literal["yes", "no", ""]
    strength: int
    band: str
    mark: Literal["filled", "half", "ring", "slashed"]
    n_for: int
    n_total: int
    proof: str
    interval: tuple[float, float] | None
    sources: tuple[str, ...]
    kinds: tuple[str, ...]
    newest: date | None
    by_construction: bool
    lines: tuple[str, ...]
    measured: tuple[Measured, ...] = ()
    grounds: tuple[Ground, ...] = ()
    lost: tuple[str, ...] = ()
    assumption: Evidence | None = None
    living: tuple[Evidence, ...] = ()
    agreement: Fraction | None = None
    lead: str = ""
    line: str = ""


def z_of(snapshot: Snapshot) -> float:
    """Return how sure a verdict must be: the setting `review.strict` asks for more."""
    return Z_STRICT if snapshot.settings.get("review.strict") else Z


def assess(claim: Claim, snapshot: Snapshot, today: date) -> Assessment:
    """Return what the evidence of a claim amounts to on a given day."""
    everything = snapshot.evidence_of(claim.id)
    z = z_of(snapshot)
    measured = ground_of.measured(claim, snapshot, z)
    living = ground_of.living(claim.id, snapshot)
    found = ground_of.grounds(living, measured, snapshot, today)
    chief = ground_of.decisive(measured)
    contradicted = chief is not None and chief.answer == "contradicted"
    score = strength(found, contradicted=contradicted)
    support = [g for g in found if g.supporters]
    spoken = [g for g in found if not g.answer]
    lost = [e for e in everything if ground_of.is_lost(e, snapshot)]
    assumed = [e for e in everything if ground_of.is_assumption(e, snapshot)]
    lead, line = lead_and_line(claim, snapshot)
    return Assessment(
        claim=claim.id,
        verdict=chief.answer if chief else None,
        leaning=leaning(claim.quantifier, chief.n_for, chief.n_total) if chief else "",
        strength=score.score,
        band="contradicted" if contradicted else score.band,
        mark=_mark(score.score, measured),
        n_for=chief.n_for if chief else sum(g.n_for for g in spoken),
        n_total=chief.n_total if chief else sum(g.n_for + g.n_against for g in spoken),
        proof=_proof(claim, chief, found, (lost, assumed), today),
        interval=wilson(chief.n_for, chief.n_total, z) if chief else None,
        sources=tuple(sorted({g.name for g in found})),
        kinds=tuple(sorted({g.kind for g in support if g.weight > 0})),
        newest=max((g.day for g in support if g.day), default=None),
        by_construction=_by_construction(measured, support),
        lines=score.lines,
        measured=measured,
        grounds=found,
        lost=tuple(e.id for e in lost),
        assumption=assumed[0] if assumed else None,
        living=living,
        agreement=agreement(found),
        lead=lead,
        line=line,
    )


def _mark(score: int, measured: Sequence[Measured]) -> Literal["filled", "half", "ring", "slashed"]:
    answers = {m.answer for m in measured}
    if "contradicted" in answers:
        return "slashed"
    if score >= FILLED_FROM and "cannot_tell" not in answers:
        return "filled"
    return "half" if score > 0 else "ring"


def _by_construction(measured: Sequence[Measured], support: Sequence[Ground]) -> bool:
    upheld = [m for m in measured if m.answer == "supported"]
    spoken = any(not g.answer for g in support)
    return bool(upheld) and not spoken and all(m.by_construction for m in upheld)


def _proof(
    claim: Claim,
    chief: Measured | None,
    found: Sequence[Ground],
    missing: tuple[Sequence[Evidence], Sequence[Evidence]],
    today: date,
) -> str:
    """Return the quiet line under a claim: how many, from where."""
    lost, assumed = missing
    if chief:
        return _measured_proof(claim, chief, found)
    if found:
        return _spoken_proof(found)
    if assumed:
        return _assumed_proof(assumed[0], today)
    return "Evidence lost" if lost else "No evidence yet"


def _measured_proof(claim: Claim, chief: Measured, found: Sequence[Ground]) -> str:
    counts = f"{chief.n_for} of {chief.n_total}"
    if chief.answer == "contradicted":
        word = narrowest(chief.n_for, chief.n_total) or nearest(chief.n_for, chief.n_total)
        return f"Data says {WORDS[word] if word else 'otherwise'}: {counts}"
    names = [g.name for g in found if g.source == chief.evidence.source]
    others = len({g.source for g in found} - {chief.evidence.source})
    parts = [counts, names[0] + (f" + {others} more" if others else "")]
    if chief.answer == "cannot_tell" and claim.quantifier:
        parts.append("can't tell yet")
    return " · ".join(parts)


def _spoken_proof(found: Sequence[Ground]) -> str:
    live = [g for g in found if g.weight > 0]
    shown = live or found
    n_for = sum(g.n_for for g in shown)
    total = sum(g.n_for + g.n_against for g in shown)
    people = "person" if total == 1 else "people"
    counts = f"{n_for} {people}" if n_for == total else f"{n_for} of {total} {people}"
    names = sorted({g.name for g in shown})
    more = f" + {len(names) - 1} more" if len(names) > 1 else ""
    return f"{counts} · {names[0]}{more}" + ("" if live else " · too old to count")


def _assumed_proof(assumed: Evidence, today: date) -> str:
    if assumed.test_by:
        return f"Assumption · test by {short_date(assumed.test_by, today)}"
    since = assumed.renewed or assumed.since
    return f"Assumption · since {short_date(since, today)}" if since else "Assumption"


def short_date(day: date, today: date) -> str:
    """Return a day as people write it, with the year where it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
