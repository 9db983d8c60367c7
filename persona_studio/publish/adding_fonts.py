# SPDX-License-Identifier: MIT
"""Puts the letters of East Asia into the studio: from font files, or the ZIP they come in."""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from persona_studio.core.errors import StudioError
from persona_studio.core.files import reaching, write_whole
from persona_studio.publish import fonts
from persona_studio.publish.font_files import STYLES, WANTED, Own, own

_MOST = 60_000_000  # bytes of one face; the largest published has 11 million
_LICENCE = "OFL.txt"
_USED = ("-Regular.ttf", "-Bold.ttf")


@dataclass(frozen=True)
class Pack:
    """One pack: whose letters it has, and which of its two files are in the studio's folder."""

    family: str
    letters: str
    there: tuple[str, ...]

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return self.family.replace(" ", "")

    @property
    def lacking(self) -> str:
        """The published file that is still to be added, where one of the two is there."""
        missing = [style for style in STYLES if style not in self.there]
        return f"NotoSans{self.family[-2:]}-{missing[0]}.ttf" if len(missing) == 1 else ""


def packs() -> tuple[Pack, ...]:
    """Return every pack there may be, with what is there of it."""
    place = fonts.packs_folder()
    return tuple(
        Pack(family, letters, tuple(face.style for face in fonts.of_family(place, family)))
        for family, letters in fonts.PACKS.items()
    )


def add(
    files: Sequence[Path], *, report: Callable[[int, int], None] | None = None
) -> tuple[Path, ...]:
    """Put the faces of font files and ZIPs into the studio's folder; return those that are new.

    All are read before the first is written. Nothing is written over a face that is there: pages
    may be made with it right now. `typeset.renew` makes a running studio see them.
    """
    found: dict[str, tuple[Own, str]] = {}
    for number, path in enumerate(files):
        if report is not None:
            report(number, len(files))
        for face, licence in _faces(path):
            found[face.name] = (face, licence)
    place = fonts.packs_folder()
    new = [(face, licence) for face, licence in found.values() if not (place / face.name).exists()]
    with reaching(place):
        place.mkdir(parents=True, exist_ok=True)
    for face, licence in new:
        write_whole(place / f"{face.family.replace(' ', '')}-{_LICENCE}", licence.encode())
        write_whole(place / face.name, face.data)
    return tuple(place / face.name for face, _ in new)


def _faces(path: Path) -> Iterator[tuple[Own, str]]:
    """Yield the faces of a file, each with the words of its licence."""
    with reaching(path):
        if zipfile.is_zipfile(path):
            yield from _unpacked(path)
            return
        if path.stat().st_size > _MOST:
            raise StudioError(f"“{path.name}” is too large for a font.", kind="font")
        face = own(path.name, path.read_bytes())
        beside = next(
            (p for p in (path.parent / _LICENCE, path.parents[1] / _LICENCE) if p.is_file()), None
        )
        yield face, beside.read_text("utf-8", "replace") if beside else face.licence


def _unpacked(path: Path) -> Iterator[tuple[Own, str]]:
    """Yield the two faces of each pack that a ZIP holds among all its weights."""
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [each for each in archive.infolist() if each.file_size <= _MOST]
            wanted = [each for each in inside if each.filename.endswith(_USED)]
            if not wanted:
                raise StudioError(
                    f"“{path.name}” holds no font file for each weight.",
                    WANTED.format("SC"),
                    kind="font",
                )
            said = [each for each in inside if PurePosixPath(each.filename).name == _LICENCE]
            licence = archive.read(said[0]).decode("utf-8", "replace") if said else ""
            for each in wanted:
                face = own(PurePosixPath(each.filename).name, archive.read(each))
                yield face, licence or face.licence
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise StudioError(
            f"“{path.name}” cannot be unpacked.", "Download it again.", kind="font"
        ) from fault
