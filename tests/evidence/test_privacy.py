# SPDX-License-Identifier: MIT
"""Personal data in words is found by its form, hidden, and replaced by stable names."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_studio.evidence.privacy import MASK, find, kind_of, mask, pseudonym
from persona_studio.evidence.private_forms import is_phone
from persona_studio.research.plan import from_json
from persona_studio.research.rows import read
from tests.evidence.planted import AROUND, CLEAN, PLANTED
from tests.research import grading
from tests.research.reading import inspected
from tests.shared import needs_shared

HIDDEN = {
    "email": "Write to anna.meier+shop@mail.example.co.uk please",
    "phone": "Call me at +49 30 901820 after six",
    "iban": "My account is DE89 3704 0044 0532 0130 00, thanks",
    "card": "I paid with 4111 1111 1111 1111 twice",
    "ip": "The error came from 192.168.17.203 again",
    "url": "See https://example.org/account?user=anna82 for it",
    "handle": "I am @anna_meier82 there",
}


@pytest.mark.parametrize(("kind", "text"), HIDDEN.items())
def test_personal_data_is_found_and_hidden(kind, text):
    (hit,) = find(text)
    assert hit.kind == kind
    masked, n = mask(text)
    assert n == 1
    assert masked == text[: hit.start] + MASK + text[hit.end :]


@pytest.mark.parametrize("text", CLEAN)
def test_other_numbers_and_links_stay(text):
    assert mask(text) == (text, 0)


@pytest.mark.parametrize("kind", PLANTED)
def test_what_was_planted_is_hidden_to_its_last_letter(kind):
    for planted in PLANTED[kind]:
        needle = re.sub(r"^[A-Za-z. ]*(?:number|no\.|passport|nummer:) ", "", planted)
        for around in AROUND:
            masked, n = mask(around.format(planted))
            assert n == 1, masked
            pieces = set(re.findall(r"\w{3,}", needle)) - set(re.findall(r"\w+", around))
            assert not [piece for piece in pieces if piece in masked], masked


@pytest.mark.parametrize("kind", PLANTED)
def test_what_was_planted_is_known_for_its_kind(kind):
    for planted in PLANTED[kind]:
        (hit,) = find(f"It is {planted}, I think.")
        assert hit.kind == kind, planted


@needs_shared
@pytest.mark.shared
def test_hardly_any_answer_of_the_corpus_is_flagged_for_nothing():
    texts = open_answers()
    flagged = [text for text in texts if find(text)]
    assert len(texts) > 5000
    assert len(flagged) <= 0.01 * len(texts)


def open_answers():
    """Return the free-text answers of the corpus, but for files made with personal data."""
    found = []
    for truth in grading.corpus():
        if truth["file"].startswith("gen_"):
            continue
        plan = inspected(grading.path_of(truth))
        if plan["error"] or not plan["data_rows"]:
            continue
        words = [int(n) for n, role in plan["roles"].items() if role["role"] == "free_text"]
        if words:
            rows = read(plan["file"], from_json(plan))
            found += [cells[n - 1] for _, cells in rows for n in words if cells[n - 1].strip()]
    return found


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
