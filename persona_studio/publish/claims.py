# SPDX-License-Identifier: MIT
"""What stands behind each claim of a persona, in words and counts, for the sheets that tell all."""

from dataclasses import dataclass

FEW = -1  # a count that is too small to be told


@dataclass(frozen=True)
class Told:
    """What one source says: how many for and against (or `FEW`), and when it was asked."""

    source: str
    day: str
    n_for: int
    n_against: int


@dataclass(frozen=True)
class Proven:
    """One claim with its code, its counts, and what speaks for and against it.

    `state` is the word for the mark; `n` are people (for, of how many), None where nobody was
    asked, and `measured` where a question counted them. `spoken` and `opposed` are quotes and
    notes for and against; `remark` tells how an assumption will be tested, or whose answers were
    counted where they are not those of the persona's own people.
    """

    code: str
    section: str
    text: str
    mark: str
    state: str
    n: tuple[int, int] | None = None
    measured: bool = False
    told: tuple[Told, ...] = ()
    spoken: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    remark: str = ""
    key: bool = False


@dataclass(frozen=True)
class Changed:
    """One thing that is not as it was signed, and when it was touched last."""

    text: str
    sentences: tuple[str, ...]
    when: str = ""


@dataclass(frozen=True)
class Ledger:
    """All claims of a persona, and what changed since `signed` (a sentence, "" when never)."""

    claims: tuple[Proven, ...] = ()
    changes: tuple[Changed, ...] = ()
    signed: str = ""
