"""The letters of the site: the board's font as web fonts, with its licence."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from model.layout.metrics import FONT_FILES


def font_files() -> Iterator[tuple[str, bytes]]:
    """Yield the font files of a site by name; the same bytes every time."""
    yield "fonts/ketjupaja-sans-regular.woff", _woff(FONT_FILES.regular)
    yield "fonts/ketjupaja-sans-bold.woff", _woff(FONT_FILES.bold)
    yield "fonts/OFL.txt", FONT_FILES.regular.with_name("OFL.txt").read_bytes()


@cache
def _woff(file: Path) -> bytes:
    """Return a font as WOFF 1.0 (W3C), which every browser reads and needs no further library."""
    from fontTools.ttLib import TTFont

    made = BytesIO()
    with TTFont(file, recalcTimestamp=False) as font:
        font.flavor = "woff"
        font.save(made)
    return made.getvalue()
