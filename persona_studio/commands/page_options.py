# SPDX-License-Identifier: MIT
"""What the export command may be told about pages."""

from argparse import ArgumentParser, ArgumentTypeError


def add_to(command: ArgumentParser) -> None:
    """Add the choices of a page: colour, distance, sheets, paper's way and side."""
    command.add_argument("--theme", default="", help="teal, plum, rust, blue or slate")
    command.add_argument(
        "--distance", type=_metres, help="how far away readers stand, in metres; the type follows"
    )
    command.add_argument(
        "--tile", default="", metavar="SHEET", help="spread the poster over A4, Letter, A3, Tabloid"
    )
    command.add_argument(
        "--fewer-sheets", action="store_true", help="shrink by up to 10 %% where that saves sheets"
    )
    command.add_argument(
        "--client-safe",
        action="store_true",
        help="only quotes ticked for print, no count below five; refused with personal data",
    )
    command.add_argument(
        "--print-shop", action="store_true", help="3 mm of bleed and cut marks around each page"
    )
    command.add_argument(
        "--orientation",
        default="",
        choices=("portrait", "landscape"),
        help="which way the paper lies",
    )
    command.add_argument(
        "--direction",
        default="",
        choices=("ltr", "rtl"),
        help="the side pages begin on; as each persona is written when left out",
    )
    command.add_argument(
        "--language",
        type=_language,
        metavar="TAG",
        help="the language the pages are read aloud in, such as de or pt-BR; as their words"
        " tell when left out",
    )


def _language(text: str) -> str:
    from persona_studio.publish.language import is_tag

    if not is_tag(text):
        raise ArgumentTypeError(f"{text} is no language, such as de or pt-BR")
    return text


def _metres(text: str) -> float:
    from persona_studio.publish.theme import metres_of

    found = metres_of(text)
    if found is None:
        raise ArgumentTypeError(f"{text} is no distance from 0.2 to 20 metres")
    return found
