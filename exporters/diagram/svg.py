"""The board as SVG: text stays text, every card says in words what it is, nothing runs or loads.

Written by ourselves: what Qt's SVG writer makes says nothing of what its shapes are, is five times
as large and takes twice as long (`benchmarks/picture_rows.py`). Format: SVG 2 as far as SVG 1.1
viewers follow (W3C).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from exporters.diagram import shapes, words
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT, SIGN_ICONS, Look
from exporters.diagram.losses import of_picture
from exporters.diagram.picture import Picture
from exporters.diagram.pictured import pictured
from exporters.diagram.shapes import CardForm
from exporters.diagram.svg_elements import (
    Element,
    add,
    add_box,
    add_chip,
    add_icon,
    add_lines,
    add_polygon,
    add_shape,
    add_words,
    number,
    path_data,
    serialised,
)
from exporters.diagram.svg_marks import add_frames, add_ghosts, add_mark_lines, add_marks
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


def draw(pathway: Pathway, language: str, href: Href | None = None, prefix: str = "board") -> str:
    """Return an `<svg>` element to be put into a web page.

    `prefix` begins the ids, for pages with several pictures. The page brings the font; without
    it the texts are fitted into their boxes in the page's own.
    """
    with speaking(language):
        named = Named(words.board_title(pathway, language), language, prefix)
        return _Drawing(pictured(pathway, language, WHOLE), named, href).text()


def document(pathway: Pathway, language: str, look: Look = LIGHT, part: Part = WHOLE) -> bytes:
    """Return an SVG file that stands alone, with the letters it needs of the board's font.

    Raises ExportError when the pathway has no such part.
    """
    from exporters.diagram.embedded_font import font_faces

    def address(id: Id) -> str | None:
        stage = pathway.find(Stage, id)
        return stage_address(pathway, stage, language) if stage else None

    with speaking(language):
        picture = pictured(pathway, language, part)
        named = Named(words.picture_title(pathway, language, part), language, "board")
        drawing = _Drawing(picture, named, address, look)
    style = ET.Element("style")
    style.text = font_faces(picture) + "text{font-kerning:none}"
    drawing.root.insert(0, style)
    _for_older_programs(drawing.root, language)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + drawing.text().encode() + b"\n"


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


def _for_older_programs(root: Element, language: str) -> None:
    """Write links and the language once more as in SVG 1.1, which Word and Inkscape follow."""
    root.set("xml:lang", language)
    links = [*root.iter("a")]
    if links:
        root.set("xmlns:xlink", "http://www.w3.org/1999/xlink")
    for link in links:
        link.set("xlink:href", link.attrib["href"])


class Named(NamedTuple):
    """What a picture is called, its language, and what its ids begin with."""

    title: str
    language: str
    prefix: str


class _Drawing:
    """One picture in the making: `root` grows as the parts of the board are drawn."""

    def __init__(
        self, picture: Picture, named: Named, href: Href | None, look: Look = LIGHT
    ) -> None:
        self.pathway, self.board, self.look = picture.pathway, picture.board, look
        self.language = named.language
        self.marked = words.marked_in_words(picture)
        self.links = {id: href(id) if href else None for id in self.board.cards}
        self.root = self._frame(picture, named)
        for lane in self.board.lanes:
            self._lane(lane)
        for phase in self.board.phases:
            self._phase(phase)
        add_frames(self.root, picture)
        for arrow in self.board.arrows.values():
            self._arrow(arrow)
        add_mark_lines(self.root, picture)
        add_ghosts(self.root, picture, self.language, look)
        for card in self.board.cards.values():
            self._card(card)
        for arrow in self.board.arrows.values():
            self._label(arrow.label)
        for stub in picture.stubs:
            self._label(stub.chip)
        add_marks(self.root, picture, look)

    def text(self) -> str:
        return serialised(self.root)

    def _frame(self, picture: Picture, named: Named) -> Element:
        prefix = named.prefix
        width, height = number(self.board.width), number(self.board.height)
        root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width} {height}",
                "width": width,
                "height": height,
                # An image has no parts for assistive technology: with links or marks, a group.
                "role": "group" if any(self.links.values()) or self.marked else "img",
                "aria-labelledby": f"{prefix}-title",
                "aria-describedby": f"{prefix}-description",
                "lang": self.language,
                "font-family": f"'{FONT_FAMILY}', Inter, 'Segoe UI', Arial, sans-serif",
            },
        )
        add_words(root, "title", named.title, id=f"{prefix}-title")
        description = words.picture_description(picture, self.language)
        add_words(root, "desc", description, id=f"{prefix}-description")
        paper = Rect(0, 0, self.board.width, self.board.height)
        add_box(root, paper, 0, fill=self.look.paper)
        return root

    def _lane(self, lane: LaneBox) -> None:
        sector = self.look.sectors[lane.sector]
        group = self._strip(lane.id, words.lane_in_words(self.pathway, lane.id, self.language))
        add_box(group, lane.strip, shapes.LANE_CORNER, fill=sector.tint)
        box = lane.header
        bar = Rect(box.x, box.y, shapes.LANE_BAR, box.height)
        add_box(group, bar, 2, fill=sector.strong)
        add_lines(group, lane.name, self.look.ink)
        add_icon(group, sector.icon, lane.icon, sector.strong)
        add_lines(group, lane.sector_name, sector.strong)

    def _phase(self, phase: PhaseBox) -> None:
        title = words.phase_title(self.pathway.find(Phase, phase.id), self.language)
        group = self._strip(phase.id, title)
        add_shape(group, "path", d=path_data(shapes.phase_line(phase)), stroke=self.look.rule)
        add_box(group, phase.header, shapes.HEADER_CORNER, fill=self.look.phase)
        add_lines(group, phase.title, self.look.on_phase)

    def _strip(self, id: Id | None, named: str) -> Element:
        """Add the group of a lane or a phase, which says its mark in words where it has one."""
        marked = self.marked.get(id or "", "")
        return self._told(f"{named}; {marked}") if marked else add(self.root, "g")

    def _told(self, said: str) -> Element:
        group = add(self.root, "g", role="img", aria_label=said)
        add_words(group, "title", said)
        return group

    def _arrow(self, arrow: Arrow) -> None:
        colour = self.look.crossing_arrow if arrow.crosses_actors else self.look.arrow
        marked = self.marked.get(arrow.id, "")
        handover = self.pathway.find(Handover, arrow.id)
        said = (
            words.handover_in_words(self.pathway, handover, self.language, marked)
            if handover
            else ""
        )
        if marked:
            group = self._told(said)
        else:  # what an arrow says stands on the cards and in the text beside the picture
            group = add(self.root, "g", aria_hidden="true")
            add_words(group, "title", said)
        dashes = {"stroke_dasharray": " ".join(map(number, shapes.DASHES))}
        add_shape(
            group,
            "path",
            d=path_data(shapes.shaft(arrow)),
            fill="none",
            stroke=colour,
            **(dashes if shapes.is_dashed(arrow) else {}),
        )
        for bar in shapes.parallel_bars(arrow):
            add_shape(group, "path", d=path_data(bar), stroke=colour)
        add_polygon(group, shapes.head(arrow), fill=colour)

    def _label(self, label: Chip | None) -> None:
        if label is None:
            return
        group = add(self.root, "g", aria_hidden="true")
        add_chip(
            group,
            label,
            self.look.on_label,
            shapes.crisp(label.box),
            fill=self.look.label,
            stroke=self.look.label_border,
        )

    def _card(self, card: Card) -> None:
        stage = self.pathway.find(Stage, card.id)
        marked = self.marked.get(card.id, "")
        said = words.stage_in_words(self.pathway, stage, self.language, marked) if stage else ""
        address = self.links[card.id]
        if address:
            # Named by its <title>: an aria-label must repeat the card's words in their order.
            group = add(self.root, "a", href=address)
            add_words(group, "title", said)
        else:
            group = self._told(said)
        strong = shapes.card_colour(card, self.look)
        self._border(group, card, strong)
        add_lines(group, card.title, self.look.ink)
        for symbol in card.symbols:
            colour = strong if shapes.is_own(symbol, card) else self.look.muted
            add_icon(group, SIGN_ICONS[symbol.sign], symbol.box, colour)
        if card.time is not None:
            add_chip(group, card.time, self.look.on_chip, card.time.box, fill=self.look.chip)
        centre = shapes.medallion(card)
        if centre is not None:
            radius = shapes.MEDALLION
            add_shape(group, "circle", cx=centre.x, cy=centre.y, r=radius, fill=self.look.card)
            box = Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius)
            colour = shapes.medallion_colour(card, self.look)
            add_icon(group, shapes.medallion_icon(card), box, colour)
        self._way_in(group, card)

    def _way_in(self, group: Element, card: Card) -> None:
        centre = shapes.way_in(card)
        if centre is None:
            return
        colour = shapes.card_colour(card, self.look)
        add_shape(group, "circle", cx=centre.x, cy=centre.y, r=shapes.MEDALLION, fill=colour)
        add_polygon(group, shapes.way_in_triangle(centre), fill=self.look.card)

    def _border(self, group: Element, card: Card, strong: str) -> None:
        box = shapes.crisp(card.box)
        form = shapes.form(card)
        if form is CardForm.CUT:
            add_polygon(group, shapes.cut_corners(box), fill=self.look.card, stroke=strong)
            return
        add_box(group, box, shapes.CORNER, fill=self.look.card, stroke=strong)
        if form is CardForm.DOUBLE:
            inner = shapes.inset(box, shapes.INSET)
            add_box(group, inner, shapes.CORNER - shapes.INSET, fill="none", stroke=strong)
        elif form is CardForm.ALARM:
            add_box(group, shapes.alarm_bar(card), 1.5, fill=strong)
