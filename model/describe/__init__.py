"""Pathways in words: what records, fields and values are called, and what a change does."""

from model.describe.captions import caption, kind_of
from model.describe.changes import Difference, What, differences, told
from model.describe.comparison import Comparison, compare
from model.describe.values import day_in_words

__all__ = [
    "Comparison",
    "Difference",
    "What",
    "caption",
    "compare",
    "day_in_words",
    "differences",
    "kind_of",
    "told",
]
