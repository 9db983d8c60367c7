# SPDX-License-Identifier: MIT
"""Personas line by line: what is shared is said once, what differs stands with everyone's share."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Setting
from persona_studio.storage import claims, evidence, personas
from persona_studio.workspace import behind
from persona_studio.workspace.comparing import Row, own_words, rows_of
from persona_studio.workspace.lining_up import comparison_of
from persona_studio.workspace.workspace import Workspace
from tests.workspace import two_groups

OLD = Measure("age", "at_least", "50")
YOUNG = Measure("age", "at_most", "30")
Say = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    """Give thirty people of 21-50 (`many`) and ten of 51-60 (`few`), and a persona without any."""
    workspace = two_groups.make(tmp_path / "a.persona", ages=True)
    with workspace.edit("Add") as write:
        personas.add(write, "nobody")
    yield workspace
    workspace.close()


@pytest.fixture
def say(project: Workspace) -> Say:
    """Give a function that makes a claim of a persona, on a measure where one is given."""

    def made(name: str, text: str, measure: Measure | None = None, **fields: str) -> str:
        section = fields.pop("section", "goals")
        owner = next(p.id for p in project.snapshot.personas if p.name == name)
        with project.edit("Say") as write:
            claim = claims.add(write, owner, section, text, **fields)
            if measure is not None:
                evidence.link_measure(write, claim, "wave", measure)
        return claim

    return made


def rows(project: Workspace) -> list[Row]:
    """Return everything the three say."""
    return rows_of(project, [persona.id for persona in project.snapshot.personas])


def said(row: Row) -> list[list[str]]:
    """Return the claims of a row."""
    return [[claim.text for claim in cell.claims] for cell in row.cells]


def test_a_measured_line_tells_everybodys_own_share(project: Workspace, say: Say) -> None:
    say("few", "Is fifty or more", OLD, quantifier="most")
    (row,) = rows(project)
    assert row.words == "Is fifty or more"
    assert row.asked == "age: 50 or more"
    assert row.counts == ((1, 30), (10, 10), None)
    assert [cell.group for cell in row.cells] == [True, True, False]
    assert row.apart
    assert not row.shared


def test_the_rows_behind_are_the_people_who_were_counted(project: Workspace, say: Say) -> None:
    say("few", "Is fifty or more", replace(OLD, base="all"), quantifier="some")
    (row,) = rows(project)
    item = project.snapshot.table(Evidence)[row.evidence]
    assert (item.n_for, item.n_for + item.n_against) == (11, 40)
    people = behind.stands(project, item)
    assert (sum(each.supports for each in people), len(people)) == (11, 40)
    for persona, (k, n) in zip(project.snapshot.personas, row.counts[:2], strict=False):
        own = behind.stands(project, item, persona.id)
        assert (sum(each.supports for each in own), len(own)) == (k, n)


def test_claims_on_one_answer_share_a_row_in_whatever_section(project: Workspace, say: Say) -> None:
    say("many", "Hardly anybody is fifty", OLD, quantifier="few", section="demographics")
    say("few", "Is fifty or more", OLD, quantifier="most", section="context")
    say("few", "Few: age: 30 or less", YOUNG, quantifier="few", section="context")
    first, second = rows(project)
    assert said(first) == [["Hardly anybody is fifty"], ["Is fifty or more"], []]
    assert first.section == "demographics"
    assert first.words == "age: 50 or more"
    assert second.words == "age: 30 or less"
    assert own_words(second.cells[1].claims[0], second.words) == "Few"
    assert second.counts[:2] == ((10, 30), (0, 10))


def test_what_all_say_alike_is_said_once_and_is_no_difference(project: Workspace, say: Say) -> None:
    for name, text in (
        ("many", "Wants to sit"),
        ("few", "Wanted to sit."),
        ("nobody", "wants to sit"),
    ):
        say(name, text)
    say("many", "Is old", OLD, quantifier="few")
    told, shared = rows(project)
    assert shared.words == "Wants to sit"
    assert shared.shared
    assert not shared.differs
    assert told.differs, "what is shared comes last"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wants to sit", "Wants not to sit"),
        ("Waits 3 minutes", "Waits 5 minutes"),
        ("…", "!"),
        ("Came in 1984", "Came in 1985"),
        ("Price before quality", "Quality before price"),
        ("Comes for the price", "Comes for the prison"),
        ("Compares prices", "Compares prices, prison prices"),
        ("Compares prison prices", "Compares prices"),
        ("Is careful", "Is careless"),
    ],
)
def test_lines_that_only_look_alike_are_kept_apart(
    project: Workspace, say: Say, one: str, other: str
) -> None:
    say("many", one)
    say("few", other)
    (row,) = rows(project)
    assert row.words == ""
    assert said(row) == [[one], [other], []], "said alone, they stand beside each other"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pays weekly, in cash", "pay weekly in cash."),
        ("Compares prices", "Compared price"),
        ("Waits in 1984", "Waited in 1984"),
        ("常连客", "常连客。"),
    ],
)
def test_lines_that_differ_by_endings_alone_are_one(
    project: Workspace, say: Say, one: str, other: str
) -> None:
    say("many", one)
    say("few", other)
    (row,) = rows(project)
    assert row.words == one
    assert said(row) == [[one], [other], []]


def test_the_same_answer_for_most_and_for_few_is_a_difference(project: Workspace, say: Say) -> None:
    for name, how in (("many", "few"), ("few", "most"), ("nobody", "most")):
        say(name, "Is old", OLD, quantifier=how)
    (row,) = rows(project)
    assert row.words == "Is old"
    assert not row.shared


def test_an_attribute_is_one_row_and_shared_where_the_values_are(
    project: Workspace, say: Say
) -> None:
    for name, text, value in (("many", "Lives in town", "Town"), ("few", "A villager", "Village")):
        say(name, text, attribute="location", op="is", value=value, section="demographics")
    (row,) = rows(project)
    assert (row.words, row.shared) == ("Lives", False)
    two = [p.id for p in project.snapshot.personas][:2]
    say("few", "From town", attribute="occupation", op="is", value="Cook", section="demographics")
    say(
        "many",
        "In a kitchen",
        attribute="occupation",
        op="is",
        value="cook",
        section="demographics",
    )
    by_words = {each.words: each.shared for each in rows_of(project, two)}
    assert by_words == {"Lives": False, "Work": True}


def test_hidden_sections_are_on_no_comparison(project: Workspace, say: Say) -> None:
    say("many", "Is old", OLD, quantifier="few", section="values")
    with project.edit("Hide") as write:
        write.add(Setting("sections", [{"id": "values", "hidden": True}]))
    assert rows(project) == []


def test_the_line_up_prints_the_widest_rows_of_this_comparison(
    project: Workspace, say: Say
) -> None:
    say("few", "Is fifty or more", OLD, quantifier="most")
    say("many", "Is thirty at most", YOUNG, quantifier="some")
    everyone = tuple(persona.id for persona in project.snapshot.personas)
    (printed,) = comparison_of(project, everyone).rows
    widest = max(rows(project), key=lambda row: row.spread)
    assert (printed.lead, printed.label) == ("age", "50 or more")
    assert widest.asked == "age: 50 or more"
    assert printed.counts == widest.counts
    assert printed.counts == ((1, 30), (10, 10), None)
