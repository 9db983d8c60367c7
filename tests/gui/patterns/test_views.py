# SPDX-License-Identifier: MIT
"""The views of an answer: golden questions, worth, value tiers and two groupings compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from persona_studio.core.research import Segmentation
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.patterns import views
from persona_studio.gui.patterns.room import PatternsRoom
from persona_studio.gui.widgets.meter_bar import MeterBar
from persona_studio.patterns.finding import find_groups
from persona_studio.storage import personas
from persona_studio.workspace import grouping, recognising, valuing
from tests.patterns.sample import project
from tests.workspace.test_moving import group


def quiet(done: int, total: int) -> None:
    """Report to nobody."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    workspace, wave = project(tmp_path_factory.mktemp("views") / "p.persona")
    request = grouping.request(workspace, wave)
    found = find_groups(request, report=quiet)
    workspace.close()
    return found


@pytest.fixture
def room(look, tmp_path, jobs, qtbot, kept) -> Iterator[PatternsRoom]:
    workspace, wave = project(tmp_path / "p.persona")
    grouping.store(workspace, grouping.request(workspace, wave), kept)
    numbers = kept.assignment.tolist()
    group(workspace, wave, "old", {row: "AAB"[n] for row, n in enumerate(numbers, start=2)})
    with workspace.edit("Persona") as write:
        personas.add(write, "Of the first", segment="old-A")
    bridge = Bridge(workspace)
    made = PatternsRoom(bridge, jobs)
    qtbot.addWidget(made)
    made.resize(1207, 640)
    made.show()
    made.activate()
    yield made
    bridge.closing.emit()
    workspace.close()


def texts(where: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in where.findChildren(QLabel) if label.isVisible())


def press(where: QWidget, words: str) -> None:
    QApplication.processEvents()
    found = next(b for b in where.findChildren(QPushButton) if b.text() == words and b.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_golden_questions_are_looked_for_in_the_child_told_tried_and_narrowed(room, qtbot):
    press(room, "Golden questions")
    page = room.views.golden
    press(page, "Find golden questions")
    assert page.running.isVisible()
    press(page, "Cancel")
    assert page.running.isHidden()
    press(page, "Find golden questions")
    qtbot.waitUntil(lambda: recognising.golden_of(room.segmentation) is not None, timeout=60_000)
    golden = recognising.golden_of(room.segmentation)
    said = texts(page)
    assert f"{golden['hit']['k']} of {golden['hit']['n']} people into their own group" in said
    assert "others it had not seen" in said
    assert said.count("recognised") == 3
    model, table = page.model, page.table
    assert model.rowCount() == sum(1 + len(q["answers"]) for q in golden["questions"])
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(model.index(1, 0)).center(),
    )
    first = [
        a + b for a, b in zip(golden["start"], golden["questions"][0]["points"][0], strict=True)
    ]
    assert model.totals() == first
    assert "most points for" in texts(page)
    assert "picked" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert model.totals() == []
    barred = model.question_at(1)
    press(page, "Never ask this question")
    qtbot.waitUntil(
        lambda: recognising.golden_of(room.segmentation)["without"] == [barred], timeout=60_000
    )
    QApplication.processEvents()
    assert barred not in {model.question_at(row) for row in model.heads()}
    deeds = {entry.text: entry for entry in room.deeds()}
    assert {"Groups", "Compare", "Look again with all questions"} <= deeds.keys()
    wanted = []
    room.print_wanted.connect(wanted.append)
    deeds["Print the card"].run()
    assert wanted == ["golden_questions"]


def test_what_groups_are_worth_is_said_in_words_and_a_bar(room):
    press(room, "What they are worth")
    said = texts(room.views.value)
    (valued,) = valuing.values(room._bridge.workspace, room.segmentation.id)
    for place in range(3):
        assert valued.said(place) in said
    assert (
        "Shares of all amounts under “What do you spend on a usual visit (£)?”, as people" in said
    )
    bars = [b for b in room.views.value.findChildren(MeterBar) if b.isVisible()]
    assert all("of the money" in bar.accessibleName() for bar in bars)


def test_value_tiers_are_made_shown_chosen_again_and_undone(room):
    before = room.segmentation.id
    press(room, "What they are worth")
    press(room.views.value, "Cut people into value tiers")
    assert room.segmentation.method == valuing.METHOD
    assert "not groups that were found" in texts(room)
    assert not room.result._left.isVisible()
    combo = room.views.kept
    assert combo.count() == 2
    combo.setCurrentIndex(combo.findData(before))
    combo.activated.emit(combo.currentIndex())
    assert room.segmentation.id == before
    room._bridge.undo()
    assert room.views.kept.count() == 1
    assert room.views.kept.isHidden()


def test_two_groupings_are_compared_people_opened_and_personas_moved(room):
    press(room, "Compare")
    page, rows = room.views.compare, []
    room.show_row.connect(lambda *place: rows.append(place))
    assert (page.table.rowCount(), page.table.columnCount()) == (2, 3)
    assert "people stay with the group most like theirs" in texts(page)
    assert page.people.count()
    table = page.table
    assert (
        sum(
            int(item.text().split()[0])
            for r in range(2)
            for c in range(3)
            if (item := table.item(r, c)).text() != "-"
        )
        == 400
    )
    page.people.setCurrentRow(0)
    page.people.setFocus()
    QTest.keyClick(page.people, Qt.Key.Key_Return)
    assert rows
    assert page.people.item(0).text().startswith("RC-")
    press(page, "Move 1 persona here")
    segments = {s.id for s in room._bridge.snapshot.segments_of(room.segmentation.id)}
    assert room._bridge.snapshot.personas[0].segment in segments
    assert "No persona stands for a group" in texts(page)
    room._bridge.undo()
    assert room._bridge.snapshot.personas[0].segment not in segments


def test_with_one_grouping_there_is_nothing_to_compare_yet(room):
    with room._bridge.edit("Remove") as write:
        write.remove(Segmentation, "old")
    room.views.open(views.COMPARE)
    assert "So far only one is kept" in texts(room)
    press(room, "Choose questions")
    assert room.panel.isVisible()
