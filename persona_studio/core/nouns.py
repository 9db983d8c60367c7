# SPDX-License-Identifier: MIT
"""Every kind of value a project file keeps, by table name, in the order that satisfies references.

`JOURNALLED` values are changed through edits, one row each, and can be undone. `BULK` values are
written once, hang on a journalled parent and leave the file when their parent leaves the history.
"""

from persona_studio.core.persona import Claim, Evidence, Persona, Picture
from persona_studio.core.research import (
    Membership,
    Project,
    Question,
    Quote,
    Row,
    Segment,
    Segmentation,
    Setting,
    Source,
    Theme,
    ThemeItem,
    Wave,
)
from persona_studio.core.reviewing import ChangeEvent, Review, SignOff, Waiver
from persona_studio.core.scales import Placement, Scale
from persona_studio.core.wall import WallCard, WallGroup
from persona_studio.core.workshop import Exercise, Guess, Vote, WorkshopSession

JOURNALLED: dict[str, type] = {
    "project": Project,
    "setting": Setting,
    "source": Source,
    "wave": Wave,
    "question": Question,
    "quote": Quote,
    "theme": Theme,
    "theme_item": ThemeItem,
    "segmentation": Segmentation,
    "segment": Segment,
    "picture": Picture,
    "persona": Persona,
    "claim": Claim,
    "evidence": Evidence,
    "review": Review,
    "sign_off": SignOff,
    "waiver": Waiver,
    "event": ChangeEvent,
    "workshop": WorkshopSession,
    "exercise": Exercise,
    "vote": Vote,
    "guess": Guess,
    "wall_group": WallGroup,
    "wall_card": WallCard,
    "scale": Scale,
    "placement": Placement,
}
BULK: dict[str, type] = {"row": Row, "membership": Membership}

TABLE_OF: dict[type, str] = {value: name for name, value in (JOURNALLED | BULK).items()}
