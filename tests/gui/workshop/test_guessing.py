# SPDX-License-Identifier: MIT
"""The room guesses, the guesses are locked, the data shows beside them; each step is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from persona_studio.core.research import Wave
from persona_studio.core.workshop import Exercise, Guess
from persona_studio.evidence.guesses import outcome
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.workshop.guess_page import GuessPage
from persona_studio.gui.workshop.guess_words import caption, told
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.gui.workshop.score_card import ScoreCard
from persona_studio.storage import waves, workshops

APP, SHOP = "Where do you order? App", "Where do you order? Shop"


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisible())


def item(page: GuessPage, text: str) -> QListWidgetItem:
    assert page.picker is not None
    (found,) = page.picker.list.findItems(text, Qt.MatchFlag.MatchExactly)
    return found


@pytest.fixture
def page(room: WorkshopRoom, qtbot: QtBot) -> GuessPage:
    """Give the page with two shares to guess, the first of them on."""
    room.flow.go("guess")
    found = room.panel.pages["guess"]
    assert isinstance(found, GuessPage)
    assert found.picker is not None
    qtbot.waitUntil(lambda: found.picker is not None and not found.picker._filling.isActive())
    for text in (APP, SHOP):
        item(found, text).setCheckState(Qt.CheckState.Checked)
    found.picker.button.click()
    QApplication.processEvents()
    return found


def guess_all(page: GuessPage, *numbers: str) -> None:
    for number in numbers:
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, number)
        QTest.keyClick(field, Qt.Key.Key_Return)


def on(page: GuessPage) -> Exercise:
    found = page.flow.current("guess")
    assert found is not None
    return found


def test_what_can_be_asked_is_listed_without_its_share(room: WorkshopRoom, qtbot: QtBot) -> None:
    room.flow.go("guess")
    page = room.panel.pages["guess"]
    assert isinstance(page, GuessPage)
    assert page.picker is not None
    qtbot.waitUntil(lambda: page.picker is not None and page.picker.list.count() == 5)
    listed = [page.picker.list.item(place).text() for place in range(5)]
    assert APP in listed
    assert not any("%" in text or "40" in text or "20" in text for text in listed)
    QTest.keyClicks(page.picker.search, "rarely")
    assert [t for t in listed if not item(page, t).isHidden()] == [
        "How often do you visit us? Rarely"
    ]


def test_guesses_are_entered_by_number_locked_and_shown_beside_the_data(
    page: GuessPage, bridge: Bridge
) -> None:
    assert on(page).title == APP
    guess_all(page, "30", "55", "90")
    assert page.sheet.lock.hasFocus()
    assert "3 of 3 guesses are in" in words(page)
    assert "20 of 40" not in page.sheet.plot.accessibleName()
    page.sheet.lock.click()
    assert all(guess.locked for guess in bridge.snapshot.table(Guess).values())
    assert not page.sheet.fields[0].field.isVisible()
    page.sheet.reveal.click()
    QApplication.processEvents()
    assert "20 of 40: 50 % (35\u201365 %)" in page.sheet.plot.accessibleName()
    assert "middle guess is 55 %: 5 points too high" in words(page)
    assert "1 of 3 guesses lie where the data may lie. Nearest: Bo." in words(page)
    assert "1 of 1 hit" in words(page.score)
    bridge.undo()
    QApplication.processEvents()
    assert "20 of 40" not in page.sheet.plot.accessibleName()
    bridge.undo()
    assert page.sheet.fields[0].field.isVisible()


def test_arrows_go_in_tens_and_a_guess_is_taken_back(page: GuessPage, bridge: Bridge) -> None:
    field = page.sheet.fields[0].field
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    (guess,) = bridge.snapshot.table(Guess).values()
    assert (guess.participant, guess.value) == ("Anna", 0.6)
    bridge.undo()
    assert not bridge.snapshot.table(Guess)
    assert field.text() == ""


def test_a_disputed_share_becomes_an_open_assumption_in_the_parking_lot(
    page: GuessPage, bridge: Bridge
) -> None:
    guess_all(page, "30", "55", "90")
    page.sheet.lock.click()
    page.sheet.reveal.click()
    page.sheet.dispute.click()
    (claim,) = [c for c in bridge.snapshot.claims_of(None) if c.text == APP]
    (item,) = bridge.snapshot.evidence_of(claim.id)
    assert bridge.snapshot.table(Exercise)[on(page).id].closed
    assert (item.who, item.how_to_test) == (
        "Spring & <i>summer</i>",
        "Ask again: Where do you order?",
    )
    assert bridge.workspace.assess(claim.id).strength == 0
    assert not page.sheet.dispute.isEnabled()
    bridge.undo()
    assert page.sheet.dispute.isEnabled()


def test_a_second_press_on_the_lock_or_the_reveal_disputes_nothing(
    page: GuessPage, bridge: Bridge
) -> None:
    guess_all(page, "30", "55", "90")
    locks = page.sheet.lock.mapTo(page.sheet, page.sheet.lock.rect().center())
    page.sheet.lock.click()
    page.sheet.reveal.click()
    QApplication.processEvents()
    assert page.sheet.dispute.isVisible()
    assert page.sheet.childAt(locks) is not page.sheet.dispute
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)
    assert not [c for c in bridge.snapshot.claims_of(None) if c.text == APP]


def test_how_far_off_the_room_was_agrees_with_the_shares_beside_it() -> None:
    found = outcome(391, 1210, {"Anna": 0.475})
    assert caption(found).startswith("391 of 1210: 32 %")
    assert "middle guess is 48 %: 16 points too high" in told(found, 1)


def test_the_room_never_sees_a_guess_before_the_lock(page: GuessPage, room: WorkshopRoom) -> None:
    guess_all(page, "37")
    room.project()
    QApplication.processEvents()
    assert room.projector is not None
    fields = room.projector.findChildren(QLineEdit)
    assert len(fields) == 3
    assert all(field.echoMode() == QLineEdit.EchoMode.Password for field in fields)
    assert "37" not in words(room.projector)
    page.sheet.lock.click()
    assert "37 %" in words(room.projector)
    room.projector.close()


def test_the_next_question_follows_and_one_is_removed(page: GuessPage, bridge: Bridge) -> None:
    page.sheet.bar.on.click()
    assert on(page).title == SHOP
    guess_all_fields = page.sheet.fields[0].field
    guess_all_fields.setFocus()
    guess_all(page, "10")
    page.sheet.bar.gone.click()
    assert on(page).title == APP
    assert not bridge.snapshot.table(Guess)
    bridge.undo()
    assert len(bridge.snapshot.table(Guess)) == 1
    assert len(bridge.snapshot.table(Exercise)) == 2


def test_a_question_whose_data_was_removed_says_so(page: GuessPage, bridge: Bridge) -> None:
    guess_all(page, "30")
    page.sheet.lock.click()
    page.sheet.reveal.click()
    with bridge.edit("Remove") as write:
        waves.remove(write, next(iter(bridge.snapshot.table(Wave))))
    page.refresh()
    assert "not in the project any more" in words(page)


@pytest.mark.parametrize(("people", "told"), [(8, 0), (30, 1)])
def test_the_score_before_the_room_cuts_nobody_in_half(
    page: GuessPage, room: WorkshopRoom, bridge: Bridge, people: int, told: int
) -> None:
    asked = on(page).id
    with bridge.edit("Enter guesses") as write:
        for number in range(people):
            workshops.guess(write, asked, f"Person {number}", 0.5)
        workshops.lock(write, asked)
    room.flow.show(on(page))
    page.sheet.reveal.click()
    room.project()
    assert room.projector is not None
    room.projector.showNormal()
    room.projector.resize(1366, 768)
    for _ in range(3):
        QApplication.processEvents()
    (score,) = room.projector.findChildren(ScoreCard)
    port = score._area.viewport()
    seen = [line for line in (*score.lines, score._more) if line.isVisible()]
    assert all(port.rect().contains(x.geometry().translated(x.parentWidget().pos())) for x in seen)
    assert score._more.isVisible() == bool(told)
    assert len([x for x in seen if x is not score._more]) >= 8
