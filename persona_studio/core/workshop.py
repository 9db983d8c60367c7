# SPDX-License-Identifier: MIT
"""Values of a workshop: a meeting, the votes and the guesses cast in it. None is evidence."""

from dataclasses import dataclass, field
from datetime import date

from persona_studio.core.fields import Json, maybe_ref, ref


@dataclass(frozen=True)
class WorkshopSession:
    """A dated meeting; agenda, participants, decisions and open points as lists."""

    id: str
    name: str
    held_on: date | None = None
    agenda: Json = field(default_factory=list)
    participants: Json = field(default_factory=list)
    decisions: Json = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True)
class Vote:
    """Dots of one ballot on one target; a vote ranks, it is no evidence."""

    id: str
    workshop: str = ref("workshop")
    round: str = ""
    ballot: str = ""
    target: str = ""
    dots: int = 1


@dataclass(frozen=True)
class Guess:
    """One participant's estimate (a share 0-1) of a claim, locked before the data shows."""

    id: str
    workshop: str = ref("workshop")
    participant: str = ""
    claim: str | None = maybe_ref("claim")
    question: str = ""
    value: float | None = None
    locked: bool = False
