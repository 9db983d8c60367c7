# SPDX-License-Identifier: MIT
"""The pass over all rows: what is told of many rows at once is what each row tells by itself."""

from dataclasses import asdict

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from persona_studio.research import scanning, table_finder
from persona_studio.research.table_finder import HEAD

HEADING = ["Who", "Place", "Drink", "Words"]
ODD = {
    "blank": [["", "", "", ""]],
    "spaces": [["  ", " ", "", ""]],
    "total": [["Total (all)", "900", "", ""]],
    "heading": [HEADING],
    "short": [["P7", "3"]],
    "long": [["P7", "3", "Tea", "said", "more"]],
    "comment": [["# exported", "", "", ""]],
    "line": [["---", "---", "---", "---"]],
    "unnamed": [["", "3", "Tea", "said"]],
    "other heading": [["Till", "Opened", "Barista", "Beans"]],
    "note": [["", "", "", ""], ["Note: closed in May", "", "", ""]],
    "another table": [["", "", "", ""], ["Shop", "Till"], *[[f"S{n}", str(n)] for n in range(90)]],
}
"""What may stand between rows of answers."""
ROWS = st.one_of(st.integers(100, 420), st.integers(198, 204))
"""Where; rows are taken in hundreds, of which one ends near row 200."""


def found(records):
    table = table_finder.find(records[:HEAD], 1, ())
    assert table is not None
    seen = scanning.scan(iter(records), table, records[:HEAD], lambda _row: None)
    return asdict(seen)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(ROWS, st.sampled_from(sorted(ODD))), min_size=1, max_size=3),
    st.sampled_from((("Corner", "Tea"), ("12", "7"))),
)
@example([(200, "note")], ("Corner", "Tea"))
def test_a_block_of_answers_is_taken_as_its_rows_would_be_one_by_one(odd, said):
    records = [[f"P{n}", *said, f"said {n % 40}"] for n in range(440)]
    records.insert(0, HEADING)
    for row, kind in odd:
        records[row:row] = ODD[kind]
    at_once = found(records)
    with pytest.MonkeyPatch.context() as slowly:
        slowly.setattr(scanning._Scanner, "_is_plain", lambda *_: False)
        assert found(records) == at_once


def test_rows_of_answers_are_taken_in_at_once(monkeypatch):
    records = [HEADING, *[[str(n), "3", "Tea", "said"] for n in range(600)]]
    stepped = []
    monkeypatch.setattr(scanning._Scanner, "_ragged", lambda _, row, __: stepped.append(row))
    assert found(records)["rows"] == 600
    assert len(stepped) < 200
