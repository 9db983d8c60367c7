# SPDX-License-Identifier: MIT
"""Where project files lie and what they are called."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

SUFFIX = ".persona"
_ODD = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def documents() -> Path:
    """Return the user's folder for documents, or their home where there is none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place) or Path.home())
    return found if found.is_dir() else Path.home()


def file_name(name: str) -> str:
    """Return a file name made of a project's name that every system takes."""
    tidy = " ".join(_ODD.sub(" ", name).split()).strip(". ")
    return (tidy[:80] or "Project") + SUFFIX


def show_folder(folder: Path) -> None:
    """Show a folder in the computer's own window for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def file_filter() -> str:
    """Return the filter of file dialogs for projects."""
    return f"Persona Studio (*{SUFFIX})"
