# SPDX-License-Identifier: MIT
"""The people behind a claim: their own words first, then answers of those who were counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Question, Quote, ThemeItem, Wave
from persona_studio.evidence.ages import collected
from persona_studio.evidence.assess import short_date
from persona_studio.workspace.counting import base_rows
from persona_studio.workspace.workspace import Workspace

QUOTES = 3
ROWS = 2
WORDS_MOST = 220
DASH = "\u2013"
"""Stands for an answer that was not given."""


@dataclass(frozen=True)
class Voice:
    """One person: what they said or answered, who and where, and whether it is for the claim."""

    words: str
    who: str
    supports: bool


def voices(workspace: Workspace, claim: str) -> list[Voice]:
    """Return some of the people behind a claim, quotes first, both sides where both spoke."""
    found: list[Voice] = []
    for item in workspace.snapshot.evidence_of(claim):
        if not item.lost:
            found.extend(_quoted(workspace, item))
    found = found[: 2 * QUOTES]
    for measured in workspace.assess(claim).measured:
        found.extend(_counted(workspace, claim, measured.evidence))
    return found


def _quoted(workspace: Workspace, item: Evidence) -> Iterator[Voice]:
    snapshot = workspace.snapshot
    keys = [item.quote] if item.quote else []
    if item.theme:
        items = snapshot.table(ThemeItem).values()
        keys = [each.quote for each in items if each.theme == item.theme][:QUOTES]
    for key in keys:
        quote = snapshot.table(Quote).get(key or "")
        if quote is not None:
            who = _who(workspace, quote.wave, quote.row)
            yield Voice(f"“{_cut(quote.text)}”", who, item.stance != "contradicts")


def _counted(workspace: Workspace, claim: str, item: Evidence) -> Iterator[Voice]:
    """Yield a few of the counted, both sides, with what they wrote where they wrote something."""
    from persona_studio.evidence.measures import count

    snapshot, wave = workspace.snapshot, item.wave or ""
    if item.measure is None:
        return
    found = snapshot.table(Claim)[claim]
    persona = snapshot.table(Persona).get(found.persona or "")
    rows = base_rows(workspace.data, snapshot, wave, persona)
    counted = count(item.measure, workspace.answers(wave), rows)
    against = item.stance == "contradicts"
    question = snapshot.question(wave, item.measure.question)
    for numbers, holds in ((counted.rows, True), (counted.against, False)):
        for number in numbers[:ROWS].tolist():
            words = _answer(workspace, wave, number, question)
            yield Voice(words, _who(workspace, wave, number), holds != against)


def _answer(workspace: Workspace, wave: str, row: int, asked: Question | None) -> str:
    """Return what one row answered, and what it wrote freely where it wrote something."""
    snapshot = workspace.snapshot
    answer = workspace.data.cell(snapshot, wave, row, asked.id) if asked else ""
    told = f"{_cut(asked.text or asked.label, 60)}: {_cut(answer, 60) or DASH}" if asked else ""
    for question in snapshot.questions_of(wave):
        if question.role == "free_text":
            words = workspace.data.cell(snapshot, wave, row, question.id).strip()
            if words:
                return f"“{_cut(words)}”\n{told}"
    return told


def _who(workspace: Workspace, wave: str, row: int) -> str:
    found = workspace.snapshot.table(Wave).get(wave)
    if found is None:
        return ""
    day = collected(found)
    when = f", {short_date(day, clock.today())}" if day else ""
    return f"Row {row} · {workspace.snapshot.source_of(wave).name}{when}"


def _cut(text: str, most: int = WORDS_MOST) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
