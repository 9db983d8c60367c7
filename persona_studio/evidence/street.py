# SPDX-License-Identifier: MIT
"""Postal addresses in words, as they are written in eight languages; each names a house."""

import re
from collections.abc import Iterator

_WORD = r"[A-ZÀ-ÖØ-Ý][\w'\u2019.-]*"
_SMALL = r"(?:de la|de los|de las|dos|das|della|delle|du|des|de|del|da|do|di|la|le)"
_NAME = rf"(?:(?:{_SMALL}\s|[dl]['\u2019])?{_WORD}\s?){{1,4}}"
_HOUSE = r"\d{1,4}(?:\s?[-/]\s?\d{1,4})?(?:\s?[a-zA-Z](?!\w))?"
_SPELT = r"[A-ZÀ-ÖØ-Ý][a-zß-ÿ'\u2019.-]+"
_TOWN = rf"(?:,\s{_SPELT}(?:\s{_SPELT})?)?"
_CODE = (
    r"(?:,?\s(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}"  # Britain
    r"|[A-Z]{2}\s\d{5}(?:-\d{4})?"  # United States
    rf"|(?:[A-Z]-)?\d{{4,5}}(?:-\d{{3}})?(?:\s[A-Z]{{2}})?\s{_WORD}))?"  # the continent
)
_ENGLISH = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Square|Sq|Place|Pl|Boulevard"
    r"|Blvd|Terrace|Crescent|Gardens|Row|Mews|Parade|Highway|Hwy|Way|Walk|Grove|Hill"
)
_JOINED = (
    r"straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm"
    r"|straat|laan|plein|gracht|kade|dijk|singel"
)
_GERMAN = r"Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring|Ufer|Damm"
_FRENCH = r"rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|quai|route|cours"
_SOUTHERN = (
    r"Calle|C/|Avenida|Avda\.?|Plaza|Paseo|Via|Viale|Piazza|Corso|Vicolo"
    r"|Rua|Travessa|Praça|Largo|ul\.|ulica|aleja"
)
_FORMS = (
    # 12 Baker Street, London NW1 6XE; 123 Main St., Springfield, IL 62704
    rf"\b{_HOUSE}\s(?:{_WORD}\s){{1,3}}(?:{_ENGLISH})\b\.?{_TOWN}{_CODE}",
    # Musterstraße 12, 80331 München; Lange Str. 4a; Keizersgracht 123, 1015 CJ Amsterdam
    rf"\b[A-ZÄÖÜ][\wäöüß.-]*(?:{_JOINED})\s{_HOUSE}{_CODE}",
    rf"\b{_WORD}\s(?:{_GERMAN})\s{_HOUSE}{_CODE}",
    # 12 bis, rue de la Paix, 75002 Paris
    rf"\b\d{{1,4}}(?:\s(?:bis|ter))?,?\s(?:{_FRENCH})\s{_NAME}{_CODE}",
    # Calle Mayor 5, 28013 Madrid; Via Roma, 10; Rua Augusta 1500; ul. Długa 5
    rf"\b(?:{_SOUTHERN})\s?{_NAME},?\s?(?:n[°º.]?\s?)?{_HOUSE}{_CODE}",
    r"\bP\.?\s?O\.?\s?Box\s\d{1,6}\b",
    r"\bPostfach\s\d[\d ]{1,8}\d\b",
    # A full British code names a handful of houses by itself.
    r"\b(?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})\b",
)
_ADDRESS = re.compile("|".join(f"(?:{form})" for form in _FORMS))


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each postal address in a text."""
    return (match.span() for match in _ADDRESS.finditer(text))
