# SPDX-License-Identifier: MIT
"""The panel that tells what stands behind a claim, and the menu of claims."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from persona_studio.core.persona import Claim, Evidence
from persona_studio.gui.personas.claim_delegate import mark_area
from persona_studio.gui.personas.evidence_card import EvidenceCard
from persona_studio.gui.personas.menus import claim_menu
from persona_studio.workspace.splitting import split_persona
from tests.gui.personas.hands import Hands
from tests.gui.personas.test_care import choose

MAYA = "Commuter Maya"
ORDERS, FOLLOWS = "Orders in the app", "Follows us on Instagram"
BASKET = "The app loses the basket at the last step"


def words_in(hands: Hands) -> str:
    """Return everything the panel says."""
    QApplication.processEvents()
    labels = hands.room.detail.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(hands.room.detail))


def evidence_of(hands: Hands, text: str) -> tuple[Evidence, ...]:
    """Return what stands behind a claim."""
    return hands.bridge.snapshot.evidence_of(hands.claim(text).id)


def test_a_click_on_the_mark_opens_the_panel(hands: Hands) -> None:
    shown = hands.list(MAYA, "channels")
    spot = mark_area(shown.visualRect(shown.claims.index(0))).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert hands.room.side.currentWidget() is hands.room.detail
    said = words_in(hands)
    assert ORDERS in said
    assert "50 % of everyone · 20 of 40" in said
    assert "Customer survey · 4 May" in said


def test_the_panel_opens_and_closes_by_key_and_follows_the_selection(hands: Hands) -> None:
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Space):
        hands.select(ORDERS)
        hands.press(key)
        assert hands.room.detail.claim == hands.claim(ORDERS).id
        hands.press(Qt.Key.Key_Down)
        assert hands.room.detail.claim == hands.claim(FOLLOWS).id
        hands.room.detail.take_focus()
        hands.press(Qt.Key.Key_Escape)
        assert hands.room.side.currentWidget() is hands.room.tray
        assert hands.list(MAYA, "channels").hasFocus()


def test_evidence_is_taken_off_in_the_panel(hands: Hands) -> None:
    hands.room.show_detail(hands.claim(ORDERS).id)
    [card] = hands.room.detail.findChildren(EvidenceCard)
    card.unlink_asked.emit(evidence_of(hands, ORDERS)[0].id)
    assert evidence_of(hands, ORDERS) == ()
    assert "Nothing yet" in words_in(hands)
    assert hands.bridge.workspace.undo_label == "Unlink evidence"
    hands.bridge.undo()
    assert len(evidence_of(hands, ORDERS)) == 1
    assert "20 of 40" in words_in(hands)


def test_an_assumption_is_written_down(hands: Hands) -> None:
    hands.room.show_detail(hands.claim(BASKET).id)
    form = hands.room.detail.form
    form.who.setText("B. Lee")
    form.how.setText("Ask ten people at the till")
    form.by.setCurrentIndex(0)
    form.button.click()
    [item] = evidence_of(hands, BASKET)
    assert (item.who, item.how_to_test) == ("B. Lee", "Ask ten people at the till")
    assert item.test_by is not None
    proof = hands.bridge.workspace.assess(hands.claim(BASKET).id).proof
    assert proof.startswith("Assumption · test by")
    assert "Assumed by B. Lee" in words_in(hands)
    hands.bridge.undo()
    assert evidence_of(hands, BASKET) == ()


def test_what_is_being_filled_in_outlives_another_choice(hands: Hands) -> None:
    claim = hands.claim(BASKET).id
    hands.room.show_detail(claim)
    form = hands.room.detail.form
    form.who.setText("B. Lee")
    hands.room.gestures.set_quantifier([claim], "few")
    assert form.who.text() == "B. Lee"
    hands.room.show_detail(hands.claim("Orders in the app").id)
    assert form.who.text() == ""


def test_the_panel_proposes_what_the_data_says(hands: Hands) -> None:
    claim = hands.claim("Comes on most days").id
    hands.room.gestures.set_quantifier([claim], "few")
    hands.room.show_detail(claim)
    assert hands.bridge.workspace.assess(claim).mark == "slashed"
    assert "Contradicted by data" in words_in(hands)
    holds = hands.room.detail.holds
    holds.setCurrentIndex(holds.findData("most"))
    holds.activated.emit(holds.currentIndex())
    assert hands.claim("Comes on most days").quantifier == "most"


def test_the_panel_closes_when_its_claim_is_gone(hands: Hands) -> None:
    hands.room.show_detail(hands.claim(ORDERS).id)
    hands.room.gestures.remove([hands.claim(ORDERS).id])
    assert hands.room.side.currentWidget() is hands.room.tray


def test_the_menu_does_what_the_keys_do_and_more(hands: Hands) -> None:
    hands.select(ORDERS, FOLLOWS)
    claims = [hands.claim(ORDERS), hands.claim(FOLLOWS)]
    menu = claim_menu(hands.room, claims, hands.room.commands, hands.room.gestures)
    choose(menu, "Key claim")
    choose(menu, "Holds for", "Almost all")
    choose(menu, "Mark as assumption")
    for text in (ORDERS, FOLLOWS):
        claim = hands.claim(text)
        assert (claim.key, claim.quantifier) == (True, "almost_all")
        assert any(item.since for item in evidence_of(hands, text))
    choose(menu, "Move to the parking lot")
    assert hands.texts(MAYA, "channels") == []
    assert hands.texts(None, "channels") == [ORDERS, FOLLOWS]
    hands.bridge.undo()
    assert hands.texts(MAYA, "channels") == [ORDERS, FOLLOWS]


def test_what_had_to_be_true_of_the_group_is_said(hands: Hands) -> None:
    claim = hands.claim("Comes on most days")
    [item] = evidence_of(hands, claim.text)
    hands.room.gestures.set_quantifier([claim.id], "few")
    split_persona(hands.bridge.workspace, item.id)
    copy = next(
        c
        for c in hands.bridge.snapshot.table(Claim).values()
        if c.text == claim.text and c.id != claim.id
    )
    hands.room.show_detail(copy.id)
    assert "20 of 20" in words_in(hands)
    assert "Its question formed the group" in words_in(hands)
    hands.room.show_detail(hands.claim(FOLLOWS).id)
    assert "Its question formed the group" not in words_in(hands)
