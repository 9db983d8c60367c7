# SPDX-License-Identifier: MIT
"""Workshop mode: agenda and clock, guesses, votes, cards, decisions; a projector beside it."""
