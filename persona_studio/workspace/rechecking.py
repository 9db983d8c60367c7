# SPDX-License-Identifier: MIT
"""Re-checking personas on a new wave: what it says, and what people decide about each claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeAlias

from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.reviewing import Finding, Waiver
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.adoption import adoption, measures_of
from persona_studio.evidence.spoken import lead_and_line
from persona_studio.evidence.waves import Comparison
from persona_studio.workspace import fixing, splitting
from persona_studio.workspace.fixes import ACTIONS
from persona_studio.workspace.workspace import Workspace

DRIFT = "ST04"
"""The rule whose finding is kept when a changed claim stays as it is."""

State: TypeAlias = Literal["open", "adopted", "kept"]


@dataclass(frozen=True)
class Line:
    """One claim of a re-check: what was found (contracts: `validate`), and what became of it.

    `state` adopted: it rests on the new wave already; kept: with a `reason` until a day.
    `parted` are the claim's words for the eye, question and answer.
    """

    told: Mapping[str, Any]
    claim: Claim
    persona: Persona
    state: State = "open"
    waiver: Waiver | None = None
    section: str = ""
    parted: tuple[str, str] = ("", "")

    @property
    def answer(self) -> str:
        """One of changed, maybe, cannot_tell, holds, untested."""
        return str(self.told["answer"])

    @property
    def adoptable(self) -> bool:
        """Whether the claim could rest on the new wave and does not yet."""
        after = self.told["after"]
        return self.state != "adopted" and after is not None and after["n"] > 0


@dataclass(frozen=True)
class Recheck:
    """A whole re-check: the comparison, the JSON of `validate`, and its claims, worst first."""

    comparison: Comparison
    told: Mapping[str, Any]
    lines: tuple[Line, ...]

    @cached_property
    def by_answer(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines of each answer, in order."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.answer, []).append(line)
        return {answer: tuple(lines) for answer, lines in found.items()}


def recheck(workspace: Workspace, comparison: Comparison) -> Recheck:
    """Return what a wave says about every claim, and what was decided about it so far."""
    from persona_studio.workspace.validating import validate

    told = validate(workspace, comparison.wave.id)
    waived = {finding.target.id: finding.waived for finding in _drifts(workspace) if finding.waived}
    snapshot = workspace.snapshot
    lines = tuple(_line(each, comparison, waived, snapshot) for each in told["claims"])
    return Recheck(comparison, told, lines)


def _line(
    told: Mapping[str, Any],
    comparison: Comparison,
    waived: Mapping[str, Waiver],
    snapshot: Snapshot,
) -> Line:
    claim = snapshot.table(Claim)[told["claim"]]
    persona = snapshot.table(Persona)[told["persona"]]
    section = snapshot.section(claim.section).title
    seen: dict[str, Any] = {"section": section, "parted": lead_and_line(claim, snapshot)}
    mine = measures_of(claim.id, comparison.source.id, snapshot)
    if mine and all(item.wave == comparison.wave.id for item in mine):
        return Line(told, claim, persona, "adopted", **seen)
    waiver = waived.get(claim.id)
    return Line(told, claim, persona, "kept" if waiver else "open", waiver, **seen)


def adopt(workspace: Workspace, found: Recheck, claims: Iterable[str]) -> int:
    """Rest claims on the new wave, all in one step; return how many could be."""
    wanted = set(claims)
    lines = [line for line in found.lines if line.claim.id in wanted and line.adoptable]
    if not lines:
        return 0
    label = "Take the new value" if len(lines) == 1 else f"Take {len(lines)} new values"
    with workspace.edit(label) as write:
        for line in lines:
            values = _adoption(line, found.comparison, workspace.snapshot)
            ACTIONS["adopt"].write(write, values)
    return len(lines)


def _adoption(line: Line, comparison: Comparison, snapshot: Snapshot) -> dict[str, Any]:
    item = snapshot.table(Evidence)[line.told["evidence"]]
    after = line.told["after"]
    counts = (after["k"], after["n"])
    return adoption(line.claim, item, comparison.wave.id, counts, snapshot)


def can_keep(workspace: Workspace, claim: str) -> bool:
    """Tell whether review asks for a decision on a claim that has changed."""
    return _finding(workspace, claim) is not None


def keep(workspace: Workspace, claim: str, reason: str, until: date | None) -> None:
    """Keep a changed claim as it is, with a reason, until a day."""
    finding = _finding(workspace, claim)
    if finding is None:
        raise StudioError(
            "Review asks nothing about this claim now.",
            "It may rest on the new answers already.",
            kind="nothing_to_keep",
        )
    fixing.waive(workspace, finding, reason, until)


def can_split(workspace: Workspace, line: Line) -> bool:
    """Tell whether a claim that may have changed can part its persona into two."""
    item = str(line.told["evidence"] or "")
    return line.answer in ("changed", "maybe") and splitting.can_split(workspace, item)


def split(workspace: Workspace, line: Line) -> str:
    """Make two personas of one: those of whom a claim is true, and the others."""
    return splitting.split_persona(workspace, str(line.told["evidence"]))


def _finding(workspace: Workspace, claim: str) -> Finding | None:
    return next((each for each in _drifts(workspace) if each.target.id == claim), None)


def _drifts(workspace: Workspace) -> list[Finding]:
    return [finding for finding in workspace.findings() if finding.rule == DRIFT]
