# SPDX-License-Identifier: MIT
"""A small real project for the tests of the window: forty people, two personas, six claims."""

import json
from datetime import date
from pathlib import Path

from persona_studio.core import clock
from persona_studio.core.fields import new_id
from persona_studio.core.persona import Measure
from persona_studio.core.research import Question, Wave
from persona_studio.storage import claims, evidence, personas, rows, waves
from persona_studio.storage.writer import Writer
from persona_studio.workspace.workspace import Workspace

PEOPLE = [
    ("Most days", "App", "I have four minutes. If the app makes me think, I walk on."),
    ("Most days", "App", "Let me pay before I arrive."),
    ("Once a week", "Shop", "A table for four would be nice."),
    ("Rarely", "Shop", ""),
] * 10
QUESTIONS = (
    ("visits", "How often do you visit us?", "single_choice"),
    ("channel", "Where do you order?", "single_choice"),
    ("wish", "What should we change?", "free_text"),
)


def make(path: Path) -> Workspace:
    """Return an open project with a survey, Maya (four claims) and Ruth (two claims)."""
    workspace = Workspace.create(path, "Spring workshop", "Riverside Coffee")
    with workspace.edit("Import survey") as write:
        wave = _survey(write)
    with workspace.edit("Draft personas") as write:
        _maya(write, wave)
        ruth = personas.add(write, "Host Ruth", tagline="Brings people together")
        claims.add(write, ruth, "goals", "A quiet corner for four on Saturday")
        claims.add(write, ruth, "channels", "Comes in and asks")
    return workspace


def _maya(write: Writer, wave: str) -> None:
    maya = personas.add(write, "Commuter Maya", tagline="Coffee between train and desk")
    orders = claims.add(write, maya, "channels", "Orders in the app", quantifier="about_half")
    evidence.link_measure(write, orders, wave, Measure("channel", "is", "App", "all"))
    beans = claims.add(write, maya, "buying", "Comes on most days", quantifier="most")
    evidence.link_measure(write, beans, wave, Measure("visits", "is", "Most days", "all"))
    follows = claims.add(write, maya, "channels", "Follows us on Instagram")
    evidence.assume(write, follows, "A. Keller")
    claims.add(write, maya, "pains", "The app loses the basket at the last step")


def _survey(write: Writer) -> str:
    source = waves.add_source(write, "Customer survey")
    wave = Wave(new_id(), source, date(2026, 5, 4), clock.now(), "customers_may.csv", n=len(PEOPLE))
    raw = write.connection.connection.dbapi_connection
    assert raw is not None
    rows.register(raw, "row", wave.id)
    cells = [(n, f"P-{n}", json.dumps(person)) for n, person in enumerate(PEOPLE, start=2)]
    rows.add_rows(raw, wave.id, cells)
    questions = [
        Question(new_id(), wave.id, variable, place, place + 1, variable, text, role)
        for place, (variable, text, role) in enumerate(QUESTIONS)
    ]
    waves.show(write, wave, questions)
    return wave.id
