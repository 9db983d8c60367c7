# SPDX-License-Identifier: MIT
"""How large a table may be, and the errors for larger ones."""

from collections.abc import Sequence

from persona_studio.core.errors import StudioError
from persona_studio.research.shapes import last_filled

COLUMNS_MOST = 2_000
ROWS_MOST = 2_000_000


def refuse_wide(head: Sequence[Sequence[str]]) -> None:
    """Refuse what is too wide at once: finding a table in it would take long."""
    widths = sorted(width for record in head if (width := last_filled(record)))
    check_width(widths[len(widths) // 2] if widths else 0)


def check_width(width: int) -> None:
    """Raise for a table that is wider than the studio keeps."""
    if width > COLUMNS_MOST:
        raise too_many_columns(width)


def too_many_columns(width: int) -> StudioError:
    """Return the error for a table wider than the studio keeps."""
    return StudioError(
        f"This table has {width:,} columns; the studio reads up to {COLUMNS_MOST:,}.",
        "Export only the columns you need.",
        kind="too_many_columns",
    )


def too_many_rows() -> StudioError:
    """Return the error for a table longer than the studio keeps."""
    return StudioError(
        f"This table has more than {ROWS_MOST:,} rows.",
        "Export a part of it, or a random sample.",
        kind="too_big",
    )
