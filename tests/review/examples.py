# SPDX-License-Identifier: MIT
"""One project that makes each rule speak, and its twin that keeps it silent."""

from collections.abc import Callable
from datetime import date

from persona_studio.core.reviewing import SignOff
from persona_studio.review.rule import Rule
from persona_studio.review.rules import RULES
from tests.evidence.draft import Draft

Example = Callable[[Draft], None]


def sound_claim(draft: Draft, persona: str, **more: object) -> str:
    """A claim most of 100 people of a fresh survey support."""
    survey = next((s for s in draft.values["source"].values() if s.kind == "survey"), None)
    source = survey.id if survey else draft.source("survey", "Customer survey")
    waves = [w.id for w in draft.values["wave"].values() if w.source == source]
    wave = waves[0] if waves else draft.wave(source)
    claim = draft.claim(persona, quantifier="most", **more)
    draft.measured(claim, wave, 90, 100)
    return claim


def ev01_fires(draft: Draft) -> None:
    persona = draft.persona()
    sound_claim(draft, persona)
    draft.claim(persona, "Waits for the sale")


def ev01_silent(draft: Draft) -> None:
    sound_claim(draft, draft.persona())


def ev02_fires(draft: Draft) -> None:
    persona = draft.persona()
    for _ in range(3):
        sound_claim(draft, persona)
    draft.assumption(draft.claim(persona, "Asks friends first"))


def ev02_silent(draft: Draft) -> None:
    persona = draft.persona()
    claim = sound_claim(draft, persona)
    draft.assumption(claim)


def ev08_fires(draft: Draft) -> None:
    wave = draft.wave(draft.source("survey", "Customer survey"))
    draft.measured(draft.claim(draft.persona(), quantifier="most"), wave, 30, 100)


def ev08_silent(draft: Draft) -> None:
    wave = draft.wave(draft.source("survey", "Customer survey"))
    draft.measured(draft.claim(draft.persona(), quantifier="most"), wave, 5, 12)


def st01_fires(draft: Draft) -> None:
    wave = draft.wave(draft.source("survey", "Customer survey"), date(2024, 6, 14))
    draft.measured(draft.claim(draft.persona(), quantifier="most"), wave, 90, 100)


def st01_silent(draft: Draft) -> None:
    wave = draft.wave(draft.source("survey", "Customer survey"), date(2024, 6, 15))
    draft.measured(draft.claim(draft.persona(), quantifier="most"), wave, 90, 100)


def st02_fires(draft: Draft) -> None:
    persona = draft.persona(created=date(2024, 1, 1))
    sound_claim(draft, persona)
    draft.add(SignOff("s1", persona, None, "A. Keller", date(2025, 6, 14), "hash"))


def st02_silent(draft: Draft) -> None:
    persona = draft.persona(created=date(2024, 1, 1))
    sound_claim(draft, persona)
    draft.add(SignOff("s1", persona, None, "A. Keller", date(2025, 6, 15), "hash"))


def se01_fires(draft: Draft) -> None:
    for number in range(6):
        sound_claim(draft, draft.persona(f"Persona {number}"))


def se01_silent(draft: Draft) -> None:
    for number in range(10):
        role = "primary" if number < 5 else "secondary"
        sound_claim(draft, draft.persona(f"Persona {number}", role=role))


EXAMPLES: dict[str, tuple[Example, Example]] = {
    "EV01": (ev01_fires, ev01_silent),
    "EV02": (ev02_fires, ev02_silent),
    "EV08": (ev08_fires, ev08_silent),
    "ST01": (st01_fires, st01_silent),
    "ST02": (st02_fires, st02_silent),
    "SE01": (se01_fires, se01_silent),
}


def rules(*names: str) -> tuple[Rule, ...]:
    """The rules of these names; small examples are looked at by few rules at a time."""
    return tuple(rule for rule in RULES if rule.id in (names or EXAMPLES))
