# SPDX-License-Identifier: MIT
"""Commands on what people said: searching their words, and forgetting a person."""

from argparse import Namespace
from typing import Any

from persona_studio import paths
from persona_studio.commands.opened import opened
from persona_studio.core.persona import Claim
from persona_studio.core.research import Question
from persona_studio.storage import backup
from persona_studio.workspace import forgetting
from persona_studio.workspace.said import Said


def said(line: Namespace) -> tuple[Any, int]:
    """List the open answers that say all words asked for, with their marks."""
    with opened(line.project, to_read=True) as workspace:
        reading = Said(workspace)
        reading.read_all()
        snapshot = workspace.snapshot
        found = [
            {
                "wave": place.wave,
                "source": snapshot.source_of(place.wave).name,
                "question": snapshot.table(Question)[place.question].label,
                "row": place.row,
                "text": reading.text(place),
                "quotes": [
                    {
                        "id": mark.quote.id,
                        "text": mark.quote.text,
                        "consent": mark.quote.consent,
                        "start": mark.span[0] if mark.span else None,
                    }
                    for mark in reading.marks(place)
                ],
            }
            for place in reading.find(" ".join(line.words))
        ]
        reading.forget()
    return found, int(not found)


def forget(line: Namespace) -> tuple[Any, int]:
    """List every trace of a person; with --yes take them out for good, which nothing undoes."""
    with opened(line.project, to_read=not line.yes, backed_up=False) as workspace:
        found = forgetting.traces_of(workspace, line.respondent, paths.backups())
        claims = workspace.snapshot.table(Claim)
        answer = {
            "rows": [{"wave": wave, "row": row} for wave, row in found.rows],
            "quotes": len(found.quotes),
            "evidence": found.evidence,
            "lines_in_their_words": [claims[claim].text for claim in found.lines],
            "forgotten": line.yes,
        }
        if line.yes:
            forgetting.forget(workspace, found)
        holding = forgetting.holding(workspace, found.rows, paths.backups())
        if line.yes and line.backups_too:
            for copy in holding:
                backup.remove(copy)
            holding = ()
        answer["backups"] = [str(copy.path) for copy in holding]
    return answer, 0 if line.yes else 1
