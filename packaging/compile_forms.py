# SPDX-License-Identifier: MIT
"""Compile the Designer forms of `ui/` into `persona_studio/gui/forms/`; `--check` only compares.

`ui/review_page.ui` becomes `persona_studio/gui/forms/review_page.py`. The output depends on the
form and on the pinned PySide6 alone, so a second run changes nothing.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / "ui"
COMPILED = ROOT / "persona_studio" / "gui" / "forms"

LICENCE = "# SPDX-License-Identifier: MIT\n"
HEADER = (
    LICENCE
    + '"""Generated from ui/{name} by packaging/compile_forms.py; never edited by hand."""\n\n'
)
PACKAGE = (
    LICENCE + '"""Generated forms: `python packaging/compile_forms.py` writes them from `ui/`."""\n'
)


def compiler() -> str:
    """Return the path of pyside6-uic, the environment's own before any other."""
    found = shutil.which("pyside6-uic", path=sysconfig.get_path("scripts"))
    return found or shutil.which("pyside6-uic") or sys.exit("pyside6-uic is not installed")


def compiled(form: Path) -> str:
    """Return the Python source of one form, without the compiler's own banner."""
    command = [compiler(), "-g", "python", str(form)]
    source = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    body = re.sub(r"\A(?:#.*\n|\s*\n)+", "", source.replace("\r\n", "\n"))
    return HEADER.format(name=form.name) + body


def wanted() -> Iterator[tuple[Path, str]]:
    """Yield each file that should be in the compiled folder with its text."""
    forms = sorted(FORMS.glob("*.ui"))
    if forms:
        yield COMPILED / "__init__.py", PACKAGE
    for form in forms:
        yield COMPILED / f"{form.stem}.py", compiled(form)


def differences() -> list[Path]:
    """Return the compiled files that are missing, stale, or have no form any more."""
    texts = dict(wanted())
    stale = [p for p, text in texts.items() if not p.is_file() or p.read_text("utf-8") != text]
    return stale + [path for path in sorted(COMPILED.glob("*.py")) if path not in texts]


def write() -> None:
    """Bring the compiled folder in step with the forms."""
    texts = dict(wanted())
    COMPILED.mkdir(parents=True, exist_ok=True)
    for path in sorted(COMPILED.glob("*.py")):
        if path not in texts:
            path.unlink()
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Compile, or with `--check` name what is out of step and return 1."""
    if "--check" not in sys.argv[1:]:
        write()
        return 0
    stale = differences()
    for path in stale:
        print(f"out of step with ui/: {path.relative_to(ROOT)}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
