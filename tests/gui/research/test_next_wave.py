# SPDX-License-Identifier: MIT
"""The next wave in the window: no click for most, three lists and one decision for the rest."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Question, Source, Wave
from persona_studio.gui.research.next_wave import OTHER, SAME, UNSURE
from persona_studio.gui.research.page_tabs import NEXT
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.storage import personas
from persona_studio.workspace.bringing import bring_in, reader
from persona_studio.workspace.importing import Choice
from tests.gui.research.test_importing import Look
from tests.gui.research.test_importing import bring_in as press_import
from tests.shared import IMPORTS, needs_shared
from tests.workspace.survey import people, write

NAMES = {
    "Visits a month": "visits  a month",
    "How do you order?": "How do you order?",
    "Person": "Person",
    "Satisfaction": "Overall satisfaction",
    "Age group": "Your age",
    "Country": "Country",
}


@pytest.fixture
def first(room: ResearchRoom, tmp_path: Path) -> str:
    """Bring the first wave in without the window."""
    with reader() as child:
        path = write(tmp_path / "guests.csv", people(0, 90))
        return bring_in(room._bridge.workspace, child, path, Choice("Guests")).wave


@pytest.fixture
def autumn(tmp_path: Path) -> Path:
    """Write a second wave with a renamed, a moved, a new and a drifted question."""
    rows = people(60, 150, seed=2)
    for row in rows:
        row["Country"] = "DE" if row["Person"] < "C-0100" else "AT"
        row["How do you order?"] = row["How do you order?"].replace("Café", "cafe")
        row["Age group"] = row["Age group"].replace("-", "\u2013")
    return write(tmp_path / "autumn.csv", rows, NAMES)


def names(room: ResearchRoom, which: str) -> list[str]:
    model = room.importing.pages.next.lists[which].model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def variables(room: ResearchRoom, wave: str) -> dict[str, Question]:
    return {q.label: q for q in room._bridge.snapshot.questions_of(wave)}


def newest(room: ResearchRoom) -> str:
    return max(room._bridge.snapshot.table(Wave).values(), key=lambda w: str(w.imported_at)).id


def test_a_later_wave_leads_to_the_re_check_once_there_are_personas(
    room: ResearchRoom, first: str, autumn: Path, look_at: Look, qtbot: QtBot
) -> None:
    look_at(autumn)
    press_import(room, qtbot)
    assert room.summary.groups.isVisible()
    assert not room.summary.recheck.isVisible()
    with room._bridge.edit("Add persona") as write:
        personas.add(write, "Commuter Maya")
    room.activate()
    assert not room.summary.groups.isVisible()
    with qtbot.waitSignal(room.recheck_wanted) as told:
        qtbot.mouseClick(room.summary.recheck, Qt.MouseButton.LeftButton)
    assert told.args == [newest(room)]
    assert told.args != [first]


@needs_shared
def test_the_pair_of_the_corpus_needs_no_click_but_import(
    room: ResearchRoom, look_at: Look, qtbot: QtBot
) -> None:
    for name in ("gen_wave1.csv", "gen_wave2.csv"):
        look_at(IMPORTS / name)
        press_import(room, qtbot)
    assert len(room._bridge.snapshot.table(Source)) == 1
    last = room.news._imported
    assert last is not None
    assert last.matched.renamed == (("Satisfaction", "Overall satisfaction"),)
    assert not last.matched.gone
    said = room.summary.detail
    qtbot.waitUntil(lambda: "20 people answered before" in said.text(), timeout=5000)
    assert "50 are new" in said.text()


def test_a_next_wave_says_in_one_line_what_it_is_and_who_was_there(
    room: ResearchRoom, first: str, autumn: Path, look_at: Look, qtbot: QtBot
) -> None:
    look_at(autumn)
    page, line = room.importing, room.importing.pages.check.next
    assert page.pages.check.about.source.currentText() == "Guests"
    qtbot.waitUntil(lambda: "30 people answered before, 60 new." in line.text(), timeout=10000)
    assert line.text().startswith("A new wave of “Guests”: 3 questions as before, 2 to look at")
    assert page.pages.tabs.tabText(NEXT) == "Next wave 2"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert page.pages.currentIndex() == NEXT
    assert names(room, UNSURE) == ["Overall satisfaction", "Your age"]
    assert names(room, OTHER) == ["Country", "Age group", "What should we change?"]
    assert names(room, SAME) == ["visits a month", "How do you order?", "Person"]


def test_pairs_are_settled_by_keyboard_and_a_line_can_be_parted(
    room: ResearchRoom, first: str, autumn: Path, look_at: Look, qtbot: QtBot
) -> None:
    look_at(autumn)
    room.importing.pages.show_page(NEXT)
    with qtbot.waitActive(room):
        room.activateWindow()
    page = room.importing.pages.next
    view = page.lists[UNSURE].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert names(room, UNSURE) == ["Your age"]
    assert "Overall satisfaction" in names(room, OTHER)
    page.lists[UNSURE].look_at("5", "")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Y)
    assert names(room, UNSURE) == []
    assert page.detail.spellings.boxes.keys() == {"18\u201324", "25\u201334"}
    press_import(room, qtbot)
    before, after = variables(room, first), variables(room, newest(room))
    assert after["Your age"].variable == before["Age group"].variable
    assert after["Your age"].merged == {"18\u201324": "18-24", "25\u201334": "25-34"}
    assert after["Overall satisfaction"].variable != before["Satisfaction"].variable


def test_a_question_that_is_gone_is_found_and_a_spelling_told_apart_by_mouse(
    room: ResearchRoom, first: str, autumn: Path, look_at: Look, qtbot: QtBot
) -> None:
    look_at(autumn)
    room.importing.pages.show_page(NEXT)
    page = room.importing.pages.next
    page.lists[OTHER].view.setCurrentIndex(page.lists[OTHER].model.index(1))
    box = page.detail.box
    box.setCurrentIndex(box.findText("Your age"))
    box.activated.emit(box.currentIndex())
    assert "Your age" in names(room, SAME)
    page.lists[SAME].look_at("2", "")
    spelt = page.detail.spellings.boxes["cafe"]
    assert spelt.currentText() == "Café"
    spelt.setCurrentIndex(0)
    spelt.activated.emit(0)
    press_import(room, qtbot)
    after = variables(room, newest(room))
    assert after["How do you order?"].merged == {}
    assert after["Your age"].variable == variables(room, first)["Age group"].variable


def test_the_file_takes_the_place_of_a_wave_or_is_a_source_of_its_own(
    room: ResearchRoom, first: str, autumn: Path, look_at: Look, qtbot: QtBot
) -> None:
    bridge = room._bridge
    look_at(autumn)
    room.importing.pages.show_page(NEXT)
    qtbot.mouseClick(room.importing.pages.next.ways["separate"], Qt.MouseButton.LeftButton)
    assert "not compared" in room.importing.pages.next.sentence.text()
    press_import(room, qtbot)
    assert {s.name for s in bridge.snapshot.table(Source).values()} == {"Guests", "Guests 2"}
    bridge.undo()
    assert set(bridge.snapshot.table(Wave)) == {first}
    look_at(autumn)
    room.importing.pages.show_page(NEXT)
    qtbot.mouseClick(room.importing.pages.next.ways["replace"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(room.importing.verdict.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first not in bridge.snapshot.table(Wave), timeout=20000)
    assert len(bridge.snapshot.table(Wave)) == 1
    assert "took the place" in room.summary.detail.text()
    bridge.undo()
    assert set(bridge.snapshot.table(Wave)) == {first}


def test_a_first_file_has_no_page_of_a_next_wave(
    room: ResearchRoom, autumn: Path, look_at: Look
) -> None:
    look_at(autumn)
    assert not room.importing.pages.tabs.isTabVisible(NEXT)
    assert room.importing.pages.check.next.isHidden()
