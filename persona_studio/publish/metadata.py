# SPDX-License-Identifier: MIT
"""What a file says about itself in XMP: the same few words as in its properties."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{author}<xmp:CreatorTool>Persona Studio</xmp:CreatorTool><pdf:Producer>Persona Studio</pdf:Producer>
{tagged}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"
_TAGGED = "<pdfuaid:part>1</pdfuaid:part>"


def packet(title: str, author: str, language: str, *, tagged: bool) -> Any:
    """Return the metadata as an object of the file."""
    text = _PACKET.format(
        title=_xml(title),
        language=_xml(language),
        author=_AUTHOR.format(_xml(author)) if author else "",
        tagged=_TAGGED if tagged else "",
    )
    kind = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), text.encode())


def _xml(text: str) -> str:
    """Return a cleaned text without what XML cannot hold."""
    return escape("".join(c for c in text if c not in "\ufffe\uffff"))
