# SPDX-License-Identifier: MIT
"""The answers of a wave: how they are spread, own words, quotes, and spellings told as one."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Question, Quote, Wave
from persona_studio.evidence.columns import encode
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research.distribution import Bar, spread
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.gui.widgets.day_field import read_day


def asked(role: str, **fields: object) -> Question:
    return Question("q", "w", "v", 0, 1, "Q", "Question?", role, **fields)  # type: ignore[arg-type]


def opened(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> ResearchRoom:
    room = ResearchRoom(bridge, jobs)
    room.resize(1100, 640)
    qtbot.addWidget(room)
    room.show()
    room.show_wave(next(iter(bridge.snapshot.table(Wave))))
    return room


def test_choices_are_counted_most_often_first() -> None:
    found = spread(asked("single_choice"), encode(["a", "b", "b", "", " ", "B"]))
    assert found.bars == (Bar("b", 3), Bar("a", 1))
    assert (found.answered, found.rows) == (4, 6)


def test_a_scale_keeps_its_order_and_its_empty_steps() -> None:
    scale = asked("likert", order=("low", "middle", "high"))
    found = spread(scale, encode(["high", "low", "high"]))
    assert [(bar.label, bar.count) for bar in found.bars] == [
        ("low", 1),
        ("middle", 0),
        ("high", 2),
    ]


def test_several_answers_in_a_cell_count_each_for_itself() -> None:
    several = asked("multi_select", separator=",", options=("App", "Phone, incl. SMS"))
    found = spread(several, encode(["App,Phone, incl. SMS", "App"]))
    assert {bar.label: bar.count for bar in found.bars} == {"App": 2, "Phone, incl. SMS": 1}
    assert found.answered == 2


def test_many_numbers_become_round_ranges() -> None:
    found = spread(asked("numeric"), encode([str(n) for n in range(28)]))
    assert [bar.label for bar in found.bars][:2] == ["0 to 4", "5 to 9"]
    assert sum(bar.count for bar in found.bars) == 28


def test_a_missing_mark_is_no_answer() -> None:
    found = spread(asked("single_choice", missing=("-",)), encode(["-", "yes"]))
    assert found.bars == (Bar("yes", 1),)


def test_more_choices_than_fit_are_counted_as_more() -> None:
    found = spread(asked("single_choice"), encode([f"choice {n}" for n in range(30)]), most=10)
    assert (len(found.bars), found.more) == (10, 20)


def test_a_wave_opens_on_its_answers_and_says_them_in_words(
    bridge: Bridge, jobs: Jobs, qtbot: QtBot
) -> None:
    room = opened(bridge, jobs, qtbot)
    assert room.wave.asked.text() == "How often do you visit us?"
    assert "Most days: 50%" in room.wave.bars.accessibleDescription()
    assert not room.wave.bars.grab().isNull()


def test_own_words_are_searched_and_kept_as_a_quote(
    bridge: Bridge, jobs: Jobs, qtbot: QtBot
) -> None:
    room = opened(bridge, jobs, qtbot)
    page = room.wave
    page.list.setCurrentIndex(page.list.model().index(2, 0))
    assert page.voices.list.model().rowCount() == 30
    qtbot.keyClicks(page.voices.search, "table for")
    assert page.voices.list.model().rowCount() == 10
    page.voices.list.setCurrentIndex(page.voices.list.model().index(0, 0))
    before = set(bridge.snapshot.table(Quote))
    qtbot.mouseClick(page.voices.keep, Qt.MouseButton.LeftButton)
    (new,) = set(bridge.snapshot.table(Quote)) - before
    quote = bridge.snapshot.table(Quote)[new]
    assert (quote.text, quote.row) == ("A table for four would be nice.", 4)
    bridge.undo()
    assert set(bridge.snapshot.table(Quote)) == before


def test_escape_leads_back_to_the_sources(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> None:
    room = opened(bridge, jobs, qtbot)
    with qtbot.waitActive(room):
        room.activateWindow()
    room.wave.list.setFocus()
    qtbot.keyClick(room.wave.list, Qt.Key.Key_Escape)
    assert room.sources.isVisible()


def test_a_day_may_be_a_month_or_a_year() -> None:
    assert str(read_day("5.12.2026")) == "2026-12-05"
    assert read_day("31.2.2026") is None
    assert [str(read_day(t)) for t in ("2026-05-04", "2026-05", "2026", "soon", "2026-13")] == [
        "2026-05-04",
        "2026-05-01",
        "2026-01-01",
        "None",
        "None",
    ]


def test_spellings_are_told_to_count_as_one_and_undone(
    bridge: Bridge, jobs: Jobs, qtbot: QtBot
) -> None:
    room = opened(bridge, jobs, qtbot)
    page = room.wave
    qtbot.mouseClick(page.spell, Qt.MouseButton.LeftButton)
    assert set(page.spellings.boxes) == {"Most days", "Once a week", "Rarely"}
    box = page.spellings.boxes["Once a week"]
    box.setCurrentIndex(box.findData("Most days"))
    box.activated.emit(box.currentIndex())
    assert "Most days: 75%" in page.bars.accessibleDescription()
    assert page.spellings.isVisible()
    bridge.undo()
    assert "Most days: 50%" in page.bars.accessibleDescription()
    assert "Once a week: 25%" in page.bars.accessibleDescription()
