# SPDX-License-Identifier: MIT
"""A place on a scale is a claim: counted from the people, or openly the team's assumption."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Question
from persona_studio.publish.drawn import Bar, Scale
from persona_studio.publish.sheet import Line
from persona_studio.storage import claims, evidence
from persona_studio.workspace import drawing, printing
from persona_studio.workspace.drawn import DrawnBar, DrawnScale
from persona_studio.workspace.workspace import Workspace
from tests.workspace import two_groups


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    """Give forty people whose ages and likes differ between the two groups."""
    made = two_groups.make(tmp_path / "a.persona", ages=True)
    yield made
    made.close()


def key_of(space: Workspace, name: str) -> str:
    return next(p.id for p in space.snapshot.table(Persona).values() if p.name == name)


def age(space: Workspace) -> Question:
    return next(q for q in space.snapshot.table(Question).values() if q.variable == "age")


def added(space: Workspace) -> DrawnScale:
    many = key_of(space, "many")
    with space.edit("Draw a scale") as write:
        drawing.add_scale(space, write, many, age(space))
    (shown,) = drawing.drawn(space, many)
    assert isinstance(shown, DrawnScale)
    return shown


def test_a_scale_stands_at_the_middle_of_the_group_and_the_data_supports_it(
    space: Workspace,
) -> None:
    shown = added(space)
    assert (shown.at, shown.by_hand) == (35.5, False)
    assert (shown.spread.n, shown.spread.n_all) == (30, 40)
    assert sum(shown.spread.mine) == 30
    assert sum(shown.spread.everyone) == 40
    assert shown.claim.text == "age: typically 35.5"
    assert space.assess(shown.claim.id).verdict == "supported"
    assert age(space) not in drawing.scale_questions(space, key_of(space, "many"))


def test_a_marker_moved_by_hand_is_an_assumption_that_the_data_answers(space: Workspace) -> None:
    shown = added(space)
    with space.edit("Place") as write:
        drawing.place(space, write, shown, 60)
    (moved,) = drawing.drawn(space, key_of(space, "many"))
    assert isinstance(moved, DrawnScale)
    assert (moved.at, moved.by_hand) == (60, True)
    assert moved.spread == shown.spread
    assert moved.claim.text == "age: typically 60"
    found = space.assess(moved.claim.id)
    assert found.assumption is not None
    assert found.mark == "slashed", "the people are far from there, and the board says so"
    with space.edit("As answered") as write:
        drawing.as_answered(space, write, moved)
    assert drawing.drawn(space, key_of(space, "many")) == [shown]
    assert space.assess(shown.claim.id).assumption is None
    for _ in range(2):
        space.undo()
    assert drawing.drawn(space, key_of(space, "many")) == [shown]


def test_words_of_ones_own_stay_when_the_marker_moves(space: Workspace) -> None:
    shown = added(space)
    with space.edit("Edit") as write:
        claims.edit_text(write, shown.claim.id, "In the middle of life")
    (again,) = drawing.drawn(space, key_of(space, "many"))
    assert isinstance(again, DrawnScale)
    with space.edit("Place") as write:
        drawing.place(space, write, again, 30)
    assert space.snapshot.table(Claim)[shown.claim.id].text == "In the middle of life"


def test_a_scale_does_not_say_whom_the_persona_fits(space: Workspace) -> None:
    added(space)
    assert space.prevalence(key_of(space, "many")) is None


def test_a_counted_claim_is_a_bar_beside_everyone(space: Workspace) -> None:
    few = key_of(space, "few")
    with space.edit("Claim") as write:
        claim = claims.add(write, few, "buying", "Is over fifty", quantifier="almost_all")
        measure = drawing.Measure("age", "at_least", 51)
        evidence.link_measure(write, claim, "wave", measure)
        drawing.show_as(write, claim, "bar")
    (bar,) = drawing.drawn(space, few)
    assert isinstance(bar, DrawnBar)
    assert (bar.k, bar.n, bar.k_all, bar.n_all) == (10, 10, 10, 40)
    with space.edit("Line") as write:
        drawing.show_as(write, claim, "line")
    assert drawing.drawn(space, few) == []


def test_what_is_drawn_on_the_board_is_printed_beside_its_line(space: Workspace) -> None:
    shown, many = added(space), key_of(space, "many")
    (line,) = lines(space, many, "wall_poster")
    assert isinstance(line.figure, Scale)
    assert line.figure.mine == shown.spread.mine
    assert line.figure.at == pytest.approx(shown.spread.at(shown.at))


def over_fifty(space: Workspace, least: int = 51) -> str:
    """Add a measured claim to the persona of few people."""
    with space.edit("Claim") as write:
        text = f"Is {least} or older"
        claim = claims.add(write, key_of(space, "few"), "buying", text, quantifier="almost_all")
        evidence.link_measure(write, claim, "wave", drawing.Measure("age", "at_least", least))
    return claim


def test_a_fact_sheet_draws_all_that_was_measured(space: Workspace) -> None:
    few, claim = key_of(space, "few"), over_fifty(space)
    with space.edit("Line") as write:
        drawing.show_as(write, claim, "line")
    assert lines(space, few, "wall_poster")[0].figure is None
    (line,) = lines(space, few, "fact_sheet")
    assert line.figure == Bar((10, 10), (10, 40))
    assert line.proof.endswith("everyone 25 %")


def test_a_poster_draws_the_three_shares_that_set_a_persona_most_apart(space: Workspace) -> None:
    for least in (1, 20, 51):
        over_fifty(space, least)
    figures = [line.figure for line in lines(space, key_of(space, "few"), "wall_poster")]
    assert figures[0] is None, "everyone is one or older"
    assert figures[2] == Bar((10, 10), (10, 40))
    for least in (52, 53):
        over_fifty(space, least)
    figures = [line.figure for line in lines(space, key_of(space, "few"), "wall_poster")]
    assert [bool(figure) for figure in figures] == [False, False, True, True, True]


def test_what_the_team_chose_to_draw_is_all_a_poster_draws(space: Workspace) -> None:
    chosen, other = over_fifty(space), over_fifty(space, 52)
    with space.edit("Bar") as write:
        drawing.show_as(write, chosen, "bar")
    found = lines(space, key_of(space, "few"), "wall_poster")
    assert [bool(line.figure) for line in found] == [True, False], other


def lines(space: Workspace, persona: str, template: str) -> list[Line]:
    (sheet,) = printing.sheets(space, (persona,), template)
    return [line for part in sheet.parts for line in part.lines]
