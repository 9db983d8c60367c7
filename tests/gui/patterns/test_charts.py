# SPDX-License-Identifier: MIT
"""The table of shares and the charts to save: counted, sorted, walked through, safe to open."""

import csv
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from persona_studio.core.research import Segment
from persona_studio.evidence.shares import Line
from persona_studio.gui.patterns.heat import shade
from persona_studio.gui.patterns.heat_model import BY_SPREAD, EVERYONE
from persona_studio.gui.patterns.room import PatternsRoom
from persona_studio.gui.patterns.views import SHARES
from persona_studio.gui.tokens import DARK, LIGHT


def asked_where(monkeypatch, target, kind: str) -> None:
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda *about: (str(target), next(k for k in about[3].split(";;") if kind in k)),
    )


def lines(room: PatternsRoom) -> list[Line]:
    return [row for row in room.views.shares.model.rows if isinstance(row, Line)]


def test_shares_are_those_counted_by_hand_and_parts_stay_apart(room):
    room.views.open(SHARES)
    model, space = room.views.shares.model, room._bridge.workspace
    answers = space.answers(room.segmentation.wave)
    column = answers.columns["How do you usually pay?"]
    said = [column.labels[code] for code in column.codes]
    line = next(row for row in lines(room) if row.answer == "By card")
    mine = [text for number, text in zip(answers.numbers, said, strict=True) if number % 3]
    assert (line.groups[0].k, line.groups[0].n) == (
        mine.count("By card"),
        len(list(filter(None, mine))),
    )
    assert (line.everyone.k, line.everyone.n) == (
        said.count("By card"),
        len(list(filter(None, said))),
    )
    assert [model.rows[place] for place in model.heads()] == [
        "What forms the groups",
        "Numbers that form them",
        "What only describes them",
    ]


def test_the_table_is_sorted_by_a_column_and_by_what_differs_and_walked_by_keys(room):
    room.views.open(SHARES)
    page = room.views.shares
    page.table.horizontalHeader().sectionClicked.emit(EVERYONE + 1)
    first = [line.groups[0].share for line in lines(room) if line.forms]
    assert first == sorted(first, reverse=True)
    page.order.setCurrentIndex(page.order.findData(BY_SPREAD))
    page.order.activated.emit(page.order.currentIndex())
    wide = [line.spread for line in lines(room) if not line.forms]
    assert wide == sorted(wide, reverse=True)
    page.table.setCurrentIndex(page.model.index(1, EVERYONE))
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    here = page.table.currentIndex()
    assert here.column() == EVERYONE + 1
    told = here.data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"{lines(room)[0].groups[0].k} of {lines(room)[0].groups[0].n} people" in told


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_figures_are_readable_on_every_shade_and_shades_are_told_apart_in_grey(tokens):
    def light(colour: str) -> float:
        parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    grounds = [light(shade(step / 10, tokens)) for step in range(11)]
    assert grounds in (sorted(set(grounds)), sorted(set(grounds), reverse=True))
    for ground in grounds:
        high, low = max(ground, light(tokens.ink)), min(ground, light(tokens.ink))
        assert (high + 0.05) / (low + 0.05) >= 4.5


@pytest.mark.parametrize("save", ["save_map", "save_bars", "save_shares"])
def test_each_chart_is_a_picture_and_a_drawing_whose_words_stay_words(
    room, tmp_path, monkeypatch, save
):
    asked_where(monkeypatch, tmp_path / "a.png", "*.png")
    getattr(room, save)()
    picture = QImage(str(tmp_path / "a.png"))
    assert picture.width() > 1000
    assert picture.pixelColor(2, 2) == QColor("white")
    asked_where(monkeypatch, tmp_path / "a.png", "*.svg")
    getattr(room, save)()
    drawn = ElementTree.parse(tmp_path / "a.svg").getroot()
    words = [part.text or "" for part in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert any("=1+1 <b>&" in text for text in words)
    assert "Customer survey, May 2026, 80 people" in " ".join(words)
    assert not any("\x07" in text for text in words)
    assert {part.tag.split("}")[1] for part in drawn} <= {
        "title",
        "rect",
        "circle",
        "polygon",
        "text",
    }


def test_the_table_for_a_spreadsheet_holds_the_counts_and_no_formula(room, tmp_path, monkeypatch):
    asked_where(monkeypatch, tmp_path / "shares.csv", "*.csv")
    told = []
    room._bridge.saved.connect(lambda words, *_: told.append(words))
    room.save_shares()
    assert told == ["Saved: shares.csv"]
    with (tmp_path / "shares.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][9].startswith("'=1+1")
    line = next(row for row in rows if row[2] == "By card")
    counted = next(found for found in lines(room) if found.answer == "By card")
    assert line[0] == "forms groups"
    assert line[3:5] == [str(counted.everyone.k), str(counted.everyone.n)]
    assert any(
        row[:2] == ["forms groups", "What do you spend on a usual visit (£)?"] for row in rows
    )


def test_without_an_answer_nothing_is_saved_and_it_says_so(room, monkeypatch):
    asked_where(monkeypatch, "/nowhere", "*.png")
    failed = []
    room._bridge.failed.connect(failed.append)
    with room._bridge.workspace.edit("Undo") as write:
        write.remove(Segment, "old-A")
        write.remove(Segment, "old-B")
    room.save_bars()
    assert failed[0].kind == "no_groups"
