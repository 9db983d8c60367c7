# SPDX-License-Identifier: MIT
"""Values to plain JSON and back, checked against the fields the value's class declares.

One description, the dataclass, serves the file's columns, `dump` and `load`. Reading names the
path of every fault, e.g. `claims[3].quantifier: "lots" is not one of almost_all, most ...`.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from persona_studio.core.errors import StudioError

T = TypeVar("T")


@cache
def shape(kind: Any) -> tuple[tuple[Field[Any], Any, bool], ...]:
    """Return the fields of a value's class as (field, plain type, may be None)."""
    hints = get_type_hints(kind)
    out = []
    for item in fields(kind):
        hint, optional = hints[item.name], False
        if get_origin(hint) is UnionType:
            parts = [part for part in get_args(hint) if part is not NoneType]
            optional = len(parts) < len(get_args(hint))
            hint = parts[0]
        out.append((item, hint, optional))
    return tuple(out)


def to_json(value: Any) -> Any:
    """Return a value as plain JSON: dates in ISO form, values as objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: to_json(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    return value


def read_json(text: str | bytes) -> Any:
    """Return what JSON text says; StudioError (kind `bad_json`) for what is none, or loses data."""
    try:
        return json.loads(
            text, object_pairs_hook=_keys_once, parse_float=_finite, parse_constant=_finite
        )
    except RecursionError:
        raise fault("The file", "is nested too deep") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        where = f"line {line}" if line else "its text cannot be read"
        raise fault("The file", f"is not JSON ({where})") from None


def _keys_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise fault("The file", f'has "{max(keys, key=keys.count)}" twice in one object')
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise fault("The file", f"holds {text}, which is no number a project can keep")
    return number


def clean_text(text: str) -> str:
    """Return text a file can keep: no NUL, no half of a surrogate pair."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def from_json(kind: type[T], data: Any, path: str) -> T:
    """Return the value of class `kind` that `data` describes; missing fields take their defaults.

    Raises StudioError (kind `bad_json`) naming the path of the first fault.
    """
    if not isinstance(data, dict):
        raise fault(path, "should be an object")
    known = {item.name for item, _, _ in shape(cast("Any", kind))}
    for key in data:
        if key not in known:
            raise fault(f"{path}.{key}", "is not a known key")
    values = {}
    for item, hint, optional in shape(cast("Any", kind)):
        if item.name in data:
            values[item.name] = _field(item, hint, optional, data[item.name], f"{path}.{item.name}")
        elif item.default is MISSING and item.default_factory is MISSING:
            raise fault(f"{path}.{item.name}", "is missing")
    return kind(**values)


def _field(item: Field[Any], hint: Any, optional: bool, data: Any, path: str) -> Any:
    if hint is Any:
        return data
    if data is None:
        if optional:
            return None
        raise fault(path, "may not be null")
    words = item.metadata.get("words")
    if words and data not in words:
        raise fault(
            path, f'"{data}" is not one of {", ".join(word or "(empty)" for word in words)}'
        )
    value = plain(hint, data, path)
    _check_bounds(item, value, path)
    return value


def _check_bounds(item: Field[Any], value: Any, path: str) -> None:
    least, most = item.metadata.get("least"), item.metadata.get("most")
    if (least is None or value >= least) and (most is None or value <= most):
        return
    raise fault(path, f"should be from {least} to {most}" if most else f"should be {least} or more")


def plain(hint: Any, data: Any, path: str) -> Any:
    """Return `data` as the type `hint` names: text, number, date, a list or object of these."""
    if is_dataclass(hint):
        return from_json(cast("type[Any]", hint), data, path)
    if get_origin(hint) is tuple:
        if not isinstance(data, list):
            raise fault(path, "should be a list")
        inner = get_args(hint)[0]
        return tuple(plain(inner, part, f"{path}[{i}]") for i, part in enumerate(data))
    if get_origin(hint) in (dict, Mapping):
        if not isinstance(data, dict):
            raise fault(path, "should be an object")
        inner = get_args(hint)[1]
        return {key: plain(inner, part, f"{path}.{key}") for key, part in data.items()}
    if hint in (date, datetime):
        return _moment(hint, data, path)
    if hint in (int, float):
        return _number(hint, data, path)
    if hint is Any:
        return data
    if not isinstance(data, hint):
        raise fault(path, f"should be {_NAMES[hint]}")
    return clean_text(data) if hint is str else data


_LARGEST = 2**63 - 1
_NAMES = {str: "text", int: "a whole number", bool: "true or false", float: "a number"}


def _number(hint: Any, data: Any, path: str) -> Any:
    if isinstance(data, bool) or not isinstance(data, int if hint is int else int | float):
        raise fault(path, f"should be {_NAMES[hint]}")
    if isinstance(data, int) and abs(data) > _LARGEST:
        raise fault(path, "is too large a number")
    return hint(data)


def _moment(hint: Any, data: Any, path: str) -> Any:
    try:
        moment = hint.fromisoformat(data)
    except (TypeError, ValueError):
        raise fault(path, "should be a date like 2026-05-04") from None
    if hint is datetime and moment.tzinfo is None:  # else it could not be compared with others
        return moment.replace(tzinfo=UTC)
    return moment


def fault(path: str, what: str) -> StudioError:
    """Return the error for a fault at `path` of a JSON document."""
    return StudioError(
        f"{path} {what}.",
        "Correct the file there and load it again; docs/file-format.md describes every field.",
        kind="bad_json",
    )
