# SPDX-License-Identifier: MIT
"""Personal data in words is found by its form, hidden, and replaced by stable names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.privacy import MASK, find, is_phone, kind_of, mask, pseudonym

HIDDEN = {
    "email": "Write to anna.meier+shop@mail.example.co.uk please",
    "phone": "Call me at +49 30 901820 after six",
    "iban": "My account is DE89 3704 0044 0532 0130 00, thanks",
    "card": "I paid with 4111 1111 1111 1111 twice",
    "ip": "The error came from 192.168.17.203 again",
    "url": "See https://example.org/account?user=anna82 for it",
    "handle": "I am @anna_meier82 there",
}
KEPT = (
    "It cost 1,234,567.89 in all",
    "We came on 2024-03-01 and again on 05.11.2023",
    "Open from 10:30 to 18:00, 365 days",
    "In 2019-2024 we had 3 cafés",
    "Order 4111 1111 1111 1112 is wrong",
    "GB00 WEST 1234 5698 7654 32 is no account",
    "Rated 4.5 / 5, price 12.99",
    "a@b",
    "see https://example.org/menu/coffee",
    "20 to 30 people, 15 % more than in 2023",
)


@pytest.mark.parametrize(("kind", "text"), HIDDEN.items())
def test_personal_data_is_found_and_hidden(kind, text):
    (hit,) = find(text)
    assert hit.kind == kind
    masked, n = mask(text)
    assert n == 1
    assert masked == text[: hit.start] + MASK + text[hit.end :]


@pytest.mark.parametrize("text", KEPT)
def test_other_numbers_and_links_stay(text):
    assert mask(text) == (text, 0)


def test_several_passages_are_hidden_in_one_text():
    text, n = mask("ring (030) 901820-44 or mail bo@example.org, not 10.0.0.7")
    assert n == 3
    assert text == f"ring {MASK} or mail {MASK}, not {MASK}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("anna@example.org", "email"),
        ("2001:db8:85a3:0:0:8a2e:370:7334", "ip"),
        ("(202) 456-1414", "phone"),
        ("nice coffee, write to anna@example.org", None),
        ("42", None),
    ],
)
def test_a_whole_cell_is_told_from_a_mention(text, kind):
    assert kind_of(text) == kind


def test_bare_digits_are_no_telephone_number():
    assert not is_phone("3887201482")
    assert not is_phone("2024 03 01")


@given(st.binary(min_size=8, max_size=40), st.text(min_size=1, max_size=60))
def test_a_pseudonym_is_stable_and_says_nothing(key, text):
    made = pseudonym(key, text)
    assert made == pseudonym(key, f"  {text} ")
    assert made.startswith("P-")
    assert len(made) == 10


def test_pseudonyms_differ_by_key_and_by_person():
    assert pseudonym(b"one", "Anna@Example.org") == pseudonym(b"one", "anna@example.org")
    assert pseudonym(b"one", "anna@example.org") != pseudonym(b"two", "anna@example.org")
    assert len({pseudonym(b"k", f"person {n}") for n in range(5000)}) == 5000


@given(st.text(max_size=200))
def test_masking_only_ever_replaces_what_was_found(text):
    hits = find(text)
    assert all(a.end <= b.start for a, b in pairwise(hits))
    masked, n = mask(text)
    assert n == len(hits)
    if not hits:
        assert masked == text
