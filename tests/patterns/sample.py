# SPDX-License-Identifier: MIT
"""The sample's survey as answers, and a project that holds it as a wave."""

import csv
import json
from datetime import date
from pathlib import Path

from persona_studio.core import clock
from persona_studio.core.fields import new_id
from persona_studio.core.research import Question, Wave
from persona_studio.evidence.columns import Answers, encode
from persona_studio.storage import rows as bulk
from persona_studio.storage import waves
from persona_studio.workspace.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
AGREE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


def read(wave: str = "spring") -> tuple[dict[str, list[str]], dict[str, str], dict[str, dict]]:
    """Return (cells, role, more fields) by column of a survey file, without the e-mail column."""
    path = ROOT / "resources" / "samples" / f"survey_{wave}_2026.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    columns = {name: [row[name] for row in found] for name in found[0] if "Email" not in name}
    roles, fields = {}, {}
    for name, cells in columns.items():
        different = set(cells) - {""}
        roles[name] = "single_choice"
        if name == "Timestamp":
            roles[name] = "timestamp"
        elif name == "Respondent code":
            roles[name] = "respondent_id"
        elif different <= set(AGREE):
            roles[name], fields[name] = "likert", {"order": AGREE}
        elif different <= {"Yes", "No"}:
            roles[name] = "yes_no"
        elif name.endswith(("weeks?", "(£)?", "(0-10)?")):
            roles[name] = "nps" if "0-10" in name else "numeric"
        elif any("; " in cell for cell in cells) and len(different) < 200:
            roles[name], fields[name] = "multi_select", {"separator": "; "}
        elif len(different) > 50:
            roles[name] = "free_text"
    return columns, roles, fields


def questions(wave: str, roles: dict[str, str], fields: dict[str, dict]) -> list[Question]:
    """Return the questions of a wave."""
    return [
        Question(new_id(), wave, name, i, i + 1, name, role=role, **fields.get(name, {}))
        for i, (name, role) in enumerate(roles.items())
    ]


def answers(wave: str = "spring") -> tuple[Answers, list[str]]:
    """Return the survey's answers and each row's planted group."""
    columns, roles, fields = read(wave)
    truth = json.loads((ROOT / "tests/samples/truth.json").read_text("utf-8"))["people"]
    codes = columns["Respondent code"]
    asked = {q.variable: q for q in questions("wave", roles, fields)}
    coded = {name: encode(cells) for name, cells in columns.items()}
    numbers = [*range(2, len(codes) + 2)]
    made = Answers("wave", encode_numbers(numbers), tuple(codes), coded, asked)
    return made, [truth[code] for code in codes]


def encode_numbers(numbers: list[int]):
    """Return row numbers as the array answers hold."""
    import numpy as np

    return np.array(numbers, dtype=np.int64)


def project(path: Path, limit: int | None = None) -> tuple[Workspace, str]:
    """Return an open project with the spring survey (its first `limit` rows) and the wave's id."""
    workspace = Workspace.create(path, "Spring workshop", "A client")
    return workspace, add_survey(workspace, "Customer survey", limit)


def add_survey(workspace: Workspace, name: str, limit: int | None = None) -> str:
    """Add the spring survey (its first `limit` rows) as a source; return its wave's id."""
    columns, roles, fields = read()
    cells = list(zip(*columns.values(), strict=True))[:limit]
    with workspace.edit("Import survey") as write:
        source = waves.add_source(write, name)
        wave = Wave(new_id(), source, date(2026, 5, 1), clock.now(), "survey.csv", n=len(cells))
        raw = workspace.database.connection
        bulk.register(raw, "row", wave.id)
        code = list(columns).index("Respondent code")
        bulk.add_rows(
            raw,
            wave.id,
            ((n, row[code], json.dumps(row)) for n, row in enumerate(cells, start=2)),
        )
        waves.show(write, wave, questions(wave.id, roles, fields))
    return wave.id
