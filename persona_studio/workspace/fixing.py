# SPDX-License-Identifier: MIT
"""Carries out what a finding offers, or accepts the finding with a reason; one edit each."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from persona_studio.core import clock
from persona_studio.core.codec import from_json
from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Claim, Evidence, Measure, Persona
from persona_studio.core.reviewing import Finding, Fix, Waiver
from persona_studio.storage import claims, evidence, personas
from persona_studio.storage.writer import Writer
from persona_studio.workspace import signing

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

Values = Mapping[str, Any]


def apply(workspace: "Workspace", finding: Finding, fix: Fix) -> None:
    """Carry out one fix of a finding as one undo step; the finding is gone afterwards.

    `start_review` needs the name of who signs in its values; StudioError says so without it.
    """
    if fix.id == "start_review":
        signing.sign(workspace, fix.values["persona"], fix.values.get("name", ""))
        return
    if fix.id not in ACTIONS:
        raise StudioError("This fix is not known here.", "Update the studio.", kind="unknown_fix")
    with workspace.edit(_step(finding, fix)) as write:
        ACTIONS[fix.id](write, fix.values)


def waive(
    workspace: "Workspace", finding: Finding, reason: str, until: date | None, who: str = ""
) -> str:
    """Accept a finding with a reason until a day; return the waiver's id."""
    words = " ".join(reason.split())
    if not words:
        raise StudioError(
            "A reason is needed to keep this.",
            "Write in a few words why it does not matter here.",
            kind="no_reason",
        )
    target = finding.target
    with workspace.edit("Keep with a reason") as write:
        for old in write.find(Waiver, rule=finding.rule, target=target.id):
            write.remove(Waiver, old.id)
        return write.add(
            Waiver(
                new_id(),
                finding.rule,
                target.kind,
                target.id,
                words,
                who,
                clock.today(),
                until,
                dict(finding.numbers),
            )
        )


def unwaive(workspace: "Workspace", waiver: str) -> None:
    """Take a waiver back, so that its finding is open again."""
    with workspace.edit("Open finding again") as write:
        write.remove(Waiver, waiver)


def _link(write: Writer, values: Values) -> None:
    if "quote" in values:
        evidence.link_quote(write, values["claim"], values["quote"])
    else:
        measure = from_json(Measure, values["measure"], "measure")
        evidence.link_measure(write, values["claim"], values["wave"], measure)


def _assume(write: Writer, values: Values) -> None:
    evidence.assume(write, values["claim"])


def _delete(write: Writer, values: Values) -> None:
    claims.remove(write, [values["claim"]])


def _park(write: Writer, values: Values) -> None:
    claim = write.get(Claim, values["claim"])
    claims.move(write, [claim.id], None, claim.section)


def _use_data(write: Writer, values: Values) -> None:
    write.change(Claim, values["claim"], quantifier=values["quantifier"])


def _count_again(write: Writer, values: Values) -> None:
    write.change(Evidence, values["evidence"], wave=values["wave"])


def _demote(write: Writer, values: Values) -> None:
    for persona in values["personas"]:
        write.change(Persona, persona, role="secondary")


def _retire(write: Writer, values: Values) -> None:
    for persona in values["personas"]:
        personas.retire(write, persona)


ACTIONS: Mapping[str, Callable[[Writer, Values], None]] = {
    "link_evidence": _link,
    "mark_assumption": _assume,
    "delete_claim": _delete,
    "park_claim": _park,
    "use_data": _use_data,
    "count_again": _count_again,
    "demote_persona": _demote,
    "retire_persona": _retire,
}
"""What each fix does, by its id; the review rules name these ids."""


def _step(finding: Finding, fix: Fix) -> str:
    """Return the name of the undo step."""
    steps = {
        "link_evidence": "Link evidence",
        "mark_assumption": "Mark as assumption",
        "delete_claim": "Remove claim",
        "park_claim": "Park claim",
        "use_data": "Use the data",
        "count_again": "Count again",
        "demote_persona": "Make secondary",
        "retire_persona": "Put persona away",
    }
    return steps.get(fix.id, f"Fix {finding.rule}")
