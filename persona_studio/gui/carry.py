# SPDX-License-Identifier: MIT
"""What a drag carries: ids of claims, or the key of one piece of evidence; never the values.

The receiver looks the ids up in its own project, so a drag from another program, or from another
window of the studio, can bring nothing in.
"""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

CLAIMS = "application/x-persona-studio.claims"
EVIDENCE = "application/x-persona-studio.evidence"
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
