# SPDX-License-Identifier: MIT
"""Dates and times as exports write them: which column holds them, and day or month first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_TIME = r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?.{0,12})?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _TIME)
_PARTS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})" + _TIME)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_NAMED = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?"
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([A-Za-zÀ-ÿ]{3,10})\.?[ ,-]+(\d{4}|\d{2})"
    r"|([A-Za-zÀ-ÿ]{3,10})\.?[ ]+(\d{1,2}),?[ ]+(\d{4}))" + _TIME
)
_MONTH = re.compile(r"(\d{4})-(\d{2})|([A-Za-z]{3,9})[ -](\d{4})")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp][Mm])?")
_LENGTH = re.compile(
    r"(?:\d+(?:[.,]\d+)?\s*(?:s|sec|secs|seconds?|sek|min|mins|minutes?|h|hours?|秒|分钟?|分)\s*)+"
)
_MONTHS = (
    "jan ene gen янв",
    "feb fév fev фев",
    "mar mär mrz мар",
    "apr avr abr апр",
    "may mai mag mei май",
    "jun jui giu июн",
    "jul juil lug июл",
    "aug aoû ago авг",
    "sep set сен",
    "oct okt ott out окт",
    "nov ноя",
    "dec dez déc dic дек",
)
_OF_DAY = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?")
_MIDNIGHT = frozenset({"0:00", "00:00", "00:00:00", "0:00:00"})
_DATED_LEAST = 10
_EARLIEST, _LATEST = 1900, 2100


@dataclass(frozen=True)
class Found:
    """What the texts of a column are as dates: share, order of day and month, latest day."""

    share: float
    order: str
    timed: bool
    latest: date | None


def look(texts: Iterable[str], decided: str | None = None) -> Found:
    """Return how far the texts are dates; `decided` fixes the order (dmy or mdy)."""
    texts = list(texts)
    order = decided or order_of(texts)
    days = [(text, parse(text, order)) for text in texts]
    found = [day for _, day in days if day]
    share = len(found) / len(texts) if texts else 0.0
    times = {clock[0] for text, day in days if day and (clock := _OF_DAY.search(text))}
    # A report dated at one hour of each day (two, where clocks are changed) tells no times.
    timed = bool(times - _MIDNIGHT) and (len(times) > 2 or len(found) < _DATED_LEAST)
    return Found(share, order, timed, max(found) if found else None)


def order_of(texts: Iterable[str]) -> str:
    """Return "mdy" or "dmy" by numbers above 12, in whichever place they stand, or "ymd"."""
    first = second = iso = 0
    separators = set()
    for text in texts:
        text = text.strip()
        if _ISO.fullmatch(text):
            iso += 1
        elif parts := _PARTS.fullmatch(text):
            a, b = int(parts[1]), int(parts[2])
            first, second = first + (a > 12), second + (b > 12)
            separators.add(text[len(parts[1])])
    if iso and not separators:
        return "ymd"
    if first != second:
        return "dmy" if first > second else "mdy"
    return "mdy" if separators == {"/"} else "dmy"


def parse(text: str, order: str = "dmy") -> date | None:
    """Return the day a text means, None when it is no date."""
    text = text.strip()
    if not text or len(text) > 48:
        return None
    if found := (_ISO.fullmatch(text) or _COMPACT.fullmatch(text)):
        return _day(found[1], found[2], found[3])
    if found := _PARTS.fullmatch(text):
        day, month = (found[2], found[1]) if order == "mdy" else (found[1], found[2])
        return _day(found[3], month, day)
    if found := _NAMED.fullmatch(text):
        named, day, year = (
            (found[2], found[1], found[3]) if found[2] else (found[4], found[5], found[6])
        )
        return _day(year, str(_month(named)), day)
    return None


def is_length(text: str) -> bool:
    """Tell whether a text is a number with a unit of time ("175 s", "2 min", "35秒")."""
    return bool(_LENGTH.fullmatch(text.strip()))


def is_clock(text: str) -> bool:
    """Tell whether a text is a time of day or a length of time ("0:04:42")."""
    return bool(_CLOCK.fullmatch(text.strip()))


def _month(name: str) -> int:
    name = name.casefold()
    for number, starts in enumerate(_MONTHS, start=1):
        if any(name.startswith(start) for start in starts.split()):
            return number
    return 0


def _day(year: str, month: str, day: str) -> date | None:
    number = int(year)
    if len(year) == 2:
        number += 1900 if number > 68 else 2000
    if not _EARLIEST <= number < _LATEST:
        return None
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
