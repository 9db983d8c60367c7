# SPDX-License-Identifier: MIT
"""Drawn faces by seed, from styles that are in the public domain (CC0); offline, repeatable."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from persona_studio.core.errors import StudioError

STYLES = {"open-peeps": "Open Peeps", "notionists": "Notionists"}
LICENCE = "CC0 1.0"


def svg(style: str, seed: str) -> str:
    """Return one face as SVG; the same seed gives the same face, and stands for nothing else."""
    from dicebear import Avatar

    return str(Avatar(_style(style), {"seed": seed}).to_string())


@cache
def _style(style: str) -> Any:
    from dicebear import Style

    if style not in STYLES:
        raise StudioError(
            "This drawn face is not among those of the studio.",
            "Choose another face, or initials.",
            kind="unknown_style",
        )
    text = files("dicebear_styles").joinpath(f"{style}.json").read_text(encoding="utf-8")
    return Style(json.loads(text))
