# SPDX-License-Identifier: MIT
"""The scales board of a wave: its people, where they stand, and a persona of some of them.

Answers place people where they can; a hand wins over them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Question, Wave
from persona_studio.core.scales import Placement, Scale
from persona_studio.core.snapshot import Snapshot
from persona_studio.patterns.scales import ENOUGH, Places, common, steps_on, table
from persona_studio.storage import claims, evidence, personas

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Answers
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.workspace import Workspace

MOST, FEWEST = 60, 2
"""A table reads so many interviews side by side; beyond them the studio looks for groups itself."""
SETTING = "scales.enough"
ORDERED = ("ordinal", "likert", "nps", "numeric", "duration", "yes_no")


@dataclass(frozen=True)
class Person:
    """One row of the wave; `label` is its respondent as far as that says anything."""

    row: int
    label: str


@dataclass(frozen=True)
class Spot:
    """Where somebody stands on a scale, and whether a hand put them there."""

    at: int
    by_hand: bool


def waves_for(snapshot: Snapshot) -> list[Wave]:
    """Return the waves few enough for a table to read, interviews first."""
    fit = [w for w in snapshot.table(Wave).values() if FEWEST <= w.n <= MOST]
    return sorted(fit, key=lambda w: (snapshot.source_of(w.id).kind != "interviews", w.id))


def scales_of(snapshot: Snapshot, wave: str) -> list[Scale]:
    """Return the scales of a wave in their order."""
    found = (scale for scale in snapshot.table(Scale).values() if scale.wave == wave)
    return sorted(found, key=lambda scale: (scale.position, scale.id))


def people_of(ws: "Workspace", wave: str) -> list[Person]:
    """Return the people of a wave, in the order of the file."""
    answers = ws.answers(wave)
    pairs = zip(answers.numbers.tolist(), answers.respondents, strict=True)
    return [Person(row, key if not key.isdigit() else f"row {row}") for row, key in pairs][:MOST]


def spots_of(ws: "Workspace", scale: Scale) -> dict[int, Spot]:
    """Return where the people of the wave stand on a scale, by row; who is not placed is not."""
    out = {row: Spot(at, by_hand=False) for row, at in _from_answers(ws, scale).items()}
    for item in ws.snapshot.table(Placement).values():
        if item.scale == scale.id:
            out[item.row] = Spot(min(item.at, scale.steps - 1), by_hand=True)
    return out


def table_of(ws: "Workspace", wave: str) -> Places:
    """Return everybody's steps as `patterns.scales` reads them."""
    people, scales = people_of(ws, wave), scales_of(ws.snapshot, wave)
    spots = [spots_of(ws, scale) for scale in scales]
    return table([[s[p.row].at if p.row in s else None for s in spots] for p in people])


def enough_of(snapshot: Snapshot) -> int:
    """Return on how many scales people have to sit together to be called a group."""
    value = snapshot.settings.get(SETTING)
    return value if isinstance(value, int) and 1 <= value <= 60 else ENOUGH


def poles_of(question: Question, answers: "Answers") -> tuple[str, str]:
    """Return what a question's lowest and highest answers are called."""
    if question.order:
        return question.order[0], question.order[-1]
    if question.role == "yes_no":
        return "No", "Yes"
    numbers = answers.columns[question.variable].numbers.tolist()
    real = [number for number in numbers if number == number]
    return (f"{min(real):g}", f"{max(real):g}") if real else ("low", "high")


def ordered_questions(snapshot: Snapshot, wave: str) -> list[Question]:
    """Return the questions that can place people and are no scale yet."""
    taken = {scale.question for scale in scales_of(snapshot, wave)}
    asked = snapshot.questions_of(wave)
    return [q for q in asked if q.role in ORDERED and q.id not in taken]


def make_persona(ws: "Workspace", write: "Writer", wave: str, rows: Sequence[int]) -> str:
    """Draft a persona of people who travel together: a line for each scale they share.

    Its basis is qualitative: each line rests on a note of who was placed there, and no share.
    """
    people = people_of(ws, wave)
    lines = [line for line, person in enumerate(people) if person.row in rows]
    places = table_of(ws, wave)
    scales = scales_of(ws.snapshot, wave)
    held = common(places, lines) if len(lines) > 1 else ()
    if not held:
        raise StudioError(
            "These people share no scale.",
            "Choose two or more who sit together, or place them first.",
            kind="nothing_shared",
        )
    name = leaning(scales[held[0]], _mean(places, lines, held[0]))
    persona = personas.add(write, name)
    source = ws.snapshot.table(Wave)[wave].source
    for column in held:
        scale = scales[column]
        text = leaning(scale, _mean(places, lines, column))
        claim = claims.add(write, persona, "behaviours", text)
        note = f"Placed side by side on the scale from {scale.low} to {scale.high}"
        evidence.link_note(write, claim, source, note, len(lines), 0)
    return persona


def leaning(scale: Scale, at: float) -> str:
    """Return where people stand on a scale in words."""
    share = at / (scale.steps - 1)
    name = f"{scale.name}: " if scale.name else ""
    if 0.4 <= share <= 0.6:
        return f"{name}between {scale.low} and {scale.high}"
    near, far = (scale.low, scale.high) if share < 0.4 else (scale.high, scale.low)
    return f"{name}{near} rather than {far}"


def _mean(places: Places, lines: Sequence[int], column: int) -> float:
    return float(places[list(lines), column].mean())


def _from_answers(ws: "Workspace", scale: Scale) -> dict[int, int]:
    question = ws.snapshot.table(Question).get(scale.question or "")
    if question is None:
        return {}
    answers = ws.answers(scale.wave)
    steps = steps_on(question, answers.columns[question.variable], scale.steps)
    rows = answers.numbers.tolist()
    return {row: int(step) for row, step in zip(rows, steps, strict=True) if step >= 0}
