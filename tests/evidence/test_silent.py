# SPDX-License-Identifier: MIT
"""Which answers are understood without their question, in the languages of common tools."""

import pytest

from persona_studio.evidence.silent import says_something


@pytest.mark.parametrize(
    "answer",
    [
        *("None", "None of the above", "Other (please specify)", "Other - Write In", "N/A", "n.a."),
        *("Don\u2019t know", "Don't know/No answer", "Prefer not to say", "No answer", "No, never"),
        *("5", "18\u201324", "$0 to $9,999", "3 or more times a week", "B", "—", ""),
        *("Weiß nicht", "k. A.", "Sonstiges, und zwar:", "Autre (préciser)", "Je ne sais pas"),
        *("Ninguna", "Otro (especifique)", "Nessuno", "Preferisco non rispondere", "Não sei"),
        *("Anders, namelijk", "Weet ik niet", "その他", "以上都不是", "не знаю"),
    ],
)
def test_an_answer_that_needs_its_question_says_nothing_alone(answer):
    assert not says_something(answer)


@pytest.mark.parametrize(
    "answer", ["Cash", "No children", "Non-smoker", "Under 18", "Other people's advice", "女"]
)
def test_an_answer_that_names_something_does(answer):
    assert says_something(answer)
