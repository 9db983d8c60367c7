# SPDX-License-Identifier: MIT
"""The faces of personas; the bytes of a photo are kept once by their digest."""

import sqlite3
from typing import Any

from persona_studio.core.fields import new_id
from persona_studio.core.persona import Persona, Picture
from persona_studio.storage import rows
from persona_studio.storage.writer import Writer


def give(write: Writer, persona: str, **fields: Any) -> str:
    """Give a persona a new picture (kind, style, seed, licence ...); return the picture's id.

    The one it had leaves the project when no other persona shows it.
    """
    before = write.get(Persona, persona).picture
    picture = write.add(Picture(new_id(), **fields))
    write.change(Persona, persona, picture=picture)
    if before and not write.find(Persona, picture=before):
        write.remove(Picture, before)
    return picture


def keep_bytes(connection: sqlite3.Connection, data: bytes) -> str:
    """Keep the bytes of a photo (inside an edit); return their digest for `give(sha256=...)`."""
    return rows.add_blob(connection, data)
