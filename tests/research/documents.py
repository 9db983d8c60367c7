# SPDX-License-Identifier: MIT
"""Small .docx documents and archives, written as a word processor and a survey tool would."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    "</w:styles>"
)


def paragraph(text: str, style: str = "Standard") -> str:
    """Return one paragraph in two runs, as editing leaves them."""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:half], text[half:])
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def docx(path: Path, body: Sequence[str], head: str = "") -> Path:
    """Write a document of ready paragraphs; `head` stands before the root."""
    root = f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>"
    archive(
        path,
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{head}{root}',
            "word/styles.xml": _STYLES,
        },
    )
    return path


def archive(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return path
