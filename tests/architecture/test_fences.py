# SPDX-License-Identifier: MIT
"""Each library stays where it belongs, and nothing of the program can reach a network."""

import re
import sys
import tomllib
from importlib import metadata
from itertools import chain

from grimp import ImportGraph

from tests.architecture.fence import Fence
from tests.architecture.sources import ROOT, imported, modules, short

FACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ANYWHERE = {"orjson", "phonenumbers", "pypdfium2", "dicebear", "dicebear_core", "dicebear_styles"}
ANYWHERE |= {"platformdirs"}
NETWORK = ("PySide6.QtNetwork", "PySide6.QtWeb", "PySide6.QtHttp", "urllib.request", "http.client")
NETWORK += ("http.server", "socketserver", "ftplib", "smtplib", "xmlrpc", "asyncio", "webbrowser")
TYPESET_MAY = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtSvg")


def fenced() -> set[str]:
    """Return the libraries that a contract in pyproject keeps in their rooms."""
    contracts = FACTS["tool"]["importlinter"]["contracts"]
    return {name for contract in contracts for name in contract.get("libraries", [])}


def imports() -> list[tuple[str, str]]:
    """Return every import of the package as (file:line, dotted name)."""
    return [(f"{short(path)}:{line}", name) for path in modules() for line, name in imported(path)]


def test_the_core_needs_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names
    core = [(at, name) for at, name in imports() if at.startswith("persona_studio/core/")]
    assert core
    foreign = [
        (at, name)
        for at, name in core
        if name.split(".")[0] not in allowed and not name.startswith("persona_studio.core")
    ]
    assert foreign == []


def test_every_library_has_a_fence_or_a_reason_to_be_anywhere() -> None:
    known = fenced() | ANYWHERE | sys.stdlib_module_names | {"persona_studio"}
    assert [(at, name) for at, name in imports() if name.split(".")[0] not in known] == []


def declared() -> set[str]:
    """Return the distributions that users get: dependencies and extras, not the tools of dev."""
    project = FACTS["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    return {normal(re.split(r"[=<>]", line)[0]) for line in wanted}


def normal(name: str) -> str:
    """Return a distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def test_every_library_that_is_imported_is_declared_for_users() -> None:
    owners = metadata.packages_distributions()
    ours = sys.stdlib_module_names | {"persona_studio", "shiboken6"}
    undeclared = [
        (at, name)
        for at, name in imports()
        if (root := name.split(".")[0]) not in ours
        and not declared() & {normal(owner) for owner in owners.get(root, [])}
    ]
    assert undeclared == []


def test_nothing_can_reach_a_network() -> None:
    assert [(at, name) for at, name in imports() if name.startswith(NETWORK)] == []


def test_typesetting_uses_the_text_layout_of_qt_and_no_widget() -> None:
    typeset = [name for at, name in imports() if at.startswith("persona_studio/publish/typeset.py")]
    qt = [name for name in typeset if name.startswith("PySide6")]
    assert [name for name in qt if not name.startswith(TYPESET_MAY)] == []


def test_a_package_file_loads_no_library() -> None:
    packages = [(at, name) for at, name in imports() if "/__init__.py:" in at]
    assert [(at, name) for at, name in packages if name.split(".")[0] in fenced()] == []


def test_the_fence_tells_who_climbs_over_it_and_lets_the_owner_pass() -> None:
    graph = ImportGraph()
    for module in ("house.storage", "house.storage.rows", "house.storages", "sqlalchemy"):
        graph.add_module(module)
    fence = Fence("fence", {}, {"libraries": ["sqlalchemy", "absent"], "rooms": ["house.storage"]})
    graph.add_import(importer="house.storage.rows", imported="sqlalchemy")
    assert fence.check(graph, verbose=False).kept
    graph.add_import(importer="house.storages", imported="sqlalchemy")
    assert fence.check(graph, verbose=False).metadata["over"] == [
        "house.storages imports sqlalchemy"
    ]
