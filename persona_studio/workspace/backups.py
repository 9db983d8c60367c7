# SPDX-License-Identifier: MIT
"""Keeps the rolling backups of an open project, in the user's data folder."""

from persona_studio import paths
from persona_studio.core import clock
from persona_studio.storage import backup
from persona_studio.workspace.workspace import Workspace


def keep_backup(workspace: Workspace) -> backup.Backup | None:
    """Make a verified copy when one is due; None when it is not, or there is no space for it."""
    now, folder = clock.now(), paths.backups()
    if workspace.read_only or not backup.is_due(workspace.database, folder, now):
        return None
    return backup.make(workspace.database, folder, now, workspace.snapshot.project.name)
