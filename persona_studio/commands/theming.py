# SPDX-License-Identifier: MIT
"""The command on themes: what many people said in like words, found, sorted on, and used."""

from argparse import Namespace
from typing import Any

from persona_studio.commands.opened import opened, progress, wave_named
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.research import Question
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace import theming
from persona_studio.workspace.workspace import Workspace


def themes(line: Namespace) -> tuple[Any, int]:
    """Find the themes of a question; with --rename, --move or --keep sort on those there are."""
    with opened(line.project) as workspace:
        question = _question(workspace.snapshot, line.wave, line.question)
        sorting = theming.sorting_of(workspace.snapshot, question.id)
        kept: list[str] = []
        if line.rename or line.move or line.keep:
            if sorting is None:
                raise StudioError(
                    "Nobody has looked for themes of this question yet.",
                    "Run the command without --rename, --move and --keep first.",
                    kind="no_theme",
                )
            sorting, kept = _sorted_on(workspace, sorting, line)
        else:
            sorting = _found(workspace, question.id, line)
        answer = theming.as_json(workspace, sorting, assignments=line.assignments)
        answer["kept"] = kept
    return answer, int(not answer["themes"])


def _found(workspace: Workspace, question: str, line: Namespace) -> theming.Sorting:
    request, at = theming.request(workspace, question, k=line.k, seed=line.seed)
    progress("Looking for themes ...")
    child = Child("patterns")
    try:
        function, arguments = theming.job(request)
        return theming.store(workspace, question, at, child.call(function, *arguments).result())
    finally:
        child.stop()


def _sorted_on(
    workspace: Workspace, sorting: theming.Sorting, line: Namespace
) -> tuple[theming.Sorting, list[str]]:
    with workspace.edit("Sort themes") as write:
        for pair in line.rename:
            old, new = _parts(pair)
            sorting = theming.rename(write, sorting, theming.named(sorting, old).mark, new)
        for pair in line.move:
            row, name = _parts(pair)
            if not row.isdecimal():
                raise StudioError(f"“{row}” is no row.", "Write --move ROW=THEME.", kind="usage")
            sorting = theming.move_to_named(write, sorting, [int(row)], name)
        marks = [theming.named(sorting, name).mark for name in line.keep]
        kept = [theming.keep(workspace, write, sorting, mark) for mark in marks]
    return sorting, kept


def _parts(pair: str) -> tuple[str, str]:
    first, sign, second = pair.rpartition("=")
    if not sign or not first.strip() or not second.strip():
        raise StudioError(f"“{pair}” is not understood.", "Write OLD=NEW.", kind="usage")
    return first.strip(), second.strip()


def _question(snapshot: Snapshot, wave: str, wanted: str) -> Question:
    asked = snapshot.questions_of(wave_named(snapshot, wave).id)
    open_ones = [question for question in asked if question.role == "free_text"]
    if not wanted and len(open_ones) == 1:
        return open_ones[0]
    for question in open_ones:
        if wanted in (question.id, question.label):
            return question
    names = "; ".join(question.label for question in open_ones) or "none"
    raise StudioError(
        "Say which question answered in people's own words is meant.",
        f"--question with one of: {names}.",
        kind="unknown_question",
    )
