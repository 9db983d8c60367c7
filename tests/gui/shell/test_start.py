# SPDX-License-Identifier: MIT
"""Arguments, settings, dialogs and what happens when something unexpected does."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio import app, paths
from persona_studio.core.errors import StudioError
from persona_studio.gui import settings as stored
from persona_studio.gui.about import licences
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.errors import ExceptionHook, UnexpectedDialog, describe
from persona_studio.gui.housekeeping import Housekeeping
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.new_project import NewProjectDialog
from persona_studio.gui.places import file_name
from persona_studio.gui.settings import Recent, Settings
from persona_studio.storage import backup


def test_the_line_names_a_project_the_sample_or_nothing() -> None:
    assert app.parse([]) == app.Wish()
    assert app.parse(["spring.persona"]).project == Path("spring.persona")
    assert app.parse(["--sample"]).sample
    assert app.parse(["--bench-start", "x.persona"]) == app.Wish(Path("x.persona"), bench=True)


def test_settings_come_back_as_they_were_kept(own_home: Path) -> None:
    settings = Settings()
    settings.keep(mode="dark", size=(1200, 800), maximised=True, room="review")
    settings.remember(Recent("a.persona", "A", "Client", "2026-05-01"))
    settings.remember(Recent("b.persona", "B"))
    settings.remember(Recent("a.persona", "A again"))
    assert stored.load() == settings
    assert [known.name for known in stored.load().recent] == ["A again", "B"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"size": "big", "recent": [1, {}], "mode": 7}', '{"recent": {"a": 1}}']
)
def test_settings_that_make_no_sense_fall_back(own_home: Path, text: str) -> None:
    own_home.mkdir()
    stored.settings_path().write_text(text)
    assert stored.load() == Settings()


def test_a_new_project_needs_a_name_and_a_free_place(
    look: None, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = NewProjectDialog()
    qtbot.addWidget(dialog)
    ui = dialog._ui
    ui.make.click()
    assert "name" in ui.problem.text()
    ui.name.setText("Spring / workshop: 2026")
    assert ui.place.text().endswith("Spring workshop 2026.persona")
    ui.place.setText(str(tmp_path / "nowhere" / "x"))
    ui.make.click()
    assert "no such folder" in ui.problem.text()
    (tmp_path / "there.persona").touch()
    ui.place.setText(str(tmp_path / "there"))
    ui.make.click()
    assert "already" in ui.problem.text()
    ui.place.setText(str(tmp_path / "free"))
    with qtbot.waitSignal(dialog.accepted):
        ui.make.click()
    assert dialog.path == tmp_path / "free.persona"


@pytest.mark.parametrize(
    ("name", "file"),
    [("Spring", "Spring.persona"), ("a/b\\c:d", "a b c d.persona"), (" .. ", "Project.persona")],
)
def test_file_names_hold_nothing_a_system_refuses(name: str, file: str) -> None:
    assert file_name(name) == file


def test_a_new_project_is_made_and_opened(
    bare_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: NewProjectDialog) -> NewProjectDialog.DialogCode:
        dialog._ui.name.setText("Autumn")
        dialog._ui.client.setText("Harbour Books")
        dialog._ui.place.setText(str(tmp_path / "autumn.persona"))
        return NewProjectDialog.DialogCode.Accepted

    monkeypatch.setattr(NewProjectDialog, "exec", fill)
    bare_window.new_project()
    assert bare_window.bridge is not None
    assert bare_window.bridge.snapshot.project.client == "Harbour Books"
    assert (tmp_path / "autumn.persona").is_file()


def stumble() -> ValueError:
    try:
        raise ValueError("Maya Example, maya@example.org")
    except ValueError as error:
        return error


def test_a_fault_is_described_without_its_words() -> None:
    text = describe(stumble())
    assert "ValueError" in text
    assert "in stumble" in text
    assert "maya" not in text.lower()


def test_an_unexpected_fault_opens_one_dialog_and_the_studio_goes_on(
    bare_window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hook = ExceptionHook(bare_window.say, bare_window)
    error = stumble()
    hook.hook(type(error), error, error.__traceback__)
    hook.hook(type(error), error, error.__traceback__)
    (dialog,) = bare_window.findChildren(UnexpectedDialog)
    dialog._ui.copy.click()
    assert "ValueError" in QApplication.clipboard().text()
    assert "maya" not in caplog.text.lower()
    dialog._ui.go_on.click()
    assert not dialog.isVisible()


def test_a_fault_while_the_window_closes_opens_no_dialog_that_keeps_it(
    bare_window: MainWindow,
) -> None:
    hook = ExceptionHook(bare_window.say, bare_window)
    bare_window.close()
    error = stumble()
    hook.hook(type(error), error, error.__traceback__)
    assert bare_window.findChildren(UnexpectedDialog) == []


def test_a_studio_error_that_reached_no_one_is_a_banner(bare_window: MainWindow) -> None:
    error = StudioError("This persona is not there any more.")
    ExceptionHook(bare_window.say, bare_window).hook(StudioError, error, None)
    assert bare_window.show_welcome().banner.message.text() == error.message


def test_the_hook_takes_over_when_installed(
    bare_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = ExceptionHook(bare_window.say, bare_window)
    hook.install()
    assert sys.excepthook == hook.hook


def test_about_names_qt_fonts_icons_and_libraries(bare_window: MainWindow) -> None:
    found = licences()
    names = " ".join(licence.name for licence in found)
    assert all(
        word in names for word in ("PySide6: LGPL-3.0", "Studio Inter", "Icons", "SQLAlchemy")
    )
    assert all(licence.text.strip() for licence in found)
    texts = "".join(licence.text for licence in found)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts
    assert "ISC License" in texts
    bare_window.about()
    (close,) = [b for b in bare_window.findChildren(QPushButton) if b.objectName() == "done"]
    close.click()


def test_housekeeping_warms_up_and_makes_a_backup(bridge: Bridge, qtbot: QtBot) -> None:
    keeper = Housekeeping(bridge)
    qtbot.waitUntil(lambda: not keeper._warming.isActive(), timeout=10_000)
    keeper.back_up()
    (copy,) = backup.listed(paths.backups())
    assert copy.name == "Spring workshop"


def test_idle_work_the_disk_refuses_is_told_once(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> bool:
        raise StudioError("The last change could not be saved.", kind="not_saved")

    told: list[StudioError] = []
    bridge.failed.connect(told.append)
    monkeypatch.setattr(bridge.workspace, "warm_up", full)
    keeper = Housekeeping(bridge)
    qtbot.waitUntil(lambda: not keeper._warming.isActive(), timeout=10_000)
    assert [error.kind for error in told] == ["not_saved"]


def test_a_backup_that_cannot_be_written_is_told_and_harms_nothing(
    bridge: Bridge, qtbot: QtBot, own_home: Path
) -> None:
    own_home.mkdir()
    paths.backups().write_text("a file where the folder should be")
    with qtbot.waitSignal(bridge.failed) as told:
        Housekeeping(bridge).back_up()
    assert told.args[0].kind == "backup_failed"
