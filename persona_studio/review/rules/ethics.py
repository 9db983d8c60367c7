# SPDX-License-Identifier: MIT
"""Rules that keep real people safe: personal data, consent, photos, names, tiny counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from persona_studio.core.persona import Claim, Persona
from persona_studio.core.research import Quote
from persona_studio.core.reviewing import Finding, Fix, Target
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.grounds import decisive
from persona_studio.evidence.names import Names
from persona_studio.evidence.privacy import find, mask
from persona_studio.evidence.reading import fold
from persona_studio.review.numbers_in_text import says_number, with_instead
from persona_studio.review.rule import Case, Rule, quoted, short
from persona_studio.review.rules.content import AVATAR
from persona_studio.review.rules.evidence import take_away

KINDS = {
    "email": "an e-mail address",
    "phone": "a telephone number",
    "iban": "a bank account",
    "card": "a card number",
    "ip": "a network address",
    "url": "a link to somebody",
    "handle": "a user name",
    "address": "a street address",
    "id_number": "a personal number",
    "name": "the name of somebody asked",
}
_OTHER = "personal data"


def _names(case: Case) -> Names:
    return case.once("names", lambda: Names(case.snapshot, case.data))


def _personal_data(case: Case) -> Iterator[Finding]:
    names = _names(case)
    links: dict[str, list[Claim]] = {}
    for _, claim in case.claims:
        for item in case.snapshot.evidence_of(claim.id):
            if item.quote:
                links.setdefault(item.quote, []).append(claim)
    printed: set[str] = set()
    for quote in case.snapshot.table(Quote).values():
        said = Words("quote", quote.id, "text", quote.text, names.own(quote.wave, quote.row))
        if said.kinds(names):
            mine = links.get(quote.id, [])
            alike = [claim for claim in mine if fold(claim.text) == fold(quote.text)]
            printed |= {claim.id for claim in alike}
            words = [said, *(replace(said, kind="claim", id=claim.id) for claim in alike)]
            whose = mine[0].persona if mine else None
            target = Target("quote", quote.id, whose, said.hidden(names))
            yield _told(target, words, names, [claim.id for claim in alike])
    for _, claim in case.claims:
        if claim.id not in printed:
            target = Target("claim", claim.id, claim.persona, claim.text)
            yield from _where_found(target, list(_of_claim(claim, case)), names)
    for persona in case.personas:
        own = [Words("persona", persona.id, f, getattr(persona, f)) for f in _TEXTS]
        yield from _where_found(case.about(persona), own, names)


_TEXTS = ("name", "tagline", "story")


@dataclass(frozen=True)
class Words:
    """A text of the project by its place; `own` are the names of whoever said it, in one word."""

    kind: str
    id: str
    field: str
    text: str
    own: frozenset[str] = frozenset()

    def kinds(self, names: Names) -> list[str]:
        """Return the kinds of personal data in it."""
        if not self.text:
            return []
        kinds = list(_kinds_in(self.text))
        bare = f" {fold(self.text).translate(_POINTS)} "
        named = any(f" {name} " in bare for name in self.own)
        whole = self.field != "name" and names.found_in(self.text)
        return [*kinds, "name"] if named or whole else kinds

    def hidden(self, names: Names) -> str:
        """Return the text without personal data."""
        plain = mask(self.text)[0]
        return plain if self.field == "name" else names.hide(plain, self.own)


@lru_cache(maxsize=20_000)
def _kinds_in(text: str) -> tuple[str, ...]:
    return tuple(hit.kind for hit in find(text))


_POINTS = str.maketrans(dict.fromkeys(".,;:!?()\"'\u201c\u201d\u2019", " "))


def _of_claim(claim: Claim, case: Case) -> Iterator[Words]:
    yield Words("claim", claim.id, "text", claim.text)
    yield Words("claim", claim.id, "dissent", claim.dissent)
    for item in case.snapshot.evidence_of(claim.id):
        yield Words("evidence", item.id, "note", item.note)


def _where_found(target: Target, words: Sequence[Words], names: Names) -> Iterator[Finding]:
    found = [each for each in words if each.kinds(names)]
    if found:
        hidden = {each.text: each.hidden(names) for each in found}
        safe = replace(target, text=hidden.get(target.text, target.text))
        yield _told(safe, found, names, [])


def _told(target: Target, words: Sequence[Words], names: Names, claims: Sequence[str]) -> Finding:
    kinds = sorted({kind for each in words for kind in each.kinds(names)})
    what = " and ".join(sorted({KINDS.get(kind, _OTHER) for kind in kinds})[:2])
    texts = [[each.kind, each.id, each.field, each.hidden(names)] for each in words]
    return Finding(
        "ET01",
        "B",
        target,
        f"{quoted(target.text, 6)} holds {what}. Printed, it tells who was asked. "
        "Hide it before anybody else reads it.",
        {"passages": len(words), "kinds": kinds, "claims": list(claims)},
        (Fix("mask_text", "Hide it", {"texts": texts}),),
    )


def printed_quotes(snapshot: Snapshot) -> Iterator[tuple[Claim, Quote]]:
    """Yield the claims that are printed as somebody's words, with the quotes they come from."""
    for persona in snapshot.personas:
        for claim in snapshot.claims_of(persona.id, "quotes"):
            for item in snapshot.evidence_of(claim.id):
                quote = snapshot.quote(item.quote) if item.quote else None
                if quote and item.stance == "supports":
                    yield claim, quote


def _consent_missing(case: Case) -> Iterator[Finding]:
    claims: dict[str, list[Claim]] = {}
    quotes: dict[str, Quote] = {}
    for claim, quote in printed_quotes(case.snapshot):
        if quote.consent != "publish":
            claims.setdefault(quote.id, []).append(claim)
            quotes[quote.id] = quote
    for key, quote in quotes.items():
        inside = quote.consent == "internal"
        asked = "agreed to use within the house only" if inside else "was not asked"
        yield Finding(
            "ET02",
            "B",
            Target("quote", key, claims[key][0].persona, quote.text),
            f"Whoever said {quoted(quote.text, 6)} {asked}. Their words stand "
            "on a poster all the same. Ask them, say it in your own words, or take it off.",
            {"consent": quote.consent},
            (
                Fix("publish_quote", "They agreed to print it", {"quote": key}),
                *(_own_words(claims[key][0]) if len(claims[key]) == 1 else ()),
                Fix("park_claim", "Park it", {"claims": [claim.id for claim in claims[key]]}),
            ),
        )


def _own_words(claim: Claim) -> Iterator[Fix]:
    values = {"claim": claim.id, "section": "context", "ask": "text", "text": ""}
    yield Fix("reword_claim", "Say it in our own words", values)


def _real_photo(case: Case) -> Iterator[Finding]:
    for persona in case.personas:
        picture = case.snapshot.picture(persona.picture)
        if picture is None or not picture.is_real:
            continue
        if not (picture.licence.strip() or picture.consent.strip()):
            yield Finding(
                "ET03",
                "B",
                case.about(persona),
                f"The photo of {short(persona.name, 4, 30)} shows a real person, and no consent "
                "or licence is noted. Nobody may want to hang on a wall. Note it, or draw a face.",
                {"picture": picture.id},
                (
                    Fix(
                        "use_avatar",
                        "Draw a face instead",
                        {"persona": persona.id, "style": AVATAR, "seed": persona.id},
                    ),
                    Fix(
                        "note_consent",
                        "Note who agreed",
                        {"picture": picture.id, "ask": "consent", "consent": ""},
                    ),
                ),
            )


def _real_name(case: Case) -> Iterator[Finding]:
    names = _names(case)
    for persona in case.personas:
        if names.is_name(persona.name):
            yield Finding(
                "ET04",
                "B",
                case.about(persona),
                f"Somebody you asked is called {short(persona.name, 4, 30)}, like this persona. "
                "Colleagues may think they know who is meant. Give the persona another name.",
                {"name": 1},
                (
                    Fix(
                        "rename_persona",
                        "Give another name",
                        {"persona": persona.id, "ask": "new_name", "new_name": ""},
                    ),
                    Fix(
                        "rename_persona",
                        f"Call it “{_neutral(persona, case)}”",
                        {"persona": persona.id, "new_name": _neutral(persona, case)},
                    ),
                ),
            )


def _neutral(persona: Persona, case: Case) -> str:
    """Return a name nobody has: the kind of customer by its place on the board."""
    place = case.personas.index(persona)
    return f"Customer {chr(ord('A') + place % 26)}"


def _tiny_count(case: Case) -> Iterator[Finding]:
    least = case.limit("ET05", "people")
    for persona, claim in case.claims:
        chief = decisive(case.assess(claim).measured)
        if chief is None or not chief.n_total:
            continue
        k, n = chief.n_for, chief.n_total
        spelled = says_number(claim.text)
        if n < least or (spelled and 0 < k < least):
            few = n if n < least else k
            values = {
                "changes": {claim.id: {"text": with_instead(claim.text, "a few")}}
                if spelled
                else {},
                "evidence": [chief.evidence.id] if n < least else [],
            }
            yield Finding(
                "ET05",
                "W",
                case.target(persona, claim),
                f"{quoted(claim.text)} comes down to {few} people. So small a number can tell who "
                "they are. Say “a few” instead.",
                {"k": k, "n": n},
                (Fix("hide_count", "Say “a few”", values), *take_away(claim)),
            )


ET01 = Rule(
    "ET01",
    "Personal data in words",
    "Quotes must not tell who said them; once printed, they cannot be called back.",
    "B",
    _personal_data,
    moves={"passages": 0},
)
ET02 = Rule(
    "ET02",
    "Consent missing",
    "People agree to one use of their words, not to every use.",
    "B",
    _consent_missing,
    same=("consent",),
    several="{0} quotes: nobody was asked whether they may be printed.",
)
ET03 = Rule(
    "ET03",
    "Real photo without consent",
    "A photo belongs to whoever took it and to whoever is on it.",
    "B",
    _real_photo,
    same=("picture",),
)
ET04 = Rule(
    "ET04",
    "Named like somebody asked",
    "A persona with a real customer's name is taken for that customer.",
    "B",
    _real_name,
)
ET05 = Rule(
    "ET05",
    "Tiny count printed",
    "Counts below five are not printed where people could be recognised.",
    "W",
    _tiny_count,
    limits={"people": 5},
    reads={
        "people": "below {0} people",
    },
    same=("k", "n"),
)
