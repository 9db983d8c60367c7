# SPDX-License-Identifier: MIT
"""Commands on raw research: inspect, import, groups, draft."""

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from persona_studio.commands.opened import (
    grouping_named,
    json_of,
    opened,
    progress,
    source_meant,
    wave_named,
)
from persona_studio.commands.waves import settled
from persona_studio.core import words
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.research.handed import Handed, told
from persona_studio.research.note_files import gathered
from persona_studio.workspace.bringing import bring_in, find_groups, inspect_one, reader
from persona_studio.workspace.importing import Choice, Imported
from persona_studio.workspace.rolling import People
from persona_studio.workspace.workspace import Workspace


def inspect(line: Namespace) -> tuple[Any, int]:
    """Say how files would be read; writes nothing and succeeds even on a broken file."""
    with reader() as child:
        return [inspect_one(child, path) for path in line.files], 0


def import_files(line: Namespace) -> tuple[Any, int]:
    """Import files into a project, each as a new wave; notes given together are one wave.

    One file answers with what came of it, several with a list in which a file that could not be
    imported carries its error; the others are imported all the same.
    """
    _check_words(line.kind, words.SOURCE_KINDS, "kind")
    _check_words(line.sampling, words.SAMPLINGS, "way of finding people")
    plan = json_of(line.plan) if line.plan else None
    these = gathered(line.files)
    if plan is not None and len(these) > 1:
        raise StudioError("A plan is for one file.", "Import the files one by one.", kind="usage")
    if line.pair and len(these) > 1:
        raise StudioError("Pairs are for one file.", "Import the files one by one.", kind="usage")
    with opened(line.project) as workspace, reader() as child:
        told_of = settled(line, workspace, child, these[0])
        source = source_meant(workspace.snapshot, line.source) or line.source
        choice = Choice(source, line.kind, line.sampling, line.collected, told_of)
        if len(these) == 1:
            imported = bring_in(workspace, child, these[0], choice, plan, roll_up=line.roll_up)
            return imported_as_json(workspace, imported), 0
        items = [_import_one(workspace, child, where, choice, line) for where in these]
    return items, 2 if any("error" in item for item in items) else 0


def _import_one(
    workspace: Workspace, child: Child, where: Handed, choice: Choice, line: Namespace
) -> dict[str, Any]:
    progress(f"Importing {where.name} ...")
    try:
        imported = bring_in(workspace, child, where, choice, roll_up=line.roll_up)
    except StudioError as error:
        return {"file": told(where), "error": error.as_dict()}
    return {"file": told(where), **imported_as_json(workspace, imported)}


def imported_as_json(workspace: Workspace, imported: Imported) -> dict[str, Any]:
    """Return what `import --json` prints."""
    return {
        "project": workspace.snapshot.project.id,
        "source": imported.source,
        "wave": imported.wave,
        "read": imported.read,
        "imported": imported.imported,
        "skipped": list(imported.skipped),
        "left_out": list(imported.left_out),
        "masked": imported.masked,
        "questions": [
            {"id": q.id, "column": q.column, "label": q.label, "role": q.role}
            for q in imported.questions
        ],
        "matched": imported.matched.as_json(),
        "people": _people(workspace, imported.wave),
        "same_file": imported.twin or None,
        "replaced": imported.replaced or None,
        "lost": imported.lost,
        "put_together": list(imported.put_together),
        "rolled_up": _rolled_up(imported),
    }


def _rolled_up(imported: Imported) -> dict[str, Any] | None:
    """Return what the rows were rolled up into, null where they were not."""
    return _customers(imported.people) if imported.people is not None else None


def _customers(people: People) -> dict[str, Any]:
    questions = [{"id": q.id, "label": q.label, "role": q.role} for q in people.questions]
    return {"wave": people.wave.id, **people.report, "questions": questions}


def roll_up(line: Namespace) -> tuple[Any, int]:
    """Make one row a customer of orders that were imported as rows."""
    from persona_studio.workspace import customers

    with opened(line.project) as workspace:
        wave = wave_named(workspace.snapshot, line.wave)
        progress("Making customers ...")
        people = customers.roll_up(workspace, wave.id)
    return {"source": wave.source, "of": wave.id, **_customers(people)}, 0


def _people(workspace: Workspace, wave: str) -> dict[str, Any] | None:
    """Return who of a later wave was there before, null for a first wave."""
    from persona_studio.workspace.people import returning

    found = returning(workspace, wave)
    return asdict(found) if found else None


def groups(line: Namespace) -> tuple[Any, int]:
    """Find groups in a wave, store them, and say how sure the studio is."""
    from persona_studio.workspace import grouping

    with opened(line.project) as workspace:
        wave = wave_named(workspace.snapshot, line.wave)
        wanted = [part.strip() for part in line.questions.split(",") if part.strip()]
        request = grouping.request(workspace, wave.id, wanted, k=line.k, seed=line.seed)
        progress("Looking for groups ...")
        segmentation = find_groups(workspace, request)
        answer = grouping.as_json(workspace, segmentation, assignments=line.assignments)
    return answer, int(not answer["groups"])


def draft(line: Namespace) -> tuple[Any, int]:
    """Make draft personas with measured claims of the groups of a segmentation that have none."""
    from persona_studio.workspace import drafting

    with opened(line.project) as workspace:
        found = grouping_named(workspace.snapshot, line.segmentation)
        if found.verdict != "clear" and found.sentence:
            progress(found.sentence)
        there = drafting.standing(workspace.snapshot, found.id)
        made = drafting.draft(workspace, found.id, again=line.again)
        snapshot = workspace.snapshot
        personas = [p for p in snapshot.personas if p.id in made]
        answer = {
            "segmentation": found.id,
            "verdict": found.verdict,
            "sentence": found.sentence,
            "personas": [_drafted(snapshot, persona) for persona in personas],
            "standing": [_drafted(snapshot, persona) for persona in there],
        }
    if not made:
        progress("Personas stand for all these groups; --again makes new ones beside them.")
    return answer, int(not made)


def _drafted(snapshot: Snapshot, persona: Persona) -> dict[str, Any]:
    claims = len(snapshot.claims_of(persona.id))
    return {"id": persona.id, "name": persona.name, "segment": persona.segment, "claims": claims}


def _check_words(word: str, known: tuple[str, ...], what: str) -> None:
    if word and word not in known:
        offered = ", ".join(w for w in known if w)
        raise StudioError(f"“{word}” is no {what}.", f"One of: {offered}.", kind="usage")
