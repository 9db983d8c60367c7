# SPDX-License-Identifier: MIT
"""The largest table of an HTML page, which some web tools export under the name of a workbook."""

from collections.abc import Iterator
from html.parser import HTMLParser

from persona_studio.core.errors import StudioError

_TABLES_MOST = 1_000


class Tables(HTMLParser):
    """Collects the cells of every table of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell; a line break in a cell stays one."""
        if tag == "table":
            self._close()
            self.tables.append([])
            if len(self.tables) > _TABLES_MOST:
                raise StudioError(
                    f"This web page holds more than {_TABLES_MOST:,} tables.",
                    "Save the one you want as CSV.",
                    kind="too_big",
                )
        elif tag == "tr" and self.tables:
            self._close()
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._close()
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close the cell."""
        if tag in ("td", "th", "tr", "table"):
            self._close()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell."""
        if self._cell is not None:
            self._cell.append(data)

    def _close(self) -> None:
        if self._cell is not None:
            self.tables[-1][-1].append("".join(self._cell).strip())
            self._cell = None


def records(page: str) -> Iterator[list[str]]:
    """Yield the rows of the page's largest table."""
    parser = Tables()
    parser.feed(page)
    parser.close()
    if parser.tables:
        yield from max(parser.tables, key=len)
