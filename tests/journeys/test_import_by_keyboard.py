# SPDX-License-Identifier: MIT
"""Two files dropped on the window, told, imported and taken back, all but the drop by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Question, Source, Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.research.import_page import ImportPage
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import state

NEEDLE = "needle@example.org"
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def answers(path: Path, people: int) -> Path:
    """Write answers with a private column, odd numbers and a scale nobody knows."""
    steps = ("cold", "tepid", "warm", "boiling")
    lines = ["Code,E-mail,How warm is it?,Visits"]
    for n in range(people):
        visits = "a few" if n in (11, 29) else str(n * 7 % 90)
        mail = NEEDLE if n == 3 else f"person{n}@example.org"
        lines.append(f"C-{n:03},{mail},{steps[(n + n // 7) % 4]},{visits}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


class Hands:
    """A window and the keys pressed in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def page(self) -> ImportPage:
        found = self.window.findChild(ImportPage)
        assert found is not None
        return found

    @property
    def bridge(self) -> Any:
        return self.window.bridge

    def wait(self, until: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(until()), timeout=60_000)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        target: QWidget = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifiers)

    def drop(self, paths: list[Path]) -> None:
        """Let files go over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(500, 400), copy, data, left, none)
        QApplication.sendEvent(self.window, enter)
        QApplication.sendEvent(self.window, QDropEvent(QPointF(500, 400), copy, data, left, none))

    def read(self) -> None:
        self.wait(lambda: self.page.looking.whole and not self.page.looking.busy)


def test_from_a_drop_to_an_undo_by_keyboard(
    qtbot: QtBot, bare_window: MainWindow, tmp_path: Path
) -> None:
    project = tmp_path / "drop.persona"
    workspace = Workspace.create(project, "Drop", "Riverside")
    empty = state(workspace)
    workspace.close()
    bare_window.open(project)
    hands = Hands(qtbot, bare_window)
    hands.drop([answers(tmp_path / "may.csv", 60), answers(tmp_path / "june.csv", 40)])
    hands.read()
    _tell(hands)
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.wait(lambda: hands.bridge.snapshot.table(Wave))
    hands.read()
    _second(hands)
    _take_back(hands, empty)
    bare_window.close_project()
    raw = project.read_bytes()
    assert NEEDLE.encode() not in raw


def _tell(hands: Hands) -> None:
    """Say on the four pages what the first file means."""
    page = hands.page
    assert page.queue.text() == "File 1 of 2"
    hands.key(Qt.Key.Key_2, CONTROL)
    for _ in range(2):
        hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_5)
    hands.read()
    _order_steps(hands)
    hands.key(Qt.Key.Key_3, CONTROL)
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Down)
    assert page.plan is not None
    assert page.plan.use(2) == "pseudonymise"
    hands.key(Qt.Key.Key_4, CONTROL)
    while hands.window.focusWidget() is not page.pages.problems.buttons["missing"]:
        hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Space)
    hands.read()
    assert page.plan.roles[4].missing == ("a few",)
    assert page.pages.problems.open == 0


def _order_steps(hands: Hands) -> None:
    order = hands.page.pages.columns.detail.order
    while hands.window.focusWidget() is not order:
        hands.key(Qt.Key.Key_Tab)
    wanted = ["cold", "tepid", "warm", "boiling"]
    for place, step in enumerate(wanted):
        order.setCurrentIndex(order.model().index(order.steps.index(step), 0))
        while order.steps.index(step) > place:
            hands.key(Qt.Key.Key_Up, ALT)
    assert order.steps == wanted
    hands.read()


def _second(hands: Hands) -> None:
    """Find the next file read like the first, and bring it in as its next wave."""
    page = hands.page
    assert page.queue.text() == "File 2 of 2"
    assert "Like last time" in page.verdict.detail.text()
    assert page.plan is not None
    assert page.plan.use(2) == "pseudonymise"
    assert page.plan.roles[3].order == ("cold", "tepid", "warm", "boiling")
    hands.key(Qt.Key.Key_Return, CONTROL)
    hands.wait(lambda: len(hands.bridge.snapshot.table(Wave)) == 2)
    (source,) = hands.bridge.snapshot.table(Source).values()
    assert [wave.n for wave in hands.bridge.snapshot.waves_of(source.id)] == [60, 40]
    warm = [q for q in hands.bridge.snapshot.table(Question).values() if q.role == "likert"]
    assert len({question.variable for question in warm}) == 1


def _take_back(hands: Hands, empty: dict[str, dict[str, Any]]) -> None:
    """Undo both imports; what is left is the project as it was, but for its own key."""
    for _ in range(2):
        assert "import" in hands.bridge.workspace.undo_label.lower()
        hands.window.undo()
    left = state(hands.bridge.workspace)
    assert {name: rows for name, rows in left.items() if name != "setting"} == {
        name: rows for name, rows in empty.items() if name != "setting"
    }
    assert set(left["setting"]) <= {"pseudonym.key"}
    assert not hands.bridge.snapshot.table(Wave)
