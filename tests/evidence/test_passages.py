# SPDX-License-Identifier: MIT
"""Marks are found again in any script; words are found without their accents, case and points."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.passages import locate, phrases_of, says, spans_of, words_of

TEXT = st.text(
    st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("aé e\u0301👩‍💻ก"))
)


@given(TEXT, TEXT, TEXT)
def test_a_mark_is_found_where_it_was_made(before: str, passage: str, after: str) -> None:
    text = before + passage + after
    found = locate(text, passage, len(before))
    assert found == ((len(before), len(before) + len(passage)) if passage else None)


@given(TEXT, TEXT, TEXT, TEXT)
def test_a_mark_is_found_again_when_something_was_put_before_it(
    before: str, passage: str, after: str, added: str
) -> None:
    found = locate(added + before + passage + after, passage, len(before))
    if passage:
        assert found is not None
        assert (added + before + passage + after)[slice(*found)] == passage


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_line_ends_and_forms_of_accents_do_not_lose_a_mark(form: str) -> None:
    text = "One.\r\nDas Café\u00a0war schön,\r\naber voll. 東京"
    passage = normalize(form, "Das Café war schön,\naber")  # type: ignore[arg-type]
    found = locate(text, passage, 4)
    assert found is not None
    assert text[slice(*found)] == "Das Café\u00a0war schön,\r\naber"


def test_a_passage_that_is_gone_is_known_to_be_lost() -> None:
    assert locate("Nothing of the kind.", "the app is slow", 3) is None
    assert locate("", "a", None) is None


def test_the_nearest_of_several_is_the_one() -> None:
    assert locate("no no no", "no", 4) == (3, 5)
    assert locate("no no no", "no", 6) == (6, 8)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("cafe", "Das CAFÉ"),
        ("CAFÉ", "cafe\u0301"),
        ("strasse", "Hauptstraße? Straße!"),
        ("oresund", "Øresund"),
        ("istanbul", "İSTANBUL"),
        ("東京", "私は東京に住む"),
        ("ราคา", "สินค้าราคาแพง"),
        ("שלום", "שָׁלוֹם"),
        ("محمد", "مُحَمَّد"),
        ("हिन्दी", "मैं हिन्दी बोलता हूँ"),
        ("서울", "서울에서"),
        ("👍", "great 👍🏽"),
        ("mo ta", "More tables"),
        ("ﬁn", "final"),
    ],
)
def test_words_are_found_in_any_script(query: str, text: str) -> None:
    phrases = phrases_of(query)
    assert says(" ".join(words_of(text)), phrases)
    assert spans_of(text, phrases)


@pytest.mark.parametrize(("query", "text"), [("京東", "東京"), ("ables", "tables"), ("!", "wow!")])
def test_what_is_not_said_is_not_found(query: str, text: str) -> None:
    phrases = phrases_of(query)
    assert not phrases or not says(" ".join(words_of(text)), phrases)


@given(TEXT, TEXT)
def test_what_is_shown_is_what_was_found(text: str, query: str) -> None:
    phrases = phrases_of(query)
    words = " ".join(words_of(text))
    for phrase in phrases:
        spans = spans_of(text, [phrase])
        assert bool(spans) == says(words, [phrase])
        for start, end in spans:
            assert says(" ".join(words_of(text[start:end])), [phrase])
