# SPDX-License-Identifier: MIT
"""Who is this?: real people dealt as cards, without anything that tells who they are.

Where personas have groups of people, each group is dealt as often as the others; the room is not
told. A card holds answers alone: ids, pseudonyms, dates and columns of personal data never.
"""

from collections.abc import Collection, Sequence
from random import Random
from typing import TYPE_CHECKING

from persona_studio.core.research import Question, Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.core.workshop import Exercise, Option

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

PRIVATE = ("respondent_id", "record_id", "timestamp", "date", "pii", "ignore")
TABLES = ("A", "B")
NONE = Option("none", "None of them")
_LEAST_ANSWERS = 2
_MOST_ANSWERS = 12
_LONGEST = 220


def personas_to_sort(snapshot: Snapshot) -> tuple[Option, ...]:
    """Return the options cards are sorted onto: every persona, and none of them."""
    found = [Option(persona.id, persona.name) for persona in snapshot.personas]
    return (*found, NONE)


def waves_to_deal(snapshot: Snapshot) -> list[Wave]:
    """Return the newest waves whose people have answers to be known by."""
    from persona_studio.workspace.figures import newest_waves

    return [
        wave
        for wave in newest_waves(snapshot)
        if sum(q.role not in PRIVATE for q in snapshot.questions_of(wave.id)) >= _LEAST_ANSWERS
    ]


def deal(ws: "Workspace", wave: str, count: int, seed: str) -> tuple[int, ...]:
    """Return the row numbers of so many people, in the order they are dealt."""
    chance = Random(seed)
    everyone = [int(number) for number in ws.answers(wave).numbers]
    groups = [sorted(rows) for rows in _groups(ws, wave).values() if rows]
    chance.shuffle(everyone)
    piles = [chance.sample(group, len(group)) for group in groups]
    out: list[int] = []
    for turn in range(count):
        pile = piles[turn % len(piles)] if piles else everyone
        row = _next(ws, wave, pile, out) or _next(ws, wave, everyone, out)
        if row is not None:
            out.append(row)
    chance.shuffle(out)
    return tuple(out)


def _next(ws: "Workspace", wave: str, pile: list[int], out: Collection[int]) -> int | None:
    """Take the next person off a pile who is not dealt yet and has said enough."""
    while pile:
        row = pile.pop()
        if row not in out and len(card(ws, wave, row)) >= _LEAST_ANSWERS:
            return row
    return None


def _groups(ws: "Workspace", wave: str) -> dict[str, frozenset[int]]:
    """Return the rows of each persona's people on a wave, where its group is known there."""
    from persona_studio.workspace.counting import base_rows

    found = {p.id: base_rows(ws.data, ws.snapshot, wave, p) for p in ws.snapshot.personas}
    return {persona: rows for persona, rows in found.items() if rows}


def card(ws: "Workspace", wave: str | None, row: int) -> list[tuple[str, str]]:
    """Return the answers of one person as (question, answer); nothing where they are gone."""
    found = ws.data.row(wave, row) if wave in ws.snapshot.table(Wave) and wave else None
    if found is None or wave is None:
        return []
    told: dict[str, list[str]] = {}
    for question in _telling(ws.snapshot, wave):
        cell = found[1][question.position] if question.position < len(found[1]) else ""
        answer = _answer(question, cell)
        if answer:
            told.setdefault(question.group or question.label, []).append(answer)
    kept = list(told)[:_MOST_ANSWERS]
    order = {q.group or q.label: q.position for q in reversed(ws.snapshot.questions_of(wave))}
    kept.sort(key=lambda label: order[label])
    return [(label, _short("; ".join(told[label]))) for label in kept]


def _telling(snapshot: Snapshot, wave: str) -> list[Question]:
    """Return what may be on a card: what formed groups first, own words next, then the rest."""
    forming = {
        variable for each in snapshot.table(Segmentation).values() for variable in each.questions
    }
    asked = [q for q in snapshot.questions_of(wave) if q.role not in PRIVATE]
    return sorted(asked, key=lambda q: (q.variable not in forming, q.role != "free_text"))


def _answer(question: Question, cell: str) -> str:
    """Return an answer in words; a ticked column of a select-all by its own name."""
    from persona_studio.evidence.reading import Reader
    from persona_studio.patterns.prepare import NOT_TICKED

    read = Reader(question)
    if read.is_missing(cell):
        return ""
    if not question.group:
        return read.spelling(cell)
    return "" if read.choice(cell) in NOT_TICKED else question.label


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "\u2026"


def by_data(ws: "Workspace", exercise: Exercise) -> dict[int, str]:
    """Return the persona whose group each dealt person is in, where groups are known."""
    if exercise.wave not in ws.snapshot.table(Wave) or not exercise.wave:
        return {}
    groups = _groups(ws, exercise.wave)
    known = {option.id for option in exercise.options}
    return {
        row: persona
        for row in exercise.rows
        for persona, rows in groups.items()
        if row in rows and persona in known
    }


def sorted_by(exercise: Exercise, table: str) -> dict[int, str]:
    """Return where one table put each card."""
    dealt = set(exercise.rows)
    return {p.row: p.option for p in exercise.placed if p.table == table and p.row in dealt}


def both(exercise: Exercise) -> tuple[Sequence[str], Sequence[str]]:
    """Return what the two tables said of the cards that both have sorted, in one order."""
    one, two = (sorted_by(exercise, table) for table in TABLES)
    rows = [row for row in exercise.rows if row in one and row in two]
    return [one[row] for row in rows], [two[row] for row in rows]
