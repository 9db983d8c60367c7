# SPDX-License-Identifier: MIT
"""A question is told by its words in the languages surveys come in, whatever the language.

The questions lie in `asked.txt`.
"""

from pathlib import Path

import pytest

from persona_studio.evidence.attributes import attribute_of
from persona_studio.evidence.question_words import speaks_of
from persona_studio.workspace.lines import section_of

_WHO = ("age", "gender", "income", "household", "occupation", "location")


def _asked() -> dict[str, list[tuple[str, str]]]:
    """Return (question, kind) by language, and the questions one word of which misleads."""
    found: dict[str, list[tuple[str, str]]] = {}
    language = ""
    for line in Path(__file__).with_name("asked.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line and not line.startswith("#"):
            kind, _, question = line.partition(": ")
            found.setdefault(language, []).append((question, kind))
    return found


_ASKED = _asked()


@pytest.mark.parametrize("language", _ASKED)
def test_questions_are_told_by_their_words_in_many_languages(language: str) -> None:
    what = {label: kind for label, kind in _ASKED[language] if kind not in _WHO}
    assert {label: section_of(label, descriptor=False) for label in what} == what
    who = {label: kind for label, kind in _ASKED[language] if kind in _WHO}
    assert {label: attribute_of(label) for label in who} == who
    assert len(what) == 8 or " " in language


@pytest.mark.parametrize(
    "label",
    [
        "Would you alter your booking?",
        "How do you learn new things?",
        "Who pays?",
        "Which genre of film?",
        "Capacidade e velocidade",
        "उद्देश्य",
        "Elasticity",
        "Storage",
    ],
)
def test_a_word_within_another_word_tells_no_attribute(label: str) -> None:
    assert attribute_of(label) is None


def test_wide_letters_and_capitals_are_read_like_any_other() -> None:
    assert speaks_of("channels", "\uff33\uff2e\uff33\u306f\uff1f")
    assert speaks_of("goals", "\u0130HT\u0130YA\u00c7LARINIZ")
    assert speaks_of("context", "O\u00d9 ALLEZ-VOUS ?")
    assert speaks_of("pains", "Qu\u2019est-ce que vous n\u2019aimez pas ?")
