# SPDX-License-Identifier: MIT
"""Rows that a look has held are those the file gives when it is read again."""

import csv
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from persona_studio.research import holding, rows
from persona_studio.research.handed import Pasted
from persona_studio.research.holding import Holding
from persona_studio.research.inspecting import look
from persona_studio.research.rows import blocks, let_go, read
from tests.research.reading import imported, inspected

ANSWERS = [["Tea", "5", "warm and quiet"], ["Coffee", "4", ""], ["", "3", "late, again"]]
ODD = st.sampled_from(
    [
        [],
        ["", " ", ""],
        ["Tea"],
        ["Tea", "5", "so", "one more"],
        ["Tea", "5", "so", " "],
        ["Total", "900", ""],
        ["# a remark"],
        ["Drink", "Rating", "Why"],
        ['said "so"', "5", "two\nlines"],
        ["Café 日本 \U0001f375", "2", "\u00a0"],
    ]
)


def survey(path, odd=(), count=300):
    answers = [[f"P{n}", *ANSWERS[n % 3], f"said {n}"] for n in range(count)]
    for place, record in odd:
        answers.insert(place, record)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Who", "Drink", "Rating", "Why", "More"], *answers])
    return path


@pytest.fixture
def unread(monkeypatch):
    """Let nobody open the file for its rows."""

    def again(_where, _plan):
        raise AssertionError("the file is read again")

    return lambda: monkeypatch.setattr(rows, "again", again)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 300), ODD), max_size=6))
@example([(40, ["P", "Tea", "5", "so", "", " "]), (250, ["P", "Tea", "5", "so", "", "wide"])])
def test_held_rows_are_those_of_the_file(tmp_path, odd):
    path = survey(tmp_path / "odd.csv", odd)
    plan = look(path).plan
    held = list(read(path, plan))
    let_go()
    assert held == list(read(path, plan))
    assert len(held) == plan.data_rows


def test_an_import_after_a_look_does_not_read_the_file_again(tmp_path, unread):
    path = survey(tmp_path / "survey.csv")
    plan = inspected(path)
    unread()
    assert imported(path, plan).result.imported == 300


def test_rows_are_held_no_longer_than_until_the_import(tmp_path, unread):
    path = survey(tmp_path / "survey.csv")
    plan = look(path).plan
    imported(path, inspected(path))
    unread()
    with pytest.raises(AssertionError):
        list(read(path, plan))


@pytest.mark.parametrize("change", ["plan", "file"])
def test_another_plan_or_file_is_read_anew(tmp_path, change):
    path = survey(tmp_path / "survey.csv")
    plan = look(path).plan
    if change == "plan":
        plan = replace(plan, first_data_row=11)
        assert next(read(path, plan))[0] == 11
        return
    survey(path, [(0, ["P9", "Milk", "1", "new", "row"])])
    os.utime(path, ns=(1, 1))
    assert next(read(path, plan))[1][1] == "Milk"


def test_a_table_that_needs_more_memory_is_read_again(tmp_path, monkeypatch, unread):
    monkeypatch.setattr(holding, "HOLD_MOST", 5_000)
    path = survey(tmp_path / "survey.csv")
    plan = look(path).plan
    assert [cells[0] for _, cells in read(path, plan)] == [f"P{n}" for n in range(300)]
    unread()
    with pytest.raises(AssertionError):
        list(read(path, plan))


def test_a_record_that_a_look_cuts_is_whole_when_it_is_read(tmp_path):
    long = "word " * 100_000
    path = survey(tmp_path / "long.csv", [(50, ["P", "Tea", "5", long, ""])])
    assert long in {cells[3] for _, cells in read(path, look(path).plan)}


def test_a_pasted_table_is_held_as_well(unread):
    pasted = Pasted("Pasted", b"Who\tDrink\n" + b"".join(b"P%d\tTea\n" % n for n in range(30)))
    plan = look(pasted).plan
    unread()
    assert len(list(read(pasted, plan))) == 30


def test_texts_come_back_as_they_were_however_they_are_held():
    taken = Holding()
    cells = [f"\ud800 {n}\r\n" if n % 2 else "" for n in range(5_000)]
    for start in range(0, 5_000, 100):
        taken.add(range(start, start + 100), [cells[start : start + 100]])
    taken.add([7_000], [["last"], ["of a column that came late"]])
    given_back = list(taken.blocks(3))
    assert [text for block in given_back for text in block.columns[0]] == [*cells, "last"]
    assert {text for block in given_back[:-1] for text in block.columns[1]} == {""}
    assert given_back[-1].columns[1:] == [["of a column that came late"], [""]]
    assert given_back[-1].numbers[0] == 7_000


def test_a_cell_that_holds_what_parts_cells_is_not_held():
    taken = Holding()
    taken.add(range(2_000), [[str(n) for n in range(2_000)]])
    taken.add([2_000, 2_001], [["a\0b", "c"]])
    assert not taken.whole
    assert not list(taken.blocks(1))


def test_notes_come_as_rows_too(tmp_path):
    (tmp_path / "Ann.txt").write_text("I like tea.\n\nA lot.", encoding="utf-8")
    plan = look(tmp_path).plan
    assert [list(block.numbers) for block in blocks(tmp_path, plan)] == [[1]]
