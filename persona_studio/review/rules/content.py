# SPDX-License-Identifier: MIT
"""Rules about what a persona is made of: sections, face and voice, how much, and what repeats."""

from collections.abc import Iterator, Sequence

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Quote
from persona_studio.core.reviewing import Finding, Fix
from persona_studio.core.sections import ATTRIBUTES, Section
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.attributes import of_claims
from persona_studio.evidence.grounds import theme_rows
from persona_studio.evidence.reading import fold
from persona_studio.review.rule import Case, Rule, quoted, short

NEEDED = ("goals", "pains", "behaviours", "channels")
VITAL = ("goals", "pains")
AVATAR = "open-peeps"
_TITLES = {attribute.id: attribute.title for attribute in ATTRIBUTES}


def _missing_section(case: Case) -> Iterator[Finding]:
    wanted = (*NEEDED, "buying") if case.snapshot.project.market == "b2c" else NEEDED
    for persona in case.personas:
        there = {claim.section for claim in case.snapshot.claims_of(persona.id)}
        missing = [
            section
            for section in wanted
            if section not in there
            and (section in VITAL or not case.snapshot.section(section).hidden)
        ]
        if missing:
            titles = ", ".join(case.snapshot.section(each).title.lower() for each in missing)
            yield Finding(
                "CO01",
                "B" if set(missing) & set(VITAL) else "W",
                case.about(persona),
                f"{short(persona.name, 4, 30)} says nothing on {titles}. Whoever uses it will "
                "fill the gap with a guess. Add what you know, or what you assume.",
                {"missing": missing},
                tuple(_fill(persona, missing, case)),
            )


def _fill(persona: Persona, missing: Sequence[str], case: Case) -> Iterator[Fix]:
    """Yield fixes that fill the first gap: with a parked claim, or in the user's words."""
    section = missing[0]
    for claim in case.snapshot.claims_of(None, section)[:1]:
        values = {"claim": claim.id, "persona": persona.id, "section": section}
        yield Fix("take_claim", f"Take {quoted(claim.text, 5)} from the parking lot", values)
    yield ask_claim(persona, case.snapshot.section(section))


def ask_claim(persona: Persona, section: Section) -> Fix:
    """Return the fix that adds a claim in the words the user gives."""
    values = {"persona": persona.id, "section": section.id, "ask": "text", "text": ""}
    return Fix("add_claim", f"Add to {section.title.lower()}", values)


def _no_face_no_voice(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        picture = case.snapshot.picture(persona.picture)
        faceless = picture is None or picture.kind == "initials"
        quotes = quotes_behind(persona, case.snapshot)
        mute = not any(quote.consent == "publish" for quote in quotes)
        if faceless or mute:
            what = " and ".join(["no face"] * faceless + ["no quote to print"] * mute)
            yield Finding(
                "CO02",
                "N",
                case.about(persona),
                f"{short(persona.name, 4, 30)} has {what}. People remember a person they can see "
                "and hear. Draw a face, or clear a quote.",
                {"picture": not faceless, "quote": not mute},
                (*_face(persona, faceless=faceless), *_voice(persona, quotes, case, mute=mute)),
            )


def quotes_behind(persona: Persona, snapshot: Snapshot) -> list[Quote]:
    """Return the quotes linked to a persona's claims, directly or by a theme, in board order."""
    found: dict[str, Quote] = {}
    by_place = {(q.wave, q.row): q for q in snapshot.table(Quote).values()}
    for claim in snapshot.claims_of(persona.id):
        for item in snapshot.evidence_of(claim.id):
            quote = snapshot.quote(item.quote) if item.quote else None
            if quote:
                found[quote.id] = quote
            for wave, rows in theme_rows(snapshot).get(item.theme or "", {}).items():
                said = [by_place[wave, row] for row in sorted(rows) if (wave, row) in by_place]
                found |= {each.id: each for each in said}
    return list(found.values())


def _face(persona: Persona, *, faceless: bool) -> Iterator[Fix]:
    if faceless:
        values = {"persona": persona.id, "style": AVATAR, "seed": persona.id}
        yield Fix("use_avatar", "Draw a face", values)


def _voice(persona: Persona, quotes: Sequence[Quote], case: Case, *, mute: bool) -> Iterator[Fix]:
    if not mute:
        return
    for quote in quotes[:1]:
        label = f"They agreed to print {quoted(quote.text, 5)}"
        yield Fix("publish_quote", label, {"quote": quote.id})
    cleared = [q for q in case.snapshot.table(Quote).values() if q.consent == "publish"]
    for quote in sorted(cleared, key=lambda q: (len(q.text), q.id))[:1]:
        values = {"persona": persona.id, "quote": quote.id}
        yield Fix("add_quote", f"Use {quoted(quote.text, 5)}", values)


def _demographics_only(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        facts = [claim for claim in claims if claim.section == "demographics"]
        acts = [claim for claim in claims if claim.section in ("goals", "behaviours")]
        share = len(facts) / len(claims) if claims else 0.0
        heavy = share > case.limit("CO03", "share")
        if not claims or (acts and not heavy):
            continue
        name = short(persona.name, 4, 30)
        seen = (
            f"{len(facts)} of {len(claims)} claims say who {name} is, not what they do"
            if heavy
            else f"Nothing says what {name} wants or does"
        )
        yield Finding(
            "CO03",
            "W",
            case.about(persona),
            f"{seen}. People alike on paper act quite differently. "
            "Add goals and behaviours, or take facts off.",
            {"demographic": len(facts), "claims": len(claims), "share": share},
            tuple(_rebalance(persona, facts, len(claims), case, heavy=heavy)),
        )


def _rebalance(
    persona: Persona, facts: Sequence[Claim], total: int, case: Case, *, heavy: bool
) -> Iterator[Fix]:
    if not heavy:
        yield ask_claim(persona, case.snapshot.section("goals"))
        yield ask_claim(persona, case.snapshot.section("behaviours"))
        return
    kept, share = len(facts), case.limit("CO03", "share")
    while kept and kept > share * (total - len(facts) + kept):
        kept -= 1
    going = [claim.id for claim in _weakest(facts, case)[: len(facts) - kept]]
    yield Fix("park_claim", f"Park {len(going)} of the facts", {"claims": going})


def _weakest(claims: Sequence[Claim], case: Case) -> list[Claim]:
    """Return claims by strength, the weakest first; key claims last."""
    return sorted(claims, key=lambda c: (c.key, case.assess(c).strength, -c.position, c.id))


def _too_many_claims(case: Case) -> Iterator[Finding]:
    most, each = int(case.limit("CO06", "claims")), int(case.limit("CO06", "section"))
    for persona in case.personas:
        claims = case.snapshot.claims_of(persona.id)
        sections = {claim.section for claim in claims}
        full = {s: [c for c in claims if c.section == s] for s in sorted(sections)}
        over = {s: found for s, found in full.items() if len(found) > each}
        if len(claims) <= most and not over:
            continue
        going = {c.id for found in over.values() for c in _weakest(found, case)[: -each or None]}
        rest = [c for c in _weakest(claims, case) if c.id not in going]
        going |= {c.id for c in rest[: max(0, len(rest) - most)]}
        fullest = max(full, key=lambda section: (len(full[section]), section))
        title = case.snapshot.section(fullest).title
        seen = (
            f"{short(persona.name, 4, 30)} has {len(claims)} claims"
            if len(claims) > most
            else f"{title} of {short(persona.name, 4, 30)} has {len(full[fullest])}"
        )
        yield Finding(
            "CO06",
            "N",
            case.about(persona),
            f"{seen}. Nobody keeps so many in mind, and fewer people fit with each. "
            f"Park the {len(going)} weakest.",
            {"claims": len(claims), "section": len(full[fullest])},
            (Fix("park_claim", f"Park the {len(going)} weakest", {"claims": sorted(going)}),),
        )


def _said_twice(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        first: dict[str, Claim] = {}
        for claim in case.snapshot.claims_of(persona.id):
            words = " ".join(fold(claim.text).strip(" .!?").split())
            if words in first:
                into = {"claim": claim.id, "into": first[words].id}
                yield Finding(
                    "CO09",
                    "N",
                    case.target(persona, claim),
                    f"{quoted(claim.text)} stands there twice. It looks like more than it is. "
                    "Make one line of the two.",
                    {"other": first[words].id},
                    (Fix("merge_claims", "Make one of the two", into),),
                )
            elif words:
                first[words] = claim


def _said_by_all(case: Case) -> Iterator[Finding]:
    if len(case.personas) < case.limit("CO10", "personas"):
        return
    said = [of_claims(case.snapshot.claims_of(persona.id)) for persona in case.personas]
    shared = sorted(
        attribute
        for attribute, extents in said[0].items()
        if all(other.get(attribute) == extents for other in said[1:])
    )
    if shared:
        titles = ", ".join(_TITLES.get(each, each).lower() for each in shared)
        going = [c.id for _, c in case.claims if c.attribute in shared]
        yield Finding(
            "CO10",
            "N",
            case.whole,
            f"All {len(said)} personas are alike in {short(titles, 6, 50)}. What is true of "
            "everybody tells nobody apart. Park it, and say it once for all customers.",
            {"attributes": shared},
            (Fix("park_claim", f"Park {short(titles, 4, 40)}", {"claims": going}),),
        )


CO01 = Rule(
    "CO01",
    "Missing section",
    "Goals, pains, behaviours and channels are what a persona is used for.",
    "W",
    _missing_section,
    same=("missing",),
)
CO02 = Rule(
    "CO02",
    "No face or no voice",
    "A face and a voice make a persona somebody; without them it is a table.",
    "N",
    _no_face_no_voice,
    same=("picture", "quote"),
)
CO03 = Rule(
    "CO03",
    "Demographics only",
    "Age and income seldom decide what people do; goals and habits do.",
    "W",
    _demographics_only,
    limits={"share": 0.5},
    reads={
        "share": "above {0} % of the claims",
    },
    moves={"share": 0.1},
)
CO06 = Rule(
    "CO06",
    "Too many claims",
    "Eight lines that each hold for seven in ten hold together for one in seventeen.",
    "N",
    _too_many_claims,
    limits={"claims": 25, "section": 7},
    reads={
        "claims": "above {0} claims",
        "section": "above {0} in one section",
    },
    moves={"claims": 3, "section": 2},
)
CO09 = Rule(
    "CO09",
    "Said twice",
    "A line that stands there twice weighs twice in the eye.",
    "N",
    _said_twice,
    same=("other",),
)
CO10 = Rule(
    "CO10",
    "Said by every persona",
    "Personas are there to tell people apart.",
    "N",
    _said_by_all,
    limits={"personas": 3},
    reads={
        "personas": "from {0} personas on",
    },
    same=("attributes",),
)
