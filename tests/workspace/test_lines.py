# SPDX-License-Identifier: MIT
"""How a question reads in a line: without the fields that a survey tool would have filled in."""

from persona_studio.workspace.lines import said


def test_a_line_leaves_fields_out() -> None:
    label = "Hi *{{hidden:name}}*, what's your role?"
    item = {"label": label, "answer": "Assistant", "op": "is", "value": "Assistant"}
    assert said(item) == "What's your role? Assistant"
