# SPDX-License-Identifier: MIT
"""Who of a wave answered the waves before it as well, and who of them answers otherwise now."""

from dataclasses import dataclass

from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace.workspace import Workspace


@dataclass(frozen=True)
class People:
    """How many people of a wave answered as before, otherwise, or for the first time.

    `gone` people of the earlier waves did not answer this one. Without ids or pseudonyms on both
    sides nobody can be recognised: `linked` is False then.
    """

    linked: bool
    same: int = 0
    updated: int = 0
    new: int = 0
    gone: int = 0


def returning(workspace: Workspace, wave: str) -> People | None:
    """Return who of a wave was there before; None for the first wave of a source."""
    from persona_studio.evidence.returning import changed as otherwise

    snapshot = workspace.snapshot
    earlier = earlier_waves(snapshot, wave)
    if not earlier:
        return None
    now = workspace.answers(wave)
    everyone = frozenset(now.respondents)
    linked = [each for each in earlier if each.linked]
    if not snapshot.table(Wave)[wave].linked or not linked:
        return People(linked=False, new=len(everyone))
    seen: set[str] = set()
    changed: set[str] = set()
    for each in reversed(linked):  # a person's latest earlier answers count
        before = workspace.answers(each.id)
        there = (everyone & frozenset(before.respondents)) - seen
        changed |= otherwise(before, now, there)
        seen |= there
    past = {key for each in linked for key in workspace.answers(each.id).respondents}
    return People(
        linked=True,
        same=len(seen - changed),
        updated=len(changed),
        new=len(everyone - seen),
        gone=len(past - everyone),
    )


def earlier_waves(snapshot: Snapshot, wave: str) -> list[Wave]:
    """Return the waves of the same source before a wave, oldest first."""
    found = snapshot.table(Wave)[wave]
    waves = [w for w in snapshot.waves_of(found.source) if w.derived_from is None]
    place = next((i for i, each in enumerate(waves) if each.id == wave), 0)
    return waves[:place]
