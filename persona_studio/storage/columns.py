# SPDX-License-Identifier: MIT
"""How the fields of a value lie in the columns of its table: text and whole numbers only.

Dates are ISO text; lists, objects and decimal numbers are JSON text, so that every value comes
back to the bit and a journalled row can be kept as JSON without loss.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any, get_origin

from persona_studio.core.codec import clean_text, plain, shape, to_json

Encoder = Callable[[Any], Any]


@cache
def names(kind: type) -> tuple[str, ...]:
    """Return the column names of a value's table, in order."""
    return tuple(item.name for item in fields(kind))


@cache
def is_text(kind: type) -> tuple[bool, ...]:
    """Tell for each column whether it is TEXT (else INTEGER)."""
    return tuple(hint not in (int, bool) for _, hint, _ in shape(kind))


def encode(kind: type, value: Any) -> dict[str, Any]:
    """Return the column values of one value."""
    return {name: encode_field(kind, name, getattr(value, name)) for name in names(kind)}


def encode_field(kind: type, name: str, value: Any) -> Any:
    """Return the column value of one field."""
    return None if value is None else _encoders(kind)[name](value)


def decode(kind: type, row: Iterable[Any]) -> Any:
    """Return the value a row of its table holds; columns in the order of `names`."""
    decoders = _decoders(kind)
    return kind(
        *[
            cell if decoder is None or cell is None else decoder(cell)
            for decoder, cell in zip(decoders, row, strict=True)
        ]
    )


@cache
def _encoders(kind: type) -> dict[str, Encoder]:
    return {item.name: _encoder(hint) for item, hint, _ in shape(kind)}


def _encoder(hint: Any) -> Encoder:
    if hint is str:
        return clean_text
    if hint is int or hint is bool:
        return int
    if hint in (date, datetime):
        return _iso
    return _as_json


def _iso(value: Any) -> str:
    return str(value.isoformat())


def _as_json(value: Any) -> str:
    return clean_text(json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":")))


@cache
def _decoders(kind: type) -> tuple[Callable[[Any], Any] | None, ...]:
    return tuple(_decoder(hint) for _, hint, _ in shape(kind))


def _decoder(hint: Any) -> Callable[[Any], Any] | None:
    if hint is str or hint is int:
        return None
    if hint is bool:
        return bool
    if hint in (date, datetime):
        moment: Callable[[Any], Any] = hint.fromisoformat
        return moment
    if hint is Any:
        return json.loads
    if get_origin(hint) is tuple:
        return _list_decoder(hint)
    return _value_decoder(hint)


def _list_decoder(hint: Any) -> Callable[[Any], Any]:
    def read(cell: str) -> Any:
        return () if cell == "[]" else plain(hint, json.loads(cell), "")

    return read


def _value_decoder(hint: Any) -> Callable[[Any], Any]:
    def read(cell: str) -> Any:
        return plain(hint, json.loads(cell), "")

    return read
