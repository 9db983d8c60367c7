# SPDX-License-Identifier: MIT
"""Puts a drafted project into a real file, with real rows, so that fixes act on real data.

Only the rules that have a small example look at it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from persona_studio.core import clock
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.research import Membership, Project
from persona_studio.review.rules import RULES
from persona_studio.storage import rows, settings
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import TODAY, Draft
from tests.review.examples import EXAMPLES


@contextmanager
def opened(
    draft: Draft,
    folder: Path,
    cells: Mapping[str, Sequence[Sequence[str]]] | None = None,
    members: Mapping[str, tuple[str, Sequence[int]]] | None = None,
) -> Iterator[Workspace]:
    """Open a workspace holding the draft; `cells` are rows by wave (numbered from 2), `members`
    maps a segment to (segmentation, row numbers)."""
    with clock.fixed(TODAY):
        workspace = Workspace.create(folder / "test.persona", "Test")
        try:
            _fill(workspace, draft, cells or {}, members or {})
            yield workspace
        finally:
            workspace.close()


def _fill(
    workspace: Workspace,
    draft: Draft,
    cells: Mapping[str, Sequence[Sequence[str]]],
    members: Mapping[str, tuple[str, Sequence[int]]],
) -> None:
    raw = workspace.database.connection
    with workspace.database.transaction():
        for wave, lines in cells.items():
            rows.register(raw, "row", wave)
            numbered = enumerate(lines, start=2)
            rows.add_rows(raw, wave, [(n, f"{wave}:{n}", json.dumps(list(c))) for n, c in numbered])
        for segment, (segmentation, numbers) in members.items():
            rows.register(raw, "membership", segmentation)
            rows.add_memberships(raw, [Membership(segmentation, n, segment) for n in numbers])
    few = {rule.id: {"on": False} for rule in RULES if rule.id not in EXAMPLES}
    with workspace.edit("Fill") as write:
        settings.put(write, "review.limits", few)
        for name in JOURNALLED:
            for value in draft.values[name].values():
                if not isinstance(value, Project):
                    write.add(value)
