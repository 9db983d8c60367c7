# SPDX-License-Identifier: MIT
"""`load` and `review --json` judge a project from elsewhere, with everything the contract names."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from persona_studio.cli import main
from persona_studio.core.words import TARGET_KINDS
from persona_studio.workspace.bringing import bring_in, reader
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.workspace import Workspace
from tests.review.planted.faults_content import no_channels
from tests.review.planted.faults_ethics import address_in_a_quote, left_open, too_many_questions
from tests.review.planted.faults_evidence import contradicted, dissent
from tests.review.planted.faults_set import same_people
from tests.review.planted.faults_staleness import newer_counter_wave
from tests.review.planted.world import clean


def run(capfd: pytest.CaptureFixture[str], *line: object) -> tuple[int, Any]:
    capfd.readouterr()
    code = main([str(part) for part in line])
    return code, json.loads(capfd.readouterr().out)


def judged(
    world: Any, folder: Path, capfd: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, Any]]]:
    source, project = folder / "w.json", folder / "w.persona"
    source.write_text(json.dumps(world.data), encoding="utf-8")
    assert main(["load", str(source), str(project)]) == 0
    return run(capfd, "review", project, "--today", world.today, "--json")


def test_a_sound_project_has_an_empty_list_and_exit_code_0(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert judged(clean(3, 2, 90), tmp_path, capfd) == (0, [])


def test_findings_of_every_kind_of_target_are_complete(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    world = clean(3, 4, 80)
    expected = contradicted(world, "persona-0") | no_channels(world, "persona-1")
    expected |= address_in_a_quote(world, "persona-1") | newer_counter_wave(world, "persona-0")
    expected |= left_open(world, "persona-0") | too_many_questions(world, "persona-0")
    expected |= same_people(world, "persona-2")
    waiver = {"rule": "CO01", "target_kind": "persona", "target": "persona-1", "reason": "Soon"}
    world.add("waivers", created="2026-06-01", until="2026-07-01", **waiver)
    code, found = judged(world, tmp_path, capfd)
    assert code == 1
    assert {(f["rule"], f["severity"], f["target"]["id"]) for f in found} == expected
    assert {f["target"]["kind"] for f in found} == {
        *("claim", "persona", "quote", "wave", "question", "segmentation", "pair")
    }
    for each in found:
        assert each.keys() == {
            *("rule", "severity", "target", "sentence", "numbers", "fixes", "waived")
        }
        assert each["target"].keys() == {"kind", "id", "persona", "text"}
        assert each["target"]["kind"] in TARGET_KINDS
        assert all(fix.keys() == {"id", "label"} for fix in each["fixes"])
    ranks = ["BWN".index(each["severity"]) for each in found]
    assert ranks == sorted(ranks)
    (kept,) = [each for each in found if each["waived"]]
    assert (kept["rule"], kept["waived"]) == ("CO01", {"reason": "Soon", "until": "2026-07-01"})


def test_only_kept_findings_leave_nothing_to_do(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    world = clean(3, 2, 90)
    ((rule, _, target),) = dissent(world, "persona-0")
    kept = {"rule": rule, "target_kind": "claim", "target": target, "reason": "They moved away"}
    world.add("waivers", created="2026-06-01", **kept)
    code, (found,) = judged(world, tmp_path, capfd)
    assert (code, found["waived"]["reason"]) == (0, "They moved away")


def test_the_name_of_somebody_imported_is_recognised_though_it_is_not_kept(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    draw = Random(1)
    lines = ["Customer name,Channel,Visits"]
    lines += [f"Zoe Lindqvist{'abcdefghij'[n % 10]} {'xyz'[n % 3]},Phone,{draw.randint(1, 9)}"
              for n in range(30)]  # fmt: skip
    lines.append("Yuri Okafor,Mail,3")
    table = tmp_path / "people.csv"
    table.write_text("\n".join(lines), encoding="utf-8")
    workspace = Workspace.create(tmp_path / "n.persona", "Names")
    with reader() as child:
        bring_in(workspace, child, table, Choice("Customers"))
    with workspace.edit("Persona") as write:
        from persona_studio.storage import claims, personas

        persona = personas.add(write, "Okafor, Yuri")
        claims.add(write, persona, "goals", "Shops like Yuri Okafor does on Fridays")
    rules = {(f.rule, f.target.kind) for f in workspace.findings()}
    assert {("ET04", "persona"), ("ET01", "claim")} <= rules
    assert b"Okafor" not in table_of_rows(workspace)
    workspace.close()


def table_of_rows(workspace: Workspace) -> bytes:
    rows = workspace.database.connection.execute('SELECT cells FROM "row"').fetchall()
    names = workspace.database.connection.execute("SELECT names FROM wave").fetchall()
    return repr((rows, names)).encode()
