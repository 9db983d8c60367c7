# SPDX-License-Identifier: MIT
"""The whole project as one JSON document and back, without loss (docs/file-format.md).

`document` writes what a project holds, `parse` checks a document by hand or machine and names
the path of its first fault. Neither knows a file: values in, values out.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from persona_studio.core.codec import fault, from_json, read_json, to_json
from persona_studio.core.nouns import JOURNALLED
from persona_studio.core.research import Membership, Row
from persona_studio.core.snapshot import Snapshot
from persona_studio.storage.references import check_references

FORMAT, VERSION = "persona-studio", 1
LISTS = {
    "sources": "source",
    "waves": "wave",
    "quotes": "quote",
    "themes": "theme",
    "segmentations": "segmentation",
    "personas": "persona",
    "claims": "claim",
    "evidence": "evidence",
    "pictures": "picture",
    "reviews": "review",
    "sign_offs": "sign_off",
    "waivers": "waiver",
    "events": "event",
    "workshops": "workshop",
    "wall_groups": "wall_group",
    "wall_cards": "wall_card",
    "scales": "scale",
}
"""Key of the document -> table."""

NESTED = {
    "wave": {"questions": ("question", "wave")},
    "theme": {"items": ("theme_item", "theme")},
    "segmentation": {"segments": ("segment", "segmentation")},
    "scale": {"placements": ("placement", "scale")},
    "workshop": {
        "exercises": ("exercise", "workshop"),
        "votes": ("vote", "workshop"),
        "guesses": ("guess", "workshop"),
    },
}
"""Table -> key inside its objects -> (table of the inner values, their field naming the outer)."""


@dataclass
class Contents:
    """A project as values: journalled ones by table, and the bulk that hangs on them."""

    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    memberships: dict[str, list[Membership]] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    paths: dict[tuple[str, str], str] = field(default_factory=dict)
    """Where in a document that was read each journalled value stands."""


def document(contents: Contents) -> dict[str, Any]:
    """Return the JSON document of a project."""
    snapshot = Snapshot(contents.tables)
    out: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    out["project"] = to_json(snapshot.project)
    for key, table in LISTS.items():
        values = contents.tables.get(table, {}).values()
        out[key] = [_object(contents, table, value) for value in values]
    out["settings"] = dict(snapshot.settings)
    return out


def _object(contents: Contents, table: str, value: Any) -> dict[str, Any]:
    data: dict[str, Any] = to_json(value)
    for key, (inner, outer) in NESTED.get(table, {}).items():
        items = contents.tables.get(inner, {}).values()
        data[key] = [_without(to_json(i), outer) for i in items if getattr(i, outer) == value.id]
    if table == "wave":
        rows = contents.rows.get(value.id, [])
        data["rows"] = [_without(to_json(row), "wave") for row in rows]
    if table == "segmentation":
        members = contents.memberships.get(value.id, [])
        data["memberships"] = [_without(to_json(m), "segmentation") for m in members]
    if table == "picture" and value.sha256 in contents.blobs:
        data["bytes"] = base64.b64encode(contents.blobs[value.sha256]).decode("ascii")
    return data


def _without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


def parse(text: str | bytes) -> Contents:
    """Return the project a document describes; StudioError (kind `bad_json`) names its fault."""
    data = _read_head(text)
    contents = Contents({table: {} for table in JOURNALLED})
    _keep(contents, "project", data["project"], "project")
    for name, value in _mapping(data.get("settings", {}), "settings").items():
        _keep(contents, "setting", {"id": name, "value": value}, f"settings.{name}")
    for key, table in LISTS.items():
        for i, item in enumerate(_list(data.get(key, []), key)):
            _read_object(contents, table, item, f"{key}[{i}]")
    check_references(contents.tables, contents.paths, contents.rows, contents.memberships)
    return contents


def _read_head(text: str | bytes) -> Mapping[str, Any]:
    data = _mapping(read_json(text), "The file")
    if data.get("format") != FORMAT:
        raise fault("format", f'should be "{FORMAT}"')
    if data.get("version") != VERSION:
        raise fault("version", f"should be {VERSION}")
    for key in data:
        if key not in {"format", "version", "project", "settings", *LISTS}:
            raise fault(key, "is not a known key")
    if "project" not in data:
        raise fault("project", "is missing")
    return data


def _read_object(contents: Contents, table: str, item: Any, path: str) -> None:
    data = dict(_mapping(item, path))
    inner = {key: data.pop(key, []) for key in NESTED.get(table, {})}
    rows = data.pop("rows", []) if table == "wave" else []
    members = data.pop("memberships", []) if table == "segmentation" else []
    if table == "wave" and data.setdefault("n", len(_list(rows, f"{path}.rows"))) != len(rows):
        raise fault(f"{path}.n", f"does not fit its {len(rows)} rows")
    if table == "picture" and "bytes" in data:
        _read_bytes(contents, data, path)
    key = _keep(contents, table, data, path)
    for name, (kind, outer) in NESTED.get(table, {}).items():
        for i, value in enumerate(_list(inner[name], f"{path}.{name}")):
            place = f"{path}.{name}[{i}]"
            fields = {**_mapping(value, place), outer: key}
            _keep(contents, kind, _question_defaults(kind, fields, i), place)
    if rows:
        contents.rows[key] = list(_read_rows(key, rows, f"{path}.rows"))
    for i, member in enumerate(_list(members, f"{path}.memberships")):
        place = f"{path}.memberships[{i}]"
        fields = {**_mapping(member, place), "segmentation": key}
        contents.memberships.setdefault(key, []).append(from_json(Membership, fields, place))


def _question_defaults(table: str, data: dict[str, Any], place: int) -> dict[str, Any]:
    if table != "question":
        return data
    defaults = {"position": place, "column": place + 1, "variable": data.get("id", "")}
    return {**defaults, **data}


def _read_rows(wave: str, rows: Any, path: str) -> Iterable[Row]:
    seen = set()
    for i, item in enumerate(_list(rows, path)):
        place = f"{path}[{i}]"
        data = {"number": i + 1, **_mapping(item, place), "wave": wave}
        data.setdefault("respondent", str(data["number"]))
        row = from_json(Row, data, place)
        if row.number in seen:
            raise fault(f"{place}.number", f"{row.number} is there twice")
        seen.add(row.number)
        yield row


def _read_bytes(contents: Contents, data: dict[str, Any], path: str) -> None:
    try:
        raw = base64.b64decode(data.pop("bytes"), validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise fault(f"{path}.bytes", "should be base64") from None
    digest = hashlib.sha256(raw).hexdigest()
    if data.setdefault("sha256", digest) != digest:
        raise fault(f"{path}.sha256", "does not fit the bytes")
    contents.blobs[digest] = raw


def _keep(contents: Contents, table: str, data: dict[str, Any], path: str) -> str:
    value: Any = from_json(JOURNALLED[table], data, path)
    there = contents.tables[table]
    if not value.id:
        raise fault(f"{path}.id", "may not be empty")
    if value.id in there:
        raise fault(f"{path}.id", f'"{value.id}" is there twice')
    there[value.id] = value
    contents.paths[table, value.id] = path
    return str(value.id)


def _list(data: Any, path: str) -> list[Any]:
    if not isinstance(data, list):
        raise fault(path, "should be a list")
    return data


def _mapping(data: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise fault(path, "should be an object")
    return data
