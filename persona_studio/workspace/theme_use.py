# SPDX-License-Identifier: MIT
"""A theme put to use: what it counts as a figure, a claim made of it, a claim linked to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from persona_studio.core.persona import Measure
from persona_studio.storage.writer import Writer
from persona_studio.workspace import using
from persona_studio.workspace.figures import Figure, figure_of
from persona_studio.workspace.lines import section_of
from persona_studio.workspace.theme_sorting import Sorter
from persona_studio.workspace.themes_kept import Sorting
from persona_studio.workspace.theming import question_of
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.patterns.themes import ThemeResult


def measure_of(workspace: Workspace, sorting: Sorting, mark: int) -> Measure:
    """Return what counts the people under a theme, among all who answered."""
    question = question_of(workspace.snapshot, sorting.question)
    return Measure(question.variable, "in_theme", sorting.theme(mark).name, "all")


def figure_for(workspace: Workspace, sorting: Sorting, mark: int, persona: str | None) -> Figure:
    """Return a theme counted for a persona's people, or for everyone."""
    wave = question_of(workspace.snapshot, sorting.question).wave
    measure = measure_of(workspace, sorting, mark)
    return figure_of(workspace, persona, wave, measure, str(measure.value))


def section_for(workspace: Workspace, sorting: Sorting) -> str:
    """Return the section that answers to a question belong to."""
    return section_of(question_of(workspace.snapshot, sorting.question).label, descriptor=False)


def claim_of(
    workspace: Workspace,
    write: Writer,
    sorting: Sorting,
    mark: int,
    place: tuple[str | None, str],
) -> str:
    """Make a claim of a theme in a (persona, section), "" for the likeliest section."""
    persona, section = place
    figure = figure_for(workspace, sorting, mark, persona)
    _settle(workspace, write, sorting, mark)
    section = section or section_for(workspace, sorting)
    return using.claim_from_figure(workspace, write, figure, persona, section)


def link(
    workspace: Workspace, write: Writer, sorting: Sorting, mark: int, to: tuple[str, str]
) -> str:
    """Link a (claim, stance) to a theme; return the evidence's id."""
    figure = figure_for(workspace, sorting, mark, None)
    _settle(workspace, write, sorting, mark)
    return using.link_figure(workspace, write, figure, *to)


def second_half(at: Sequence[int], found: "ThemeResult") -> tuple[list[int], tuple[str, ...]]:
    """Return the rows and the words of the smaller part of a theme that was split."""
    rows = [row for row, label in zip(at, found.labels.tolist(), strict=True) if label == 1]
    return rows, found.themes[1].words if len(found.themes) > 1 else ()


def _settle(workspace: Workspace, write: Writer, sorting: Sorting, mark: int) -> None:
    if not sorting.theme(mark).kept:
        Sorter(workspace, write, sorting).settle(mark)
