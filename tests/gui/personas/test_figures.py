# SPDX-License-Identifier: MIT
"""Figures and quotes of a persona's own group, counted against plain Python on the same rows."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio import paths
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Membership, Question, Segment, Segmentation, Wave
from persona_studio.storage import claims, personas, rows, waves
from persona_studio.workspace import figures, tray, using
from persona_studio.workspace.workspace import Workspace

QUESTIONS = (
    ("How do you usually pay?", "single_choice"),
    ("What gets in your way?", "multi_select"),
    ("Minutes matter more to me than taste", "likert"),
    ("What should we change first?", "free_text"),
)
AGREEMENT = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


@pytest.fixture
def grouped(tmp_path: Path) -> Iterator[tuple[Workspace, str, list[dict[str, str]]]]:
    """Give the sample survey's rows in a project, and a persona of those who order ahead."""
    path = paths.resources() / "samples" / "survey_spring_2026.csv"
    with path.open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    workspace = Workspace.create(tmp_path / "grouped.persona", "Grouped")
    with workspace.edit("Import") as write:
        source = waves.add_source(write, "Survey")
        wave = Wave(new_id(), source, n=len(people))
        raw = workspace.database.connection
        rows.register(raw, "row", wave.id)
        cells = (json.dumps([person[label] for label, _ in QUESTIONS]) for person in people)
        rows.add_rows(raw, wave.id, [(n, f"p{n}", each) for n, each in enumerate(cells, start=2)])
        questions = [
            Question(new_id(), wave.id, label, place, place + 1, label, label, role)
            for place, (label, role) in enumerate(QUESTIONS)
        ]
        questions[1] = _with(questions[1], separator=";")
        questions[2] = _with(questions[2], order=AGREEMENT)
        waves.show(write, wave, questions)
        grouping = write.add(Segmentation(new_id(), wave.id, questions=(QUESTIONS[2][0],)))
        segment = write.add(Segment(new_id(), grouping, 0, "Ahead"))
        members = [
            Membership(grouping, n, segment)
            for n, person in enumerate(people, start=2)
            if person["How do you usually order?"] == "Ahead in the app"
        ]
        rows.register(raw, "membership", grouping)
        rows.add_memberships(raw, members)
        persona = personas.add(write, "Commuter Maya", segment=segment)
    yield workspace, persona, people
    workspace.close()


def _with(question: Question, **fields: object) -> Question:
    from dataclasses import replace

    return replace(question, **fields)  # type: ignore[arg-type]


def plainly(people: list[dict[str, str]], label: str, answer: str) -> tuple[int, int, int, int]:
    """Count a choice among the group and among everyone, by hand."""
    asked = [person for person in people if person[label]]
    ours = [p for p in asked if p["How do you usually order?"] == "Ahead in the app"]

    def said(group: list[dict[str, str]]) -> int:
        return sum(person[label] == answer for person in group)

    return said(ours), len(ours), said(asked), len(asked)


def test_shares_are_those_of_the_rows(
    grouped: tuple[Workspace, str, list[dict[str, str]]],
) -> None:
    workspace, persona, people = grouped
    every = [figure for part in figures.each_figure(workspace, persona) for figure in part]
    paying = [figure for figure in every if figure.label == QUESTIONS[0][0]]
    assert len(paying) >= 3
    for figure in paying:
        counted = (figure.k, figure.n, figure.k_all, figure.n_all)
        assert counted == plainly(people, figure.label, figure.answer)
        assert figure.grouped
    assert {f.label for f in every} == {label for label, role in QUESTIONS if role != "free_text"}
    assert [figure.number for figure in every] == list(range(1, len(every) + 1))


def test_the_clearest_difference_comes_first_and_forming_questions_say_so(
    grouped: tuple[Workspace, str, list[dict[str, str]]],
) -> None:
    workspace, persona, _ = grouped
    found = figures.figures(workspace, persona, limit=6)
    assert [f.gap for f in found] == sorted((f.gap for f in found), reverse=True)
    assert all(f.gap > 0 for f in found)
    assert {f.variable for f in found if f.formed} <= {QUESTIONS[2][0]}
    per_question = [sum(f.variable == label for f in found) for label, _ in QUESTIONS]
    assert max(per_question) <= 2


def test_a_claim_made_from_a_figure_counts_its_own_group(
    grouped: tuple[Workspace, str, list[dict[str, str]]],
) -> None:
    workspace, persona, people = grouped
    figure = next(f for f in figures.figures(workspace, persona, 40) if f.answer == "With my phone")
    with workspace.edit("Other persona") as write:
        nobody = personas.add(write, "Without a group")
        own = using.claim_from_figure(workspace, write, figure, persona, "buying")
    with workspace.edit("Make claim from data") as write:
        other = using.claim_from_figure(workspace, write, figure, nobody, "buying")
    mine, theirs = (workspace.snapshot.evidence_of(claim)[0] for claim in (own, other))
    k, n, k_all, n_all = plainly(people, figure.label, figure.answer)
    assert mine.measure == Measure(figure.variable, "is", "With my phone", "segment")
    assert (mine.n_for, mine.n_against) == (k, n - k)
    assert theirs.measure is not None
    assert theirs.measure.base == "all"
    assert (theirs.n_for, theirs.n_against) == (k_all, n_all - k_all)
    for claim in (own, other):
        said = workspace.snapshot.table(Claim)[claim].quantifier
        assert workspace.assess(claim).verdict == ("supported" if said else "cannot_tell")


def test_quotes_come_from_the_groups_own_people(
    grouped: tuple[Workspace, str, list[dict[str, str]]],
) -> None:
    workspace, persona, people = grouped
    found = tray.quotes(workspace, persona, limit=400)
    ahead = {n for n, p in enumerate(people, 2) if p["How do you usually order?"][:5] == "Ahead"}
    assert found
    assert {item.row for item in found} <= ahead
    for item in found:
        assert people[item.row - 2][QUESTIONS[3][0]] == item.text
    everybody = tray.quotes(workspace, None, limit=400)
    assert len(everybody) > len(found)
    assert len({item.text.casefold() for item in everybody}) == len(everybody)


def test_a_linked_quote_is_found_in_its_row(
    grouped: tuple[Workspace, str, list[dict[str, str]]],
) -> None:
    workspace, persona, _ = grouped
    item = tray.quotes(workspace, persona)[0]
    with workspace.edit("Link evidence") as write:
        claim = claims.add(write, persona, "pains", "Waits")
        using.link_quote(workspace, write, item, claim, "contradicts")
    [linked] = workspace.snapshot.evidence_of(claim)
    quote = workspace.snapshot.quote(linked.quote or "")
    assert quote is not None
    assert (
        workspace.data.cell(workspace.snapshot, quote.wave, quote.row, quote.question) == quote.text
    )
    assert linked.stance == "contradicts"
