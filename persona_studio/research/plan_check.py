# SPDX-License-Identifier: MIT
"""Whether a plan that a person wrote says what it means: a wrong word could let a name through."""

from collections.abc import Mapping
from typing import Any

from persona_studio.core.codec import fault, plain, shape
from persona_studio.core.errors import StudioError
from persona_studio.core.words import ROLES
from persona_studio.research.plan import USES, Column, Plan, Role

_FIELDS = {item.name: (hint, optional) for item, hint, optional in shape(Plan)}


def checked(plan: Any) -> Mapping[str, Any]:
    """Return the plan; StudioError (kind `bad_plan`) names the path of its first fault."""
    try:
        if not isinstance(plan, dict):
            raise fault("The plan", "should be an object, one item of what `inspect` prints")
        for key, value in plan.items():
            _check(key, value)
    except StudioError as error:
        hint = "Start from the item that `inspect` prints for this file, and change that."
        raise StudioError(error.message, hint, kind="bad_plan") from None
    return plan


def _check(key: str, value: Any) -> None:
    if key == "uses" or (key == "columns" and not isinstance(value, int)):
        _check_columns(key, value, Column)
    elif key == "roles":
        _check_columns(key, value, Role)
    elif key == "columns":
        _check("columns_count", value)
    elif key not in _FIELDS:
        raise fault(key, "is not a known key")
    else:
        hint, optional = _FIELDS[key]
        if not (optional and value is None):
            plain(hint, value, key)


def _check_columns(key: str, value: Any, kind: type) -> None:
    """Check what is said column by column, each by a word or an object with that word in it."""
    name, words = ("use", USES) if kind is Column else ("role", ROLES)
    for number, said in plain(dict[str, Any], value, key).items():
        path = f"{key}.{number}"
        if not number.isdecimal():
            raise fault(path, "should be the number of a column")
        word = said.get(name) if isinstance(said, dict) else said
        if word not in words:
            raise fault(path, f'"{word}" is not one of {", ".join(words)}')
        if isinstance(said, dict):
            _check_fields(kind, {k: v for k, v in said.items() if k != name}, path)


def _check_fields(kind: type, said: Mapping[str, Any], path: str) -> None:
    known = {item.name: (hint, optional) for item, hint, optional in shape(kind)}
    for key, value in said.items():
        if key not in known:
            raise fault(f"{path}.{key}", "is not a known key")
        hint, optional = known[key]
        if not (optional and value is None):
            plain(hint, value, f"{path}.{key}")
