# SPDX-License-Identifier: MIT
"""Commands that check: review, validate, event, check."""

from argparse import Namespace
from typing import Any

from persona_studio.commands.opened import opened, wave_named
from persona_studio.core import clock
from persona_studio.core.codec import to_json
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Wave
from persona_studio.core.reviewing import ChangeEvent, Finding
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace.workspace import Workspace


def review(line: Namespace) -> tuple[Any, int]:
    """List the findings, most useful first; exit code 1 when one is open."""
    with opened(line.project, to_read=True) as workspace:
        findings = workspace.findings()
    return [finding_as_json(f) for f in findings], int(any(not f.waived for f in findings))


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as `review --json` prints it."""
    data: dict[str, Any] = to_json(finding)
    data["fixes"] = [{"id": fix.id, "label": fix.label} for fix in finding.fixes]
    waived = finding.waived
    data["waived"] = waived and {"reason": waived.reason, "until": to_json(waived.until)}
    return data


def validate(line: Namespace) -> tuple[Any, int]:
    """Check every claim on a new wave; exit code 1 when something changed.

    With --adopt the claims named (or `holds`: all that still hold) rest on the new wave; the
    answer is as it was before that, with `adopted`, their number.
    """
    from persona_studio.workspace.validating import validate as run

    with opened(line.project, to_read=not line.adopt) as workspace:
        wave = wave_named(workspace.snapshot, line.wave).id
        answer = run(workspace, wave)
        if line.adopt:
            answer["adopted"] = _adopt(workspace, wave, line.adopt)
    return answer, int(any(c["answer"] == "changed" for c in answer["claims"]))


def _adopt(workspace: Workspace, wave: str, wanted: str) -> int:
    from persona_studio.evidence.waves import compared
    from persona_studio.workspace.rechecking import adopt, recheck

    found = recheck(workspace, compared(workspace.snapshot, wave))
    held = [each.claim.id for each in found.by_answer.get("holds", ())]
    return adopt(workspace, found, held if wanted == "holds" else wanted.split(","))


def event(line: Namespace) -> tuple[Any, int]:
    """Note what changed outside, so that the claims it touches are up for review."""
    from persona_studio.storage import events

    with opened(line.project) as workspace:
        touches = tuple(_touched(key, workspace.snapshot) for key in line.touches)
        noted = ChangeEvent("", line.on or clock.today(), line.kind, line.text, touches)
        with workspace.edit("Note an event") as write:
            key = events.note(write, noted)
        found = [f for f in workspace.findings() if f.rule == "ST06"]
        answer = {"event": key, "findings": [finding_as_json(each) for each in found], "note": ""}
        if not found:
            answer["note"] = (
                "Nothing is up for review by it: every persona it touches was made or signed off "
                "on that day or later."
            )
        return answer, 0


def _touched(key: str, snapshot: Snapshot) -> str:
    """Return the id of a section, persona or claim named by its id, or by its name."""
    sections = {section.id: section.title for section in snapshot.sections}
    if key in sections or key in snapshot.table(Persona) or key in snapshot.table(Claim):
        return key
    named = [persona.id for persona in snapshot.personas if persona.name == key]
    named = named or [section for section, title in sections.items() if title == key]
    if len(named) != 1:
        raise StudioError(
            f"Nothing is called “{key}” here.",
            f"Name a persona, a claim's id, or a section: {', '.join(sections)}.",
            kind="usage",
        )
    return named[0]


def check(line: Namespace) -> tuple[Any, int]:
    """Tell whether a file is sound: its pages, and all it says against its rows."""
    from persona_studio.workspace.soundness import problems

    with opened(line.project, to_read=True) as workspace:
        found = problems(workspace)
        waves = workspace.snapshot.table(Wave).values()
        rows = sum(wave.n for wave in waves if wave.derived_from is None)
    wrong = [problem["id"] for problem in found if problem["kind"] == "figure"]
    answer = {"sound": not found, "respondents": rows, "wrong_counts": wrong, "problems": found}
    return answer, int(bool(found))
