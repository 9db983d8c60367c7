# SPDX-License-Identifier: MIT
"""Evidence of the tray: counted, searched, dragged onto claims and sections, used by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Evidence
from persona_studio.gui.personas.tray import FIGURES, QUOTES
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.tray import QuoteItem
from tests.gui.personas.hands import Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"
BASKET = "The app loses the basket at the last step"


@pytest.fixture
def filled(hands: Hands, qtbot: QtBot) -> Hands:
    """Wait until the tray is filled."""
    qtbot.waitUntil(lambda: bool(hands.room.tray.list.cards.items), timeout=4000)
    return hands


def take(hands: Hands, tab: str, words: str) -> int:
    """Open a tab, return the row of the first card with some words."""
    tray = hands.room.tray
    tray.open_tab(tab)
    return next(row for row, item in enumerate(tray.list.cards.items) if words in item.text)


def carried(hands: Hands, tab: str, words: str) -> object:
    """Return a card as a drag of it carries."""
    cards = hands.room.tray.list.cards
    return cards.mimeData([cards.index(take(hands, tab, words))])


def test_figures_count_everyone_where_no_group_is_linked(filled: Hands) -> None:
    row = take(filled, FIGURES, "Most days")
    figure = filled.room.tray.list.cards.items[row]
    assert isinstance(figure, Figure)
    assert (figure.k, figure.n, figure.grouped) == (20, 40, False)


def test_a_figure_shows_its_question_apart_and_is_heard_whole(filled: Hands) -> None:
    row = take(filled, FIGURES, "Most days")
    cards = filled.room.tray.list.cards
    figure = cards.items[row]
    assert isinstance(figure, Figure)
    asked, answer = figure.parted
    assert (asked, answer) == (figure.label.rstrip(":"), "Most days")
    heard = cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith(figure.text)
    assert asked in figure.text


def test_a_figure_on_a_section_makes_a_claim_with_its_data(filled: Hands) -> None:
    target = filled.block(RUTH, "behaviours")
    filled.drop(target, QPoint(60, 20), carried(filled, FIGURES, "Rarely"))
    [claim] = filled.bridge.snapshot.claims_of(filled.persona(RUTH).id, "behaviours")
    assert claim.quantifier == "some"
    assert "Rarely" in claim.text
    [item] = filled.bridge.snapshot.evidence_of(claim.id)
    assert item.measure is not None
    assert (item.n_for, item.n_against) == (10, 30)
    assert filled.bridge.workspace.assess(claim.id).mark == "filled"
    assert filled.bridge.workspace.undo_label == "Make claim from data"
    filled.undo_and_redo((RUTH, "behaviours"))


def test_a_figure_on_a_claim_is_linked_to_it(filled: Hands) -> None:
    target = filled.block(MAYA, "pains")
    at = filled.point_on(target, 0, 0.5)
    figure = carried(filled, FIGURES, "App")
    filled.drag_over(target, at, figure)
    assert target.ensure_list().hint.kind == "link"
    filled.drop(target, at, figure)
    [item] = filled.bridge.snapshot.evidence_of(filled.claim(BASKET).id)
    assert item.measure is not None
    assert filled.texts(MAYA, "pains") == [BASKET]
    assert filled.bridge.workspace.undo_label == "Link evidence"
    filled.bridge.undo()
    assert filled.bridge.snapshot.evidence_of(filled.claim(BASKET).id) == ()


def test_a_quote_on_a_section_becomes_a_claim_with_the_quote_behind_it(filled: Hands) -> None:
    target = filled.block(RUTH, "pains")
    quote = carried(filled, QUOTES, "four minutes")
    filled.drag_over(target, QPoint(60, 20), quote)
    filled.drop(target, QPoint(60, 20), quote)
    [claim] = filled.bridge.snapshot.claims_of(filled.persona(RUTH).id, "pains")
    assert claim.text.startswith("I have four minutes")
    [item] = filled.bridge.snapshot.evidence_of(claim.id)
    assert filled.bridge.snapshot.quote(item.quote or "") is not None
    filled.undo_and_redo((RUTH, "pains"))


def test_the_box_says_that_a_drop_makes_a_claim(filled: Hands) -> None:
    target = filled.block(MAYA, "channels")
    before = target.ensure_list().height()
    filled.drag_over(target, QPoint(60, 8), carried(filled, FIGURES, "App"))
    assert target.ensure_list().hint.kind == "make"
    assert target.ensure_list().height() > before
    filled.leave(target)
    assert target.ensure_list().height() == before


def test_search_finds_words_and_numbers(filled: Hands) -> None:
    tray = filled.room.tray
    tray.open_tab(FIGURES)
    everything = len(tray.list.cards.items)
    number = next(i.number for i in tray.list.cards.items if "Rarely" in i.text)
    tray.search.setText("rarely")
    tray.refresh()
    assert 0 < len(tray.list.cards.items) < everything
    tray.search.setText(f"E{number}")
    tray.refresh()
    assert [item.number for item in tray.list.cards.items] == [number]
    tray.open_tab(QUOTES)
    tray.search.setText("table four")
    tray.refresh()
    assert {item.text for item in tray.list.cards.items} == {"A table for four would be nice."}
    assert all(isinstance(item, QuoteItem) for item in tray.list.cards.items)


def test_evidence_is_used_by_keyboard(filled: Hands, qtbot: QtBot) -> None:
    filled.select(BASKET)
    tray = filled.room.tray
    row = take(filled, QUOTES, "four minutes")
    tray.use_asked.disconnect(filled.room.evidence.offer)
    tray.list.setFocus()
    tray.list.setCurrentIndex(tray.list.cards.index(row))
    with qtbot.waitSignal(tray.use_asked) as asked:
        filled.press(Qt.Key.Key_Return)
    menu = filled.room.evidence.menu(asked.args[0])
    menu.actions()[0].trigger()
    assert [item.quote is not None for item in evidence_of(filled)] == [True]
    menu.actions()[1].trigger()
    part = next(action.menu() for action in menu.actions() if action.menu())
    part.actions()[0].trigger()
    assert len(filled.texts(MAYA, "goals")) == 1


def test_a_quote_can_speak_against_a_claim(filled: Hands) -> None:
    filled.select(BASKET)
    row = take(filled, QUOTES, "Let me pay")
    key = filled.room.tray.list.cards.items[row].key
    menu = filled.room.evidence.menu(key)
    menu.actions()[1].trigger()
    [item] = evidence_of(filled)
    assert (item.stance, item.n_against) == ("contradicts", 1)


def evidence_of(hands: Hands) -> tuple[Evidence, ...]:
    """Return what stands behind the claim about the basket."""
    return hands.bridge.snapshot.evidence_of(hands.claim(BASKET).id)


def test_enter_and_enter_make_a_claim_for_whom_the_tray_speaks_of(filled: Hands) -> None:
    maya = filled.persona("Commuter Maya").id
    filled.room.tray.show_persona(maya)
    item = next(i for i in filled.room.tray.list.cards.items if isinstance(i, Figure))
    menu = filled.room.evidence.menu(item.key)
    first = menu.actions()[0]
    assert first.text().startswith("Make a claim for Commuter Maya: ")
    assert menu.activeAction() is first
    before = len(filled.bridge.snapshot.claims_of(maya))
    first.trigger()
    assert len(filled.bridge.snapshot.claims_of(maya)) == before + 1


def test_a_figure_says_how_far_so_few_people_can_tell(filled: Hands) -> None:
    cards = filled.room.tray.list.cards
    half = next(i for i in cards.items if isinstance(i, Figure) and (i.k, i.n) == (20, 40))
    assert cards.quiet(half).replace("\u00a0", " ").startswith("50 % (35\u201365) of everyone")
