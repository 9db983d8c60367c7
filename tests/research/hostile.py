# SPDX-License-Identifier: MIT
"""Files made to do harm, or broken in the ways files break; each with what a user must be told."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from tests.research import hostile_texts as texts
from tests.research import old_books
from tests.research.hostile_texts import MILLION

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>who</t></is></c></row>'
END = "</sheetData></worksheet>"


def workbook(path: Path, rows: int = 6) -> dict[str, bytes]:
    """Write a small workbook and return its parts."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Answers")
        for row, cells in enumerate([("who", "town", "score")] + [("ann", "Oslo", 4)] * rows):
            sheet.write_row(row, 0, cells)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(path: Path, parts: dict[str, bytes], **others: bytes) -> None:
    """Write the parts of a workbook again, some of them replaced (named by their last name)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            last = name.rpartition("/")[2].partition(".")[0]
            archive.writestr(name, others.get(last, data))


def open_document(path: Path, content: str, *, manifest: str = "") -> None:
    """Write an OpenDocument spreadsheet with this content.xml."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        if manifest:
            archive.writestr("META-INF/manifest.xml", manifest)


def ods_of(table: str) -> str:
    """Return a content.xml around the rows of a table."""
    spaces = ("office", "table", "text")
    names = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in spaces
    )
    return (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="A">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )


def cell(text: str, more: str = "") -> str:
    """Return an OpenDocument cell."""
    return (
        f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def bomb_in_a_sheet(path: Path) -> None:
    parts = workbook(path)
    changed(path, parts, sheet1=(SHEET + ROW + " " * (40 * MILLION) + END).encode())


def bomb_that_lies(path: Path) -> None:
    """Say in the directory that the sheet is small, though it unpacks to 40 MB."""
    parts = workbook(path)
    changed(path, parts, sheet1=SHEET.encode() + b" " * (40 * MILLION) + END.encode())
    data = bytearray(path.read_bytes())
    real = struct.pack("<L", len(SHEET) + 40 * MILLION + len(END))
    while (place := data.find(real)) >= 0:
        data[place : place + 4] = struct.pack("<L", 5000)
    path.write_bytes(data)


def bomb_of_shared_strings(path: Path) -> None:
    parts = workbook(path)
    text = "<si><t>" + "A" * (40 * MILLION) + "</t></si>"
    head = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    changed(path, parts, sharedStrings=(head + text + "</sst>").encode())


def many_shared_strings(path: Path) -> None:
    parts = workbook(path)
    text = "<si><t>a</t></si>" * (2 * MILLION)
    head = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    changed(path, parts, sharedStrings=(head + text + "</sst>").encode())


def bomb_of_parts(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30_000):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b"")
        archive.writestr("xl/workbook.xml", b"<workbook/>")


def nested_zips(path: Path) -> None:
    data = b"who,town\nann,Oslo\n"
    for depth in range(8):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("people.csv" if not depth else f"level{depth}.zip", data)
        data = packed.getvalue()
    path.write_bytes(data)


def zipped_zeros(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("people.csv", b"0" * (40 * MILLION))


def zipped_workbook_bomb(path: Path) -> None:
    inner = path.with_suffix(".inner")
    bomb_in_a_sheet(inner)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inner, "people.xlsx")
    inner.unlink()


def entities_in_strings(path: Path) -> None:
    parts = workbook(path)
    entities = '<!ENTITY a "haha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    head = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    text = f'<?xml version="1.0"?><!DOCTYPE sst [{entities}]>{head}<si><t>&i;</t></si></sst>'
    changed(path, parts, sharedStrings=text.encode())


def entity_of_a_file(path: Path) -> None:
    parts = workbook(path)
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    changed(path, parts, sheet1=(text + SHEET + ROW.replace("who", "&e;") + END).encode())


def entities_in_ods(path: Path) -> None:
    text = '<?xml version="1.0"?><!-- {} --><!DOCTYPE x [<!ENTITY e "x">]>'.format("-  " * 3000)
    open_document(path, text + ods_of(f"<table:table-row>{cell('&e;')}</table:table-row>"))


def far_cell(path: Path) -> None:
    parts = workbook(path)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    changed(path, parts, sheet1=(SHEET + ROW + far + END).encode())


def far_cells_without_names(path: Path) -> None:
    """Reach far by counting: rows and cells that do not say where they are."""
    parts = workbook(path)
    wide = "<row>" + "<c/>" * 16_383 + "<c><v>1</v></c></row>"
    changed(path, parts, sheet1=(SHEET + wide + "<row/>" * 600_000 + wide + END).encode())


def far_cell_in_ods(path: Path) -> None:
    rows = f"<table:table-row>{cell('who')}{cell('town')}</table:table-row>"
    rows += '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/>'
    rows += "</table:table-row><table:table-row>"
    rows += f'<table:table-cell table:number-columns-repeated="16000"/>{cell("x")}'
    open_document(path, ods_of(rows + "</table:table-row>"))


def repeated_cells_in_ods(path: Path) -> None:
    wide = cell("x", ' table:number-columns-repeated="16000"')
    rows = f'<table:table-row table:number-rows-repeated="60000">{wide}</table:table-row>'
    open_document(path, ods_of(rows))


def bomb_in_ods(path: Path) -> None:
    open_document(path, ods_of(f"<table:table-row>{cell('y' * 40 * MILLION)}</table:table-row>"))


def encrypted_ods(path: Path) -> None:
    secret = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    open_document(path, "\0\1\2", manifest=secret)


def encrypted_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("people.csv", "who,town\nann,Oslo\n")
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    path.write_bytes(data)


def old_workbook(path: Path, records: bytes) -> None:
    """Write an OLE2 file whose stream `Workbook` holds these records."""
    stream = records.ljust(4096, b"\0")
    sectors = len(stream) // 512
    free, end, own = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x9L", 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109L", 0, *[free] * 108)
    table = [own, end, *range(3, sectors + 2), end]
    fat = struct.pack("<128L", *table, *[free] * (128 - len(table)))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = (name + "\0").encode("utf-16-le")
        fields = struct.pack("<HBBLLL", len(text), kind, 1, free, free, child)
        return text.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<LQ", start, size)

    folder = entry("Root Entry", 5, 1, end, 0) + entry("Workbook", 2, free, 2, len(stream))
    path.write_bytes(header + fat + folder.ljust(512, b"\0") + stream)


def encrypted_xls(path: Path) -> None:
    """Begin as a workbook with a password does: a record that says how it is hidden."""
    begin = struct.pack("<HH", 0x0809, 16) + struct.pack("<HHHHLL", 0x0600, 5, 0, 0, 0, 0)
    hidden = struct.pack("<HH", 0x2F, 54) + struct.pack("<HHH", 1, 1, 1) + os.urandom(48)
    old_workbook(path, begin + hidden + os.urandom(2000))


def scrambled_xls(path: Path) -> None:
    begin = struct.pack("<HH", 0x0809, 16) + struct.pack("<HHHHLL", 0x0600, 5, 0, 0, 0, 0)
    old_workbook(path, begin + b"\xff" * 3000)


PEOPLE = [(row, column, float(row)) for row in range(9) for column in range(3)]


def far_xls(path: Path) -> None:
    old_books.xls(path, [*PEOPLE, (65_535, 255, 1.0)])


def wide_xls(path: Path) -> None:
    """Name a column that no old workbook has."""
    old_books.xls(path, [*PEOPLE, (8_000, 65_535, 1.0)])


def far_xlsb(path: Path) -> None:
    old_books.xlsb(path, [*PEOPLE, (1_048_575, 16_383, 1.0)])


def scrambled_xlsb(path: Path) -> None:
    """Hold binary parts that end in the middle of a record."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        link = (
            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/worksheet" Target="worksheets/sheet1.bin"/>'
        )
        archive.writestr("xl/_rels/workbook.bin.rels", f"<Relationships>{link}</Relationships>")
        name = "A".encode("utf-16-le")
        sheet = struct.pack("<LLL", 0, 1, 4) + "rId1".encode("utf-16-le") + b"\1\0\0\0" + name
        bundle = b"\x9c\x01" + bytes([len(sheet)]) + sheet
        archive.writestr("xl/workbook.bin", b"\x83\x01\x00\x8f\x01\x00" + bundle + b"\x90\x01\x00")
        archive.writestr("xl/worksheets/sheet1.bin", b"\x81\x01\x00\x94\x01\x10" + b"\xff" * 3)


def cut_off(path: Path) -> None:
    workbook(path, 3000)
    path.write_bytes(path.read_bytes()[:-700])


def scrambled_xlsx(path: Path) -> None:
    parts = workbook(path)
    changed(path, parts, sheet1=b"<worksheet><sheetData><row r='1'><c r='A1'><v>1</row>")


class Case(NamedTuple):
    """A hostile file: how it is made, and the kind of error it is told by."""

    name: str
    make: Callable[[Path], None]
    kind: str
    said: str = ""


CASES = (
    Case("sheet.xlsx", bomb_in_a_sheet, "too_big", "100 times"),
    Case("lie.xlsx", bomb_that_lies, "damaged"),
    Case("strings.xlsx", bomb_of_shared_strings, "too_big"),
    Case("many strings.xlsx", many_shared_strings, "too_big"),
    Case("parts.xlsx", bomb_of_parts, "too_big"),
    Case("nested.zip", nested_zips, "unsupported"),
    Case("zeros.zip", zipped_zeros, "too_big"),
    Case("inner.zip", zipped_workbook_bomb, "too_big"),
    Case("entities.xlsx", entities_in_strings, "unsafe"),
    Case("outside.xlsx", entity_of_a_file, "unsafe"),
    Case("entities.ods", entities_in_ods, "unsafe"),
    Case("far.xlsx", far_cell, "too_big", "1,048,576"),
    Case("far unnamed.xlsx", far_cells_without_names, "too_big"),
    Case("far.ods", far_cell_in_ods, "too_big"),
    Case("repeated.ods", repeated_cells_in_ods, "too_big"),
    Case("bomb.ods", bomb_in_ods, "too_big"),
    Case("secret.ods", encrypted_ods, "encrypted"),
    Case("secret.zip", encrypted_zip, "encrypted"),
    Case("secret.xls", encrypted_xls, "encrypted"),
    Case("broken.xls", scrambled_xls, "damaged"),
    Case("far.xls", far_xls, "too_big", "row 65,536, column 256"),
    Case("wide.xls", wide_xls, "too_big", "column 65,536"),
    Case("far.xlsb", far_xlsb, "too_big", "row 1,048,576, column 16,384"),
    Case("broken.xlsb", scrambled_xlsb, "damaged"),
    Case("cut.xlsx", cut_off, "damaged"),
    Case("broken.xlsx", scrambled_xlsx, "damaged"),
    Case("noise.csv", texts.noise, "binary"),
    Case("line.csv", texts.one_line, "too_big", "16 MB"),
    Case("quoted line.csv", texts.one_quoted_line, "too_big", "16 MB"),
    Case("wide.csv", texts.wide, "too_many_columns", "2,000"),
    Case("wide later.csv", texts.wide_later, "too_many_columns", "2,000"),
    Case("open.csv", texts.endless_quotes, "damaged"),
    Case("quotes.csv", texts.only_quotes, "too_big"),
    Case("zeros.csv", texts.zeros, "empty"),
    Case("page.xls", texts.page, "too_big"),
    Case("nested.xls", texts.nested_page, "too_big", "1,000 tables"),
    Case("folder.csv", texts.folder, "empty"),
    Case("loop.csv", texts.loop, "unreadable"),
    Case("pipe.csv", texts.pipe, "unsupported"),
    Case("pipe.txt", texts.pipe, "unsupported"),
    Case("device.csv", texts.device, "unsupported"),
    Case("gone.xlsx", texts.gone, "unreadable"),
)
