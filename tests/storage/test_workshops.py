# SPDX-License-Identifier: MIT
"""What is locked, shown or impossible is refused in a sentence, and nothing is half written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.core.workshop import Exercise, Guess, Option, Vote, WorkshopSession
from persona_studio.storage import workshops
from persona_studio.storage.writer import Writer
from persona_studio.workspace.workspace import Workspace
from tests.storage.projects import make


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    """Give a meeting with a guess that is locked and a vote that is shown."""
    workspace = make(tmp_path / "a.persona")
    options = (Option("a", "Speed"), Option("b", "Quiet"))
    with workspace.edit("Workshop") as write:
        workshops.begin(write, WorkshopSession("w", "  Spring   workshop "))
        workshops.ask(write, Exercise("guess", "w", "guess"))
        workshops.guess(write, "guess", "Anna", 0.4)
        workshops.lock(write, "guess")
        workshops.ask(write, Exercise("open", "w", "vote", options=options, dots=1))
        workshops.ask(write, Exercise("shown", "w", "vote", options=options, dots=1))
        workshops.cast(write, "shown", "1", {"a": 1})
        workshops.close(write, "shown")
    yield workspace
    workspace.close()


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        (lambda write: workshops.guess(write, "guess", "Anna", 0.9), "locked"),
        (lambda write: workshops.guess(write, "guess", "Anna", None), "locked"),
        (lambda write: workshops.guess(write, "guess", "Bo", 1.2), "bad_number"),
        (lambda write: workshops.cast(write, "shown", "2", {"a": 1}), "closed"),
        (lambda write: workshops.cast(write, "open", "1", {"a": 1, "b": 1}), "too_many_dots"),
        (lambda write: workshops.cast(write, "open", "1", {"c": 1}), "option"),
        (lambda write: workshops.cast(write, "open", "1", {"a": -1}), "option"),
        (lambda write: workshops.place(write, "shown", "A", 1, "a"), "closed"),
        (lambda write: workshops.place(write, "gone", "A", 1, "a"), "gone"),
        (lambda write: workshops.change(write, "w", name=" "), "no_text"),
    ],
)
def test_what_cannot_be_is_refused(
    space: Workspace, step: Callable[[Writer], None], kind: str
) -> None:
    before = {table: dict(space.snapshot.table(table)) for table in (Guess, Vote, Exercise)}
    with pytest.raises(StudioError) as caught, space.edit("Step") as write:
        step(write)
    assert caught.value.kind == kind
    assert {table: dict(space.snapshot.table(table)) for table in before} == before


def test_an_exercise_goes_with_its_ballots_and_undo_brings_both_back(space: Workspace) -> None:
    assert space.snapshot.table(WorkshopSession)["w"].name == "Spring workshop"
    with space.edit("Drop") as write:
        workshops.drop(write, "shown")
        workshops.drop(write, "guess")
    assert not space.snapshot.table(Vote)
    assert not space.snapshot.table(Guess)
    space.undo()
    assert len(space.snapshot.table(Vote)) == len(space.snapshot.table(Guess)) == 1
