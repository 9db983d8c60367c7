# SPDX-License-Identifier: MIT
"""A typed claim meets the data: offered while writing, linked by a key, both sides alike."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Measure
from persona_studio.core.research import Wave
from persona_studio.gui.main_window import MainWindow
from persona_studio.gui.personas.offers_panel import OffersPanel, stance_words
from persona_studio.storage import evidence
from persona_studio.workspace.figures import Figure, each_figure
from persona_studio.workspace.offering import Offers
from tests.gui.personas.hands import CTRL, Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"


def panel(hands: Hands) -> OffersPanel:
    return hands.room.suggesting.panel


def write(hands: Hands, text: str, person: str = RUTH, section: str = "goals") -> None:
    """Begin a new claim and type its words."""
    hands.list(person, section).write_new(9)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def offered(hands: Hands, qtbot: QtBot) -> list[tuple[str, str]]:
    qtbot.waitUntil(lambda: bool(panel(hands).offers), timeout=4000)
    return [(offer.figure.answer, offer.stance) for offer in panel(hands).offers]


def test_what_is_being_written_is_held_against_the_data(hands: Hands, qtbot: QtBot) -> None:
    write(hands, "Visits us most days")
    assert offered(hands, qtbot) == [("Most days", "open")]
    assert "Ctrl+Enter" in panel(hands).hint.text()
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(hands.bridge.snapshot.evidence_of(made(hands).id)))
    [item] = hands.bridge.snapshot.evidence_of(made(hands).id)
    assert (item.n_for, item.n_against, item.stance) == (20, 20, "supports")
    assert hands.room.detail.claim == made(hands).id
    hands.bridge.undo()
    assert hands.bridge.snapshot.evidence_of(made(hands).id) == ()


def every(hands: Hands) -> list[Figure]:
    return [f for part in each_figure(hands.bridge.workspace, None) for f in part]


def made(hands: Hands):  # type: ignore[no-untyped-def]
    return hands.claim("Visits us most days")


def test_enter_alone_links_nothing_and_the_offer_stays(hands: Hands, qtbot: QtBot) -> None:
    write(hands, "Visits us most days")
    offered(hands, qtbot)
    hands.press(Qt.Key.Key_Return)
    assert hands.bridge.snapshot.evidence_of(made(hands).id) == ()
    assert offered(hands, qtbot) == [("Most days", "open")]
    qtbot.waitUntil(lambda: "Ctrl+L" in panel(hands).hint.text())
    assert hands.room.suggesting.link_first()
    assert len(hands.bridge.snapshot.evidence_of(made(hands).id)) == 1
    qtbot.waitUntil(panel(hands).isHidden)


def test_counter_evidence_stands_beside_support_in_the_same_size(
    hands: Hands, qtbot: QtBot
) -> None:
    write(hands, "Visits once a week")
    assert offered(hands, qtbot) == [("Once a week", "against"), ("Most days", "against")]
    first, second = panel(hands).cards
    assert stance_words(first.offer) == "Speaks against it"
    assert stance_words(second.offer) == "More say otherwise"
    assert first.width() == second.width()
    assert abs(first.height() - second.height()) < first.fontMetrics().lineSpacing() + 2


def test_an_offer_can_be_linked_the_other_way_round(hands: Hands, qtbot: QtBot) -> None:
    write(hands, "Never visits once a week")
    offered(hands, qtbot)
    hands.press(Qt.Key.Key_Return)
    offered(hands, qtbot)
    panel(hands).cards[0].turned.click()
    claim = hands.claim("Never visits once a week")
    [item] = hands.bridge.snapshot.evidence_of(claim.id)
    assert (item.stance, item.n_for, item.n_against) == ("contradicts", 30, 10)


def test_support_says_for_how_many_where_the_claim_did_not(hands: Hands, qtbot: QtBot) -> None:
    wave = next(iter(hands.bridge.snapshot.table(Wave)))
    claim = hands.claim("Comes in and asks").id
    figure = next(f for f in every(hands) if f.answer == "Rarely")
    hands.room.gestures.link_offer(figure, claim, "supports", say_how_many=True)
    assert hands.claim("Comes in and asks").quantifier == "some"
    [item] = hands.bridge.snapshot.evidence_of(claim)
    assert item.wave == wave


def test_a_claim_with_evidence_is_left_in_peace(hands: Hands, qtbot: QtBot) -> None:
    hands.select("Comes on most days")
    QTest.qWait(350)
    assert panel(hands).isHidden()
    [item] = hands.bridge.snapshot.evidence_of(hands.claim("Comes on most days").id)
    hands.room.gestures.unlink(item.id)
    assert offered(hands, qtbot)[0] == ("Most days", "open")


def test_an_offer_can_be_hidden_for_good(hands: Hands, qtbot: QtBot) -> None:
    write(hands, "Visits us most days")
    offered(hands, qtbot)
    panel(hands).dismissed.emit()
    assert panel(hands).isHidden()
    hands.press(Qt.Key.Key_Return)
    QTest.qWait(300)
    assert panel(hands).isHidden()


def test_the_palette_says_when_nothing_is_offered(window: MainWindow) -> None:
    window.go("personas")
    window.commands.made["link_offer"].trigger()
    assert window.view is not None
    assert "says nothing about this claim" in window.view.banner.message.text()


def test_a_question_that_is_not_about_an_answer_offers_the_commonest(hands: Hands) -> None:
    offers = Offers(every(hands), hands.bridge.snapshot).about("How often they visit")
    assert [offer.figure.answer for offer in offers] == ["Most days"]


def test_the_verdict_of_an_offer_is_that_of_the_claim(hands: Hands) -> None:
    claim = hands.claim("A quiet corner for four on Saturday")
    ready = Offers(every(hands), hands.bridge.snapshot)
    for word in ("most", "about_half", "few", "some"):
        [offer, *_] = ready.about("Visits us most days", word)
        hands.room.gestures.set_quantifier([claim.id], word)
        with hands.bridge.edit("Link") as write_:
            wave, measure = offer.figure.wave, offer.figure.measure
            key = evidence.link_measure(
                write_, claim.id, wave, Measure(measure.question, measure.op, measure.value, "all")
            )
        judged = hands.bridge.workspace.assess(claim.id).verdict
        words = {"supported": "for", "contradicted": "against", "cannot_tell": "open"}
        assert offer.stance == words[judged or ""]
        hands.room.gestures.unlink(key)
