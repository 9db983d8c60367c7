# SPDX-License-Identifier: MIT
"""What the evidence says about claims, personas and the set; kept until an edit touches it."""

from typing import TYPE_CHECKING

from persona_studio.core import clock
from persona_studio.core.change import Change
from persona_studio.core.reviewing import Finding

if TYPE_CHECKING:
    from persona_studio.evidence.assess import Assessment
    from persona_studio.workspace.workspace import Workspace


class Judging:
    """Assessments and findings of a workspace, computed when asked for and remembered."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._assessed: dict[str, Assessment] = {}
        self._findings: list[Finding] | None = None

    def forget(self, change: Change) -> None:
        """Drop what a change may have made untrue."""
        self._findings = None
        if change.touches("source", "wave", "question", "quote", "theme", "segment", "setting"):
            self._assessed.clear()
        for claim in change.ids("claim"):
            self._assessed.pop(claim, None)
        touched = change.ids("evidence")
        if touched:
            self._assessed.clear()

    def assess(self, claim: str) -> "Assessment":
        """Return what the evidence says about one claim."""
        if claim not in self._assessed:
            from persona_studio.core.persona import Claim
            from persona_studio.evidence.assess import assess

            snapshot = self._workspace.snapshot
            found = snapshot.table(Claim)[claim]
            self._assessed[claim] = assess(found, snapshot, clock.today())
        return self._assessed[claim]

    def findings(self) -> list[Finding]:
        """Return what review finds today, most useful first, waived ones marked."""
        if self._findings is None:
            from persona_studio.review.engine import check

            self._findings = list(check(self._workspace.snapshot, clock.today()))
        return self._findings
