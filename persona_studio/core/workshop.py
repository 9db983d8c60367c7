# SPDX-License-Identifier: MIT
"""Values of a workshop: a meeting, what the room does in it, its votes and guesses.

None of them is evidence: a vote ranks, a guess is held against the data, a sorting is compared.
"""

from dataclasses import dataclass
from datetime import date

from persona_studio.core import words
from persona_studio.core.fields import closed, maybe_ref, ref, whole
from persona_studio.core.persona import Measure


@dataclass(frozen=True)
class AgendaItem:
    """One part of the meeting; `page` names what the room looks at meanwhile."""

    text: str
    minutes: int = whole(0, 600, default=10)
    page: str = closed(words.WORKSHOP_PAGES, "agenda")


@dataclass(frozen=True)
class Decision:
    """What the room decided, who sees to it, and by when."""

    text: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True)
class WorkshopSession:
    """A dated meeting; `note` is the facilitator's own: never projected, never in the minutes."""

    id: str
    name: str
    held_on: date | None = None
    agenda: tuple[AgendaItem, ...] = ()
    participants: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    note: str = ""
    review_on: date | None = None


@dataclass(frozen=True)
class Option:
    """One thing to vote for, or one persona to sort cards onto; `id` is the claim's or persona's.

    The words stay as they were when the room saw them.
    """

    id: str
    text: str


@dataclass(frozen=True)
class Placement:
    """Where one table put one card: the row of the wave, and an option's id."""

    table: str
    row: int
    option: str


@dataclass(frozen=True)
class Exercise:
    """One thing the room does together; `closed` tells that its outcome is shown.

    A *guess* asks what share of a wave's people a measure holds for. A *vote* gives each ballot
    so many `dots` for its options. A *sort* deals the people of some rows to tables that place
    each on an option.
    """

    id: str
    workshop: str = ref("workshop")
    kind: str = closed(words.EXERCISES, "vote")
    title: str = ""
    position: int = 0
    closed: bool = False
    wave: str | None = maybe_ref("wave")
    measure: Measure | None = None
    options: tuple[Option, ...] = ()
    dots: int = whole(0, default=0)
    rows: tuple[int, ...] = ()
    placed: tuple[Placement, ...] = ()


@dataclass(frozen=True)
class Vote:
    """Dots of one ballot on one option of a round (an exercise); a vote ranks, it is no evidence.

    A ballot that was handed in blank is a vote for nothing (`target` empty) with no dots.
    """

    id: str
    workshop: str = ref("workshop")
    round: str = ""
    ballot: str = ""
    target: str = ""
    dots: int = 1


@dataclass(frozen=True)
class Guess:
    """One participant's estimate (a share 0-1), locked before the data shows.

    `question` names the exercise that asks, `claim` a claim where one is held against the data.
    """

    id: str
    workshop: str = ref("workshop")
    participant: str = ""
    claim: str | None = maybe_ref("claim")
    question: str = ""
    value: float | None = None
    locked: bool = False


def dots_each(options: int) -> int:
    """Return how many dots each ballot has: a third of the options, at least one."""
    return max(1, round(options / 3))
