# SPDX-License-Identifier: MIT
"""The pages that can be printed: one entry each, in the order of the Print room."""

from persona_studio.publish.templates.template import Template

TEMPLATES: tuple[Template, ...] = (
    Template(
        "wall_poster",
        "Wall poster",
        ("A3", "A4", "A2", "A1", "A0", "Letter", "Tabloid", "Arch D"),
        "persona_studio.publish.templates.wall_poster",
    ),
)
