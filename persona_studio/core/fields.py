# SPDX-License-Identifier: MIT
"""How the fields of values are declared, so that file, JSON and checks read one description."""

from dataclasses import field
from typing import Any, TypeAlias
from uuid import uuid4

Json: TypeAlias = Any
"""Anything JSON can say: text, number, bool, None, list or dict of these."""


def new_id() -> str:
    """Return a fresh id for a value."""
    return uuid4().hex


def closed(of: tuple[str, ...], default: str) -> Any:
    """Declare a field that takes only words of the list `of`."""
    return field(default=default, metadata={"words": of})


def maybe(of: tuple[str, ...]) -> Any:
    """Declare a field that takes a word of the list `of`, or nothing."""
    return field(default=None, metadata={"words": of})


def whole(least: int, most: int | None = None, default: int | None = None) -> Any:
    """Declare a field for a whole number in bounds; without a default it must be given."""
    bounds = {"least": least, "most": most}
    return field(metadata=bounds) if default is None else field(default=default, metadata=bounds)


def ref(table: str) -> Any:
    """Declare a field that must hold the id of an existing value in `table`."""
    return field(metadata={"ref": table})


def maybe_ref(table: str) -> Any:
    """Declare a field that holds the id of a value in `table`, or nothing."""
    return field(default=None, metadata={"ref": table})
