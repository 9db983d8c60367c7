# SPDX-License-Identifier: MIT
"""Where the program finds its own files and keeps the user's; asking never writes anything."""

import os
from pathlib import Path

HOME_VARIABLE = "PERSONA_STUDIO_HOME"


def resources() -> Path:
    """Return the folder of fonts, icons and samples: the wheel's own, else the repository's."""
    package = Path(__file__).resolve().parent
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"


def home() -> Path:
    """Return the user's data folder of the studio; the environment can name another one."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("Persona Studio", appauthor=False)


def logs() -> Path:
    """Return the folder of the log files."""
    return home() / "logs"


def backups() -> Path:
    """Return the folder of the rolling backups of all projects."""
    return home() / "backups"
