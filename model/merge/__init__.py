"""Compare pathways, and merge what two sides did to one."""

from model.merge.comparing import PLACE_FIELDS, change_between
from model.merge.conflicts import Conflict, ConflictKind, Side, settle, value_now
from model.merge.three_way import Merged, merge, without_base

__all__ = [
    "PLACE_FIELDS",
    "Conflict",
    "ConflictKind",
    "Merged",
    "Side",
    "change_between",
    "merge",
    "settle",
    "value_now",
    "without_base",
]
