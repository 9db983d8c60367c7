# SPDX-License-Identifier: MIT
"""The command that tells and adds the letters of East Asia: fonts."""

from argparse import Namespace
from typing import Any

from persona_studio.core.codec import to_json


def fonts(line: Namespace) -> tuple[Any, int]:
    """List the font packs after adding those of the files; exit code 1 when none was new."""
    from persona_studio.publish.adding_fonts import add, packs
    from persona_studio.publish.fonts import packs_folder

    added = [path.name for path in add(line.files)]
    told = {"folder": str(packs_folder()), "packs": to_json(packs()), "added": added}
    return told, int(bool(line.files) and not added)
