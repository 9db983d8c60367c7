# SPDX-License-Identifier: MIT
"""The log file: small, rolling, in the user's own folder."""

import logging
import logging.handlers

from persona_studio import paths

_LOG_BYTES = 500_000


def open_log() -> None:
    """Write a small rolling log; it names faults and places, never what is in a project."""
    try:
        paths.logs().mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            paths.logs() / "studio.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("persona_studio").addHandler(handler)
