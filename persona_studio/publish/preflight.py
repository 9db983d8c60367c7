# SPDX-License-Identifier: MIT
"""What to know before a page is saved, in sentences: sizes, moved lines, letters, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from persona_studio.publish import fonts
from persona_studio.publish.export import Exported
from persona_studio.publish.fit import Report
from persona_studio.publish.language import EASTERN_LETTERS
from persona_studio.publish.pictures import POOR_PPI

_SHOWN = 8


@dataclass(frozen=True)
class Note:
    """One line of the report: `kind` is fine, know or wrong; `packs` would mend it."""

    kind: str
    text: str
    packs: tuple[str, ...] = ()


def notes(exported: Exported) -> list[Note]:
    """Return the lines of the whole file, the most urgent first."""
    found = list(_letters(exported))
    found += _sizes(exported.reports)
    whose: dict[Note, list[str]] = {}
    for report in exported.reports:
        for note in _of(report):
            whose.setdefault(note, []).append(report.name)
    found += [_named(note, names, len(exported.reports)) for note, names in whose.items()]
    order = {"wrong": 0, "know": 1, "fine": 2}
    return sorted(found, key=lambda note: order[note.kind])


def _named(note: Note, names: list[str], total: int) -> Note:
    """Say whom a line is about, unless it is about everybody."""
    return note if len(names) == total else Note(note.kind, f"{', '.join(names)}: {note.text}")


def _of(report: Report) -> Iterator[Note]:
    if report.moved:
        yield Note("know", _moved(report))
    if report.ppi is not None and report.ppi < POOR_PPI:
        yield Note("know", f"The photo has {report.ppi:.0f} points an inch; it will look soft.")
    yield from (Note("know", caution) for caution in report.cautions)


def _sizes(reports: Sequence[Report]) -> Iterator[Note]:
    """Say how large the text is, in one line for all who can be read alike."""
    alike: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        alike.setdefault(_read(report), []).append(report)
    for (kind, told), whose in alike.items():
        sizes = [f"{size:.1f}" for size in sorted(report.body for report in whose)]
        size = sizes[0] if sizes[0] == sizes[-1] else f"{sizes[0]} to {sizes[-1]}"
        note = Note(kind, f"Text is {size} pt: {told}")
        yield _named(note, [report.name for report in whose], len(reports))


def _read(report: Report) -> tuple[str, str]:
    """Return how a page can be read, as kind and words."""
    metres = f"{report.distance:g} m"
    if report.body < report.floor * 0.999:
        reach = _metres(report.body / report.floor * report.distance)
        told = f"too small for {metres}. On this paper it reads up to {reach:g} m."
        return "wrong", told
    if report.body < report.target * 0.97:
        return "fine", f"small but readable from {metres}."
    return "fine", f"reads well from {metres}."


def _metres(distance: float) -> float:
    """Return a distance in steps of 5 cm, never farther."""
    return floor(distance * 20) / 20


def _moved(report: Report) -> str:
    count = len(report.moved)
    sections = list(dict.fromkeys(moved.section for moved in report.moved))
    lines = "1 line has" if count == 1 else f"{count} lines have"
    sheets = "sheet 2" if report.pages == 2 else f"sheets 2 to {report.pages}"
    told = f"{lines} no room on the poster and stand on {sheets}: {', '.join(sections)}."
    near = _metres(report.one_sheet)
    return f"{told} Read from {near:g} m, all fits on one sheet." if near else told


def _letters(exported: Exported) -> Iterator[Note]:
    found = list(exported.missing)
    if not found:
        return
    shown = " ".join(found[:_SHOWN]) + (" ..." if len(found) > _SHOWN else "")
    count = "1 letter is" if len(found) == 1 else f"{len(found)} letters are"
    told = f"{count} in no font of the studio and print as a box: {shown}."
    eastern = [text for letter, text in exported.missing.items() if EASTERN_LETTERS.search(letter)]
    packs = tuple(dict.fromkeys(_wanted(text, exported.meta.east) for text in eastern))
    yield Note("wrong", f"{told}{_advice(packs)}", tuple(pack for pack in packs if pack))


def _wanted(text: str, east: str) -> str:
    """Return the font pack that suits a text, else one that may have its letters; "" for none."""
    there = {face.family for face in fonts.faces()}
    packs = (fonts.pack_for(text, east), *fonts.PACKS)
    return next((pack for pack in packs if pack in fonts.PACKS and pack not in there), "")


def _advice(packs: Sequence[str]) -> str:
    """Say which font packs would have East Asian letters."""
    if not packs:
        return ""
    wanted = [pack for pack in packs if pack]
    if not wanted:
        return " The font packs that are installed have none of them."
    codes = [pack[-2:] for pack in wanted]
    whose = " and ".join(fonts.PACKS[pack] for pack in wanted)
    files = ", ".join(f"NotoSans{code}-Regular.ttf and NotoSans{code}-Bold.ttf" for code in codes)
    return f" Letters of {whose} are added once: {files}, free at fonts.google.com/noto."
