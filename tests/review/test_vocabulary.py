# SPDX-License-Identifier: MIT
"""Vague, joined and opposed words are told from sound ones; numbers become words."""

import pytest

from persona_studio.review import numbers_in_text as numbers
from persona_studio.review.vocabulary import (
    opposites,
    two_claims,
    weak_word,
    without_loose_words,
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Often waits for the sale", "Often"),
        ("Likes technology at home", "Likes technology"),
        ("Wants good quality for the price", "Wants good quality"),
        ("Needs an easy-going host", "easy"),
        ("A user friendly till", "user friendly"),
        ("Softens the bread in soup", ""),
        ("Wants fast delivery at the door", ""),
        ("Compares quality seals in the shop", ""),
    ],
)
def test_words_that_could_mean_anything(text: str, word: str) -> None:
    assert weak_word(text) == word


def test_loose_words_are_left_out() -> None:
    assert without_loose_words("Often waits for various sales") == "Waits for sales"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Prefers the phone and hates e-mail", ("Prefers the phone", "Hates e-mail")),
        ("Reads reviews and/or asks friends", ("Reads reviews", "Asks friends")),
        ("Reads reviews; tests in the shop", ("Reads reviews", "Tests in the shop")),
        ("Buys bread and butter on Fridays", None),
        ("Comes with friends and family", None),
        ("Bread and butter shopper", None),
    ],
)
def test_two_claims_in_one_line(text: str, parts: tuple[str, str] | None) -> None:
    assert two_claims(text) == parts


@pytest.mark.parametrize(
    ("one", "two", "opposed"),
    [
        ("Prefers the phone", "Avoids the phone", True),
        ("Likes shopping online", "Never likes shopping online", True),
        ("Orders online", "Orders offline", True),
        ("Shops on weekdays", "Shops on weekends", True),
        ("Doesn\u2019t trust the app", "Trusts the app", True),
        ("Prefers the phone", "Likes the phone", False),
        ("Prefers the phone", "Avoids the queue", False),
        ("Never comes early", "Comes late", False),
        ("", "", False),
    ],
)
def test_two_lines_that_say_the_opposite(one: str, two: str, opposed: bool) -> None:
    assert list(opposites([one, two])) == ([(0, 1)] if opposed else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("62 % prefer the phone", "Most prefer the phone"),
        ("About 9 of 12 people wait", "Most people wait"),
        ("92% of customers come back", "Almost all customers come back"),
        ("12 out of 100 of them leave", "Few of them leave"),
        ("Waits for the bus (95 %)", "Waits for the bus"),
        ("Pays 45 percent by card", "Pays about half by card"),
    ],
)
def test_numbers_become_words(text: str, words: str) -> None:
    assert numbers.says_number(text)
    assert numbers.in_words(text) == words
    assert not numbers.says_number(words)


@pytest.mark.parametrize("text", ["Has 3 children", "Born in 1985", "Open 24 hours of the day"])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert not numbers.says_number(text)
