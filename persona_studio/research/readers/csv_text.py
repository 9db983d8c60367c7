# SPDX-License-Identifier: MIT
"""Text tables as records: the standard parser, and a forgiving one for rows it cannot read.

Quoted cells follow RFC 4180, with double or with single quotes. A stray quote (`"a "b" c"`) is kept
as it stands, a quote that is never closed is text; both are noted with the record's number. Cells
are otherwise untouched, but for NUL characters, which are taken out, and bytes that fit no letter,
which become U+FFFD.
"""

import csv
import io
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from persona_studio.core.errors import StudioError

CELL_LIMIT = 4 * 1024 * 1024
LINE_LIMIT = 16 * 1024 * 1024
_LONG = 1 << 18
"""Letters of a record that a look keeps at most."""
_UNCLOSED_LIMIT = 20
_MEMO = 100_000


@dataclass
class Faults:
    """What was wrong, by cause: how often, and the numbers of the first records.

    `cut` tells whether a record was cut to its beginning.
    """

    counts: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[int]] = field(default_factory=dict)
    cut: bool = False

    def note(self, cause: str, row: int) -> None:
        """Note one fault in record `row` (1-based)."""
        self.counts[cause] = self.counts.get(cause, 0) + 1
        seen = self.rows.setdefault(cause, [])
        if len(seen) < _MEMO and (not seen or seen[-1] != row):
            seen.append(row)

    def forget_after(self, row: int) -> None:
        """Leave out the faults of records that were only read ahead."""
        for seen in self.rows.values():
            del seen[bisect_right(seen, row) :]


class Place(NamedTuple):
    """Where a record begins: its number (1-based) and the text's position there."""

    number: int
    position: int


PLACES_EVERY = 1_000


class Places(list[Place]):
    """Beginnings of records noted while a text is read, so that it can be read from there."""

    def note(self, number: int, lines: "Lines") -> None:
        """Note where record `number` begins, once every thousand records."""
        due = self[-1].number + PLACES_EVERY if self else PLACES_EVERY
        if number >= due and lines.at_rest:
            with suppress(OSError):  # a few encodings cannot tell where they are
                self.append(Place(number, lines.tell()))

    def before(self, number: int) -> Place | None:
        """Return the last known beginning at or before a record, None for the file's own."""
        found = bisect_right(self, number, key=_number_of)
        return self[found - 1] if found else None


def _number_of(place: Place) -> int:
    return place.number


@dataclass(frozen=True)
class Format:
    """How a text is written down; with `cut_long`, long records are cut to their beginnings."""

    encoding: str
    delimiter: str
    clean: bool = True
    cut_long: bool = False
    quote: str = '"'


class Lines:
    """The lines of a text, of which some can be given back; `taken` are those of one record."""

    def __init__(self, text: io.TextIOBase) -> None:
        self._text = text
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.nul = False

    def __iter__(self) -> Iterator[str]:
        # Iterating over the text itself would forbid `tell`, and know no limit.
        while line := self._back.popleft() if self._back else self._text.readline(LINE_LIMIT):
            if len(line) >= LINE_LIMIT:
                raise too_long("A line", "16 MB")
            if "\0" in line:
                line = line.replace("\0", "")
                self.nul = True
            yield line

    def noted(self) -> Iterator[str]:
        """Yield the same lines, and remember them until the next record begins."""
        for line in self:
            self.taken.append(line)
            yield line

    @property
    def at_rest(self) -> bool:
        """Whether no line was given back: the text's position is that of the next line."""
        return not self._back

    def tell(self) -> int:
        """Return the position of the next line."""
        return self._text.tell()

    def start_with(self, line: str) -> None:
        """Begin a record with a line that was read already: it comes once more."""
        self.taken.clear()
        self._back.appendleft(line)

    def give_back(self, lines: list[str]) -> None:
        """Let these lines come again."""
        self._back.extendleft(reversed(lines))


def records(
    opener: Callable[[], BinaryIO],
    form: Format,
    faults: Faults | None = None,
    places: Places | None = None,
    start: Place | None = None,
) -> Iterator[list[str]]:
    """Yield every record of the text, blank lines as empty lists.

    `places` takes down where records begin; with one of them as `start` the reading begins there.
    """
    csv.field_size_limit(CELL_LIMIT)
    faults = faults if faults is not None else Faults()
    errors = "strict" if form.clean else "replace"
    with opener() as raw:
        text = io.TextIOWrapper(raw, form.encoding, errors=errors, newline="")
        number = 0
        if start is not None:
            text.seek(start.position)
            number = start.number - 1
        yield from _records(Lines(text), form, faults, places, number)


def _records(
    lines: Lines, form: Format, faults: Faults, places: Places | None, before: int
) -> Iterator[list[str]]:
    try:
        for number, record in enumerate(_parted(lines, form, faults, before), start=before + 1):
            if lines.nul:
                lines.nul = False
                faults.note("nul", number)
            if not form.clean and any("\ufffd" in cell for cell in record):
                faults.note("bad_bytes", number)
            yield record
            if places is not None:
                places.note(number + 1, lines)
    except UnicodeDecodeError as error:
        raise StudioError(
            f"Some bytes do not fit the encoding {form.encoding}.",
            "Choose another encoding for this file.",
            kind="bad_bytes",
        ) from error


def _parted(lines: Lines, form: Format, faults: Faults, before: int = 0) -> Iterator[list[str]]:
    """Yield records: lines without a quote are parted at once, others by the standard parser."""
    mark = form.delimiter
    quote = form.quote
    quoted = csv.reader(lines.noted(), delimiter=mark, quotechar=quote, strict=True)
    for number, line in enumerate(lines, start=before + 1):
        if quote not in line and len(line) <= _LONG:
            bare = line.rstrip("\r\n")
            yield bare.split(mark) if bare else []
            continue
        lines.start_with(line)
        try:
            record = next(quoted)
        except csv.Error:
            record = _forgiving(lines, form, faults, number)
            quoted = csv.reader(lines.noted(), delimiter=mark, quotechar=quote, strict=True)
        if sum(map(len, record)) > _LONG:
            if max(map(len, record)) > CELL_LIMIT:
                raise too_long(f"A cell in row {number:,}", "4 MB")
            if form.cut_long:
                record = [cell[: _LONG // len(record)] for cell in record]
                faults.cut = True
        yield record


def too_long(what: str, limit: str) -> StudioError:
    """Return the error for a part of a file that is larger than any table's."""
    return StudioError(
        f"{what} of this file is longer than the studio reads: {limit}.",
        "Look whether a quote or a line break is missing there, and export it again.",
        kind="too_big",
    )


def _forgiving(lines: Lines, form: Format, faults: Faults, number: int) -> list[str]:
    """Parse one record that the standard parser refused; lines it does not need come again."""
    taken = list(lines.taken)
    for used in range(1, min(len(taken), 50) + 1):
        cells, closed = _parse("".join(taken[:used]), form)
        if closed:
            lines.give_back(taken[used:])
            faults.note("stray_quote", number)
            return cells
    lines.give_back(taken[1:])
    faults.note("unclosed_quote", number)
    if faults.counts["unclosed_quote"] > _UNCLOSED_LIMIT:
        raise StudioError(
            "Too many quotes in this file are opened and never closed.",
            "Export it again, or choose another mark between the cells.",
            kind="damaged",
        )
    return _unquoted(taken[0], form)


def _unquoted(line: str, form: Format) -> list[str]:
    """Part a line whose last quote is never closed; what stands before it stays as it was."""
    cells, _ = _parse(line.rstrip("\r\n"), form, give_up=True)
    return cells


def _parse(text: str, form: Format, *, give_up: bool = False) -> tuple[list[str], bool]:
    """Part one record; a quote closes a cell only before a delimiter or the end."""
    text = text.rstrip("\r\n")
    mark, quote = form.delimiter, form.quote
    cells: list[str] = []
    place = 0
    while True:
        if text.startswith(quote, place):
            end = _closing(text, place + 1, mark, quote)
            if end < 0 and not give_up:
                return cells, False
            if end >= 0:
                cells.append(text[place + 1 : end].replace(2 * quote, quote))
                place = end + 1
                if place >= len(text):
                    return cells, True
                place += 1
                continue
        end = text.find(mark, place)
        if end < 0:
            return [*cells, text[place:]], True
        cells.append(text[place:end])
        place = end + 1


def _closing(text: str, place: int, mark: str, quote: str) -> int:
    while (place := text.find(quote, place)) >= 0:
        if place + 1 == len(text) or text[place + 1] == mark:
            return place
        place += 2 if text[place + 1] == quote else 1
    return -1
