"""Sizes on the board, in pixels at 100 % zoom, and the font they are made for."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from model.layout.geometry import TextStyle


class FontSpec(NamedTuple):
    """How one kind of text is set. Kerning is off wherever the board is drawn."""

    size_px: int
    bold: bool
    line_height: int


class FontFiles(NamedTuple):
    regular: Path
    bold: Path


FONT_FAMILY = "Ketjupaja Sans"
_FOLDER = Path(__file__).parent / "font"
FONT_FILES = FontFiles(_FOLDER / "KetjupajaSans-Regular.ttf", _FOLDER / "KetjupajaSans-Bold.ttf")
FONT_WIDTHS = _FOLDER / "widths.json"
"""How far each letter of the two leads, in units of which `em` make one em."""

FONTS: Mapping[TextStyle, FontSpec] = {
    TextStyle.CARD_TITLE: FontSpec(13, bold=True, line_height=17),
    TextStyle.CARD_CHIP: FontSpec(12, bold=False, line_height=16),
    TextStyle.LANE_NAME: FontSpec(14, bold=True, line_height=19),
    TextStyle.LANE_SECTOR: FontSpec(12, bold=False, line_height=16),
    TextStyle.PHASE_TITLE: FontSpec(14, bold=True, line_height=19),
    TextStyle.HANDOVER_LABEL: FontSpec(12, bold=False, line_height=16),
    TextStyle.NOTE: FontSpec(12, bold=False, line_height=16),
}

# Cards
CARD_WIDTH = 156
CARD_PADDING = 10
CARD_TITLE_LINES = 2  # room for at least so many, so that most cards are of one height
CARD_TITLE_GAP = 7  # between the title and what stands below it
SYMBOL_SIZE = 16
SYMBOL_GAP = 5
CHIP_PADDING_X = 7
CHIP_PADDING_Y = 2
CARD_ROW_GAP = 5  # between a chip on a row of its own and the signs, and between rows of signs

# Lanes and phases
LANE_HEADER_WIDTH = 176
LANE_PADDING = 16  # of the header's texts, from the sector's colour bar at the left
LANE_LEAST_HEIGHT = 52  # of a lane without cards
LANE_GAP = 5  # between two lanes, and between two phase headers
PHASE_PADDING_X = 10
PHASE_PADDING_Y = 7
MARGIN = 10  # around the whole board

# Handovers
GUTTER_EDGE = 14  # from a card to the nearest track: room for an arrowhead
TRACK_GAP = 10  # between two tracks, and between two ports of a card
PORT_MARGIN = 9  # from a card's corner to its nearest port
LABEL_WIDTH = 112  # a label wraps at most so wide
LABEL_NARROW = 88  # and preferably so wide, as long as that makes few lines
LABEL_FEW_LINES = 3
LABEL_PADDING_X = 6
LABEL_PADDING_Y = 2
LABEL_GAP = 5  # between a label and the next thing
ARROWHEAD = 12  # the straight end of an arrow is at least so long

# Folded lanes and phases
FOLDED_SIZE = 12  # of a card across its folded lane or phase
FOLDED_LEAST_HEIGHT = 32  # of a card of a folded phase in a lane that is not folded
FOLDED_EDGE = 4  # from a folded card to the nearest track where no arrow ends
FOLDED_GAP = 8  # between two tracks or ports, so that arrowheads beside each other do not meet
FOLDED_PHASE_WIDTH = 60  # of the narrowest one, for its number and its chevron
FOLDED_PADDING_X = 6
FOLDED_ROOM = 28  # left free at the end of a folded header, where the window unfolds it

# Notes
NOTE_PADDING_X = 6
NOTE_PADDING_Y = 3
NOTE_SIGN_SIZE = 12
NOTE_SIGN_GAP = 4
NOTE_GAP = 4  # between two notes, and between a note and what it stands below
NOTE_INSET = 6  # of the notes on a card, from its sides
NOTE_FOOT = 5  # below the last note on a card: clear of the mark on the card's lower edge
NOTE_ON_ARROW_WIDTH = 132
SHELF_GAP = 12  # between the last lane and the notes on the shelf, and between two of them
