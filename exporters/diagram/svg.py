"""The board as SVG: text stays text, every card says in words what it is, nothing runs or loads.

Written by ourselves: what Qt's SVG writer makes says nothing of what its shapes are, is five times
as large and takes twice as long (`benchmarks/picture_rows.py`). Format: SVG 2 as far as SVG 1.1
viewers follow (W3C).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from exporters.diagram import shapes, svg_marks, words
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT, SIGN_ICONS, Look
from exporters.diagram.losses import of_picture
from exporters.diagram.picture import Picture
from exporters.diagram.pictured import pictured
from exporters.diagram.shapes import CardForm
from exporters.diagram.svg_elements import (
    box,
    chip,
    icon,
    in_words,
    lines,
    number,
    opened,
    path_data,
    polygon,
    shape,
    told,
)
from exporters.exporter import Asked, Exporter, Group, Options, Progress
from exporters.part import WHOLE, Part
from model.ids import Id
from model.layout.geometry import Arrow, Card, Chip, LaneBox, PhaseBox, Rect
from model.layout.metrics import FONT_FAMILY
from model.messages import N_, speaking
from model.pathway import Pathway
from model.records import Handover, Phase, Stage

Href = Callable[[Id], str | None]
"""Where a stage's card leads to; None: nowhere. What it returns must be safe to follow."""

_Links = Mapping[Id, Mapping[str, str]]
"""The attributes of the links that cards are, by their stages."""


def draw(pathway: Pathway, language: str, href: Href | None = None, prefix: str = "board") -> str:
    """Return an `<svg>` element to be put into a web page.

    `prefix` begins the ids, for pages with several pictures. The page brings the font; without
    it the texts are fitted into their boxes in the page's own.
    """
    with speaking(language):
        named = Named(words.board_title(pathway, language), language, prefix)
        picture = pictured(pathway, language, WHOLE)
        links = {
            id: {"href": address} for id in picture.board.cards if href and (address := href(id))
        }
        return _Drawing(picture, named, links).text()


def document(pathway: Pathway, language: str, look: Look = LIGHT, part: Part = WHOLE) -> bytes:
    """Return an SVG file that stands alone, with the letters it needs of the board's font.

    Raises ExportError when the pathway has no such part.
    """
    from exporters.diagram.embedded_font import font_faces

    with speaking(language):
        picture = pictured(pathway, language, part)
        named = Named(words.picture_title(pathway, language, part), language, "board")
        links = _links_of_a_file(pathway, picture, language)
        drawing = _Drawing(picture, named, links, look)
    style = in_words("style", font_faces(picture) + "text{font-kerning:none}")
    drawing.pieces.insert(0, style)
    drawing.root["xml:lang"] = language  # as in SVG 1.1, which Word and Inkscape follow
    if links:
        drawing.root["xmlns:xlink"] = "http://www.w3.org/1999/xlink"
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + drawing.text().encode() + b"\n"


def _links_of_a_file(pathway: Pathway, picture: Picture, language: str) -> _Links:
    """Return where cards lead to, written once more as in SVG 1.1."""
    links = {}
    for id in picture.board.cards:
        stage = pathway.find(Stage, id)
        address = stage_address(pathway, stage, language) if stage else None
        if address:
            links[id] = {"href": address, "xlink:href": address}
    return links


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    progress(0)
    language = options.languages_for(pathway)[0]
    yield "board.svg", document(pathway, language, part=options.part)
    progress(1)


SVG = Exporter(
    "svg",
    N_("Diagram (SVG)"),
    ".svg",
    build,
    of_picture,
    group=Group.PICTURES,
    asks=frozenset({Asked.PART}),
)


class Named(NamedTuple):
    """What a picture is called, its language, and what its ids begin with."""

    title: str
    language: str
    prefix: str


class _Drawing:
    """One picture in the making: `pieces` grow as the parts of the board are drawn.

    `root` are the attributes of the element around them.
    """

    def __init__(self, picture: Picture, named: Named, links: _Links, look: Look = LIGHT) -> None:
        self.pathway, self.board, self.look = picture.pathway, picture.board, look
        self.language = named.language
        self.marked = words.marked_in_words(picture)
        self.links = links
        self.root = self._frame(named)
        self.pieces = [
            in_words("title", named.title, id=f"{named.prefix}-title"),
            in_words(
                "desc",
                words.picture_description(picture, self.language),
                id=f"{named.prefix}-description",
            ),
            box(Rect(0, 0, self.board.width, self.board.height), 0, fill=look.paper),
            *map(self._lane, self.board.lanes),
            *map(self._phase, self.board.phases),
            svg_marks.frames(picture),
            *map(self._arrow, self.board.arrows.values()),
            svg_marks.mark_lines(picture),
            svg_marks.ghosts(picture, self.language, look),
            *map(self._card, self.board.cards.values()),
            *(self._label(arrow.label) for arrow in self.board.arrows.values() if arrow.label),
            *(self._label(stub.chip) for stub in picture.stubs),
            svg_marks.marks(picture, look),
        ]

    def text(self) -> str:
        return "".join((opened("svg", self.root), *self.pieces, "</svg>"))

    def _frame(self, named: Named) -> dict[str, str]:
        prefix = named.prefix
        width, height = number(self.board.width), number(self.board.height)
        return {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            # An image has no parts for assistive technology: with links or marks, a group.
            "role": "group" if self.links or self.marked else "img",
            "aria-labelledby": f"{prefix}-title",
            "aria-describedby": f"{prefix}-description",
            "lang": self.language,
            "font-family": f"'{FONT_FAMILY}', Inter, 'Segoe UI', Arial, sans-serif",
        }

    def _lane(self, lane: LaneBox) -> str:
        sector = self.look.sectors[lane.sector]
        header = lane.header
        bar = Rect(header.x, header.y, shapes.LANE_BAR, header.height)
        said = words.lane_in_words(self.pathway, lane.id, self.language)
        return (
            self._strip(lane.id, said)
            + box(lane.strip, shapes.LANE_CORNER, fill=sector.tint)
            + box(bar, 2, fill=sector.strong)
            + lines(lane.name, self.look.ink)
            + icon(sector.icon, lane.icon, sector.strong)
            + lines(lane.sector_name, sector.strong)
            + "</g>"
        )

    def _phase(self, phase: PhaseBox) -> str:
        title = words.phase_title(self.pathway.find(Phase, phase.id), self.language)
        return (
            self._strip(phase.id, title)
            + shape("path", d=path_data(shapes.phase_line(phase)), stroke=self.look.rule)
            + box(phase.header, shapes.HEADER_CORNER, fill=self.look.phase)
            + lines(phase.title, self.look.on_phase)
            + "</g>"
        )

    def _strip(self, id: Id | None, named: str) -> str:
        """Begin the group of a lane or a phase, which says its mark in words where it has one."""
        marked = self.marked.get(id or "", "")
        return told(f"{named}; {marked}") if marked else "<g>"

    def _arrow(self, arrow: Arrow) -> str:
        colour = self.look.crossing_arrow if arrow.crosses_actors else self.look.arrow
        marked = self.marked.get(arrow.id, "")
        handover = self.pathway.find(Handover, arrow.id)
        said = (
            words.handover_in_words(self.pathway, handover, self.language, marked)
            if handover
            else ""
        )
        # What an arrow says stands on the cards and in the text beside the picture.
        group = told(said) if marked else f'<g aria-hidden="true">{in_words("title", said)}'
        dashes = {"stroke_dasharray": " ".join(map(number, shapes.DASHES))}
        shaft = shape(
            "path",
            d=path_data(shapes.shaft(arrow)),
            fill="none",
            stroke=colour,
            **(dashes if shapes.is_dashed(arrow) else {}),
        )
        bars = "".join(
            shape("path", d=path_data(bar), stroke=colour) for bar in shapes.parallel_bars(arrow)
        )
        return f"{group}{shaft}{bars}{polygon(shapes.head(arrow), fill=colour)}</g>"

    def _label(self, label: Chip) -> str:
        drawn = chip(
            label,
            self.look.on_label,
            shapes.crisp(label.box),
            fill=self.look.label,
            stroke=self.look.label_border,
        )
        return f'<g aria-hidden="true">{drawn}</g>'

    def _card(self, card: Card) -> str:
        stage = self.pathway.find(Stage, card.id)
        marked = self.marked.get(card.id, "")
        said = words.stage_in_words(self.pathway, stage, self.language, marked) if stage else ""
        strong = shapes.card_colour(card, self.look)
        drawn = self._border(card, strong) + lines(card.title, self.look.ink)
        for symbol in card.symbols:
            colour = strong if shapes.is_own(symbol, card) else self.look.muted
            drawn += icon(SIGN_ICONS[symbol.sign], symbol.box, colour)
        if card.time is not None:
            drawn += chip(card.time, self.look.on_chip, card.time.box, fill=self.look.chip)
        drawn += self._medallion(card) + self._way_in(card)
        link = self.links.get(card.id)
        if link:
            # Named by its <title>: an aria-label must repeat the card's words in their order.
            return f"{opened('a', link)}{in_words('title', said)}{drawn}</a>"
        return f"{told(said)}{drawn}</g>"

    def _medallion(self, card: Card) -> str:
        centre = shapes.medallion(card)
        if centre is None:
            return ""
        radius = shapes.MEDALLION
        rect = Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius)
        colour = shapes.medallion_colour(card, self.look)
        ground = shape("circle", cx=centre.x, cy=centre.y, r=radius, fill=self.look.card)
        return ground + icon(shapes.medallion_icon(card), rect, colour)

    def _way_in(self, card: Card) -> str:
        centre = shapes.way_in(card)
        if centre is None:
            return ""
        colour = shapes.card_colour(card, self.look)
        ground = shape("circle", cx=centre.x, cy=centre.y, r=shapes.MEDALLION, fill=colour)
        return ground + polygon(shapes.way_in_triangle(centre), fill=self.look.card)

    def _border(self, card: Card, strong: str) -> str:
        outer = shapes.crisp(card.box)
        form = shapes.form(card)
        if form is CardForm.CUT:
            return polygon(shapes.cut_corners(outer), fill=self.look.card, stroke=strong)
        border = box(outer, shapes.CORNER, fill=self.look.card, stroke=strong)
        if form is CardForm.DOUBLE:
            inner = shapes.inset(outer, shapes.INSET)
            border += box(inner, shapes.CORNER - shapes.INSET, fill="none", stroke=strong)
        elif form is CardForm.ALARM:
            border += box(shapes.alarm_bar(card), 1.5, fill=strong)
        return border
