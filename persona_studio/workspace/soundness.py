# SPDX-License-Identifier: MIT
"""Whether a project says what its rows say: every page, every row, every figure looked at anew."""

import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from persona_studio.core.fields import Json
from persona_studio.core.persona import Evidence, Picture
from persona_studio.core.research import Question, Segmentation, Wave
from persona_studio.storage import rows
from persona_studio.workspace.counting import count_evidence
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.evidence.columns import Column


def problems(workspace: Workspace) -> list[dict[str, Json]]:
    """Return everything that does not fit, each as kind, id and a sentence; empty when sound."""
    if not workspace.database.is_whole():
        return [_problem("pages", "", "Pages of the file do not fit together.")]
    return [
        *_wave_problems(workspace),
        *_group_problems(workspace),
        *_picture_problems(workspace),
        *(
            _problem("figure", key, "The rows give another count than the one kept.")
            for key in wrong_counts(workspace)
        ),
    ]


def wrong_counts(workspace: Workspace) -> list[str]:
    """Return the ids of measured evidence whose stored figures differ from a fresh count."""
    snapshot, wrong = workspace.snapshot, []
    for item in snapshot.table(Evidence).values():
        counted = count_evidence(workspace.data, snapshot, item) if item.measure else None
        if counted and counted[:2] != (item.n_for, item.n_against):
            wrong.append(item.id)
    return wrong


def _problem(kind: str, key: str, sentence: str) -> dict[str, Json]:
    return {"kind": kind, "id": key, "sentence": sentence}


def _wave_problems(workspace: Workspace) -> Iterator[dict[str, Json]]:
    for wave in workspace.snapshot.table(Wave).values():
        stored = len(rows.read_keys(workspace.database.connection, wave.id))
        if stored != wave.n:
            yield _problem("rows", wave.id, f"{stored} rows are there instead of {wave.n}.")
        for question in _miscoded(workspace, wave.id):
            yield _problem("answers", question, "The coded answers differ from the rows.")


def _miscoded(workspace: Workspace, wave: str) -> list[str]:
    """Return the questions whose coded column is not what the rows of the wave say."""
    questions = {q.id: q for q in workspace.snapshot.questions_of(wave)}
    columns = workspace.answers(wave).columns
    said = {key: iter(_texts(columns[q.variable])) for key, q in questions.items()}
    wrong: set[str] = set()
    for _, _, cells in rows.read_rows(workspace.database.connection, wave):
        row = json.loads(cells)
        for key in said.keys() - wrong:
            if next(said[key], None) != _cell(row, questions[key]):
                wrong.add(key)
    wrong.update(key for key in said.keys() - wrong if next(said[key], None) is not None)
    return sorted(wrong)


def _texts(column: "Column") -> Iterator[str]:
    return (column.labels[code] for code in column.codes.tolist())


def _cell(row: list[str], question: Question) -> str:
    return row[question.position] if question.position < len(row) else ""


def _group_problems(workspace: Workspace) -> Iterator[dict[str, Json]]:
    raw = workspace.database.connection
    for found in workspace.snapshot.table(Segmentation).values():
        segments = {segment.id for segment in workspace.snapshot.segments_of(found.id)}
        numbers = {number for number, _ in rows.read_keys(raw, found.wave)}
        members = rows.read_memberships(raw, found.id)
        astray = [m for m in members if m.segment not in segments or m.row not in numbers]
        if astray:
            yield _problem("groups", found.id, f"{len(astray)} people are in no group or wave.")


def _picture_problems(workspace: Workspace) -> Iterator[dict[str, Json]]:
    for picture in workspace.snapshot.table(Picture).values():
        if picture.kind == "photo" and picture.sha256:
            data = rows.read_blob(workspace.database.connection, picture.sha256)
            if data is None or hashlib.sha256(data).hexdigest() != picture.sha256:
                yield _problem("picture", picture.id, "The photo is not there, or another one.")
