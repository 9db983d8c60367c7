# SPDX-License-Identifier: MIT
"""What to print, for whom, on what; light enough for the window to build."""

from dataclasses import dataclass

from persona_studio.publish.comparison import Comparison
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.templates import TEMPLATES


@dataclass(frozen=True)
class Request:
    """What to print, for whom, on what.

    `theme` None gives each persona its own colour; `paper` "" is the template's first, `distance`
    (metres) None the usual one. `tile` names the sheets to spread it over, `fewer` allows a slight
    shrink that saves some of them. `client_safe` refuses a file that holds what looks like
    personal data; `print_shop` adds bleed and marks. `landscape` None is the template's usual
    way; `side` is ltr, rtl, or "" for the way each persona is written. `comparison` is what a
    line-up compares by. `title` and `author` are all the file says about itself; `language` is
    the one its words are read aloud in, "" for the one they tell.
    """

    sheets: tuple[Sheet, ...]
    template: str = TEMPLATES[0].id
    paper: str = ""
    theme: str | None = None
    distance: float | None = None
    tile: str = ""
    fewer: bool = False
    client_safe: bool = False
    print_shop: bool = False
    landscape: bool | None = None
    side: str = ""
    comparison: Comparison | None = None
    title: str = ""
    author: str = ""
    language: str = ""
