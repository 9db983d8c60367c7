# SPDX-License-Identifier: MIT
"""The main window opens projects, moves between rooms, undoes, and takes dropped files."""

import json
import os
import socket
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio import paths
from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.gui import places
from persona_studio.gui import settings as stored
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.project_card import ProjectCard
from persona_studio.gui.project_view import ProjectView
from persona_studio.gui.projects import sample_path
from persona_studio.gui.rooms import ROOMS
from persona_studio.gui.theme import theme
from persona_studio.storage import backup, personas
from persona_studio.storage.lock import lock_path
from persona_studio.workspace.workspace import Workspace


def view_of(window: MainWindow) -> ProjectView:
    assert window.view is not None
    return window.view


def bridge_of(window: MainWindow) -> Bridge:
    assert window.bridge is not None
    return window.bridge


def rename(window: MainWindow, name: str) -> None:
    bridge = bridge_of(window)
    with bridge.edit("Rename persona") as write:
        personas.change(write, bridge.snapshot.personas[0].id, name=name)


def words(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_the_window_opens_on_a_project_and_names_it(window: MainWindow) -> None:
    assert {"Spring workshop", "Riverside Coffee", "Saved on this computer"} <= set(words(window))
    assert window.windowTitle().startswith("Spring workshop")
    assert view_of(window).room == "personas"


def test_a_project_without_personas_begins_in_research(
    bare_window: MainWindow, tmp_path: Path
) -> None:
    Workspace.create(tmp_path / "new.persona", "New").close()
    bare_window.open(tmp_path / "new.persona")
    assert view_of(bare_window).room == "research"


def test_alt_and_a_number_enters_each_room(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    for number, entry in enumerate(ROOMS, start=1):
        key = Qt.Key(Qt.Key.Key_0.value + number)
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert view_of(window).room == entry.id
        assert window.settings.room == entry.id


def test_the_remembered_room_is_entered_again(bare_window: MainWindow, project_path: Path) -> None:
    bare_window.settings.keep(room="print")
    bare_window.open(project_path)
    assert view_of(bare_window).room == "print"


def test_the_undo_entry_names_the_step_and_takes_it_back(window: MainWindow) -> None:
    rename(window, "Maya K.")
    undo, redo = window.commands.made["undo"], window.commands.made["redo"]
    assert undo.text() == "Undo rename persona"
    undo.trigger()
    assert bridge_of(window).snapshot.personas[0].name == "Commuter Maya"
    assert redo.text() == "Redo rename persona"
    redo.trigger()
    assert bridge_of(window).snapshot.personas[0].name == "Maya K."
    assert not redo.isEnabled()


def test_undo_takes_back_typing_in_the_focused_field_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    rename(window, "Maya K.")
    field = QLineEdit(view_of(window))
    field.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "abc")
    window.commands.made["undo"].trigger()
    assert field.text() == ""
    assert bridge_of(window).snapshot.personas[0].name == "Maya K."
    window.commands.made["undo"].trigger()
    assert bridge_of(window).snapshot.personas[0].name == "Commuter Maya"


def test_a_renamed_project_is_shown_at_once(window: MainWindow) -> None:
    bridge = bridge_of(window)
    project = bridge.snapshot.project
    with bridge.edit("Rename project") as write:
        write.change(type(project), project.id, client="Harbour Books")
    assert "Harbour Books" in words(window)


def test_a_refused_edit_is_a_banner_in_the_project(window: MainWindow) -> None:
    with bridge_of(window).edit("Add persona") as write:
        personas.add(write, " ")
    banner = view_of(window).banner
    assert banner.isVisible()
    assert banner.message.text() == "A persona needs a name."
    banner.dismiss()
    assert not banner.isVisible()


def test_the_review_button_counts_what_is_to_be_decided(window: MainWindow, qtbot: QtBot) -> None:
    found = bridge_of(window).workspace.findings()
    expected = sum(finding.waived is None and finding.severity != "N" for finding in found)
    button = view_of(window)._rail.buttons["review"]
    qtbot.waitUntil(lambda: f"{expected} " in button.accessibleName(), timeout=5000)
    assert 0 < expected < len(found)


def test_a_file_that_is_no_project_is_refused_on_the_welcome_page(
    bare_window: MainWindow, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.persona"
    letter.write_text("Dear client, " * 100)
    bare_window.open(letter)
    banner = bare_window.show_welcome().banner
    assert banner.isVisible()
    assert "is not a Persona Studio project" in banner.message.text()


def test_a_refused_file_leaves_the_open_project_open(window: MainWindow, tmp_path: Path) -> None:
    before = bridge_of(window).workspace
    window.open(tmp_path / "gone.persona")
    assert bridge_of(window).workspace is before
    assert "no file" in view_of(window).banner.message.text()


def test_a_project_someone_else_has_open_can_be_read(
    bare_window: MainWindow, project_path: Path
) -> None:
    now = clock.now().isoformat()
    note = {"user": "Ada", "computer": socket.gethostname(), "process": os.getppid()}
    lock_path(project_path).write_text(json.dumps(note | {"since": now, "beat": now}))
    bare_window.open(project_path)
    banner = bare_window.show_welcome().banner
    assert "Ada" in banner.message.text()
    (press,) = [b for b in banner.findChildren(QPushButton) if b.text() == "Open to read only"]
    press.click()
    assert bridge_of(bare_window).read_only
    assert "Read only" in words(bare_window)
    assert not bare_window.commands.made["undo"].isEnabled()
    assert view_of(bare_window).banner.isVisible()
    lock_path(project_path).unlink()


def test_the_welcome_page_lists_recent_projects_and_opens_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.close_project()
    assert window.bridge is None
    welcome = window.show_welcome()
    rows = [b for b in welcome.findChildren(QPushButton) if "Riverside" in b.accessibleName()]
    rows[0].click()
    assert bridge_of(window).snapshot.project.name == "Spring workshop"


def test_recent_projects_that_are_gone_are_not_listed(
    window: MainWindow, project_path: Path
) -> None:
    window.close_project()
    project_path.unlink()
    buttons = window.show_welcome().findChildren(QPushButton)
    assert not [b for b in buttons if b.isVisible() and "Riverside" in b.accessibleName()]


def test_a_backup_is_restored_to_a_new_file_and_opened(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = bridge_of(window).workspace
    backup.make(space.database, paths.backups(), clock.now(), "Spring workshop")
    rename(window, "Renamed since")
    target = tmp_path / "restored.persona"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.show_backups()
    (row,) = [b for b in window.findChildren(QPushButton) if "Restore Spring" in b.accessibleName()]
    row.click()
    assert bridge_of(window).workspace.path == target
    assert bridge_of(window).snapshot.personas[0].name == "Commuter Maya"


def drop(window: MainWindow, files: Sequence[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_dropped_project_is_opened(bare_window: MainWindow, project_path: Path) -> None:
    drop(bare_window, [project_path])
    assert bridge_of(bare_window).workspace.path == project_path


def test_a_dropped_survey_is_handed_to_research(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room: Any = view_of(window).go("research")
    given: list[Sequence[Path]] = []
    monkeypatch.setattr(room, "import_files", given.append)
    window.go("personas")
    drop(window, [tmp_path / "answers.csv"])
    assert [list(paths) for paths in given] == [[tmp_path / "answers.csv"]]
    assert view_of(window).room == "research"


def test_switching_to_dark_changes_the_palette_and_is_kept(window: MainWindow) -> None:
    light = window.palette().window().color()
    window.commands.made["switch_dark"].trigger()
    assert theme().dark
    assert window.palette().window().color().lightness() < light.lightness() / 2
    assert window.settings.mode == "dark"
    window.commands.made["switch_dark"].trigger()
    assert window.palette().window().color() == light


def test_the_settings_page_renames_the_project(window: MainWindow) -> None:
    page: Any = view_of(window).go("settings")
    (card,) = page.findChildren(ProjectCard)
    card.name.setText("Autumn  workshop ")
    card.name.editingFinished.emit()
    card.client.setText("Harbour Books")
    card.client.editingFinished.emit()
    assert {"Autumn workshop", "Harbour Books"} <= set(words(window))
    assert window.windowTitle().startswith("Autumn workshop")
    assert window.settings.recent[0].name == "Autumn workshop"
    bridge_of(window).undo()
    bridge_of(window).undo()
    assert card.name.text() == "Spring workshop"
    assert window.windowTitle().startswith("Spring workshop")
    card.name.setText(" ")
    card.name.editingFinished.emit()
    assert view_of(window).banner.message.text() == "A project needs a name."
    assert card.name.text() == "Spring workshop"


def test_the_settings_page_chooses_the_look(window: MainWindow) -> None:
    page: Any = view_of(window).go("settings")
    page.modes["dark"].click()
    assert theme().dark
    assert page.modes["dark"].isChecked()
    page.modes["light"].click()
    assert not theme().dark
    assert window.settings.mode == "light"


def test_nothing_in_the_rooms_goes_on_once_the_project_is_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = view_of(window)
    for entry in ROOMS:
        window.go(entry.id)
    late = QTimer(view.go("personas"))
    late.start(0)
    window.close_project()
    assert not [timer for timer in view.findChildren(QTimer) if timer.isActive()]
    qtbot.wait(100)


def test_undo_goes_on_in_the_second_project_after_the_first_is_gone(
    window: MainWindow, tmp_path: Path, qapp: QApplication
) -> None:
    Workspace.create(tmp_path / "second.persona", "Second").close()
    window.open(tmp_path / "second.persona")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with bridge_of(window).edit("Add persona") as write:
        personas.add(write, "Bean Tomas")
    button = view_of(window)._top.undo
    assert button.accessibleName() == "Undo add persona"
    button.click()
    assert bridge_of(window).snapshot.personas == ()
    assert not button.isEnabled()


def test_closing_remembers_the_size_and_lets_the_file_go(
    window: MainWindow, project_path: Path
) -> None:
    window.resize(1111, 700)
    window.close()
    assert window.settings.size == (1111, 700)
    again = Workspace.open(project_path)
    assert again.snapshot.project.name == "Spring workshop"
    again.close()


def make_small(path: Path) -> None:
    Workspace.create(path, "Sample").close()


def test_the_sample_is_made_once_and_opened(
    bare_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    monkeypatch.setattr("persona_studio.workspace.sample.build", make_small)
    bare_window.commands.made["open_sample"].trigger()
    assert "being made" in bare_window.show_welcome().banner.message.text()
    bare_window.open_sample()
    qtbot.waitUntil(lambda: bare_window.bridge is not None)
    assert bridge_of(bare_window).snapshot.project.name == "Sample"
    bare_window.open_sample()
    bare_window.close_project()
    bare_window.open_sample()
    assert bridge_of(bare_window).workspace.path.parent == own_home


def test_the_sample_takes_nobody_out_of_another_project(
    bare_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project_path: Path
) -> None:
    go_on = threading.Event()

    def build(path: Path) -> None:
        go_on.wait(5)
        make_small(path)

    monkeypatch.setattr("persona_studio.workspace.sample.build", build)
    bare_window.open_sample()
    bare_window.open(project_path)
    go_on.set()
    qtbot.waitUntil(lambda: not bare_window.jobs.busy)
    assert sample_path().exists()
    assert bridge_of(bare_window).workspace.path == project_path
    bare_window.close_project()
    assert not bare_window.show_welcome().banner.isVisible(), "what it said is over"


def test_a_newcomer_is_told_how_it_goes(bare_window: MainWindow, project_path: Path) -> None:
    bare_window.show_welcome()
    assert {"How it goes", *(room.name for room in ROOMS)} <= set(words(bare_window))
    assert "Recent projects" not in words(bare_window)
    bare_window.open(project_path)
    bare_window.close_project()
    assert {"Recent projects", "How it goes"} <= set(words(bare_window))
    bare_window.show_backups()
    assert "How it goes" not in words(bare_window)


def test_a_sample_that_cannot_be_made_leaves_no_half_of_it(
    bare_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        make_small(path)
        raise StudioError("None of the files could be imported.")

    monkeypatch.setattr("persona_studio.workspace.sample.build", refuse)
    bare_window.open_sample()
    banner = bare_window.show_welcome().banner
    qtbot.waitUntil(lambda: "None of the files" in banner.message.text())
    assert not sample_path().exists()


def test_the_direction_of_the_window_is_chosen_in_settings_and_kept(window: MainWindow) -> None:
    page: Any = view_of(window).go("settings")
    page.directions["right"].click()
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert stored.load().direction == "right"
    page.directions["language"].click()
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert stored.load().direction == "language"


def test_the_window_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = MainWindow(stored.Settings(size=(9000, 7000)))
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.width() <= max(room.width(), window.minimumWidth())
    assert window.height() <= max(room.height(), window.minimumHeight())


def test_files_are_offered_to_a_folder_that_is_there(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(places.QStandardPaths, "writableLocation", lambda _: str(tmp_path / "x"))
    assert places.documents().is_dir()
    (tmp_path / "x").mkdir()
    assert places.documents() == tmp_path / "x"


def test_undo_and_redo_say_what_they_did_and_move_nothing(window: MainWindow) -> None:
    rename(window, "Maya K.")
    page = view_of(window).go("research")
    place = page.mapTo(window, page.rect().topLeft())
    window.undo()
    assert "Undone: rename persona" in words(window)
    window.redo()
    assert "Done again: rename persona" in words(window)
    assert page.mapTo(window, page.rect().topLeft()) == place


def test_what_one_room_said_is_not_read_in_the_next(window: MainWindow) -> None:
    view = view_of(window)
    bridge_of(window).failed.emit(StudioError("That is refused.", "Try again."))
    assert view.banner.isVisible()
    view.go(view.room)
    assert view.banner.isVisible()
    view.go("research")
    assert not view.banner.isVisible()
    view.banner.show_info("This is of the whole project.")
    view.go("personas")
    assert view.banner.isVisible()
    bridge_of(window).mended.emit()
    assert view.banner.isVisible()
