# SPDX-License-Identifier: MIT
"""Columns keep every text exactly, blanks are one thing, and people are counted once."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.columns import Answers, Column, encode, join

CELLS = st.lists(st.sampled_from(["", " ", "\t", "Phone", "phone ", "é", "0", "a;b"]), max_size=40)


def answers(keys: list[str], **columns: Column) -> Answers:
    numbers = np.arange(2, 2 + len(keys), dtype=np.int64)
    return Answers("w", numbers, tuple(keys), columns, {})


@given(CELLS)
def test_every_text_is_given_back_and_white_space_alone_is_blank(cells: list[str]) -> None:
    column = encode(cells)
    assert column.labels[0] == ""
    assert len(set(column.labels)) == len(column.labels)
    assert [column.cell(i) for i in range(len(cells))] == [c if c.strip() else "" for c in cells]


@given(st.lists(CELLS, max_size=5))
def test_joined_slices_equal_the_whole(parts: list[list[str]]) -> None:
    whole, joined = encode(list(chain(*parts))), join([encode(part) for part in parts])
    assert joined.labels == whole.labels
    assert joined.codes.tolist() == whole.codes.tolist()
    assert joined.codes.dtype == whole.codes.dtype


@pytest.mark.parametrize(
    ("labels", "kind"),
    [(255, np.uint8), (256, np.uint16), (65_535, np.uint16), (65_536, np.uint32)],
)
def test_codes_take_the_smallest_type_that_holds_the_labels(labels: int, kind: type) -> None:
    assert encode([str(i) for i in range(labels)]).codes.dtype == kind


def test_counts_follow_the_labels() -> None:
    column = encode(["b", "", "a", "b"])
    assert dict(zip(column.labels, column.counts.tolist(), strict=True)) == {"": 1, "b": 2, "a": 1}


def test_a_person_with_several_rows_counts_once() -> None:
    found = answers(["p1", "p2", "p1", "p3"])
    assert found.people(np.array([True, False, True, True])) == 2
    assert found.people(found.mask(None)) == 3
    assert found.keys(np.array([True, False, True, False])) == {"p1"}


def test_rows_are_found_by_their_number_in_the_file_or_by_key() -> None:
    found = answers(["p1", "p2", "p3"])
    assert found.mask([4, 2, 99]).tolist() == [True, False, True]
    assert found.mask(np.array([3])).tolist() == [False, True, False]
    assert found.mask([]).tolist() == [False, False, False]
    assert found.mask_of_keys({"p3", "other"}).tolist() == [False, False, True]
