# SPDX-License-Identifier: MIT
"""One file as records: opened by content, with its encoding, delimiter or sheet settled."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO

from persona_studio.core.errors import StudioError
from persona_studio.research import binary_scan, book_head, open_file, sheet_scan
from persona_studio.research import delimiter as marks
from persona_studio.research import encoding as encodings
from persona_studio.research.handed import Handed, file_of
from persona_studio.research.plan import Plan
from persona_studio.research.readers import csv_text, html_table
from persona_studio.research.readers.spss import Sav
from persona_studio.research.readers.workbook import Merge, Sheet, Workbook, damaged
from persona_studio.research.shapes import filled

_HEAD = 1 << 18
_HEAD_CELLS = 1_000_000
_FIRST_CASES = 2_000
_WORKBOOKS = ("xlsx", "xlsb", "xls", "ods")


@dataclass
class Source:
    """A file that can be read again and again from its first record.

    With `cut_long`, for a look at its structure, very long records are cut to their beginnings.
    `share` tells which part of a workbook this is.
    """

    opened: open_file.Opened
    format: str
    encoding: encodings.Encoding | None = None
    delimiter: marks.Delimiter | None = None
    sheet: str | None = None
    sheets: tuple[Sheet, ...] = ()
    faults: csv_text.Faults = field(default_factory=csv_text.Faults)
    book: Workbook | None = None
    sav: Sav | None = None
    error_cells: dict[tuple[int, int], str] = field(default_factory=dict)
    places: csv_text.Places | None = None
    cut_long: bool = False
    share: float | None = None

    def records(self, start: csv_text.Place | None = None) -> Iterator[list[str]]:
        """Yield the records from the first, of a text or a sheet also from `start`."""
        self.faults = csv_text.Faults()
        if self.book is not None:
            if self.sheet:
                first = start.number if start else 1
                yield from self.book.records(self.sheet, self.error_cells, first)
            return
        if self.sav is not None:
            yield from self.sav.records()
            return
        if self.format == "html":
            assert self.encoding is not None
            with self.opened.open() as file:
                yield from html_table.records(file.read().decode(self.encoding.name, "replace"))
            return
        assert self.encoding is not None
        assert self.delimiter is not None
        form = csv_text.Format(
            self.encoding.name,
            self.delimiter.mark,
            self.encoding.clean,
            self.cut_long,
            self.delimiter.quote,
        )
        yield from csv_text.records(self.opened.open, form, self.faults, self.places, start)

    def merges(self) -> tuple[Merge, ...]:
        """Return the merged cells of the sheet."""
        return self.book.merges(self.sheet) if self.book and self.sheet else ()

    def head(self, most: int) -> list[list[str]]:
        """Return the first records; fewer of a very wide table."""
        found, cells = [], 0
        for record in islice(self.records(), most):
            found.append(record)
            cells += len(record)
            if cells > _HEAD_CELLS:
                break
        return found


def open_source(where: Handed, fixed: Plan | None = None, *, quick: bool = False) -> Source:
    """Open a file; what a person has chosen in `fixed` is not guessed again.

    `quick` reads only the beginning of a long text, for a first look.
    """
    chosen = set(fixed.chosen) if fixed else set()
    opened = open_file.identify(file_of(where))
    if quick and opened.format == "text" and is_long(opened):
        opened = replace(opened, open=partial(_beginning, opened))
    if opened.format in _WORKBOOKS:
        told = fixed.sheet if fixed and "sheet" in chosen else None
        return _workbook(opened, told, short=quick and is_long(opened))
    if opened.format == "sav":
        most = _FIRST_CASES if quick and is_long(opened) else None
        return Source(opened, "sav", sav=Sav(opened.open, most))
    said = fixed.encoding if fixed and "encoding" in chosen else None
    found = encodings.Encoding(said, 1.0, "chosen by you", clean=False) if said else None
    try:
        if opened.format == "text":
            _has_lines(opened)
        settled = found or encodings.choose(opened.open)
        if opened.format == "html":
            return Source(opened, "html", settled)
        with opened.open() as file:
            head = file.read(_HEAD).decode(settled.name, "replace")
    except LookupError as error:
        raise StudioError(
            f"The encoding “{said}” is not known.", "Choose one from the list.", kind="usage"
        ) from error
    mark = fixed.delimiter if fixed and "delimiter" in chosen else None
    between = marks.choose(head)
    between = marks.Delimiter(mark, 1.0, quote=between.quote) if mark else between
    form = "tsv" if between.mark == "\t" else "csv"
    return Source(opened, form, settled, between)


def _has_lines(opened: open_file.Opened) -> None:
    """Refuse a text whose first line has no end, before all of it is read in vain."""
    with opened.open() as file:
        for _ in range(2 * csv_text.LINE_LIMIT // _HEAD):
            chunk = file.read(_HEAD)
            if not chunk or b"\n" in chunk or b"\r" in chunk:
                return
    raise csv_text.too_long("The first line", "16 MB")


def is_long(opened: open_file.Opened) -> bool:
    """Tell whether a first look should not read all of the file."""
    return opened.format in ("text", "sav", "xlsx") and opened.size > 4 * _HEAD


def quick_share(opened: open_file.Opened) -> float:
    """Return which share of a file a first look reads, 0-1."""
    return min(1.0, _HEAD / max(1, opened.size)) if is_long(opened) else 1.0


def _beginning(opened: open_file.Opened) -> BinaryIO:
    """Return the first part of a text, up to the end of a line."""
    with opened.open() as file:
        head = file.read(_HEAD)
    end = head.rfind(b"\n")
    return BytesIO(head[: end + 1 + head[:2].count(b"\xff")] if end > 0 else head)


def again(where: Handed, plan: Plan) -> Source:
    """Open a file exactly as a plan says."""
    opened = open_file.identify(file_of(where))
    if opened.format in _WORKBOOKS:
        return _workbook(opened, plan.sheet)
    if opened.format == "sav":
        return Source(opened, "sav", sav=Sav(opened.open))
    name = plan.encoding or "utf-8"
    settled = encodings.Encoding(name, 1.0, "", clean=plan.encoding_sure == 1.0 and name != "auto")
    if opened.format == "html":
        return Source(opened, "html", settled)
    between = marks.Delimiter(plan.delimiter or ",", 1.0, quote="'" if plan.quote == "'" else '"')
    return Source(opened, "tsv" if between.mark == "\t" else "csv", settled, between)


def _workbook(opened: open_file.Opened, sheet: str | None, *, short: bool = False) -> Source:
    with opened.open() as file:
        data, share = file.read(), 1.0
    if short:
        data, share = book_head.shorten(data)
    book, extents = _loaded(data, opened.format)
    source = Source(opened, opened.format, sheets=book.sheets, share=share)
    source.book = book
    if not book.sheets:
        raise damaged()
    source.sheet = sheet if sheet in [s.name for s in book.sheets] else _best(source)
    if extents:
        source.error_cells = _errors_of(source, extents)
    return source


@lru_cache(maxsize=1)
def _loaded(data: bytes, form: str) -> tuple[Workbook, dict[str, Any]]:
    """Return a workbook and the reach of its sheets; the last one is held for the next look."""
    extents: dict[str, Any] = {}
    if form == "xlsx":
        extents = sheet_scan.scan(partial(BytesIO, data))
    elif form == "ods":
        sheet_scan.scan_open_document(partial(BytesIO, data))
    elif form == "xlsb":
        binary_scan.scan_binary(partial(BytesIO, data))
    elif form == "xls":
        binary_scan.scan_old(data)
    return Workbook(data), extents


def forget() -> None:
    """Let go of the workbook that is held for the next look."""
    _loaded.cache_clear()


def _errors_of(source: Source, extents: dict[str, Any]) -> dict[tuple[int, int], str]:
    """Return the error values of the sheet; parts are named in the order of the sheets."""
    names = [sheet.name for sheet in source.sheets]
    place = names.index(source.sheet) if source.sheet in names else 0
    wanted = f"sheet{place + 1}.xml"
    for name, extent in extents.items():
        if name.rsplit("/", 1)[-1].lower() == wanted:
            found: dict[tuple[int, int], str] = extent.errors
            return found
    return {}


def _best(source: Source) -> str:
    """Return the sheet to import: the visible one with the largest table, the first of equals.

    A wide table outweighs a long list: beside answers there are lists of codes and covers.
    """
    shown = [s for s in source.sheets if not s.hidden] or list(source.sheets)
    if len(shown) == 1:
        return shown[0].name
    sizes = {}
    for sheet in shown:
        source.sheet = sheet.name
        fills = [n for record in islice(source.records(), 2000) if (n := filled(record))]
        sizes[sheet.name] = sum(fills) / len(fills) ** 0.7 if fills else 0.0
    most = max(sizes.values())
    return next(s.name for s in shown if sizes[s.name] * 1.2 >= most)
