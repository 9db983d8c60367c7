# SPDX-License-Identifier: MIT
"""Finding a marked passage again in the answer it was marked in, and words in any script; no numpy.

A mark keeps its text and where it began. The place counts when the text is still there; else the
nearest like it, whatever became of line ends, spaces, case and the spelling of accents.
"""

from collections.abc import Iterator, Sequence
from unicodedata import category, combining, normalize

_BARE = {"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
_ALONE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Letters of scripts that put no spaces between words: each is a word of its own."""

Span = tuple[int, int]


def locate(text: str, passage: str, start: int | None) -> Span | None:
    """Return where a passage stands in a text (begin, end), None when it is not there any more.

    `start` is where it was marked; None means the whole text.
    """
    if not passage:
        return None
    began = start or 0
    if text[began : began + len(passage)] == passage:
        return began, began + len(passage)
    found = _nearest(text, passage, began)
    if found is not None:
        return found, found + len(passage)
    return _locate_loosely(text, passage, began)


def _nearest(text: str, passage: str, began: int) -> int | None:
    after, before = text.find(passage, began), text.rfind(passage, 0, began + len(passage))
    places = [place for place in (before, after) if place >= 0]
    return min(places, key=lambda place: (abs(place - began), place), default=None)


def _locate_loosely(text: str, passage: str, began: int) -> Span | None:
    letters, places = _letters(text)
    wanted, _ = _letters(passage)
    if not wanted:
        return None
    near = next((i for i, place in enumerate(places) if place >= began), len(letters))
    found = _nearest(letters, wanted, near)
    if found is None:
        return None
    return places[found], _end(text, places[found + len(wanted) - 1])


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the text without spaces, case and forms of accents, and where each letter stands."""
    out, places = [], []
    for place, letter in enumerate(text):
        for part in normalize("NFKD", letter).casefold():
            if not part.isspace() and category(part) != "Cf":
                out.append(part)
                places.append(place)
    return "".join(out), places


def _end(text: str, last: int) -> int:
    """Return the end behind a letter and the accents that stand on it."""
    end = last + 1
    while end < len(text) and combining(text[end]):
        end += 1
    return end


class _Table(dict[int, str]):
    """What each character is for searching: letters without accents and case, else a space."""

    def __missing__(self, code: int) -> str:
        kept = "".join(_folded(chr(code)))
        self[code] = kept
        return kept


def _folded(letter: str) -> Iterator[str]:
    for part in normalize("NFKD", normalize("NFKD", letter).casefold()):
        kind = category(part)
        if part in _BARE:
            yield _BARE[part]
        elif _stands_alone(part) and kind[0] in "LMN":
            yield f" {part} "
        elif kind[0] in "LN" or (kind[0] == "M" and not _is_accent(part)):
            yield part
        elif kind == "So":
            yield f" {part} "
        elif kind[0] != "M" and kind != "Cf":
            yield " "


def _is_accent(mark: str) -> bool:
    """Tell the signs people leave out when they search: accents, Hebrew and Arabic points."""
    level = combining(mark)
    return level == 1 or 10 <= level <= 36 or level >= 200


def _stands_alone(letter: str) -> bool:
    return any(low <= ord(letter) <= high for low, high in _ALONE)


_TABLE = _Table()


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are searched; of some scripts, each letter."""
    return text.translate(_TABLE).split()


def phrases_of(query: str) -> list[str]:
    """Return what a query asks for: each of its words, letters of one unspaced word together."""
    return [" ".join(words) for part in query.split() if (words := words_of(part))]


def says(words: str, phrases: Sequence[str]) -> bool:
    """Tell whether a text (its words, joined) has each phrase; its last word may go on."""
    padded = f" {words}"
    return all(f" {phrase}" in padded for phrase in phrases)


def spans_of(text: str, phrases: Sequence[str]) -> list[Span]:
    """Return where a text says one of the phrases, to show it: (begin, end) of each, in order."""
    words, spans = _placed_words(text)
    found = []
    for phrase in phrases:
        parts = phrase.split()
        for at in range(len(words) - len(parts) + 1):
            *whole, last = words[at : at + len(parts)]
            if whole == parts[:-1] and last.startswith(parts[-1]):
                found.append((spans[at][0], spans[at + len(parts) - 1][1]))
    return sorted(set(found))


def _placed_words(text: str) -> tuple[list[str], list[Span]]:
    words: list[str] = []
    spans: list[Span] = []
    open_ = False
    for place, letter in enumerate(text):
        parts = letter.translate(_TABLE)
        pieces = parts.split()
        if parts[:1].isspace() or not open_:
            fresh = pieces
        else:
            if pieces:
                words[-1] += pieces[0]
            spans[-1] = (spans[-1][0], place + 1)
            fresh = pieces[1:]
        for piece in fresh:
            words.append(piece)
            spans.append((place, place + 1))
        open_ = not parts[-1:].isspace() and (open_ or bool(pieces)) if parts else open_
    return words, spans
