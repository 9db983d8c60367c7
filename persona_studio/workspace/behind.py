# SPDX-License-Identifier: MIT
"""The very people behind a piece of evidence: which rows of which wave, for and against."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Question, Quote, ThemeItem, Wave
from persona_studio.workspace.counting import base_rows

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

_UNTOLD = ("pii", "ignore", "timestamp", "respondent_id", "record_id")
"""Questions that tell nothing of a person, or too much."""


_OTHERS = "Other people than this persona's group: everyone asked in {0}."
_AGAIN = "The people of this persona's group who were found again in {0}."


@dataclass(frozen=True)
class Stand:
    """One row of a wave and on which side it stands; `quote` where words were marked."""

    wave: str
    row: int
    supports: bool
    quote: str = ""


def stands(ws: "Workspace", item: Evidence, persona: str = "") -> list[Stand]:
    """Return the rows behind a piece of evidence, those against the claim first.

    With a persona they are its own people, whoever makes the claim and whoever is counted for it.
    """
    if item.measure is not None:
        return _measured(ws, item, persona)
    quotes = [item.quote] if item.quote else []
    if item.theme:
        there = ws.snapshot.table(ThemeItem).values()
        quotes = [each.quote for each in there if each.theme == item.theme]
    known = ws.snapshot.table(Quote)
    supports = item.stance != "contradicts"
    found = [known[quote] for quote in quotes if quote in known]
    return [Stand(quote.wave, quote.row, supports, quote.id) for quote in found]


def _measured(ws: "Workspace", item: Evidence, persona: str) -> list[Stand]:
    from persona_studio.evidence.measures import count

    wave = item.wave or ""
    if item.measure is None or wave not in ws.snapshot.table(Wave):
        return []
    owner = ws.snapshot.table(Claim)[item.claim].persona
    whose = ws.snapshot.table(Persona).get(persona or owner or "")
    measure = replace(item.measure, base="segment") if persona else item.measure
    counted = count(measure, ws.answers(wave), base_rows(ws.data, ws.snapshot, wave, whose))
    for_it, against = counted.rows.tolist(), counted.against.tolist()
    if item.stance == "contradicts":
        for_it, against = against, for_it
    found = [Stand(wave, row, supports=False) for row in against]
    return found + [Stand(wave, row, supports=True) for row in for_it]


@dataclass(frozen=True)
class Whose:
    """Whose answers a measure counts, in words where they are another wave's than the group's."""

    everyone: bool
    words: str = ""


def whose(ws: "Workspace", item: Evidence) -> Whose:
    """Return whose answers a piece of measured evidence counts."""
    snapshot, measure, wave = ws.snapshot, item.measure, item.wave or ""
    if measure is None or wave not in snapshot.table(Wave):
        return Whose(everyone=True)
    persona = snapshot.table(Persona).get(snapshot.table(Claim)[item.claim].persona or "")
    grouping = snapshot.segmentation_of(persona.segment) if persona and persona.segment else None
    if grouping is None or grouping.wave == wave:
        return Whose(everyone=grouping is None or measure.base == "all")
    rows = base_rows(ws.data, snapshot, wave, persona) if measure.base == "segment" else None
    words = _OTHERS if rows is None else _AGAIN
    return Whose(everyone=rows is None, words=words.format(snapshot.source_of(wave).name))


def answered(ws: "Workspace", stand: Stand, item: Evidence) -> str:
    """Return what one row answered to the question of the evidence, or the words marked."""
    if stand.quote:
        return ws.snapshot.table(Quote)[stand.quote].text
    measure = item.measure
    question = ws.snapshot.question(stand.wave, measure.question) if measure else None
    return ws.data.cell(ws.snapshot, stand.wave, stand.row, question.id) if question else ""


def key_of(ws: "Workspace", stand: Stand) -> str:
    """Return the pseudonymous key of one row."""
    return ws.data.respondent(stand.wave, stand.row)


def told_by(ws: "Workspace", stand: Stand) -> list[tuple[Question, str]]:
    """Return all one row answered, question by question; personal data stays out."""
    found = ws.data.row(stand.wave, stand.row)
    if found is None:
        return []
    cells = found[1]
    asked = (q for q in ws.snapshot.questions_of(stand.wave) if q.role not in _UNTOLD)
    told = ((q, cells[q.position]) for q in asked if q.position < len(cells))
    return [(question, text) for question, text in told if text.strip()]


def place_in_research(ws: "Workspace", stand: Stand, item: Evidence) -> str:
    """Return the question at which Research shows a row: its own words where it has some."""
    if stand.quote:
        return ws.snapshot.table(Quote)[stand.quote].question
    for question, _ in told_by(ws, stand):
        if question.role == "free_text":
            return question.id
    asked = ws.snapshot.question(stand.wave, item.measure.question) if item.measure else None
    return asked.id if asked else ""
