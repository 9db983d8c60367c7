# SPDX-License-Identifier: MIT
"""Claims against data: counting, verdict, strength, prevalence, coverage and drift."""
