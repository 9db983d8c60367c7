# SPDX-License-Identifier: MIT
"""What may leave the house: quotes ticked for print only, no small counts, no notes, no names.

A count is small when it, or what is missing to everybody asked, is below five: either could tell
who they are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from re import compile as pattern

from persona_studio.core.persona import Claim, Evidence, Persona, Picture
from persona_studio.core.research import Quote
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.assess import Assessment
from persona_studio.publish.claims import FEW, Ledger, Proven, Told
from persona_studio.publish.comparison import Comparison
from persona_studio.publish.drawn import Bar, Figure
from persona_studio.publish.golden import Golden
from persona_studio.publish.sheet import Assess, Sheet, each_line

FEWEST = 5
_FEWEST_WORDS, _WORD = 4, pattern(r"\w+")  # words of a quote that tell it is one said again
_FEW_WORDS = f"Fewer than {FEWEST} people"


@dataclass(frozen=True)
class Hushed:
    """A claim's mark, and its proof without a small count."""

    mark: str
    proof: str


def reduced(snapshot: Snapshot) -> Snapshot:
    """Return the project without quotes nobody agreed to print, and without the team's notes."""
    quotes = snapshot.table(Quote)
    unasked = {
        key: replace(quote, consent="none")
        for key, quote in quotes.items()
        if quote.consent != "publish"
    }
    claims, silenced = snapshot.table(Claim), Silenced(snapshot)
    gone = [key for key, claim in claims.items() if not silenced.lets(claim)]
    silent = {key: replace(c, dissent="") for key, c in claims.items() if c.dissent}
    notes = {key: replace(e, note="") for key, e in snapshot.table(Evidence).items() if e.note}
    found = snapshot.replaced("quote", unasked, ()).replaced("evidence", notes, ())
    known = snapshot.table(Persona)
    people = {key: silenced.quieted(persona) for key, persona in known.items()}
    changed = {key: now for key, now in people.items() if now != known[key]}
    return found.replaced("claim", silent, gone).replaced("persona", changed, ())


class Silenced:
    """The words of a project that nobody agreed to print, wherever they are said again."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        quotes = snapshot.table(Quote).values()
        texts = (_folded(quote.text) for quote in quotes if quote.consent != "publish")
        self._words = [text for text in texts if len(text.split()) >= _FEWEST_WORDS]

    def lets(self, claim: Claim) -> bool:
        """Tell whether a claim may leave the house: a quote, in any section, only when ticked.

        What a question counts is no quote, whatever its answers are called.
        """
        evidence = self._snapshot.evidence_of(claim.id)
        if claim.section != "quotes":
            return any(e.measure for e in evidence) or not self._repeats(claim.text)
        linked = [self._snapshot.quote(e.quote) for e in evidence if e.quote]
        said = [quote for quote in linked if quote is not None]
        return bool(said) and all(quote.consent == "publish" for quote in said)

    def quieted(self, persona: Persona) -> Persona:
        """Return a persona whose story and tagline repeat none of the words."""
        story = "" if self._repeats(persona.story) else persona.story
        tagline = "" if self._repeats(persona.tagline) else persona.tagline
        return replace(persona, story=story, tagline=tagline)

    def _repeats(self, text: str) -> bool:
        """Tell whether a text holds all of a quote's words in their order, or is part of them."""
        said = _folded(text)
        part = said if len(said.split()) >= 2 * _FEWEST_WORDS else "\n"
        return any(words in said or part in words for words in self._words)


def _folded(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def left_out(snapshot: Snapshot, persona: str) -> dict[str, int]:
    """Return what of a persona may not be printed: how many of each kind."""
    claims, silenced = snapshot.claims_of(persona), Silenced(snapshot)
    printed = [claim for claim in claims if silenced.lets(claim)]
    items = [item for claim in claims for item in snapshot.evidence_of(claim.id)]
    said = [snapshot.quote(item.quote) for item in items if item.quote]
    unasked = {quote.id for quote in said if quote is not None and quote.consent != "publish"}
    alone = sum(
        not any(e.quote for e in snapshot.evidence_of(c.id)) for c in claims if c not in printed
    )
    known = snapshot.table(Persona)[persona]
    alone += silenced.quieted(known) != known
    picture = snapshot.picture(known.picture)
    hidden = picture is not None and picture.is_real and not picture.consent.strip()
    return {
        "quote nobody agreed to print": alone + len(unasked),
        "note of the team": sum(bool(item.note.strip()) for item in items),
        "word of disagreement": sum(bool(claim.dissent.strip()) for claim in printed),
        "photo of somebody who was not asked": int(hidden),
    }


def photo_of(picture: Picture, data: bytes | None) -> bytes | None:
    """Return a photo's bytes unless it shows a real person who was not asked."""
    return None if picture.is_real and not picture.consent.strip() else data


def is_small(count: int, total: int) -> bool:
    """Tell whether a count of a total could tell who they are."""
    return total < FEWEST or 0 < count < FEWEST or 0 < total - count < FEWEST


def hushed(assess: Callable[[str], Assessment]) -> Assess:
    """Return the same assessments without small counts."""

    def quietly(claim: str) -> Hushed:
        found = assess(claim)
        return Hushed(found.mark, _proof(found))

    return quietly


def _proof(found: Assessment) -> str:
    if not found.n_total or not is_small(found.n_for, found.n_total):
        return found.proof
    head, dot, source = found.proof.partition(" \u00b7 ")
    if head.startswith("Data says"):
        return head.partition(":")[0] + dot + source
    nearly = found.n_total >= FEWEST <= found.n_for
    return ("Nearly everybody asked" if nearly else _FEW_WORDS) + dot + source


def masked(sheet: Sheet, missing: Mapping[str, int]) -> Sheet:
    """Return a sheet without small counts, saying all that had to be left out."""
    shown = each_line(sheet, lambda line: replace(line, figure=_figure(line.figure)))
    ledger = _ledger(sheet.ledger)
    counts = [(sheet.fits, _large(sheet.fits)), (sheet.drawn_from, _large(sheet.drawn_from))]
    counts += [(c.n, now.n) for c, now in zip(sheet.ledger.claims, ledger.claims, strict=True)]
    for claim, now in zip(sheet.ledger.claims, ledger.claims, strict=True):
        counts += [((t.n_for, 0), (n.n_for, 0)) for t, n in zip(claim.told, now.told, strict=True)]
    golden = _golden(sheet.golden)
    if sheet.golden and golden:
        counts += list(zip(sheet.golden.recall, golden.recall, strict=True))
        counts += [(sheet.golden.hit, None)] if golden.hushed else []
    told = {
        **missing,
        "plan to test an assumption": sum(bool(c.remark) for c in sheet.ledger.claims),
        "change since the sign-off": len(sheet.ledger.changes),
        "drawing with fewer than five people on a step": _differing(sheet, shown),
        "count below five": sum(before != after for before, after in counts),
    }
    names = [_counted(count, name) for name, count in told.items() if count]
    cautions = [f"Left out for the client: {', '.join(names)}."] if names else []
    return replace(
        shown,
        fits=_large(sheet.fits),
        drawn_from=_large(sheet.drawn_from),
        ledger=ledger,
        golden=golden,
        cautions=(*sheet.cautions, *cautions),
    )


def _counted(count: int, name: str) -> str:
    head, space, rest = name.partition(" ")
    return f"1 {name}" if count == 1 else f"{count} {head}s{space}{rest}"


def _differing(sheet: Sheet, shown: Sheet) -> int:
    pairs = zip(sheet.parts, shown.parts, strict=True)
    lines = (zip(before.lines, after.lines, strict=True) for before, after in pairs)
    return sum(one.figure != other.figure for pair in lines for one, other in pair)


def _figure(figure: Figure | None) -> Figure | None:
    """Return a drawing no count of which could tell who they are; a scale keeps its marker."""
    if isinstance(figure, Bar):
        counts = [figure.n, *([figure.everyone] if figure.everyone else [])]
        return None if any(is_small(*count) for count in counts) else figure
    if figure is None or not any(0 < n < FEWEST for n in (*figure.mine, *figure.everyone)):
        return figure
    few = sum(figure.mine) < FEWEST
    return None if few else replace(figure, mine=(), everyone=())


def _golden(golden: Golden | None) -> Golden | None:
    """Return the rule with its points, and no group's recall nor misses of few people."""
    if golden is None:
        return None
    recall = tuple(_large(count) for count in golden.recall)
    return replace(golden, recall=recall, hushed=is_small(*golden.hit))


def compared(found: Comparison) -> Comparison:
    """Return what a line-up compares by, without small counts."""
    rows = tuple(
        replace(row, counts=tuple(_large(count) for count in row.counts)) for row in found.rows
    )
    shared = tuple(pair for pair in found.shared if pair[2] >= FEWEST)
    before = [count for row in found.rows for count in row.counts]
    after = [count for row in rows for count in row.counts]
    hidden = sum(one != other for one, other in zip(before, after, strict=True))
    hidden += len(found.shared) - len(shared)
    return replace(found, rows=rows, shared=shared, hidden=hidden)


def _large(pair: tuple[int, int] | None) -> tuple[int, int] | None:
    return None if pair is None or is_small(*pair) else pair


def _ledger(ledger: Ledger) -> Ledger:
    """Hide small counts; who signed and who assumes is not for the client, nor are edits."""
    signed = ledger.signed.partition(" by ")[0].rstrip(".;")
    return Ledger(tuple(_quiet(ledger.claims)), (), f"{signed}." if signed else "")


def _quiet(claims: tuple[Proven, ...]) -> Iterator[Proven]:
    for claim in claims:
        n = _large(claim.n)
        told = tuple(Told(t.source, t.day, _few(t.n_for), _few(t.n_against)) for t in claim.told)
        yield replace(claim, n=n, measured=claim.measured and n is not None, told=told, remark="")


def _few(count: int) -> int:
    return FEW if 0 < count < FEWEST else count
