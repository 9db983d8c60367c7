# SPDX-License-Identifier: MIT
"""Two groupings of the same people side by side: who moved, and personas that may go along."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from persona_studio.core.fields import Json
from persona_studio.core.persona import Persona
from persona_studio.core.research import Segment, Segmentation, Wave
from persona_studio.evidence.moved import Moved, moved
from persona_studio.workspace import regrouping
from persona_studio.workspace.workspace import Workspace


@dataclass(frozen=True)
class Move:
    """A persona of the first grouping, and the group of the second that has most of its people."""

    persona: Persona
    to: Segment
    shared: int
    people: int


@dataclass(frozen=True)
class Compared:
    """Two groupings with their groups, who is where in both, and which personas could follow."""

    one: Segmentation
    two: Segmentation
    rows: tuple[Segment, ...]
    columns: tuple[Segment, ...]
    moved: Moved
    moves: tuple[Move, ...]

    def people(self, row: str, column: str) -> tuple[str, ...]:
        """Return who is in a group of the first and a group of the second."""
        return self.moved.flows.get((row, column), ())

    @property
    def sentence(self) -> str:
        """How alike both are."""
        found = self.moved
        return (
            f"{found.words[:1].upper()}{found.words[1:]}: {found.stayed} of {found.people} people "
            "stay with the group most like theirs, "
            f"{found.people - found.stayed} moved."
        )


def comparable(ws: Workspace, one: str) -> list[Segmentation]:
    """Return the other groupings that could be compared with one, the newest first."""
    snapshot = ws.snapshot
    known = [g for g in snapshot.table(Segmentation).values() if snapshot.segments_of(g.id)]
    found = [g for g in known if g.id != one]
    mine = snapshot.table(Segmentation)[one].wave
    found.sort(key=lambda g: (g.created is not None, g.created, g.name), reverse=True)
    return [g for g in found if g.wave == mine] + [g for g in found if _linked(ws, mine, g.wave)]


def compare(ws: Workspace, one: str, two: str) -> Compared:
    """Hold two groupings against each other; StudioError where their people are others."""
    known = ws.snapshot.table(Segmentation)
    before, after = regrouping.same_people(ws, known[one], known[two])
    rows, columns = (ws.snapshot.segments_of(key) for key in (one, two))
    found = moved(before, after)
    moves = tuple(_moves(ws, rows, columns, found, regrouping.likest(before, after)))
    return Compared(known[one], known[two], rows, columns, found, moves)


def move_personas(ws: Workspace, one: str, two: str, only: Collection[str] | None = None) -> int:
    """Let personas follow their people to the second grouping, in one edit; return how many did.

    What was written on them by hand stays; their measured lines are counted anew.
    """
    with ws.edit("Move personas to other groups") as write:
        return len(regrouping.follow(ws, write, one, two, only))


def row_of(ws: Workspace, compared: Compared, person: str) -> int:
    """Return the row of the first grouping's wave in which a person answered."""
    if compared.one.wave == compared.two.wave:
        return int(person)
    answers = ws.answers(compared.one.wave)
    return int(answers.numbers[answers.respondents.index(person)])


def as_json(ws: Workspace, compared: Compared) -> Json:
    """Return a comparison as the command line prints it."""
    return {
        "segmentation": compared.one.id,
        "with": compared.two.id,
        "people": compared.moved.people,
        "stayed": compared.moved.stayed,
        "agreement": compared.moved.index,
        "sentence": compared.sentence,
        "groups": [{"id": s.id, "name": s.name} for s in compared.rows],
        "with_groups": [{"id": s.id, "name": s.name} for s in compared.columns],
        "table": [
            [len(compared.people(row.id, column.id)) for column in compared.columns]
            for row in compared.rows
        ],
        "flows": [
            {"from": row, "to": column, "rows": [row_of(ws, compared, p) for p in people]}
            for (row, column), people in compared.moved.flows.items()
        ],
        "personas": [
            {"id": m.persona.id, "to": m.to.id, "shared": m.shared, "people": m.people}
            for m in compared.moves
        ],
    }


def _linked(ws: Workspace, one: str, two: str) -> bool:
    waves = ws.snapshot.table(Wave)
    return one != two and waves[one].linked and waves[two].linked


def _moves(
    ws: Workspace,
    rows: tuple[Segment, ...],
    columns: tuple[Segment, ...],
    found: Moved,
    likest: dict[str, str],
) -> Iterator[Move]:
    segments = {segment.id: segment for segment in columns}
    for row in rows:
        to = likest.get(row.id)
        if to is None:
            continue
        whole = sum(len(people) for (one, _), people in found.flows.items() if one == row.id)
        for persona in ws.snapshot.personas:
            if persona.segment == row.id:
                yield Move(persona, segments[to], len(found.flows[row.id, to]), whole)
