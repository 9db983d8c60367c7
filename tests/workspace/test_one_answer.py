# SPDX-License-Identifier: MIT
"""A question with one answer over columns stays one question from wave to wave."""

from pathlib import Path
from random import Random
from typing import Any

from persona_studio.core.child import Child
from persona_studio.core.research import Question, Wave
from persona_studio.workspace.bringing import bring_in, inspect_one
from persona_studio.workspace.importing import Choice, Imported
from persona_studio.workspace.workspace import Workspace
from tests.research.made import ticked
from tests.research.made.ticked import Asked, Written
from tests.workspace.conftest import Bring

GENDER = ("Female", "Male", "Another")
AGE = ("18-29", "30-44", "45-60", "> 60")


def asked(people: int, *, twice: int = 0) -> list[Asked]:
    genders = tuple((n % 3, (n + 1) % 3) if n < twice else (n % 3,) for n in range(people))
    return [
        Asked("Gender", GENDER, genders),
        Asked("What is your age?", AGE, tuple((n * 7 % 4,) for n in range(people))),
        Asked(
            "What do you drink?", ("Tea", "Milk"), ((0, 1), *((n % 2,) for n in range(1, people)))
        ),
    ]


def file(folder: Path, name: str, questions: list[Asked]) -> Path:
    return Path(ticked.write(folder / name, ticked.table(questions, Written(), Random(1))))


def of(workspace: Workspace, wave: str) -> dict[str, Question]:
    return {q.label: q for q in workspace.snapshot.questions_of(wave)}


def test_a_later_wave_is_put_together_as_the_first_was(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    first = bring(file(tmp_path, "spring.csv", asked(60)))
    assert [each["label"] for each in first.put_together] == ["Gender", "What is your age?"]
    before = of(workspace, first.wave)
    assert (before["Gender"].role, before["What is your age?"].order) == ("single_choice", AGE)
    few = bring(file(tmp_path, "summer.csv", asked(20)))
    columns = ticked.condensed([a for a in asked(60) if a.text != "What do you drink?"])
    rows = [["RespondentID", *columns[0]], *([str(n), *r] for n, r in enumerate(columns[1:]))]
    autumn = tmp_path / "autumn.csv"
    ticked.write(autumn, rows)
    condensed = bring(autumn, source=first.source)
    for later in (few, condensed):
        assert later.source == first.source
        after = of(workspace, later.wave)
        for label in ("Gender", "What is your age?"):
            assert after[label].variable == before[label].variable
            assert after[label].role == before[label].role


def test_what_had_several_answers_has_several_again(
    workspace: Workspace, child: Child, bring: Bring, tmp_path: Path
) -> None:
    path = file(tmp_path, "spring.csv", asked(60))
    first = bring_in(workspace, child, path, Choice(), as_before(inspect_one(child, path)))
    assert {"Female", "Male", "Another", "18-29"} <= of(workspace, first.wave).keys()
    later = bring(file(tmp_path, "summer.csv", asked(90)))
    assert later.put_together == ()
    assert not later.matched.new
    assert not later.matched.gone
    assert of(workspace, later.wave)["Male"].options == ("Male",)


def as_before(plan: dict[str, Any]) -> dict[str, Any]:
    """Return a plan as it was made before questions were put together."""
    roles = {}
    for n, role in plan["roles"].items():
        choice, tick = role.pop("choice"), role.pop("tick")
        several = {"role": "multi_select", "options": [tick], "order": []} if choice else {}
        roles[n] = {**role, **several}
    return {**plan, "roles": roles}


def test_a_question_of_which_some_tick_two_now_has_several_answers(
    workspace: Workspace, bring: Bring, tmp_path: Path
) -> None:
    bring(file(tmp_path, "spring.csv", asked(60)))
    later: Imported = bring(file(tmp_path, "summer.csv", asked(60, twice=1)))
    assert [each["label"] for each in later.put_together] == ["What is your age?"]
    assert "Gender" in later.matched.gone
    assert of(workspace, later.wave)["Male"].role == "multi_select"
    plan = workspace.snapshot.table(Wave)[later.wave].plan
    assert plan["roles"]["2"]["twice"] == 1
