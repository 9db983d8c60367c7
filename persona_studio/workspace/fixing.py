# SPDX-License-Identifier: MIT
"""Carries out what a finding offers, or accepts the finding with a reason; one edit each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.reviewing import Finding, Fix, Waiver
from persona_studio.workspace import signing
from persona_studio.workspace.fixes import ACTIONS

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

INTERVIEWS_WITHIN = timedelta(days=60)
"""How long planned interviews keep their finding from being open."""


def wants(fix: Fix) -> str:
    """Return the name of what the user must give before a fix can act, "" where nothing is."""
    asked = str(fix.values.get("ask", ""))
    return asked if asked and not str(fix.values.get(asked) or "").strip() else ""


def answered(fix: Fix, answer: str) -> Fix:
    """Return a fix with what the user has given for it."""
    asked = str(fix.values.get("ask", ""))
    return replace(fix, values={**fix.values, asked: " ".join(answer.split())})


def apply(workspace: "Workspace", finding: Finding, fix: Fix) -> None:
    """Carry out one fix of a finding as one undo step; the finding is gone afterwards.

    A fix that `wants` something says so by StudioError; `answered` puts it in.
    """
    if wants(fix):
        raise StudioError(*_ASKING[wants(fix)], kind=f"no_{wants(fix)}")
    if fix.id == "start_review":
        signing.sign(workspace, fix.values["persona"], fix.values.get("name", ""))
    elif fix.id == "draft_rest":
        from persona_studio.workspace.drafting import draft_rest

        draft_rest(workspace, fix.values["wave"])
    elif fix.id == "split_persona":
        from persona_studio.workspace.splitting import split_persona

        split_persona(workspace, fix.values["evidence"])
    elif fix.id == "fewer_groups":
        from persona_studio.workspace.regrouping import fewer_groups

        fewer_groups(workspace, fix.values["segmentation"], fix.values["k"])
    elif fix.id == "plan_interviews":
        many = fix.values["people"]
        until = clock.today() + INTERVIEWS_WITHIN
        waive(workspace, finding, f"{many} interviews planned by {until:%d.%m.%Y}", until)
    elif fix.id in ACTIONS:
        action = ACTIONS[fix.id]
        with workspace.edit(action.step) as write:
            action.write(write, fix.values)
    else:
        raise StudioError("This fix is not known here.", "Update the studio.", kind="unknown_fix")


_ASKING = {
    "name": ("A sign-off needs a name.", "Type who signs, then press again."),
    "owner": ("An owner needs a name.", "Type who keeps it true, then press again."),
    "collected_on": ("The day is missing.", "Write it like 2026-05-04, or 2026-05."),
    "consent": ("The note is empty.", "Write who agreed, when, and to what."),
    "new_name": ("A persona needs a name.", "Two words are enough."),
    "text": ("A claim needs words.", "Say one thing about this group, then press again."),
    "note": ("Evidence needs words.", "Write in a few words what was found, then press again."),
}
"""What is missing, and what to do about it, by what a fix asks for."""


LOOK_FIRST = frozenset({"publish_quote"})
"""Fixes that speak for other people: offered for several only where each of them can be seen."""


def together(findings: Sequence[Finding]) -> list[Fix]:
    """Return the fixes that can act on several findings of one rule in one step.

    Each has the id all share and a label for them all; what has to be asked first, or is no plain
    action, stays with the single finding.
    """
    found = []
    for fix in findings[0].fixes:
        same = [each for finding in findings for each in finding.fixes if each.id == fix.id]
        ready = fix.id in ACTIONS and not any(wants(each) for each in same)
        if ready and len(same) == len(findings):
            labels = {each.label for each in same}
            found.append(Fix(fix.id, labels.pop() if len(labels) == 1 else ACTIONS[fix.id].step))
    return found


def apply_all(workspace: "Workspace", findings: Sequence[Finding], fix: str) -> None:
    """Carry out the fix of that id for each of several findings, as one undo step."""
    action = ACTIONS[fix]
    with workspace.edit(f"{action.step} ({len(findings)})") as write:
        for finding in findings:
            for each in finding.fixes:
                if each.id == fix:
                    action.write(write, each.values)


def waive(
    workspace: "Workspace", finding: Finding, reason: str, until: date | None, who: str = ""
) -> str:
    """Accept a finding with a reason until a day; return the waiver's id."""
    return waive_all(workspace, (finding,), reason, until, who)[0]


def waive_all(
    workspace: "Workspace",
    findings: Sequence[Finding],
    reason: str,
    until: date | None,
    who: str = "",
) -> list[str]:
    """Accept findings with one reason until a day, as one step; return the waivers' ids."""
    words = " ".join(reason.split())
    if not words:
        raise StudioError(
            "A reason is needed to keep this.",
            "Write in a few words why it does not matter here.",
            kind="no_reason",
        )
    label = "Keep with a reason" if len(findings) == 1 else f"Keep {len(findings)} with a reason"
    with workspace.edit(label) as write:
        for finding in findings:
            for old in write.find(Waiver, rule=finding.rule, target=finding.target.id):
                write.remove(Waiver, old.id)
        return [write.add(_waiver(finding, words, until, who)) for finding in findings]


def _waiver(finding: Finding, reason: str, until: date | None, who: str) -> Waiver:
    target, numbers = finding.target, dict(finding.numbers)
    about = (finding.rule, target.kind, target.id)
    return Waiver(new_id(), *about, reason, who, clock.today(), until, numbers)


def reopen(workspace: "Workspace", findings: Sequence[Finding]) -> None:
    """Take the waivers of findings back, as one step, so that they are open again."""
    kept = [finding.waived.id for finding in findings if finding.waived is not None]
    label = "Open finding again" if len(kept) == 1 else f"Open {len(kept)} findings again"
    with workspace.edit(label) as write:
        for waiver in kept:
            write.remove(Waiver, waiver)
