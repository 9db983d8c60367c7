# SPDX-License-Identifier: MIT
"""The pages that can be printed: one entry each, in the order of the Print room."""

from persona_studio.core.errors import StudioError
from persona_studio.publish.templates.template import Template

TEMPLATES: tuple[Template, ...] = (
    Template(
        "wall_poster",
        "Wall poster",
        ("A3", "A4", "A2", "A1", "A0", "Letter", "Tabloid", "Arch D"),
        "persona_studio.publish.templates.wall_poster",
        turns=True,
        bars=3,
    ),
    Template(
        "fact_sheet",
        "Fact sheet",
        ("A4", "Letter"),
        "persona_studio.publish.templates.fact_sheet",
        distance=0.45,
        tells_all=True,
        turns=True,
    ),
    Template(
        "evidence_sheet",
        "Evidence and changes",
        ("A4", "Letter"),
        "persona_studio.publish.templates.evidence_sheet",
        distance=0.45,
        tells_all=True,
        turns=True,
    ),
    Template(
        "line_up",
        "Line-up",
        ("A3", "A2", "A1", "Tabloid", "Arch D"),
        "persona_studio.publish.templates.line_up",
        together=True,
        compares=True,
        landscape=True,
        turns=True,
        near=0.6,
    ),
    Template(
        "pocket_cards",
        "Pocket cards",
        ("A4", "Letter"),
        "persona_studio.publish.templates.pocket_cards",
        distance=0.4,
        together=True,
        turns=True,
    ),
    Template(
        "golden_questions",
        "Golden questions",
        ("A4", "Letter"),
        "persona_studio.publish.templates.golden_card",
        distance=0.45,
        together=True,
    ),
    Template(
        "canvas",
        "Workshop canvas",
        ("A3", "A4", "A2", "A1", "Letter", "Tabloid", "Arch D"),
        "persona_studio.publish.templates.canvas",
        landscape=True,
        turns=True,
        near=0.6,
    ),
)


def template_of(template_id: str) -> Template:
    """Return a template by its id, written with either kind of stroke."""
    for template in TEMPLATES:
        if template.id == template_id.replace("-", "_"):
            return template
    names = ", ".join(template.id for template in TEMPLATES)
    raise StudioError("There is no such template.", f"Choose one of: {names}.", kind="unknown")
