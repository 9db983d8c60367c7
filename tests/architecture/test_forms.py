# SPDX-License-Identifier: MIT
"""The compiled forms are what the Designer forms of `ui/` compile to."""

import runpy

from tests.architecture.sources import ROOT, short


def test_compiled_forms_are_in_step_with_the_designer_forms() -> None:
    compiler = runpy.run_path(str(ROOT / "packaging" / "compile_forms.py"))
    assert [short(path) for path in compiler["differences"]()] == []
