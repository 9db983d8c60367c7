# SPDX-License-Identifier: MIT
"""Themes in the tray: ranked by what sets a group apart, found by number, for and against."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from persona_studio.core.fields import new_id
from persona_studio.core.research import Membership, Question, Segment, Segmentation, Theme, Wave
from persona_studio.gui.personas.drop_hint import against_area
from persona_studio.gui.personas.switch import WALL
from persona_studio.gui.personas.tray import FIGURES, THEMES
from persona_studio.storage import evidence, personas, quotes, rows
from persona_studio.workspace.figures import Figure
from persona_studio.workspace.theme_cards import ThemeCard
from tests.gui.personas.hands import Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"
BASKET = "The app loses the basket at the last step"
PAY, TABLE, EMPTY = "Pay ahead", "A table for many", "Nobody said it"


@pytest.fixture
def themed(hands: Hands, qtbot: QtBot) -> Hands:
    """Give Maya the group of those who want to pay ahead, and three themes of what was said."""
    bridge = hands.bridge
    with bridge.edit("Groups and themes") as write:
        wave = next(iter(bridge.snapshot.table(Wave)))
        wish = next(q for q in bridge.snapshot.table(Question).values() if q.role == "free_text")
        grouping = write.add(Segmentation(new_id(), wave))
        segment = write.add(Segment(new_id(), grouping, 0, "Ahead"))
        raw = write.connection.connection.dbapi_connection
        rows.register(raw, "membership", grouping)
        rows.add_memberships(raw, [Membership(grouping, n, segment) for n in range(3, 42, 4)])
        personas.change(write, hands.persona(MAYA).id, segment=segment)
        for name, text, first in ((TABLE, "A table for four", 4), (PAY, "Let me pay", 3)):
            theme = quotes.theme_named(write, name)
            for row in range(first, 42, 4):
                quotes.tag(write, evidence.mark_quote(write, wave, wish.id, row, text, 0), theme)
        quotes.theme_named(write, EMPTY)
    hands.room.tray.open_tab(THEMES)
    return hands


def offered(hands: Hands) -> list[str]:
    cards = hands.room.tray.list.cards
    return [
        str(cards.index(n).data(Qt.ItemDataRole.AccessibleTextRole))
        for n in range(len(cards.items))
    ]


def carried(hands: Hands, words: str) -> object:
    cards = hands.room.tray.list.cards
    row = next(n for n, item in enumerate(cards.items) if item.text == words)
    return cards.mimeData([cards.index(row)])


def test_for_a_persona_the_theme_that_sets_its_group_apart_comes_first(themed: Hands) -> None:
    tray = themed.room.tray
    tray.show_persona(themed.persona(RUTH).id)
    assert offered(themed)[0] == f"T1 · Theme: {TABLE}"
    tray.show_persona(themed.persona(MAYA).id)
    assert offered(themed)[0] == f"T2 · Theme: {PAY}"
    first = tray.list.cards.items[0]
    assert isinstance(first, ThemeCard)
    assert (first.quotes, first.people, first.mine) == (10, 10, 10)
    assert tray.list.cards.quiet(first).replace("\u00a0", " ") == (
        "10 people · 10 of the group · sets the group apart"
    )
    tray.open_tab("for")
    assert f"T2 · Theme: {PAY}" in offered(themed)
    assert f"T1 · Theme: {TABLE}" not in offered(themed)


def test_a_number_finds_its_card_in_every_tab_and_words_search_all_kinds(
    themed: Hands, qtbot: QtBot
) -> None:
    tray = themed.room.tray
    for tab in (FIGURES, THEMES, "for"):
        tray.open_tab(tab)
        tray.search.setText("t2")
        qtbot.waitUntil(lambda: offered(themed) == [f"T2 · Theme: {PAY}"], timeout=3000)
        tray.search.setText("E1")
        qtbot.waitUntil(lambda: [o[:4] for o in offered(themed)] == ["E1 ·"], timeout=3000)
    tray.search.setText("q1")
    qtbot.waitUntil(lambda: offered(themed) == ["Q1 · Quote: A table for four"], timeout=3000)
    tray.search.setText("pay")
    qtbot.waitUntil(lambda: len(offered(themed)) > 1, timeout=3000)
    kinds = {line.split(":")[0].split("· ")[-1] for line in offered(themed)}
    assert kinds >= {"Theme", "Quote"}


def test_the_search_reaches_the_parking_lot(themed: Hands, qtbot: QtBot) -> None:
    parking = themed.room.tray.parking
    themed.room.gestures.add(parking.place, ["Wants to pay ahead", "Sits outside"])
    themed.room.tray.search.setText("outside")
    shown = parking.list.claims.claims
    qtbot.waitUntil(lambda: [c.text for c in shown] == ["Sits outside"], timeout=3000)
    assert themed.room.tray.park_chip.text() == "Parking lot 1"


def test_a_theme_on_a_section_makes_a_claim_with_its_people(themed: Hands) -> None:
    target = themed.block(RUTH, "pains")
    themed.drop(target, QPoint(60, 20), carried(themed, PAY))
    assert themed.texts(RUTH, "pains") == [PAY]
    [item] = themed.bridge.snapshot.evidence_of(themed.claim(PAY).id)
    assert (item.theme is not None, item.n_for, item.n_against) == (True, 10, 0)
    themed.undo_and_redo((RUTH, "pains"))


@pytest.mark.parametrize(("far", "stance"), [(False, "supports"), (True, "contradicts")])
def test_evidence_speaks_for_or_against_by_where_it_is_dropped(
    themed: Hands, qtbot: QtBot, far: bool, stance: str
) -> None:
    target, tray = themed.block(MAYA, "pains"), themed.room.tray
    at = themed.point_on(target, 0, 0.5)
    if far:
        area = against_area(target.ensure_list().visualRect(target.ensure_list().claims.index(0)))
        at.setX(target.ensure_list().viewport().mapTo(target, area.center()).x())
    tray.open_tab(FIGURES)
    cards = tray.list.cards
    qtbot.waitUntil(lambda: bool(cards.items) and isinstance(cards.items[0], Figure), timeout=3000)
    for tab, words in ((FIGURES, cards.items[0].text), (THEMES, PAY)):
        tray.open_tab(tab)
        held = carried(themed, words)
        themed.drag_over(target, at, held)
        assert (target.ensure_list().hint.kind, target.ensure_list().hint.against) == ("link", far)
        themed.drop(target, at, held)
        assert themed.bridge.workspace.undo_label == "Link evidence"
    items = themed.bridge.snapshot.evidence_of(themed.claim(BASKET).id)
    assert [item.stance for item in items] == [stance, stance]
    themed.bridge.undo()
    assert len(themed.bridge.snapshot.evidence_of(themed.claim(BASKET).id)) == 1


def test_a_theme_without_quotes_is_refused_in_words(themed: Hands, qtbot: QtBot) -> None:
    before = themed.bridge.workspace.undo_label
    target = themed.block(MAYA, "pains")
    with qtbot.waitSignal(themed.bridge.failed) as failed:
        themed.drop(target, themed.point_on(target, 0, 0.5), carried(themed, EMPTY))
    assert failed.args[0].kind == "no_quotes"
    assert themed.bridge.workspace.undo_label == before


def test_a_theme_of_the_tray_hangs_on_the_wall(themed: Hands) -> None:
    page = themed.room.views.show(WALL)
    theme = next(t for t in themed.bridge.snapshot.table(Theme).values() if t.name == PAY)
    page.put(f"theme:{theme.id}")
    assert [item.words for item in page.scene.cards.values()] == [PAY]
