# SPDX-License-Identifier: MIT
"""Agendas to start from: what published formats take, and half a day with the studio.

The short one is the usual proto-persona session: frame 10, silent writing 20, grouping 15, drafts
30, presenting 20 minutes. The long one adds what only data allows: guess and reveal, a challenge
round, the blind sort, and a vote.
"""

from persona_studio.core.workshop import AgendaItem

SHORT: tuple[AgendaItem, ...] = (
    AgendaItem("Frame: what the personas are for", 10),
    AgendaItem("Write notes in silence", 20),
    AgendaItem("Group the notes", 15),
    AgendaItem("Draft the personas", 30),
    AgendaItem("Present, decide, close", 20, "close"),
)
LONG: tuple[AgendaItem, ...] = (
    AgendaItem("Goals, rules, and which decisions the personas serve", 25),
    AgendaItem("Guess: each writes their estimates", 20, "guess"),
    AgendaItem("Reveal: guesses beside the data", 20, "guess"),
    AgendaItem("Sort the evidence at two tables", 45),
    AgendaItem("Break", 10),
    AgendaItem("Draft three to four personas", 40),
    AgendaItem("Challenge: what speaks for and against each line", 25),
    AgendaItem("Who is this? Sort real people onto the personas", 20, "sort"),
    AgendaItem("Vote: who comes first, which gaps matter", 15, "vote"),
    AgendaItem("Decide, name owners, close", 20, "close"),
)


def minutes(agenda: tuple[AgendaItem, ...]) -> int:
    """Return how long an agenda takes."""
    return sum(item.minutes for item in agenda)
