# SPDX-License-Identifier: MIT
"""Signing a persona off: a dated review of its findings, a name, and what exactly was signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from persona_studio.core import clock
from persona_studio.core.codec import to_json
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Persona
from persona_studio.core.reviewing import Finding, Review, SignOff
from persona_studio.core.snapshot import Snapshot
from persona_studio.review.content import content_of, digest
from persona_studio.review.since import Difference, differences
from persona_studio.storage import personas
from persona_studio.storage.journal import Step

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

LONGEST = 36_500
SIGNING_CURES = ("ST02", "ST05", "ST06")
"""Rules whose findings a signature answers; they never stand in its way."""


@dataclass(frozen=True)
class Standing:
    """Whether a persona's last sign-off still covers what it says today."""

    state: Literal["never", "signed", "changed"]
    sign_off: SignOff | None = None


def standing(snapshot: Snapshot, persona: Persona) -> Standing:
    """Return a persona's standing: an edit of a claim, evidence or picture voids a signature."""
    last = snapshot.sign_off_of(persona.id)
    if last is None:
        return Standing("never")
    if not last.content_hash:
        return Standing("signed", last)  # written by hand: it stands for what there is
    same = digest(content_of(persona, snapshot)) == last.content_hash
    return Standing("signed" if same else "changed", last)


@dataclass(frozen=True)
class Since:
    """One difference from what was signed, and the last step that touched it, where remembered."""

    difference: Difference
    day: date | None = None
    step: str = ""


def since(workspace: "Workspace", persona: Persona) -> list[Since]:
    """Return what is other than the last sign-off of a persona says, in the order of the board.

    What differs comes from what was kept when signing; when it changed, from the history of the
    file, which may be shorter.
    """
    last = workspace.snapshot.sign_off_of(persona.id)
    if last is None or not last.content_hash:
        return []
    titles = {section.id: section.title for section in workspace.snapshot.sections}
    found = differences(last.snapshot, content_of(persona, workspace.snapshot), titles)
    steps = workspace.last_touched() if found else {}
    return [_dated(each, steps) for each in found]


def _dated(found: Difference, steps: Mapping[str, Step]) -> Since:
    touching = [steps[key] for key in found.ids if key in steps]
    if not touching:
        return Since(found)
    last = max(touching, key=lambda step: step.id)
    return Since(found, datetime.fromisoformat(last.at).date(), last.label)


def in_the_way(workspace: "Workspace", persona: str) -> list[Finding]:
    """Return the open findings that must be fixed, or kept with a reason, before signing."""
    return [
        finding
        for finding in workspace.findings()
        if finding.severity == "B"
        and finding.waived is None
        and finding.rule not in SIGNING_CURES
        and finding.target.persona in (persona, None)
    ]


def look_again(workspace: "Workspace", persona: str, days: int) -> None:
    """Say after how many days a persona's review falls due again."""
    if not 1 <= days <= LONGEST:
        raise StudioError(
            "A review falls due after a day at the least, and a hundred years at most.",
            "Choose another rhythm.",
            kind="bad_setting",
        )
    if workspace.snapshot.table(Persona)[persona].review_every_days != days:
        with workspace.edit("Change when to look again") as write:
            personas.change(write, persona, review_every_days=days)


def sign(workspace: "Workspace", persona: str, name: str, note: str = "") -> str:
    """Sign a persona off as it stands; return the sign-off's id.

    Raises StudioError (kind `no_name`) without a name, (kind `open_findings`) while findings that
    block are neither fixed nor kept with a reason.
    """
    who = " ".join(name.split())
    if not who:
        raise StudioError(
            "A sign-off needs a name.", "Type who signs, then press again.", kind="no_name"
        )
    blocking = in_the_way(workspace, persona)
    if blocking:
        many = f"{len(blocking)} findings stand" if len(blocking) > 1 else "One finding stands"
        raise StudioError(
            f"{many} in the way of signing off.",
            "Fix them, or keep each with a reason.",
            kind="open_findings",
        )
    value = workspace.snapshot.table(Persona)[persona]
    about = [f for f in workspace.findings() if f.target.persona in (persona, None)]
    content = content_of(value, workspace.snapshot)
    with workspace.edit(f"Sign off {value.name}") as write:
        today = clock.today()
        found = [to_json(finding) for finding in about]
        review = write.add(Review(new_id(), persona, today, who, note, found))
        signed = SignOff(new_id(), persona, review, who, today, digest(content), content)
        return write.add(signed)
