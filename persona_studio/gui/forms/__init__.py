# SPDX-License-Identifier: MIT
"""Generated forms: `python packaging/compile_forms.py` writes them from `ui/`."""
