# SPDX-License-Identifier: MIT
"""How well files are understood: what `inspect` says against the truth of the test corpus."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.shared import IMPORTS

STRUCTURE = (
    "encoding",
    "delimiter",
    "decimal",
    "sheet",
    "header_rows",
    "label_row",
    "first_data_row",
    "data_rows",
    "columns",
    "footer_rows",
    "ignore_rows",
)
ALIKE = {"date": "timestamp", "likert": "ordinal"}


def corpus() -> list[Mapping[str, Any]]:
    """Return the truth of every file."""
    told: dict[str, Any] = json.loads((IMPORTS / "expected.json").read_text("utf-8"))
    return list(told["files"])


def path_of(truth: Mapping[str, Any]) -> Path:
    return IMPORTS / str(truth["file"])


def readable(truth: Mapping[str, Any]) -> bool:
    """Tell whether a file has rows to find (hostile ones have their own test)."""
    return bool(truth.get("first_data_row")) and truth.get("columns") not in (0, 20000)


def wrong_structure(truth: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[str]:
    """Yield each key that is told otherwise."""
    for key in STRUCTURE:
        wanted = truth.get(key)
        if wanted is None or (key == "footer_rows" and not isinstance(wanted, int)):
            continue
        if key == "encoding":
            allowed = {plain(each) for each in [wanted, *truth.get("encoding_ok", [])]}
            right = plain(said.get(key)) in allowed
        else:
            right = said.get(key) == wanted
        if not right:
            yield f"{key}: {said.get(key)!r}, truth {wanted!r}"


def plain(name: Any) -> str:
    said = str(name).casefold().replace("_", "-").replace("iso-", "iso").replace("-le", "")
    return {"shift-jis": "cp932"}.get(said, said)


def wrong_roles(truth: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[str]:
    """Yield each graded column with another role or separator."""
    for column, wanted in truth.get("roles", {}).items():
        role = said.get("roles", {}).get(column) or {"role": None}
        told = wanted if isinstance(wanted, dict) else {"role": wanted}
        if ALIKE.get(role["role"], role["role"]) != ALIKE.get(told["role"], told["role"]):
            yield f"{column} {role.get('label', '')[:30]!r}: {role['role']}, truth {told['role']}"
        elif told.get("separator") and _bare(role) != told["separator"].strip():
            yield f"{column}: separator {role.get('separator')!r}, truth {told['separator']!r}"


def _bare(role: Mapping[str, Any]) -> str:
    return str(role.get("separator") or "").strip()
