# SPDX-License-Identifier: MIT
"""Before a wave, a source or a person goes, everything that rests on it is listed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from persona_studio import paths
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Evidence
from persona_studio.core.research import Quote, Source, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.research.finders import ThemePalette
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.storage import backup, evidence
from persona_studio.workspace.backups import keep_backup
from tests.storage.projects import state


@pytest.fixture
def room(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> Iterator[ResearchRoom]:
    """Give the room over the sample project."""
    room = ResearchRoom(bridge, jobs)
    room.resize(1180, 660)
    qtbot.addWidget(room)
    room.show()
    yield room
    bridge.closing.emit()


def lines(room: ResearchRoom) -> list[str]:
    return room.decision.lines.stringList()


def press(button: object, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_wave_lists_the_lines_that_would_break_and_undo_brings_it_back(
    room: ResearchRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    before = state(bridge.workspace)
    (wave,) = bridge.snapshot.table(Wave)
    room.show_wave(wave)
    press(room.wave.remove, qtbot)
    assert room.decision.isVisible()
    assert room.decision.keep.hasFocus() or not room.isActiveWindow()
    assert "2 pieces of evidence" in room.decision.sentence.text()
    assert lines(room) == [
        "Commuter Maya: Comes on most days (loses 1 of 1)",
        "Commuter Maya: Orders in the app (loses 1 of 1)",
    ]
    press(room.decision.keep, qtbot)
    assert room.wave.isVisible()
    assert state(bridge.workspace) == before
    press(room.wave.remove, qtbot)
    press(room.decision.act, qtbot)
    assert not bridge.snapshot.table(Wave)
    assert room.sources.isVisible()
    assert all(e.lost for e in bridge.snapshot.table(Evidence).values() if e.measure)
    bridge.undo()
    assert state(bridge.workspace) == before


def test_a_source_lists_what_rests_on_all_of_it_and_a_line_leads_to_the_board(
    room: ResearchRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    (source,) = [s for s in bridge.snapshot.table(Source).values() if s.kind != "assumption"]
    claim = bridge.snapshot.claims_of(bridge.snapshot.personas[0].id, "goals")
    assert not claim
    room.sources.removal_wanted.emit(source.id)
    assert "2 pieces of evidence" in room.decision.sentence.text()
    with qtbot.waitSignal(room.show_claim) as shown:
        room.decision.list.setCurrentIndex(room.decision.lines.index(0))
        room.decision.list.activated.emit(room.decision.lines.index(0))
    assert shown.args[0] in {e.claim for e in bridge.snapshot.table(Evidence).values()}
    press(room.decision.act, qtbot)
    assert source.id not in bridge.snapshot.table(Source)
    bridge.undo()
    assert source.id in bridge.snapshot.table(Source)


def test_a_person_is_forgotten_with_quotes_and_backups_and_nothing_is_left_to_undo(
    room: ResearchRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    words = "A table for four would be nice."
    (wave,) = bridge.snapshot.table(Wave)
    question = bridge.snapshot.questions_of(wave)[2]
    with bridge.edit("Mark") as write:
        evidence.mark_quote(write, wave, question.id, 4, words)
    assert keep_backup(bridge.workspace.database, "Spring") is not None
    room.read_said()
    qtbot.waitUntil(lambda: not room.said.search.reading)
    index = [place.row for place in room.said.view.model.places].index(4)
    room.said.view.list.setCurrentIndex(room.said.view.model.index(index))
    press(room.said.view.person.forget, qtbot)
    assert "1 row of answers goes. 1 quote goes with it." in room.decision.sentence.text()
    assert lines(room)[0] == "Customer survey, 4 May 2026: row 4"
    assert lines(room)[-1].startswith("Backup of ")
    assert room.decision.option.text() == "Delete 1 backup that holds them too"
    room.decision.option.setChecked(True)
    press(room.decision.act, qtbot)
    assert not bridge.snapshot.table(Quote)
    assert bridge.workspace.undo_label is None
    assert backup.listed(paths.backups()) == []
    assert room.said.isVisible()
    qtbot.waitUntil(lambda: not room.said.search.reading)
    assert 4 not in [place.row for place in room.said.view.model.places]
    assert bridge.snapshot.table(Wave)[wave].n == 39


def test_a_person_is_found_by_typing_their_id(
    room: ResearchRoom, bridge: Bridge, qtbot: QtBot
) -> None:
    errors: list[StudioError] = []
    bridge.failed.connect(errors.append)
    for typed in ("P-99", "P-7"):
        room.forget_person()
        panel = room.findChild(ThemePalette)
        assert panel is not None
        qtbot.keyClicks(panel.field, typed)
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert [error.kind for error in errors] == ["gone"]
    assert lines(room) == ["Customer survey, 4 May 2026: row 7"]
    press(room.decision.act, qtbot)
    (wave,) = bridge.snapshot.table(Wave).values()
    assert wave.n == 39
    assert "P-7" not in bridge.workspace.answers(wave.id).respondents
