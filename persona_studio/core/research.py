# SPDX-License-Identifier: MIT
"""Values of the raw research: what was asked, of whom, when, and what they said.

A *source* is a study; each dated import of it is a *wave*; a wave is immutable. A question's
identity across the waves of a source is its `variable`: measures and segmentations point to
variables, so that a claim outlives the wave it was first measured on.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from persona_studio.core import words
from persona_studio.core.fields import Json, closed, maybe_ref, ref, whole


@dataclass(frozen=True)
class Project:
    """One client engagement; a file holds exactly one."""

    id: str
    name: str
    client: str = ""
    market: str = closed(words.MARKETS, "")
    created: date | None = None


@dataclass(frozen=True)
class Setting:
    """One choice of the project, by name (`id`), e.g. `review.limits` or `pseudonym.key`."""

    id: str
    value: Json = None


@dataclass(frozen=True)
class Source:
    """A study or data set; `sampling` says how its people were found."""

    id: str
    name: str
    kind: str = closed(words.SOURCE_KINDS, "survey")
    sampling: str = closed(words.SAMPLINGS, "")
    position: int = 0


@dataclass(frozen=True)
class Wave:
    """One dated collection of a source; `n` rows of it are stored and never change.

    `plan` is how the file was read (contracts: `inspect`), `report` what came of it: `read`,
    `imported`, `skipped`, `left_out`, `masked`. `derived_from` names the wave whose rows were
    rolled up into one row a person. `linked` tells whether respondent keys are ids or
    pseudonyms that mean the same person in other waves (else they are row numbers). `names` are
    keyed digests of the names of its people, whose columns are left out: a name in a text is
    recognised by them and nobody can read it out of them.
    """

    id: str
    source: str = ref("source")
    collected_on: date | None = None
    imported_at: datetime | None = None
    file_name: str = ""
    file_sha256: str = ""
    n: int = 0
    linked: bool = False
    derived_from: str | None = maybe_ref("wave")
    plan: Json = None
    report: Json = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One column of a wave, with its role.

    `position` is the 0-based place in a row's `cells`; `column` the 1-based column of the file.
    `options` are the choices seen, `order` the steps of a scale from low to high, `separator`
    splits a multi-select cell, `group` names the select-all question a column is one option of,
    `missing` lists texts that mean "no answer", `merged` maps a spelling to the choice it means.
    `same` is False where a later wave asked it in another way: such a wave is not compared.
    """

    id: str
    wave: str = ref("wave")
    variable: str = ""
    position: int = whole(0, default=0)
    column: int = 0
    label: str = ""
    text: str = ""
    role: str = closed(words.ROLES, "single_choice")
    options: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    separator: str | None = None
    group: str = ""
    missing: tuple[str, ...] = ()
    merged: dict[str, str] = field(default_factory=dict)
    same: bool = True


@dataclass(frozen=True)
class Row:
    """One row of a wave: the raw text of every stored cell, by question position."""

    wave: str
    number: int = whole(1)
    respondent: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quote:
    """The words of one respondent; born when a passage is marked or linked.

    `start` is where the passage begins in the cell (in characters), None for the whole cell;
    `text` is kept, so that the passage is found again or known to be lost.
    """

    id: str
    wave: str = ref("wave")
    question: str = ref("question")
    row: int = 0
    text: str = ""
    start: int | None = None
    consent: str = closed(words.CONSENTS, "none")
    created: date | None = None


@dataclass(frozen=True)
class Theme:
    """A named group of quotes."""

    id: str
    name: str
    note: str = ""
    position: int = 0


@dataclass(frozen=True)
class ThemeItem:
    """One quote under one theme; `by_hand` when a person put it there."""

    id: str
    theme: str = ref("theme")
    quote: str = ref("quote")
    by_hand: bool = True


@dataclass(frozen=True)
class Segmentation:
    """One saved grouping of the people of a wave, with all that repeats it.

    `questions` and `descriptors` are variables; `weights` maps a variable to low, normal or
    high; `model` holds coding, axes and centroids, so that later waves are assigned without
    refitting; `offered` lists the numbers of groups that were possible and how steady each was;
    `result` holds the rest of the answer (contracts: `groups`).
    """

    id: str
    wave: str = ref("wave")
    name: str = ""
    created: datetime | None = None
    questions: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    weights: dict[str, str] = field(default_factory=dict)
    method: str = "axes"
    k: int = 0
    seed: int = 0
    verdict: str = closed(words.VERDICTS_OF_GROUPS, "none")
    sentence: str = ""
    offered: Json = field(default_factory=list)
    model: Json = None
    result: Json = None
    versions: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Segment:
    """One group; `number` is its place in the model (0-based), `stability` 0-1 on resamples."""

    id: str
    segmentation: str = ref("segmentation")
    number: int = 0
    name: str = ""
    n: int = 0
    stability: float | None = None
    over: Json = field(default_factory=list)
    under: Json = field(default_factory=list)


@dataclass(frozen=True)
class Membership:
    """One row of the segmentation's wave in one segment; `margin` 0-1, small is between groups."""

    segmentation: str
    row: int
    segment: str
    margin: float | None = None
