# SPDX-License-Identifier: MIT
"""A claim that answers a question: parted for the eye, whole for the ear and the pen."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from persona_studio.core.persona import Measure
from persona_studio.core.research import Question
from persona_studio.gui.personas.switch import COMPARE, OVERVIEW
from persona_studio.storage import claims, evidence
from tests.gui.personas.hands import Hands

MAYA, ACCESSIBLE = "Commuter Maya", Qt.ItemDataRole.AccessibleTextRole
ANSWER = "Most days"


def answered(hands: Hands) -> str:
    """Add a claim that says question and answer, measured; return its words."""
    snapshot = hands.bridge.snapshot
    asked = snapshot.table(Question).values()
    question = next(q for q in asked if q.label == "visits")
    with hands.bridge.workspace.edit("Add") as write:
        text = f"{question.text} {ANSWER}"
        made = claims.add(write, hands.persona(MAYA).id, "buying", text)
        evidence.link_measure(
            write, made, question.wave, Measure(question.variable, "is", ANSWER, "all")
        )
    return text


def inked(hands: Hands, index: QModelIndex) -> list[str]:
    """Return the texts a card of the board is painted with."""
    shown = hands.list(MAYA, "buying")
    made = shown.itemDelegate()
    drawn: list[str] = []

    class Pen(QPainter):
        def drawStaticText(self, *args: object) -> None:  # noqa: N802 - Qt's name
            drawn.append(args[-1].text())  # type: ignore[attr-defined]

    option, sheet = QStyleOptionViewItem(), QPixmap(300, 200)
    option.rect, option.widget = shown.visualRect(index), shown
    pen = Pen(sheet)
    made.paint(pen, option, index)
    pen.end()
    return drawn


def test_question_and_answer_are_parted_on_the_board_and_told_as_one(hands: Hands) -> None:
    whole = answered(hands)
    shown = hands.list(MAYA, "buying")
    index = shown.claims.index(shown.claims.rowCount() - 1)
    question, answer = inked(hands, index)[:2]
    assert (f"{question} {answer}", answer) == (whole, ANSWER)
    assert index.data(ACCESSIBLE) == index.data(Qt.ItemDataRole.EditRole) == whole
    before = shown.itemDelegate().height(index, 260)
    shown.claims.setData(index, "Comes most days")
    assert inked(hands, index)[0] == "Comes most days"
    assert shown.itemDelegate().height(index, 260) < before


def test_overview_and_comparison_part_it_too(hands: Hands) -> None:
    whole = answered(hands)
    key = hands.claim(whole).id
    overview = hands.room.views.show(OVERVIEW)
    assert overview.model.leads[key] == (whole.removesuffix(f" {ANSWER}"), ANSWER)
    compare = hands.room.views.show(COMPARE)
    row = next(line for line in compare.model.lines if getattr(line, "words", "") == whole)
    assert compare.model.parted(row) == (whole.removesuffix(f" {ANSWER}"), ANSWER, "")
    place = compare.model.lines.index(row)
    assert compare.model.index(place, 0).data(ACCESSIBLE).startswith(whole)
