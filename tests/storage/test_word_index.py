# SPDX-License-Identifier: MIT
"""The full-text index finds what a plain look would find, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from persona_studio.storage.word_index import FullText, PlainScan, has_fts5, new_index

LETTERS = st.sampled_from("ab éE\u0301\"*-()^:ß東京ก\u0e31אָ ́ँ👍\x00'")
TEXTS = st.lists(st.text(st.one_of(LETTERS, st.characters(exclude_categories=("Cs",)))), max_size=6)


@given(TEXTS, st.text(LETTERS))
def test_both_ways_of_searching_find_the_same(texts: list[str], query: str) -> None:
    made = [PlainScan(), FullText()] if has_fts5() else [PlainScan(), PlainScan()]
    found = []
    for index in made:
        index.add(enumerate(texts, start=1))
        found.append(index.find(query))
        index.close()
    assert found[0] == found[1]


def test_every_word_must_be_said_and_may_go_on() -> None:
    index = new_index()
    index.add([(1, "More tables for four, please"), (4, "The Café: more seats"), (9, "")])
    assert index.find("mor") == [1, 4]
    assert index.find("more tab") == [1]
    assert index.find("cafe") == [4]
    assert index.find("") == []
    index.close()
