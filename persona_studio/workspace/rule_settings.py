# SPDX-License-Identifier: MIT
"""The review's rules as a project has set them: read, and changed as one undoable step each.

Kept in the settings `review.limits` (by rule: on, severity, numbers), `review.pace` (slow, normal,
fast: doubles, keeps or halves every age) and `review.strict` (verdicts must be surer).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from persona_studio.core.errors import StudioError
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.ages import PACES
from persona_studio.review.rule import SEVERITIES, Rule, chosen_limits
from persona_studio.review.rules import FAMILIES, RULES, family_of
from persona_studio.storage import settings

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

LIMITS, PACE, STRICT = "review.limits", "review.pace", "review.strict"


@dataclass(frozen=True)
class InForce:
    """One rule as it stands: `severity` None means as the rule itself judges each finding."""

    rule: Rule
    on: bool
    severity: str | None
    limits: Mapping[str, float]
    changed: bool

    @property
    def family(self) -> str:
        """The family the rule belongs to, in words."""
        return FAMILIES[family_of(self.rule.id)]


def in_force(snapshot: Snapshot) -> list[InForce]:
    """Return every rule with what the project has chosen for it, in the order of the method."""
    chosen = chosen_limits(snapshot.settings.get(LIMITS))
    found = []
    for rule in RULES:
        mine = chosen.get(rule.id, {})
        limits = {name: float(mine.get(name, value)) for name, value in rule.limits.items()}
        found.append(
            InForce(rule, bool(mine.get("on", True)), mine.get("severity"), limits, bool(mine))
        )
    return found


def pace(snapshot: Snapshot) -> str:
    """Return how fast the project's world changes: slow, normal or fast."""
    found = str(snapshot.settings.get(PACE) or "normal")
    return found if found in PACES else "normal"


def strict(snapshot: Snapshot) -> bool:
    """Tell whether verdicts must be surer than usual."""
    return bool(snapshot.settings.get(STRICT))


def switch(workspace: "Workspace", rule: str, *, on: bool) -> None:
    """Switch a rule on or off."""
    _choose(workspace, rule, f"Switch {'on' if on else 'off'} {_rule(rule).name}", on=on)


def set_severity(workspace: "Workspace", rule: str, severity: str | None) -> None:
    """Let all findings of a rule weigh B, W or N; None lets the rule judge each again."""
    if severity is not None and severity not in SEVERITIES:
        raise _refused("A finding is a blocker, a warning or a note.", "Choose one of the three.")
    _choose(workspace, rule, f"Weigh {_rule(rule).name}", severity=severity)


def set_limit(workspace: "Workspace", rule: str, name: str, value: float | None) -> None:
    """Change one number of a rule; None takes it back to the studio's own."""
    if name not in _rule(rule).limits:
        raise _refused(f"{_rule(rule).name} has no number “{name}”.", "Choose one it has.")
    if value is not None and (not isfinite(value) or value < 0):
        raise _refused("A limit is a number from 0 upwards.", "Type such a number.")
    _choose(workspace, rule, f"Change {_rule(rule).name}", **{name: value})


def set_pace(workspace: "Workspace", chosen: str) -> None:
    """Say how fast the project's world changes."""
    if chosen not in PACES:
        raise _refused("The pace is slow, normal or fast.", "Choose one of the three.")
    with workspace.edit("Change the pace of review") as write:
        settings.put(write, PACE, None if chosen == "normal" else chosen)


def set_strict(workspace: "Workspace", *, on: bool) -> None:
    """Ask verdicts to be surer, or as sure as usual."""
    with workspace.edit("Change how sure verdicts are") as write:
        settings.put(write, STRICT, True if on else None)


def reset(workspace: "Workspace", rule: str | None = None) -> None:
    """Take one rule, or all of them with pace and strictness, back to the studio's own."""
    if rule is not None:
        limits = _stored(workspace.snapshot)
        limits.pop(rule, None)
        with workspace.edit(f"Reset {_rule(rule).name}") as write:
            settings.put(write, LIMITS, limits or None)
        return
    with workspace.edit("Reset the rules of review") as write:
        for name in (LIMITS, PACE, STRICT):
            settings.put(write, name, None)


def _choose(workspace: "Workspace", rule: str, step: str, **values: Any) -> None:
    """Keep what differs from the studio's own, as one step; nothing happens without a change."""
    own: dict[str, Any] = {"on": True, "severity": None, **_rule(rule).limits}
    limits = _stored(workspace.snapshot)
    mine = {**limits.get(rule, {}), **values}
    mine = {name: each for name, each in mine.items() if each is not None and each != own.get(name)}
    limits = {**limits, rule: mine} if mine else {k: v for k, v in limits.items() if k != rule}
    if limits != _stored(workspace.snapshot):
        with workspace.edit(step) as write:
            settings.put(write, LIMITS, limits or None)


def _stored(snapshot: Snapshot) -> dict[str, dict[str, Any]]:
    return {key: dict(mine) for key, mine in chosen_limits(snapshot.settings.get(LIMITS)).items()}


def _rule(key: str) -> Rule:
    found = next((rule for rule in RULES if rule.id == key), None)
    if found is None:
        raise _refused(f"There is no rule “{key}”.", f"Rules are {RULES[0].id} to {RULES[-1].id}.")
    return found


def _refused(message: str, hint: str) -> StudioError:
    return StudioError(message, hint, kind="bad_setting")
