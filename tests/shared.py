# SPDX-License-Identifier: MIT
"""Where the research files for tests lie: beside the project, never inside it."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
IMPORTS = SHARED / "data" / "imports"
SEGMENTS = SHARED / "data" / "segments"

needs_shared = pytest.mark.skipif(
    not IMPORTS.is_dir(), reason=f"the research files are not beside the project ({SHARED.name})"
)
