# SPDX-License-Identifier: MIT
"""Personas of a project as files for others, in the format that a file's name asks for."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from persona_studio.core.errors import StudioError
from persona_studio.core.fields import Json
from persona_studio.publish.handing_over import PAGES, kind_of, of_pages, of_sheets
from persona_studio.workspace import printing
from persona_studio.workspace.printing import Wanted

if TYPE_CHECKING:
    from persona_studio.publish.sheet import Sheet
    from persona_studio.workspace.workspace import Workspace

TELLS_ALL = "evidence_sheet"


def files(
    workspace: "Workspace", wanted: Wanted, target: Path
) -> tuple[dict[Path, bytes], dict[str, Json]]:
    """Return what to write where, and what is to be known of it.

    Only pages as pictures are several files, numbered from 1 where there are more than one.
    """
    kind = kind_of(target.suffix or ".pdf")
    if kind in PAGES:
        pdf, told = printing.export(workspace, wanted)
        return places(target, of_pages(pdf, kind)), told
    if wanted.tile or wanted.print_shop:
        raise StudioError(
            "Only pages can be spread over sheets or made for a print shop.",
            "Save it as a PDF.",
            kind="usage",
        )
    from persona_studio.publish.typeset import ensure_gui

    ensure_gui()
    sheets = sheets_for(workspace, wanted)
    return places(target, [of_sheets(sheets, kind, client_safe=wanted.client_safe)]), {}


def sheets_for(workspace: "Workspace", wanted: Wanted) -> "tuple[Sheet, ...]":
    """Return the sheets that slides and tables are made of, in the colour that is wanted."""
    sheets = printing.sheets(workspace, wanted.personas, TELLS_ALL, safe=wanted.client_safe)
    colour = wanted.theme
    return tuple(replace(sheet, colour=colour) for sheet in sheets) if colour else sheets


def places(target: Path, found: list[bytes]) -> dict[Path, bytes]:
    """Return a place for each file: `target` itself, or numbered beside it."""
    if len(found) == 1:
        return {target: found[0]}
    numbered = enumerate(found, start=1)
    return {target.with_name(f"{target.stem}-{n}{target.suffix}"): data for n, data in numbered}
