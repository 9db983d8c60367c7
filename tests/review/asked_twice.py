# SPDX-License-Identifier: MIT
"""A survey of a hundred people asked twice: everybody's card has become cash, the rest holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from persona_studio.core.persona import Measure
from persona_studio.storage import evidence, settings
from persona_studio.workspace.workspace import Workspace
from tests.evidence.draft import Draft
from tests.review.opened import opened

QUESTIONS = ("visits", "pays")
BEFORE = [["Daily", "Card"]] * 80 + [["Rarely", "Cash"]] * 20
AFTER = [["Daily", "Card"]] * 10 + [["Daily", "Cash"]] * 72 + [["Rarely", "Cash"]] * 18


@contextmanager
def asked_twice(folder: Path) -> Iterator[Workspace]:
    """Open a project of one persona: a claim that changed, one that holds, one never measured."""
    draft = Draft()
    source = draft.source("survey", "Customer survey")
    for day in (date(2025, 11, 1), date(2026, 5, 1)):
        wave = draft.wave(source, day, n=100)
        for name in QUESTIONS:
            draft.question(wave, name, role="single_choice")
    persona = draft.persona("Commuter Maya")
    draft.claim(persona, "Comes every day", quantifier="most", section="behaviours")
    draft.claim(persona, "Pays by card", quantifier="most", key=True, section="buying")
    draft.claim(persona, "Likes dogs", section="values")
    measures = (("claim1", "visits", "Daily"), ("claim2", "pays", "Card"))
    with opened(draft, folder, {"wave1": BEFORE, "wave2": AFTER}) as found:
        with found.edit("Link") as write:
            settings.put(write, "review.limits", {})
            for claim, variable, value in measures:
                measure = Measure(variable, "is", value, "all")
                evidence.link_measure(write, claim, "wave1", measure)
        yield found
