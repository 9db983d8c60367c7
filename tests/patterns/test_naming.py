# SPDX-License-Identifier: MIT
"""What groups are called: by answers that say something alone, else with the question, else not."""

from typing import Any

from persona_studio.patterns.wording import names

DESSERTS = "Which of these desserts do you typically have at dinner? Please select all that apply."
PIES = "Which type of pie is typically served at your dinner? Please select all that apply."


def item(label: str, answer: str, op: str = "is", value: Any = None) -> dict[str, Any]:
    """Return an answer that sets a group apart, as `describe` tells it."""
    value = answer if value is None else value
    return {"question": label, "label": label, "answer": answer, "op": op, "value": value}


def test_no_group_is_called_by_an_answer_that_needs_its_question() -> None:
    none, other = item(DESSERTS, "None", "any_of"), item(DESSERTS, "Other (please specify)")
    pumpkin = item(PIES, "Pumpkin", "any_of")
    gravy = item("Do you typically have gravy?", "No")
    assert names([([none, pumpkin], ()), ([other, gravy], [pumpkin]), ([none], [pumpkin])]) == [
        "Pumpkin",
        "Do you typically have gravy? No",
        "Less often: Pumpkin",
    ], "alone; with a short question; by what it says less often"
    assert names([([none], [none])]) == ["Group 1"]


def test_a_step_of_a_scale_and_a_heading_that_is_a_code_name_no_group() -> None:
    often = item("Visits", "Often")
    code = item("q0007_0006", "2 or less", "at_most", 2)
    agreed = item("I come to sit down", "Agree or strongly agree", "at_least", "Agree")
    coded = item("age3", "65 and up", "at_least", "65 and up")
    assert names([([often], ())]) == ["Often"]
    assert names([([often], ()), ([often, agreed], ())], {"Visits"}) == [
        "Visits: Often",
        "I come to sit down",
    ]
    assert names([([code, coded], ())]) == ["Group 1"]


def test_names_differ_fit_a_card_and_read_as_words() -> None:
    work = [item("dept", "research_development"), item("field", "Field work"), item("x", "Long")]
    long = item("How far?", "Thanksgiving is happening at my home, I won't travel at all")
    found = names([(work, ()), (work, ()), ([long, *work], ())])
    assert found == ["Research development · Field work", "Long", "Group 3"]
    assert all(len(name) <= 42 for name in found)
