# SPDX-License-Identifier: MIT
"""Persona Studio: customer personas whose every line is traced to the people behind it."""

__version__ = "0.1.0"
