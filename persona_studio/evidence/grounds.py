# SPDX-License-Identifier: MIT
"""What the evidence of one claim amounts to, source by source, each person once; no numpy.

Takes the counts the workspace keeps on measured evidence. Of several measured waves of a source
the newest counts. People known by their rows (quotes, themes) count once a wave, for the claim
when they say both; people of a note are as many as it says, at least one.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias
from weakref import WeakKeyDictionary

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Quote, Source, ThemeItem, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence import ages
from persona_studio.evidence.strength import Ground
from persona_studio.evidence.verdict import Verdict, typical, verdict

Rows: TypeAlias = Mapping[str, Mapping[str, Set[int]]]
_THEMES: "WeakKeyDictionary[Snapshot, Rows]" = WeakKeyDictionary()


@dataclass(frozen=True)
class Measured:
    """One measured piece of evidence that counts, and the data's answer to the claim."""

    evidence: Evidence
    answer: Verdict
    n_for: int
    n_total: int
    day: date | None
    by_construction: bool


def is_assumption(evidence: Evidence, snapshot: Snapshot) -> bool:
    """Tell whether a piece of evidence only says that somebody assumes it."""
    source = snapshot.table(Source).get(evidence.source or "")
    return source is not None and source.kind == "assumption"


def living(claim: str, snapshot: Snapshot) -> tuple[Evidence, ...]:
    """Return the evidence of a claim that is neither lost, an assumption nor said twice."""
    seen, out = set(), []
    for item in snapshot.evidence_of(claim):
        content = _content(item)
        if not is_lost(item, snapshot) and not is_assumption(item, snapshot):
            if content not in seen:
                out.append(item)
            seen.add(content)
    return tuple(out)


def is_lost(evidence: Evidence, snapshot: Snapshot) -> bool:
    """Tell whether the source, wave, column, quote or theme behind evidence is gone."""
    if evidence.lost or evidence.source not in snapshot.table(Source):
        return True
    if evidence.wave is not None and evidence.wave not in snapshot.table(Wave):
        return True
    if evidence.quote is not None and snapshot.quote(evidence.quote) is None:
        return True
    if evidence.theme is not None and snapshot.theme(evidence.theme) is None:
        return True
    if evidence.measure is None:
        return False
    wave = evidence.wave
    return wave is None or snapshot.question(wave, evidence.measure.question) is None


def _content(item: Evidence) -> tuple[object, ...]:
    if item.measure or item.quote or item.theme:
        return (item.source, item.wave, repr(item.measure), item.quote, item.theme, item.stance)
    return (item.source, item.wave, item.note, item.stance, item.n_for, item.n_against)


def measured(claim: Claim, snapshot: Snapshot, z: float = 1.96) -> tuple[Measured, ...]:
    """Return the measured evidence that counts, the newest wave of each source, in stable order."""
    found = [e for e in living(claim.id, snapshot) if e.measure and e.stance != "neutral"]
    newest: dict[str | None, str | None] = {}
    for source in {e.source for e in found}:
        order = [wave.id for wave in snapshot.waves_of(source or "")]
        mine = {e.wave for e in found if e.source == source}
        newest[source] = next((wave for wave in reversed(order) if wave in mine), None)
    out = []
    for item in found:
        if item.wave == newest[item.source]:
            total = item.n_for + item.n_against
            answer = answer_to(claim.quantifier, item, z)
            day = ages.day_of(item, snapshot)
            formed = formed_by(claim, item, snapshot)
            out.append(Measured(item, answer, item.n_for, total, day, formed))
    return tuple(out)


def answer_to(quantifier: str | None, item: Evidence, z: float = 1.96) -> Verdict:
    """Return the answer of one measured evidence to a claim of that quantifier."""
    total = item.n_for + item.n_against
    if quantifier == "typical" and item.measure and item.stance == "supports":
        return typical(item.measure.op, (item.n_for, total, item.n_rival), z)
    return verdict(quantifier, item.n_for, total, z)


def formed_by(claim: Claim, item: Evidence, snapshot: Snapshot) -> bool:
    """Tell whether the question measured helped to form the persona's own segment."""
    persona = snapshot.table(Persona).get(claim.persona or "")
    if persona is None or persona.segment is None or item.measure is None:
        return False
    segmentation = snapshot.segmentation_of(persona.segment)
    if segmentation is None or item.measure.base != "segment":
        return False
    wave = snapshot.table(Wave).get(segmentation.wave)
    same_source = wave is not None and wave.source == item.source
    return same_source and item.measure.question in segmentation.questions


def grounds(
    items: Sequence[Evidence],
    counted: Sequence[Measured],
    snapshot: Snapshot,
    today: date,
) -> tuple[Ground, ...]:
    """Return what each wave of each source says, given its living and its measured evidence."""
    pace = ages.pace_of(snapshot.settings)
    by_wave: dict[tuple[str, str], list[Evidence]] = {}
    for item in items:
        if item.measure is None and item.stance != "neutral":
            for place in _places(item, snapshot):
                by_wave.setdefault(place, []).append(item)
    for answer in counted:
        by_wave.setdefault((answer.evidence.source or "", answer.evidence.wave or ""), [])
    out: list[Ground] = []
    for (source, wave), said in sorted(by_wave.items(), key=lambda pair: pair[0]):
        answers = [m for m in counted if (m.evidence.source, m.evidence.wave) == (source, wave)]
        days = [ages.day_of(e, snapshot) for e in said] + [m.day for m in answers]
        day = max((d for d in days if d), default=None)
        origin = snapshot.table(Source)[source]
        bare = Ground(
            source, origin.name, origin.kind, ages.weight(day, today, pace), 0, 0, day=day
        )
        rows = tuple(_rows(said, wave, snapshot, stance) for stance in ("supports", "contradicts"))
        out.extend(_of_wave(bare, said, answers, rows))
    return tuple(out)


def _places(item: Evidence, snapshot: Snapshot) -> list[tuple[str, str]]:
    """Return the (source, wave) a word of evidence speaks for; a theme may span several."""
    waves = snapshot.table(Wave)
    if item.theme:
        return [
            (waves[w].source, w) for w in theme_rows(snapshot).get(item.theme, {}) if w in waves
        ]
    return [(item.source or "", item.wave or item.id)]


def _of_wave(
    bare: Ground,
    said: Sequence[Evidence],
    answers: Sequence[Measured],
    rows: tuple[frozenset[int], ...],
) -> Iterable[Ground]:
    """Yield a wave's ground: its data's answer where it has one, else the people who spoke."""
    decided = decisive(answers)
    if decided:
        yield replace(
            bare,
            n_for=decided.n_for,
            n_against=decided.n_total - decided.n_for,
            direct=decided.evidence.directness,
            answer=decided.answer,
        )
        if decided.answer != "cannot_tell":
            return
    for_rows, against_rows = rows
    notes = [e for e in said if not (e.quote or e.theme)]
    n_for = len(for_rows) + sum(_noted(e)[0] for e in notes)
    n_against = len(against_rows - for_rows) + sum(_noted(e)[1] for e in notes)
    if n_for or n_against:
        direct = _best([e for e in said if e.stance == "supports" or _noted(e)[0]] or said)
        yield replace(bare, n_for=n_for, n_against=n_against, direct=direct)


def decisive(answers: Sequence[Measured]) -> Measured | None:
    """Return the measure that speaks for all: against before for before can't tell, then size."""
    rank = {"contradicted": 0, "supported": 1, "cannot_tell": 2}
    order = sorted(answers, key=lambda m: (rank[m.answer], -m.n_total, m.evidence.id))
    return order[0] if order else None


def _best(items: Sequence[Evidence]) -> str:
    order = ("second_hand", "said", "observed")
    return max((e.directness for e in items), key=order.index)


def _noted(item: Evidence) -> tuple[int, int]:
    """Return the people of a note; a note without a number stands for one."""
    if item.quote or item.theme:
        return (0, 0)
    if item.n_for or item.n_against:
        return (item.n_for, item.n_against)
    return (0, 1) if item.stance == "contradicts" else (1, 0)


def _rows(items: Sequence[Evidence], wave: str, snapshot: Snapshot, stance: str) -> frozenset[int]:
    """Return the rows of a wave whose words stand behind quotes and themes of one stance."""
    found: set[int] = set()
    for item in items:
        if item.stance == stance:
            quote = snapshot.quote(item.quote) if item.quote else None
            found.update([quote.row] if quote else ())
            found.update(theme_rows(snapshot).get(item.theme or "", {}).get(wave, ()))
    return frozenset(found)


def theme_rows(snapshot: Snapshot) -> Rows:
    """Return the rows whose quotes lie in each theme, by wave; kept with the snapshot."""
    if snapshot not in _THEMES:
        found: dict[str, dict[str, set[int]]] = {}
        quotes = snapshot.table(Quote)
        for item in snapshot.table(ThemeItem).values():
            if item.quote in quotes:
                quote = quotes[item.quote]
                found.setdefault(item.theme, {}).setdefault(quote.wave, set()).add(quote.row)
        _THEMES[snapshot] = found
    return _THEMES[snapshot]
