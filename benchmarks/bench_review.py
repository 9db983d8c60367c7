# SPDX-License-Identifier: MIT
"""A whole review, the re-check after one edit, and the prevalence of a long description.

Seconds a person waits, measured on a project of 10 personas with 25 claims each, 5,000 people
asked 60 questions; the review is the first after opening, with nothing read yet.
"""

import gc
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from persona_studio.core import clock
from persona_studio.core.persona import Claim, Measure
from persona_studio.core.research import Question
from persona_studio.evidence.columns import answers_of, encode
from persona_studio.evidence.prevalence import Line, prevalence
from persona_studio.storage import claims
from persona_studio.workspace.portability import load
from persona_studio.workspace.workspace import Workspace

PERSONAS, CLAIMS, PEOPLE, QUESTIONS = 10, 25, 5_000, 60
LINES, ROWS = 12, 20_000
EDITS = 15
SECTIONS = ("goals", "pains", "behaviours", "channels", "buying", "values", "context")
WORDS = (
    "queue",
    "lunch",
    "till",
    "basket",
    "train",
    "letter",
    "driver",
    "corner",
    "ticket",
    "office",
)


def run() -> list[tuple[str, float, float, str]]:
    """Return the seconds and milliseconds of reviewing."""
    with tempfile.TemporaryDirectory() as folder:
        path = _project(Path(folder))
        with clock.fixed(clock.today()):
            first = statistics.median(_first_review(path) for _ in range(3))
            again = _after_edits(path)
    return [
        ("first review, 10 x 25 claims x 5,000 people", first, 1.0, "s"),
        ("review after one edit, median", again, 50.0, "ms"),
        ("prevalence, 12 lines x 20,000 rows", _prevalence(), 100.0, "ms"),
    ]


def _first_review(path: Path) -> float:
    workspace = Workspace.open(path, read_only=True)
    start = time.perf_counter()
    findings = workspace.findings()
    took = time.perf_counter() - start
    workspace.close()
    sys.stderr.write(f"{len(findings)} findings\n")
    return took


def _after_edits(path: Path) -> float:
    """Return the milliseconds of reading the findings again after edits of single claims."""
    workspace = Workspace.open(path)
    workspace.findings()
    draw, times = Random(3), []
    keys = sorted(workspace.snapshot.table(Claim))
    for number in range(EDITS):
        with workspace.edit("Edit") as write:
            claims.edit_text(
                write, draw.choice(keys), f"Walks past the {WORDS[number % len(WORDS)]} twice"
            )
        gc.collect()
        start = time.perf_counter()
        workspace.findings()
        times.append(time.perf_counter() - start)
    workspace.close()
    return 1000 * statistics.median(times)


def _prevalence() -> float:
    draw = Random(1)
    questions = {f"v{n}": Question(f"q{n}", "w", f"v{n}", n, n + 1, f"v{n}") for n in range(LINES)}
    columns = {name: encode(draw.choices("abcde", k=ROWS)) for name in questions}
    answers = answers_of("w", [(n, f"P{n}") for n in range(ROWS)], columns, questions)
    lines = [Line(name, Measure(name, "any_of", ["a", "b", "c"])) for name in questions]
    times = []
    for _ in range(7):
        start = time.perf_counter()
        prevalence(lines, answers)
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def _project(folder: Path) -> Path:
    """Make the project through the door any project comes in by; return its file."""
    source, target = folder / "bench.json", folder / "bench.persona"
    source.write_text(json.dumps(_document(Random(7))), encoding="utf-8")
    load(source, target).close()
    return target


def _document(draw: Random) -> dict[str, Any]:
    names = [f"q{n}" for n in range(QUESTIONS)]
    rows = [
        {"number": n, "cells": [draw.choice("abcd") for _ in names]} for n in range(1, PEOPLE + 1)
    ]
    asked = [{"id": name, "label": f"Question {name}"} for name in names]
    segments = [{"id": f"s{n}", "number": n, "n": PEOPLE // PERSONAS} for n in range(PERSONAS)]
    members = [{"row": n, "segment": f"s{n % PERSONAS}"} for n in range(1, PEOPLE + 1)]
    return {
        "format": "persona-studio",
        "version": 1,
        "project": {"id": "p", "name": "Bench", "market": "b2c"},
        "sources": [
            {"id": "s", "name": "Survey"},
            {"id": "t", "name": "Talks", "kind": "interviews"},
        ],
        "waves": [
            {
                "id": "w",
                "source": "s",
                "collected_on": "2026-05-01",
                "questions": asked,
                "rows": rows,
            }
        ],
        "segmentations": [
            {
                "id": "g",
                "wave": "w",
                "questions": names[:6],
                "k": PERSONAS,
                "verdict": "clear",
                "segments": segments,
                "memberships": members,
            }
        ],
        "personas": [
            {"id": f"p{n}", "name": f"Persona {n}", "segment": f"s{n}", "position": n}
            for n in range(PERSONAS)
        ],
        **_claims(draw),
    }


def _claims(draw: Random) -> dict[str, Any]:
    """Return claims in words of their own, each with a measure, every third with a note."""
    made: dict[str, Any] = {"claims": [], "evidence": []}
    for number in range(PERSONAS * CLAIMS):
        words = " ".join(draw.sample(WORDS, 5))
        claim = {
            "id": f"c{number}",
            "persona": f"p{number // CLAIMS}",
            "section": SECTIONS[number % len(SECTIONS)],
            "text": f"Looks for {words} number {number}",
            "key": number % 5 == 0,
            "quantifier": ("some", "some", "most", None)[number % 4],
        }
        measure = {"question": f"q{6 + number % 54}", "op": "is", "value": "a"}
        made["claims"].append(claim)
        made["evidence"].append(
            {
                "id": f"e{number}",
                "claim": claim["id"],
                "source": "s",
                "wave": "w",
                "measure": measure,
            }
        )
        if number % 3 == 0:
            note = {
                "id": f"n{number}",
                "claim": claim["id"],
                "source": "t",
                "note": "Heard",
                "n_for": 4,
            }
            made["evidence"].append(note)
    return made
