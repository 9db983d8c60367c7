# SPDX-License-Identifier: MIT
"""The forms personal data has in words: a tuple of kinds, each with what finds its passages."""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from persona_studio.evidence import street

Span: TypeAlias = tuple[int, int]
Finder: TypeAlias = Callable[[str], Iterator[Span]]

_EMAIL = re.compile(r"[\w.+'%-]{1,64}\s?@\s?(?:[\w-]+\.)+\w{2,24}")
_EMAIL_SPELT = re.compile(
    r"[\w.+-]{1,64}\s?[\[(]\s?at\s?[\])]\s?[\w-]+(?:\s?(?:\.|[\[(]\s?dot\s?[\])])\s?\w+)+", re.I
)
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z_]\w{2,29}(?![\w.]*@)")
_URL_USER = re.compile(
    r"(?:https?://|www\.)\S*?(?:[?&](?:user|uid|userid|id|email|token|member|customer)\w*=\S+"
    r"|/(?:user|users|u|profile|member|in|people)/\S+|[^\s/]+:[^\s/]+@\S+)",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:(?:www|m|mobile|[a-z]{2})\.)?(?:(?:facebook|instagram|twitter|x"
    r"|tiktok|linkedin|xing|pinterest|github)\.com|threads\.net|(?:t|wa|fb)\.me|youtube\.com(?=/@))"
    r"/(?:@|in/|profile/|people/|add/)?"
    r"(?!(?:about|explore|help|login|search|hashtag|privacy|terms|share)\b)[\w.+-]{2,60}",
    re.IGNORECASE,
)
_IP = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)"
)
_VERSION = re.compile(r"(?:\bv|version|release|build|\bver\.?|firmware)\s*$", re.IGNORECASE)
_IP6 = re.compile(r"(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![\w:])", re.IGNORECASE)
_IP6_SHORT = re.compile(
    r"(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:?){1,6}(?![\w:])", re.IGNORECASE
)
_IBAN = re.compile(
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?(?!\w)", re.IGNORECASE
)
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)")
_PLACE = re.compile(r"(?<![\d.])-?\d{1,2}\.\d{4,},?\s{1,2}-?\d{1,3}\.\d{4,}(?!\d|\.\d)")
_PHONE_LIKE = re.compile(r"(?<![\w.])\+?\(?\d[\d\s()./-]{5,22}\d(?![\w])")
_GROUP = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE_OR_AMOUNT = re.compile(
    r"\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}(?:[ T]\d{1,2})?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?: \d{1,2})?"
    r"|\d{1,3}(?:[ ,.']\d{3})+|\d+[.,]\d+|(?:19|20)\d\d\s?[-/]\s?(?:19|20)?\d\d"
)
_REGIONS = ("ZZ", "US", "GB", "DE", "FR", "ES", "IT", "PT", "NL", "AT", "CH", "IN", "AU", "BR")
_NAMED_ID = re.compile(
    r"\b(?:customer|client|member(?:ship)?|account|policy|patient|passport|social security|ssn"
    r"|tax|national insurance|nhs|driving licen[cs]e|licen[cs]e|id|personnel|employee|student"
    r"|kunden|vertrags|mitglieds|ausweis|steuer|sozialversicherungs|personal|patienten|konto"
    r"|cliente?|adh[ée]rent|s[ée]curit[ée] sociale|dossier|socio|dni|nie|nif|cpf|bsn|tessera"
    r"|codice fiscale)[\s-]{0,2}(?:identity )?(?:card )?"
    r"(?:number|no\.?|nr\.?|num(?:m?er|[ée]ro)?\.?|id|n[°º]|#)?"
    r"\s{0,2}(?:is|ist|est|es|:|#|=)?\s{0,2}"
    r"(?P<id>#?(?=(?:[\w./-]*\d){4})[A-Z0-9][\w./-]{3,24}\w)",
    re.IGNORECASE,
)
_FORMED_ID = re.compile(
    r"(?<![\w-])(?:\d{3}-\d{2}-\d{4}"  # United States: social security
    r"|[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]"  # Britain: national insurance
    r"|\d{3}\.\d{3}\.\d{3}-\d{2}"  # Brazil: CPF
    r"|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?![\w-])"  # Italy: codice fiscale
)
_INSEE = re.compile(r"(?<!\w)([12] ?\d\d ?(?:0\d|1[0-2]) ?\d\d ?\d{3} ?\d{3}) ?(\d\d)(?!\w)")
_DNI = re.compile(r"(?<!\w)(\d{8}|[XYZ]\d{7})-?([A-Z])(?!\w)")
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def _matches(*patterns: re.Pattern[str]) -> Finder:
    def finder(text: str) -> Iterator[Span]:
        return (match.span() for pattern in patterns for match in pattern.finditer(text))

    return finder


def _ibans(text: str) -> Iterator[Span]:
    for match in _IBAN.finditer(text):
        start, end = match.span()
        while end > start and not _is_iban(text[start:end]):
            end = text.rfind(" ", start, end)  # the words after it may look like its last group
        if end > start:
            yield start, end


def _is_iban(text: str) -> bool:
    bare = "".join(text.split())
    digits = "".join(str(int(char, 36)) for char in bare[4:] + bare[:4])
    return 15 <= len(bare) <= 34 and int(digits) % 97 == 1


def _cards(text: str) -> Iterator[Span]:
    for match in _CARD.finditer(text):
        digits = [int(char) for char in match[0] if char.isdigit()]
        doubled = [sum(divmod(2 * d, 10)) if i % 2 else d for i, d in enumerate(digits[::-1])]
        if sum(doubled) % 10 == 0 and len(set(digits)) > 1:
            yield match.span()


def _addresses_of_computers(text: str) -> Iterator[Span]:
    for match in _IP.finditer(text):
        if not _VERSION.search(text, 0, match.start()):
            yield match.span()


def _ids(text: str) -> Iterator[Span]:
    yield from (match.span() for match in _FORMED_ID.finditer(text))
    for match in _INSEE.finditer(text):
        if 97 - int(match[1].replace(" ", "")) % 97 == int(match[2]):
            yield match.span()
    for match in _DNI.finditer(text):
        number = match[1].translate(str.maketrans("XYZ", "012"))
        if _DNI_LETTERS[int(number) % 23] == match[2]:
            yield match.span()
    yield from (match.span("id") for match in _NAMED_ID.finditer(text))


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE_LIKE.finditer(text):
        if is_phone(match[0]):
            yield match.span()


def is_phone(text: str) -> bool:
    """Tell whether a run of digits is a telephone number somewhere."""
    text = text.strip()
    digits = sum(char.isdigit() for char in text)
    if not 7 <= digits <= 15 or _counts_something(text):
        return False
    written = text[0] in "+(0" or any(mark in text for mark in " -/().")
    if not written:
        return False
    import phonenumbers

    for region in _REGIONS[:1] if text[0] == "+" else _REGIONS[1:]:
        try:
            number = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and (
            text[0] in "+(" or phonenumbers.is_valid_number(number)
        ):
            return True
    return False


def _counts_something(text: str) -> bool:
    """Tell dates, years, lists and numbers with parted thousands from telephone numbers."""
    groups = _GROUP.findall(text)
    single = sum(len(group) == 1 for group in groups)
    years = all(_YEAR.fullmatch(group) for group in groups)
    return years or 2 * single > len(groups) or bool(_DATE_OR_AMOUNT.fullmatch(text))


DIGIT = frozenset("0")
"""Stands for any digit among the marks of a kind."""
FINDERS: tuple[tuple[str, frozenset[str], Finder], ...] = (
    ("url", frozenset("=/@"), _matches(_URL_USER)),
    ("email", frozenset("@[("), _matches(_EMAIL, _EMAIL_SPELT)),
    ("handle", frozenset("/"), _matches(_PROFILE)),
    ("iban", DIGIT, _ibans),
    ("ip", DIGIT, _addresses_of_computers),
    ("ip", DIGIT, _matches(_IP6, _IP6_SHORT)),
    ("location", DIGIT, _matches(_PLACE)),
    ("id_number", DIGIT, _ids),
    ("address", DIGIT, street.addresses),
    ("card", DIGIT, _cards),
    ("phone", DIGIT, _phones),
    ("handle", frozenset("@"), _matches(_HANDLE)),
)
"""Kind, the marks without one of which there is none, and what finds the passages.

In the order in which passages are claimed: a later one never overlaps an earlier.
"""
