# SPDX-License-Identifier: MIT
"""The command on themes: what many people said in like words, found, sorted on, and used."""

from argparse import Namespace
from typing import Any

from persona_studio.commands.opened import grouping_named, opened, progress, wave_named
from persona_studio.core.child import Child
from persona_studio.core.errors import StudioError
from persona_studio.core.persona import Persona
from persona_studio.core.research import Question
from persona_studio.core.snapshot import Snapshot
from persona_studio.workspace import theme_use, theming
from persona_studio.workspace.theme_sorting import Sorter
from persona_studio.workspace.themes_kept import OTHER, Sorting, named, sorting_of
from persona_studio.workspace.workspace import Workspace


def themes(line: Namespace) -> tuple[Any, int]:
    """Find the themes of a question; with --rename, --merge ... sort on those there are."""
    with opened(line.project) as workspace:
        question = _question(workspace.snapshot, line.wave, line.question)
        sorting = sorting_of(workspace.snapshot, question.id)
        kept: list[str] = []
        claims: list[str] = []
        by_hand = line.rename or line.merge or line.move or line.drop or line.keep
        if by_hand or line.split or line.claim:
            if sorting is None:
                sorting = _to_sort(workspace, question, line)
            if line.split:
                sorting = _split(workspace, sorting, line.split)
            if by_hand:
                sorting, kept = _sorted_on(workspace, sorting, line)
            claims = _claimed(workspace, sorting, line.claim)
            sorting = sorting_of(workspace.snapshot, question.id) or sorting
        else:
            sorting = _found(workspace, question.id, line)
        wanted = line.segmentation
        grouping = grouping_named(workspace.snapshot, wanted).id if wanted else ""
        answer = theming.as_json(
            workspace, sorting, grouping=grouping, assignments=line.assignments
        )
        answer["kept"] = kept
        answer["claims"] = claims
    return answer, int(not answer["themes"])


def _to_sort(workspace: Workspace, question: Question, line: Namespace) -> Sorting:
    """Return the bare answers where they are only moved into themes; else say what is missing."""
    if line.move and not (line.rename or line.merge or line.drop or line.keep or line.split):
        said = theming.answers_of(workspace, question)
        return theming.unsorted(question.id, [row for row, _ in said])
    raise StudioError(
        "Nobody has looked for themes of this question yet.",
        "Run the command without anything to do first, or make one with --move ROW=NAME.",
        kind="no_theme",
    )


def _found(workspace: Workspace, question: str, line: Namespace) -> Sorting:
    request, at = theming.request(workspace, question, k=line.k, seed=line.seed)
    progress("Looking for themes ...")
    return theming.store(workspace, question, at, _in_child(*theming.job(request)))


def _split(workspace: Workspace, sorting: Sorting, names: list[str]) -> Sorting:
    for name in names:
        mark = named(sorting, name).mark
        request, at = theming.request_of(workspace, sorting, mark)
        found = _in_child(*theming.job(request, split=True))
        with workspace.edit(f"Split theme “{name}”") as write:
            sorter = Sorter(workspace, write, sorting)
            sorter.split(mark, *theme_use.second_half(at, found))
        sorting = sorter.sorting
    return sorting


def _in_child(function: Any, arguments: Any) -> Any:
    child = Child("patterns")
    try:
        return child.call(function, *arguments).result()
    finally:
        child.stop()


def _sorted_on(
    workspace: Workspace, sorting: Sorting, line: Namespace
) -> tuple[Sorting, list[str]]:
    with workspace.edit("Sort themes") as write:
        sorter = Sorter(workspace, write, sorting)
        for pair in line.rename:
            old, new = _parts(pair)
            sorter.rename(named(sorter.sorting, old).mark, new)
        for pair in line.merge:
            gone, into = (named(sorter.sorting, name).mark for name in _parts(pair))
            sorter.merge([gone], into)
        for pair in line.move:
            _move(sorter, *_parts(pair))
        for name in line.drop:
            sorter.drop(named(sorter.sorting, name).mark)
        kept = [sorter.keep(named(sorter.sorting, name).mark) for name in line.keep]
    return sorter.sorting, kept


def _move(sorter: Sorter, row: str, name: str) -> None:
    if not row.isdecimal():
        raise StudioError(f"“{row}” is no row.", "Write --move ROW=THEME.", kind="usage")
    if name.casefold() == "other":
        sorter.move([int(row)], OTHER)
    else:
        sorter.make(name, [int(row)])


def _claimed(workspace: Workspace, sorting: Sorting, pairs: list[str]) -> list[str]:
    made = []
    for pair in pairs:
        name, whose = _parts(pair)
        persona, _, section = whose.partition(":")
        known = workspace.snapshot.table(Persona).values()
        found = next((p.id for p in known if persona in (p.id, p.name)), None)
        if found is None:
            names = "; ".join(p.name for p in known) or "none yet"
            raise StudioError(f"There is no persona “{persona}”.", f"There are: {names}.")
        with workspace.edit("Make claim from data") as write:
            made.append(
                theme_use.claim_of(
                    workspace, write, sorting, named(sorting, name).mark, (found, section)
                )
            )
    return made


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
