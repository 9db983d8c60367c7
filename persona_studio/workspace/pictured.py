# SPDX-License-Identifier: MIT
"""The bars and scales that are printed beside claims, drawn from the answers of today."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from persona_studio.publish.drawn import Bar, Figure, Scale
from persona_studio.publish.sheet import Line, Sheet, each_line
from persona_studio.workspace.drawing import drawn_claim, way_of
from persona_studio.workspace.drawn import DrawnBar, DrawnScale

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace


_APART = 0.1  # of all people: nearer shares do not set a persona apart


def pictured(
    workspace: "Workspace", sheet: Sheet, persona: str, *, every: bool, bars: int = 0
) -> Sheet:
    """Return a sheet whose lines carry what is drawn of them on the board.

    `every` draws all that were measured, not only those the team chose: a scale where answers
    have an order, else a bar. Where the team chose none, `bars` draws so many: those that set the
    persona most apart from everyone.
    """
    figures = dict(_figures(workspace, persona, every=every))
    if not figures and bars:
        lines = {line.text for part in sheet.parts for line in part.lines}
        figures = dict(_most_apart(workspace, persona, lines)[:bars])
    return each_line(sheet, lambda line: replace(line, figure=figures.get(line.text)))


def captioned(sheet: Sheet) -> Sheet:
    """Return a sheet whose bars say under them where everyone stands."""
    return each_line(sheet, _captioned)


def _captioned(line: Line) -> Line:
    figure = line.figure
    if not isinstance(figure, Bar) or not figure.everyone:
        return line
    share = figure.everyone[0] / max(1, figure.everyone[1]) * 100
    return replace(line, proof=f"{line.proof} · everyone {share:.0f} %")


def _figures(workspace: "Workspace", persona: str, *, every: bool) -> Iterator[tuple[str, Figure]]:
    for claim in workspace.snapshot.claims_of(persona):
        chosen = claim.shown in ("bar", "scale")
        way = way_of(workspace.snapshot, claim) if every and not chosen else claim.shown
        found = drawn_claim(workspace, replace(claim, shown=way))
        if isinstance(found, DrawnScale):
            yield claim.text, _scale(found)
        elif found is not None and found.n:
            everyone = (found.k_all, found.n_all) if found.grouped and found.n_all else None
            yield claim.text, Bar((found.k, found.n), everyone)


def _most_apart(
    workspace: "Workspace", persona: str, lines: Collection[str]
) -> list[tuple[str, Figure]]:
    """Return the shares of lines that differ from everyone's, the farthest apart first."""
    found: list[tuple[float, str, Figure]] = []
    for claim in workspace.snapshot.claims_of(persona):
        if claim.shown != "auto" or claim.text not in lines:
            continue
        share = drawn_claim(workspace, replace(claim, shown="bar"))
        if isinstance(share, DrawnBar) and share.grouped and share.n and share.n_all:
            apart = abs(share.k / share.n - share.k_all / share.n_all)
            figure = Bar((share.k, share.n), (share.k_all, share.n_all))
            found += [(apart, claim.text, figure)] if apart >= _APART else []
    found.sort(key=lambda each: each[0], reverse=True)
    return [(text, figure) for _, text, figure in found]


def _scale(found: DrawnScale) -> Scale:
    spread = found.spread
    return Scale(
        found.label,
        spread.steps,
        found.poles,
        spread.mine,
        spread.everyone if spread.grouped else (),
        spread.at(found.at),
        found.by_hand,
    )
