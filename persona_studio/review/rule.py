# SPDX-License-Identifier: MIT
"""What a rule is, and the case it is handed: a project, a day, and the numbers in force."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import isfinite
from typing import Any, TypeVar

from persona_studio.core.persona import Claim, Evidence, Persona
from persona_studio.core.research import Source
from persona_studio.core.reviewing import Finding, Target
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence import ages
from persona_studio.evidence.assess import Assessment, assess, z_of
from persona_studio.evidence.data import Data
from persona_studio.evidence.profile import persona_strength

SEVERITIES = ("B", "W", "N")
SHOWN_LETTERS = 48
_MOST_QUOTED = 10
"""Words of a claim that a rule quotes at most."""

Assess = Callable[[Claim], Assessment]
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class AtHand:
    """What a caller has at hand: assessments already made, and where answers are read.

    Without `data` the rules that look into answers keep quiet.
    """

    judge: Assess | None = None
    data: Data | None = None


@dataclass(frozen=True)
class Rule:
    """One check: its name and reason for the reader, its numbers, and the function that looks.

    `limits` are the numbers a project may change (settings `review.limits`). A waiver lapses when
    one of the finding's numbers moves by more than `moves` says, or one in `same` differs.
    `reads` says each limit in words, with {0} for the number (in percent where a % follows it);
    `several` is what the checklist says of many findings told as one, where the name will not do.
    """

    id: str
    name: str
    why: str
    severity: str
    find: "Callable[[Case], Iterable[Finding]]"
    limits: Mapping[str, float] = field(default_factory=dict)
    reads: Mapping[str, str] = field(default_factory=dict)
    moves: Mapping[str, float] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    several: str = ""

    def read(self, limit: str, value: float) -> str:
        """Return a limit in words, with a number for it."""
        return self.words(limit).format(self.shown(limit, value))

    def words(self, limit: str) -> str:
        """Return how a limit is read, with {0} for its number."""
        return self.reads.get(limit) or "{0} " + limit.replace("_", " ")

    def scale(self, limit: str) -> float:
        """Return by what a number is multiplied to be read: shares are read in percent."""
        return 100.0 if "{0} %" in self.words(limit) else 1.0

    def shown(self, limit: str, value: float) -> str:
        """Return a limit's number as it is read."""
        return f"{value * self.scale(limit):.6g}"


@dataclass(frozen=True, eq=False)
class Case:
    """What every rule may look at: the snapshot, the day, the limits, and each claim's standing."""

    snapshot: Snapshot
    today: date
    limits: Mapping[str, Mapping[str, Any]]
    at_hand: AtHand = AtHand()
    _known: dict[str, Assessment] = field(default_factory=dict)
    _strengths: dict[str, int] = field(default_factory=dict)
    _shared: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def claims(self) -> tuple[tuple[Persona, Claim], ...]:
        """Every claim that stands on a persona in use, with its persona, in board order."""
        return tuple((p, claim) for p in self.personas for claim in self.snapshot.claims_of(p.id))

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources of the project by id."""
        return self.snapshot.table(Source)

    @property
    def personas(self) -> tuple[Persona, ...]:
        """Personas in use, in board order."""
        return self.snapshot.personas

    @property
    def data(self) -> Data | None:
        """Where answers are read, None where only the counts are at hand."""
        return self.at_hand.data

    @cached_property
    def z(self) -> float:
        """How sure a verdict must be (setting `review.strict`)."""
        return z_of(self.snapshot)

    @cached_property
    def pace(self) -> float:
        """The factor on every age limit that the project has chosen."""
        return ages.pace_of(self.snapshot.settings)

    def assess(self, claim: Claim) -> Assessment:
        """Return what stands behind a claim, worked out once."""
        if claim.id not in self._known:
            judge = self.at_hand.judge or (lambda c: assess(c, self.snapshot, self.today))
            self._known[claim.id] = judge(claim)
        return self._known[claim.id]

    def living(self, claim: Claim) -> tuple[Evidence, ...]:
        """Return the evidence of a claim that still stands: not lost, assumed or said twice."""
        return self.assess(claim).living

    def strength(self, persona: Persona) -> int:
        """Return how strong a whole persona is, worked out once."""
        if persona.id not in self._strengths:
            found = persona_strength(persona, self.snapshot, self.today, self.assess)
            self._strengths[persona.id] = found.score
        return self._strengths[persona.id]

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what several rules share in one review, made when first asked for."""
        if name not in self._shared:
            self._shared[name] = make()
        found: T = self._shared[name]
        return found

    def limit(self, rule: str, name: str) -> float:
        """Return a number of a rule, as the project has set it."""
        return float(self.limits[rule][name])

    def months(self, rule: str, name: str) -> float:
        """Return an age limit in months (or days), scaled by the project's pace."""
        return self.limit(rule, name) * self.pace

    def target(self, persona: Persona, claim: Claim) -> Target:
        """Return a claim as the target of a finding."""
        return Target("claim", claim.id, persona.id, claim.text)

    def about(self, persona: Persona) -> Target:
        """Return a persona as the target of a finding."""
        return Target("persona", persona.id, persona.id, persona.name)

    @property
    def whole(self) -> Target:
        """The project as the target of a finding."""
        project = self.snapshot.project
        return Target("project", project.id, None, project.name)


def chosen_limits(setting: Any) -> Mapping[str, Mapping[str, Any]]:
    """Return what a project has chosen by rule: on, severity and numbers, leaving out the rest.

    A project may come from anywhere, so nothing is taken for granted.
    """
    if not isinstance(setting, Mapping):
        return {}
    found = {
        str(rule): {name: value for name, value in mine.items() if _may_be(name, value)}
        for rule, mine in setting.items()
        if isinstance(mine, Mapping)
    }
    return {rule: mine for rule, mine in found.items() if mine}


def _may_be(name: str, value: Any) -> bool:
    if name == "on":
        return isinstance(value, bool)
    if name == "severity":
        return value in SEVERITIES
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and isfinite(value) and value >= 0


def short(text: str, words: int = 7, letters: int = SHOWN_LETTERS) -> str:
    """Return a text cut at a word where it is long."""
    parts = text.split()
    kept = " ".join(parts[:words])
    if len(kept) > letters:
        kept = kept[:letters].rsplit(" ", 1)[0]
    return kept if kept == " ".join(parts) else kept.rstrip(" ,.;:&-(\u00b7") + "…"


def quoted(text: str, words: int = 7) -> str:
    """Return somebody's words in quotation marks, cut where they are long."""
    bare = text.replace("“", "'").replace("”", "'").strip().rstrip(".")
    return f"“{short(bare, words, 8 * words)}”"


def shown_apart(sentence: str, claim: tuple[str, str, str]) -> tuple[str, str]:
    """Return (question, sentence) where a sentence quotes a claim that repeats its question.

    `claim` is its text, what was asked and what was answered. Then the answer alone is quoted.
    """
    text, asked, line = claim
    for words in range(_MOST_QUOTED, 0, -1) if asked else ():
        if quoted(text, words) in sentence:
            return asked, sentence.replace(quoted(text, words), quoted(line, words))
    return "", sentence


def parts_of(sentence: str) -> tuple[str, str]:
    """Split a finding's sentence into what we see and the rest, at the first end outside quotes."""
    inside = False
    for place, letter in enumerate(sentence):
        inside = letter == "“" or (inside and letter != "”")
        if letter == "." and not inside and sentence[place + 1 : place + 2] == " ":
            return sentence[: place + 1], sentence[place + 2 :]
    return sentence, ""
