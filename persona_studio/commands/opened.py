# SPDX-License-Identifier: MIT
"""Opening a project for one command, and finding in it what the line names."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from persona_studio.core.codec import read_json
from persona_studio.core.errors import StudioError
from persona_studio.core.files import reaching
from persona_studio.core.persona import Persona
from persona_studio.core.research import Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace.backups import keep_backup
from persona_studio.workspace.next_wave import source_named
from persona_studio.workspace.workspace import Workspace


@contextmanager
def opened(path: Path, *, to_read: bool = False, backed_up: bool = True) -> Iterator[Workspace]:
    """Open a project for the block; before anything is written, a backup is made when due."""
    workspace = Workspace.open(path, read_only=to_read)
    try:
        if backed_up and not to_read:
            _keep_backup(workspace)
        yield workspace
    finally:
        if not to_read:
            _take_out_left_overs(workspace)
        workspace.close()


def _take_out_left_overs(workspace: Workspace) -> None:
    """Purge rows of an import that was given up or cut off, as the window does when idle."""
    with suppress(StudioError):
        while workspace.warm_up():
            pass


def _keep_backup(workspace: Workspace) -> None:
    try:
        keep_backup(workspace.database, workspace.snapshot.project.name)
    except (StudioError, OSError):
        progress("The backup could not be written; going on without. Check the user folder's disk.")


def check_target(target: Path, project: Path) -> None:
    """Refuse, before any work is done, a place that cannot be written or is the project itself."""
    with reaching(target):
        same = target.exists() and project.exists() and target.samefile(project)
        if target.is_dir() or not target.resolve().parent.is_dir():
            raise NotADirectoryError
    if same:
        raise StudioError(
            f"“{project.name}” is the project itself.", "Choose another name.", kind="exists"
        )


def json_of(path: Path) -> Any:
    """Return what a JSON file of the user says."""
    with reaching(path):
        data = path.read_bytes()
    try:
        return read_json(data)
    except StudioError as error:
        hint = "Write it again, e.g. from what `inspect` prints."
        raise StudioError(f"“{path.name}”: {error.message}", hint, kind="bad_json") from None


def progress(words: str) -> None:
    """Say on standard error what is being done."""
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def wave_named(snapshot: Snapshot, name: str) -> Wave:
    """Return the wave with this id, or the only one of a source or file of this name."""
    waves = snapshot.table(Wave)
    if name in waves:
        return waves[name]
    said = name.casefold()
    names = {
        w.id: {*_file_names(w), snapshot.source_of(w.id).name.casefold()} for w in waves.values()
    }
    found = [waves[key] for key, words in names.items() if said in words]
    found = [wave for wave in found if wave.derived_from is None] or found
    if len(found) == 1:
        return found[0]
    told = "; ".join(f"{wave.id} ({_told_wave(snapshot, wave)})" for wave in waves.values())
    raise StudioError(
        f"There is no wave “{name}” in this project.",
        f"Known: {told or 'none yet; import a file first'}.",
        kind="unknown_wave",
    )


def source_meant(snapshot: Snapshot, name: str) -> str | None:
    """Return the source of this id or name, else the only one with a file of this name."""
    said = name.casefold()
    found = {w.source for w in snapshot.table(Wave).values() if said in _file_names(w)}
    return source_named(snapshot, name) or (found.pop() if len(found) == 1 else None)


def _file_names(wave: Wave) -> set[str]:
    """Return what a wave's file is called, with and without its ending."""
    return {wave.file_name.casefold(), Path(wave.file_name).stem.casefold()}


def _told_wave(snapshot: Snapshot, wave: Wave) -> str:
    """Return a wave as a person knows it."""
    day = f" of {wave.collected_on:%Y-%m-%d}" if wave.collected_on else ""
    return f"“{wave.file_name or snapshot.source_of(wave.id).name}”{day}, {wave.n} people"


def grouping_named(snapshot: Snapshot, name: str) -> Segmentation:
    """Return the grouping with this id, or the only one of this name."""
    known = snapshot.table(Segmentation)
    found = [known[name]] if name in known else [g for g in known.values() if g.name == name]
    if len(found) == 1:
        return found[0]
    told = "; ".join(_told_grouping(snapshot, each) for each in known.values())
    raise StudioError(
        f"There is no one grouping “{name}” in this project.",
        f"Known: {told or 'none yet; run `groups` first'}.",
        kind="unknown_segmentation",
    )


def _told_grouping(snapshot: Snapshot, found: Segmentation) -> str:
    """Return a grouping as a person knows it, and its id."""
    many, wave = len(snapshot.segments_of(found.id)), snapshot.table(Wave)[found.wave]
    day = f" of {found.created:%Y-%m-%d %H:%M}" if found.created else ""
    groups = "1 group" if many == 1 else f"{many or 'no'} groups"
    return f"{found.id} (“{found.name}”{day}, {groups}; {_told_wave(snapshot, wave)})"


def persona_named(snapshot: Snapshot, name: str) -> Persona:
    """Return the persona with this id, or the only one with this name."""
    said = name.casefold()
    found = [p for p in snapshot.personas if p.id == name]
    found = found or [p for p in snapshot.personas if p.name.casefold() == said]
    if len(found) == 1:
        return found[0]
    if found:
        raise StudioError(
            f"{len(found)} personas are called “{name}”.",
            f"Say which by its id: {', '.join(p.id for p in found)}.",
            kind="unknown_persona",
        )
    raise StudioError(
        f"There is no persona “{name}” on the board.",
        f"Personas: {', '.join(p.name for p in snapshot.personas) or 'none yet'}.",
        kind="unknown_persona",
    )
