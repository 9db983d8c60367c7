# SPDX-License-Identifier: MIT
"""Font files as they are published, made the studio's own: read, checked, given another name.

Families get names that no installed font has ("Studio Noto Sans SC"): an installed edition may
have other glyph numbers, and a page made with those would be garbled. The names of a TrueType file
are one table of it, so no font library is needed to write them.
"""

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from struct import pack, unpack_from

from persona_studio.core.errors import StudioError
from persona_studio.publish import fonts

_OWN = "Studio "
STYLES = ("Regular", "Bold")
"""The weights of a pack."""

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_NEEDED = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
_NEEDLESS = ("DSIG", "STAT", "gasp", "prep", "vhea", "vmtx")
_WINDOWS = (3, 1, 0x409)  # platform, encoding, English of the United States
_RENAMED = (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25)
_LICENCE = (0, 13, 14)  # copyright, licence, where to read it
_RESTRICTED = 0x0002
_MAGIC = 0xB1B0AFBA
_TELLING = {
    "Studio Noto Sans SC": "\u4eec",
    "Studio Noto Sans TC": "\u5011",
    "Studio Noto Sans JP": "\u306e",
    "Studio Noto Sans KR": "\ud55c",
}
"""A letter that each pack must have: parts of a font, made for web pages, have only some."""

WANTED = "Take NotoSans{0}-Regular.ttf and NotoSans{0}-Bold.ttf, or the ZIP they are published in."
"""Which files to take; SC, TC, JP or KR."""

Tables = dict[str, bytes]


@dataclass(frozen=True)
class Own:
    """A face of a pack, ready to be put into the studio's folder; `licence` is what it says."""

    family: str
    style: str
    data: bytes
    licence: str

    @property
    def name(self) -> str:
        """What the file is called there."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


def own(name: str, data: bytes) -> Own:
    """Return a published file under the studio's name; StudioError (kind `font`) says why not."""
    try:
        return _own(name, data)
    except (struct.error, IndexError, UnicodeDecodeError) as fault:
        raise _refused(f"“{name}” is damaged.", "Download it again.") from fault


def _own(name: str, data: bytes) -> Own:
    tables = _tables(name, data)
    names = dict(_names(tables["name"]))
    family, style = names.get(16) or names.get(1, ""), names.get(17) or names.get(2, "")
    family = _OWN + family.removeprefix(_OWN)
    if family not in fonts.PACKS:
        raise _refused(f"“{name}” is none of the fonts that packs are made of.")
    take = WANTED.format(family[-2:])
    if "fvar" in tables:
        raise _refused(f"“{name}” holds all weights in one file, which cannot be printed.", take)
    if style not in STYLES:
        raise _refused(f"“{name}” is of a weight that is not used ({style}).", take)
    if unpack_from(">H", tables["OS/2"], 8)[0] & _RESTRICTED:
        raise _refused(f"“{name}” may not be put into documents by its licence.", take)
    made = _written(tables, family, style)
    if ord(_TELLING[family]) not in fonts.letters_in(made):
        raise _refused(f"“{name}” holds only a part of the letters.", take)
    told = "\n\n".join(names[place] for place in _LICENCE if names.get(place))
    return Own(family, style, made, told)


def _refused(message: str, hint: str = "") -> StudioError:
    """Return why a file is not taken, and what to do about it."""
    others = WANTED.format("SC") + " For other languages TC, JP or KR stands in place of SC."
    return StudioError(message, hint or others, kind="font")


def _tables(name: str, data: bytes) -> Tables:
    """Return the tables of a TrueType file; other kinds of fonts are refused."""
    if data[:4] not in _TRUETYPE:
        known = data[:4] in (b"OTTO", b"ttcf", b"wOFF", b"wOF2")
        kind = "a font of another kind" if known else "no font"
        raise _refused(f"“{name}” is {kind}; a TrueType file (.ttf) is needed.")
    found: Tables = {}
    for number in range(unpack_from(">H", data, 4)[0]):
        tag, _, start, length = unpack_from(">4sLLL", data, 12 + 16 * number)
        if start + length > len(data):
            raise IndexError(start)
        found[tag.decode("latin-1")] = data[start : start + length]
    if not found.keys() >= set(_NEEDED):
        raise IndexError(len(found))
    return found


def _names(table: bytes) -> Iterator[tuple[int, str]]:
    """Yield the names that Windows reads, by their number."""
    count, strings = unpack_from(">HH", table, 2)
    for number in range(count):
        *which, name_id, length, start = unpack_from(">6H", table, 6 + 12 * number)
        if tuple(which) == _WINDOWS:
            yield name_id, table[strings + start : strings + start + length].decode("utf-16-be")


def _written(tables: Tables, family: str, style: str) -> bytes:
    """Return the file under another name, its tables in order and their sums right."""
    kept = {tag: table for tag, table in sorted(tables.items()) if tag not in _NEEDLESS}
    kept["name"] = _named(kept["name"], family, style)
    kept["head"] = kept["head"][:8] + bytes(4) + kept["head"][12:]
    power = len(kept).bit_length() - 1
    begin = pack(
        ">4s4H", _TRUETYPE[0], len(kept), 16 << power, power, 16 * (len(kept) - (1 << power))
    )
    at, lines, body = len(begin) + 16 * len(kept), [], []
    for tag, table in kept.items():
        lines.append(pack(">4sLLL", tag.encode("latin-1"), _sum(table), at, len(table)))
        body.append(table + bytes(-len(table) % 4))
        at += len(body[-1])
    whole = bytearray(b"".join((begin, *lines, *body)))
    (head,) = (unpack_from(">L", line, 8)[0] for line in lines if line[:4] == b"head")
    whole[head + 8 : head + 12] = pack(">L", (_MAGIC - _sum(bytes(whole))) % (1 << 32))
    return bytes(whole)


def _sum(data: bytes) -> int:
    """Return the sum of a table as fonts have it: of 32-bit numbers, big end first."""
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) % (1 << 32)


def _named(table: bytes, family: str, style: str) -> bytes:
    """Return the table of names with those that tell family and style replaced."""
    stem = family.replace(" ", "")
    names = {number: text for number, text in _names(table) if number not in _RENAMED}
    names |= {1: family, 2: style, 3: f"{stem}-{style};{names.get(5, '')}"}
    names |= {4: f"{family} {style}", 6: f"{stem}-{style}", 16: family, 17: style}
    records, strings = [], b""
    for number, text in sorted(names.items()):
        said = text.encode("utf-16-be")
        records.append(pack(">6H", *_WINDOWS, number, len(said), len(strings)))
        strings += said
    start = 6 + 12 * len(records)
    return pack(">3H", 0, len(records), start) + b"".join(records) + strings
