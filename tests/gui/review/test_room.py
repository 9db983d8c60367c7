# SPDX-License-Identifier: MIT
"""The Review room: findings are read, fixed, kept, signed and undone with real clicks and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Quote, Wave
from persona_studio.core.reviewing import SignOff
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.interval_bar import IntervalBar
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.gui.review.several_card import SeveralCard
from persona_studio.gui.review.sign_panel import SignPanel
from persona_studio.gui.widgets.buttons import IconButton
from persona_studio.gui.widgets.calendar import Calendar
from persona_studio.review.checklist import Filter
from persona_studio.review.rules import RULES
from persona_studio.storage import claims, evidence, personas, settings
from persona_studio.workspace import signing
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import TODAY
from tests.gui.project import PEOPLE

WATCHED = ("EV01", "EV02", "EV08", "ST01", "ST02", "SE01")
"""The rules these tests count on; what each rule finds is proven elsewhere."""


@pytest.fixture
def room(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> Iterator[ReviewRoom]:
    with clock.fixed(TODAY):
        with bridge.edit("Few rules") as write:
            others = {rule.id: {"on": False} for rule in RULES if rule.id not in WATCHED}
            settings.put(write, "review.limits", others)
        made = ReviewRoom(bridge, jobs)
        qtbot.addWidget(made)
        made.resize(1200, 700)
        made.show()
        made.activate()
        yield made


def cards(room: ReviewRoom) -> list[FindingCard]:
    QApplication.processEvents()
    found = [c for c in room.findChildren(FindingCard) if c.isVisible()]
    return sorted(found, key=lambda card: card.mapTo(room, card.rect().topLeft()).y())


def several_of(room: ReviewRoom) -> list[SeveralCard]:
    QApplication.processEvents()
    return [card for card in room.findChildren(SeveralCard) if card.isVisible()]


def to_board_of(card: FindingCard) -> list[IconButton]:
    return [b for b in card.findChildren(IconButton) if b.toolTip() == "Show on the board"]


def to_board(card: FindingCard) -> None:
    QTest.mouseClick(to_board_of(card)[0], Qt.MouseButton.LeftButton)


def choose(box: QComboBox, value: str | int) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()


def only(*rules: str) -> dict[str, dict[str, bool]]:
    return {rule.id: {"on": False} for rule in RULES if rule.id not in rules}


def button(where: QWidget, words: str) -> QPushButton:
    QApplication.processEvents()
    return next(b for b in where.findChildren(QPushButton) if b.text() == words and b.isVisible())


def press(where: QWidget, words: str) -> None:
    QTest.mouseClick(button(where, words), Qt.MouseButton.LeftButton)


def texts(where: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in where.findChildren(QLabel) if label.isVisible())


def contradict(bridge: Bridge, text: str = "Comes rarely") -> str:
    """Say that most of Maya's people come rarely, which 10 of 40 do."""
    wave = next(iter(bridge.snapshot.table(Wave)))
    maya = bridge.snapshot.personas[0].id
    with bridge.edit("Claim") as write:
        made = claims.add(write, maya, "buying", text, quantifier="most")
        evidence.link_measure(write, made, wave, Measure("visits", "is", "Rarely", "all"))
    return made


def test_findings_stand_by_persona_with_the_blocker_first(room: ReviewRoom, bridge: Bridge) -> None:
    contradict(bridge)
    assert cards(room)[0].finding.rule == "EV08"
    assert "Commuter Maya" in texts(room)
    assert "Host Ruth" in texts(room)
    assert "5\nto decide" in texts(room)


def test_a_pressed_fix_acts_and_undo_takes_it_back(room: ReviewRoom, bridge: Bridge) -> None:
    claim = contradict(bridge)
    press(cards(room)[0], "Use the data: “some”")
    assert bridge.snapshot.table(Claim)[claim].quantifier == "some"
    assert "EV08" not in [card.finding.rule for card in cards(room)]
    assert bridge.workspace.undo_label == "Use the data"
    bridge.undo()
    assert cards(room)[0].finding.rule == "EV08"


def test_a_finding_is_kept_with_a_reason_and_opened_again(room: ReviewRoom, bridge: Bridge) -> None:
    contradict(bridge)
    card = cards(room)[0]
    press(card, "Keep, with a reason")
    field = next(f for f in card.findChildren(QLineEdit) if f.objectName() == "reason")
    assert not button(card, "Keep it").isEnabled()
    QTest.keyClicks(field, "The till counts gift cards only")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "EV08" not in [card.finding.rule for card in cards(room)]
    assert "kept with a reason" in texts(room)
    press(room, "Kept 1")
    kept = next(card for card in cards(room) if card.finding.rule == "EV08")
    assert "Kept: The till counts gift cards only" in texts(kept)
    press(kept, "Open again")
    assert cards(room) == []
    press(room, "Most useful")
    assert cards(room)[0].finding.waived is None


def test_asking_for_a_reason_chooses_the_card(room: ReviewRoom, bridge: Bridge) -> None:
    contradict(bridge)
    last = cards(room)[-1]
    assert not last._selected
    press(last, "Keep, with a reason")
    assert last._selected
    (until,) = last.findChildren(QDateEdit)
    assert isinstance(until.calendarWidget(), Calendar)


def test_escape_closes_the_reason_without_a_trace(room: ReviewRoom, bridge: Bridge) -> None:
    contradict(bridge)
    card = cards(room)[0]
    press(card, "Keep, with a reason")
    field = next(f for f in card.findChildren(QLineEdit) if f.objectName() == "reason")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert button(card, "Keep, with a reason")
    assert bridge.workspace.undo_label == "Claim"


def test_going_to_a_claim_names_it(room: ReviewRoom) -> None:
    wanted: list[str] = []
    room.show_claim.connect(wanted.append)
    card = cards(room)[0]
    to_board(card)
    assert wanted == [card.finding.target.id]


def test_the_side_shows_the_claim_its_people_and_how_it_was_computed(
    room: ReviewRoom, bridge: Bridge
) -> None:
    contradict(bridge)
    side = room.findChild(QWidget, "side")
    assert side is not None
    QTest.mouseClick(cards(room)[0], Qt.MouseButton.LeftButton, pos=QPoint(40, 6))
    QApplication.processEvents()
    bar = next(bar for bar in side.findChildren(IntervalBar) if bar.isVisible())
    assert bar.accessibleName() == "10 of 40 (14\u201340 %). where “most” would be"
    assert "How often do you visit us?: Rarely" in texts(side)
    assert "against · Row 2 · Customer survey" in texts(side)
    before = texts(side)
    press(side, "How was this computed?")
    assert len(texts(side)) > len(before)
    assert "The data speaks against it" in texts(side)


def test_the_keyboard_walks_the_cards_and_the_side_follows(
    room: ReviewRoom, bridge: Bridge
) -> None:
    room.activateWindow()
    side = room.findChild(QWidget, "side")
    assert side is not None
    contradict(bridge)
    second = cards(room)[1]
    second.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.qWait(10)
    assert second.finding.target.text in texts(side)


def test_signing_waits_for_blockers_and_a_name_then_says_who_signed(
    room: ReviewRoom, bridge: Bridge
) -> None:
    contradict(bridge)
    press(room, "Sign off…")
    field = next(f for f in room.findChildren(QLineEdit) if f.objectName() == "name")
    assert not button(room, "Sign off Host Ruth").isEnabled()
    QTest.keyClicks(field, "Ana Keller")
    assert not button(room, "Sign off Commuter Maya").isEnabled()
    assert "One finding to fix first" in texts(room)
    press(room, "Sign off Host Ruth")
    assert "Last signed off 15 Jun by Ana Keller" in texts(room)
    assert "Signed off 15 Jun by Ana Keller." in texts(room)
    with bridge.edit("Change") as write:
        ruth = bridge.snapshot.personas[1].id
        claims.add(write, ruth, "goals", "Meets friends")
    assert "Changed since." in texts(room)
    press(room, "Close")
    assert "Who signs?" not in texts(room)


def test_what_changed_since_is_told_claim_by_claim_and_leads_to_the_board(
    room: ReviewRoom, bridge: Bridge
) -> None:
    press(room, "Sign off…")
    field = next(f for f in room.findChildren(QLineEdit) if f.objectName() == "name")
    QTest.keyClicks(field, "Ana Keller")
    press(room, "Sign off Host Ruth")
    with bridge.edit("Add claim") as write:
        made = claims.add(write, bridge.snapshot.personas[1].id, "goals", "Meets friends")
    assert "Added to goals." not in texts(room)
    press(room, "What changed (1)")
    assert "Added to goals." in texts(room)
    assert "Last touched 15 Jun: Add claim" in texts(room)
    wanted: list[str] = []
    room.show_claim.connect(wanted.append)
    press(room, "Meets friends")
    assert wanted == [made]


def test_when_to_look_again_is_chosen_where_it_is_signed(room: ReviewRoom, bridge: Bridge) -> None:
    press(room, "Sign off…")
    field = next(f for f in room.findChildren(QComboBox) if "Host Ruth again" in f.accessibleName())
    assert field.currentText() == "after a year"
    choose(field, 91)
    assert bridge.snapshot.personas[1].review_every_days == 91
    assert bridge.workspace.undo_label == "Change when to look again"
    bridge.undo()
    assert bridge.snapshot.personas[1].review_every_days == 365
    with pytest.raises(StudioError):
        signing.look_again(bridge.workspace, bridge.snapshot.personas[1].id, 0)


def test_what_stands_in_the_way_is_shown_or_kept_with_one_reason_and_then_signed(
    room: ReviewRoom, bridge: Bridge
) -> None:
    contradict(bridge)
    press(room, "Sign off…")
    press(room, "Show it")
    assert [card.finding.severity for card in cards(room)] == ["B"]
    assert "Who signs?" in texts(room)
    field = next(f for f in room.findChildren(QLineEdit) if f.objectName() == "name")
    QTest.keyClicks(field, "Ana Keller")
    panel = room.findChild(SignPanel)
    assert panel is not None
    press(panel, "Keep, with a reason")
    reason = next(f for f in panel.findChildren(QLineEdit) if f.objectName() == "reason")
    QTest.keyClicks(reason, "The till counts gift cards only")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    press(room, "Sign off Commuter Maya")
    (signed,) = bridge.snapshot.table(SignOff).values()
    assert signed.name == "Ana Keller"
    assert f"Content {signed.content_hash[:12]}" in texts(room)


def test_a_fix_that_needs_a_name_asks_for_it_in_place(room: ReviewRoom, bridge: Bridge) -> None:
    with bridge.edit("Rules") as write:
        others = {rule.id: {"on": False} for rule in RULES if rule.id != "ST09"}
        settings.put(write, "review.limits", others)
    card = cards(room)[0]
    press(card, "Name an owner")
    field = next(f for f in card.findChildren(QLineEdit) if f.isVisible())
    assert field.hasFocus() or not room.isActiveWindow()
    assert not button(card, "Done").isEnabled()
    press(card, "Cancel")
    press(card, "Name an owner")
    field = next(f for f in card.findChildren(QLineEdit) if f.isVisible())
    QTest.keyClicks(field, "Ana Keller")
    QTest.keyClick(field, Qt.Key.Key_Return)
    owners = [persona.owner for persona in bridge.snapshot.personas]
    assert owners.count("Ana Keller") == 1
    assert len(cards(room)) == 1


def test_findings_alike_are_told_as_one_and_fixed_in_one_step(
    room: ReviewRoom, bridge: Bridge
) -> None:
    maya = bridge.snapshot.personas[0].id
    with bridge.edit("Claims") as write:
        for number in range(5):
            claims.add(write, maya, "goals", f"Wants thing {number}")
    (several,) = several_of(room)
    many = len(several.entry.findings)
    assert several.accessibleName().endswith(f"{many} claims have no evidence.")
    press(several, f"Show all {many}")
    (several,) = several_of(room)
    assert len([card for card in cards(room) if several.isAncestorOf(card)]) == many
    held = len(bridge.snapshot.claims_of(maya))
    press(several, f"Remove (all {many})")
    assert several_of(room) == []
    assert len(bridge.snapshot.claims_of(maya)) < held
    assert bridge.workspace.undo_label == f"Remove claim ({many})"
    bridge.undo()
    assert len(bridge.snapshot.claims_of(maya)) == held


def test_several_are_kept_with_one_reason_and_opened_again_as_one(
    room: ReviewRoom, bridge: Bridge
) -> None:
    with bridge.edit("Claims") as write:
        for number in range(5):
            claims.add(write, bridge.snapshot.personas[0].id, "goals", f"Wants thing {number}")
    (several,) = several_of(room)
    many = len(several.entry.findings)
    press(several, "Keep, with a reason")
    field = next(f for f in several.findChildren(QLineEdit) if f.objectName() == "reason")
    QTest.keyClicks(field, "Asked in June")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert several_of(room) == []
    press(room, f"Kept {many}")
    (several,) = several_of(room)
    press(several, "Open all again")
    assert bridge.workspace.undo_label == f"Open {len(several.entry.findings)} findings again"
    again = {finding.target.id for finding in several.entry.findings}
    open_ones = {f.target.id for f in bridge.workspace.findings() if f.waived is None}
    assert again <= open_ones


def test_a_consent_for_all_is_offered_only_where_each_can_be_seen(
    room: ReviewRoom, bridge: Bridge
) -> None:
    wave = next(iter(bridge.snapshot.table(Wave)))
    question = next(q for q in bridge.snapshot.questions_of(wave) if q.role == "free_text")
    with bridge.edit("Quotes") as write:
        settings.put(write, "review.limits", only("ET02"))
        for persona, row in zip(bridge.snapshot.personas * 2, (2, 3, 4, 6), strict=True):
            said = evidence.mark_quote(write, wave, question.id, row, PEOPLE[row - 2][2])
            claim = claims.add(write, persona.id, "quotes", PEOPLE[row - 2][2])
            evidence.link_quote(write, claim, said)
    (several,) = several_of(room)
    agreed = "They agreed to print it (all 4)"
    assert agreed not in [b.text() for b in several.findChildren(QPushButton) if b.isVisible()]
    press(several, "Show all 4")
    press(several_of(room)[0], agreed)
    assert {quote.consent for quote in bridge.snapshot.table(Quote).values()} == {"publish"}
    assert bridge.workspace.findings() == []


def test_filters_narrow_count_honestly_and_survive_leaving(
    room: ReviewRoom, bridge: Bridge
) -> None:
    contradict(bridge)
    press(room, f"All {len(bridge.workspace.findings())}")
    weight, family, persona = (
        room.checklist.list.bar.severity,
        room.checklist.list.bar.family,
        room.checklist.list.bar.persona,
    )
    choose(weight, "B")
    shown = [card.finding.severity for card in cards(room)]
    assert set(shown) == {"B"}
    assert weight.currentText() == f"Blockers ({len(shown)})"
    choose(weight, "")
    choose(family, "EV")
    assert {card.finding.rule[:2] for card in cards(room)} == {"EV"}
    choose(persona, bridge.snapshot.personas[1].id)
    assert "Commuter Maya" not in texts(room.checklist.list)
    before = [card.finding for card in cards(room)]
    room.hide()
    room.show()
    room.activate()
    assert [card.finding for card in cards(room)] == before
    press(room, "Clear the filters")
    assert len(cards(room)) > len(before)


def test_cards_have_their_height_before_anything_is_painted(
    room: ReviewRoom, bridge: Bridge
) -> None:
    contradict(bridge)
    room.resize(900, 400)
    QApplication.processEvents()
    for view, wanted in (("all", Filter()), ("all", Filter(severity="B")), ("useful", Filter())):
        room.checklist.list.bar.want(view, wanted)
        for card in room.checklist.list.cards.values():
            assert card.isVisible()
            assert card.height() >= card.heightForWidth(card.width())


def test_searching_looks_through_all_and_says_when_nothing_fits(
    room: ReviewRoom, bridge: Bridge
) -> None:
    contradict(bridge, "Comes on skis")
    QTest.keyClicks(room.checklist.list.bar.search, "SKIS maya")
    assert [card.finding.rule for card in cards(room)] == ["EV08"]
    QTest.keyClicks(room.checklist.list.bar.search, " nowhere")
    assert cards(room) == []
    assert "Nothing fits what you are looking for." in texts(room)
    QTest.keyClick(room.checklist.list.bar.search, Qt.Key.Key_Escape)
    assert len(cards(room)) > 1


def test_arrow_keys_walk_the_list_and_return_unfolds(room: ReviewRoom, bridge: Bridge) -> None:
    with bridge.edit("Claims") as write:
        for number in range(5):
            claims.add(write, bridge.snapshot.personas[0].id, "goals", f"Wants thing {number}")
    room.activateWindow()
    (several,) = several_of(room)
    first = next(iter(room.checklist.list.cards.values()))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in list(room.checklist.list.cards):
        if room.checklist.list.card is several:
            break
        QTest.keyClick(room.checklist.list.card, Qt.Key.Key_Down)
    assert room.checklist.list.card is several
    QTest.keyClick(several, Qt.Key.Key_Return)
    assert len(several_of(room)[0].cards) == len(several.entry.findings)


def test_a_claim_is_brought_to_view_out_of_what_is_folded(room: ReviewRoom, bridge: Bridge) -> None:
    with bridge.edit("Claims") as write:
        for number in range(5):
            last = claims.add(write, bridge.snapshot.personas[0].id, "goals", f"Thing {number}")
    told: list[object] = []
    bridge.failed.connect(told.append)
    room.reveal(last)
    card = room.checklist.list.card
    assert isinstance(card, FindingCard)
    assert card.finding.target.id == last
    assert told == []
    room.reveal("nobody")
    assert [error.kind for error in told] == ["nothing"]  # type: ignore[attr-defined]


def test_nothing_to_decide_is_said_in_words(room: ReviewRoom, bridge: Bridge) -> None:
    with bridge.edit("Clear") as write:
        for persona in bridge.snapshot.personas:
            claims.remove(write, [claim.id for claim in bridge.snapshot.claims_of(persona.id)])
    assert cards(room) == []
    assert "Nothing to decide." in texts(room)


def test_without_personas_the_room_sends_to_the_board(room: ReviewRoom, bridge: Bridge) -> None:
    with bridge.edit("Clear") as write:
        for persona in bridge.snapshot.personas:
            personas.remove(write, persona.id)
    wanted: list[str] = []
    room.open_room.connect(wanted.append)
    press(room, "Open Personas")
    assert wanted == ["personas"]


def test_what_clients_wrote_is_shown_as_plain_text(room: ReviewRoom, bridge: Bridge) -> None:
    contradict(bridge, "<img src=x> <b>Rarely</b>")
    shown = texts(room)
    assert "<b>Rarely</b>" in shown
    labels = room.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())


def test_a_refused_step_is_shown_as_a_banner(room: ReviewRoom, bridge: Bridge) -> None:
    claim = contradict(bridge)
    told: list[object] = []
    bridge.failed.connect(told.append)
    card = cards(room)[0]
    finding = card.finding
    with bridge.edit("Remove") as write:
        claims.remove(write, [claim])
    card.fixed.emit(finding, finding.fixes[0])
    assert [error.kind for error in told] == ["gone"]  # type: ignore[attr-defined]


def test_a_project_open_to_read_offers_nothing_to_change(
    look: None, jobs: Jobs, tmp_path: Path, sample_workspace: Workspace, qtbot: QtBot
) -> None:
    sample_workspace.database.close()
    reading = Workspace.open(sample_workspace.path, read_only=True)
    bridge = Bridge(reading)
    room = ReviewRoom(bridge, jobs)
    qtbot.addWidget(room)
    room.show()
    room.activate()
    assert cards(room)
    offered = {b.text() for card in cards(room) for b in card.findChildren(QPushButton)}
    assert offered == set()
    assert all(to_board_of(card) for card in cards(room) if card.place)
    assert not button(room, "Sign off…").isEnabled()
    bridge.close()


def test_a_claim_that_repeats_its_question_is_shown_in_two_and_heard_whole(
    room: ReviewRoom, bridge: Bridge
) -> None:
    wave = next(iter(bridge.snapshot.table(Wave)))
    asked = bridge.snapshot.question(wave, "visits")
    assert asked is not None
    text = f"{asked.label}: Rarely"
    contradict(bridge, text)
    card = cards(room)[0]
    assert "“Rarely” holds for" in texts(card)
    assert asked.label in texts(card).splitlines(), "the question has a line of its own"
    assert f"“{text}” holds for" in card.accessibleName()
    assert f"“{text}” holds for" in card.finding.sentence, "files and commands have it whole"
