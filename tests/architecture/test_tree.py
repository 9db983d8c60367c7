# SPDX-License-Identifier: MIT
"""House rules over every file: licences, docstrings, errors, plain text, nothing of one machine."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

from tests.architecture.sources import PACKAGE, ROOT, files, imported, modules, short, text, tree

SPDX = "# SPDX-License-Identifier: MIT\n"
BROAD_EXCEPTS = 3
PROJECT_SUFFIX = ".per" + "sona"

REGISTRIES = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com"]
REGISTRIES += ["deb." + "debian.org", "archive." + "ubuntu.com", "proxy." + "golang.org"]
MACHINES = [f"/{home}/" for home in ("wo" + "rk", "ro" + "ot", "Us" + "ers/\\w+", "ho" + "me/\\w+")]
FOREIGN = re.compile(
    "|".join([re.escape(host) for host in REGISTRIES] + [rf"(?<![\w.]){path}" for path in MACHINES])
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_python_file_opens_with_its_licence_and_says_what_it_is() -> None:
    bare = [
        short(path)
        for path in files(".py")
        if (source := text(path) or "")
        and not (source.startswith(SPDX) and ast.get_docstring(tree(path)))
    ]
    assert bare == []


def licensed(font: Path) -> bool:
    """Tell whether a licence file of the font's family, or of its whole folder, lies beside it."""
    family = font.stem.rpartition("-")[0]
    names = [f"{family}-OFL.txt", f"{family}-LICENSE.txt", "OFL.txt", "LICENSE", "LICENSE.txt"]
    return any((font.parent / name).is_file() for name in names)


def test_every_font_has_its_licence_beside_it() -> None:
    assert [short(font) for font in files(".ttf", ".otf") if not licensed(font)] == []


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    named = [
        f"{short(path)}: {found.group()}"
        for path in files()
        if (found := FOREIGN.search(text(path) or ""))
    ]
    assert named == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{short(path)} -> {target}"
        for path in files(".md")
        for target in LINK.findall(text(path) or "")
        if not (path.parent / target).exists()
    ]
    assert broken == []


def catches_everything(node: ast.AST) -> bool:
    """Tell whether a node is `except:`, `except Exception` or a suppress of the same."""
    broad = ("Exception", "BaseException")
    if isinstance(node, ast.ExceptHandler):
        caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        return any(kind is None or getattr(kind, "id", "") in broad for kind in caught)
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        return any(getattr(kind, "id", "") in broad for kind in node.args)
    return False


def test_only_the_edit_the_job_runner_and_the_exception_hook_catch_everything() -> None:
    broad = [
        f"{short(path)}:{getattr(node, 'lineno', 0)}"
        for path in modules()
        for node in ast.walk(tree(path))
        if catches_everything(node)
    ]
    assert len(broad) <= BROAD_EXCEPTS, broad


def test_only_storage_opens_project_files() -> None:
    opens = re.compile(r"open\(|read_bytes|read_text|write_bytes|write_text|shutil\.")
    others = [path for path in modules() if PACKAGE / "storage" not in path.parents]
    direct = [f"{short(p)} imports sqlite3" for p in others if "sqlite3" in roots(p)]
    direct += [
        f"{short(path)}:{number}"
        for path in others
        for number, line in enumerate((text(path) or "").splitlines(), 1)
        if PROJECT_SUFFIX in line and opens.search(line)
    ]
    assert direct == []


def roots(path: Path) -> set[str]:
    """Return the packages a file imports."""
    return {name.split(".")[0] for _line, name in imported(path)}


def test_text_on_the_screen_is_plain_text() -> None:
    gui, widgets = PACKAGE / "gui", PACKAGE / "gui" / "widgets"
    bare = [
        f"{short(path)}:{line} QLabel"
        for path in modules()
        if gui in path.parents and widgets not in path.parents
        for line, name in imported(path)
        if name.endswith(".QLabel")
    ]
    bare += [
        f"{short(path)}:{node.lineno} QLabel"
        for path in modules()
        if gui in path.parents and widgets not in path.parents
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "QLabel"
    ]
    assert bare == []


def test_labels_of_forms_are_plain_text() -> None:
    rich = [
        f"{short(path)}: {label.get('name')}"
        for path in files(".ui")
        for label in ElementTree.fromstring(text(path) or "").iter("widget")
        if label.get("class") == "QLabel"
        and "PlainText" not in (label.findtext("property[@name='textFormat']/enum") or "")
    ]
    assert rich == [], f"{ROOT.name}: set textFormat to PlainText, or promote to PlainLabel"
