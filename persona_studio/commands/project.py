# SPDX-License-Identifier: MIT
"""Commands on whole projects: new, export, dump, load."""

from argparse import Namespace
from typing import Any

from persona_studio.commands.opened import check_target, opened, persona_named
from persona_studio.core.errors import StudioError
from persona_studio.core.files import write_whole
from persona_studio.workspace import portability
from persona_studio.workspace.workspace import Workspace

_LANDSCAPE = {"": None, "portrait": False, "landscape": True}


def new(line: Namespace) -> tuple[Any, int]:
    """Make a new project file."""
    workspace = Workspace.create(line.project, line.name, line.client)
    project = workspace.snapshot.project
    workspace.close()
    return {"project": project.id, "name": project.name, "client": project.client}, 0


def export(line: Namespace) -> tuple[Any, int]:
    """Print personas, the review or minutes; the ending of the file's name says in what format."""
    from persona_studio.workspace import handing_over, printing

    if line.fewer_sheets and not line.tile:
        raise StudioError(
            "Only a poster over several sheets can take fewer.", "Add --tile A4.", kind="usage"
        )
    check_target(line.out, line.project)
    if line.template.replace("-", "_") == "review_report":
        return _review_report(line)
    if line.template == "minutes":
        return _minutes(line)
    if line.template.replace("-", "_") == "evidence_cards":
        return _evidence_cards(line)
    with opened(line.project, to_read=True) as workspace:
        snapshot = workspace.snapshot
        named = [persona_named(snapshot, name) for name in line.persona]
        chosen = list({persona.id: persona for persona in named}.values()) or snapshot.personas
        if not chosen:
            raise StudioError(
                "There is no persona to print yet.", "Draft personas first.", kind="nothing"
            )
        wanted = printing.Wanted(
            tuple(p.id for p in chosen),
            line.template,
            line.paper,
            line.theme or None,
            line.distance,
            line.tile,
            line.fewer_sheets,
            line.client_safe,
            line.print_shop,
            _LANDSCAPE[line.orientation],
            line.direction,
            line.language or "",
        )
        found, told = handing_over.files(workspace, wanted, line.out)
    for file, data in found.items():
        check_target(file, line.project)
        write_whole(file, data)
    files = [str(file) for file in found]
    names = [persona.name for persona in chosen]
    return {"file": files[0], "files": files, "personas": names, **told}, 0


def _for_personas(line: Namespace) -> bool:
    """Tell whether a page is asked for in a way that only those of personas know."""
    own = (line.persona, line.tile, line.client_safe, line.print_shop, line.language)
    return any(own)


def _review_report(line: Namespace) -> tuple[Any, int]:
    """Write the whole review with the settings in force: pages, or a table where FILE is .csv."""
    from persona_studio.publish.paragraphs import PAPER
    from persona_studio.workspace import reporting

    if _for_personas(line) or line.paper not in ("", PAPER):
        raise StudioError(
            "A review report covers the whole project, on A4.",
            "Leave out --persona, --paper, --tile, --client-safe and --language.",
            kind="unsupported",
        )
    with opened(line.project, to_read=True) as workspace:
        report = reporting.report_of(workspace)
    data, pages = reporting.written(report, line.out.suffix)
    write_whole(line.out, data)
    return {"file": str(line.out), "findings": report.findings, "pages": pages}, 0


def _evidence_cards(line: Namespace) -> tuple[Any, int]:
    """Write the numbered evidence of the whole project as cards to be cut out."""
    from persona_studio.workspace import evidence_cards

    if line.persona or line.tile or line.language:
        raise StudioError(
            "Evidence cards cover the whole project.",
            "Leave out --persona, --tile and --language.",
            kind="unsupported",
        )
    with opened(line.project, to_read=True) as workspace:
        pdf, told = evidence_cards.written(workspace, line.paper, safe=line.client_safe)
    write_whole(line.out, pdf)
    return {"file": str(line.out), **told}, 0


def _minutes(line: Namespace) -> tuple[Any, int]:
    """Write the minutes of the newest workshop, or of the one that is named."""
    from persona_studio.publish.paragraphs import PAPER
    from persona_studio.workspace import minutes

    if _for_personas(line) or line.paper not in ("", PAPER):
        raise StudioError(
            "Minutes are of a whole workshop, on A4.",
            "Leave out --persona, --paper, --tile, --client-safe and --language.",
            kind="unsupported",
        )
    with opened(line.project, to_read=True) as workspace:
        session = minutes.named(workspace, line.workshop)
        flow = minutes.minutes_of(workspace, session)
    data, pages = minutes.written(flow)
    write_whole(line.out, data)
    return {"file": str(line.out), "workshop": session.name, "pages": pages}, 0


def dump(line: Namespace) -> tuple[Any, int]:
    """Write the whole project as JSON."""
    check_target(line.file, line.project)
    with opened(line.project, to_read=True) as workspace:
        portability.dump(workspace, line.file)
    return {"file": str(line.file)}, 0


def load(line: Namespace) -> tuple[Any, int]:
    """Make a new project of a JSON file."""
    workspace = portability.load(line.file, line.project)
    project = workspace.snapshot.project
    workspace.close()
    return {"project": project.id, "name": project.name, "file": str(line.project)}, 0
