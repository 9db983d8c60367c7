# SPDX-License-Identifier: MIT
"""Interview notes of every kind: who speaks, how often, and what is left alone."""

import hashlib
import random
from pathlib import Path

import pytest

from persona_studio.core.errors import StudioError
from persona_studio.research import note_files, note_people, notes
from persona_studio.research.browsing import page_job
from persona_studio.research.handed import NoteFiles
from persona_studio.research.readers import docx as docx_reader
from tests.research.documents import archive, docx, paragraph
from tests.research.reading import imported, inspected, silent


def test_a_document_is_read_as_paragraphs_with_its_headings(tmp_path):
    deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    moved = "<w:p><w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom></w:p>"
    tabbed = "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>"
    path = docx(
        tmp_path / "talk.docx",
        [
            paragraph("RC-0042, 2026-03-04", "berschrift1"),
            paragraph("I <3 tea & “cake”."),
            deleted,
            moved,
            tabbed,
        ],
    )
    got = imported(path)
    assert got.cells == [["# RC-0042, 2026-03-04\n\nI <3 tea & “cake”.\n\none\ttwo\nthree"]]
    assert (got.respondents, got.result.linked) == (["RC-0042"], True)
    assert got.result.collected_on == "2026-03-04"
    assert inspected(path)["format"] == "docx"


def test_one_document_may_hold_several_people(tmp_path):
    body = [paragraph("Guide: ask about mornings.")]
    for n in (1, 2, 3):
        body += [paragraph(f"Gespräch {n}", "berschrift1"), paragraph(f"Words of person {n}.")]
    path = docx(tmp_path / "all.docx", body)
    plan = inspected(path)
    assert plan["sentence"] == "Interview notes: 3 people, one row each."
    assert [p["cause"] for p in plan["problems"]] == ["before_first"]
    got = imported(path, plan)
    assert [cells[0].split("\n\n")[1] for cells in got.cells] == [
        f"Words of person {n}." for n in (1, 2, 3)
    ]
    assert got.result.imported == plan["data_rows"] == 3
    assert not got.result.linked


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("## RC-0001\nwords\n\n## RC-0002\nmore\n\n### Mornings\nand more", ["RC-0001", "RC-0002"]),
        ("Participant 1\nwords\n\nParticipant 2\nmore words here", ["", ""]),
        ("Uczestnik nr 1\nwords\n\nUczestnik nr 2\nmore words", ["", ""]),
        ("受访者1\nwords\n\n受访者2\nmore words", ["", ""]),
        ("응답자 1\nwords\n\n응답자 2\nmore words", ["", ""]),
        ("P1: Ana\nwords\n\n---\nP2: Bo\nmore", ["", ""]),
        ("# RC-0007\n\n## Question 1\nyes\n\n## Question 2\nno", ["RC-0007"]),
        ("# Mornings\nwords\n\n# Evenings\nwords", [""]),
        ("She said: Participant 2 was rude to me.\n\nNo more.", [""]),
        ("## RC-0001\na\n\n## RC-0002\nb\n\n## RC-0001\nc", ["RC-0001", "RC-0002"]),
    ],
)
def test_a_note_is_parted_only_at_headings_that_name_people(text, keys):
    people, _ = note_people.parts(text)
    assert [part.key for part in people] == keys
    said = "".join("".join(part.text for part in people).split())
    assert sorted(said) == sorted("".join(text.split()))


def test_notes_handed_over_together_are_one_wave(tmp_path):
    (tmp_path / "b.md").write_text("# RC-0002\n\nLikes tea.\n", "utf-8")
    docx(tmp_path / "a10.docx", [paragraph("Likes cake, and says so.")])
    (tmp_path / "a2.txt").write_text("RC-0001\nLikes both, when there is time.\n", "utf-8")
    (tmp_path / "table.txt").write_text("a\tb\n1\t2\n3\t4\n", "utf-8")
    paths = [tmp_path / name for name in ("b.md", "table.txt", "a10.docx", "a2.txt")]
    table, several = note_files.gathered(paths)
    assert table == tmp_path / "table.txt"
    assert isinstance(several, NoteFiles)
    got = imported(several)
    assert got.respondents == ["RC-0001", "2", "RC-0002"]
    assert note_files.gathered(paths[:2]) == paths[:2]


def test_a_folder_says_what_it_left_aside(tmp_path):
    docx(tmp_path / "one.docx", [paragraph("Likes tea.")])
    (tmp_path / "~$one.docx").write_bytes(b"lock")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    plan = inspected(tmp_path)
    assert plan["data_rows"] == 1
    assert [p["sentence"] for p in plan["problems"]] == [
        "Not read, because it is no note: photo.jpg."
    ]
    (tmp_path / "one.docx").unlink()
    assert inspected(tmp_path)["error"]["kind"] == "empty"


def written(folder: Path) -> dict[str, bytes]:
    """Return three people's notes and a lock file, by name."""
    docx(folder / "a10.docx", [paragraph("Likes cake, and says so.")])
    return {
        "talks/b.md": b"# RC-0002\n\nLikes tea, 2026-03-02.\n",
        "talks/a10.docx": (folder / "a10.docx").read_bytes(),
        "talks/a2.txt": b"RC-0001\nLikes both, when there is time.\n",
        "talks/~$a10.docx": b"lock",
        "__MACOSX/talks/._b.md": b"\0\1",
    }


def test_an_archive_of_notes_is_read_like_the_notes_dropped_together(tmp_path):
    given = written(tmp_path)
    together = []
    for name, data in given.items():
        if "~" not in name and "MACOSX" not in name:
            together.append(tmp_path / Path(name).name)
            together[-1].write_bytes(data)
    packed, loose = (
        inspected(archive(tmp_path / "talks.zip", given)),
        inspected(NoteFiles(tuple(together))),
    )
    own = {"file": "", "stamp": ""}
    assert {**packed, **own} == {**loose, **own}
    assert packed["collected_on"] == "2026-03-02"
    got, wanted = imported(tmp_path / "talks.zip", packed), imported(NoteFiles(tuple(together)))
    assert (got.respondents, got.cells) == (wanted.respondents, wanted.cells)
    assert got.respondents == ["RC-0001", "2", "RC-0002"]
    digest = hashlib.sha256((tmp_path / "talks.zip").read_bytes()).hexdigest()
    assert got.result.sha256 == digest
    assert page_job(tmp_path / "talks.zip", packed, None, 1, 9, report=silent).records == got.cells


def test_one_note_in_an_archive_and_what_lies_beside_it(tmp_path):
    path = archive(tmp_path / "one.zip", {"a.txt": "Likes tea. Said so.", "b.jpg": b"x"})
    plan = inspected(path)
    assert (plan["kind"], plan["data_rows"]) == ("interview_notes", 1)
    assert [p["sentence"] for p in plan["problems"]] == ["Not read, because it is no note: b.jpg."]


def test_notes_beside_a_table_are_what_was_written_about_it(tmp_path):
    table = "id;tea\n" + "P-1;yes\n" * 30
    for beside in ("notes.md", "notes.txt"):
        path = archive(tmp_path / "both.zip", {"a.csv": table, beside: "Words about the table."})
        assert (inspected(path)["format"], inspected(path)["data_rows"]) == ("csv", 30)


def test_an_archive_of_notes_made_to_do_harm_is_refused(tmp_path, monkeypatch):
    bomb = docx(tmp_path / "a.docx", [paragraph("x")], head=BOMB).read_bytes()
    dense = docx(tmp_path / "a.docx", ["<w:p>" + "<w:r/>" * 400_000 + "</w:p>"]).read_bytes()
    noise = random.Random(1).randbytes(300_000).hex()
    much = docx(tmp_path / "a.docx", [f"<w:p w:rsid='{noise}'/>"]).read_bytes()
    note = b"Words of a person. " * 40
    torn = archive(tmp_path / "torn.zip", {"a.txt": note, "b.txt": bytes(range(32, 127)) * 30})
    data = torn.read_bytes()
    torn.write_bytes(data.replace(data[60:70], b"\xff" * 10, 1))
    cases = {
        "unsafe": {"a.docx": bomb},
        "too_big_": {"a.docx": dense},
        "too_big__": {"a.txt": b" " * (301 << 20)},
        "too_big___": {"a.txt": b"word " * 1_000_000},
        "too_big____": {f"{n}.txt": note for n in range(note_files.PACKED_MOST + 1)},
        "unsupported": {"inner.zip": archive(tmp_path / "i.zip", {"a.txt": note}).read_bytes()},
    }
    for kind, given in cases.items():
        assert inspected(archive(tmp_path / "x.zip", given))["error"]["kind"] == kind.rstrip("_"), (
            kind
        )
    assert inspected(torn)["error"]["kind"] == "damaged"
    monkeypatch.setattr(docx_reader, "UNPACKED_LIMIT", 1 << 20)
    two = archive(tmp_path / "x.zip", {"a.docx": much, "b.docx": much})
    assert inspected(two)["error"]["kind"] == "too_big"
    assert not list(tmp_path.rglob("*.txt")), "nothing is unpacked onto the disk"


BOMB = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'


def test_a_document_made_to_do_harm_is_refused(tmp_path):
    bomb = docx(tmp_path / "bomb.docx", [paragraph("x")], head=BOMB)
    huge = docx(tmp_path / "huge.docx", ["<w:p>" + " " * (65 << 20) + "</w:p>"])
    torn = tmp_path / "torn.docx"
    torn.write_bytes(bomb.read_bytes()[:200])
    told = {path.stem: inspected(path)["error"]["kind"] for path in (bomb, huge, torn)}
    assert told == {"bomb": "unsafe", "huge": "too_big", "torn": "damaged"}


def test_a_note_too_long_for_a_cell_is_refused(tmp_path):
    path = docx(tmp_path / "long.docx", [paragraph("word " * 1_000_000)])
    with pytest.raises(StudioError, match="4 MB"):
        notes.look(path)
