# SPDX-License-Identifier: MIT
"""What Ctrl+K can find: every action that can be chosen now, every persona, every claim."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from persona_studio.core.persona import Claim, Persona
from persona_studio.gui.action import GO
from persona_studio.gui.commands import Commands
from persona_studio.gui.palette import Entry
from persona_studio.gui.project_view import ProjectView


def entries(commands: Commands, view: ProjectView | None) -> Iterator[Entry]:
    """Yield what the page in front can do, all actions, the personas and their claims."""
    if view is not None:
        yield from view.deeds()
    for row, action in sorted(commands.usable(), key=lambda pair: pair[0].menu != GO):
        if row.id != "find":
            words = action.text().replace("&&", "&")
            yield Entry(words, action.shortcut().toString(), row.icon, action.trigger)
    if view is None:
        return
    snapshot = view.bridge.snapshot
    for persona in snapshot.personas:
        yield _persona(persona, view)
    names = {persona.id: persona.name for persona in snapshot.personas}
    for claim in snapshot.table(Claim).values():
        if claim.persona is None or claim.persona in names:
            yield _claim(claim, names.get(claim.persona or "", _tr("Parking lot")), view)


def _persona(persona: Persona, view: ProjectView) -> Entry:
    return Entry(persona.name, _tr("Persona"), "user", lambda: view.show_persona(persona.id))


def _claim(claim: Claim, owner: str, view: ProjectView) -> Entry:
    section = view.bridge.snapshot.section(claim.section).title
    detail = f"{owner} · {section}"
    return Entry(claim.text, detail, "message-square", lambda: view.show_claim(claim.id))


def _tr(text: str) -> str:
    return QCoreApplication.translate("finding", text)
