# SPDX-License-Identifier: MIT
"""The numbers evidence is found by (Q3, T2) are the same when the project is opened again."""

from pathlib import Path

from persona_studio.core.research import Theme
from persona_studio.storage import quotes
from persona_studio.workspace.workspace import Workspace


def test_what_one_edit_makes_keeps_its_order_through_undo_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "order.persona"
    workspace = Workspace.create(path, "Order")
    names = [f"Theme {number}" for number in range(60)]
    with workspace.edit("Many themes") as write:
        for name in names:
            quotes.theme_named(write, name)
    assert [theme.name for theme in workspace.snapshot.table(Theme).values()] == names
    workspace.undo()
    workspace.redo()
    shown = list(workspace.snapshot.table(Theme))
    workspace.close()
    again = Workspace.open(path)
    assert list(again.snapshot.table(Theme)) == shown
    again.close()
