# SPDX-License-Identifier: MIT
"""What the room voted is seen on the cards once the vote is over, and proves nothing."""

from PySide6.QtCore import Qt

from persona_studio.core.workshop import Exercise, Option, WorkshopSession
from persona_studio.gui.personas.claim_model import mark_words
from persona_studio.storage import workshops
from tests.gui.personas.hands import Hands

MAYA, RUTH = "Commuter Maya", "Host Ruth"
ORDERS, BASKET = "Orders in the app", "The app loses the basket at the last step"


def told(hands: Hands, person: str, section: str, row: int = 0) -> str:
    shown = hands.list(person, section)
    return str(shown.claims.index(row).data(Qt.ItemDataRole.AccessibleDescriptionRole))


def ask(hands: Hands, *texts: str) -> str:
    options = tuple(Option(hands.claim(text).id, text) for text in texts)
    with hands.bridge.edit("Vote") as write:
        known = [each.id for each in hands.bridge.snapshot.table(WorkshopSession).values()]
        meeting = known[0] if known else workshops.begin(write, WorkshopSession("", "Spring"))
        return workshops.ask(write, Exercise("", meeting, "vote", options=options, dots=3))


def cast(hands: Hands, asked: str, **ballots: dict[str, int]) -> None:
    with hands.bridge.edit("Ballots") as write:
        for ballot, dots in ballots.items():
            workshops.cast(write, asked, ballot, {hands.claim(t).id: n for t, n in dots.items()})


def close(hands: Hands, asked: str) -> None:
    with hands.bridge.edit("Show the result of the vote") as write:
        workshops.close(write, asked)


def test_dots_are_told_when_the_vote_is_over_and_not_before(hands: Hands) -> None:
    asked = ask(hands, ORDERS, BASKET)
    cast(hands, asked, a={ORDERS: 2, BASKET: 1}, b={ORDERS: 2})
    assert "in the vote" not in told(hands, MAYA, "channels")
    strength = hands.bridge.workspace.assess(hands.claim(ORDERS).id)
    close(hands, asked)
    assert "4 dots in the vote" in told(hands, MAYA, "channels")
    assert "1 dot in the vote" in told(hands, MAYA, "pains")
    assert "in the vote" not in told(hands, RUTH, "goals")
    assert hands.bridge.workspace.assess(hands.claim(ORDERS).id) == strength
    assert told(hands, MAYA, "pains").startswith(mark_words("ring"))
    hands.bridge.undo()
    assert "in the vote" not in told(hands, MAYA, "channels")


def test_a_claim_that_is_voted_on_again_shows_no_dots_meanwhile(hands: Hands) -> None:
    first = ask(hands, ORDERS, BASKET)
    cast(hands, first, a={ORDERS: 2, BASKET: 1})
    close(hands, first)
    again = ask(hands, ORDERS)
    assert "in the vote" not in told(hands, MAYA, "channels")
    assert "1 dot in the vote" in told(hands, MAYA, "pains")
    cast(hands, again, a={ORDERS: 3})
    close(hands, again)
    assert "3 dots in the vote" in told(hands, MAYA, "channels")


def test_the_pill_is_painted_and_goes_along_to_the_parking_lot(hands: Hands) -> None:
    shown = hands.list(MAYA, "channels")
    before = shown.grab().toImage()
    asked = ask(hands, ORDERS)
    cast(hands, asked, a={ORDERS: 3})
    close(hands, asked)
    assert shown.grab().toImage() != before
    hands.bridge.undo()
    assert shown.grab().toImage() == before
    hands.bridge.redo()
    hands.room.gestures.move([hands.claim(ORDERS).id], hands.room.tray.parking.place)
    parked = hands.room.tray.parking.list.claims
    said = parked.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "3 dots in the vote" in said
