# SPDX-License-Identifier: MIT
"""Ballots are entered from paper by number, stay hidden until all are in, and prove nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim
from persona_studio.core.workshop import Exercise, Option, Vote, WorkshopSession
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.widgets.chip import Chip
from persona_studio.gui.workshop.room import WorkshopRoom
from persona_studio.gui.workshop.vote_page import VotePage
from persona_studio.storage import workshops


def words(widget: QWidget) -> str:
    return "\n".join(x.text() for x in widget.findChildren(QLabel) if x.isVisible())


@pytest.fixture
def page(room: WorkshopRoom) -> VotePage:
    """Give the page where the vote is prepared."""
    room.flow.go("vote")
    QApplication.processEvents()
    found = room.panel.pages["vote"]
    assert isinstance(found, VotePage)
    return found


@pytest.fixture
def round_(page: VotePage) -> VotePage:
    """Give the page with a vote on six options, two dots each."""
    assert page.form is not None
    page.form.options.setPlainText("\n".join(("Speed", "Quiet", "Price", "App", "Staff", "Cake")))
    page.form.button.click()
    QApplication.processEvents()
    return page


def enter(page: VotePage, *lines: str) -> None:
    for text in lines:
        QTest.keyClicks(page.sheet.line, text)
        QTest.keyClick(page.sheet.line, Qt.Key.Key_Return)


def ranking(page: VotePage) -> list[str]:
    return [row.accessibleName() for row in page.sheet.rows]


def test_options_come_from_the_project_and_look_alikes_are_warned_of(
    page: VotePage, bridge: Bridge
) -> None:
    form = page.form
    assert form is not None
    assert not form.button.isEnabled()
    form._links["personas"].click()
    assert form.options.toPlainText().split("\n") == ["Commuter Maya", "Host Ruth"]
    assert "2 options: each ballot has 1 dot." in words(form)
    assert not form.warning.isVisible()
    form.options.appendPlainText("Quick payment in the app\nPayment in our app, quick")
    assert "alike and would split their votes" in form.warning.text()
    form.button.click()
    (asked,) = bridge.snapshot.table(Exercise).values()
    assert asked.options[0].id == bridge.snapshot.personas[0].id
    bridge.undo()
    assert form.isVisible()


def test_ballots_stay_hidden_until_all_are_in_then_rank(round_: VotePage, bridge: Bridge) -> None:
    sheet = round_.sheet
    assert sheet.line.hasFocus()
    enter(round_, "2 2", "2,4")
    assert "2 of 3 ballots are in" in words(sheet)
    assert not sheet.reveal.isEnabled()
    assert ranking(round_)[1] == "2 Quiet"
    enter(round_, "0")
    assert sheet.reveal.hasFocus()
    sheet.reveal.click()
    QApplication.processEvents()
    assert ranking(round_)[:3] == ["1. Quiet 3", "2. App 1", "3. Speed 0"]
    assert "4 dots on 3 ballots. A vote says what comes first, not what is true." in words(sheet)
    bridge.undo()
    assert ranking(round_)[1] == "2 Quiet"


def test_a_ballot_with_too_many_dots_or_a_wrong_number_is_refused(
    round_: VotePage, bridge: Bridge
) -> None:
    told: list[StudioError] = []
    bridge.failed.connect(told.append)
    enter(round_, "1 2 3")
    enter(round_, "7")
    assert [error.kind for error in told] == ["too_many_dots", "option"]
    assert not bridge.snapshot.table(Vote)
    mended: list[bool] = []
    bridge.mended.connect(lambda: mended.append(True))
    round_.sheet.line.clear()
    enter(round_, "1 2")
    assert mended == [True]


def test_a_ballot_is_taken_back_entered_anew_and_undone(round_: VotePage, bridge: Bridge) -> None:
    enter(round_, "1", "2")
    chip = round_.sheet.findChildren(Chip)[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [vote.ballot for vote in bridge.snapshot.table(Vote).values()] == ["2"]
    enter(round_, "6 6")
    votes = bridge.snapshot.table(Vote).values()
    assert {(vote.ballot, vote.dots) for vote in votes} == {("1", 2), ("2", 1)}
    bridge.undo()
    bridge.undo()
    assert {vote.ballot for vote in bridge.snapshot.table(Vote).values()} == {"1", "2"}


def test_the_winner_is_written_down_as_a_decision(round_: VotePage, bridge: Bridge) -> None:
    enter(round_, "2 2", "2 4", "4")
    round_.sheet.reveal.click()
    round_.sheet.decide.click()
    (session,) = bridge.snapshot.table(WorkshopSession).values()
    assert session.decisions[0].text == "What matters most? “Quiet”: 3 dots"
    assert not round_.sheet.decide.isEnabled()
    bridge.undo()
    assert round_.sheet.decide.isEnabled()


def test_votes_never_make_a_claim_stronger(bridge: Bridge, room: WorkshopRoom) -> None:
    claim = next(iter(bridge.snapshot.table(Claim).values()))
    strengths = {c: bridge.workspace.assess(c).strength for c in bridge.snapshot.table(Claim)}
    session = room.flow.session
    assert session is not None
    with bridge.edit("Vote") as write:
        asked = Exercise("", session.id, "vote", options=(Option(claim.id, claim.text),), dots=1)
        made = workshops.ask(write, asked)
        for ballot in range(8):
            workshops.cast(write, made, str(ballot), {claim.id: 1})
        workshops.close(write, made)
    assert strengths == {
        c: bridge.workspace.assess(c).strength for c in bridge.snapshot.table(Claim)
    }
