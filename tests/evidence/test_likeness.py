# SPDX-License-Identifier: MIT
# ruff: noqa: RUF001 - words in several scripts
"""A sentence finds the question it is about by its words, in any language, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.likeness import LEAST, Index, Line, alike, tokens

ENGLISH = (
    Line("How do you usually order?", "Ahead in the app"),
    Line("How do you usually order?", "At the counter"),
    Line("How do you usually pay?", "With my phone"),
    Line("How do you usually pay?", "In cash"),
    Line("What gets in your way?", "The queue is too long"),
    Line("What gets in your way?", "No free table"),
    Line("Which café do you go to most?", "Station"),
    Line("Have you bought beans online in the last six months?", "Yes"),
    Line("How often do you come to one of our cafés?", "Most days"),
)
GERMAN = (
    Line("Wie bezahlen Sie meistens?", "Mit Karte"),
    Line("Wie bezahlen Sie meistens?", "Bar"),
    Line("Was stört Sie am meisten?", "Lange Wartezeiten"),
    Line("Was stört Sie am meisten?", "Unfreundliches Personal"),
    Line("Wie haben Sie von uns erfahren?", "Durch Freunde"),
)
FRENCH = (
    Line("Comment payez-vous le plus souvent ?", "Par carte bancaire"),
    Line("Comment payez-vous le plus souvent ?", "En espèces"),
    Line("Qu'est-ce qui vous gêne ?", "L'attente est trop longue"),
    Line("Où habitez-vous ?", "À la campagne"),
)
RUSSIAN = (
    Line("Как вы обычно платите?", "Наличными"),
    Line("Как вы обычно платите?", "Банковской картой"),
    Line("Что вам мешает?", "Длинная очередь"),
)
JAPANESE = (
    Line("普段の支払い方法は何ですか", "現金"),
    Line("普段の支払い方法は何ですか", "クレジットカード"),
    Line("不満な点は何ですか", "待ち時間が長い"),
)


@pytest.mark.parametrize(
    ("lines", "sentence", "wanted"),
    [
        (ENGLISH, "Orders ahead in the app", "Ahead in the app"),
        (ENGLISH, "Is annoyed by long queues", "The queue is too long"),
        (ENGLISH, "pays with her phone", "With my phone"),
        (ENGLISH, "Never finds a free table", "No free table"),
        (GERMAN, "Zahlt fast immer mit Karte", "Mit Karte"),
        (GERMAN, "Ärgert sich über lange Wartezeit", "Lange Wartezeiten"),
        (GERMAN, "Hat durch einen Freund von uns gehört", "Durch Freunde"),
        (FRENCH, "Paie par carte bancaire", "Par carte bancaire"),
        (FRENCH, "Vit à la campagne", "À la campagne"),
        (RUSSIAN, "Платит банковскими картами", "Банковской картой"),
        (RUSSIAN, "Не любит длинных очередей", "Длинная очередь"),
        (JAPANESE, "現金で払いたい", "現金"),
        (JAPANESE, "待ち時間が嫌い", "待ち時間が長い"),
    ],
)
def test_the_answer_a_sentence_speaks_of_comes_first(
    lines: tuple[Line, ...], sentence: str, wanted: str
) -> None:
    first = Index(lines).matches(sentence)[0]
    assert lines[first.place].answer == wanted
    assert first.named


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (ENGLISH, "Reads the newspaper on Sundays"),
        (ENGLISH, "How do you do?"),
        (ENGLISH, ""),
        (GERMAN, "Liest sonntags die Zeitung"),
        (FRENCH, "Lit le journal du dimanche"),
        (RUSSIAN, "Читает газеты по воскресеньям"),
        (JAPANESE, "新聞を読む"),
    ],
)
def test_a_sentence_about_something_else_finds_nothing(
    lines: tuple[Line, ...], sentence: str
) -> None:
    assert Index(lines).matches(sentence) == []


def test_a_question_alone_is_found_without_its_answer() -> None:
    found = Index(ENGLISH).matches("Comes to our cafés often")
    assert ENGLISH[found[0].place].question.startswith("How often do you come")
    assert not found[0].named


def test_endings_differ_and_words_do_not() -> None:
    assert alike("order", "orders") > 0.8
    assert alike("wartezeit", "wartezeiten") > 0.8
    assert alike("station", "stationery") > alike("station", "state") == 0.0
    assert alike("app", "apple") == 0.0


@given(st.text(max_size=60), st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20))))
def test_any_text_is_taken(sentence: str, pairs: list[tuple[str, str]]) -> None:
    lines = [Line(*pair) for pair in pairs]
    found = Index(lines).matches(sentence)
    assert found == Index(lines).matches(sentence)
    assert all(LEAST <= match.score <= 1 + 1e-9 for match in found)
    assert len({match.place for match in found}) == len(found) <= 3
    assert len(tokens(sentence)) == len(set(tokens(sentence)))
