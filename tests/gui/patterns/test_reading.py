# SPDX-License-Identifier: MIT
"""Reading an answer: what is told of a group, what is asked, and where no groups lead."""

from statistics import median

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from persona_studio.core.research import Segmentation
from persona_studio.gui.patterns.question_model import WEIGHT
from persona_studio.gui.patterns.question_panel import track_of
from persona_studio.gui.patterns.wording import confidence
from persona_studio.gui.project_view import ProjectView
from persona_studio.gui.settings import Settings
from tests.gui.patterns.conftest import RESULT
from tests.gui.patterns.test_views import press, texts

PAYS = "How do you usually pay?"
SPENDS = "What do you spend on a usual visit (£)?"


def change(room, **fields) -> None:
    with room._bridge.workspace.edit("Answer") as write:
        write.change(Segmentation, "old", **fields)


def test_more_of_a_group_tells_its_middle_person_its_words_and_that_ages_do_not_differ(room):
    space = room._bridge.workspace
    open_question = next(
        q for q in space.snapshot.questions_of(room.segmentation.wave) if q.role == "free_text"
    )
    rows = [row for row in range(2, 82) if row % 3]
    said = {
        r: space.data.cell(space.snapshot, open_question.wave, r, open_question.id) for r in rows
    }
    typical = next(row for row, text in said.items() if 20 <= len(text) <= 200)
    change(room, result={**RESULT, "typical": [[typical], []]})
    press(room, "See more of each group")
    told = texts(room)
    assert f"“{said[typical].strip()}”" in told
    assert "this group is much like everyone" in told
    spends = space.snapshot.question(room.segmentation.wave, SPENDS)
    cells = [space.data.cell(space.snapshot, spends.wave, row, spends.id) for row in rows]
    assert f"{median(float(cell) for cell in cells if cell):.3g} (" in told
    assert "In numbers: the middle person (the middle half)" in told


@pytest.mark.parametrize(
    ("words", "basis", "weights"),
    [
        ("Set it to low and look again", (PAYS, SPENDS), {PAYS: "low"}),
        ("Leave it out and look again", (SPENDS,), {}),
    ],
)
def test_a_question_that_leads_is_asked_about_and_taken_back(
    room, monkeypatch, words, basis, weights
):
    change(room, offered=[{"k": 2, "worst_stability": 0.8, "chosen": True}])
    assert words not in [b.text() for b in (room.answer.low, room.answer.out) if b.isVisible()]
    change(room, result={**RESULT, "forms": {PAYS: 0.7, SPENDS: 0.3}})
    assert f"“{PAYS}” alone forms 70 % of these groups" in texts(room)
    asked = []
    monkeypatch.setattr(room.running, "start", lambda job, _: asked.append(job[1][0]))
    press(room.answer, words)
    assert (asked[0].basis, dict(asked[0].weights)) == (basis, weights)


def test_questions_say_how_much_they_formed_and_what_the_search_noticed(room):
    result = {**RESULT, "forms": {PAYS: 0.7, SPENDS: 0.3}}
    result |= {"skipped": [{"questions": [SPENDS], "n": 12, "share": 0.15}]}
    result |= {"left_out": {"What should we play?": "goes with no other question here"}}
    change(room, result=result, offered=[{"k": 2, "worst_stability": 0.8, "chosen": True}])
    press(room, "Questions")
    model = room.panel.model
    told = {model.index(r, 0).data(): r for r in range(model.rowCount())}
    cells = {name: [model.index(row, c).data() for c in range(1, 4)] for name, row in told.items()}
    assert cells[PAYS] == ["Forms groups", "Normal", "70 %"]
    assert cells[SPENDS] == ["Forms groups: 12 people skipped this block", "Normal", "30 %"]
    assert cells["What should we play?"][0] == "Left out: goes with no other question here"


def test_a_slider_takes_the_stop_that_is_pressed(room):
    press(room, "Questions")
    table, model = room.panel.table, room.panel.model
    index = model.index(0, WEIGHT)
    track = track_of(table.visualRect(index).toRectF())
    for place, word in ((track.right(), "High"), (track.left(), "Low")):
        at = QPoint(round(place), round(track.center().y()))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert index.data() == word


def test_no_groups_lead_to_the_scales_and_to_the_wall(room, jobs):
    with room._bridge.workspace.edit("None") as write:
        for segment in room._bridge.snapshot.segments_of("old"):
            write.remove(type(segment), segment.id)
        write.change(Segmentation, "old", verdict="none", k=0)
    assert "Only 80 people: so few can hide groups that are there." in texts(room)
    went = []
    room.board_wanted.connect(went.append)
    press(room, "Place people on scales")
    press(room, "Sort evidence on the wall")
    assert went == ["scales", "wall"]
    view = ProjectView(room._bridge, jobs, Settings(), QAction(), QAction())
    view.show_beside("scales")
    assert (view.room, view._pages["personas"].views.view) == ("personas", "scales")
    view.deleteLater()


@pytest.mark.parametrize(
    ("agreement", "words"),
    [(None, ""), (0.95, "95 %"), (0.8, "mostly so"), (0.5, "only 50 %")],
)
def test_how_far_two_ways_of_looking_agree_is_said_in_words(agreement, words):
    said = confidence(Segmentation("s", "w", result={"agreement": agreement}))
    assert words in said
    assert bool(said) == (agreement is not None)
