"""Compare pathways, and merge what two sides did to one."""

from model.merge.comparing import PLACE_FIELDS, change_between
from model.merge.conflicts import Conflict, ConflictKind, Side, settle, value_now
from model.merge.kept import KeptConflict, keep_conflict, kept_conflict
from model.merge.three_way import Merged, merge, without_base

__all__ = [
    "PLACE_FIELDS",
    "Conflict",
    "ConflictKind",
    "KeptConflict",
    "Merged",
    "Side",
    "change_between",
    "keep_conflict",
    "kept_conflict",
    "merge",
    "settle",
    "value_now",
    "without_base",
]
