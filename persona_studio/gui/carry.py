# SPDX-License-Identifier: MIT
"""What a drag carries: ids of claims, the key of one piece of evidence, or rows; never the values.

The receiver looks the ids up in its own project, so a drag from another program, or from another
window of the studio, can bring nothing in.
"""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

CLAIMS = "application/x-persona-studio.claims"
EVIDENCE = "application/x-persona-studio.evidence"
ANSWERS = "application/x-persona-studio.answers"
_LONGEST = 1_000_000


def pack_claims(claims: Sequence[str], texts: Sequence[str]) -> QMimeData:
    """Return claims for a drag; other programs get their words."""
    carried = QMimeData()
    carried.setData(CLAIMS, json.dumps(list(claims)).encode())
    carried.setText("\n".join(texts))
    return carried


def pack_evidence(key: str, text: str) -> QMimeData:
    """Return one piece of evidence for a drag."""
    carried = QMimeData()
    carried.setData(EVIDENCE, json.dumps([key]).encode())
    carried.setText(text)
    return carried


def pack_answers(rows: Sequence[int], texts: Sequence[str]) -> QMimeData:
    """Return answers to the question that is looked at, by row, for a drag."""
    carried = QMimeData()
    carried.setData(ANSWERS, json.dumps([str(row) for row in rows]).encode())
    carried.setText("\n".join(texts))
    return carried


def answers_in(carried: QMimeData) -> list[int]:
    """Return the rows of the answers carried, an empty list for anything else."""
    return [int(row) for row in _texts(carried, ANSWERS) if row.isdecimal()]


def claims_in(carried: QMimeData) -> list[str]:
    """Return the ids of the claims carried, an empty list for anything else."""
    return _texts(carried, CLAIMS)


def evidence_in(carried: QMimeData) -> str:
    """Return the key of the evidence carried, "" for anything else."""
    return next(iter(_texts(carried, EVIDENCE)), "")


def _texts(carried: QMimeData, kind: str) -> list[str]:
    if not carried.hasFormat(kind):
        return []
    raw = carried.data(kind).data()
    if len(raw) > _LONGEST:
        return []
    try:
        found = json.loads(bytes(raw))
    except ValueError:
        return []
    return found if isinstance(found, list) and all(isinstance(x, str) for x in found) else []
