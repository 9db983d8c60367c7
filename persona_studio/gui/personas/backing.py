# SPDX-License-Identifier: MIT
"""What a persona rests on, in the words of the board: its basis, its strength, and why."""

from PySide6.QtCore import QCoreApplication

from persona_studio.evidence.profile import PersonaStrength


def _tr(text: str) -> str:
    return QCoreApplication.translate("board", text)


def basis(found: PersonaStrength) -> str:
    """Return the label of what a persona rests on."""
    return {
        "proto": _tr("Proto: mostly assumed"),
        "partly_researched": _tr("Partly researched"),
        "research_backed": _tr("Research-backed"),
        "data_checked": _tr("Data-checked"),
    }[found.basis]


def why(found: PersonaStrength) -> str:
    """Return what must always stand beside the strength."""
    parts = [_tr("{0} % of its claims are well backed").format(round(found.share * 100))]
    if found.contradicted:
        parts.append(_tr("{0} contradicted by data").format(found.contradicted))
    kinds = _tr("1 kind of source") if len(found.kinds) == 1 else _tr("{0} kinds of source")
    people = _tr("{0} people behind it").format(f"{found.people:,}")
    return ", ".join([*parts, people, kinds.format(len(found.kinds))]) + "."
