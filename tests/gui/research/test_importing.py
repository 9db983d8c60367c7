# SPDX-License-Identifier: MIT
"""From a dropped file to a wave and back, through the page a person sees."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Project, Source, Wave
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.patterns.room import PatternsRoom
from persona_studio.gui.research import draft
from persona_studio.gui.research.preview_model import HIDDEN
from persona_studio.gui.research.room import ResearchRoom
from tests.gui.research.files import NEEDLE, survey, told_by_name
from tests.shared import IMPORTS, needs_shared

Look = Callable[[Path], None]


def bring_in(room: ResearchRoom, qtbot: QtBot) -> None:
    before = len(room._bridge.snapshot.table(Wave))
    qtbot.mouseClick(room.importing.verdict.bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(room._bridge.snapshot.table(Wave)) > before, timeout=20000)


def shown(room: ResearchRoom) -> str:
    model = room.importing.pages.check.table.model_
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    roles += (Qt.ItemDataRole.AccessibleTextRole,)
    cells = [
        str(model.index(row, column).data(role))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in roles
    ]
    return "\n".join(cells)


def pick(menu: QMenu, words: str) -> None:
    """Choose an entry of a menu by its words."""
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_an_empty_room_says_what_to_do_with_one_button(room: ResearchRoom) -> None:
    assert room.sources.empty.isVisible()
    assert room.sources.empty.button.text() == "Choose files…"


def test_a_file_is_told_in_one_sentence_and_a_press_imports_it(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    assert "60 people" in room.importing.verdict.sentence.text()
    assert room.importing.verdict.bring.text() == "Import 60 people"
    assert "60 read = 60 to import" in room.importing.verdict.detail.text()
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    (source,) = room._bridge.snapshot.table(Source).values()
    assert (wave.n, wave.file_name, source.name) == (60, "customers_may.csv", "Customers may")
    assert room.summary.isVisible()
    assert room.focusWidget() is room.summary.look, "Enter takes nothing back"
    assert "60 read = 60 imported + 0 passed over" in room.summary.detail.text()


def test_private_cells_never_reach_the_screen(
    room: ResearchRoom, look_at: Look, tmp_path: Path
) -> None:
    look_at(survey(tmp_path))
    model = room.importing.pages.check.table.model_
    assert model.index(4, 1).data(HIDDEN)
    assert not model.index(0, 1).data(HIDDEN)
    assert "E-mail" in shown(room)
    assert NEEDLE not in shown(room)


def test_personal_data_is_not_in_the_project_file(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    bring_in(room, qtbot)
    stored = room._bridge.workspace.path.read_bytes()
    assert NEEDLE.encode() not in stored
    assert b"More of thing 7" in stored


def test_one_undo_takes_the_import_back_and_redo_brings_it_again(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    bring_in(room, qtbot)
    qtbot.mouseClick(room.summary.undo, Qt.MouseButton.LeftButton)
    assert not room._bridge.snapshot.table(Wave)
    assert room.sources.empty.isVisible()
    assert not room.summary.isVisible()
    room._bridge.redo()
    (wave,) = room._bridge.snapshot.table(Wave).values()
    assert len(room._bridge.workspace.answers(wave.id)) == 60


def test_an_import_is_undone_from_its_banner_only_while_it_is_the_last_step(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    bring_in(room, qtbot)
    bridge = room._bridge
    assert room.summary.undo.isVisible()
    with bridge.edit("Name the project") as write:
        write.change(Project, bridge.snapshot.project.id, name="Another")
    assert room.summary.isVisible()
    assert not room.summary.undo.isVisible()
    bridge.undo()
    assert room.summary.undo.isVisible()


def test_groups_and_themes_are_looked_for_in_the_wave_that_came_in(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot, jobs: Jobs
) -> None:
    patterns = PatternsRoom(room._bridge, jobs)
    qtbot.addWidget(patterns)
    patterns.show()
    room.open_room.connect(lambda _: patterns.activate())
    for path in (survey(tmp_path), told_by_name(tmp_path)):
        look_at(path)
        bring_in(room, qtbot)
        patterns.activate()
    first, second = room._bridge.snapshot.table(Wave)
    assert patterns.wave == second
    patterns.head.waves.setCurrentIndex(patterns.head.waves.findData(first))
    patterns.show_themes()
    themes = patterns.themes.view.waves
    assert themes.currentData() == second
    themes.setCurrentIndex(themes.findData(first))
    room.summary.groups.click()
    assert patterns.wave == second
    patterns.show_themes()
    assert themes.currentData() == second


def test_a_chip_changes_what_was_understood_and_the_file_is_read_anew(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = room.importing
    assert page.pages.check.facts.heading.fact == "row 1"
    pick(page.pages.check.facts.menu(page.pages.check.facts.heading), "Row 2 alone")
    qtbot.waitUntil(lambda: page.pages.check.facts.heading.fact == "row 2", timeout=20000)
    qtbot.waitUntil(page.progress.isHidden, timeout=20000)
    assert page.verdict.bring.text() == "Import 59 people"


def test_how_people_were_found_is_asked_and_kept_with_the_source(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    assert room.importing.pages.check.facts.found.fact == "ask"
    room.importing.pages.check.facts.sampling_chosen.emit("volunteers")
    assert room.importing.pages.check.facts.found.fact == "volunteers"
    room.importing.pages.check.about.collected.setText("2026-05")
    bring_in(room, qtbot)
    (source,) = room._bridge.snapshot.table(Source).values()
    (wave,) = room._bridge.snapshot.table(Wave).values()
    assert source.sampling == "volunteers"
    assert str(wave.collected_on) == "2026-05-01"


def test_a_later_wave_joins_its_source(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    bring_in(room, qtbot)
    look_at(survey(tmp_path, "customers_june.csv"))
    room.importing.pages.check.about.source.setEditText("Customers may")
    bring_in(room, qtbot)
    (source,) = room._bridge.snapshot.table(Source).values()
    assert len(room._bridge.snapshot.waves_of(source.id)) == 2
    assert "5 questions as before, 0 new, 0 gone" in room.summary.detail.text()


def test_a_stopped_import_leaves_the_project_as_it_was(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path, people=4000))
    room.importing.verdict.bring.click()
    assert room.importing.bringing.running
    room.importing.cancel.click()
    qtbot.wait(200)
    assert not room._bridge.snapshot.table(Wave)
    assert "Nothing was stored" in room.importing.foot.text()
    looking = room.importing.looking
    qtbot.waitUntil(lambda: looking.whole and not looking.busy, timeout=20000)
    assert room.importing.verdict.bring.isEnabled()
    assert looking.seen is not None
    assert looking.seen.of(3).rows == 4000, "the facts that Import had interrupted came after all"


def test_a_file_that_is_no_table_is_refused_in_place(
    room: ResearchRoom, look_at: Look, tmp_path: Path
) -> None:
    path = tmp_path / "nothing.csv"
    path.write_bytes(b"")
    look_at(path)
    assert room.importing.plan is None
    assert room.importing.verdict.sentence.text()
    assert not room.importing.verdict.bring.isVisible()
    assert room.importing.cancel.text() == "Back"


def test_a_read_only_project_takes_no_files(bridge: Bridge, jobs: object, qtbot: QtBot) -> None:
    room = ResearchRoom(bridge, jobs)  # type: ignore[arg-type]  # the fixture is a Jobs
    qtbot.addWidget(room)
    room._bridge.workspace.database.read_only = True
    try:
        room.import_files([Path("anything.csv")])
        room.activate()
    finally:
        room._bridge.workspace.database.read_only = False
    assert room._stack.currentWidget() is not room.importing


@needs_shared
def test_a_protected_workbook_says_so(room: ResearchRoom, look_at: Look) -> None:
    look_at(IMPORTS / "password.xlsx")
    assert "password" in room.importing.verdict.sentence.text()
    assert room.importing.plan is None


@needs_shared
def test_rows_of_the_file_are_tinted_by_what_they_are(room: ResearchRoom, look_at: Look) -> None:
    look_at(IMPORTS / "gen_qualtrics.csv")
    plan = room.importing.plan
    assert plan is not None
    kinds = [draft.Kinds(plan).of(row) for row in (1, 2, 3, 4)]
    assert kinds == [draft.HEADING, draft.ASKED, draft.HEADING, draft.DATA]
    assert room.importing.pages.check.facts.heading.fact == "row 2, rows 1 to 3"
    assert not room.importing.pages.check.table.grab().isNull()
