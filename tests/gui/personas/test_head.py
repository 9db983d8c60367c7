# SPDX-License-Identifier: MIT
"""The head of a narrow column: the name is told before anything else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from persona_studio.core.persona import Persona
from persona_studio.gui.personas.head import PersonaHead
from persona_studio.gui.personas.wrapped import Wrapped
from persona_studio.review.checklist import Call

_NARROW = 280


@pytest.fixture
def head(qtbot: QtBot, look: None) -> PersonaHead:
    """Give a head in the narrowest column."""
    made = PersonaHead(Wrapped())
    qtbot.addWidget(made)
    made.setFixedWidth(_NARROW)
    made.show()
    return made


def _name(head: PersonaHead, name: str) -> list[str]:
    head.show_persona(Persona("p", name, role="secondary"), (None, None), [])
    head.show_calls(Call(12, blocks=True))
    head.adjustSize()
    QApplication.processEvents()
    return head.name.lines()


def test_a_name_is_whole_beside_its_role_and_its_findings(head: PersonaHead) -> None:
    assert _name(head, "Bean Tomas") == ["Bean Tomas"]
    low = head.name.height()
    assert head.role.text() == "Secondary"
    assert head.role.y() > head.name.y()
    assert _name(head, "Antonia of the station") == ["Antonia of the", "station"]
    assert head.name.height() > low
    assert _name(head, "Wilhelmina " + "Feuerstein" * 5)[1].endswith("\u2026")
    assert _name(head, "Ruth") == ["Ruth"]
    assert head.name.height() == low


def test_a_long_name_is_written_in_as_one_line(head: PersonaHead) -> None:
    _name(head, "Antonia of the station")
    told: list[str] = []
    head.renamed.connect(told.append)
    QTest.mouseClick(head.name, Qt.MouseButton.LeftButton)
    head.name.selectAll()
    QTest.keyClicks(head.name, "Ann")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert told == ["Ann"]
    assert head.name.lines() == ["Ann"]
