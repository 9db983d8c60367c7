# SPDX-License-Identifier: MIT
"""`import` with one file, several, notes given together and files that cannot be read."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from persona_studio.cli import main
from persona_studio.commands.opened import source_meant, wave_named
from persona_studio.core.research import Source, Wave
from persona_studio.workspace.workspace import Workspace
from tests.research.exports import lines, market, till
from tests.test_cli import run

TABLE = "Code,Tea\n" + "".join(f"P-{n:03},{'yes' if n % 2 else 'no'}\n" for n in range(40))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "n.persona"
    assert main(["new", str(path), "--name", "Riverside"]) == 0
    return path


def test_several_files_are_imported_one_by_one_and_a_broken_one_stops_nobody(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "survey.csv").write_text(TABLE, "utf-8")
    (tmp_path / "empty.csv").write_bytes(b"")
    for n in (1, 2):
        (tmp_path / f"talk {n}.md").write_text(f"# RC-000{n}\n\nLikes tea.\n", "utf-8")
    names = ("talk 1.md", "empty.csv", "survey.csv", "talk 2.md")
    code, items = run(capfd, "import", project, *[tmp_path / name for name in names])
    assert code == 2
    assert [item.get("imported", item.get("error", {}).get("kind")) for item in items] == [
        "empty",
        40,
        2,
    ]
    workspace = Workspace.open(project, read_only=True)
    waves = list(workspace.snapshot.table(Wave).values())
    kinds = {s.name: s.kind for s in workspace.snapshot.table(Source).values()}
    workspace.close()
    assert {wave.file_name: wave.n for wave in waves} == {"survey.csv": 40, "2 notes": 2}
    assert kinds == {"Survey": "survey", "2 notes": "interviews"}


def test_one_file_answers_alone_and_a_plan_is_for_one_file(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "survey.csv"
    path.write_text(TABLE, "utf-8")
    code, answer = run(capfd, "import", project, path)
    assert (code, answer["imported"]) == (0, 40)
    (tmp_path / "plan.json").write_text("{}", "utf-8")
    line = ("import", project, path, path, "--plan", tmp_path / "plan.json")
    code, answer = run(capfd, *line)
    assert (code, answer["error"]["kind"]) == (2, "usage")


def test_orders_are_rolled_up_when_the_line_says_so(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = market(lines()).write(tmp_path / "march.csv")
    code, (item,) = run(capfd, "inspect", path)
    assert (item["orders"]["customer"], item["orders"]["amount"], item["roll_up"]) == (3, 6, False)
    code, answer = run(capfd, "import", project, path, "--roll-up")
    found = answer["rolled_up"]
    assert (code, answer["imported"], found["people"], found["orders"]) == (0, 180, 25, 90)
    assert float(found["spend"]) == sum(line.paid for line in lines())
    code, groups = run(capfd, "groups", project, "--wave", found["wave"])
    assert groups["wave"] == found["wave"]
    item["roll_up"] = True
    item["orders"]["amount"] = 99
    (tmp_path / "plan.json").write_text(json.dumps(item), "utf-8")
    code, answer = run(capfd, "import", project, path, "--plan", tmp_path / "plan.json")
    assert (code, answer["error"]["kind"]) == (2, "bad_plan")


def test_customers_are_made_of_orders_that_are_there_already(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = till(lines()).write(tmp_path / "till.csv")
    code, imported = run(capfd, "import", project, path)
    assert (code, imported["rolled_up"]) == (0, None)
    code, found = run(capfd, "roll-up", project, "--wave", imported["wave"])
    assert (code, found["people"], found["without_customer"]["rows"]) == (0, 25, 0)
    assert (found["source"], found["of"], found["orders"]) == (
        imported["source"],
        imported["wave"],
        90,
    )
    code, groups = run(capfd, "groups", project, "--wave", found["wave"])
    assert groups["wave"] == found["wave"]
    code, answer = run(capfd, "roll-up", project, "--wave", imported["wave"])
    assert (code, answer["error"]["kind"]) == (2, "no_orders")


def test_a_source_is_called_in_words_and_found_by_the_name_of_its_file(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "our_survey_2026-03-01_final (1).csv"
    path.write_text(TABLE, "utf-8")
    _, answer = run(capfd, "import", project, path)
    with closing(Workspace.open(project, read_only=True)) as workspace:
        known = workspace.snapshot
        assert known.table(Source)[answer["source"]].name == "Our survey 2026-03-01"
        for name in (path.name, path.stem, "our survey 2026-03-01"):
            assert wave_named(known, name).id == answer["wave"]
            assert source_meant(known, name) == answer["source"]
    again = run(capfd, "import", project, path, "--source", path.stem)[1]
    assert again["source"] == answer["source"]
