# SPDX-License-Identifier: MIT
"""Names for a persona that fit no stereotype to a group, and labels out of its own claims.

Given names come by lot from a list of a language the user chose, as many mostly of women as
mostly of men, and nothing of the persona is looked at. Names that personas have, and names that
the project knows of people who were asked, are left out.
"""

import re
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from persona_studio import paths
from persona_studio.core.persona import Persona
from persona_studio.core.snapshot import Snapshot
from persona_studio.evidence.names import Names
from persona_studio.evidence.reading import fold
from persona_studio.evidence.silent import says_something
from persona_studio.evidence.spoken import many_words
from persona_studio.evidence.verdict import WORDS

if TYPE_CHECKING:
    from persona_studio.workspace.workspace import Workspace

SETTING = "names.language"
EACH = 4
MOST_LABELS = 5
_LONGEST_LABEL, _MOST_WORDS = 36, 5
_ASKING, _EDGES = re.compile("[?\uff1f\u061f]"), " :.?\uff1a\u3002\uff1f\u061f"
_SECTIONS = ("goals", "behaviours", "buying", "motivations", "pains", "channels", "values")


@cache
def lists() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return by language the names mostly of women and those mostly of men."""
    text = (paths.resources() / "names" / "given.txt").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            language, _, names = line.partition(":")
            one, _, other = names.partition("|")
            found[language] = (_split(one), _split(other))
    return found


def language_of(snapshot: Snapshot) -> str:
    """Return the language the project's names come from, "" for all of them."""
    chosen = snapshot.settings.get(SETTING)
    return chosen if isinstance(chosen, str) and chosen in lists() else ""


def given_names(ws: "Workspace", lot: Random) -> list[str]:
    """Return names by lot, as many of each half, in no order."""
    language = language_of(ws.snapshot)
    chosen = [lists()[language]] if language else list(lists().values())
    taken = _taken(ws)
    found: list[str] = []
    for half in (0, 1):
        free = sorted({name for each in chosen for name in each[half] if fold(name) not in taken})
        free = [name for name in free if name not in found]
        found += lot.sample(free, min(EACH, len(free)))
    lot.shuffle(found)
    return found


def labels(ws: "Workspace", persona: str) -> list[str]:
    """Return what a persona may be called by what it does and wants, the best backed first."""
    found: dict[str, int] = {}
    for claim in ws.snapshot.claims_of(persona):
        seen = ws.assess(claim.id)
        label = _label(seen.line)
        if claim.section in _SECTIONS and seen.mark != "slashed" and label:
            found[label] = max(found.get(label, 0), seen.strength + (100 if claim.key else 0))
    return sorted(found, key=lambda label: (-found[label], label))[:MOST_LABELS]


def _label(text: str) -> str:
    """Return a line short enough for a name, "" where it is none."""
    bare = _ASKING.split(text)[-1].strip(_EDGES) or text.strip(_EDGES)
    head, colon, rest = bare.partition(": ")
    if colon and head.casefold() in WORDS.values():
        bare = rest
    fits = len(bare) <= _LONGEST_LABEL and 1 < many_words(bare) <= _MOST_WORDS
    fits = fits and says_something(bare) and not any(char.isdigit() for char in bare)
    return bare[:1].upper() + bare[1:] if fits else ""


def _taken(ws: "Workspace") -> frozenset[str]:
    """Return the folded words of names that are in use, by personas or by people who were asked."""
    snapshot = ws.snapshot
    used = {
        fold(word)
        for persona in snapshot.table(Persona).values()
        for word in persona.name.replace("-", " ").split()
    }
    known = Names(snapshot, ws.judging.data)
    met = {fold(n) for halves in lists().values() for h in halves for n in h if known.has_word(n)}
    return frozenset(used | met)


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
