# SPDX-License-Identifier: MIT
"""From a claim to the rows and words behind it in two clicks, and on to the row in Research."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Evidence
from persona_studio.core.research import Question, Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.claim_delegate import mark_area
from persona_studio.gui.personas.evidence_card import EvidenceCard
from persona_studio.gui.personas.people_page import PeoplePage
from persona_studio.gui.personas.room import PersonasRoom
from persona_studio.gui.research.room import ResearchRoom
from persona_studio.storage import evidence
from persona_studio.workspace import behind
from tests.gui.personas.hands import Hands

MAYA, ORDERS, DAYS = "Commuter Maya", "Orders in the app", "Comes on most days"


def page(hands: Hands) -> PeoplePage:
    return hands.room.side.people


def open_people(hands: Hands, claim: str, person: str = MAYA, section: str = "channels") -> None:
    """Click on the mark, click on the card."""
    shown = hands.list(person, section)
    row = hands.shown(person, section).index(claim)
    spot = mark_area(shown.visualRect(shown.claims.index(row))).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    card = next(c for c in hands.room.detail.findChildren(EvidenceCard) if not c.isHidden())
    QTest.mouseClick(card.people, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_two_clicks_lead_to_the_very_rows(hands: Hands) -> None:
    open_people(hands, ORDERS)
    assert hands.room.side.currentWidget() is page(hands)
    stands = page(hands).model.stands
    app_rows = {row for row in range(2, 42) if (row - 2) % 4 < 2}
    assert {stand.row for stand in stands if stand.supports} == app_rows
    assert {stand.row for stand in stands if not stand.supports} == set(range(2, 42)) - app_rows
    assert [stand.supports for stand in stands] == sorted(stand.supports for stand in stands)
    first = page(hands).model.index(0)
    assert first.data() == "Shop"
    assert page(hands).model.who(stands[0]) == "P-4 · row 4"
    assert "against it, P-4" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page(hands).counts.text() == "20 for it, 20 against it"


def test_all_a_person_answered_is_shown_but_what_is_private(hands: Hands) -> None:
    wave = next(iter(hands.bridge.snapshot.table(Wave)))
    asked = hands.bridge.snapshot.question(wave, "visits")
    assert asked is not None
    with hands.bridge.edit("Hide a question") as write:
        write.change(Question, asked.id, role="pii")
    open_people(hands, ORDERS)
    labels = page(hands).findChildren(QLabel)
    said = [label.text() for label in labels if label.isVisibleTo(page(hands))]
    assert "A table for four would be nice." in said
    assert "Once a week" not in said


def test_the_keyboard_goes_in_and_back(hands: Hands, qtbot: QtBot) -> None:
    open_people(hands, ORDERS)
    assert hands.room.focusWidget() is page(hands).list
    with qtbot.waitSignal(hands.room.show_row) as told:
        QTest.keyClick(page(hands).list, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[2] == 4
    QTest.keyClick(page(hands).list, Qt.Key.Key_Escape)
    assert hands.room.side.currentWidget() is hands.room.detail
    here = hands.room.focusWidget()
    assert hands.room.detail.isAncestorOf(here)
    QTest.keyClick(here, Qt.Key.Key_Escape)
    assert hands.room.side.currentWidget() is hands.room.tray


def test_a_contradicted_measure_stands_with_what_speaks_against(hands: Hands) -> None:
    claim = hands.claim(DAYS).id
    wave = next(iter(hands.bridge.snapshot.table(Wave)))
    asked = hands.bridge.snapshot.question(wave, "wish")
    assert asked is not None
    with hands.bridge.edit("Link") as write:
        quote = evidence.mark_quote(write, wave, asked.id, 3, "Let me pay before I arrive.")
        evidence.link_quote(write, claim, quote)
    hands.room.gestures.set_quantifier([claim], "few")
    hands.room.show_detail(claim)
    labels = hands.room.detail.findChildren(QLabel)
    said = [label.text() for label in labels if label.isVisibleTo(hands.room.detail)]
    assert said.index("Speaks against it") < said.index("Speaks for it")
    cards = [c for c in hands.room.detail.findChildren(EvidenceCard) if not c.isHidden()]
    assert [card.people.isVisibleTo(card) for card in cards] == [True, True]
    [quoted] = [item for item in hands.bridge.snapshot.evidence_of(claim) if item.quote]
    hands.room.side.show_people(quoted.id)
    [stand] = [s for s in page(hands).model.stands if s.quote]
    assert (stand.row, stand.supports) == (3, True)


def test_the_page_follows_undo_and_closes_with_its_evidence(hands: Hands) -> None:
    open_people(hands, ORDERS)
    [item] = hands.bridge.snapshot.evidence_of(hands.claim(ORDERS).id)
    with hands.bridge.edit("Turn") as write:
        write.change(Evidence, item.id, stance="contradicts")
    assert page(hands).model.stands[0].row == 2
    hands.bridge.undo()
    assert page(hands).model.stands[0].row == 4
    hands.room.gestures.unlink(item.id)
    assert hands.room.side.currentWidget() is hands.room.detail


def test_the_row_is_shown_in_research(window: MainWindow) -> None:
    window.go("personas")
    assert window.view is not None
    room = window.view.go("personas")
    assert isinstance(room, PersonasRoom)
    assert window.bridge is not None
    item = next(e for e in window.bridge.snapshot.table(Evidence).values() if e.measure)
    room.side.show_people(item.id)
    people = room.side.people
    silent = next(s for s in people.model.stands if s.row % 4 == 1)
    people.list.setCurrentIndex(people.model.index(list(people.model.stands).index(silent)))
    people.read.click()
    research = window.view.go("research")
    assert isinstance(research, ResearchRoom)
    assert research.wave.isVisible()
    assert behind.place_in_research(window.bridge.workspace, silent, item) != ""
    window.go("personas")
    spoken = next(s for s in people.model.stands if s.row % 4 == 3)
    people.list.setCurrentIndex(people.model.index(list(people.model.stands).index(spoken)))
    people.read.click()
    assert research.said.isVisible()
    assert research.said.place is not None
    assert research.said.place.row == spoken.row
