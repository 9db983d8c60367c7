# SPDX-License-Identifier: MIT
"""Finding claims on the board: by words, by what the evidence says, from one to the next."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from persona_studio.core.persona import Claim
from persona_studio.gui.personas.find_bar import ASSUMED, CONTRADICTED, KEY, FindBar
from tests.gui.personas.hands import CTRL, Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(hands: Hands) -> FindBar:
    """Press Ctrl+F on a claim and return the bar."""
    first = next(iter(hands.bridge.snapshot.table(Claim).values()))
    hands.select(first.text)
    hands.press(Qt.Key.Key_F, CTRL)
    assert hands.room.seeking.bar.isVisible()
    return hands.room.seeking.bar


def unfolded(hands: Hands) -> set[str]:
    """Return the claims that are not folded away on the board."""
    return {
        claim.id
        for column in hands.room.board.columns.values()
        for shown in column.lists()
        for row, claim in enumerate(shown.claims.claims)
        if not shown.isRowHidden(row) and shown.visualRect(shown.claims.index(row)).height() > 0
    }


def test_words_are_found_counted_and_stepped_through(hands: Hands) -> None:
    heard: list[str] = []
    hands.room.announced.connect(heard.append)
    bar = opened(hands)
    there = hands.bridge.snapshot
    wanted = [c.id for p in there.personas for c in there.claims_of(p.id) if "e" in c.text.lower()]
    wanted += [c.id for c in there.claims_of(None) if "e" in c.text.lower()]
    assert len(wanted) > 2
    QTest.keyClicks(bar.field, "E")
    assert hands.room.seeking.found == wanted
    assert hands.room.board.look.sought == frozenset(wanted)
    assert heard[-1] == f"{len(wanted)} claims"
    for at in (0, 1):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        assert hands.room.board.selected() == [wanted[at]]
    assert heard[-1].startswith(f"2 of {len(wanted)}: ")
    assert bar.field.hasFocus()
    for _ in range(2):
        QTest.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert hands.room.seeking.bar.count.text() == f"{len(wanted)} of {len(wanted)}"


def test_filters_fold_away_what_does_not_fit_and_escape_brings_it_back(hands: Hands) -> None:
    for column in hands.room.board.columns.values():
        for block in column.ordered():
            block.ensure_list()
    every = unfolded(hands)
    bar = opened(hands)
    assess = hands.bridge.workspace.assess
    for name, fits in (
        (ASSUMED, lambda c: assess(c).assumption is not None and assess(c).mark == "ring"),
        (CONTRADICTED, lambda c: assess(c).mark == "slashed"),
        (KEY, lambda c: hands.bridge.snapshot.table(Claim)[c].key),
    ):
        bar.chips[name].click()
        assert unfolded(hands) == {claim for claim in every if fits(claim)}
        bar.chips[name].click()
    bar.chips[KEY].click()
    bar.field.setFocus()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert unfolded(hands) == every
    assert bar.isHidden()
    assert hands.room.board.has_keyboard()


def test_what_is_found_follows_edits_and_undo(hands: Hands) -> None:
    bar = opened(hands)
    bar.chips[KEY].click()
    before = set(hands.room.seeking.found)
    plain = next(c for c in unfolded_all(hands) if c not in before)
    hands.room.gestures.set_key([plain], key=True)
    assert set(hands.room.seeking.found) == before | {plain}
    assert plain in unfolded(hands)
    hands.bridge.undo()
    assert set(hands.room.seeking.found) == before
    assert plain not in unfolded(hands)


def unfolded_all(hands: Hands) -> list[str]:
    """Return the claims of the personas."""
    there = hands.bridge.snapshot
    return [claim.id for persona in there.personas for claim in there.claims_of(persona.id)]


def test_nothing_found_is_said(hands: Hands) -> None:
    bar = opened(hands)
    QTest.keyClicks(bar.field, "zzzz")
    assert bar.count.text() == "No claim fits"
    assert not bar.after.isEnabled()
