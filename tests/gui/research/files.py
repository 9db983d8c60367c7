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
