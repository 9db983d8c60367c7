# SPDX-License-Identifier: MIT
"""Helps to find personal data in words, hides it, and makes stable names for people.

Finding is by form only: e-mail addresses, telephone numbers, bank and card numbers with a right
check sum, network addresses, links that name a user, handles. It never promises that a text is
anonymous.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

MASK = "▇▇▇"
_CERTAIN = ("email", "url", "iban", "ip")
_HINT = re.compile(r"[@\d/=]")
"""Without one of these marks there is nothing to find; a set of letters is quick to look for."""
_EMAIL = re.compile(r"[\w.+'%-]{1,64}\s?@\s?(?:[\w-]+\.)+\w{2,24}", re.UNICODE)
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_]\w{2,29}(?![\w.]*@)")
_URL_USER = re.compile(
    r"(?:https?://|www\.)\S*?(?:[?&](?:user|uid|userid|id|email|token|member|customer)\w*=\S+"
    r"|/(?:user|users|u|profile|member|in|people)/\S+|[^\s/]+:[^\s/]+@\S+)",
    re.IGNORECASE,
)
_IP = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)"
)
_IP6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:])", re.IGNORECASE)
_IP6_SHORT = re.compile(
    r"(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:?){1,6}(?![\w:])", re.I
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)")
_PHONE_LIKE = re.compile(r"(?<![\w.])\+?\(?\d[\d\s()./-]{5,22}\d(?![\w])")
_DATE_OR_AMOUNT = re.compile(
    r"\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}(?:[ T]\d{1,2})?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: \d{1,2})?"
    r"|\d{1,3}(?:[ ,.']\d{3})+|\d+[.,]\d+|(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d"
)
_REGIONS = ("ZZ", "US", "GB", "DE", "FR", "ES", "IT", "PT", "NL", "AT", "CH", "IN", "AU", "BR")


@dataclass(frozen=True)
class Hit:
    """One passage of personal data: its kind and place in the text."""

    kind: str
    start: int
    end: int


def mask(text: str) -> tuple[str, int]:
    """Return the text with personal data hidden, and how many passages were hidden."""
    return _hidden(text, find(text))


def mask_certain(text: str) -> tuple[str, int]:
    """Hide only what cannot be anything else, for short answers: no numbers, no handles."""
    return _hidden(text, [hit for hit in find(text) if hit.kind in _CERTAIN])


def _hidden(text: str, hits: list[Hit]) -> tuple[str, int]:
    if not hits:
        return text, 0
    parts, place = [], 0
    for hit in hits:
        parts += [text[place : hit.start], MASK]
        place = hit.end
    return "".join([*parts, text[place:]]), len(hits)


def is_clean(texts: Iterable[str]) -> bool:
    """Tell at once that none of many texts holds anything; if False, each must be looked at."""
    return not _HINT.search("\n".join(texts))


def find(text: str) -> list[Hit]:
    """Return the passages of personal data in a text, in order, none overlapping another."""
    if not _HINT.search(text):
        return []
    found: list[Hit] = []
    for kind, finder in _FINDERS:
        for start, end in finder(text):
            if all(end <= hit.start or start >= hit.end for hit in found):
                found.append(Hit(kind, start, end))
    return sorted(found, key=lambda hit: hit.start)


def kind_of(text: str) -> str | None:
    """Return the kind of personal data a whole cell is, None when it is something else."""
    text = text.strip()
    hits = find(text)
    if len(hits) == 1 and hits[0].end - hits[0].start >= 0.8 * len(text):
        return hits[0].kind
    return None


def pseudonym(key: bytes, text: str) -> str:
    """Return a stable stand-in for an identifier: keyed, so that it cannot be guessed back.

    Case and outer spaces do not matter; HMAC-SHA256, 40 bits in 8 letters and digits.
    """
    said = " ".join(text.split()).casefold()
    digest = hmac.new(key, said.encode("utf-8", "replace"), hashlib.sha256).digest()
    number = int.from_bytes(digest[:5], "big")
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return "P-" + "".join(letters[(number >> shift) & 31] for shift in range(35, -1, -5))


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    def finder(text: str) -> Iterator[tuple[int, int]]:
        return (match.span() for match in pattern.finditer(text))

    return finder


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    for match in _IBAN.finditer(text):
        bare = match[0].replace(" ", "")
        digits = "".join(str(int(char, 36)) for char in bare[4:] + bare[:4])
        if 15 <= len(bare) <= 34 and int(digits) % 97 == 1:
            yield match.span()


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for match in _CARD.finditer(text):
        digits = [int(char) for char in match[0] if char.isdigit()]
        doubled = [sum(divmod(2 * d, 10)) if i % 2 else d for i, d in enumerate(digits[::-1])]
        if sum(doubled) % 10 == 0 and len(set(digits)) > 1:
            yield match.span()


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE_LIKE.finditer(text):
        if is_phone(match[0]):
            yield match.span()


def is_phone(text: str) -> bool:
    """Tell whether a run of digits is a telephone number somewhere."""
    digits = sum(char.isdigit() for char in text)
    if not 7 <= digits <= 15 or _looks_like_date(text):
        return False
    written = text.strip()[0] in "+(0" or any(mark in text.strip() for mark in " -/().")
    if not written:
        return False
    import phonenumbers

    for region in _REGIONS[:1] if written and text.strip()[0] == "+" else _REGIONS[1:]:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and (
            text.strip()[0] in "+(" or phonenumbers.is_valid_number(number)
        ):
            return True
    return False


def _looks_like_date(text: str) -> bool:
    """Tell dates, years and numbers with parted thousands from telephone numbers."""
    return bool(_DATE_OR_AMOUNT.fullmatch(text.strip()))


_FINDERS: tuple[tuple[str, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("url", _matches(_URL_USER)),
    ("email", _matches(_EMAIL)),
    ("iban", _ibans),
    ("ip", _matches(_IP)),
    ("ip", _matches(_IP6)),
    ("ip", _matches(_IP6_SHORT)),
    ("phone", _phones),
    ("card", _cards),
    ("handle", _matches(_HANDLE)),
)
