# SPDX-License-Identifier: MIT
"""Golden questions are kept with their grouping, come again to the bit, and can be undone."""

import json
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.core.research import Segmentation
from persona_studio.workspace import drafting, forgetting, grouping, printing, recognising
from persona_studio.workspace.workspace import Workspace
from tests.patterns.sample import project
from tests.test_cli import run


def quiet(done, total):
    assert 0 <= done <= total


def look(workspace: Workspace, found: str, **options) -> None:
    request = recognising.request(workspace, found, **options)
    function, arguments = recognising.job(request)
    recognising.store(workspace, found, request, function(*arguments, report=quiet))


@pytest.fixture(scope="module")
def grouped(tmp_path_factory):
    path = tmp_path_factory.mktemp("golden") / "p.persona"
    workspace, wave = project(path)
    request = grouping.request(workspace, wave)
    function, arguments = grouping.job(request)
    found = grouping.store(workspace, request, function(*arguments, report=quiet))
    workspace.close()
    return path.read_bytes(), found


@pytest.fixture
def opened(tmp_path: Path, grouped):
    path = tmp_path / "p.persona"
    path.write_bytes(grouped[0])
    workspace = Workspace.open(path)
    yield workspace, grouped[1]
    workspace.close()


def golden(workspace: Workspace, found: str):
    return recognising.golden_of(workspace.snapshot.table(Segmentation)[found])


def test_they_are_kept_told_made_again_and_taken_back(opened):
    workspace, found = opened
    assert golden(workspace, found) is None
    look(workspace, found)
    first = golden(workspace, found)
    told = recognising.as_json(workspace, found)
    assert told["accepted"]
    assert f"{first['hit']['k']} of {first['hit']['n']} people" in told["sentence"]
    assert "others it had not seen" in told["detail"]
    assert len(told["groups"]) == 3
    look(workspace, found)
    assert json.dumps(golden(workspace, found)) == json.dumps(first)
    barred = first["questions"][0]["question"]
    look(workspace, found, without=[barred])
    assert barred not in {one["question"] for one in golden(workspace, found)["questions"]}
    assert golden(workspace, found)["without"] == [barred]
    workspace.undo()
    assert golden(workspace, found) == first


def test_they_do_not_outlive_the_people_they_were_tried_on(opened):
    workspace, found = opened
    look(workspace, found)
    wave = workspace.snapshot.table(Segmentation)[found].wave
    forgetting.forget(workspace, forgetting.traces(workspace, wave, 5, workspace.path.parent))
    assert golden(workspace, found) is None
    assert workspace.snapshot.table(Segmentation)[found].result["map"]["rows"]


def test_a_refusal_says_what_would_help():
    share = {"k": 58, "n": 100, "low": 0.48, "high": 0.67}
    kept = {
        "accepted": False,
        "hit": share,
        "largest": {"group": 0, **share, "k": 34},
        "all_questions": {"asked": 12, "k": 83},
        "mixed": {"was": 1, "taken_for": 2, "k": 9},
        "questions": [{}] * 4,
        "made_from": 230,
        "without": [],
    }
    told = recognising.said(kept, ["Ann", "Bea", "Cem"])
    assert "only 58 of 100 people" in told.sentence
    assert "at least 70 %" in told.detail
    assert "“Bea” is taken for “Cem” most often" in " ".join(told.advice)
    assert "All 12 questions together would put 83 % right" in told.advice[0]


def test_the_command_prints_the_table_of_points(tmp_path, grouped, capfdbinary):
    path = tmp_path / "p.persona"
    path.write_bytes(grouped[0])
    code, answer = run(capfdbinary, "golden", path, "--segmentation", grouped[1], "--most", "3")
    assert code == 0
    assert len(answer["questions"]) == 3
    points = answer["questions"][0]["answers"][0]["points"]
    assert len(points) == len(answer["groups"]) == len(answer["start"])
    code, answer = run(capfdbinary, "golden", path, "--segmentation", "nothing")
    assert (code, answer["error"]["kind"]) == (2, "unknown_segmentation")


def test_without_groups_there_is_nothing_to_tell_apart(tmp_path):
    workspace, wave = project(tmp_path / "p.persona")
    with workspace.edit("None") as write:
        write.add(Segmentation("g", wave, "None"))
    with pytest.raises(StudioError, match="no groups to tell apart"):
        recognising.request(workspace, "g")
    workspace.close()


def test_a_page_gets_the_rule_with_the_names_of_personas(opened):
    workspace, found = opened
    made = drafting.draft(workspace, found)
    (plain, *_) = printing.sheets(workspace, tuple(made), "pocket_cards")
    assert plain.golden is None
    look(workspace, found)
    with workspace.edit("Name") as write:
        write.change(Persona, made[1], name="Host Ruth")
    for safe in (False, True):
        sheets = printing.sheets(workspace, tuple(made), "pocket_cards", safe=safe)
        assert [sheet.column for sheet in sheets] == [0, 1, 2]
        assert sheets[2].golden.names[1] == "Host Ruth"
        assert sheets[0].golden.hit == tuple(golden(workspace, found)["hit"][x] for x in "kn")
    kept = golden(workspace, found)
    result = workspace.snapshot.table(Segmentation)[found].result
    with workspace.edit("Refuse") as write:
        refused = {**result, "golden": {**kept, "accepted": False}}
        write.change(Segmentation, found, result=refused)
    assert printing.sheets(workspace, tuple(made), "pocket_cards")[0].golden is None
