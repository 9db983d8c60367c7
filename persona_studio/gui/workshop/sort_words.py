# SPDX-License-Identifier: MIT
"""What is said of a sorting: agreement beyond chance, the confused pair, the data's own word."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from persona_studio.core.workshop import Exercise
from persona_studio.evidence.agreement import Agreement
from persona_studio.gui.workshop.page import shortened
from persona_studio.workspace import dealing


def chance(found: Agreement) -> str:
    """Say how far agreement goes beyond chance."""
    if found.kappa is None:
        return _tr("Both tables used one persona only, so agreement says nothing.")
    words = _tr(
        "Agreement beyond chance (kappa): {0:.2f}. From so few cards it may be {1:.2f} to {2:.2f}; "
        "0 is chance, 1 is perfect."
    )
    return words.format(found.kappa, found.low, found.high)


def confused(found: Agreement, now: Exercise) -> str:
    """Name the two personas that were mixed up most."""
    if found.confused is None:
        return _tr("No card was told otherwise.")
    one, two, many = found.confused
    names = {option.id: shortened(option.text, 60) for option in now.options}
    words = _tr("Mixed up most: “{0}” and “{1}”, on 1 card.")
    several = _tr("Mixed up most: “{0}” and “{1}”, on {2} cards.")
    return (words if many == 1 else several).format(names.get(one, one), names.get(two, two), many)


def with_data(now: Exercise, known: Mapping[int, str]) -> str:
    """Say how often each table said what the data's groups say; "" without groups."""
    if not known:
        return ""
    parts = []
    for table in dealing.TABLES:
        said = dealing.sorted_by(now, table)
        right = sum(said.get(row) == persona for row, persona in known.items())
        parts.append(_tr("table {0} {1} of {2}").format(table, right, len(known)))
    return _tr("As the groups in the data have it: {0}.").format(", ".join(parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("workshop", text)
