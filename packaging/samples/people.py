# SPDX-License-Identifier: MIT
"""The invented customers: a code, a name, an address that cannot exist, and a planted group."""

from dataclasses import dataclass

from samples.draw import Lot
from samples.questions import GROUPS

SHARES = (0.43, 0.34, 0.23)
_FIRST = """
Ada Amir Beth Bogdan Carla Chidi Dana Dilip Edie Emre Fay Finn Grace Gus Hana Hugo Ida Imran
Jana Joel Kezia Kofi Lena Liam Maya Milan Nadia Noel Olga Owen Petra Quinn Ravi Rosa Ruth
Saskia Seth Tara Tomas Uma Vera Wanda Will Xenia Yusuf Zoe
"""
_LAST = """
Abbot Achebe Barlow Brandt Castell Chowdhury Dale Demir Ellwood Farrow Fontaine Gilmour Hale
Haddad Ivers Jansen Kaya Kettle Lindqvist Lomax Marsh Mbeki Nolan Novak Okafor Oduya Pereira
Pike Quill Rahman Rowe Santos Sharma Thorne Tanaka Upton Varga Wardle Yilmaz Zeller
"""
FIRST, LAST = tuple(_FIRST.split()), tuple(_LAST.split())


@dataclass(frozen=True)
class Person:
    """One customer; `fade` pulls her answers towards anybody's (0 typical, 1 like everyone)."""

    code: str
    name: str
    email: str
    group: str
    fade: float
    habit: str


def people(count: int) -> list[Person]:
    """Return the customers RC-0001 to RC-<count>."""
    lot = Lot("riverside people")
    out = []
    for number in range(1, count + 1):
        first, last = lot.pick(FIRST), lot.pick(LAST)
        group = lot.weighted(GROUPS, SHARES)
        address = f"{first}.{last}{lot.whole(1, 99)}@example.org".lower()
        fade = lot.between(0.6, 1.0) if lot.chance(0.06) else lot.between(0.0, 0.25)
        habit = lot.weighted(("", "lower", "bare", "shout"), (70, 14, 12, 4))
        out.append(Person(f"RC-{number:04d}", f"{first} {last}", address, group, fade, habit))
    return out
