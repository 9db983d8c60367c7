# SPDX-License-Identifier: MIT
"""The choices of the Print room as they are remembered of each project."""

from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QComboBox

from persona_studio.core.fields import Json
from persona_studio.gui import project_memory
from persona_studio.gui.forms.print_page import Ui_PrintPage
from persona_studio.workspace.printing import Wanted

KIND = "print"


def keep(project: str, choice: Wanted, everybody: list[str]) -> None:
    """Remember a choice; of the personas those that are left out, so that new ones are printed."""
    kept: dict[str, Json] = asdict(choice)
    del kept["personas"]
    left_out = [key for key in everybody if key not in choice.personas]
    project_memory.keep(KIND, project, {**kept, "left_out": left_out})


def recall(project: str) -> dict[str, Json]:
    """Return what was remembered, {} for nothing."""
    return project_memory.recall(KIND, project)


def choose(form: Ui_PrintPage, kept: dict[str, Json], print_shop: str) -> None:
    """Set the boxes to what was remembered; what is not offered any more stays as it is."""
    pick(form.template_box, kept.get("template"))
    pick(form.paper_box, (kept.get("paper"), kept.get("landscape")))
    pick(form.colour_box, kept.get("theme"))
    pick(form.side_box, kept.get("side", ""))
    pick(form.language_box, kept.get("language", ""))
    tile = print_shop if kept.get("print_shop") else kept.get("tile", "")
    pick(form.tile_box, (tile, bool(kept.get("fewer"))))
    form.safe_box.setChecked(bool(kept.get("client_safe")))


def pick(box: QComboBox, wanted: Any) -> None:
    """Choose the entry that stands for a value; Qt hands tuples back as lists."""
    for place in range(box.count()):
        data = box.itemData(place)
        if (tuple(data) if isinstance(data, list | tuple) else data) == wanted:
            box.setCurrentIndex(place)
            return
