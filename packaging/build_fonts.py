# SPDX-License-Identifier: MIT
"""Build resources/fonts: the static faces that ship with the studio, and their licences.

Run by hand when a face is added or renewed: `python packaging/build_fonts.py`. It needs npm and
fontTools. Packages are asked for by name; where npm finds them is the machine's business.

Families get names of their own ("Studio Inter"): a designer's laptop may hold another edition of
Inter whose glyph numbers differ, and a page made with those would be garbled.
"""

import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parents[1] / "resources" / "fonts"
STYLES = {400: "Regular", 600: "SemiBold", 700: "Bold"}
NEEDLESS = ("STAT", "DSIG", "gasp", "prep", "vhea", "vmtx", "GlyphOrder")


@dataclass(frozen=True)
class Face:
    """One package, the family it becomes and the weights taken from it."""

    package: str
    version: str
    family: str
    weights: tuple[int, ...]

    @property
    def stem(self) -> str:
        """The family without spaces, as file and PostScript names have it."""
        return self.family.replace(" ", "")


FACES = (
    Face("@expo-google-fonts/inter", "0.4.2", "Studio Inter", (400, 600, 700)),
    Face("@expo-google-fonts/noto-sans", "0.4.2", "Studio Noto Sans", (400, 700)),
    Face("@expo-google-fonts/noto-sans-arabic", "0.4.3", "Studio Noto Sans Arabic", (400, 700)),
    Face("@expo-google-fonts/noto-sans-hebrew", "0.4.1", "Studio Noto Sans Hebrew", (400, 700)),
    Face(
        "@expo-google-fonts/noto-sans-devanagari",
        "0.4.1",
        "Studio Noto Sans Devanagari",
        (400, 700),
    ),
    Face("@expo-google-fonts/noto-emoji", "0.4.7", "Studio Noto Emoji", (400,)),
)


def fetch(face: Face, folder: Path) -> Path:
    """Pack one npm package into `folder` and return where it was unpacked."""
    command = ["npm", "pack", "--silent", f"{face.package}@{face.version}"]
    packed = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    target = folder / face.stem
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def rename(font: TTFont, face: Face, weight: int) -> None:
    """Give the face names no installed font has; regular and bold stay one legacy family."""
    style = STYLES[weight]
    legacy = (face.family, style) if weight != 600 else (f"{face.family} {style}", "Regular")
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    texts = {
        1: legacy[0],
        2: legacy[1],
        3: f"{face.stem}-{style};{face.package}@{face.version}",
        4: f"{face.family} {style}",
        6: f"{face.stem}-{style}",
        16: face.family,
        17: style,
    }
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)


def build(face: Face, package: Path) -> None:
    """Write the static TTFs of one family and its licence."""
    for weight in face.weights:
        style = STYLES[weight]
        source = next((package / f"{weight}{style}").glob("*.ttf"))
        font = TTFont(source, recalcTimestamp=False)
        if font["OS/2"].fsType != 0 or "fvar" in font:
            sys.exit(f"{source.name}: not a freely embeddable static face")
        rename(font, face, weight)
        for table in NEEDLESS:
            if table in font:
                del font[table]
        font.save(OUT / f"{face.stem}-{style}.ttf")
    licence = (package / "LICENSE_FONT").read_text(encoding="utf-8")
    (OUT / f"{face.stem}-OFL.txt").write_text(licence, encoding="utf-8")


def main() -> None:
    """Fetch, rename and write every face; print what they weigh."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for face in FACES:
            build(face, fetch(face, Path(folder)))
    weight = sum(path.stat().st_size for path in OUT.glob("*.ttf"))
    print(f"{OUT}: {weight / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
