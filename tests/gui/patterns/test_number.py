# SPDX-License-Identifier: MIT
"""How many groups: neighbours are looked at beside what is shown, and the user chooses."""

from persona_studio.core.research import Segment, Segmentation
from persona_studio.gui.patterns.views import NUMBER
from persona_studio.gui.widgets.chip import Chip
from tests.gui.patterns.conftest import RESULT
from tests.gui.patterns.test_views import press, texts

OFFERED = [{"k": k, "worst_stability": w, "chosen": k == 2} for k, w in ((2, 0.8), (3, 0.5))]


def quiet(done: int, total: int) -> None:
    """Report to nobody."""


def here(room, monkeypatch) -> None:
    """Let searches run in this process, at once."""

    def start(work, found):
        function, arguments = work
        found(function(*arguments, report=quiet))

    monkeypatch.setattr(room.views.number.running, "start", start)
    monkeypatch.setattr(room.running, "start", start)


def opened(room) -> None:
    with room._bridge.workspace.edit("Answer") as write:
        left_out = {"What should we play?": "goes with no other question here"}
        result = {**RESULT, "left_out": left_out}
        write.change(Segmentation, "old", offered=OFFERED, result=result)
        for letter, stability in (("A", 0.9), ("B", 0.76)):
            write.change(Segment, f"old-{letter}", stability=stability)
    room.views.open(NUMBER)


def test_a_neighbour_is_told_in_words_looked_at_beside_and_chosen(room, monkeypatch):
    here(room, monkeypatch)
    opened(room)
    page = room.views.number
    assert [column.isVisible() for column in page.columns] == [False, True, True]
    told = texts(page)
    assert "The least steady group keeps 76 % of its people: steady." in told
    assert "At a first look the least steady group keeps about 50 %: do not trust." in told
    assert "Not looked at yet." in told
    press(page, "Look at all of them")
    assert room.segmentation.id == "old"
    assert room._bridge.workspace.undo_label == "Look at 3 groups"
    assert "Not looked at yet." not in texts(page)
    assert page.both.isHidden()
    press(page, "Show these")
    assert room.segmentation.k == 3
    assert len(room._bridge.snapshot.segments_of(room.segmentation.id)) == 3
    press(page, "Show these")
    assert room.segmentation.id == "old"


def test_a_number_asked_for_again_asks_the_same_questions_and_is_found(room, monkeypatch):
    here(room, monkeypatch)
    opened(room)
    press(room, "3 groups")
    made = room.segmentation
    told = {*made.questions, *made.result["left_out"]}
    assert told == {
        *room._bridge.snapshot.table(Segmentation)["old"].questions,
        "What should we play?",
    }
    press(room, "2 groups")
    press(room, "3 groups")
    assert room.segmentation.id == made.id
    assert len(room._bridge.snapshot.table(Segmentation)) == 2


def test_a_narrow_room_keeps_every_word_of_its_head_and_its_names(room):
    opened(room)
    room.head.waves.setItemText(0, "Customer survey of both branches, May 2026")
    room.head.waves.show()
    room.resize(870, 560)
    told = texts(room.head)
    assert "Patterns" in told
    chips = {
        chip.accessibleName(): chip for chip in room.head.findChildren(Chip) if chip.isVisible()
    }
    assert chips["3 groups"].text() == "3"
    for button in (*chips.values(), room.head.draft_button):
        assert button.width() >= button.sizeHint().width(), button.accessibleName()
    room.resize(1207, 640)
    texts(room.head)
    assert chips["3 groups"].text() == "3 groups"
