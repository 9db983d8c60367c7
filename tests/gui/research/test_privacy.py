# SPDX-License-Identifier: MIT
"""Personal data stay out, become a code, or are kept for a reason; found passages are hidden."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Wave
from persona_studio.gui.research.preview_model import HIDDEN
from persona_studio.gui.research.privacy_page import PrivacyPage
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.gui.widgets.plain_label import PlainLabel
from tests.gui.research.files import NEEDLE, survey, told_by_name
from tests.gui.research.test_importing import bring_in, shown

Look = Callable[[Path], None]


def private(room: ResearchRoom, qtbot: QtBot, column: int) -> PrivacyPage:
    """Open the page of private data by its chip and look at one column."""
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)
    qtbot.mouseClick(room.importing.pages.check.facts.private, Qt.MouseButton.LeftButton)
    page = room.importing.pages.privacy
    assert page.isVisible()
    page.list.look_at(column)
    return page


def press(button: QAbstractButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))


def said(widget: QWidget) -> str:
    labels = widget.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_page_helps_to_find_and_promises_no_more(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = private(room, qtbot, 2)
    assert "helps to find" in said(page)
    assert "anonym" not in said(page).lower()
    assert page.detail.uses["leave_out"].isChecked()
    assert NEEDLE not in said(page)


def test_passages_in_own_words_are_counted_and_shown_hidden(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = private(room, qtbot, 5)
    assert "1 e-mail address" in page.detail.why.text()
    assert "“Please write to ▇▇▇, thank you very much”" in page.detail.found.text()
    assert page.detail.uses["mask"].isChecked()
    assert NEEDLE not in said(page)


def test_keeping_a_private_column_needs_a_tick_and_a_reason(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    detail = private(room, qtbot, 2).detail
    press(detail.uses["keep"], qtbot)
    assert not detail.reason.isEnabled()
    qtbot.keyClick(room.importing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not room.importing.bringing.running
    assert "without a reason" in room.importing.banner.message.text()
    press(detail.tick, qtbot)
    assert detail.reason.isEnabled()
    detail.reason.setText("prize draw, agreed in writing")
    qtbot.keyClick(detail.reason, Qt.Key.Key_Return)
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    assert wave.report["left_out"] == []
    assert wave.plan["uses"]["2"] == {"use": "keep", "reason": "prize draw, agreed in writing"}


def test_own_words_with_nothing_hidden_need_a_reason_too(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    detail = private(room, qtbot, 5).detail
    press(detail.uses["keep"], qtbot)
    qtbot.mouseClick(room.importing.verdict.bring, Qt.MouseButton.LeftButton)
    assert not room.importing.bringing.running
    press(detail.uses["mask"], qtbot)
    bring_in(room, qtbot)
    assert NEEDLE.encode() not in room._bridge.workspace.path.read_bytes()


def test_a_code_stands_for_a_private_cell(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    press(private(room, qtbot, 2).detail.uses["pseudonymise"], qtbot)
    assert "person1@" not in shown(room)
    assert "replaced by a code" in room.importing.verdict.sentence.text()
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    answers = room._bridge.workspace.answers(wave.id)
    mail = next(v for v, q in answers.questions.items() if q.column == 2)
    assert answers.columns[mail].cell(0).startswith("P-")
    assert b"person1@example.org" not in room._bridge.workspace.path.read_bytes()


def test_a_column_that_is_no_personal_data_is_told_what_it_is(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(survey(tmp_path))
    page = private(room, qtbot, 2)
    qtbot.mouseClick(page.detail.no_person, Qt.MouseButton.LeftButton)
    assert room.importing.pages.columns.isVisible()
    assert room.importing.pages.columns.list.entry is not None
    assert room.importing.pages.columns.list.entry.first == 2
    qtbot.keyClick(room.importing.pages.columns.list, Qt.Key.Key_2)
    assert room.importing.plan is not None
    assert room.importing.plan.use(2) == "keep"


def test_the_preview_shows_exactly_what_is_stored(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(told_by_name(tmp_path))
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)
    model = room.importing.pages.check.table.model_
    rows = [
        [model.index(row, column).data() for column in range(1, 4)]
        for row in range(1, model.rowCount())
    ]
    assert "I am ▇▇▇ and would like more of thing 0, please." in rows[0]
    assert model.index(10, 1).data(HIDDEN)  # an address in place of an id becomes a code
    bring_in(room, qtbot)
    (wave,) = room._bridge.snapshot.table(Wave).values()
    asked = room._bridge.snapshot.questions_of(wave.id)
    stored = zip(*(room._bridge.workspace.cells(wave.id, q.variable) for q in asked), strict=True)
    after = [["" if cell.startswith("P-") else cell for cell in cells] for cells in stored]
    assert rows == after
    assert len(rows) == 40


def test_own_names_are_counted_and_hidden_on_the_page_of_private_data(
    room: ResearchRoom, look_at: Look, tmp_path: Path, qtbot: QtBot
) -> None:
    look_at(told_by_name(tmp_path))
    page = private(room, qtbot, 4)
    assert page.detail.why.text().startswith("Own words: 11 names, 1 e-mail address")
    assert "“I am ▇▇▇ and would like more of thing 0, please.”" in page.detail.found.text()
    assert "Anna" not in said(page)
    page.list.look_at(1)
    press(page.detail.uses["keep"], qtbot)
    qtbot.waitUntil(lambda: not room.importing.looking.busy, timeout=20000)
    page.list.look_at(4)
    assert page.detail.why.text() == "Own words: 1 e-mail address."
