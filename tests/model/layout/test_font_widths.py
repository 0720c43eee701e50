"""The widths of letters that the board is laid out by are those of the fonts it is drawn in.

`pytest --renew-golden` writes the table of widths anew, after another font has been put in.
"""

import json

import pytest
from fontTools.ttLib import TTFont

from model.layout.font import FontMeasure, _metrics, baseline_of
from model.layout.geometry import TextStyle
from model.layout.metrics import FONT_FILES, FONT_WIDTHS, FONTS


def test_the_table_equals_plain_reading_of_the_fonts(request: pytest.FixtureRequest) -> None:
    em, heights, advances = 0, {}, {}
    for face, path in zip(("regular", "bold"), FONT_FILES, strict=True):
        with TTFont(path) as font:
            em, metrics = font["head"].unitsPerEm, font["hmtx"]
            heights[face] = font["hhea"].ascent, font["hhea"].descent
            names = sorted(font.getBestCmap().items())
            advances[face] = {chr(code): metrics[name][0] for code, name in names}
    if request.config.getoption("--renew-golden"):
        table = json.dumps(
            {"em": em, "heights": heights, "advances": advances}, ensure_ascii=False, indent=0
        )
        FONT_WIDTHS.write_text(table + "\n", encoding="utf-8")
        _metrics.cache_clear()
        baseline_of.cache_clear()
    measure = FontMeasure()
    for style in TextStyle:
        spec = FONTS[style]
        ascent, descent = heights["bold" if spec.bold else "regular"]
        middle = (ascent + descent) / em / 2
        assert baseline_of(style) == spec.line_height / 2 + middle * spec.size_px
        letters = advances["bold" if FONTS[style].bold else "regular"]
        size = FONTS[style].size_px
        assert measure.knows("".join(letters), style)
        for letter, units in letters.items():
            assert measure.width(letter, style) == units / em * size
