# SPDX-License-Identifier: MIT
"""The minutes say what happened, leave private things out, and take any text for text."""

import json
from datetime import date
from pathlib import Path

import pytest

from persona_studio import cli
from persona_studio.core import clock
from persona_studio.core.persona import Measure
from persona_studio.core.research import Wave
from persona_studio.core.workshop import (
    AgendaItem,
    Decision,
    Exercise,
    Option,
    Vote,
    WorkshopSession,
)
from persona_studio.publish import preview
from persona_studio.storage import waves, workshops
from persona_studio.workspace import dealing, minutes
from persona_studio.workspace.workspace import Workspace
from tests.gui import project

pytestmark = pytest.mark.usefixtures("qapp")  # the one application of the run sets the pages

SESSION = WorkshopSession(
    "spring",
    "Spring <b>&</b> summer",
    date(2026, 5, 20),
    (AgendaItem("Guess, then look", 20, "guess"),),
    ("Anna", "Bo </font> %s {0}"),
    (Decision("Maya comes first", "Anna", date(2026, 6, 1)), Decision("Ask again")),
    "Bo is difficult",
    date(2026, 11, 20),
)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    """Give a project with a whole workshop in it."""
    workspace = project.make(tmp_path / "spring.persona")
    wave = next(iter(workspace.snapshot.table(Wave)))
    with workspace.edit("Workshop") as write:
        workshops.begin(write, SESSION)
        measure = Measure("channel", "is", "App", "all")
        guess = Exercise("", "spring", "guess", "Orders in the app", wave=wave, measure=measure)
        asked = workshops.ask(write, guess)
        for name, value in (("Anna", 0.3), ("Bo", 0.5)):
            workshops.guess(write, asked, name, value)
        workshops.lock(write, asked)
        workshops.close(write, asked)
        options = (Option("a", "Speed"), Option("b", "Quiet"))
        voted = workshops.ask(
            write, Exercise("", "spring", "vote", "What first?", options=options, dots=1)
        )
        workshops.cast(write, voted, "1", {"b": 1})
        workshops.close(write, voted)
        who = dealing.personas_to_sort(workspace.snapshot)
        cards = Exercise("", "spring", "sort", wave=wave, options=who, rows=(2, 3, 4, 5))
        dealt = workshops.ask(write, cards)
        for row, (one, two) in zip((2, 3, 4, 5), ((0, 0), (0, 1), (1, 1), (1, 1)), strict=True):
            workshops.place(write, dealt, "A", row, who[one].id)
            workshops.place(write, dealt, "B", row, who[two].id)
        workshops.close(write, dealt)
        workshops.ask(write, Exercise("", "spring", "guess", "Not shown yet", wave=wave))
    return workspace


def text_of(workspace: Workspace) -> str:
    pdf, pages = minutes.written(minutes.minutes_of(workspace, minutes.named(workspace, "")))
    found = " ".join(preview.page_text(pdf, number) for number in range(pages))
    return " ".join(found.split())


def test_the_minutes_hold_everything_that_was_said_and_nothing_private(space: Workspace) -> None:
    with clock.fixed(date(2026, 5, 20)):
        told = text_of(space)
    for wanted in (
        "Spring <b>&</b> summer",
        "20 May 2026 · Riverside Coffee",
        "2 people: Anna, Bo </font> %s {0}.",
        "Guess, then look",
        "Data: 20 of 40 people, 50 %; it may be 35 to 65 %.",
        "Guesses: 2, from 30 to 50 %, the middle one 40 %. 1 lay where",
        "1. Quiet",
        "1 ballots of 1 dot each",
        "3 of 4 people sorted alike",
        "Cohen's kappa): 0.50",
        "Mixed up most: “",
        "Maya comes first Anna, by 1 June 2026.",
        "Ask again No owner yet, no date yet.",
        "Follows us on Instagram A. Keller",
        "reviewed again on 20 November 2026",
    ):
        assert wanted in told, wanted
    assert "difficult" not in told
    assert "Not shown yet" not in told
    assert "P-2" not in told
    space.close()


def test_the_minutes_are_the_same_bytes_every_time(space: Workspace) -> None:
    flow = minutes.minutes_of(space, SESSION)
    assert minutes.written(flow)[0] == minutes.written(flow)[0]
    space.close()


def test_minutes_outlive_the_data_that_was_guessed(space: Workspace) -> None:
    with space.edit("Remove") as write:
        waves.remove(write, next(iter(space.snapshot.table(Wave))))
    assert "is not in the project any more" in text_of(space)
    space.close()


def test_the_command_line_writes_them_and_says_what_is_missing(
    space: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with space.edit("Another") as write:
        write.add(WorkshopSession("old", "Winter", date(2025, 1, 1)))
        write.add(Vote("v", "old", ballot="1"))
    path = str(space.path)
    space.close()
    out = tmp_path / "m.pdf"
    line = ["export", path, "--template", "minutes", "--out", str(out)]
    assert cli.main(line) == 0
    assert json.loads(capsys.readouterr().out)["workshop"] == SESSION.name
    assert out.read_bytes().startswith(b"%PDF")
    assert cli.main([*line, "--workshop", "winter"]) == 0
    assert json.loads(capsys.readouterr().out)["workshop"] == "Winter"
    assert cli.main([*line, "--workshop", "autumn"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "unknown_workshop"
    assert cli.main([*line, "--paper", "A3"]) == 2
