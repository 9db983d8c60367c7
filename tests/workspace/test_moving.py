# SPDX-License-Identifier: MIT
"""Who moved between two groupings, and personas that follow their people with all their lines."""

import pytest
from sklearn.metrics import adjusted_rand_score

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.research import Membership, Segment, Segmentation, Wave
from persona_studio.evidence.moved import moved
from persona_studio.storage import claims, personas, rows
from persona_studio.workspace import moving
from persona_studio.workspace.workspace import Workspace
from tests.patterns.sample import project
from tests.test_cli import run

FIRST = {row: "AB"[row > 41] for row in range(2, 62)}
SECOND = {row: "XYZ"[(row > 36) + (row > 51)] for row in range(2, 62)}


def group(workspace: Workspace, wave: str, name: str, of: dict[int, str]) -> str:
    with workspace.edit("Group") as write:
        raw = workspace.database.connection
        key = write.add(Segmentation(name, wave, name, k=len(set(of.values()))))
        for number, letter in enumerate(sorted(set(of.values()))):
            n = sum(each == letter for each in of.values())
            write.add(Segment(f"{name}-{letter}", key, number, letter, n))
        rows.register(raw, "membership", key)
        members = [Membership(key, row, f"{name}-{letter}") for row, letter in of.items()]
        rows.add_memberships(raw, members)
    return name


@pytest.fixture
def two(tmp_path):
    workspace, wave = project(tmp_path / "p.persona", 60)
    group(workspace, wave, "one", FIRST)
    group(workspace, wave, "two", SECOND)
    with workspace.edit("Personas") as write:
        for name in "AB":
            persona = personas.add(write, name, segment=f"one-{name}")
            claims.add(write, persona, "goals", f"Written for {name}")
    yield workspace
    workspace.close()


def test_the_table_names_everybody_who_moved(two):
    found = moving.compare(two, "one", "two")
    table = {pair: len(people) for pair, people in found.moved.flows.items()}
    assert table == {
        ("one-A", "two-X"): 35,
        ("one-A", "two-Y"): 5,
        ("one-B", "two-Y"): 10,
        ("one-B", "two-Z"): 10,
    }
    assert found.moved.stayed == 45
    assert "45 of 60 people stay with the group most like theirs, 15 moved" in found.sentence
    assert {moving.row_of(two, found, p) for p in found.people("one-A", "two-Y")} == {
        *range(37, 42)
    }
    pairs = [(FIRST[row], SECOND[row]) for row in FIRST]
    assert found.moved.index == pytest.approx(adjusted_rand_score(*zip(*pairs, strict=True)))


def test_names_of_groups_play_no_part_in_how_alike_they_are():
    one = {str(row): letter for row, letter in FIRST.items()}
    assert moved(one, {p: {"A": "B", "B": "A"}[g] for p, g in one.items()}).index == 1
    assert moved({}, {}).people == 0
    assert moved(one, dict.fromkeys(one, "all")).index == 0


def test_personas_follow_their_people_keep_their_lines_and_can_go_back(two):
    before = [(p.name, p.segment) for p in two.snapshot.personas]
    written = {c.text for p in two.snapshot.personas for c in two.snapshot.claims_of(p.id)}
    first = moving.compare(two, "one", "two").moves[0]
    assert (first.to.id, first.shared, first.people) == ("two-X", 35, 40)
    assert moving.move_personas(two, "one", "two", {first.persona.id}) == 1
    assert [p.segment for p in two.snapshot.personas] == ["two-X", "one-B"]
    assert {c.text for p in two.snapshot.personas for c in two.snapshot.claims_of(p.id)} == written
    two.undo()
    assert [(p.name, p.segment) for p in two.snapshot.personas] == before
    assert moving.move_personas(two, "one", "two") == 2


def test_groups_of_other_people_are_not_compared(two):
    with two.edit("Another") as write:
        wave = next(iter(two.snapshot.table(Wave).values()))
        write.add(Wave(new_id(), wave.source, file_name="b.csv"))
    other = next(w.id for w in two.snapshot.table(Wave).values() if w.file_name == "b.csv")
    group(two, other, "three", {2: "A"})
    assert [g.id for g in moving.comparable(two, "one")] == ["two"]
    with pytest.raises(StudioError, match="different people"):
        moving.compare(two, "one", "three")


def test_the_command_tells_it_and_moves_personas_when_asked(two, capfdbinary):
    two.close()
    line = ("compare", two.path, "--segmentation", "one", "--with", "two")
    code, answer = run(capfdbinary, *line)
    assert (code, answer["table"]) == (0, [[35, 5, 0], [0, 10, 10]])
    assert answer["moved_personas"] == 0
    assert run(capfdbinary, *line, "--move-personas")[1]["moved_personas"] == 2
