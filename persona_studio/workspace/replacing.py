# SPDX-License-Identifier: MIT
"""A corrected file takes the place of a wave: what rested on the old one moves, or is told lost.

Waves never change, so the new file is a wave of its own; measures are counted on it, quotes are
looked for in the same person's answer, groups are assigned by their frozen model.
"""

import json
from dataclasses import replace

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Evidence, Persona
from persona_studio.core.research import Membership, Question, Quote, Segmentation
from persona_studio.core.scales import Placement, Scale
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.passages import locate
from persona_studio.storage import rows, waves
from persona_studio.storage.writer import Writer
from persona_studio.workspace.grouping import dots_of
from persona_studio.workspace.recognising import KEPT as GOLDEN
from persona_studio.workspace.workspace import Workspace

_TYPICAL = 3


def take_place(workspace: Workspace, old: str, new: str, label: str, key: str) -> int:
    """Move everything from one wave to another and take the first away; return what was lost.

    `label` and `key` are those of the edit that brought the new wave: both are one step.
    """
    with workspace.edit(label, key) as write:
        _move_measures(workspace.snapshot, write, old, new)
        _move_quotes(workspace, write, old, new)
        _move_scales(workspace, write, old, new)
        for found in list(workspace.snapshot.table(Segmentation).values()):
            if found.wave == old:
                _move_groups(workspace, write, found, new)
        return waves.remove(write, old)


def _move_measures(snapshot: Snapshot, write: Writer, old: str, new: str) -> None:
    for item in snapshot.table(Evidence).values():
        if item.wave == old and item.measure is not None:
            asked = snapshot.question(new, item.measure.question)
            if asked is not None and asked.same:
                write.change(Evidence, item.id, wave=new)
        elif item.wave == old and item.quote is None and item.theme is None:
            write.change(Evidence, item.id, wave=new)


def _move_quotes(workspace: Workspace, write: Writer, old: str, new: str) -> None:
    """Find each quote in the answer the same person gave to the same question."""
    snapshot = workspace.snapshot
    quotes = [quote for quote in snapshot.table(Quote).values() if quote.wave == old]
    if not quotes:
        return
    there = dict(rows.read_keys(workspace.database.connection, old))
    now: dict[str, list[int]] = {}
    for number, key in rows.read_keys(workspace.database.connection, new):
        now.setdefault(key, []).append(number)
    for quote in quotes:
        asked = _asked_again(snapshot, quote.question, new)
        for number in now.get(there.get(quote.row, ""), ()) if asked else ():
            span = locate(_text(workspace, new, number, asked), quote.text, quote.start)
            if span is not None and asked is not None:
                place = replace(
                    quote,
                    wave=new,
                    question=asked.id,
                    row=number,
                    start=None if quote.start is None else span[0],
                )
                _put(snapshot, write, place)
                break


def _move_scales(workspace: Workspace, write: Writer, old: str, new: str) -> None:
    """Take scales along, and on them each person who is on the new wave as well."""
    snapshot = workspace.snapshot
    moved = {scale.id for scale in snapshot.table(Scale).values() if scale.wave == old}
    if not moved:
        return
    there = dict(rows.read_keys(workspace.database.connection, old))
    now = {key: number for number, key in rows.read_keys(workspace.database.connection, new)}
    for key in moved:
        asked = _asked_again(snapshot, snapshot.table(Scale)[key].question or "", new)
        write.change(Scale, key, wave=new, question=asked.id if asked else None)
    for item in snapshot.table(Placement).values():
        if item.scale in moved:
            row = now.get(there.get(item.row, ""))
            if row is None:
                write.remove(Placement, item.id)
            else:
                write.change(Placement, item.id, row=row)


def _put(snapshot: Snapshot, write: Writer, quote: Quote) -> None:
    """Give a quote its new place, and its evidence the new wave."""
    place = (quote.wave, quote.question, quote.row, quote.start)
    names = ("wave", "question", "row", "start")
    write.change(Quote, quote.id, **dict(zip(names, place, strict=True)))
    for item in snapshot.table(Evidence).values():
        if item.quote == quote.id:
            write.change(Evidence, item.id, wave=quote.wave)


def _asked_again(snapshot: Snapshot, question: str, wave: str) -> Question | None:
    known = snapshot.table(Question).get(question)
    return snapshot.question(wave, known.variable) if known else None


def _text(workspace: Workspace, wave: str, number: int, asked: Question | None) -> str:
    found = rows.read_row(workspace.database.connection, wave, number)
    cells = json.loads(found[1]) if found else []
    return cells[asked.position] if asked and asked.position < len(cells) else ""


def _move_groups(workspace: Workspace, write: Writer, found: Segmentation, new: str) -> None:
    """Assign the new wave's people by the frozen model; without its questions the groups go."""
    asked = {q.variable for q in workspace.snapshot.questions_of(new) if q.same}
    if not found.model or not set(found.questions) <= asked:
        return
    from persona_studio.patterns.placing import placed

    answers = workspace.answers(new)
    people = placed(found.model, answers)
    segments = workspace.snapshot.segments_of(found.id)
    typical = [
        [int(answers.numbers[place]) for place in people.deepest(segment.number, _TYPICAL)]
        for segment in segments
    ]
    shown = dots_of(answers, people, (found.result or {}).get("map", {}).get("shown", 0.0))
    told = {name: each for name, each in (found.result or {}).items() if name != GOLDEN}
    result = {**told, "map": shown, "typical": typical}
    moved = write.add(replace(found, id=new_id(), wave=new, result=result))
    fresh = {segment.number: new_id() for segment in segments}
    for segment in segments:
        count = sum(int(number) == segment.number for number in people.numbers)
        write.add(replace(segment, id=fresh[segment.number], segmentation=moved, n=count))
        for persona in write.find(Persona, segment=segment.id):
            write.change(Persona, persona.id, segment=fresh[segment.number])
    raw = workspace.database.connection
    rows.register(raw, "membership", moved)
    members = zip(answers.numbers, people.numbers, people.margins, strict=True)
    rows.add_memberships(
        raw,
        [
            Membership(moved, int(row), fresh[int(number)], float(margin))
            for row, number, margin in members
            if int(number) in fresh
        ],
    )
