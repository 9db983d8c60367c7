# SPDX-License-Identifier: MIT
"""The import-linter contract that keeps a library inside the rooms that own it."""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Fence(Contract):
    """`libraries` are imported directly by nobody but `rooms` (modules and what lies in them).

    Unlike import-linter's own contract it also holds for a library that nobody imports yet.
    """

    type_name = "fence"

    libraries = fields.ListField(subfield=fields.StringField())
    rooms = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Return the imports that climb over the fence."""
        present = [library for library in self.libraries if library in graph.modules]
        over = [
            f"{module} imports {library}"
            for library in present
            for module in sorted(graph.find_modules_that_directly_import(library))
            if not any(f"{module}.".startswith(f"{room}.") for room in self.rooms)
        ]
        return ContractCheck(kept=not over, metadata={"over": over})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each import that is not allowed."""
        for line in check.metadata["over"]:
            output.print_error(line)
