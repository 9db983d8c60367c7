# SPDX-License-Identifier: MIT
"""Who of a wave answered the waves before it as well, and who of them answers otherwise now."""

from collections.abc import Iterator
from dataclasses import dataclass

from persona_studio.core.research import Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace.workspace import Workspace

_SLICE = 2_000


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
    found = None
    for step in looking(workspace, wave):
        found = step
    return found


def looking(workspace: Workspace, wave: str) -> Iterator[People | None]:
    """Yield step by step who of a wave was there before; the last one is true."""
    from persona_studio.evidence.returning import changed as otherwise

    snapshot = workspace.snapshot
    earlier = earlier_waves(snapshot, wave)
    if not earlier:
        return
    now = workspace.answers(wave)
    everyone = frozenset(now.respondents)
    yield None
    linked = [each for each in earlier if each.linked]
    if not snapshot.table(Wave)[wave].linked or not linked:
        yield People(linked=False, new=len(everyone))
        return
    seen: set[str] = set()
    changed: set[str] = set()
    past: set[str] = set()
    for each in reversed(linked):  # a person's latest earlier answers count
        before = workspace.answers(each.id)
        keys = frozenset(before.respondents)
        yield None
        there = (everyone & keys) - seen
        past |= keys
        for found in otherwise(before, now, there):
            changed |= found
            yield None
        seen |= there
    yield People(
        linked=True,
        same=len(seen - changed),
        updated=len(changed),
        new=len(everyone - seen),
        gone=len(past - everyone),
    )


def known_digests(workspace: Workspace, source: str) -> Iterator[set[bytes]]:
    """Yield, in slices, what stands for the people of a source's linked waves."""
    from persona_studio.research.keys import digest_of
    from persona_studio.storage import rows

    for wave in workspace.snapshot.waves_of(source):
        last, more = -1, wave.linked
        while more:
            found = rows.read_some_keys(workspace.database.connection, wave.id, last, _SLICE)
            yield {digest_of(key) for _, key in found}
            more = len(found) == _SLICE
            last = found[-1][0] if found else last


def earlier_waves(snapshot: Snapshot, wave: str) -> list[Wave]:
    """Return the waves of the same source before a wave, oldest first."""
    found = snapshot.table(Wave)[wave]
    waves = [w for w in snapshot.waves_of(found.source) if w.derived_from is None]
    place = next((i for i, each in enumerate(waves) if each.id == wave), 0)
    return waves[:place]
