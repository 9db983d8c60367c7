# SPDX-License-Identifier: MIT
"""Personas of a project as the sheets a poster is made of."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from persona_studio.core import clock
from persona_studio.core.codec import to_json
from persona_studio.core.fields import Json
from persona_studio.core.persona import Persona, Picture
from persona_studio.core.snapshot import Snapshot
from persona_studio.publish.comparison import Comparison
from persona_studio.publish.golden import Asked, Golden
from persona_studio.publish.request import Request
from persona_studio.publish.sheet import Sheet, sheet_of
from persona_studio.publish.templates import TEMPLATES, template_of
from persona_studio.storage import rows
from persona_studio.workspace import client_safe
from persona_studio.workspace.lining_up import comparison_of
from persona_studio.workspace.pictured import captioned, pictured
from persona_studio.workspace.recognising import LEAST_TOLD, golden_of, names_of
from persona_studio.workspace.telling import ledger_of
from persona_studio.workspace.workspace import Workspace

if TYPE_CHECKING:
    from persona_studio.publish.export import Exported


@dataclass(frozen=True)
class Wanted:
    """What to print: which personas (ids), by which template, on which paper; else as Request."""

    personas: tuple[str, ...]
    template: str = "wall_poster"
    paper: str = ""
    theme: str | None = None
    distance: float | None = None
    tile: str = ""
    fewer: bool = False
    client_safe: bool = False
    print_shop: bool = False
    landscape: bool | None = None
    side: str = ""
    language: str = ""


def sheets(
    workspace: Workspace,
    personas: tuple[str, ...],
    template: str = TEMPLATES[0].id,
    *,
    safe: bool = False,
) -> tuple[Sheet, ...]:
    """Return the sheets of personas, with how many people each fits where that can be counted.

    What stands behind every claim is gathered for the templates that tell it; `safe` leaves out
    what is not for the client.
    """
    kind = template_of(template)
    snapshot = client_safe.reduced(workspace.snapshot) if safe else workspace.snapshot
    assess = client_safe.hushed(workspace.assess) if safe else workspace.assess

    def photo(picture: Picture) -> bytes | None:
        data = rows.read_blob(workspace.database.connection, picture.sha256 or "")
        return client_safe.photo_of(picture, data) if safe else data

    found = []
    for persona in personas:
        sheet = sheet_of(snapshot, persona, assess, clock.today(), photo)
        fitting = workspace.prevalence(persona)
        fits = (fitting.soft, fitting.n) if fitting else None
        known = snapshot.table(Persona)[persona]
        ledger = ledger_of(workspace, snapshot, known) if kind.tells_all else sheet.ledger
        sheet = replace(sheet, fits=fits, ledger=ledger, **recognised(snapshot, known))
        sheet = pictured(workspace, sheet, persona, every=kind.tells_all, bars=kind.bars)
        if safe:
            sheet = client_safe.masked(sheet, client_safe.left_out(workspace.snapshot, persona))
        found.append(captioned(sheet) if kind.tells_all else sheet)
    return tuple(found)


def recognised(snapshot: Snapshot, persona: Persona) -> dict[str, Any]:
    """Return the golden questions of a persona's group, and which of the groups is its own.

    Groups that one persona stands for go by its name; a rule that was refused is not printed.
    """
    own = persona.segment or ""
    found = snapshot.segmentation_of(own)
    golden = golden_of(found)
    if found is None or golden is None or not golden["accepted"]:
        return {}
    segments = [segment.id for segment in snapshot.segments_of(found.id)]
    names = names_of(snapshot, found)
    for each in reversed(snapshot.personas):
        if each.segment in segments:
            names[segments.index(each.segment)] = each.name
    return {"golden": _rule(golden, names), "column": segments.index(own)}


def _rule(golden: Json, names: list[str]) -> Golden:
    hit, guess = golden["hit"], golden["largest"]
    return Golden(
        tuple(names),
        tuple(
            Asked(one["label"], tuple(one["answers"]), tuple(map(tuple, one["points"])))
            for one in golden["questions"]
        ),
        tuple(golden["start"]),
        (hit["k"], hit["n"]),
        (round(100 * hit["low"]), round(100 * hit["high"])),
        (guess["k"], guess["n"]),
        tuple((g["k"], g["n"]) if g["n"] >= LEAST_TOLD else None for g in golden["groups"]),
    )


def comparison(
    workspace: Workspace, personas: tuple[str, ...], template: str, *, safe: bool = False
) -> Comparison | None:
    """Return what personas are compared by, for the templates that do."""
    if not template_of(template).compares:
        return None
    found = comparison_of(workspace, personas)
    return client_safe.compared(found) if safe else found


def request(workspace: Workspace, wanted: Wanted, title: str = "") -> Request:
    """Return everything a file is made from; titled by the personas' names where not told."""
    known, safe = workspace.snapshot.table(Persona), wanted.client_safe
    return Request(
        sheets(workspace, wanted.personas, wanted.template, safe=safe),
        wanted.template,
        wanted.paper,
        wanted.theme,
        wanted.distance,
        wanted.tile,
        wanted.fewer,
        safe,
        wanted.print_shop,
        wanted.landscape,
        wanted.side,
        comparison(workspace, wanted.personas, wanted.template, safe=safe),
        title or ", ".join(known[key].name for key in wanted.personas),
        language=wanted.language,
    )


def export(workspace: Workspace, wanted: Wanted) -> tuple[bytes, dict[str, Json]]:
    """Return the PDF of personas and what is to be known about it: pages, sizes, what moved."""
    from persona_studio.publish.export import export as make
    from persona_studio.publish.typeset import ensure_gui

    ensure_gui()
    made = make(request(workspace, wanted))
    return made.pdf, _told(made)


def _told(made: "Exported") -> dict[str, Json]:
    found: dict[str, Json] = {
        "pages": made.pages,
        "missing_glyphs": dict(made.missing),
        "reports": [to_json(report) for report in made.reports],
    }
    if made.tiling is not None:
        way = made.tiling
        found["tiles"] = {
            "sheet": way.sheet.name,
            "orientation": "landscape" if way.landscape else "portrait",
            "scale": round(way.scale, 4),
            "columns": way.columns,
            "rows": way.rows,
            "sheets": way.sheets,
        }
    return found
