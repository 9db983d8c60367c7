# SPDX-License-Identifier: MIT
"""A whole workshop from files: import, look for groups, draft personas, note what was said.

`resources/samples/workshop.json` describes the sample; any folder with such a file, or any list
of research files, goes the same way. Nothing here knows what the sample holds.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Project, Segmentation, Wave
from persona_studio.research.titles import title
from persona_studio.storage import claims, evidence, personas
from persona_studio.workspace.bringing import bring_in, find_groups, reader
from persona_studio.workspace.importing import Choice
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.storage.writer import Writer

Say = Callable[[str], None]


@dataclass(frozen=True)
class Script:
    """What a workshop starts from: a name, files with what is known of them, lines said."""

    name: str
    client: str = ""
    market: str = ""
    files: Sequence[tuple[Path, Choice]] = ()
    named: Sequence[Mapping[str, Any]] = field(default=())
    said: Sequence[Mapping[str, Any]] = field(default=())


def script_of(folder: Path) -> Script:
    """Return the script a folder's `workshop.json` describes."""
    data = json.loads((folder / "workshop.json").read_text(encoding="utf-8"))
    files = [(folder / item["file"], _choice(item)) for item in data["files"]]
    return Script(
        data["name"],
        data.get("client", ""),
        data.get("market", ""),
        files,
        data.get("named", []),
        data.get("said", []),
    )


def script_for(files: Sequence[Path]) -> Script:
    """Return the script of a list of research files nothing is known about."""
    return Script(title(files[0]), files=[(path, Choice(title(path))) for path in files])


def run(target: Path, script: Script, say: Say) -> tuple[Workspace, dict[str, Any]]:
    """Make a project of a script; return it open, with what happened at each step."""
    with ExitStack() as if_refused:
        workspace = Workspace.create(target, script.name, script.client)
        if_refused.callback(workspace.database.discard)
        if script.market:
            with workspace.edit("Project") as write:
                write.change(Project, workspace.snapshot.project.id, market=script.market)
        with reader() as child:
            imports = [
                _import(workspace, child, path, choice, say) for path, choice in script.files
            ]
        waves = [found["wave"] for found in imports if "wave" in found]
        if not waves:
            raise StudioError(
                "None of the files could be imported.",
                "Look at what `inspect` says about them.",
                kind="nothing",
            )
        groups = draft_from(workspace, _first_survey(workspace, waves), say)
        _note(workspace, script)
        if_refused.pop_all()
    return workspace, {"imports": imports, "groups": groups}


def draft_from(workspace: Workspace, wave: str, say: Say) -> dict[str, Any]:
    """Look for groups in a wave and draft a persona of each; of everyone where there are none."""
    from persona_studio.workspace import drafting, grouping

    say("Looking for groups of similar people ...")
    try:
        segmentation = find_groups(workspace, grouping.request(workspace, wave))
    except StudioError as error:
        say(error.message)
        _draft_everyone(workspace, wave, say)
        return {"segmentation": None, "verdict": "none", "sentence": error.message}
    found = workspace.snapshot.table(Segmentation)[segmentation]
    say(found.sentence)
    if workspace.snapshot.segments_of(segmentation):
        drafting.draft(workspace, segmentation)
    else:
        _draft_everyone(workspace, wave, say)
    return {"segmentation": segmentation, "verdict": found.verdict, "sentence": found.sentence}


def _draft_everyone(workspace: Workspace, wave: str, say: Say) -> None:
    """Draft a persona of everyone, or say why there is none: the workshop goes on."""
    from persona_studio.workspace import drafting

    try:
        drafting.draft_everyone(workspace, wave)
    except StudioError as error:
        say(f"{error.message} {error.hint}")


def _import(
    workspace: Workspace, child: Child, path: Path, choice: Choice, say: Say
) -> dict[str, Any]:
    try:
        found = bring_in(workspace, child, path, choice)
    except StudioError as error:
        say(f"{path.name}: {error.message} {error.hint}")
        return {"file": path.name, "error": error.as_dict()}
    say(f"{path.name}: {found.imported} of {found.read} rows imported")
    return {
        "file": path.name,
        "wave": found.wave,
        "read": found.read,
        "imported": found.imported,
        "skipped": len(found.skipped),
        "left_out": [item["label"] for item in found.left_out],
    }


def _first_survey(workspace: Workspace, waves: Sequence[str]) -> str:
    """Return the wave to look for groups in: the first of a survey, else the first of all."""
    table = workspace.snapshot.table(Wave)
    surveys = [w for w in waves if workspace.snapshot.source_of(w).kind == "survey" and w in table]
    return (surveys or list(waves))[0]


def _note(workspace: Workspace, script: Script) -> None:
    """Note what people decided: names of the drafts, and lines nothing stands behind yet."""
    drafts = workspace.snapshot.personas
    with workspace.edit("Notes of the workshop") as write:
        for line in script.named:
            if line["persona"] < len(drafts):
                name, tagline = line["name"], line.get("tagline", "")
                personas.change(write, drafts[line["persona"]].id, name=name, tagline=tagline)
        for line in script.said:
            place = line.get("persona")
            if place is None or place < len(drafts):
                _assume(write, None if place is None else drafts[place].id, line)


def _assume(write: "Writer", persona: str | None, line: Mapping[str, Any]) -> None:
    claim = claims.add(write, persona, line["section"], line["text"])
    test_by = line.get("test_by")
    evidence.assume(
        write,
        claim,
        line.get("who", ""),
        line.get("how_to_test", ""),
        date.fromisoformat(test_by) if test_by else None,
    )


def _choice(item: Mapping[str, Any]) -> Choice:
    when = item.get("collected_on")
    return Choice(
        item.get("source", ""),
        item.get("kind", "survey"),
        item.get("sampling", ""),
        date.fromisoformat(when) if when else None,
    )
