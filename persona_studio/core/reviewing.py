# SPDX-License-Identifier: MIT
"""Values of review: what a rule found, what people decided about it, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from persona_studio.core import words
from persona_studio.core.fields import Json, closed, maybe_ref, ref


@dataclass(frozen=True)
class Target:
    """What a finding is about; `persona` and `text` are there to be shown."""

    kind: str
    id: str
    persona: str | None = None
    text: str = ""


@dataclass(frozen=True)
class Fix:
    """One thing the user can do about a finding; `id` names the action, `label` its button."""

    id: str
    label: str
    values: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """One hit of one rule: the numbers it used, a sentence, and fixes that act."""

    rule: str
    severity: str
    target: Target
    sentence: str
    numbers: Mapping[str, Json] = field(default_factory=dict)
    fixes: tuple[Fix, ...] = ()
    waived: "Waiver | None" = None


@dataclass(frozen=True)
class Review:
    """A dated walk through the findings of a persona, or of the whole set."""

    id: str
    persona: str | None = maybe_ref("persona")
    held_on: date | None = None
    reviewer: str = ""
    note: str = ""
    findings: Json = field(default_factory=list)


@dataclass(frozen=True)
class SignOff:
    """A name under a persona as it was: its content then, and the digest of that content."""

    id: str
    persona: str = ref("persona")
    review: str | None = maybe_ref("review")
    name: str = ""
    signed_on: date | None = None
    content_hash: str = ""
    snapshot: Json = None


@dataclass(frozen=True)
class Waiver:
    """A finding accepted with a reason, until a day; it lapses when the numbers move."""

    id: str
    rule: str = ""
    target_kind: str = closed(words.TARGET_KINDS, "claim")
    target: str = ""
    reason: str = ""
    who: str = ""
    created: date | None = None
    until: date | None = None
    numbers: Json = field(default_factory=dict)


@dataclass(frozen=True)
class ChangeEvent:
    """Something changed in the world (a product, a law); `touches` lists sections or claims."""

    id: str
    happened_on: date | None = None
    kind: str = closed(words.EVENT_KINDS, "other")
    text: str = ""
    touches: tuple[str, ...] = ()
