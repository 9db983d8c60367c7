# SPDX-License-Identifier: MIT
"""What sets personas apart: the questions behind their claims, counted for each one's people."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from persona_studio.core.fields import Json
from persona_studio.core.persona import Measure, Persona
from persona_studio.evidence.grounds import decisive
from persona_studio.publish.comparison import Compared, Comparison, Count
from persona_studio.workspace import reach
from persona_studio.workspace.counting import base_rows
from persona_studio.workspace.lines import said

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_MOST = 6
_OPS: Mapping[str, str] = {"at_least": "{} or more", "at_most": "{} or less", "is_not": "not {}"}


def comparison_of(workspace: "Workspace", personas: tuple[str, ...]) -> Comparison:
    """Return the answers that differ most between personas, and how many people they share."""
    known = workspace.snapshot.table(Persona)
    chosen = [known[key] for key in personas]
    by_question: dict[str, Compared] = {}
    for wave, measure in _asked(workspace, chosen):
        found = _compared(workspace, wave, measure, chosen)
        before = by_question.get(measure.question)
        if before is None or _spread(found) > _spread(before):
            by_question[measure.question] = found
    telling = sorted((c for c in by_question.values() if _spread(c) >= 0), key=_spread)
    rows = tuple(reversed(telling[-_MOST:]))
    lain = reach.of_set(workspace)
    if lain is None:
        return Comparison(rows)
    places = {key: place for place, key in enumerate(personas)}
    shared = tuple(
        (places[one], places[other], people)
        for (one, other), people in lain.pairs.items()
        if people and one in places and other in places
    )
    return Comparison(rows, shared, lain.found.none, lain.found.n)


def _asked(workspace: "Workspace", personas: list[Persona]) -> Iterator[tuple[str, Measure]]:
    """Yield each condition that a claim of any of the personas rests on, once."""
    seen: set[tuple[str, str]] = set()
    for persona in personas:
        for claim in workspace.snapshot.claims_of(persona.id):
            chief = decisive(workspace.assess(claim.id).measured)
            if chief is None or chief.evidence.measure is None or not chief.evidence.wave:
                continue
            key = (chief.evidence.wave, chief.evidence.measure.condition)
            if key not in seen:
                seen.add(key)
                yield chief.evidence.wave, replace(chief.evidence.measure, base="segment")


def _compared(
    workspace: "Workspace", wave: str, measure: Measure, personas: list[Persona]
) -> Compared:
    question = workspace.snapshot.question(wave, measure.question)
    item: dict[str, Json] = {
        "label": question.label if question else measure.question,
        "answer": _answer(measure),
        "op": measure.op,
        "value": measure.value,
    }
    counts = tuple(_count(workspace, wave, measure, persona) for persona in personas)
    return Compared(said(item), counts)


def _answer(measure: Measure) -> str:
    value = measure.value
    if isinstance(value, list | tuple):
        return ("\u2013" if measure.op == "between" else ", ").join(str(item) for item in value)
    return _OPS.get(measure.op, "{}").format(value)


def _count(workspace: "Workspace", wave: str, measure: Measure, persona: Persona) -> Count | None:
    """Count a persona's own people; None where they are not known or were not asked."""
    from persona_studio.evidence.measures import count

    rows = base_rows(workspace.data, workspace.snapshot, wave, persona)
    if rows is None:
        return None
    found = count(measure, workspace.answers(wave), rows)
    return (found.k, found.n) if found.n else None


def _spread(compared: Compared) -> float:
    """Return by how much the shares differ; below 0 where fewer than two are known."""
    shares = [k / n for k, n in filter(None, compared.counts)]
    return max(shares) - min(shares) if len(shares) > 1 else -1.0
