# SPDX-License-Identifier: MIT
"""Files, classes and functions stay small enough to be read at once."""

import ast

from tests.architecture.sources import FORMS, ROOT, files, short, text, tree

FILE, CLASS, FUNCTION = 350, 250, 50
WRITTEN = [p for p in files(".py") if p.parent != FORMS and ROOT / "tests" not in p.parents]
LIMITS = {ast.ClassDef: CLASS, ast.FunctionDef: FUNCTION, ast.AsyncFunctionDef: FUNCTION}


def length(node: ast.stmt) -> int:
    """Return how many lines a definition has, decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_short() -> None:
    lines = {short(path): (text(path) or "").count("\n") for path in WRITTEN}
    assert {path: count for path, count in lines.items() if count > FILE} == {}


def test_classes_and_functions_are_short() -> None:
    long = [
        f"{short(path)}:{node.lineno} {node.name} has {length(node)} lines"
        for path in WRITTEN
        for node in ast.walk(tree(path))
        if isinstance(node, tuple(LIMITS)) and length(node) > LIMITS[type(node)]
    ]
    assert long == []
