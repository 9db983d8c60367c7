# SPDX-License-Identifier: MIT
"""Values of the scales board: behaviours between two poles, and who was placed where by hand."""

from dataclasses import dataclass

from persona_studio.core.fields import maybe_ref, ref, whole


@dataclass(frozen=True)
class Scale:
    """A behaviour with two poles, on which the people of one wave are placed.

    `question` (of that wave) places those who answered it; without one all are placed by hand.
    """

    id: str
    wave: str = ref("wave")
    name: str = ""
    low: str = ""
    high: str = ""
    steps: int = whole(2, 11, default=5)
    question: str | None = maybe_ref("question")
    position: int = 0


@dataclass(frozen=True)
class Placement:
    """Where the person of one row was put by hand; it wins over what the answers say."""

    id: str
    scale: str = ref("scale")
    row: int = 0
    at: int = 0
