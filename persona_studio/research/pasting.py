# SPDX-License-Identifier: MIT
"""A table copied in a spreadsheet or from a web page, as something that can be read."""

from persona_studio.core.errors import StudioError
from persona_studio.research import delimiter
from persona_studio.research.handed import Pasted

_HEAD = 1 << 16
_MOSTLY = 0.5
_SURE = 0.6


def pasted(name: str, text: str, html: str) -> Pasted:
    """Return the table of a clipboard; StudioError (kind `no_table`) when there is none.

    A spreadsheet gives the cells as text between tabs, a browser often as HTML alone.
    """
    if _tabbed(text):
        return Pasted(name, text.encode("utf-8", "replace"))
    if "<table" in html.casefold():
        return Pasted(name, f"<html>{html}</html>".encode("utf-8", "replace"))
    if _parted(text):
        return Pasted(name, text.encode("utf-8", "replace"))
    raise StudioError(
        "There is no table on the clipboard.",
        "Select cells in a spreadsheet or a table on a web page, copy them, and paste again.",
        kind="no_table",
    )


def _lines(text: str) -> list[str]:
    return [line for line in text[:_HEAD].splitlines() if line.strip()]


def _tabbed(text: str) -> bool:
    lines = _lines(text)
    return sum("\t" in line for line in lines) > _MOSTLY * len(lines) if lines else False


def _parted(text: str) -> bool:
    """Tell text with a mark between its cells, as in a CSV file, from words."""
    lines = _lines(text)
    mark = delimiter.choose("\n".join(lines))
    counts = [line.count(mark.mark) for line in lines]
    same = max(map(counts.count, set(counts)), default=0)
    return len(lines) > 1 and min(counts) > 0 and same > _MOSTLY * len(lines) and mark.sure > _SURE
