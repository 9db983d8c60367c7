# SPDX-License-Identifier: MIT
"""A face inside a PDF, addressed by glyph number: Type0, Identity-H, cut down by harfbuzz."""

from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from persona_studio.publish.fonts import Face

_SHAPING_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "name")
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CMapName /S def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_TAIL = "endcmap CMapName currentdict /CMap defineresource pop end end"
_MOST_PAIRS = 100  # of one bfchar block, by the CMap format


class GidFont:
    """One embedded face; `glyphs` maps each used glyph to the letters it stands for, or ""."""

    def __init__(self, document: Any, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.glyphs: dict[int, str] = {0: ""}
        self._words: dict[str, bool] = {}
        document.delayedFonts.append(self)

    def stands_for(self, text: str, glyphs: Sequence[int]) -> bool:
        """Note which letter each glyph stands for; False where one stands for another already."""
        found = self._words.get(text)
        if found is None:
            pairs = list(zip(glyphs, text, strict=True))
            alike = [self.glyphs.setdefault(glyph, letter) == letter for glyph, letter in pairs]
            found = self._words[text] = all(alike)  # each is noted: what is not has no shape
        return found

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab calls it by this name
        """Write the font's objects when the document is closed."""
        base = pdfdoc.PDFName("PSTUDI+" + self.face.postscript_name)
        parts: dict[str, Any] = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": base,
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(self._cid(document, base))]),
            "ToUnicode": document.Reference(_stream(self._cmap().encode("ascii"))),
        }
        entry = document.Reference(pdfdoc.PDFDictionary(parts))
        document.idToObject["BasicFonts"].dict[self.name] = entry

    def _cid(self, document: Any, base: Any) -> Any:
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "FontDescriptor": document.Reference(self._descriptor(document, base)),
                "W": pdfdoc.PDFArray(self._widths()),
                "DW": 1000,
            }
        )

    def _widths(self) -> list[Any]:
        """Widths of the used glyphs, consecutive ones sharing an array."""
        out: list[Any] = []
        last = -2
        for glyph in sorted(self.glyphs):
            width = round(self.face.width(glyph), 2)
            if glyph == last + 1:
                out[-1].sequence.append(width)
            else:
                out += [glyph, pdfdoc.PDFArray([width])]
            last = glyph
        return out

    def _descriptor(self, document: Any, base: Any) -> Any:
        data = self._subset()
        stream = _stream(data)
        stream.dictionary["Length1"] = len(data)
        metrics = self.face.metrics
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "ItalicAngle": 0,
                "StemV": 80,
                "Ascent": metrics["ascent"],
                "Descent": metrics["descent"],
                "CapHeight": metrics["cap"],
                "FontBBox": pdfdoc.PDFArray(list(self.face.box)),
                "FontFile2": document.Reference(stream),
            }
        )

    def _subset(self) -> bytes:
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(self.glyphs)
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        tags = (int.from_bytes(tag.encode(), "big") for tag in _SHAPING_TABLES)
        wanted.drop_table_tag_set.update(tags)
        return bytes(hb.subset(self.face.shape, wanted).blob.data)

    def _cmap(self) -> str:
        pairs = [f"<{g:04X}> <{_hex(t)}>" for g, t in sorted(self.glyphs.items()) if t]
        blocks = [pairs[i : i + _MOST_PAIRS] for i in range(0, len(pairs), _MOST_PAIRS)]
        body = (f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
        return _CMAP_HEAD + "".join(body) + _CMAP_TAIL


def _stream(data: bytes) -> Any:
    return pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
