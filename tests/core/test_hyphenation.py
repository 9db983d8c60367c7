# SPDX-License-Identifier: MIT
"""A long word breaks between syllables in any alphabet that writes its vowels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.core.hyphenation import syllables


@pytest.mark.parametrize(
    "word",
    [
        "Donau-dampf-schiff-fahrts-ge-sell-schafts-ka-pi-tän",
        "биб-лио-те-карь",
        "φαρ-μα-κείο",
        "aaaaaaaaaaaaaaaa",
    ],
)
def test_vowels_tell_where_a_word_breaks(word):
    assert "-".join(syllables(word.replace("-", ""))) == word


def test_an_address_does_not_break():
    for address in ("selbst@bedienung.example", "example.org/selbstbedienung", "a_lange_kennung"):
        assert syllables(address) == [address]


@given(st.text())
def test_no_letter_is_lost_and_no_end_is_short(word):
    parts = syllables(word)
    assert "".join(parts) == word
    assert len(parts) == 1 or min(len(parts[0]), len(parts[-1])) >= 3
