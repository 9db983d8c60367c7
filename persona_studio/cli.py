# SPDX-License-Identifier: MIT
"""The command line: what the window can do, a script can do.

JSON goes to standard output, progress to standard error. Exit code 0: done; 1: findings, or
nothing to do; 2: a StudioError, printed as `{"error": {"kind", "message", "hint"}}`.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from persona_studio import __version__
from persona_studio.commands import (
    checking,
    grouped,
    lettering,
    page_options,
    project,
    research,
    said,
    theming,
    waves,
    workshop,
)
from persona_studio.core import clock
from persona_studio.core.errors import StudioError, unexpected
from persona_studio.core.words import EVENT_KINDS

_WAVE = "its id, or the name of its file or source"
_SEED = "where chance starts: the same number gives the same answer"


def main(argv: Sequence[str]) -> int:
    """Run one command and return the exit code."""
    try:
        arguments = parser().parse_args(list(argv))
        with clock.fixed(arguments.today) if arguments.today else nullcontext():
            answer, code = arguments.run(arguments)
    except StudioError as error:
        return refuse(error)
    except KeyboardInterrupt:
        stopped = "What was under way was given up; what was done before is kept."
        return refuse(StudioError("This was stopped.", stopped, kind="cancelled"))
    except Exception as error:  # what the exception hook is for the window
        return refuse(unexpected(error))
    say(answer)
    return int(code)


def refuse(error: StudioError) -> int:
    """Say as JSON what went wrong, and its technical detail beside it; return the exit code."""
    if error.detail:
        sys.stderr.write(f"{error.detail}\n")
    say({"error": error.as_dict()})
    return 2


class Line(argparse.ArgumentParser):
    """A parser that says what is wrong with a line as every other error is said."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        usage = " ".join(self.format_usage().split())
        raise StudioError(f"This line is not understood: {message}.", usage, kind="usage")


def say(answer: Any) -> None:
    """Write an answer to standard output as JSON."""
    text = json.dumps(answer, ensure_ascii=False, indent=1, default=str)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.flush()


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    line = Line(
        prog="persona-studio",
        description="Customer personas whose every line is traced to the people behind it.",
        epilog="Without a command the window opens: persona-studio [PROJECT]",
    )
    line.add_argument("--version", action="version", version=f"Persona Studio {__version__}")
    commands = line.add_subparsers(metavar="COMMAND", required=True)
    _workshop_commands(commands)
    _research_commands(commands)
    _group_commands(commands)
    _wave_commands(commands)
    _checking_commands(commands)
    _project_commands(commands)
    return line


def _add(commands: Any, name: str, run: Any, words: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.add_argument("--today", type=_day, help="pretend it is this day (YYYY-MM-DD)")
    command.add_argument("--json", action="store_true", help="JSON answer (always on)")
    command.set_defaults(run=run)
    return command


def _workshop_commands(commands: Any) -> None:
    command = _add(commands, "demo", workshop.demo, "run the sample workshop from files to posters")
    command.add_argument("folder", type=Path, help="where the project and the posters go")
    command.add_argument(
        "--files", type=Path, nargs="+", default=[], help="research files in place of the samples"
    )


def _research_commands(commands: Any) -> None:
    command = _add(commands, "inspect", research.inspect, "say how files would be read")
    command.add_argument("files", type=Path, nargs="+")
    command = _add(commands, "import", research.import_files, "import files into a project")
    command.add_argument("project", type=Path)
    command.add_argument(
        "files", type=Path, nargs="+", help="tables, notes or folders of notes; each a wave"
    )
    command.add_argument("--source", default="", help="name or id of the source it belongs to")
    command.add_argument("--kind", default="", help="survey, interviews, analytics ...")
    command.add_argument("--sampling", default="", help="everyone, random, volunteers, convenience")
    command.add_argument("--collected", type=_day, help="the day it was collected")
    command.add_argument("--plan", type=Path, help="how to read it: an item of `inspect`, changed")
    command.add_argument("--as", dest="way", default="wave", help="wave, replace or separate")
    command.add_argument("--replaces", default="", help="the wave it takes the place of")
    command.add_argument(
        "--pair", action="append", default=[], help="COLUMN=QUESTION of the waves before"
    )
    command.add_argument(
        "--roll-up", action="store_true", help="orders: also make one row a customer"
    )
    command = _add(commands, "roll-up", research.roll_up, "make customers of imported orders")
    command.add_argument("project", type=Path)
    command.add_argument("--wave", required=True, help="the wave of orders")
    command = _add(commands, "groups", research.groups, "find groups of similar people in a wave")
    command.add_argument("project", type=Path)
    command.add_argument("--wave", required=True, help=_WAVE)
    command.add_argument(
        "--questions",
        default="",
        help="those that form groups: ids or names by comma, or `all`; proposed when left out",
    )
    command.add_argument("--k", type=int, help="so many groups; the answers decide if left out")
    command.add_argument("--seed", type=int, default=0, help=_SEED)
    command.add_argument("--assignments", action="store_true", help="say who is in which group")
    command = _add(commands, "draft", research.draft, "make draft personas of a segmentation")
    command.add_argument("project", type=Path)
    command.add_argument("--segmentation", required=True, help="its id or name")
    command.add_argument(
        "--again", action="store_true", help="make new ones beside those that stand already"
    )


def _group_commands(commands: Any) -> None:
    words = "find the questions that tell on the phone which group somebody is in"
    command = _add(commands, "golden", grouped.golden, words)
    command.add_argument("project", type=Path)
    command.add_argument("--segmentation", required=True, help="its id or name")
    command.add_argument("--without", default="", help="questions not to ask, by comma")
    command.add_argument("--most", type=int, default=5, help="how many questions at most")
    command = _add(commands, "value", grouped.value, "say what share of money each group brings")
    command.add_argument("project", type=Path)
    command.add_argument("--segmentation", required=True, help="its id or name")
    command = _add(commands, "tiers", grouped.tiers, "cut people into tiers by what they buy")
    command.add_argument("project", type=Path)
    command.add_argument("--wave", required=True, help=_WAVE)
    command.add_argument("--assignments", action="store_true", help="say who is in which tier")
    command = _add(commands, "compare", grouped.compare, "say who moved between two groupings")
    command.add_argument("project", type=Path)
    command.add_argument("--segmentation", required=True, help="its id or name")
    command.add_argument("--with", dest="other", required=True, help="the other's id or name")
    command.add_argument(
        "--move-personas", action="store_true", help="give personas the group most like theirs"
    )


def _wave_commands(commands: Any) -> None:
    command = _add(commands, "match", waves.match, "say how a file fits what was asked before")
    command.add_argument("project", type=Path)
    command.add_argument("file", type=Path)
    command.add_argument("--source", default="", help="name or id; recognised when left out")
    command = _add(commands, "remove", waves.remove, "list what rests on a wave; --yes removes it")
    command.add_argument("project", type=Path)
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--wave", default="", help=_WAVE)
    which.add_argument("--source", default="", help="with all its waves")
    command.add_argument("--yes", action="store_true", help="remove it")
    command = _add(commands, "said", said.said, "search what people said in their own words")
    command.add_argument("project", type=Path)
    command.add_argument("words", nargs="*", help="all of them; everything when left out")
    _themes_command(commands)
    command = _add(commands, "forget", said.forget, "list a person's traces; --yes forgets them")
    command.add_argument("project", type=Path)
    command.add_argument("respondent", help="their id, or the pseudonym that stands for it")
    command.add_argument("--yes", action="store_true", help="for good: nothing undoes it")
    command.add_argument("--backups-too", action="store_true", help="delete backups that hold them")


def _themes_command(commands: Any) -> None:
    command = _add(commands, "themes", theming.themes, "sort what people said into themes")
    command.add_argument("project", type=Path)
    command.add_argument("--wave", required=True, help=_WAVE)
    command.add_argument("--question", default="", help="id or name; the only open one if left out")
    command.add_argument("--k", type=int, help="so many themes; the answers decide if left out")
    command.add_argument("--seed", type=int, default=0, help=_SEED)
    command.add_argument("--assignments", action="store_true", help="say which theme each row has")
    command.add_argument(
        "--rename", action="append", default=[], help="OLD=NEW; the name of another joins both"
    )
    for word, told in (
        ("--merge", "THEME=INTO; all answers of the first go to the second"),
        ("--split", "part a theme in two"),
        ("--move", "ROW=THEME, new or known, or `other`"),
        ("--drop", "take a theme away; its answers go to `other`"),
        ("--keep", "make a theme of quotes of a proposed one"),
        ("--claim", "THEME=PERSONA or THEME=PERSONA:SECTION; a claim that counts the theme"),
    ):
        command.add_argument(word, action="append", default=[], help=told)
    command.add_argument("--segmentation", default="", help="groups to tell of; else the newest")


def _checking_commands(commands: Any) -> None:
    command = _add(commands, "review", checking.review, "list the findings, most useful first")
    command.add_argument("project", type=Path)
    command = _add(commands, "validate", checking.validate, "check every claim on a new wave")
    command.add_argument("project", type=Path)
    command.add_argument("--wave", required=True, help=_WAVE)
    command.add_argument("--adopt", default="", help="claim ids by comma, or `holds`: rest on it")
    command = _add(commands, "event", checking.event, "note what changed outside")
    command.add_argument("project", type=Path)
    command.add_argument("text", help="what happened, in a few words")
    command.add_argument("--on", type=_day, help="when; today when left out")
    command.add_argument("--kind", choices=EVENT_KINDS, default="other")
    command.add_argument(
        "--touches", nargs="+", default=[], help="sections, personas, claims; all when left out"
    )
    command = _add(commands, "check", checking.check, "tell whether a project file is sound")
    command.add_argument("project", type=Path)


def _project_commands(commands: Any) -> None:
    command = _add(commands, "new", project.new, "make a new project")
    command.add_argument("project", type=Path)
    command.add_argument("--name", required=True)
    command.add_argument("--client", default="")
    _export_command(commands)
    command = _add(commands, "fonts", lettering.fonts, "list or add the letters of East Asia")
    command.add_argument(
        "files", type=Path, nargs="*", help="NotoSansSC-Regular.ttf, -Bold.ttf (or TC, JP, KR), ZIP"
    )
    command = _add(commands, "dump", project.dump, "write the whole project as JSON")
    command.add_argument("project", type=Path)
    command.add_argument("file", type=Path)
    command = _add(commands, "load", project.load, "make a project of a JSON file")
    command.add_argument("file", type=Path)
    command.add_argument("project", type=Path)


def _export_command(commands: Any) -> None:
    command = _add(commands, "export", project.export, "print personas, the review, or minutes")
    command.add_argument("project", type=Path)
    command.add_argument(
        "--template",
        default="wall_poster",
        help="wall_poster, fact_sheet, evidence_sheet, line_up, pocket_cards, canvas, "
        "golden_questions, evidence-cards, review-report (.pdf or .csv), or minutes",
    )
    command.add_argument(
        "--paper", default="", help="a poster is on A3 when left out, the rest on A4"
    )
    command.add_argument(
        "--persona",
        action="append",
        default=[],
        help="name or id, once for each; all personas when left out",
    )
    command.add_argument("--workshop", default="", help="its name or id; the newest when left out")
    page_options.add_to(command)
    command.add_argument(
        "--out",
        type=Path,
        required=True,
        help=".pdf; .png a picture a page; .pptx slides; .xlsx or .csv claims and their evidence",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-05-04") from None
