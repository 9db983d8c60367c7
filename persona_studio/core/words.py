# SPDX-License-Identifier: MIT
"""The closed lists of words that values may hold; the JSON uses the same words."""

SOURCE_KINDS = (
    "survey",
    "interviews",
    "observation",
    "analytics",
    "sales_support",
    "social",
    "competitor",
    "assumption",
)
SAMPLINGS = ("", "everyone", "random", "volunteers", "convenience")
ROLES = (
    "respondent_id",
    "record_id",
    "timestamp",
    "date",
    "single_choice",
    "multi_select",
    "ordinal",
    "likert",
    "nps",
    "yes_no",
    "numeric",
    "duration",
    "free_text",
    "pii",
    "ignore",
)
PERSONA_ROLES = ("primary", "secondary", "negative")
SECTIONS = (
    "goals",
    "motivations",
    "pains",
    "behaviours",
    "buying",
    "channels",
    "values",
    "demographics",
    "context",
    "quotes",
    "dos",
    "donts",
)
OPERATORS = (
    "is",
    "is_not",
    "any_of",
    "includes",
    "at_least",
    "at_most",
    "between",
    "answered",
)
WAYS_TO_COUNT = (*OPERATORS, "in_theme")
QUANTIFIERS = ("almost_all", "most", "about_half", "some", "few", "nobody", "typical")
SHOWN = ("auto", "line", "fact", "bar", "scale")
STANCES = ("supports", "contradicts", "neutral")
DIRECTNESS = ("observed", "said", "second_hand")
CONSENTS = ("none", "internal", "publish")
BASES = ("segment", "all")
PICTURE_KINDS = ("photo", "avatar", "initials")
VERDICTS_OF_GROUPS = ("clear", "slices", "levels", "none", "too_few")
MARKETS = ("", "b2b", "b2c")
THEMES = ("teal", "plum", "rust", "blue", "slate")
WORKSHOP_PAGES = ("agenda", "guess", "vote", "sort", "close")
EXERCISES = ("guess", "vote", "sort")
CARD_KINDS = ("note", "figure", "quote", "theme")
EVENT_KINDS = ("product", "law", "price", "market", "other")
TARGET_KINDS = (
    "claim",
    "persona",
    "project",
    "wave",
    "quote",
    "question",
    "segmentation",
    "pair",
    "source",
)
