# SPDX-License-Identifier: MIT
"""The colours and sizes of the look, light and dark; everything on screen is painted with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Tokens:
    """Colours of one mode as #RRGGBB; each text colour reads at 4.5:1 or better on its ground."""

    ink: str
    muted: str
    faint: str
    line: str
    line_strong: str
    background: str
    paper: str
    well: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    caution: str
    caution_tint: str
    wrong: str
    wrong_tint: str


@dataclass(frozen=True)
class PersonaColour:
    """The colour of one persona: `strong` for edges, names and bars, `tint` as a ground."""

    strong: str
    tint: str
    soft: str


LIGHT = Tokens(
    ink="#1B2430",
    muted="#4A5665",
    faint="#647180",
    line="#E3E7EC",
    line_strong="#C9D0D8",
    background="#F6F7F9",
    paper="#FFFFFF",
    well="#EEF1F4",
    accent="#0A5C55",
    accent_hover="#084B46",
    on_accent="#FFFFFF",
    tint="#E5F3F1",
    caution="#7A5200",
    caution_tint="#FBF3E2",
    wrong="#9B1C31",
    wrong_tint="#FBECEE",
)
DARK = Tokens(
    ink="#E8ECF1",
    muted="#A9B4C0",
    faint="#93A0AD",
    line="#2C3540",
    line_strong="#445160",
    background="#151B22",
    paper="#1D252E",
    well="#283039",
    accent="#5CC2B5",
    accent_hover="#74D0C4",
    on_accent="#0F1A1C",
    tint="#17332F",
    caution="#E3B85A",
    caution_tint="#352C19",
    wrong="#F08A9B",
    wrong_tint="#3A2027",
)

PERSONAS_LIGHT: Mapping[str, PersonaColour] = MappingProxyType(
    {
        "teal": PersonaColour("#0A5C55", "#E5F3F1", "#9DBEBB"),
        "plum": PersonaColour("#6B2A6E", "#F5ECF5", "#C4AAC5"),
        "rust": PersonaColour("#8A3B12", "#FCEFE8", "#D0B1A0"),
        "blue": PersonaColour("#0B4F8A", "#E7F0F9", "#9DB9D0"),
        "slate": PersonaColour("#36454F", "#EBEFF2", "#AFB5B9"),
    }
)
PERSONAS_DARK: Mapping[str, PersonaColour] = MappingProxyType(
    {
        "teal": PersonaColour("#5CC2B5", "#17332F", "#34645F"),
        "plum": PersonaColour("#D6A3D9", "#35233B", "#6A5873"),
        "rust": PersonaColour("#E7A07C", "#3B281E", "#6F5649"),
        "blue": PersonaColour("#86BCEE", "#1A2E45", "#496278"),
        "slate": PersonaColour("#AFBECB", "#29343F", "#5A6570"),
    }
)


def _groups(tokens: Tokens, *colours: str) -> Mapping[str, PersonaColour]:
    """Return the colours of groups by name; no group has a ground of its own."""
    named = enumerate(colours, start=1)
    return MappingProxyType(
        {f"group {n}": PersonaColour(c, tokens.well, tokens.line_strong) for n, c in named}
    )


# As many as there can be groups, none grey: apart for colour-blind eyes as well.
GROUPS_LIGHT = _groups(LIGHT, "#1A9068", "#4A1259", "#C85A14", "#123C9C", "#5C480E", "#DC1E55")
GROUPS_DARK = _groups(DARK, "#79E3B3", "#D08CE8", "#F2955A", "#4F7BF5", "#F0DC3C", "#E83E66")

SPACE = 8
RADIUS_PANEL = 12
RADIUS_CONTROL = 8
BASE_PX = 13
