# SPDX-License-Identifier: MIT
"""Orders become a wave of customers beside the wave of their rows, in one step and back."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from persona_studio import paths
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Measure
from persona_studio.core.research import Source, Wave
from persona_studio.evidence.waves import compared
from persona_studio.storage import claims, evidence, personas, rows, waves
from persona_studio.workspace.bringing import bring_in, inspect_one, reader
from persona_studio.workspace.customers import RollingUp, roll_up
from persona_studio.workspace.figures import newest_waves
from persona_studio.workspace.importing import Choice, Imported
from persona_studio.workspace.next_wave import Settled
from persona_studio.workspace.rolling import can_be_rolled_up, names_nobody
from persona_studio.workspace.workspace import Workspace
from tests.research.exports import EXPORTS, Export, lines, market
from tests.research.reading import written
from tests.storage.projects import make, state

ORDERS = paths.resources() / "samples" / "orders_2026.csv"


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with reader() as process:
        yield process


@pytest.fixture(autouse=True)
def _rested(child: Child) -> Iterator[None]:
    yield
    child.stop()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = make(tmp_path / "a.persona")
    yield opened
    opened.close()


def bring(workspace: Workspace, child: Child, path: Path = ORDERS) -> Imported:
    return bring_in(workspace, child, path, Choice("Orders"), roll_up=True)


def cells(workspace: Workspace, found: Imported, label: str) -> list[str]:
    assert found.people is not None
    variable = next(q.variable for q in found.people.questions if q.label == label)
    return list(workspace.cells(found.people.wave.id, variable))


def test_rows_and_people_come_in_together_and_go_in_one_step(
    workspace: Workspace, child: Child
) -> None:
    before = state(workspace)
    found = bring(workspace, child)
    assert found.people is not None
    people = workspace.snapshot.table(Wave)[found.people.wave.id]
    assert (people.derived_from, people.n, people.linked) == (found.wave, 340, True)
    assert [step.label for step in workspace.history()] == ["Import orders_2026.csv"]
    assert [w.id for w in newest_waves(workspace.snapshot)] == [found.wave, people.id]
    (source,) = workspace.snapshot.table(Source).values()
    assert source.kind == "sales_support"
    after = state(workspace)
    workspace.undo()
    assert state(workspace) == before
    workspace.redo()
    assert state(workspace) == after
    assert len(workspace.answers(people.id)) == 340


def test_what_all_customers_spent_is_what_the_rows_say(workspace: Workspace, child: Child) -> None:
    found = bring(workspace, child)
    paid = next(q for q in found.questions if q.label == "£")
    of_rows = sum(Decimal(text) for text in workspace.cells(found.wave, paid.variable))
    assert sum(map(Decimal, cells(workspace, found, "Spend"))) == of_rows
    number = next(q for q in found.questions if q.label == "Order number")
    orders = set(workspace.cells(found.wave, number.variable))
    assert sum(map(int, cells(workspace, found, "Orders"))) == len(orders)
    assert found.people is not None
    mine, theirs = workspace.answers(found.people.wave.id), workspace.answers(found.wave)
    assert set(mine.respondents) == set(theirs.respondents)
    assert mine.person is None, "one row a person"


def test_a_claim_is_measured_on_the_wave_of_people(workspace: Workspace, child: Child) -> None:
    found = bring(workspace, child)
    assert found.people is not None
    spend = next(q for q in found.people.questions if q.label == "Spend")
    measure = Measure(spend.variable, "at_least", 60, "all")
    with workspace.edit("Claim") as write:
        persona = personas.add(write, "Mira")
        claim = claims.add(write, persona, "buying", "Spends 60 or more", quantifier="some")
        evidence.link_measure(write, claim, found.people.wave.id, measure)
    (item,) = workspace.snapshot.evidence_of(claim)
    rich = sum(Decimal(text) >= 60 for text in cells(workspace, found, "Spend"))
    assert (item.n_for, item.n_against) == (rich, 340 - rich)
    assert 0 < rich < 340
    before = state(workspace)
    with workspace.edit("Remove") as write:
        assert waves.remove(write, found.wave) == 1
    assert not workspace.snapshot.table(Wave)
    assert workspace.snapshot.table(Evidence)[item.id].lost
    assert workspace.snapshot.table(Claim)
    workspace.undo()
    assert state(workspace) == before


def test_the_next_file_is_rolled_up_again_onto_the_same_questions(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    first = bring(workspace, child, market(lines()).write(tmp_path / "march.csv"))
    later = market(lines(orders=120, customers=30)).write(tmp_path / "april.csv")
    second = bring_in(workspace, child, later, Choice("Orders"))
    assert first.people is not None
    assert second.people is not None, "what was told last time is told again"
    assert {q.variable for q in first.people.questions} == {
        q.variable for q in second.people.questions
    }
    snapshot = workspace.snapshot
    assert compared(snapshot, second.people.wave.id).before.id == first.people.wave.id
    assert compared(snapshot, second.wave).before.id == first.wave
    keys = [
        {who for _, who in rows.read_keys(workspace.database.connection, each.people.wave.id)}
        for each in (first, second)
        if each.people
    ]
    assert keys[0] <= keys[1], "the same customer is the same code"
    stored = workspace.path.read_bytes()
    assert b"buyer7@example.org" not in stored


def test_a_corrected_file_takes_the_place_of_rows_and_people(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    first = bring(workspace, child, market(lines()).write(tmp_path / "march.csv"))
    assert first.people is not None
    spend = next(q for q in first.people.questions if q.label == "Spend")
    with workspace.edit("Claim") as write:
        persona = personas.add(write, "Mira")
        claim = claims.add(write, persona, "buying", "Spends 60 or more", quantifier="some")
        measure = Measure(spend.variable, "at_least", 60, "all")
        evidence.link_measure(write, claim, first.people.wave.id, measure)
    before = state(workspace)
    again = market(lines(orders=120, customers=30)).write(tmp_path / "again.csv")
    choice = Choice("Orders", settled=Settled("replace", first.wave))
    second = bring_in(workspace, child, again, choice, roll_up=True)
    assert second.people is not None
    assert set(workspace.snapshot.table(Wave)) == {second.wave, second.people.wave.id}
    (item,) = workspace.snapshot.evidence_of(claim)
    assert (item.wave, item.lost, item.n_for + item.n_against) == (second.people.wave.id, "", 30)
    workspace.undo()
    assert state(workspace) == before


def test_a_table_of_something_else_is_not_rolled_up(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.csv", [["Code", "Tea"], *([f"P-{n}", "yes"] for n in range(30))])
    before = state(workspace)
    with pytest.raises(StudioError, match="does not look like orders") as caught:
        bring(workspace, child, path)
    assert caught.value.kind == "no_orders"
    with pytest.raises(StudioError, match="does not look like orders"):
        bring_in(workspace, child, path, Choice(), {"roll_up": True})
    assert state(workspace) == before


def keyed(path: Path, child: Child) -> dict[str, object]:
    """Return how a file would be read with a code in place of each customer."""
    item = inspect_one(child, path)
    customer = str(item["orders"]["customer"])
    private = item["roles"][customer]["role"] == "pii"
    return {**item, "uses": {customer: {"use": "pseudonymise"}} if private else {}}


def told(workspace: Workspace, people: str) -> list[tuple[str, ...]]:
    """Return keys and cells of a wave of customers, by the labels of its questions."""
    keys = [who for _, who in rows.read_keys(workspace.database.connection, people)]
    asked = sorted(workspace.snapshot.questions_of(people), key=lambda q: q.label)
    columns = [workspace.cells(people, q.variable) for q in asked]
    return [tuple(q.text for q in asked), *zip(keys, *columns, strict=True)]


@pytest.mark.parametrize("make_export", EXPORTS)
def test_customers_made_later_are_those_an_import_makes(
    workspace: Workspace, child: Child, tmp_path: Path, make_export: Callable[..., Export]
) -> None:
    path = make_export(lines()).write(tmp_path / "orders.csv")
    with_gap(path)
    first = bring_in(workspace, child, path, Choice("Both"), roll_up=True)
    assert first.people is not None
    wanted = told(workspace, first.people.wave.id)
    workspace.undo()
    later = bring_in(workspace, child, path, Choice("Rows"), keyed(path, child))
    assert later.people is None
    assert can_be_rolled_up(workspace.snapshot, later.wave)
    before = state(workspace)
    people = roll_up(workspace, later.wave)
    assert told(workspace, people.wave.id) == wanted
    assert dict(people.report) == dict(first.people.report)
    assert not can_be_rolled_up(workspace.snapshot, later.wave)
    assert workspace.history()[-1].label == "Make customers of orders.csv"
    after = state(workspace)
    workspace.undo()
    assert state(workspace) == before
    workspace.redo()
    assert state(workspace) == after
    assert len(workspace.answers(people.wave.id)) == people.wave.n


def with_gap(path: Path) -> None:
    """Let the last line of a file name nobody."""
    said = path.read_text("utf-8")
    customer = re.findall(r"buyer\d+@example\.org|(?<![\w-])C-\d+", said)[-1:]
    for each in customer:
        place = said.rindex(each)
        path.write_text(said[:place] + "n/a" + said[place + len(each) :], "utf-8")


def test_customers_cannot_be_made_where_they_were_left_out(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    path = market(lines()).write(tmp_path / "march.csv")
    found = bring_in(workspace, child, path, Choice("Orders"))
    assert names_nobody(workspace.snapshot, found.wave)
    before = state(workspace)
    with pytest.raises(StudioError, match="Who bought was left out") as caught:
        roll_up(workspace, found.wave)
    assert caught.value.kind == "left_out"
    assert state(workspace) == before
    again = bring_in(workspace, child, path, Choice("Else"), keyed(path, child))
    roll_up(workspace, again.wave)
    with pytest.raises(StudioError, match="no orders") as caught:
        roll_up(workspace, again.wave)
    assert caught.value.kind == "no_orders"


def test_given_up_half_way_nothing_is_left(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    path = market(lines()).write(tmp_path / "march.csv")
    found = bring_in(workspace, child, path, Choice("Orders"), keyed(path, child))
    before = state(workspace)
    rolling = RollingUp(workspace, found.wave)
    steps = rolling.steps()
    assert next(steps) == (180, 180)
    next(steps)
    rolling.leave()
    while workspace.warm_up():
        pass
    assert state(workspace) == before
    waves_ = {
        w for (w,) in workspace.database.connection.execute('SELECT DISTINCT wave FROM "row"')
    }
    assert waves_ == {found.wave}
