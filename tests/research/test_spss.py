# SPDX-License-Identifier: MIT
"""SPSS files say what their variables are: nothing of it is guessed, nothing is lost."""

import datetime as dt
import sys
from pathlib import Path

import pandas
import pyreadstat
import pytest

from persona_studio.core.errors import StudioError
from persona_studio.research.inspecting import inspect, look
from persona_studio.research.plan import Role
from persona_studio.research.profile import Profile
from persona_studio.research.readers.spss import ChoiceSet, Variable
from persona_studio.research.roles.stated import stated
from persona_studio.workspace.bringing import bring_in, inspect_one, reader
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.workspace import Workspace
from tests.research.documents import archive
from tests.research.reading import imported, inspected

OFTEN = {1.0: "Never", 2.0: "Now and then", 3.0: "Daily", 99.0: "Refused"}
FEEL = {1.0: "not at all", 5.0: "entirely"}
SIZES = {3.0: "Large", 1.0: "Small", 2.0: "Medium"}


def study(path: Path, people: int = 60) -> Path:
    """Write a study as a survey tool exports it."""
    rows = range(people)
    table = pandas.DataFrame(
        {
            "resp": [f"P-{n:04}" for n in rows],
            "mail": [f"person{n}@example.org" for n in rows],
            "often": [(99.0, 1.0, 2.0, 3.0)[n % 4] for n in rows],
            "feel": [float(1 + n % 5) for n in rows],
            "size": [float(1 + n % 3) if n % 7 else None for n in rows],
            "spend": [n * 0.25 for n in rows],
            "brand": [float(1 + n % 4) for n in rows],
            "began": [dt.date(2026, 3, 1) + dt.timedelta(n % 30) for n in rows],
            "ended": [pandas.Timestamp(2026, 3, 1, 8, n % 60) for n in rows],
            "why": [f"Because of thing {n}, and because I like it." for n in rows],
        }
    )
    pyreadstat.write_sav(
        table,
        path,
        column_labels={"often": "How often do you visit us?", "why": "Why do you come?"},
        variable_value_labels={"often": OFTEN, "feel": FEEL, "size": SIZES},
        missing_ranges={"often": [99.0]},
        variable_measure={
            "often": "ordinal",
            "feel": "scale",
            "size": "nominal",
            "spend": "scale",
            "brand": "nominal",
        },
        compress=path.suffix == ".zsav",
    )
    return path


@pytest.mark.parametrize("ending", ["sav", "zsav"])
def test_levels_labels_and_missing_values_come_from_the_file(tmp_path: Path, ending: str) -> None:
    plan = inspect(study(tmp_path / f"study.{ending}"))
    roles = {role.label: role for role in plan.roles.values()}
    told = {label: role.role for label, role in roles.items()}
    assert told == {
        "resp": "respondent_id",
        "mail": "pii",
        "often": "ordinal",
        "feel": "ordinal",
        "size": "single_choice",
        "spend": "numeric",
        "brand": "single_choice",
        "began": "date",
        "ended": "timestamp",
        "why": "free_text",
    }
    assert (plan.data_rows, plan.columns_count, plan.header_rows) == (60, 10, ())
    assert roles["often"].order == ("Never", "Now and then", "Daily")
    assert roles["often"].missing == ("Refused",)
    assert (roles["often"].text, roles["often"].sure) == ("How often do you visit us?", 1.0)
    assert roles["feel"].order == ("not at all", "2", "3", "4", "entirely")
    assert roles["size"].options == ("Small", "Medium", "Large")
    assert plan.collected_on == "2026-03-01"


def test_cells_are_the_words_of_the_file(tmp_path: Path) -> None:
    got = imported(study(tmp_path / "study.sav"))
    assert got.result.read == got.result.imported == 60
    assert got.numbers == list(range(1, 61))
    assert got.respondents[0] == "P-0000"
    by_label = {q["label"]: q["position"] for q in got.result.questions}
    assert "mail" not in by_label
    first = {label: got.cells[0][position] for label, position in by_label.items()}
    assert first == {
        "resp": "P-0000",
        "often": "Refused",
        "feel": "not at all",
        "size": "",
        "spend": "0",
        "brand": "1",
        "began": "2026-03-01",
        "ended": "2026-03-01 08:00:00",
        "why": "Because of thing 0, and because I like it.",
    }


def test_a_study_in_an_archive_and_through_the_child(tmp_path: Path) -> None:
    path = archive(tmp_path / "s.zip", {"s.sav": study(tmp_path / "s.sav").read_bytes()})
    workspace = Workspace.create(tmp_path / "n.persona", "Riverside")
    with reader() as child:
        assert inspect_one(child, path)["format"] == "sav"
        found = bring_in(workspace, child, path, Choice())
        torn = tmp_path / "torn.sav"
        torn.write_bytes((tmp_path / "s.sav").read_bytes()[:400])
        assert inspect_one(child, torn)["error"]["kind"] == "damaged"
    answers = workspace.answers(found.wave)
    often = next(q for q in found.questions if q.label == "often")
    assert set(answers.columns[often.variable].labels) == {"", *OFTEN.values()}
    assert often.text == "How often do you visit us?"
    workspace.close()


def test_a_file_with_a_byte_gone_wrong_is_read_or_refused_in_words(tmp_path: Path) -> None:
    """Some of these take the library, and with it the child, down: the studio goes on."""
    data = study(tmp_path / "study.sav", 10).read_bytes()
    path = tmp_path / "torn.sav"
    with reader() as child:
        for place in range(4, 900, 31):
            torn = bytearray(data)
            torn[place : place + 3] = b"\xff\0\x7f"
            path.write_bytes(bytes(torn))
            error = inspect_one(child, path).get("error")
            kinds = ("damaged", "empty", "binary", "too_big")
            assert error is None or error["kind"] in kinds, place


def test_the_first_look_at_a_long_study_does_not_read_all_of_it(tmp_path: Path) -> None:
    table = pandas.DataFrame({f"v{n}": [float(n)] * 6_000 for n in range(30)})
    path = tmp_path / "long.sav"
    pyreadstat.write_sav(table, path)
    assert look(path, quick=True).plan.data_rows is None
    assert inspected(path)["data_rows"] == 6_000


def test_without_the_extra_the_error_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = study(tmp_path / "study.sav")
    monkeypatch.setitem(sys.modules, "pyreadstat", None)
    with pytest.raises(StudioError, match="needs the extra “spss”") as caught:
        inspect(path)
    assert caught.value.kind == "missing_extra"
    assert "persona-studio[spss]" in caught.value.hint


def test_choices_of_one_question_know_their_question_and_their_tick() -> None:
    labels = {0.0: "Not selected", 1.0: "Selected"}
    variables = [Variable(f"way{n}", f"Way {n}", labels=labels) for n in (1, 2)]
    columns = [Profile(n, f"way{n}") for n in (1, 2)]
    for column in columns:
        column.add(["Selected", "Not selected", ""] * 5)
        column.close()
    before = {n: Role("single_choice", label=f"way{n}") for n in (1, 2)}
    sets = [ChoiceSet("Which ways?", frozenset({"way1", "way2"}), 1.0)]
    for role in stated(before, columns, variables, sets).values():
        assert (role.role, role.group, role.options) == (
            "multi_select",
            "Which ways?",
            ("Selected",),
        )
        assert role.missing == ("Not selected",)


def test_a_range_of_missing_values_is_no_answer() -> None:
    variable = Variable("age", measure="scale", missing=((-9.0, -1.0), 999.0))
    column = Profile(1, "age")
    column.add(["25", "31", "-8", "999", "47"] * 4)
    column.close()
    role = stated({1: Role("numeric")}, [column], [variable], [])[1]
    assert set(role.missing) == {"-8", "999"}
    assert (role.role, role.filled, role.distinct) == ("numeric", 12, 3)
