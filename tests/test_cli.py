# SPDX-License-Identifier: MIT
"""Every command through its door: JSON on standard output, exit codes 0, 1, 2."""

import json
from pathlib import Path
from typing import Any

import pytest

from persona_studio.cli import main
from persona_studio.core.research import Segmentation
from persona_studio.workspace.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[1] / "docs" / "example-project.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "a.persona"
    assert main(["load", str(EXAMPLE), str(path)]) == 0
    return path


def run(capfd: pytest.CaptureFixture[str], *line: object) -> tuple[int, Any]:
    """Run a command; return its exit code and its JSON."""
    capfd.readouterr()
    code = main([str(part) for part in line])
    return code, json.loads(capfd.readouterr().out)


def test_new_makes_a_project_and_never_overwrites_one(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "n.persona"
    code, answer = run(capfd, "new", path, "--name", "Riverside", "--client", "Coffee Ltd")
    assert (code, answer["name"]) == (0, "Riverside")
    code, answer = run(capfd, "new", path, "--name", "Again")
    assert (code, answer["error"]["kind"]) == (2, "exists")
    assert answer["error"]["hint"]


def test_dump_and_load_go_round(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(capfd, "dump", project, tmp_path / "a.json")[0] == 0
    assert run(capfd, "load", tmp_path / "a.json", tmp_path / "b.persona")[0] == 0
    assert run(capfd, "dump", tmp_path / "b.persona", tmp_path / "b.json")[0] == 0
    first = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert json.loads((tmp_path / "b.json").read_text(encoding="utf-8")) == first


def test_a_faulty_document_exits_with_the_path_of_the_fault(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.json").write_text('{"format": "persona-studio", "version": 1, "project": {}}')
    code, answer = run(capfd, "load", tmp_path / "x.json", tmp_path / "x.persona")
    assert code == 2
    assert answer["error"]["message"].startswith("project.id")


def test_check_tells_a_sound_file_from_a_damaged_one(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(capfd, "check", project) == (
        0,
        {"sound": True, "respondents": 9, "wrong_counts": [], "problems": []},
    )
    project.write_bytes(project.read_bytes()[:-4096])
    code, answer = run(capfd, "check", project)
    assert (code, answer["error"]["kind"]) == (2, "damaged")


def test_review_lists_findings_for_the_day_asked_about(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, answer = run(capfd, "review", project, "--today", "2026-11-24", "--json")
    assert code in (0, 1)
    assert {"rule", "severity", "target", "numbers", "sentence", "fixes", "waived"} <= set(
        answer[0]
    )
    assert {"kind", "id", "persona", "text"} <= set(answer[0]["target"])
    waived = [f for f in answer if f["waived"]]
    assert waived[0]["waived"] == {"reason": "Asked in the autumn survey", "until": "2026-12-01"}
    code, later = run(capfd, "review", project, "--today", "2029-11-24")
    assert code == 1
    assert {"ST01", "ST02"} <= {f["rule"] for f in later}
    assert not [f for f in later if f["waived"]], "the waiver has run out"


def test_export_writes_a_pdf_with_the_claims_in_it(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    import pikepdf
    import pypdfium2

    out = tmp_path / "maya.pdf"
    line = ("export", project, "--persona", "Commuter Maya", "--paper", "A4", "--language", "pt-BR")
    code, answer = run(capfd, *line, "--out", out)
    assert (code, answer["pages"]) == (0, 1)
    with pikepdf.open(out) as file:
        assert file.Root.Lang == "pt-BR"
    document = pypdfium2.PdfDocument(out)
    words = document[0].get_textpage().get_text_bounded().split()
    document.close()
    assert {"Commuter", "Instagram", "Pains"} <= set(words)


@pytest.mark.parametrize("kind", ["png", "pptx", "xlsx", "csv"])
def test_export_writes_what_the_name_asks_for(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object, kind: str
) -> None:
    out = tmp_path / f"maya.{kind}"
    line = ("export", project, "--persona", "Commuter Maya", "--client-safe", "--out", out)
    code, answer = run(capfd, *line)
    assert (code, answer["files"]) == (0, [str(out)])
    begins = {"png": b"\x89PNG", "pptx": b"PK", "xlsx": b"PK", "csv": b"\xef\xbb\xbfPersona"}
    assert out.read_bytes().startswith(begins[kind])


def test_export_writes_numbered_evidence_as_cards(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    import pypdfium2

    out = tmp_path / "cards.pdf"
    export = ("export", project, "--template", "evidence-cards", "--out", out)
    code, answer = run(capfd, *export)
    assert (code, answer["shortened"]) == (0, [])
    document = pypdfium2.PdfDocument(out)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document).split()
    document.close()
    assert {"Q1", "E1"} <= set(words)
    assert answer["pages"] == -(-answer["cards"] // 8)
    code, safe = run(capfd, *export, "--client-safe")
    assert safe["cards"] < answer["cards"], "nine people are too few for most figures"


def test_export_spreads_a_poster_over_office_sheets(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    out = tmp_path / "tiles.pdf"
    line = ("export", project, "--persona", "Commuter Maya", "--paper", "A2", "--distance", "1.6")
    code, answer = run(capfd, *line, "--tile", "A4", "--fewer-sheets", "--out", out)
    assert (code, answer["pages"]) == (0, 5)
    assert answer["tiles"] == {
        "sheet": "A4",
        "orientation": "portrait",
        "scale": 0.9286,
        "columns": 2,
        "rows": 2,
        "sheets": 4,
    }
    assert answer["reports"][0]["distance"] == 1.6
    assert out.read_bytes().startswith(b"%PDF")


def test_export_tells_every_claim_with_what_speaks_for_it(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    from persona_studio.publish import preview

    for template, pages in (("fact_sheet", 2), ("evidence-sheet", 1)):
        out = tmp_path / f"{template}.pdf"
        line = ("export", project, "--persona", "Commuter Maya", "--template", template)
        code, answer = run(capfd, *line, "--out", out)
        assert (code, answer["pages"]) == (0, pages)
        words = " ".join(preview.page_text(out.read_bytes(), pages - 1).split())
        assert "Most want to hear from us by phone" in words
        assert "5 of 6" in words
        assert "Customer survey · 4 May 2026" in words
        assert "Can't tell yet" in words
        assert "Assumed by Anna since 20 May 2026" in words
    assert "Signed off on 1 June 2026 by A. Keller" in words


def test_export_lines_personas_up_on_one_scale(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    from persona_studio.publish import preview

    out = tmp_path / "line-up.pdf"
    line = ("export", project, "--template", "line_up", "--out", out)
    code, answer = run(capfd, *line, "--persona", "Host Ruth", "--persona", "Commuter Maya")
    assert (code, answer["pages"]) == (0, 1)
    assert answer["personas"] == ["Host Ruth", "Commuter Maya"]
    words = " ".join(preview.page_text(out.read_bytes(), 0).split())
    for text in ("2 personas", "83 % 5 of 6", "Host Ruth", "Commuter Maya"):
        assert text in words
    code, answer = run(capfd, *line, "--persona", "Host Ruth")
    assert (code, answer["error"]["kind"]) == (2, "unsupported")


def test_export_writes_the_review_report_as_pages_or_as_a_table(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], qapp: object
) -> None:
    _, findings = run(capfd, "review", project)
    export = ("export", project, "--template", "review-report", "--out")
    code, answer = run(capfd, *export, tmp_path / "review.pdf")
    assert (code, answer["findings"]) == (0, len(findings))
    assert answer["pages"] >= 2
    assert (tmp_path / "review.pdf").read_bytes().startswith(b"%PDF")
    code, answer = run(capfd, *export, tmp_path / "review.csv")
    assert (code, answer["pages"]) == (0, None)
    lines = (tmp_path / "review.csv").read_text(encoding="utf-8-sig").splitlines()
    assert sum(line.startswith("finding,") for line in lines) == len(findings)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            ["groups", "PROJECT", "--wave", "x"],
            "survey-may (“Customer survey” of 2026-05-04, 8 people)",
        ),
        (["draft", "PROJECT", "--segmentation", "x"], "by-visits (“"),
        (["themes", "PROJECT", "--wave", "x"], "survey-may (“"),
    ],
)
def test_an_unknown_wave_or_grouping_is_answered_with_what_there_is(
    project: Path, capfd: pytest.CaptureFixture[str], line: list[str], told: str
) -> None:
    assert main([str(project) if part == "PROJECT" else part for part in line]) == 2
    hint = json.loads(capfd.readouterr().out)["error"]["hint"]
    assert told in hint
    assert "None" not in hint


def test_draft_makes_what_is_missing_and_says_what_stands_and_how_sure_the_groups_are(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = ("draft", project, "--segmentation", "by-visits", "--json")
    told = "A repeatable way to slice one crowd."
    workspace = Workspace.open(project)
    with workspace.edit("Doubt") as write:
        write.change(Segmentation, "by-visits", verdict="slices", sentence=told)
    workspace.close()
    capfd.readouterr()
    code = main([str(part) for part in line])
    out, err = capfd.readouterr()
    answer = json.loads(out)
    assert (code, answer["personas"]) == (1, [])
    assert [p["segment"] for p in answer["standing"]] == ["commuters", "tables"]
    assert (answer["verdict"], answer["sentence"]) == ("slices", told)
    assert told in err.splitlines()
    assert "--again" in err
    code, more = run(capfd, *line, "--again")
    assert (code, len(more["personas"])) == (0, 2)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (["review", "nowhere.persona"], "missing"),
        (
            ["export", "PROJECT", "--template", "review-report", "--paper", "A3", "--out", "x.pdf"],
            "unsupported",
        ),
        (["export", "PROJECT", "--persona", "Nobody", "--out", "x.pdf"], "unknown_persona"),
        (["export", "PROJECT", "--tile", "A0", "--out", "x.pdf"], "unsupported"),
        (["export", "PROJECT", "--out", "x.docx"], "unsupported"),
        (
            ["export", "PROJECT", "--template", "evidence_cards", "--tile", "A4", "--out", "x.pdf"],
            "unsupported",
        ),
        (["export", "PROJECT", "--tile", "A4", "--out", "x.pptx"], "usage"),
        (["export", "PROJECT", "--template", "none", "--out", "x.pdf"], "unknown"),
        (["export", "PROJECT", "--fewer-sheets", "--out", "x.pdf"], "usage"),
        (["export", "PROJECT", "--distance", "none", "--out", "x.pdf"], "usage"),
        (["export", "PROJECT", "--language", "(x)", "--out", "x.pdf"], "usage"),
        (
            ["export", "PROJECT", "--template", "minutes", "--client-safe", "--out", "x.pdf"],
            "unsupported",
        ),
        (["validate", "PROJECT", "--wave", "nothing"], "unknown_wave"),
        (["validate", "PROJECT", "--wave", "survey-may"], "no_earlier_wave"),
        (["import", "PROJECT", "x.csv", "--kind", "gossip"], "usage"),
        (["import", "PROJECT", "x.csv", "--plan", "none.json"], "unreachable"),
        (["import", "PROJECT", "x.csv", "--plan", EXAMPLE], "bad_plan"),
        (["export", "PROJECT", "--out", "nowhere/x.pdf"], "unreachable"),
        (["export", "PROJECT", "--out", "PROJECT"], "exists"),
        (["dump", "PROJECT", "nowhere/x.json"], "unreachable"),
        (["dump", "PROJECT", "PROJECT"], "exists"),
        (["load", "none.json", "new.persona"], "unreachable"),
        (["load", EXAMPLE, "nowhere/new.persona"], "missing"),
        (["new", "n" * 300, "--name", "Long"], "unreachable"),
        (["new", "new.persona", "--name", " "], "empty_name"),
        (["new", "new.persona"], "usage"),
        (["gossip"], "usage"),
        (["demo", EXAMPLE], "unreachable"),
    ],
)
def test_what_cannot_be_done_is_said_as_json_with_exit_code_2(
    project: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    qapp: object,
    line: list[str],
    kind: str,
) -> None:
    monkeypatch.chdir(project.parent)
    before = project.read_bytes()
    code, answer = run(capfd, *[project if part == "PROJECT" else part for part in line])
    assert (code, answer["error"]["kind"]) == (2, kind)
    assert set(answer["error"]) == {"kind", "message", "hint"}
    assert answer["error"]["message"]
    assert answer["error"]["hint"]
    assert project.read_bytes() == before
    assert {path.name for path in project.parent.iterdir()} <= {project.name, "home"}


def test_a_fault_of_the_program_is_said_without_what_a_client_wrote(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Anna Needle, 12 Mill Lane")

    monkeypatch.setattr("persona_studio.commands.project.portability.dump", broken)
    assert main(["dump", str(project), str(project.with_suffix(".json"))]) == 2
    said = capfd.readouterr()
    assert json.loads(said.out)["error"]["kind"] == "unexpected"
    assert "ValueError in" in said.err
    assert "Needle" not in said.out + said.err


def test_a_command_that_is_stopped_says_so_and_gives_the_project_free(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("persona_studio.commands.project.portability.dump", stopped)
    code, answer = run(capfd, "dump", project, project.with_suffix(".json"))
    assert (code, answer["error"]["kind"]) == (2, "cancelled")
    assert {path.name for path in project.parent.iterdir()} <= {project.name, "home"}


def test_rows_of_an_import_that_was_cut_off_leave_with_the_next_command_that_writes(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from persona_studio.storage import rows

    workspace = Workspace.open(project)
    raw = workspace.database.connection
    with workspace.database.transaction():
        rows.register(raw, "row", "cut-off")
        rows.add_rows(raw, "cut-off", [(1, "P-1", '["needle-in-a-row"]')])
    workspace.close()
    assert b"needle-in-a-row" in project.read_bytes()
    run(capfd, "review", project)
    assert b"needle-in-a-row" in project.read_bytes(), "who only reads takes nothing out"
    run(capfd, "groups", project, "--wave", "survey-may")
    assert b"needle-in-a-row" not in project.read_bytes()


def test_an_import_without_a_kind_is_a_survey(
    project: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from persona_studio import paths

    table = paths.resources() / "samples" / "support_tickets_2026.csv"
    code, _ = run(capfd, "import", project, table, "--source", "Tickets")
    assert code == 0
    assert run(capfd, "dump", project, tmp_path / "a.json")[0] == 0
    sources = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["sources"]
    assert [s["kind"] for s in sources if s["name"] == "Tickets"] == ["survey"]
    assert run(capfd, "load", tmp_path / "a.json", tmp_path / "b.persona")[0] == 0
