# SPDX-License-Identifier: MIT
"""People on scales: placed by their answers or by hand, who travels together, and a persona."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.core.research import Question, Wave
from persona_studio.core.scales import Placement, Scale
from persona_studio.evidence.columns import encode
from persona_studio.patterns.scales import proposed, shared, steps_on, table
from persona_studio.storage import scales
from persona_studio.workspace import forgetting, scaling
from persona_studio.workspace.workspace import Workspace
from tests.gui import project

POLES = ("Planning", "books ahead", "on the day")


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    made = project.make(tmp_path / "scales.persona")
    yield made
    made.close()


def wave_of(space: Workspace) -> str:
    return next(iter(space.snapshot.table(Wave)))


def with_scales(space: Workspace, count: int) -> list[str]:
    """Make scales on which the first three people sit together and the fourth far away."""
    wave = wave_of(space)
    rows = [person.row for person in scaling.people_of(space, wave)[:4]]
    with space.edit("Scales") as write:
        made = [scales.add(write, wave, (f"S{n}", f"low {n}", f"high {n}")) for n in range(count)]
        for scale in made:
            for row, at in zip(rows, (0, 1, 0, 4), strict=True):
                scales.place(write, scale, row, at)
    return made


@pytest.mark.parametrize(
    ("role", "order", "texts", "expected"),
    [
        ("ordinal", ("never", "often", "always"), ("Often", "never", "", "ALWAYS"), [2, 0, -1, 4]),
        ("numeric", (), ("1", "2", "3", "4", "1000000"), [0, 1, 2, 3, 4]),
        ("numeric", (), ("7", "7", "n/a", "7"), [2, 2, -1, 2]),
        ("yes_no", (), ("yes", "No", "", "ja"), [4, 0, -1, 4]),
        ("numeric", (), ("", ""), [-1, -1]),
    ],
)
def test_answers_place_people_where_they_say_something(
    role: str, order: tuple[str, ...], texts: tuple[str, ...], expected: list[int]
) -> None:
    question = Question("q", "w", "q", role=role, order=order, missing=("n/a",))
    column = encode(texts)
    assert steps_on(question, column, 5).tolist() == expected


def test_a_hand_wins_over_answers_and_can_be_taken_back(space: Workspace) -> None:
    wave = wave_of(space)
    question = space.snapshot.question(wave, "visits")
    assert question is not None
    with space.edit("Order") as write:
        order = ("Rarely", "Once a week", "Most days")
        write.change(Question, question.id, role="ordinal", order=order)
    with space.edit("Scale") as write:
        key = scales.add(write, wave, ("Visits", "Rarely", "Most days"), question.id)
    scale = space.snapshot.table(Scale)[key]
    assert scaling.spots_of(space, scale)[2] == scaling.Spot(4, by_hand=False)
    with space.edit("Place") as write:
        scales.place(write, key, 2, 99)
        scales.place(write, key, 2, 1)
    assert scaling.spots_of(space, scale)[2] == scaling.Spot(1, by_hand=True)
    assert len(space.snapshot.table(Placement)) == 1
    with space.edit("Back") as write:
        scales.take_back(write, key, [2])
    assert scaling.spots_of(space, scale)[2] == scaling.Spot(4, by_hand=False)


def test_people_on_enough_scales_make_a_persona_without_shares(space: Workspace) -> None:
    with_scales(space, 6)
    wave = wave_of(space)
    people = scaling.people_of(space, wave)
    (group, *rest) = proposed(scaling.table_of(space, wave))
    assert (group.people, len(group.scales), rest) == ((0, 1, 2), 6, [])
    assert proposed(scaling.table_of(space, wave), enough=7) == []
    with space.edit("Persona") as write:
        made = scaling.make_persona(space, write, wave, [people[n].row for n in group.people])
    persona = next(each for each in space.snapshot.personas if each.id == made)
    lines = space.snapshot.claims_of(made)
    assert persona.segment is None, "a qualitative basis tells no shares"
    assert space.prevalence(made) is None
    assert lines[0].text == "S0: low 0 rather than high 0"
    assert len(lines) == 6
    (item,) = space.snapshot.evidence_of(lines[0].id)
    assert (item.n_for, item.n_against, bool(item.note)) == (3, 0, True)
    with pytest.raises(StudioError, match="share no scale"), space.edit("Persona") as write:
        scaling.make_persona(space, write, wave, [people[0].row, people[3].row])


def test_a_forgotten_person_stands_on_no_scale(space: Workspace, tmp_path: Path) -> None:
    made = with_scales(space, 2)
    row = scaling.people_of(space, wave_of(space))[0].row
    forgetting.forget(space, forgetting.traces(space, wave_of(space), row, tmp_path))
    left = {item.row for item in space.snapshot.table(Placement).values()}
    assert row not in left
    assert left
    assert made[0] in space.snapshot.table(Scale)


STEPS = st.one_of(st.none(), st.integers(0, 4))


@given(st.lists(st.lists(STEPS, min_size=8, max_size=8), max_size=12), st.integers(1, 8))
def test_proposed_groups_sit_together_on_enough_scales_and_share_nobody(
    lines: list[list[int | None]], enough: int
) -> None:
    places = table(lines)
    found = proposed(places, enough)
    everyone = [person for group in found for person in group.people]
    assert len(everyone) == len(set(everyone))
    counts = shared(places)
    for group in found:
        assert len(group.people) >= 2
        assert len(group.scales) >= enough
        for one in group.people:
            for other in group.people:
                assert counts[one, other] >= enough
    sizes = [len(group.people) for group in found]
    assert sizes == sorted(sizes, reverse=True)
