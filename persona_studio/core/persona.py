# SPDX-License-Identifier: MIT
"""Values of the personas: claims, and the evidence that carries or shakes each of them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from persona_studio.core import words
from persona_studio.core.fields import Json, closed, maybe, maybe_ref, ref, whole


@dataclass(frozen=True)
class Persona:
    """A customer group as one person; `role` negative means "not for them".

    `colour` is one of the five poster themes, `segment` the group of people it was drafted from,
    `retired` the day it was put away (kept for history, never printed).
    """

    id: str
    name: str
    tagline: str = ""
    role: str = closed(words.PERSONA_ROLES, "primary")
    position: int = 0
    colour: str = closed(words.THEMES, "teal")
    picture: str | None = maybe_ref("picture")
    segment: str | None = maybe_ref("segment")
    owner: str = ""
    story: str = ""
    created: date | None = None
    retired: date | None = None
    review_every_days: int = whole(1, 36_500, default=365)


@dataclass(frozen=True)
class Claim:
    """One checkable statement on one persona, or in the parking lot (`persona` None).

    `attribute`, `op`, `value` make it comparable between personas (age, location ...);
    `quantifier` says for how many it is meant to hold; `dissent` is the note that tells of those
    who say otherwise. `shown` says what is drawn of it beside its line: a fact in the head, its
    share as a bar, the place of its people on a scale; `auto` draws demographic attributes.
    """

    id: str
    persona: str | None = maybe_ref("persona")
    section: str = "goals"
    text: str = ""
    position: int = 0
    key: bool = False
    attribute: str | None = None
    op: str | None = maybe(words.OPERATORS)
    value: Json = None
    quantifier: str | None = maybe(words.QUANTIFIERS)
    dissent: str = ""
    created: date | None = None
    shown: str = closed(words.SHOWN, "auto")


@dataclass(frozen=True)
class Measure:
    """A condition on a variable that can be counted again on any wave of its source.

    `base` segment counts the people of the persona's segment, all counts everyone who answered.
    `in_theme` asks which theme (by name) an answer in words was sorted under.
    """

    question: str
    op: str = closed(words.WAYS_TO_COUNT, "is")
    value: Json = None
    base: str = closed(words.BASES, "segment")

    @cached_property
    def condition(self) -> str:
        """What is counted, whoever is counted: a name for what was worked out about it."""
        return repr((self.question, self.op, self.value))


@dataclass(frozen=True)
class Evidence:
    """A link from a claim to a source, for or against.

    Exactly one of `measure`, `quote`, `theme` or a `note` says what was found. `n_for` and
    `n_against` are people; for a measure they are a cache the studio recomputes, and so is
    `n_rival`: how many gave the commonest other answer, or lie beyond one end of the range.
    `lost` tells what is gone when the wave, quote or column behind it was removed. On a source of
    kind `assumption` the fields `who`, `since`, `how_to_test`, `test_by`, `renewed` say who
    assumes it and how it will be tested; it never counts as support.
    """

    id: str
    claim: str = ref("claim")
    source: str | None = maybe_ref("source")
    wave: str | None = maybe_ref("wave")
    stance: str = closed(words.STANCES, "supports")
    measure: Measure | None = None
    quote: str | None = maybe_ref("quote")
    theme: str | None = maybe_ref("theme")
    note: str = ""
    n_for: int = 0
    n_against: int = 0
    n_rival: int = 0
    directness: str = closed(words.DIRECTNESS, "said")
    lost: str = ""
    created: date | None = None
    who: str = ""
    since: date | None = None
    how_to_test: str = ""
    test_by: date | None = None
    renewed: date | None = None


@dataclass(frozen=True)
class Picture:
    """The face of a persona: a photo (bytes by `sha256`), an avatar (style and seed) or initials.

    `focus` is the point that stays in view, as shares of width and height from the upper left; a
    third number says how much of the shorter side is in view, all of it where there is none.
    """

    id: str
    kind: str = closed(words.PICTURE_KINDS, "initials")
    sha256: str | None = None
    mime: str = ""
    style: str = ""
    seed: str = ""
    focus: tuple[float, ...] = (0.5, 0.4)
    licence: str = ""
    consent: str = ""
    is_real: bool = False
