# SPDX-License-Identifier: MIT
"""Keeps the rolling backups of an open project, in the user's data folder."""

from persona_studio import paths
from persona_studio.core import clock
from persona_studio.core.errors import StudioError
from persona_studio.core.files import reaching
from persona_studio.storage import backup
from persona_studio.storage.database import Database


def keep_before_update(database: Database) -> None:
    """Keep a verified copy of a file of an older version; StudioError when there is no room."""
    folder = paths.backups()
    with reaching(folder):
        made = backup.make(database, folder, clock.now(), database.path.stem)
    if made is None:
        raise StudioError(
            f"“{database.path.name}” is of an older version, and there is no room for the backup"
            " that is made before it is brought up to date.",
            "Free some space on the disk of your user folder, or open it to read only.",
            kind="backup_failed",
        )


def keep_backup(database: Database, name: str) -> backup.Backup | None:
    """Make a verified copy of the project called `name` when one is due.

    None when it is not, or there is no space for it.
    """
    now, folder = clock.now(), paths.backups()
    if database.read_only or not backup.is_due(database, folder, now):
        return None
    return backup.make(database, folder, now, name)
