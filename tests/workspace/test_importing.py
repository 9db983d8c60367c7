# SPDX-License-Identifier: MIT
"""Files become waves through the real child process: counted, private, undone in one step."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from persona_studio import paths
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Wave
from persona_studio.evidence.columns import encode
from persona_studio.storage import rows, waves
from persona_studio.workspace.bringing import bring_in, inspect_one, reader
from persona_studio.workspace.importing import Choice, Importing
from persona_studio.workspace.workspace import Workspace
from tests.shared import IMPORTS, needs_shared
from tests.storage.projects import make, state

SAMPLES = paths.resources() / "samples"
SPRING, AUTUMN = SAMPLES / "survey_spring_2026.csv", SAMPLES / "survey_autumn_2026.csv"
FIVE = (
    "survey_dash_missing.csv",
    "google_forms_semicolon_multi.xlsx",
    "gen_google_forms.csv",
    "hotels_semicolon_decimal_comma_cp1252.csv",
    "gen_hubspot_contacts.csv",
)


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


def test_an_import_is_one_step_and_undo_restores_the_content(
    workspace: Workspace, child: Child
) -> None:
    before = state(workspace)
    found = bring_in(workspace, child, SPRING, Choice("Survey"))
    assert found.read == found.imported + len(found.skipped) == 400
    assert [step.label for step in workspace.history()] == ["Import survey_spring_2026.csv"]
    after = state(workspace)
    workspace.undo()
    assert state(workspace) == before
    workspace.redo()
    assert state(workspace) == after
    assert len(workspace.answers(found.wave)) == 400
    (wave,) = workspace.snapshot.table(Wave).values()
    assert wave.plan["file"] == SPRING.name, "no folder of this computer goes into the project"


def test_stored_cells_are_the_files_own_text_and_the_cache_agrees_with_them(
    workspace: Workspace, child: Child
) -> None:
    found = bring_in(workspace, child, SPRING, Choice("Survey"))
    with SPRING.open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))[1:]
    answers = workspace.answers(found.wave)
    for question in found.questions:
        cells = workspace.cells(found.wave, question.variable)
        if question.role != "free_text":
            assert cells == [row[question.column - 1] for row in table], question.label
        column, fresh = answers.columns[question.variable], encode(cells)
        assert [column.cell(i) for i in range(400)] == [fresh.cell(i) for i in range(400)]


def test_personal_data_never_reaches_the_file(tmp_path: Path, child: Child) -> None:
    workspace = make(tmp_path / "b.persona")
    found = bring_in(workspace, child, SPRING, Choice("Survey"))
    text = SPRING.read_text(encoding="utf-8")
    needles = set(re.findall(r"[\w.+-]+@[\w.-]+\.\w+", text))
    assert len(needles) > 300
    assert found.masked > 0
    assert {item["label"] for item in found.left_out} >= {"Email Address"}
    workspace.close()
    stored = workspace.path.read_bytes()
    assert not [needle for needle in needles if needle.encode() in stored]


def test_the_next_wave_maps_itself_onto_the_same_variables(
    workspace: Workspace, child: Child
) -> None:
    first = bring_in(workspace, child, SPRING, Choice("Survey"))
    second = bring_in(workspace, child, AUTUMN, Choice("Survey"))
    assert second.source == first.source
    assert {q.variable for q in second.questions} == {q.variable for q in first.questions}
    assert not second.matched.new
    assert not second.matched.gone
    spring, autumn = (workspace.answers(found.wave) for found in (first, second))
    both = set(spring.respondents) & set(autumn.respondents)
    assert len(both) == 160
    assert [w.id for w in workspace.snapshot.waves_of(first.source)] == [first.wave, second.wave]


def test_a_cancelled_import_leaves_nothing_behind(workspace: Workspace, child: Child) -> None:
    before = state(workspace)
    plan = inspect_one(child, SPRING)
    importing = Importing(workspace, SPRING, plan, Choice("Survey"))
    function, arguments = importing.job
    call = child.call(function, *arguments)
    for message in call.messages():
        if message.kind == "item":
            importing.receive([message.value])
            break
    call.cancel()
    raw = workspace.database.connection
    assert list(rows.read_rows(raw, importing.wave))
    importing.abandon()
    while workspace.warm_up():
        pass
    assert not list(rows.read_rows(raw, importing.wave))
    assert state(workspace) == before
    assert workspace.undo_label is None


def test_removing_a_wave_marks_its_evidence_as_lost_and_can_be_undone(tmp_path: Path) -> None:
    from persona_studio.workspace.portability import load

    example = Path(__file__).resolve().parents[2] / "docs" / "example-project.json"
    workspace = load(example, tmp_path / "b.persona")
    before = state(workspace)
    with workspace.edit("Remove wave") as write:
        assert waves.remove(write, "survey-may") == 2
    lost = {e.id: e.lost for e in workspace.snapshot.evidence_of("phone-first")}
    assert lost == {"e1": "Customer survey, May 2026 was removed"}
    assert workspace.assess("phone-first").lost == ("e1",)
    workspace.undo()
    assert state(workspace) == before
    workspace.close()


@needs_shared
@pytest.mark.parametrize("name", FIVE)
def test_real_exports_import_without_a_word(workspace: Workspace, child: Child, name: str) -> None:
    truth = json.loads((IMPORTS / "expected.json").read_text(encoding="utf-8"))
    expected = next(f for f in truth["files"] if f["file"] == name)
    found = bring_in(workspace, child, IMPORTS / name, Choice())
    assert found.read == found.imported + len(found.skipped) == expected["data_rows"]
    assert len(found.questions) + len(found.left_out) == expected["columns"]
    assert workspace.snapshot.table(Wave)[found.wave].n == expected["data_rows"]


@needs_shared
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("gen_zero_bytes.xlsx", "empty"),
        ("gen_binary.csv", "binary"),
        ("password.xlsb", "encrypted"),
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_project_alone(
    workspace: Workspace, child: Child, name: str, kind: str
) -> None:
    before = state(workspace)
    with pytest.raises(StudioError) as caught:
        bring_in(workspace, child, IMPORTS / name, Choice())
    assert caught.value.kind == kind
    assert state(workspace) == before


@needs_shared
def test_a_table_of_groups_is_taken_for_people_only_when_the_user_says_so(
    workspace: Workspace, child: Child
) -> None:
    path = IMPORTS / "crosstab_not_responses.csv"
    with pytest.raises(StudioError, match="summary of groups") as caught:
        bring_in(workspace, child, path, Choice())
    assert caught.value.kind == "crosstab"
    found = bring_in(workspace, child, path, Choice(), inspect_one(child, path))
    assert found.imported == found.read > 0


def test_a_told_decimal_mark_decides_what_the_numbers_are(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text("Code;Sales\n" + "".join(f"C{n};{n},{n:03}\n" for n in range(1, 30)), "utf-8")
    plan = inspect_one(child, path)
    found = bring_in(workspace, child, path, Choice("Auto"), plan)
    told = {**plan, "decimal": ",", "chosen": ["decimal"]}
    other = bring_in(workspace, child, path, Choice("Told"), told)
    values = [sales_of(workspace, each.wave) for each in (found, other)]
    assert [round(numbers[7], 3) for numbers in values] == [7007.0, 7.007]


def sales_of(workspace: Workspace, wave: str) -> list[float]:
    answers = workspace.answers(wave)
    variable = next(v for v, q in answers.questions.items() if q.label == "Sales")
    return [float(value) for value in answers.columns[variable].numbers]


def test_the_stored_plan_holds_no_text_of_a_column_that_stays_out(
    workspace: Workspace, child: Child, tmp_path: Path
) -> None:
    path = tmp_path / "secret.csv"
    rows = "".join(f"C{n},{('Needleville', 'Other')[n % 2]},yes {n % 3}\n" for n in range(40))
    path.write_text(f"Code,Home,Asked\n{rows}", "utf-8")
    plan = inspect_one(child, path)
    assert "Needleville" in json.dumps(plan)
    told = {**plan, "uses": {"2": {"use": "leave_out"}}, "chosen": ["columns"]}
    found = bring_in(workspace, child, path, Choice("Secret"), told)
    assert [out["column"] for out in found.left_out] == [2]
    workspace.close()
    assert b"Needleville" not in workspace.path.read_bytes()
    assert b"yes 2" in workspace.path.read_bytes()
