# SPDX-License-Identifier: MIT
"""What one edit, undo or redo touched; views ask it whether they are concerned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Change:
    """The rows one transaction touched: table name -> ids."""

    label: str
    kind: Literal["edit", "undo", "redo", "load"] = "edit"
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def touches(self, *tables: str) -> bool:
        """Tell whether any row of one of the tables was touched."""
        return self.kind == "load" or any(self.keys.get(table) for table in tables)

    def ids(self, table: str) -> frozenset[str]:
        """Return the touched ids of one table."""
        return self.keys.get(table, frozenset())
