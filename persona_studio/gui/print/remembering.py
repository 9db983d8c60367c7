# SPDX-License-Identifier: MIT
"""The choices of the Print room as they are remembered of each project.

Paper, distance and sheets belong to a template; who is printed, for whom, in which colour and
direction is chosen once for all of them.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtWidgets import QComboBox

from persona_studio.core.fields import Json
from persona_studio.gui import project_memory
from persona_studio.gui.forms.print_page import Ui_PrintPage
from persona_studio.workspace.printing import Wanted

KIND = "print"
_OF_TEMPLATE = ("paper", "landscape", "distance", "tile", "fewer", "print_shop")

Own = dict[str, dict[str, Json]]
"""What was chosen for each template, by its id."""


def keep(project: str, choice: Wanted, everybody: list[str], others: Own) -> None:
    """Remember a choice; of the personas those that are left out, so that new ones are printed.

    `others` are the choices for the templates that are not shown.
    """
    kept: dict[str, Json] = asdict(choice)
    left_out = [key for key in everybody if key not in choice.personas]
    for name in ("personas", *_OF_TEMPLATE):
        del kept[name]
    own: dict[str, Json] = {**others, choice.template: own_of(choice)}
    project_memory.keep(KIND, project, {**kept, "left_out": left_out, "templates": own})


def own_of(choice: Wanted) -> dict[str, Json]:
    """Return the part of a choice that belongs to its template alone."""
    kept: dict[str, Json] = asdict(choice)
    return {name: kept[name] for name in _OF_TEMPLATE}


def own_in(kept: Mapping[str, Json]) -> Own:
    """Return what was remembered for each template."""
    found = kept.get("templates")
    if not isinstance(found, dict):
        return {}
    return {key: own for key, own in found.items() if isinstance(own, dict)}


def recall(project: str) -> dict[str, Json]:
    """Return what was remembered, {} for nothing."""
    return project_memory.recall(KIND, project)


def choose(form: Ui_PrintPage, kept: dict[str, Json]) -> None:
    """Set what holds for all templates; what is not offered any more stays as it is."""
    pick(form.template_box, kept.get("template"))
    pick(form.colour_box, kept.get("theme"))
    pick(form.side_box, kept.get("side", ""))
    pick(form.language_box, kept.get("language", ""))
    form.safe_box.setChecked(bool(kept.get("client_safe")))


def pick(box: QComboBox, wanted: Any) -> None:
    """Choose the entry that stands for a value; Qt hands tuples back as lists."""
    for place in range(box.count()):
        data = box.itemData(place)
        if (tuple(data) if isinstance(data, list | tuple) else data) == wanted:
            box.setCurrentIndex(place)
            return
