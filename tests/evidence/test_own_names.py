# SPDX-License-Identifier: MIT
"""Names of respondents are hidden in their own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.own_names import hide, parts, speaks_of
from persona_studio.evidence.privacy import MASK


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Anna Meier", ["anna", "meier"]),
        ("Frau Dr. Anna-Lena von der Heide", ["anna-lena", "heide"]),
        ("O'Neil, Sean", ["o'neil", "sean"]),
        ("José Ñuñez 82", ["jose", "nunez"]),
        ("李 小龙", ["李", "小龙"]),
        ("", []),
        ("Person 4711", ["person"]),
    ],
)
def test_only_what_tells_a_person_counts_of_a_name(name, wanted):
    assert parts(name) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I am Anna Meier, hello", f"I am {MASK} {MASK}, hello"),
        ("anna's cake was late", f"{MASK} cake was late"),
        ("Ännä liked it", f"{MASK} liked it"),
        ("The savannah and Annabel", "The savannah and Annabel"),
        ("Meiers Hof", f"{MASK} Hof"),
    ],
)
def test_a_person_is_not_named_in_their_own_words(text, wanted):
    own = parts("Anna Meier")
    hidden, n = hide(text, own)
    assert hidden == wanted
    assert n == wanted.count(MASK)
    assert speaks_of(text, own) or not n


@given(st.lists(st.text(max_size=12), max_size=4).map(" ".join), st.text(max_size=40))
def test_hiding_never_leaves_a_part_of_the_name(name, text):
    own = parts(name)
    hidden, _ = hide(f"{text} {name} {text}", own)
    left = parts(hidden.replace(MASK, " "))
    assert not set(own) & set(left)
