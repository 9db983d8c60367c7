# SPDX-License-Identifier: MIT
"""The door of the program: the window, a command, or the self-test of an installed copy."""

import sys
from collections.abc import Sequence
from multiprocessing import freeze_support


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether the line asks for the window: every command is one plain word, no file is."""
    first = arguments[0] if arguments else ""
    return not first.isalpha() and first not in ("-h", "--help", "--version")


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the line asks for and return the exit code; only what is asked for is imported."""
    freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--self-test"]:
        from persona_studio.selftest import run

        return run()
    if wants_window(arguments):
        from persona_studio.app import main as window

        return window(arguments)
    from persona_studio.cli import main as command

    return command(arguments)


if __name__ == "__main__":
    sys.exit(main())
