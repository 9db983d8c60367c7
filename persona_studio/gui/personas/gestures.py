# SPDX-License-Identifier: MIT
"""What the board does to the project: every gesture is one named edit, whatever hand makes it.

The storage modules bring the library that writes; they are imported by the first gesture, so that
the board is on the screen before it.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Measure
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.verdict import narrowest
from persona_studio.gui.bridge import Bridge
from persona_studio.gui.personas.photo import read_photo
from persona_studio.gui.personas.place import Place
from persona_studio.gui.workshop.meeting import who_is_meeting
from persona_studio.workspace.figures import Figure

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer
    from persona_studio.workspace.using import Usable

AVATAR_STYLE = "open-peeps"
_STEPS_OF_MANY = {
    "Move claim": "Move {0} claims",
    "Copy claim": "Copy {0} claims",
    "Add claim": "Add {0} claims",
    "Remove claim": "Remove {0} claims",
    "Mark as assumption": "Mark {0} claims as assumptions",
}


class Gestures(QObject):
    """Edits of the board; those that make something return the new ids, [] where it was refused."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def move(self, ids: Sequence[str], place: Place, before: str = "") -> None:
        """Move claims before another one, or to the end of a place."""
        known = self._known(ids)
        goal = self._beyond(known, place, before)
        if known and not _there_already(self._bridge.snapshot, known, place, goal):
            with self._bridge.edit(_step("Move claim", known)) as write:
                self._move(write, known, place, goal)

    def copy(self, ids: Sequence[str], place: Place, before: str = "") -> list[str]:
        """Copy claims with their evidence to a place."""
        from persona_studio.storage import claims

        known = self._known(ids)
        made: list[str] = []
        if known:
            with self._bridge.edit(_step("Copy claim", known)) as write:
                for claim in known:
                    section = place.section or write.get(Claim, claim).section
                    made += claims.copy_to(write, [claim], place.persona, section, before or None)
        return made

    def add(self, place: Place, lines: Sequence[str], before: str = "") -> list[str]:
        """Add a claim for each line; while a workshop runs they are its room's assumptions."""
        from persona_studio.storage import claims
        from persona_studio.workspace import assumptions

        made: list[str] = []
        room = who_is_meeting(self._bridge.snapshot)
        with self._bridge.edit(_step("Add claim", lines)) as write:
            section = place.section or "goals"
            made += [claims.add(write, place.persona, section, text) for text in lines]
            if before:
                claims.move(write, made, place.persona, place.section, before)
            if room:
                assumptions.assume_at_table(write, made, room)
        return made

    def edit_text(self, claim: str, text: str) -> None:
        """Change a claim's words."""
        from persona_studio.storage import claims

        with self._bridge.edit("Edit claim") as write:
            claims.edit_text(write, claim, text)

    def remove(self, ids: Sequence[str]) -> None:
        """Remove claims."""
        from persona_studio.storage import claims

        known = self._known(ids)
        if known:
            with self._bridge.edit(_step("Remove claim", known)) as write:
                claims.remove(write, known)

    def duplicate(self, ids: Sequence[str]) -> list[str]:
        """Copy claims right below themselves."""
        from persona_studio.storage import claims

        made: list[str] = []
        known = self._known(ids)
        if known:
            with self._bridge.edit(_step("Copy claim", known)) as write:
                made += [claims.duplicate(write, claim) for claim in known]
        return made

    def set_key(self, ids: Sequence[str], *, key: bool) -> None:
        """Make claims key claims, or ordinary ones."""
        self._change(ids, "Mark key claim" if key else "Unmark key claim", key=key)

    def set_quantifier(self, ids: Sequence[str], word: str | None) -> None:
        """Say for how many of the group claims hold."""
        self._change(ids, "Say for how many", quantifier=word)

    def assume(
        self, ids: Sequence[str], who: str = "", how: str = "", test_by: date | None = None
    ) -> None:
        """Mark claims openly as assumptions."""
        from persona_studio.storage import evidence

        known = self._known(ids)
        if known:
            with self._bridge.edit(_step("Mark as assumption", known)) as write:
                for claim in known:
                    evidence.assume(write, claim, who, how, test_by)

    def unlink(self, item: str) -> None:
        """Take evidence off its claim."""
        from persona_studio.storage import evidence

        with self._bridge.edit("Unlink evidence") as write:
            evidence.unlink(write, item)

    def link(self, item: "Usable", claim: str, stance: str = "supports") -> bool:
        """Link evidence of the tray to a claim, for or against; False where it was refused."""
        from persona_studio.workspace import assumptions, using

        made: list[str] = []
        with self._bridge.edit("Link evidence") as write:
            made.append(using.link(self._bridge.workspace, write, item, claim, stance))
            assumptions.give_way(write, claim)
        return bool(made)

    def link_offer(self, figure: Figure, claim: str, stance: str, *, say_how_many: bool) -> None:
        """Link a figure the studio offered; a claim that did not say for how many says so then."""
        from persona_studio.storage import claims
        from persona_studio.workspace import assumptions, using

        space = self._bridge.workspace
        with self._bridge.edit("Link evidence") as write:
            using.link_figure(space, write, figure, claim, stance)
            assumptions.give_way(write, claim)
            word = narrowest(figure.k, figure.n)
            if say_how_many and word and write.get(Claim, claim).quantifier is None:
                claims.change(write, claim, quantifier=word)

    def count(
        self, claim: str, item: str, counted: tuple[str, Measure, str], word: str | None
    ) -> None:
        """Count (wave, measure, stance) for a claim, in place of `item`, meant for so many."""
        from persona_studio.storage import claims
        from persona_studio.workspace import measuring

        with self._bridge.edit("Choose what is counted") as write:
            measuring.keep(write, claim, item, *counted)
            claims.change(write, claim, quantifier=word)

    def make(self, item: "Usable", place: Place) -> list[str]:
        """Make a claim of evidence of the tray."""
        from persona_studio.workspace import using

        made: list[str] = []
        with self._bridge.edit("Make claim from data") as write:
            section = place.section or "behaviours"
            space = self._bridge.workspace
            made.append(using.claim_from(space, write, item, place.persona, section))
        return made

    def add_persona(self, name: str) -> list[str]:
        """Add a persona at the right end."""
        from persona_studio.storage import personas

        made: list[str] = []
        with self._bridge.edit("Add persona") as write:
            made.append(personas.add(write, name))
        return made

    def change_persona(self, persona: str, step: str, **fields: Any) -> None:
        """Set fields of a persona."""
        from persona_studio.storage import personas

        with self._bridge.edit(step) as write:
            personas.change(write, persona, **fields)

    def shift_persona(self, persona: str, position: int) -> None:
        """Move a persona along the board."""
        from persona_studio.storage import personas

        with self._bridge.edit("Move persona") as write:
            personas.reorder(write, persona, position)

    def retire_persona(self, persona: str) -> None:
        """Put a persona away."""
        from persona_studio.storage import personas

        with self._bridge.edit("Put persona away") as write:
            personas.retire(write, persona)

    def bring_back(self, persona: str) -> None:
        """Bring a persona that was put away back to the right end of the board."""
        from persona_studio.storage import personas

        with self._bridge.edit("Bring persona back") as write:
            personas.bring_back(write, persona)

    def remove_persona(self, persona: str, *, keep_claims: bool) -> None:
        """Remove a persona; its claims go along or into the parking lot."""
        from persona_studio.storage import personas

        with self._bridge.edit("Remove persona") as write:
            personas.remove(write, persona, keep_claims=keep_claims)

    def give_photo(self, persona: str, path: Path) -> bool:
        """Give a persona a photo from a file, that of a real person until somebody says otherwise.

        Tell whether it could be read.
        """
        from persona_studio.storage import pictures

        try:
            data = read_photo(path)
        except StudioError as error:
            self._bridge.failed.emit(error)
            return False
        connection = self._bridge.workspace.database.connection
        with self._bridge.edit("Change picture") as write:
            digest = pictures.keep_bytes(connection, data)
            kept = {"sha256": digest, "mime": "image/jpeg", "is_real": True}
            pictures.give(write, persona, kind="photo", **kept)
        return True

    def give_face(self, persona: str, seed: str, style: str = AVATAR_STYLE) -> None:
        """Give a persona a drawn face."""
        from persona_studio.publish.avatars import LICENCE
        from persona_studio.storage import pictures

        with self._bridge.edit("Change picture") as write:
            pictures.give(write, persona, kind="avatar", style=style, seed=seed, licence=LICENCE)

    def give_initials(self, persona: str) -> None:
        """Show a persona by its initials."""
        from persona_studio.storage import pictures

        with self._bridge.edit("Change picture") as write:
            pictures.give(write, persona, kind="initials")

    def _move(self, write: "Writer", ids: Sequence[str], place: Place, before: str) -> None:
        from persona_studio.storage import claims

        if not place.parking:
            claims.move(write, ids, place.persona, place.section, before or None)
            return
        for claim in ids:
            claims.move(write, [claim], None, write.get(Claim, claim).section)

    def _change(self, ids: Sequence[str], step: str, **fields: Any) -> None:
        from persona_studio.storage import claims

        known = self._known(ids)
        if known:
            with self._bridge.edit(step) as write:
                for claim in known:
                    claims.change(write, claim, **fields)

    def _known(self, ids: Sequence[str]) -> list[str]:
        """Return the claims that are still there: a drag may carry any text at all."""
        there = self._bridge.snapshot.table(Claim)
        return [claim for claim in dict.fromkeys(ids) if claim in there]

    def _beyond(self, ids: Sequence[str], place: Place, before: str) -> str:
        """Return the first claim from `before` on that is not itself moved, "" for the end."""
        order = [c.id for c in self._bridge.snapshot.claims_of(place.persona, place.section)]
        if before not in order:
            return ""
        return next((c for c in order[order.index(before) :] if c not in ids), "")


def _there_already(snapshot: Snapshot, ids: Sequence[str], place: Place, before: str) -> bool:
    """Tell whether a move would change nothing (a card dropped where it lies)."""
    if place.parking:
        return all(snapshot.table(Claim)[claim].persona is None for claim in ids)
    order = [c.id for c in snapshot.claims_of(place.persona, place.section)]
    rest = [claim for claim in order if claim not in ids]
    at = rest.index(before) if before in rest else len(rest)
    return order == [*rest[:at], *ids, *rest[at:]]


def _step(one: str, ids: Sequence[str]) -> str:
    return one if len(ids) == 1 else _STEPS_OF_MANY.get(one, one).format(len(ids))
