# SPDX-License-Identifier: MIT
"""Workshops: the meeting itself, what the room does in it, its ballots, guesses and sortings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import new_id
from persona_studio.core.workshop import Exercise, Guess, Placement, Vote, WorkshopSession
from persona_studio.storage.writer import Writer


def begin(write: Writer, session: WorkshopSession) -> str:
    """Add a meeting; return its id. It may not be without a name."""
    return write.add(replace(session, id=session.id or new_id(), name=_clean(session.name)))


def change(write: Writer, workshop: str, **fields: Any) -> None:
    """Set fields of a meeting."""
    if "name" in fields:
        fields["name"] = _clean(fields["name"])
    write.change(WorkshopSession, workshop, **fields)


def remove(write: Writer, workshop: str) -> None:
    """Take a meeting away with everything the room did in it."""
    write.remove(WorkshopSession, workshop)


def ask(write: Writer, exercise: Exercise) -> str:
    """Add something to do, after what there is; return its id."""
    place = len(write.find(Exercise, workshop=exercise.workshop))
    return write.add(replace(exercise, id=exercise.id or new_id(), position=place))


def drop(write: Writer, exercise: str) -> None:
    """Take an exercise away with its ballots and guesses."""
    for vote in write.find(Vote, round=exercise):
        write.remove(Vote, vote.id)
    for guess in write.find(Guess, question=exercise):
        write.remove(Guess, guess.id)
    write.remove(Exercise, exercise)


def close(write: Writer, exercise: str) -> None:
    """Show the outcome of an exercise; from now on nothing is entered any more."""
    write.change(Exercise, exercise, closed=True)


def guess(write: Writer, exercise: str, participant: str, value: float | None) -> None:
    """Enter, correct or (None) take back one participant's estimate while it is not locked."""
    asked = _open(write, exercise)
    for item in write.find(Guess, question=exercise, participant=participant):
        if item.locked:
            raise StudioError(
                "The guesses are locked.", "Undo takes the lock away again.", kind="locked"
            )
        write.remove(Guess, item.id)
    if value is not None:
        if not 0 <= value <= 1:
            raise StudioError("A share is from 0 to 100.", "Enter it again.", kind="bad_number")
        write.add(Guess(new_id(), asked.workshop, participant, None, exercise, value))


def lock(write: Writer, exercise: str) -> None:
    """Let no estimate of an exercise be changed any more."""
    for item in write.find(Guess, question=exercise):
        write.change(Guess, item.id, locked=True)


def cast(write: Writer, exercise: str, ballot: str, dots: Mapping[str, int]) -> None:
    """Enter one ballot (dots by option), in place of what it said before; blank ones count."""
    asked = _open(write, exercise)
    known = {option.id for option in asked.options}
    if not dots.keys() <= known or min(dots.values(), default=1) < 1:
        raise StudioError("There is no such option.", "Look at the numbers again.", kind="option")
    if sum(dots.values()) > asked.dots:
        may = "1 dot" if asked.dots == 1 else f"{asked.dots} dots"
        raise StudioError(
            f"A ballot has {may}; this one has {sum(dots.values())}.",
            "Ask who cast it, or enter it again.",
            kind="too_many_dots",
        )
    take_back(write, exercise, ballot)
    for target, count in (dots or {"": 0}).items():
        write.add(Vote(new_id(), asked.workshop, exercise, ballot, target, count))


def take_back(write: Writer, exercise: str, ballot: str) -> None:
    """Take one ballot out again."""
    for vote in write.find(Vote, round=exercise, ballot=ballot):
        write.remove(Vote, vote.id)


def place(write: Writer, exercise: str, table: str, row: int, option: str) -> None:
    """Put one card of one table onto an option; an empty option takes it back."""
    asked = _open(write, exercise)
    kept = tuple(p for p in asked.placed if (p.table, p.row) != (table, row))
    if option:
        kept += (Placement(table, row, option),)
    write.change(Exercise, exercise, placed=kept)


def _open(write: Writer, exercise: str) -> Exercise:
    """Return an exercise that still takes entries."""
    asked = write.get(Exercise, exercise)
    if asked.closed:
        raise StudioError(
            "The outcome is shown already.", "Undo hides it, then enter it.", kind="closed"
        )
    return asked


def _clean(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise StudioError("A workshop needs a name.", "Say what it is about.", kind="no_text")
    return words
