"""Common first names in Finland, to tell people from places and services in running text.

Some are everyday words too ("Anna", "Onni", "Taimi"): a name counts only before a capitalised
last name. The list is Ketjupaja's own, one name a line in `first_names.txt`.
"""

from functools import cache
from pathlib import Path


@cache
def first_names() -> frozenset[str]:
    """Return the names in small letters; of double names only the parts are in it."""
    words = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return frozenset(words.split())
