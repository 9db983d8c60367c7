# SPDX-License-Identifier: MIT
"""Commands that check: review, validate, check."""

from argparse import Namespace
from typing import Any

from persona_studio.commands.opened import opened, wave_named
from persona_studio.core.codec import to_json
from persona_studio.core.research import Wave
from persona_studio.core.reviewing import Finding


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
    """Check every claim on a new wave; exit code 1 when something changed."""
    from persona_studio.workspace.validating import validate as run

    with opened(line.project, to_read=True) as workspace:
        answer = run(workspace, wave_named(workspace.snapshot, line.wave).id)
    return answer, int(any(c["answer"] == "changed" for c in answer["claims"]))


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
