# SPDX-License-Identifier: MIT
"""Paper for the tables: ballots for a vote, and the cards of real people to be sorted.

Each ballot and each card stays on one page, so that the sheets can be cut.
"""

from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.workshop import Exercise, WorkshopSession
from persona_studio.publish.paragraphs import Block, Flow, Para
from persona_studio.workspace import dealing

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace


def ballots(session: WorkshopSession, exercise: Exercise, people: int) -> Flow:
    """Return a numbered ballot for each person; nobody writes a name on it."""
    if not people or not exercise.options:
        raise StudioError(
            "There is nobody to print a ballot for.", "Say who takes part first.", kind="nothing"
        )
    dots = "1 dot" if exercise.dots == 1 else f"{exercise.dots} dots; several may go to one line"
    how = f"You have {dots}. Mark them beside the number."
    options = [Para(o.text, "row", f"{n}") for n, o in enumerate(exercise.options, start=1)]
    blocks: list[Block] = [
        (Para(f"Ballot {number}", "heading"), Para(exercise.title, "sub"), Para(how), *options)
        for number in range(1, people + 1)
    ]
    return Flow(f"Ballots: {exercise.title}", session.name, tuple(blocks))


def cards(workspace: "Workspace", session: WorkshopSession, exercise: Exercise) -> Flow:
    """Return the dealt people as cards in the order they were dealt; answers alone."""
    blocks: list[Block] = []
    for number, row in enumerate(exercise.rows, start=1):
        lines = [Para(f"Card {number}", "heading")]
        for label, answer in dealing.card(workspace, exercise.wave, row):
            lines += [Para(label, "quiet"), Para(answer)]
        if len(lines) > 1:
            blocks.append(tuple(lines))
    if not blocks:
        raise StudioError(
            "These people are not in the project any more.", "Deal new cards.", kind="nothing"
        )
    return Flow(f"Cards: {exercise.title or session.name}", session.name, tuple(blocks))
