# SPDX-License-Identifier: MIT
"""Choices that are ranges of numbers: "18 to 24", "under 18", "55 años o más", "3 or more".

What stands between the numbers may be in any language: an open end is told by where its number
lies, below or above all others; a few words tell it where that does not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+(?:[.,'\u2019\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_BELOW = re.compile(
    r"<|≤|\b(under|less than|below|up to|fewer|younger|no more than|unter|bis( zu)?|weniger|jünger"
    r"|moins|jusqu.à|menos|hasta|meno|fino a|até|minder|tot|onder|jonger|poniżej|do|mniej|under"
    r"|mindre|högst|до|менее|меньше|أقل|højst|opptil|inntil|enintään|méně|nejvýše|pod|менше|κάτω"
    r"|έω[ςσ]|μέχρι|λιγότερο|מתחת|עד|פחות)\b|से कम|以下|未満|未满|不到|少于|미만|이하|alt\u0131|az"
)
_ABOVE = re.compile(
    r">|≥|\+|\b(over|more|above|older|at least|or more|and over|mehr|über|älter|ab|mindestens|plus"
    r"|más|mayor|più|oltre|mais|acima|meer|ouder|vanaf|boven|więcej|powyżej|ponad|över|mer|äldre"
    r"|более|больше|старше|свыше|от|أكثر|فأكثر|mindst|minst|ældre|eldre|yli|vähintään|enemmän"
    r"|více|nad|nejméně|starší|більше|понад|від|άνω|πάνω|περισσότερο|τουλάχιστον|מעל|ומעלה|יותר)\b"
    r"|से अधिक|से ज़्यादा|以上|超过|超過|이상|초과|üstü|üzeri|fazla"
)
_UNITS = (
    (1.0, r"min|minut\w*|мин\w*|分钟|分鐘|分|dk|dakika"),
    (60.0, r"h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|godzin\w*|timm\w+|saat|час\w*"),
    (60.0, r"小时|小時|時間"),
    (1440.0, r"days?|tage?n?|jours?|d[ií]as?|giorn[io]|dagen|dni|dagar|gün|дн\w*|天|日"),
    (
        10080.0,
        r"weeks?|wochen?|semaines?|semanas?|settiman[ae]|wek?en|tygodni\w*|veckor|недел\w*|周",
    ),
    (
        43200.0,
        r"months?|monate?n?|mois|mes(es)?|mes[ei]|mês|maand\w*|miesi\w+|månad\w*|месяц\w*|个月",
    ),
    (
        525600.0,
        r"years?|yrs?|jahre?n?|ans?|années?|años?|ann[io]|anos?|jaar|lat|rok|år|y\u0131l|лет|год\w*|年",
    ),
)
_OF_TIME = [(factor, re.compile(rf"(?<![^\W\d])(?:{words})(?!\w)")) for factor, words in _UNITS]
_LONG = 48
_SHARE = 0.7


@dataclass(frozen=True)
class _Range:
    """The numbers of one choice, and what stands around them."""

    low: float
    high: float | None
    said: str
    words: str
    first: bool
    unit: float | None


def order(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the choices from low to high, None where they are no ranges."""
    parsed = {text: found for text in texts if (found := _parse(text))}
    if len(parsed) < max(2, _SHARE * len(texts)) or not _are_ranges(list(parsed.values())):
        return None
    same = _in_one_unit(parsed)
    places = {text: _place(each, list(same.values())) for text, each in same.items()}
    if len(set(places.values())) < 0.8 * len(places):
        return None
    return tuple(sorted(places, key=places.__getitem__))


def _parse(text: str) -> _Range | None:
    if len(text) > _LONG:
        return None
    said = text.strip().casefold().replace("\u2212", "-")
    numbers = [(m, value) for m in _NUMBER.finditer(said) if (value := _value(m[0])) is not None]
    if not 1 <= len(numbers) <= 2:
        return None
    values = [value * _thousands(said, m.end()) for m, value in numbers]
    low, high = values[0], values[1] if len(values) == 2 else None
    if high is not None and high < low:
        return None
    words = " ".join(re.sub(r"[\W\d_]+", " ", said).split())
    unit = next((factor for factor, pattern in _OF_TIME if pattern.search(said)), None)
    return _Range(low, high, said, words, numbers[0][0].start() == 0, unit)


def _value(text: str) -> float | None:
    bare = re.sub(r"[^\d.,]", "", text)
    bare = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", bare).replace(",", ".")
    try:
        return float(bare)
    except ValueError:
        return None


def _thousands(text: str, end: int) -> float:
    rest = text[end : end + 5].lstrip()
    if re.match(r"k\b", rest):
        return 1_000.0
    return 1_000_000.0 if re.match(r"(m|mio)\b", rest) else 1.0


def _are_ranges(found: Sequence[_Range]) -> bool:
    """Tell ranges from names with numbers in them."""
    two = [each for each in found if each.high is not None]
    told = [each for each in found if _is_open(each)]
    if two:
        return len({each.words for each in two}) <= max(2, len(two) // 2)
    if told and len(found) >= 2:
        return all(each.first or _is_open(each) for each in found)
    counted = all(each.first for each in found) and len({each.words for each in found}) <= 2
    return len(found) >= 3 and counted and all(each.words for each in found)


def _is_open(each: _Range) -> bool:
    return each.high is None and bool(_BELOW.search(each.said) or _ABOVE.search(each.said))


def _in_one_unit(parsed: dict[str, _Range]) -> dict[str, _Range]:
    """Return the ranges in minutes where some are in hours or years and others in minutes."""
    units = Counter(each.unit for each in parsed.values())
    if len([unit for unit in units if unit]) < 2:
        return parsed
    usual = next(unit for unit, _ in units.most_common() if unit)
    return {
        text: _Range(
            each.low * (each.unit or usual),
            None if each.high is None else each.high * (each.unit or usual),
            each.said,
            each.words,
            each.first,
            each.unit,
        )
        for text, each in parsed.items()
    }


def _place(each: _Range, others: Sequence[_Range]) -> float:
    """Return where a range lies: an open end just before or after its number."""
    if each.high is not None:
        return each.low
    rest = [other for other in others if other is not each]
    if _BELOW.search(each.said):
        return each.low - 0.5
    if _ABOVE.search(each.said):
        return each.low + 0.5
    below = all(each.low <= other.low for other in rest)
    return each.low - 0.5 if below and each.words else each.low
