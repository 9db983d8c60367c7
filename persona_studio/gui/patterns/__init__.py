# SPDX-License-Identifier: MIT
"""The Patterns room: groups of similar people, or the honest word that there are none."""
