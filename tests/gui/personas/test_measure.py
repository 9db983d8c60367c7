# SPDX-License-Identifier: MIT
"""What is counted for a claim, and for how many it holds: chosen in a form that answers at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from persona_studio.core.persona import Evidence, Measure
from persona_studio.core.research import Question, Wave
from persona_studio.evidence.verdict import WORDS
from persona_studio.gui.personas.evidence_card import EvidenceCard
from persona_studio.gui.personas.measure_answers import MeasureAnswers
from persona_studio.gui.personas.measure_page import MeasurePage
from persona_studio.workspace import measuring
from tests.gui.personas.hands import CTRL, Hands

ORDERS, BASKET = "Orders in the app", "The app loses the basket at the last step"


def page(hands: Hands) -> MeasurePage:
    return hands.room.side.measure


def tick(form: MeasureAnswers, *answers: str) -> None:
    for row in range(form.ticks.count()):
        item = form.ticks.item(row)
        on = item.text() in answers
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def choose(hands: Hands, question: str, *answers: str, quantifier: str = "") -> None:
    form = page(hands)
    row = form.question.findText(question, Qt.MatchFlag.MatchStartsWith)
    form.question.setCurrentIndex(row)
    tick(form.answers, *answers)
    form.holds.setCurrentIndex(form.holds.findData(quantifier))
    form.show_trial()


def only(hands: Hands, text: str) -> Evidence:
    [item] = hands.bridge.snapshot.evidence_of(hands.claim(text).id)
    return item


def test_a_question_is_counted_for_a_claim_and_answers_before_it_is_kept(hands: Hands) -> None:
    claim = hands.claim(BASKET).id
    hands.room.show_detail(claim)
    hands.room.detail.more.click()
    assert hands.room.side.currentWidget() is page(hands)
    assert not page(hands).keep.isEnabled()
    assert page(hands).says.text() == "Choose an answer to count."
    choose(hands, "How often", "Most days", quantifier="most")
    assert "can't tell" in page(hands).says.text()
    choose(hands, "How often", "Most days", quantifier="few")
    assert "contradicts" in page(hands).says.text()
    choose(hands, "How often", "Most days", "Once a week", quantifier="most")
    assert "supports" in page(hands).says.text()
    assert "30 of 40" in page(hands).bar.accessibleName()
    assert hands.bridge.snapshot.evidence_of(claim) == ()
    page(hands).keep.click()
    item = only(hands, BASKET)
    assert item.measure == Measure("visits", "any_of", ["Most days", "Once a week"], "segment")
    assert (item.n_for, item.n_against) == (30, 10)
    assert hands.claim(BASKET).quantifier == "most"
    assert hands.room.side.currentWidget() is hands.room.detail
    assert hands.bridge.workspace.undo_label == "Choose what is counted"
    hands.bridge.undo()
    assert hands.bridge.snapshot.evidence_of(claim) == ()
    assert hands.claim(BASKET).quantifier is None


def test_what_is_counted_is_changed_in_place(hands: Hands) -> None:
    before = only(hands, ORDERS)
    hands.room.show_detail(hands.claim(ORDERS).id)
    card = next(c for c in hands.room.detail.findChildren(EvidenceCard) if not c.isHidden())
    card.change_asked.emit(before.id)
    form = page(hands)
    assert form.question.currentText() == "Where do you order? (Customer survey)"
    assert form.measure() == before.measure
    assert form.holds.currentData() == "about_half"
    tick(form.answers, "Shop")
    form.answers.how.setCurrentIndex(form.answers.how.findData("is_not"))
    form.stance.setCurrentIndex(form.stance.findData("contradicts"))
    form.show_trial()
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    after = only(hands, ORDERS)
    assert after.id == before.id
    assert after.measure == Measure("channel", "is_not", "Shop", "all")
    assert (after.stance, after.n_for, after.n_against) == ("contradicts", 20, 20)
    hands.bridge.undo()
    assert only(hands, ORDERS) == before


def test_escape_leaves_everything_as_it_was(hands: Hands) -> None:
    before = only(hands, ORDERS)
    hands.select(ORDERS)
    hands.room.choose_measure()
    assert page(hands).item == before.id
    tick(page(hands).answers, "Shop")
    QTest.keyClick(page(hands), Qt.Key.Key_Escape)
    assert hands.room.side.currentWidget() is hands.room.detail
    assert only(hands, ORDERS) == before


def test_the_word_under_the_pointer_is_tried_at_once(hands: Hands) -> None:
    hands.room.show_detail(hands.claim(ORDERS).id)
    detail = hands.room.detail
    detail.holds.highlighted.emit(detail.holds.findData("nobody"))
    assert WORDS["nobody"] in detail.bar.accessibleName()
    assert "Contradicted" in detail._verdict.text()
    assert hands.claim(ORDERS).quantifier == "about_half"
    assert hands.bridge.workspace.undo_label != "Say for how many"
    detail.holds.hidePopup()
    assert WORDS["about_half"] in detail.bar.accessibleName()
    assert "strength" in detail._verdict.text()


@pytest.mark.parametrize("quantifier", ["almost_all", "most", "about_half", "few", "typical", None])
def test_the_trial_is_what_is_said_once_it_is_kept(hands: Hands, quantifier: str | None) -> None:
    claim = hands.claim(ORDERS)
    hands.room.gestures.set_quantifier([claim.id], quantifier)
    item = only(hands, ORDERS)
    assert item.measure is not None
    found = measuring.trial(
        hands.bridge.workspace, hands.claim(ORDERS), item.wave or "", item.measure
    )
    judged = hands.bridge.workspace.assess(claim.id)
    assert found is not None
    assert (found.n_for, found.n_total) == (judged.n_for, judged.n_total)
    assert (found.interval, found.verdict) == (judged.interval, judged.verdict)


@pytest.mark.parametrize(
    ("role", "order", "measure"),
    [
        ("likert", ("low", "middle", "high"), Measure("v", "at_least", "middle")),
        ("likert", ("low", "middle", "high"), Measure("v", "between", ["low", "middle"])),
        ("numeric", (), Measure("v", "between", [2, 7.5])),
        ("numeric", (), Measure("v", "at_most", 3)),
        ("single_choice", (), Measure("v", "is_not", ["a", "c"])),
        ("multi_select", (), Measure("v", "includes", "b")),
        ("multi_select", (), Measure("v", "any_of", ["a", "b"])),
        ("single_choice", (), Measure("v", "answered")),
    ],
)
def test_every_kind_of_measure_is_shown_and_given_back_as_it_was(
    hands: Hands, role: str, order: tuple[str, ...], measure: Measure
) -> None:
    asked = Question("q", "w", "v", 0, 1, "Q", "", role, order=order)
    form = page(hands).answers
    form.offer(measuring.ways(asked), order or ("a", "b", "c"), scale=bool(order))
    form.take(measure)
    assert form.chosen() == (measure.op, measure.value)


def test_a_project_without_answers_says_what_to_do(hands: Hands) -> None:
    for wave in hands.bridge.snapshot.table(Wave):
        with hands.bridge.edit("Remove") as write:
            write.remove(Wave, wave)
    hands.room.side.show_measure(hands.claim(BASKET).id)
    assert "Import a survey" in page(hands).says.text()
    assert not page(hands).keep.isEnabled()
