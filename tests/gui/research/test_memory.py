# SPDX-License-Identifier: MIT
"""A file like one that was read before is read like it, says so, and can be read afresh."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Source
from persona_studio.gui.research import draft
from persona_studio.gui.research.import_page import ImportPage
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.research.plan import Plan
from tests.gui.research.files import survey
from tests.gui.research.test_importing import bring_in, pick

Look = Callable[[Path], None]


def plan(room: ResearchRoom) -> Plan:
    assert room.importing.plan is not None
    return room.importing.plan


def ready(room: ResearchRoom, qtbot: QtBot) -> None:
    page = room.importing
    qtbot.waitUntil(lambda: page.looking.whole and not page.looking.busy, timeout=20000)


def tell_and_import(room: ResearchRoom, qtbot: QtBot) -> None:
    """Tell a role, a code and how people were found, and import."""
    page = room.importing
    ready(room, qtbot)
    page.looking.tell(draft.with_role(plan(room), [6], "ordinal"), [6])
    page.looking.tell(draft.with_use(plan(room), [2], "pseudonymise"))
    page.pages.check.facts.sampling_chosen.emit("volunteers")
    ready(room, qtbot)
    bring_in(room, qtbot)


def test_the_next_file_with_these_columns_is_read_like_the_last_one(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    tell_and_import(room, qtbot)
    look_at(survey(tmp_path, "customers_june.csv", 40))
    ready(room, qtbot)
    page = room.importing
    assert "Like last time" in page.verdict.detail.text()
    assert page.verdict.afresh.isVisible()
    assert plan(room).roles[6].role == "ordinal"
    assert plan(room).use(2) == "pseudonymise"
    assert page.pages.check.about.source.currentText() == "Customers may"
    assert page.pages.check.facts.found.fact == "volunteers"
    bring_in(room, qtbot)
    (source,) = room._bridge.snapshot.table(Source).values()
    assert len(room._bridge.snapshot.waves_of(source.id)) == 2


def test_it_can_be_read_afresh(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    tell_and_import(room, qtbot)
    look_at(survey(tmp_path, "customers_june.csv", 40))
    ready(room, qtbot)
    qtbot.mouseClick(room.importing.verdict.afresh, Qt.MouseButton.LeftButton)
    ready(room, qtbot)
    assert not room.importing.verdict.afresh.isVisible()
    assert plan(room).use(2) == "leave_out"
    assert plan(room).roles[6].why != draft.TOLD


def titled(folder: Path, name: str, people: int) -> Path:
    """Write a survey under a title row as wide as the table, so that a person must tell."""
    path = survey(folder, name, people)
    path.write_text("A,B,C,D,E,F\n" + path.read_text("utf-8"), "utf-8")
    return path


def test_a_heading_that_was_told_is_found_again(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(titled(tmp_path, "may.csv", 60))
    page: ImportPage = room.importing
    facts = page.pages.check.facts
    pick(facts.menu(facts.heading), "Row 2 alone")
    ready(room, qtbot)
    tell_and_import(room, qtbot)
    look_at(titled(tmp_path, "june.csv", 30))
    ready(room, qtbot)
    assert plan(room).header_rows == (2,)
    assert "Like last time" in page.verdict.detail.text()
    assert plan(room).roles[6].role == "ordinal"


def test_a_file_like_no_other_is_read_as_ever(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(titled(tmp_path, "may.csv", 60))
    facts = room.importing.pages.check.facts
    pick(facts.menu(facts.heading), "Row 2 alone")
    ready(room, qtbot)
    tell_and_import(room, qtbot)
    path = tmp_path / "other.csv"
    path.write_text("City,Rain\n" + "".join(f"Oslo,{n}\n" for n in range(30)), "utf-8")
    look_at(path)
    ready(room, qtbot)
    assert plan(room).header_rows == (1,)
    assert not room.importing.verdict.afresh.isVisible()
    assert plan(room).chosen == ()


def test_how_people_were_found_is_asked_until_it_is_said(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    bring_in(room, qtbot)
    look_at(survey(tmp_path, "customers_june.csv", 40))
    ready(room, qtbot)
    facts = room.importing.pages.check.facts
    assert facts.found.fact == "ask"
    pick(facts.menu(facts.found), "everyone we serve")
    bring_in(room, qtbot)
    (source,) = room._bridge.snapshot.table(Source).values()
    assert source.sampling == "everyone"
    assert room._bridge.workspace.undo_label == "Import customers_june.csv"
