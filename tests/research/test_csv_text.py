# SPDX-License-Identifier: MIT
"""Text tables: what the standard parser reads is read the same, and sizes have an end."""

import csv
import io
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.errors import StudioError
from persona_studio.research.readers.csv_text import (
    CELL_LIMIT,
    LINE_LIMIT,
    Faults,
    Format,
    records,
)

PIECES = ("a", "bc", ",", ";", '"', '""', "\n", "\r\n", "\r", " ", "é", "\u2028", "'", "''")


def read(text, mark=",", quote='"'):
    faults = Faults()
    form = Format("utf-8", mark, quote=quote)
    return list(records(partial(io.BytesIO, text.encode("utf-8")), form, faults)), faults


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(",;"),
    st.sampled_from("\"'"),
)
def test_what_the_standard_parser_accepts_is_read_as_it_reads(text, mark, quote):
    whole = io.StringIO(text, newline="")
    try:
        wanted = list(csv.reader(whole, delimiter=mark, quotechar=quote, strict=True))
    except csv.Error:
        return
    found, faults = read(text, mark, quote)
    assert found == wanted
    assert not faults.counts


def test_lines_without_quotes_are_not_kept_in_memory():
    from persona_studio.research.readers import csv_text

    lines = csv_text.Lines(io.StringIO("a,b\n" * 500, newline=""))
    for _ in csv_text._parted(lines, Format("utf-8", ","), Faults()):
        assert not lines.taken


def test_a_cell_beyond_the_limit_is_refused_with_its_row():
    with pytest.raises(StudioError, match=r"row 2 .* 4 MB") as caught:
        read("a,b\n" + "x" * (CELL_LIMIT + 1) + ",c\n")
    assert caught.value.kind == "too_big"


def test_a_line_without_end_is_refused():
    with pytest.raises(StudioError, match="16 MB") as caught:
        read("a,b\n" + "x," * (LINE_LIMIT // 2 + 1))
    assert caught.value.kind == "too_big"


def test_a_quote_that_is_never_closed_takes_only_its_own_line():
    found, faults = read('a,b\n1,"open\n2,x\n3,y\n')
    assert found == [["a", "b"], ["1", '"open'], ["2", "x"], ["3", "y"]]
    assert faults.rows["unclosed_quote"] == [2]


def test_a_stray_quote_between_single_quotes_is_kept():
    found, faults = read("'a';'b'\n'it's so';'x'\n'it''s';z\n", ";", "'")
    assert found == [["a", "b"], ["it's so", "x"], ["it's", "z"]]
    assert faults.rows == {"stray_quote": [2]}


def test_a_look_keeps_only_how_long_records_begin():
    form = Format("utf-8", ",", cut_long=True)
    data = ("a,b\n" + "x" * 1_000_000 + ",c\n1,2\n").encode()
    head, long, short = records(partial(io.BytesIO, data), form)
    assert (head, short) == (["a", "b"], ["1", "2"])
    assert long[1] == "c"
    assert 1000 < len(long[0]) < 500_000
