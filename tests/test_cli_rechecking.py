# SPDX-License-Identifier: MIT
"""Re-checking and noting events by commands: `validate --adopt`, `event`."""

import json
from pathlib import Path
from typing import Any

import pytest

from persona_studio.cli import main
from persona_studio.core.persona import Claim
from persona_studio.core.reviewing import ChangeEvent
from persona_studio.workspace.workspace import Workspace
from tests.review.asked_twice import asked_twice

DAY = ["--today", "2026-06-15"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    with asked_twice(tmp_path) as workspace:
        return workspace.path


def answer(capfd: pytest.CaptureFixture[str], *line: str) -> tuple[int, Any]:
    code = main([*line, *DAY])
    return code, json.loads(capfd.readouterr().out)


def test_what_holds_is_taken_over_by_a_command(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = ("validate", str(project), "--wave", "wave2")
    code, before = answer(capfd, *line)
    assert (code, [c["answer"] for c in before["claims"]]) == (1, ["changed", "holds", "untested"])
    _, told = answer(capfd, *line, "--adopt", "holds")
    assert told["adopted"] == 1
    _, told = answer(capfd, *line, "--adopt", "claim1,claim2,claim3")
    assert told["adopted"] == 1
    workspace = Workspace.open(project, read_only=True)
    assert workspace.snapshot.table(Claim)["claim2"].quantifier == "few"
    workspace.close()


def test_an_event_puts_the_personas_it_touches_up_for_review(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = ("event", str(project), "Cards  are refused", "--kind", "law", "--on", "2026-06-01")
    code, told = answer(capfd, *line, "--touches", "buying", "Commuter Maya")
    assert code == 0
    assert [finding["rule"] for finding in told["findings"]] == ["ST06"]
    workspace = Workspace.open(project, read_only=True)
    noted = workspace.snapshot.table(ChangeEvent)[told["event"]]
    workspace.close()
    assert (noted.text, noted.kind) == ("Cards are refused", "law")
    assert noted.touches == ("buying", "persona1")


@pytest.mark.parametrize(("more", "kind"), [(["--touches", "gossip"], "usage"), ([], "no_text")])
def test_an_event_that_says_nothing_is_refused(
    project: Path, capfd: pytest.CaptureFixture[str], more: list[str], kind: str
) -> None:
    before = project.read_bytes()
    words = "Cards are refused" if more else "  "
    code, told = answer(capfd, "event", str(project), words, *more)
    assert (code, told["error"]["kind"]) == (2, kind)
    assert project.read_bytes() == before
