# SPDX-License-Identifier: MIT
"""Which encoding a text file has: a byte order mark, else strict UTF-8, else a detector."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO

from persona_studio.research import letters

_HEAD = 1 << 18
_CHUNK = 1 << 17
_HIGH = bytes(range(0x80, 0x100))
_MANY_BYTES = ("gb18030", "big5hkscs", "big5", "cp932", "euc_jp", "cp949", "euc_kr", "johab")
_TRUSTED = 0.2
_LIKE_WRITING = 0.7
_TIED = 0.4
_OLD_MAC = ", as Excel for Mac wrote them before 2016"
_NAMES = {
    "ascii": "utf-8",
    "iso8859-7": "iso-8859-7",
    "shift_jis_2004": "cp932",
    "euc_jis_2004": "euc_jp",
}


@dataclass(frozen=True)
class Encoding:
    """An encoding by Python's name; `clean` is False when some bytes do not fit it."""

    name: str
    sure: float = 1.0
    why: str = ""
    clean: bool = True


def choose(opener: Callable[[], BinaryIO]) -> Encoding:
    """Return the encoding of a text file; reads all of it unless a mark tells at once."""
    with opener() as file:
        head = file.read(_HEAD)
    if told := _mark(head) or wide(head):
        return replace(told, clean=_decodes(opener, told.name))
    if _decodes(opener, "utf-8"):
        return Encoding("utf-8", 1.0, "every byte fits UTF-8")
    good, bad = _utf8(opener)
    if good > 4 * bad:
        return Encoding("utf-8", 0.7, f"UTF-8, but {bad} bytes do not fit", clean=False)
    return _detected(opener, head)


def _mark(head: bytes) -> Encoding | None:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if head.startswith(mark):
            return Encoding(name, 1.0, "the file begins with a byte order mark")
    return None


def wide(head: bytes) -> Encoding | None:
    """Tell UTF-16 without a mark: line ends and marks between cells have a zero on one side."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    zeros = max(even, odd)
    if half < 2 or zeros < half * 0.03 or min(even, odd) > zeros * 0.05:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = head[: half * 2].decode(name, "replace")
    lined = zeros > half * 0.4 or "\n" in text or "\r" in text
    if not lined or text.count("\ufffd") > 1:
        return None
    return Encoding(name, 0.9, "every second byte is zero in plain letters")


def _utf8(opener: Callable[[], BinaryIO]) -> tuple[int, int]:
    """Return how many letters beyond ASCII fit UTF-8 and how many bytes do not."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    good = bad = 0
    with opener() as file:
        while chunk := file.read(_CHUNK):
            text, plain = decoder.decode(chunk), len(chunk.translate(None, _HIGH))
            good += len(text) - plain
            bad += len(chunk) - len(text.encode())
    return good, bad


def _detected(opener: Callable[[], BinaryIO], head: bytes) -> Encoding:
    import chardet

    sample = _interesting(opener, head)
    found = chardet.detect(
        sample,
        encoding_era=chardet.EncodingEra.MODERN_WEB,
        prefer_superset=True,
        compat_names=False,
    )
    name = str(found["encoding"] or "cp1252").lower()
    name = _NAMES.get(name, name)
    sure = round(float(found["confidence"] or 0.1), 2)
    if name not in _MANY_BYTES or sure < _TRUSTED:
        many = name in _MANY_BYTES
        better, looks, tied = letters.best(sample, "cp1252" if many else name, rare=not many)
        if not many or looks > _LIKE_WRITING:
            name, sure = better, max(sure, round(min(0.9, looks), 2))
            sure = min(sure, _TIED) if tied else sure
    elif _decodes(opener, name):
        sure = max(sure, 0.6)
    if name == "big5hkscs" and _decodes(opener, "big5"):
        name = "big5"
    clean = _decodes(opener, name)
    why = "the letters look like it" + _OLD_MAC * (name == "mac_roman")
    return Encoding(name, sure if clean else sure / 2, why, clean)


def _interesting(opener: Callable[[], BinaryIO], head: bytes) -> bytes:
    """Return up to 200 kB with letters beyond ASCII in it, wherever in the file they are."""
    if not head[: 1 << 17].isascii():
        return head[:200_000]
    parts, size = [], 0
    with opener() as file:
        for line in file:
            if not line.isascii():
                parts.append(line[:2000])
                size += len(parts[-1])
            if size > 150_000:
                break
    return b"".join(parts)


def _decodes(opener: Callable[[], BinaryIO], name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        with opener() as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
