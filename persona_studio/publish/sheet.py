# SPDX-License-Identifier: MIT
"""What a page tells about one persona: plain text and marks, ready to be set. No Qt, no PDF."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Protocol
from unicodedata import east_asian_width

from persona_studio.core.facts import strip, told
from persona_studio.core.persona import Claim, Persona, Picture
from persona_studio.core.research import Segmentation, Wave
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.spoken import lead_and_line
from persona_studio.publish.claims import Ledger
from persona_studio.publish.drawn import Figure
from persona_studio.publish.golden import Golden

LONGEST_QUOTE = 140
LEGEND = (
    ("filled", "well backed"),
    ("half", "partly backed"),
    ("ring", "not backed yet"),
    ("slashed", "evidence speaks against it"),
)
_NEEDED = ("goals", "pains")
_ROLES = {
    "primary": "Primary persona",
    "secondary": "Secondary persona",
    "negative": "Not for them",
}
_QUOTES = "\"' \u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb\u2039\u203a\u300c\u300d"


class Assessed(Protocol):
    """What is known of a claim: its mark, and one quiet line saying how many and from where."""

    @property
    def mark(self) -> str:
        """One of filled, half, ring, slashed."""

    @property
    def proof(self) -> str:
        """How many, and from where, in one line."""


Assess = Callable[[str], Assessed]


@dataclass(frozen=True)
class Line:
    """One claim as it is printed; an empty `mark` draws none.

    Where `text` repeats a question, `lead` is that question and `answer` the rest.
    """

    text: str
    mark: str = ""
    proof: str = ""
    key: bool = False
    figure: Figure | None = None
    lead: str = ""
    answer: str = ""

    @property
    def words(self) -> str:
        """What stands in full size."""
        return self.answer or self.text


@dataclass(frozen=True)
class Part:
    """One section; `weight` is its share when something has to give way."""

    title: str
    lines: tuple[Line, ...]
    id: str = ""
    weight: int = 1


@dataclass(frozen=True)
class Fact:
    """One short demographic fact with what it is called."""

    label: str
    value: str
    mark: str = ""


@dataclass(frozen=True)
class Said:
    """The quote that stands for the persona, and where it comes from."""

    text: str
    source: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Portrait:
    """The face: a photo's bytes, an avatar by style and seed, else initials.

    `focus` says which square of a photo is in view (`core.framing`).
    """

    initials: str = ""
    photo: bytes | None = None
    style: str = ""
    seed: str = ""
    focus: tuple[float, ...] = (0.5, 0.4)


@dataclass(frozen=True)
class Sheet:
    """Everything a template may show of one persona.

    `fits` is (people whom it fits, people asked); `drawn_from` the size of the group it was drawn
    from, of how many. `cautions` are things to know before the page leaves the house. `golden` is
    the rule that recognises its group, `column` its place there.
    """

    name: str
    tagline: str = ""
    role: str = ""
    story: str = ""
    colour: str = "teal"
    facts: tuple[Fact, ...] = ()
    quote: Said | None = None
    parts: tuple[Part, ...] = ()
    portrait: Portrait = field(default_factory=Portrait)
    fits: tuple[int, int] | None = None
    drawn_from: tuple[int, int] | None = None
    reviewed_on: date | None = None
    next_review: date | None = None
    today: date | None = None
    project: str = ""
    legend: tuple[tuple[str, str], ...] = LEGEND
    cautions: tuple[str, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    golden: Golden | None = None
    column: int = 0


def sheet_of(
    snapshot: Snapshot,
    persona_id: str,
    assess: Assess,
    today: date,
    photo: Callable[[Picture], bytes | None] | None = None,
) -> Sheet:
    """Gather the sheet of one persona; `photo` returns the bytes of a stored picture.

    `fits` is left out: who fits is counted elsewhere (`dataclasses.replace(sheet, fits=...)`).
    """
    persona = snapshot.table(Persona)[persona_id]
    claims = snapshot.claims_of(persona_id)
    quote, chosen = _quote(snapshot, claims, assess)
    facts, in_strip = _facts(claims, assess)
    sign_off = snapshot.sign_off_of(persona_id)
    reviewed = sign_off.signed_on if sign_off else None
    start = reviewed or persona.created
    return Sheet(
        name=persona.name,
        tagline=persona.tagline,
        role=_ROLES.get(persona.role, ""),
        story=persona.story,
        colour=persona.colour,
        facts=facts,
        quote=quote,
        parts=_parts(snapshot, claims, assess, chosen | in_strip),
        portrait=_portrait(snapshot, persona, photo),
        drawn_from=_drawn_from(snapshot, persona),
        reviewed_on=reviewed,
        next_review=start + timedelta(days=persona.review_every_days) if start else None,
        today=today,
        project=snapshot.project.name,
        cautions=tuple(_cautions(snapshot, persona, quote)),
    )


def each_line(sheet: Sheet, change: Callable[[Line], Line]) -> Sheet:
    """Return a sheet with every line of its parts changed."""
    parts = tuple(
        replace(part, lines=tuple(change(line) for line in part.lines)) for part in sheet.parts
    )
    return replace(sheet, parts=parts)


def initials(name: str) -> str:
    """Return up to two letters for a name: of its first and last word; of wide ones one alone."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    wide = [letter for letter in (*letters, *"".join(words)) if _is_wide(letter)]
    return wide[0] if wide else "".join(letters).upper()


def _is_wide(letter: str) -> bool:
    """Tell whether a letter is as wide as it is high, as those of East Asia are."""
    return letter.isalnum() and east_asian_width(letter) in "WF"


def long_date(day: date) -> str:
    """Return a date as it is printed: 5 May 2026."""
    return f"{day.day} {day.strftime('%B %Y')}"


def _facts(claims: tuple[Claim, ...], assess: Assess) -> tuple[tuple[Fact, ...], frozenset[str]]:
    """Return the facts under the name, the same as on the board; the others stay a section."""
    chosen = strip(claims)
    told_of = ((told(claim), assess(claim.id).mark) for claim in chosen)
    facts = tuple(Fact(title or "Profile", value, mark) for (title, value), mark in told_of)
    return facts, frozenset(claim.id for claim in chosen)


def _quote(
    snapshot: Snapshot, claims: tuple[Claim, ...], assess: Assess
) -> tuple[Said | None, frozenset[str]]:
    """Choose the quote: a claim of that section, else a cleared quote of a claim.

    Key ones come first, then those that a wall can bear.
    """
    said = sorted(
        (claim for claim in claims if claim.section == "quotes"),
        key=lambda claim: (not claim.key, len(claim.text.strip(_QUOTES)) > LONGEST_QUOTE),
    )
    for claim in said:
        if claim.text.strip(_QUOTES):
            known = assess(claim.id)
            text = claim.text.strip(_QUOTES)
            return Said(text, known.proof, known.mark), frozenset({claim.id})
    cleared = list(_cleared(snapshot, claims))
    return (min(cleared, key=lambda said: len(said.text)) if cleared else None), frozenset()


def _cleared(snapshot: Snapshot, claims: tuple[Claim, ...]) -> Iterator[Said]:
    for claim in claims:
        for item in snapshot.evidence_of(claim.id):
            quote = snapshot.quote(item.quote) if item.quote else None
            if quote is None or quote.consent == "none" or item.stance != "supports":
                continue
            text = quote.text.strip(_QUOTES)
            if 0 < len(text) <= LONGEST_QUOTE:
                yield Said(text, snapshot.source_of(quote.wave).name)


def _parts(
    snapshot: Snapshot, claims: tuple[Claim, ...], assess: Assess, elsewhere: frozenset[str]
) -> tuple[Part, ...]:
    found = []
    for section in (each for each in snapshot.sections if not each.hidden):
        lines = tuple(
            Line(
                claim.text,
                known.mark,
                known.proof,
                claim.key,
                None,
                *lead_and_line(claim, snapshot),
            )
            for claim in claims
            if claim.section == section.id and claim.id not in elsewhere and claim.text.strip()
            for known in (assess(claim.id),)
        )
        if lines or section.id in _NEEDED:
            found.append(Part(section.title, lines, section.id, section.weight))
    return tuple(found)


def _portrait(
    snapshot: Snapshot, persona: Persona, photo: Callable[[Picture], bytes | None] | None
) -> Portrait:
    letters = initials(persona.name)
    picture = snapshot.picture(persona.picture)
    if picture is None or picture.kind == "initials":
        return Portrait(letters)
    if picture.kind == "avatar":
        return Portrait(letters, style=picture.style, seed=picture.seed)
    return Portrait(letters, photo=photo(picture) if photo else None, focus=picture.focus)


def _drawn_from(snapshot: Snapshot, persona: Persona) -> tuple[int, int] | None:
    segment = persona.segment
    grouping: Segmentation | None = snapshot.segmentation_of(segment) if segment else None
    if segment is None or grouping is None:
        return None
    group = next((s for s in snapshot.segments_of(grouping.id) if s.id == segment), None)
    wave = snapshot.table(Wave).get(grouping.wave)
    return (group.n, wave.n) if group and wave and group.n else None


def _cautions(snapshot: Snapshot, persona: Persona, quote: Said | None) -> Iterator[str]:
    picture = snapshot.picture(persona.picture)
    if picture and picture.kind == "photo" and picture.is_real and not picture.consent:
        yield f"The photo of {persona.name} shows a real person, and no consent is noted."
    if quote and len(quote.text) > LONGEST_QUOTE:
        yield f"The quote has {len(quote.text)} characters; {LONGEST_QUOTE} read better on a wall."
    said = {claim.section for claim in snapshot.claims_of(persona.id)}
    empty = [snapshot.section(key).title for key in _NEEDED if key not in said]
    if empty:
        yield f"Nothing is said under {' and '.join(empty)}; the page leaves room for a pen there."
