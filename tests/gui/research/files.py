# SPDX-License-Identifier: MIT
"""Small files for the Research room, with needles that must never be shown or stored."""

from pathlib import Path

NEEDLE = "needle.person@example.org"
ANSWERS = ("Most days", "Once a week", "Rarely", "Never")
WAYS = ("App", "Shop", "Phone, incl. SMS")
HEADING = "Code,E-mail,How often do you visit us?,Where do you order?,What should we change?,Visits"


def survey(folder: Path, name: str = "customers_may.csv", people: int = 60) -> Path:
    """Write a survey whose e-mail column and one answer hold personal data."""
    lines = [HEADING]
    for n in range(people):
        mail = NEEDLE if n == 3 else f"person{n}@example.org"
        ways = "; ".join(WAYS[: 1 + n % 3])
        wish = f"Please write to {NEEDLE}, thank you very much" if n == 5 else f"More of thing {n}"
        lines.append(f'C-{n:03},{mail},{ANSWERS[n % 4]},"{ways}","{wish}",{n % 30}')
    path = folder / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


PEOPLE = ("Anna Lindqvist", "Bela Novak", "Chiara Rossi", "Deniz Yilmaz", "Emil Sorensen")


def told_by_name(folder: Path) -> Path:
    """Write a survey with a column of names; some people name themselves in their own words."""
    lines = ["Name,Respondent ID,How often do you visit us?,What should we change?"]
    for n in range(40):
        name = f"{PEOPLE[n % 5]}{'' if n < 5 else 'son' + chr(97 + n % 26)}"
        wish = f"I am {name.split()[0]} and would like more of thing {n}, please."
        wish = wish if n % 4 == 0 else f"Rossi street needs more of thing {n}, please."
        wish = f"Write to {NEEDLE}, says {name.split()[1]}" if n == 8 else wish
        member = f"member{n}@example.org" if n == 9 else f"M-{n:03}"
        lines.append(f'{name},{member},{ANSWERS[n % 4]},"{wish}"')
    path = folder / "told_by_name.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
