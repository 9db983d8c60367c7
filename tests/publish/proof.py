# SPDX-License-Identifier: MIT
"""What must hold for every finished file: each check lists the faults it finds."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import takewhile
from typing import TypeVar

import pikepdf
import pypdfium2 as pdfium

from persona_studio.publish import fonts, preflight
from persona_studio.publish.document import Placed
from persona_studio.publish.drawn import Scale
from persona_studio.publish.export import Exported, export
from persona_studio.publish.request import Request
from persona_studio.publish.sheet import Sheet
from persona_studio.publish.theme import MM
from persona_studio.publish.typeset import clean
from tests.publish.reading import bag, embedded
from tests.publish.tags import faults_of

MILLIMETRES = {
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "A2": (420.0, 594.0),
    "Letter": (215.9, 279.4),
    "Tabloid": (279.4, 431.8),
}
_SAFE = 7.9 * MM  # what office printers leave white
_UNREAD = ("Cf", "Cc", "Co", "Cn", "Cs")
_HAIR = 0.6
_RISE = 10.0  # most that signs over and under letters reach out of their block
_OTHER_WAY = {"R", "AL", "AN", "RLO", "RLE", "RLI", "FSI"}
_HALVED = "\U00010000"  # PDFium turns even the halves of such letters beside Arabic or Hebrew
_SMEAR = 0.25  # of the smaller of two runs of letters that may lie under the other: marks do
_WHOLE = ("wall_poster", "fact_sheet")  # templates that tell everything somewhere

_MORE = re.compile(r"\+\d+ more")

_TEXTS = 20_000  # a long text comes back on many lines; what is seen of it is told once

T = TypeVar("T")
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Read:
    """One page as PDFium reads it: its letters, and the boxes of its runs from the upper left."""

    letters: str
    runs: tuple[Rect, ...]


class _Dropped(dict[int, int | None]):
    """For `str.translate`: leaves out letters of some kind, each looked up once."""

    def __init__(self, is_dropped: Callable[[str], bool]) -> None:
        super().__init__()
        self._is_dropped = is_dropped

    def __missing__(self, code: int) -> int | None:
        self[code] = None if self._is_dropped(chr(code)) else code
        return self[code]


_SEEN = _Dropped(lambda c: c.isspace() or unicodedata.category(c) in _UNREAD)
_BARE = _Dropped(lambda c: unicodedata.category(c)[0] == "M")


@lru_cache(_TEXTS)
def letters(text: str) -> str:
    """Return what can be seen of a text, without controls and what Unicode gave to nobody.

    PDFium takes ligatures and dots apart, as NFKD does.
    """
    return unicodedata.normalize("NFKD", text).translate(_SEEN)


def troubles(request: Request) -> list[str]:
    """Make the file of a request and return all that is wrong with it."""
    made = export(request)
    read = list(_read(made.pdf))
    found = [*_back(made, read), *_unseen(made)]
    with pikepdf.open(BytesIO(made.pdf)) as file:
        trims = [[float(v) for v in page.trimbox] for page in file.pages]
        found += _sound(file, trims, request)
    if export(request).pdf != made.pdf:
        found.append("the same request gives other bytes")
    if not request.tile:
        found += [*_apart(made, trims), *_within(made, read), *_told(made, request)]
    return found


def _read(pdf: bytes) -> Iterator[Read]:
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            text, (left, _, _, top) = page.get_textpage(), page.get_trimbox()
            runs = []
            for number in range(text.count_rects()):
                x, y, right, up = text.get_rect(number)
                runs.append((x - left, top - up, right - left, top - y))
            yield Read(text.get_text_range(), tuple(runs))


def _sound(file: pikepdf.Pdf, trims: Sequence[Sequence[float]], request: Request) -> Iterator[str]:
    """Check syntax, fonts, page sizes and tags."""
    yield from map(str, file.check_pdf_syntax())
    wanted = sorted(MILLIMETRES[request.tile or request.paper])
    for left, low, right, top in trims:
        size = sorted(((right - left) / MM, (top - low) / MM))
        if any(abs(a - b) > 0.1 for a, b in zip(size, wanted, strict=True)):
            yield f"a page of {size} mm"
    yield from (f"{name} is not embedded" for name, inside in embedded(file).items() if not inside)
    yield from faults_of(file)


def _apart(made: Exported, trims: Sequence[Sequence[float]]) -> Iterator[str]:
    """Check that what was placed lies on the page, and no text on another."""
    for (left, low, right, top), placed in zip(trims, made.placed, strict=True):
        for box in placed:
            safe = _SAFE if box.kind == "text" else -0.05
            if not _lies(box, safe, (right - left, top - low)):
                yield f"outside: {box}"
        texts = [((b.x, b.y, b.x + b.width, b.y + b.height), b) for b in placed if b.kind == "text"]
        for (_, one), (_, other) in _level(texts):
            if _meet(one, other) and not _hangs(one) and not _hangs(other):
                yield f"on each other: {one} {other}"


def _level(boxes: Sequence[tuple[Rect, T]]) -> Iterator[tuple[tuple[Rect, T], tuple[Rect, T]]]:
    """Yield all pairs of boxes that share some height: only they can lie on each other."""
    ordered = sorted(boxes, key=lambda pair: pair[0][1])
    for place, one in enumerate(ordered):
        low = one[0][3] - _HAIR
        for number in range(place + 1, len(ordered)):
            if ordered[number][0][1] >= low:
                break
            yield one, ordered[number]


def _lies(box: Placed, safe: float, size: tuple[float, float]) -> bool:
    across = safe <= box.x and box.x + box.width <= size[0] - safe
    return across and safe <= box.y and box.y + box.height <= size[1] - safe


def _meet(one: Placed, other: Placed) -> bool:
    return (
        one.x + one.width > other.x + _HAIR
        and other.x + other.width > one.x + _HAIR
        and one.y + one.height > other.y + _HAIR
        and other.y + other.height > one.y + _HAIR
    )


def _hangs(box: Placed) -> bool:
    """Tell whether a text hangs in the room of another: the quote's sign, "+2 more"."""
    return box.text in "“”" or box.text == "continued" or _MORE.fullmatch(box.text) is not None


def _within(made: Exported, read: Sequence[Read]) -> Iterator[str]:
    """Check by the letters that were drawn: each in a block of its own, none over another's."""
    for number, (page, placed) in enumerate(zip(read, made.placed, strict=True)):
        texts = sorted((box for box in placed if box.kind == "text"), key=lambda box: box.y)
        owned = [
            (run, [box for box in _above(texts, run) if _holds(box, run)]) for run in page.runs
        ]
        yield from (f"page {number}: letters in no block: {run}" for run, own in owned if not own)
        for (one, own), (other, others) in _level(owned):
            if _smear(one, other) > _SMEAR and not any(box in others for box in own):
                yield f"page {number}: letters over letters: {own} {others}"


def _above(texts: Sequence[Placed], run: Rect) -> Iterator[Placed]:
    """Yield the blocks, ordered by height, that do not begin below a run."""
    return takewhile(lambda box: box.y - _RISE <= run[3], texts)


def _holds(box: Placed, run: Rect) -> bool:
    """Tell whether a run stands in a block; marks over and under letters may reach out."""
    x, y, right, low = run
    out, over, middle = 0.1 * (low - y) + 1, min(0.25 * box.height, _RISE), (y + low) / 2
    across = box.x - out <= x and right <= box.x + box.width + out
    return across and box.y - over <= middle <= box.y + box.height + over


def _smear(one: Rect, other: Rect) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= _HAIR or high <= _HAIR:
        return 0.0
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return wide * high / max(least, 1e-6)


def _back(made: Exported, read: Sequence[Read]) -> Iterator[str]:
    """Check that all letters of every block come back, and in order where one direction rules.

    PDFium takes what stands on one height for one line, and turns all of it beside Arabic.
    """
    whole = "".join(_shown(page.letters) for page in read)
    there, bare = bag(whole), _unmarked(whole)
    for number, (page, placed) in enumerate(zip(read, made.placed, strict=True)):
        turns = not _OTHER_WAY.isdisjoint(map(unicodedata.bidirectional, page.letters))
        for text in dict.fromkeys(box.text for box in placed if box.kind == "text"):
            lost = bag(letters(text)) - there
            if any(letter < _HALVED or not turns for letter in lost):
                yield f"page {number}: {lost} of {text!r} is lost"
            elif not turns and _runs_one_way(text) and not _in_order(_unmarked(_shown(text)), bare):
                yield f"page {number}: {text!r} is in another order"


def _shown(text: str) -> str:
    return letters(text.replace("\ufffe", "-"))


def _unmarked(text: str) -> str:
    """Return a text without combining marks: where two stand on a letter PDFium turns them."""
    return text.translate(_BARE)


@lru_cache(_TEXTS)
def _runs_one_way(text: str) -> bool:
    """Tell whether a text is written from left to right all along; signs alone tell no way."""
    ways = [unicodedata.bidirectional(c) for c in text if not c.isspace()]
    return 2 * ways.count("L") > len(ways) and not set(ways) & _OTHER_WAY


def _in_order(text: str, whole: str) -> bool:
    if text in whole:
        return True
    at = 0
    for letter in text:  # a block that goes on in another column
        at = whole.find(letter, at) + 1
        if not at:
            return False
    return True


def is_seen(letter: str) -> bool:
    """Tell whether a letter leaves ink: not a control, a blank, or a choice of another's shape."""
    return unicodedata.category(letter) not in ("Cf", "Zs", "Mn")


@cache
def _known() -> frozenset[int]:
    return frozenset().union(*(letters for _, letters in fonts.covered()))


def _unseen(made: Exported) -> Iterator[str]:
    """Check that a letter no face has is told before saving."""
    drawn = (box.text for page in made.placed for box in page if box.kind == "text")
    unknown = {c for c in set().union(*drawn) if ord(c) not in _known() and is_seen(c)}
    silent = unknown - set("".join(made.missing))
    if silent:
        yield f"silently missing: {silent}"
    told = any("print as a box" in note.text for note in preflight.notes(made))
    if bool(made.missing) != told:
        yield "the report before saving says nothing of missing letters"


def _told(made: Exported, request: Request) -> Iterator[str]:
    """Check that every text is on a page or the report says that it is not."""
    drawn = "\n".join(box.text for page in made.placed for box in page if box.kind == "text")
    cautions = " ".join(caution for report in made.reports for caution in report.cautions)
    for sheet in request.sheets:
        gone = [text for text in _texts(sheet, request.template) if text not in drawn]
        if request.template in (*_WHOLE, "evidence_sheet", "golden_questions"):
            yield from (f"nowhere: {text!r}" for text in gone)
        elif gone and not any(word in cautions for word in ("no room", "shortened")):
            yield f"nowhere and not told: {gone}"


def _texts(sheet: Sheet, template: str) -> Iterator[str]:
    """Yield what a template has to tell of a persona."""
    found = [sheet.name]
    if template == "golden_questions" and sheet.golden:
        found += [
            text for asked in sheet.golden.questions for text in (asked.label, *asked.answers)
        ]
    if template in _WHOLE:
        found += [sheet.tagline, sheet.quote.text if sheet.quote else ""]
        found += [sheet.quote.source if sheet.quote else "", *(fact.value for fact in sheet.facts)]
        found += [fact.label for fact in sheet.facts]
        found += [part.title for part in sheet.parts if part.lines]
        lines = [line for part in sheet.parts for line in part.lines]
        found += [text for line in lines for text in (line.lead, line.words, line.proof)]
        scales = [line.figure for line in lines if isinstance(line.figure, Scale)]
        found += [pole for scale in scales for pole in scale.poles]
    if template in ("fact_sheet", "evidence_sheet"):
        found += [text for claim in sheet.ledger.claims for text in (claim.text, claim.remark)]
    if template == "evidence_sheet":
        said = [text for claim in sheet.ledger.claims for text in (*claim.spoken, *claim.opposed)]
        found += [f"“{text}”" for text in said]
    if template in ("canvas", "line_up", "pocket_cards"):
        found.append(sheet.tagline)
    if template == "canvas":
        lines = [line for part in sheet.parts for line in part.lines]
        found += [text for line in lines for text in (line.lead, line.words)]
    yield from (text for text in map(clean, found) if text)
