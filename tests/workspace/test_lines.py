# SPDX-License-Identifier: MIT
"""How a question reads in a line: without the fields that a survey tool would have filled in."""

import pytest

from persona_studio.workspace.lines import said, without_fields


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("Hi *{{hidden:name}}*, what's your role?", "What's your role?"),
        ("Thanks, ${first_name}! Where do you live?", "Where do you live?"),
        ("Dear [[name]]: how old are you?", "How old are you?"),
        ("What do you like best, {{name}}?", "What do you like best?"),
        ("How content are you with **{{field:product}}**?", "How content are you with …?"),
        ("Did {{field:product}} help you?", "Did … help you?"),
        ("{{hidden:name}}", "{{hidden:name}}"),
        ("Price {net} in $ [EUR] *", "Price {net} in $ [EUR] *"),
        ("eBay, what for?", "eBay, what for?"),
    ],
)
def test_fields_of_a_survey_tool_are_not_read_out(label: str, read: str) -> None:
    assert without_fields(label) == read
    assert without_fields(read) == read


def test_a_line_leaves_fields_out() -> None:
    label = "Hi *{{hidden:name}}*, what's your role?"
    item = {"label": label, "answer": "Assistant", "op": "is", "value": "Assistant"}
    assert said(item) == "What's your role? Assistant"
