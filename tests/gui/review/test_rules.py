# SPDX-License-Identifier: MIT
"""The rules page: rules are switched, weighed and given numbers, each step undone by its name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from persona_studio.core import clock
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.jobs import Jobs
from persona_studio.gui.review.finding_card import FindingCard
from persona_studio.gui.review.room import ReviewRoom
from persona_studio.gui.review.rules_page import RulesPage
from persona_studio.review.rules import RULES
from persona_studio.workspace import rule_settings
from persona_studio.workspace.rule_settings import InForce
from tests.evidence.draft import TODAY


@pytest.fixture
def page(bridge: Bridge, jobs: Jobs, qtbot: QtBot) -> Iterator[RulesPage]:
    with clock.fixed(TODAY):
        room = ReviewRoom(bridge, jobs)
        qtbot.addWidget(room)
        room.resize(1200, 700)
        room.show()
        room.activate()
        room.show_rules()
        made = room.findChild(RulesPage)
        assert made is not None
        qtbot.waitUntil(lambda: len(made.rows) == len(RULES))
        QApplication.processEvents()
        yield made


def of(bridge: Bridge, rule: str) -> InForce:
    return next(r for r in rule_settings.in_force(bridge.snapshot) if r.rule.id == rule)


def room_of(page: RulesPage) -> ReviewRoom:
    found = page.window()
    assert isinstance(found, ReviewRoom)
    return found


def test_every_rule_says_what_it_is_and_reads_each_of_its_numbers(page: RulesPage) -> None:
    for rule in RULES:
        assert rule.reads.keys() == rule.limits.keys(), rule.id
        assert page.rows[rule.id].says(rule.why)
    share = page.rows["EV02"].numbers["share"]
    assert (share.value(), share.text()) == (50, "50")
    assert share.accessibleName().startswith("Only assumptions: block a primary persona above 50")


def test_a_rule_is_switched_off_and_on_by_undo(page: RulesPage, bridge: Bridge) -> None:
    row = page.rows["EV01"]
    assert "findings" in row.found.text()
    row.switch.setFocus()
    QTest.keyClick(row.switch, Qt.Key.Key_Space)
    assert not of(bridge, "EV01").on
    assert row.found.text() == "off"
    assert "52 of 53 look · 1 changed" in page.counts.text()
    bridge.undo()
    assert row.switch.isChecked()
    assert row.found.text() != "off"


def test_a_number_is_typed_in_percent_and_taken_back(page: RulesPage, bridge: Bridge) -> None:
    row = page.rows["EV02"]
    field = row.numbers["share"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "65")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert of(bridge, "EV02").limits == {"share": 0.65}
    assert bridge.workspace.undo_label == "Change Only assumptions"
    assert row.back.isVisible()
    QTest.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert not of(bridge, "EV02").changed
    assert field.value() == 50


def test_a_wheel_over_a_number_changes_nothing(page: RulesPage, bridge: Bridge) -> None:
    field = page.rows["EV03"].numbers["days"]
    spot = QPointF(field.rect().center())
    turn = (QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton)
    plain = (Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(field, QWheelEvent(spot, spot, *turn, *plain))
    assert field.value() == 90
    assert not of(bridge, "EV03").changed


def test_weight_pace_and_sureness_are_settings_and_all_go_back_at_once(
    page: RulesPage, bridge: Bridge
) -> None:
    weight = page.rows["EV01"].weight
    weight.setCurrentIndex(weight.findData("N"))
    weight.activated.emit(weight.currentIndex())
    assert {f.severity for f in bridge.workspace.findings() if f.rule == "EV01"} == {"N"}
    QTest.mouseClick(page.paces["slow"], Qt.MouseButton.LeftButton)
    page.strict.click()
    assert rule_settings.pace(bridge.snapshot) == "slow"
    assert rule_settings.strict(bridge.snapshot)
    QTest.mouseClick(page.defaults, Qt.MouseButton.LeftButton)
    assert not of(bridge, "EV01").changed
    assert rule_settings.pace(bridge.snapshot) == "normal"
    assert page.paces["normal"].isChecked()
    assert not page.strict.isChecked()
    assert not page.defaults.isEnabled()


def test_rules_are_found_by_words_and_lead_to_what_they_find(
    page: RulesPage, bridge: Bridge
) -> None:
    QTest.keyClicks(page.search, "assumption nobody")
    assert not any(row.isVisible() for row in page.rows.values())
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    QTest.keyClicks(page.search, "EV01")
    assert [key for key, row in page.rows.items() if row.isVisible()] == ["EV01"]
    many = sum(finding.rule == "EV01" for finding in bridge.workspace.findings())
    assert many
    room = room_of(page)
    QTest.mouseClick(page.rows["EV01"].found, Qt.MouseButton.LeftButton)
    assert room.checklist.isVisible()
    assert room.checklist.list.bar.search.text() == "EV01"
    listed = [c for c in room.checklist.list.cards.values() if isinstance(c, FindingCard)]
    assert all(card.finding.rule == "EV01" for card in listed)


def test_escape_leads_back_to_the_checklist(page: RulesPage) -> None:
    room = room_of(page)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert room.checklist.isVisible()
    rules = next(b for b in room.findChildren(QPushButton) if b.text() == "Rules…")
    QTest.mouseClick(rules, Qt.MouseButton.LeftButton)
    assert page.isVisible()
