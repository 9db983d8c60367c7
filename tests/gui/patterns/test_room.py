# SPDX-License-Identifier: MIT
"""The Patterns room: groups are looked for, read, named, counted anew and drafted with clicks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns.group_card import GroupCard
from persona_studio.gui.patterns.question_model import BASIS, DESCRIBES, OUT, PART, WEIGHT
from persona_studio.gui.patterns.room import PatternsRoom
from persona_studio.gui.patterns.share_row import ShareRow
from persona_studio.gui.patterns.wording import tip_of
from persona_studio.gui.theme import theme
from persona_studio.patterns.finding import find_groups
from persona_studio.patterns.request import request_of
from persona_studio.storage import personas
from persona_studio.workspace import grouping
from persona_studio.workspace.workspace import Workspace
from tests.patterns.planted import survey as planted
from tests.patterns.sample import add_survey, project

NOISE = ("Which milk do you take?", "What should we play?")


def quiet(done: int, total: int) -> None:
    """Report to nobody."""


def shown(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> PatternsRoom:
    room = PatternsRoom(bridge, jobs)
    qtbot.addWidget(room)
    room.resize(1207, 672)
    room.show()
    room.activate()
    return room


@pytest.fixture
def survey(look: None, tmp_path) -> Iterator[tuple[Bridge, str]]:
    workspace, wave = project(tmp_path / "p.persona")
    yield Bridge(workspace), wave
    workspace.close()


@pytest.fixture
def room(survey: tuple[Bridge, str], jobs: Jobs, qtbot: QtBot) -> PatternsRoom:
    return shown(survey[0], jobs, qtbot)


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    workspace, wave = project(tmp_path_factory.mktemp("groups") / "p.persona")
    found = find_groups(grouping.request(workspace, wave), report=quiet)
    workspace.close()
    return found


@pytest.fixture
def answered(room: PatternsRoom, survey: tuple[Bridge, str], answer) -> PatternsRoom:
    bridge, wave = survey
    grouping.store(bridge.workspace, grouping.request(bridge.workspace, wave), answer)
    return room


def texts(where: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in where.findChildren(QLabel) if label.isVisible())


def look_at(room: PatternsRoom, wave: str) -> None:
    waves = room.head.waves
    waves.setCurrentIndex(waves.findData(wave))
    waves.activated.emit(waves.currentIndex())


def texts_of_buttons(where: QWidget) -> list[str]:
    QApplication.processEvents()
    return [b.text() for b in where.findChildren(QPushButton) if b.isVisible()]


def button(where: QWidget, words: str) -> QPushButton:
    QApplication.processEvents()
    return next(b for b in where.findChildren(QPushButton) if b.text() == words and b.isVisible())


def press(where: QWidget, words: str) -> None:
    QTest.mouseClick(button(where, words), Qt.MouseButton.LeftButton)


def cards(room: PatternsRoom) -> list[GroupCard]:
    QApplication.processEvents()
    return [card for card in room.findChildren(GroupCard) if card.isVisible()]


def test_without_answers_the_room_leads_to_research(look, tmp_path, jobs, qtbot):
    workspace = Workspace.create(tmp_path / "empty.persona", "Empty")
    room = shown(Bridge(workspace), jobs, qtbot)
    went = []
    room.open_room.connect(went.append)
    assert "Import a survey first" in texts(room)
    press(room, "Go to Research")
    assert went == ["research"]
    workspace.close()


def test_groups_made_by_hand_have_no_answer_to_show_and_do_no_harm(survey, jobs, qtbot):
    bridge, wave = survey
    with bridge.workspace.edit("By hand") as write:
        for number, result in enumerate((None, {"detail": "by hand"}, [1], "x")):
            write.add(Segmentation(f"g{number}", wave, "By hand", result=result))
    room = shown(bridge, jobs, qtbot)
    assert room.segmentation is None
    assert room.panel.isVisible()


def test_questions_are_proposed_with_reasons_and_can_be_changed(room):
    model = room.panel.model
    assert "How old are you?" not in model.variables(BASIS)
    rows = {model.index(r, 0).data(): r for r in range(model.rowCount())}
    left_out = model.index(rows["What should we change first?"], PART)
    assert "free text" in left_out.data()
    assert not left_out.flags() & Qt.ItemFlag.ItemIsEditable
    milk = rows[NOISE[0]]
    assert model.setData(model.index(milk, WEIGHT), "high")
    assert model.weights() == {NOISE[0]: "high"}
    assert model.setData(model.index(milk, PART), OUT)
    assert NOISE[0] not in model.variables(BASIS)
    assert model.weights() == {}
    assert "22 form groups, 3 describe them" in texts(room)
    for row in range(model.rowCount()):
        model.setData(model.index(row, PART), OUT)
    assert "No question forms groups as it stands; it takes two." in texts(room)


def test_with_too_few_questions_the_page_says_why_and_offers_the_others(room):
    model, find = room.panel.model, room.panel.find_button
    first, *others = model.variables(BASIS)
    for variable in others:
        model.give(variable, PART, OUT)
    assert "Only one question forms groups as it stands; it takes two." in texts(room)
    assert "“Forms groups”" in find.toolTip()
    assert not find.isEnabled()
    describing = model.variables(DESCRIBES)
    press(room, "Use these 3 questions too")
    assert set(model.variables(BASIS)) == {first, *describing}
    assert find.isEnabled()
    assert find.hasFocus()
    assert not find.toolTip()
    assert not room.panel.more_button.isVisible()
    for variable in describing:
        model.give(variable, PART, OUT)
    assert "The table says why others are left out." in texts(room)
    assert not room.panel.more_button.isVisible()


def test_a_part_is_chosen_by_keyboard_in_the_table(room):
    table, model = room.panel.table, room.panel.model
    index = model.index(0, PART)
    variable = model.variables(BASIS)[0]
    table.setCurrentIndex(index)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert not table.findChildren(QComboBox), "walking through the table changes nothing"
    QTest.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    (choice,) = table.findChildren(QComboBox)
    for _ in range(2):
        QTest.keyClick(choice.view(), Qt.Key.Key_Down)
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert variable in model.variables(OUT)


def test_one_click_opens_the_choices_of_a_cell(room):
    table, model = room.panel.table, room.panel.model
    place = table.visualRect(model.index(0, PART)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    (choice,) = table.findChildren(QComboBox)
    assert choice.view().isVisible()
    choice.hidePopup()


def test_a_search_stays_with_its_survey_shows_its_answer_there_and_can_be_undone(
    room, survey, qtbot
):
    bridge, wave = survey
    other = add_survey(bridge.workspace, "Second survey", 60)
    told = []
    bridge.told.connect(lambda *words: told.append(words))
    room.refresh()
    press(room, "Find groups")
    assert "Looking for groups of similar people" in texts(room)
    look_at(room, other)
    assert "Looking for groups of similar people" not in texts(room)
    assert "Groups are being looked for in Customer survey" in texts(room)
    qtbot.waitUntil(lambda: not room.running.busy, timeout=60_000)
    assert room.wave == other, "what is looked at stays in front"
    assert "Groups are being looked for" not in texts(room)
    assert button(room, "Find groups").isEnabled()
    assert told[0][1].startswith("There are clear groups: three")
    look_at(room, wave)
    assert "There are clear groups: three" in texts(room)
    assert len(cards(room)) == 3
    assert "19 questions form the groups" in texts(room)
    assert button(room, "Make 3 draft personas").isEnabled()
    assert bridge.workspace.undo_label == "Find groups"
    bridge.undo()
    assert not cards(room)
    assert button(room, "Find groups").isEnabled()


def test_cancel_stops_the_search_and_keeps_nothing(room, survey):
    press(room, "Find groups")
    press(room, "Cancel")
    assert not room.running.busy
    assert not survey[0].snapshot.table(Segmentation)
    assert button(room, "Find groups").isEnabled()


def test_a_renamed_group_leaves_the_keyboard_where_it_went(answered, survey, qtbot):
    bridge, _ = survey
    with qtbot.waitActive(answered):
        answered.activateWindow()
    first, second, _ = (card.name for card in cards(answered))
    first.begin()
    QTest.keyClicks(first, "In a hurry")
    second.setFocus()
    assert bridge.workspace.undo_label == "Rename group"
    assert QApplication.focusWidget() is second
    bridge.undo()
    assert first.text() != "In a hurry"
    second.begin()
    QTest.keyClicks(second, "Nobody")
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert bridge.workspace.undo_label != "Rename group"


def test_a_group_is_renamed_in_place_and_its_draft_bears_the_name(answered, survey):
    bridge, _ = survey
    name = cards(answered)[0].name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "In a hurry")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert bridge.workspace.undo_label == "Rename group"
    went = []
    answered.show_persona.connect(went.append)
    press(answered, "Make 3 draft personas")
    assert went == [bridge.snapshot.personas[0].id]
    assert bridge.snapshot.personas[0].name == "In a hurry"
    assert bridge.workspace.undo_label == "Draft personas"


def test_where_personas_stand_already_the_room_asks_before_it_makes_more(answered, survey, qtbot):
    bridge, _ = survey
    went = []
    answered.show_persona.connect(went.append)
    press(answered, "Make 3 draft personas")
    before = bridge.snapshot.personas
    press(answered, "Draft personas again…")
    assert "3 personas stand for these groups already." in texts(answered)
    assert bridge.snapshot.personas == before
    with qtbot.waitActive(answered):
        answered.activateWindow()
    answered.draft()
    assert QApplication.focusWidget() is button(answered, "Keep them")
    press(answered, "Keep them")
    assert (went, bridge.snapshot.personas) == ([before[0].id] * 2, before)
    answered.draft()
    press(answered, "Make 3 new ones beside them")
    assert len(bridge.snapshot.personas) == 6
    assert went[2] == bridge.snapshot.personas[3].id
    assert "stand for these groups" not in texts(answered)
    bridge.undo()
    assert bridge.snapshot.personas == before


def test_a_group_whose_persona_was_removed_gets_a_new_one_without_a_question(answered, survey):
    bridge, _ = survey
    told = []
    bridge.told.connect(lambda *words: told.append(words))
    press(answered, "Make 3 draft personas")
    answered.draft()
    with bridge.edit("Remove persona") as write:
        personas.remove(write, bridge.snapshot.personas[1].id)
    assert "stand for these groups" not in texts(answered), "the question is out of date"
    press(answered, "Make 1 draft persona")
    assert len(bridge.snapshot.personas) == 3
    assert told == [("1 draft persona was made.", "Those that were there are as they were.")]


def test_pointing_at_a_person_tells_their_answers(answered, survey):
    bridge, wave = survey
    people = answered.result.map
    QApplication.processEvents()
    place = people.place_of(2)
    lines = people.lines_at(place)
    assert len(lines) == 6
    question = bridge.snapshot.question(wave, "What do you usually buy?")
    cell = bridge.workspace.data.cell(bridge.snapshot, wave, 2, question.id)
    assert f"{question.label} {cell}" in lines
    assert people.lines_at(QPointF(-50, -50)) == []


def test_arrow_keys_go_from_person_to_person(answered):
    people = answered.result.map
    people.setFocus()
    QTest.keyClick(people, Qt.Key.Key_Right)
    first = people.accessibleDescription()
    QTest.keyClick(people, Qt.Key.Key_Right)
    assert first
    assert people.accessibleDescription() != first


def test_more_of_each_group_shows_who_they_are(answered):
    before = len([row for row in answered.findChildren(ShareRow) if row.isVisible()])
    press(answered, "See more of each group")
    assert "Who they are" in texts(answered)
    assert len([row for row in answered.findChildren(ShareRow) if row.isVisible()]) > before
    press(answered, "Show less of each group")
    assert "Who they are" not in texts(answered)


def test_another_number_of_groups_is_looked_for_and_kept_beside_the_first(answered, survey, qtbot):
    bridge, _ = survey
    press(answered, "2 groups")
    qtbot.waitUntil(lambda: not answered.running.busy, timeout=60_000)
    assert len(cards(answered)) == 2
    assert len(bridge.snapshot.table(Segmentation)) == 2
    press(answered, "3 groups")
    assert len(cards(answered)) == 3
    assert len(bridge.snapshot.table(Segmentation)) == 2


def test_no_groups_is_said_plainly_and_everyone_can_be_drafted(room, survey):
    bridge, wave = survey
    crowd, _ = planted(300, 1, 0.0, 5)
    none = find_groups(request_of(crowd, tuple(crowd.columns)), report=quiet)
    assert none.verdict == "none"
    grouping.store(bridge.workspace, grouping.request(bridge.workspace, wave), none)
    assert "No group structure can be shown here." in texts(room)
    assert "What you can do instead" in texts(room)
    assert not cards(room)
    press(room, "Draft one persona of everyone")
    assert [p.name for p in bridge.snapshot.personas] == ["Everyone asked"]
    went = []
    room.show_persona.connect(went.append)
    press(room, "Draft one persona of everyone")
    assert "A persona of everyone who was asked is there: Everyone asked." in texts(room)
    press(room, "Keep it")
    assert went == [p.id for p in bridge.snapshot.personas], "none was made"
    press(room, "Draft one persona of everyone")
    press(room, "Make a new one beside it")
    assert [p.name for p in bridge.snapshot.personas] == ["Everyone asked", "Everyone asked (2)"]
    press(room, "Draft one persona of everyone")
    bridge.undo()
    bridge.undo()
    assert "Keep it" not in texts_of_buttons(room), "what it asked about is gone"


def test_too_few_people_are_not_grouped(look, tmp_path, jobs, qtbot):
    workspace, wave = project(tmp_path / "few.persona", limit=40)
    room = shown(Bridge(workspace), jobs, qtbot)
    request = grouping.request(workspace, wave)
    grouping.store(workspace, request, find_groups(request, report=quiet))
    assert "Too few people to look for groups." in texts(room)
    assert "Map of people" not in texts(room)
    workspace.close()


def test_a_read_only_project_can_be_looked_at_but_not_changed(look, tmp_path, jobs, qtbot, answer):
    workspace, wave = project(tmp_path / "p.persona")
    grouping.store(workspace, grouping.request(workspace, wave), answer)
    workspace.close()
    opened = Workspace.open(tmp_path / "p.persona", read_only=True)
    room = shown(Bridge(opened), jobs, qtbot)
    assert len(cards(room)) == 3
    assert not button(room, "Make 3 draft personas").isEnabled()
    assert cards(room)[0].name.isReadOnly()
    opened.close()


def test_the_room_is_painted_in_the_dark_too(answered):
    light = answered.grab().toImage().pixelColor(5, 5)
    theme().set_mode("dark")
    dark = answered.grab().toImage().pixelColor(5, 5)
    theme().set_mode("light")
    assert light.lightness() > 200 > 100 > dark.lightness()


def test_what_people_wrote_is_never_read_as_markup():
    assert tip_of(["<b>x</b>"]) == "<qt>&lt;b&gt;x&lt;/b&gt;</qt>"
