# SPDX-License-Identifier: MIT
"""The one error the user sees: what happened, what to do, and detail for the curious."""

from traceback import extract_tb


class StudioError(Exception):
    """Something the user can understand and act on.

    `kind` is a stable word for scripts (contracts of the command line), `message` says what
    happened, `hint` what to do about it, `detail` is technical and never holds client text.
    """

    def __init__(self, message: str, hint: str = "", detail: str = "", kind: str = "error") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail
        self.kind = kind

    def as_dict(self) -> dict[str, str]:
        """Return the error as the command line prints it."""
        return {"kind": self.kind, "message": self.message, "hint": self.hint}

    def __reduce__(self) -> tuple[type["StudioError"], tuple[str, str, str, str]]:
        """Cross the border of a child process unchanged."""
        return (StudioError, (self.message, self.hint, self.detail, self.kind))


class Cancelled(Exception):
    """The user pressed Cancel; raised inside jobs and swallowed by whoever runs them."""


def unexpected(error: BaseException) -> StudioError:
    """Wrap a fault of the program: its kind and place, never its own words (client text)."""
    places = [f"{frame.name} ({frame.lineno})" for frame in extract_tb(error.__traceback__)]
    return StudioError(
        "Something unexpected happened while working on this.",
        "Nothing was changed. Try again; if it stays, send us the detail.",
        f"{type(error).__name__} in {' > '.join(places[-6:])}",
        kind="unexpected",
    )
