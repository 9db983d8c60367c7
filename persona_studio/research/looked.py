# SPDX-License-Identifier: MIT
"""What came of a look at a file, beyond its plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from persona_studio.research.plan import Plan
from persona_studio.research.profile import Profile
from persona_studio.research.readers.csv_text import Place


@dataclass(frozen=True)
class Looked:
    """A plan, the file's first records, what its columns hold, and where its records begin.

    `records` were read; `ended` tells whether these are all of the file, `expected` about how
    many it has. `faults` are all rows that need a look, by cause.
    """

    plan: Plan
    head: Sequence[list[str]] = ()
    columns: Sequence[Profile] = ()
    places: Sequence[Place] = ()
    records: int = 0
    ended: bool = True
    expected: int = 0
    faults: Mapping[str, Sequence[int]] = field(default_factory=dict)
