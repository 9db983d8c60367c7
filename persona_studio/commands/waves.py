# SPDX-License-Identifier: MIT
"""Commands on waves: how a file fits a source, what a removal would break, and removing."""

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from persona_studio.commands.opened import opened, source_meant, wave_named
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Source
from persona_studio.core.snapshot import Snapshot
from persona_studio.research.handed import Handed
from persona_studio.research.plan import Plan, from_json
from persona_studio.workspace.bringing import inspect_one, reader
from persona_studio.workspace.next_wave import (
    WAYS,
    Proposal,
    Settled,
    asked_in,
    known_questions,
    like_last_time,
    propose,
    recognise_file,
)
from persona_studio.workspace.workspace import Workspace


def match(line: Namespace) -> tuple[Any, int]:
    """Say how the columns of a file fit what a source asked before; writes nothing."""
    with opened(line.project, to_read=True) as workspace, reader() as child:
        plan = _plan(child, line.file)
        source = _source(workspace.snapshot, plan, line.source)
        if source is None:
            return {"source": None, "columns": [], "gone": []}, 1
        plan = like_last_time(workspace.snapshot, plan, source)
        proposal = propose(workspace.snapshot, source, asked_in(plan))
        return _as_json(workspace.snapshot, proposal), 0


def settled(line: Namespace, workspace: Workspace, child: Child, where: Handed) -> Settled:
    """Return what the line of an import says about the next wave."""
    if line.way not in WAYS:
        raise StudioError(
            f"“{line.way}” is no way to import.", f"One of: {', '.join(WAYS)}.", kind="usage"
        )
    replaced = wave_named(workspace.snapshot, line.replaces).id if line.replaces else ""
    way = "replace" if line.replaces else line.way
    if not line.pair:
        return Settled(way, replaced)
    plan = _plan(child, where)
    source = _source(workspace.snapshot, plan, line.source)
    if source is None:
        raise StudioError(
            "There is no source whose questions could be paired.", "Name it by --source."
        )
    plan = like_last_time(workspace.snapshot, plan, source)
    return Settled(way, replaced, _pairs(workspace.snapshot, plan, source, line.pair))


def remove(line: Namespace) -> tuple[Any, int]:
    """List what rests on a wave or a source; with --yes take it away (undo brings it back)."""
    from persona_studio.storage import waves
    from persona_studio.workspace import stakes

    with opened(line.project, to_read=not line.yes) as workspace:
        snapshot = workspace.snapshot
        if line.source:
            source = source_meant(snapshot, line.source)
            if source is None:
                raise _no_source(snapshot, line.source)
            found = stakes.of_source(snapshot, source)
            label = f"Remove {snapshot.table(Source)[source].name}"
        else:
            wave = wave_named(snapshot, line.wave)
            found = stakes.of_waves(snapshot, {wave.id})
            label = "Remove wave"
        if line.yes:
            with workspace.edit(label) as write:
                if line.source:
                    waves.remove_source(write, source or "")
                else:
                    waves.remove(write, wave.id)
    return {**found.as_json(), "removed": line.yes}, 0 if line.yes or not found.lines else 1


def _plan(child: Child, where: Handed) -> Plan:
    item = inspect_one(child, where)
    if item.get("error"):
        error = item["error"]
        raise StudioError(error["message"], error["hint"], kind=error["kind"])
    return from_json(item)


def _source(snapshot: Snapshot, plan: Plan, named: str) -> str | None:
    if not named:
        return recognise_file(snapshot, plan)
    source = source_meant(snapshot, named)
    if source is None:
        raise _no_source(snapshot, named)
    return source


def _no_source(snapshot: Snapshot, named: str) -> StudioError:
    names = ", ".join(source.name for source in snapshot.table(Source).values())
    return StudioError(
        f"There is no source “{named}” in this project.",
        f"Known sources: {names or 'none yet'}.",
        kind="unknown_source",
    )


def _pairs(snapshot: Snapshot, plan: Plan, source: str, told: Sequence[str]) -> dict[int, str]:
    """Return column -> variable of `COLUMN=QUESTION` (either by label; an empty one is none)."""
    known, asked = known_questions(snapshot, source), asked_in(plan)
    pairs = {}
    for text in told:
        left, mark, right = text.partition("=")
        columns = [int(each.key) for each in asked if left.strip() in (each.key, each.label)]
        right = right.strip()
        found = [q.key for q in known if right in (q.key, q.label, q.text)]
        if not mark or len(columns) != 1 or (right and len(found) != 1):
            raise StudioError(
                f"“{text}” pairs no column with a question.",
                "Write COLUMN=QUESTION, the column's number or heading and the question's label.",
                kind="usage",
            )
        pairs[columns[0]] = found[0] if right else ""
    return pairs


def _as_json(snapshot: Snapshot, proposal: Proposal) -> dict[str, Any]:
    known = proposal.known_by_key
    offers = proposal.fit.offers or {}
    columns = []
    for asked in proposal.new:
        pair = proposal.fit.of.get(asked.key)
        drifted = proposal.drifts.get(asked.key)
        columns.append(
            {
                "column": int(asked.key),
                "label": asked.label,
                "kind": pair.kind if pair else "new",
                "question": known[pair.variable].label if pair else None,
                "variable": pair.variable if pair else None,
                "asked_the_same": pair.same if pair else None,
                "why": pair.doubt if pair else "",
                "suggested": known[offers[asked.key]].label if asked.key in offers else None,
                "spellings": dict(drifted.merged) if drifted else {},
                "maybe": dict(drifted.likely) if drifted else {},
            }
        )
    return {
        "source": proposal.source,
        "name": snapshot.table(Source)[proposal.source].name,
        "exact": proposal.exact,
        "columns": columns,
        "gone": [known[variable].label for variable in proposal.fit.gone],
    }
