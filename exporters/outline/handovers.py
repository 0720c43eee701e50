"""From the edges and handovers of an outline to the arrows of a pathway."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from exporters.outline.records import LeftOut, Outline
from exporters.outline.source import Item
from model.codes import Flow, HandoverKind
from model.ids import Id
from model.messages import _
from model.parts import Isbar, TimeTarget
from model.records import Handover, Stage

# What a time of a handover is the limit of: by its own words, else by the handover's kind.
_SLOTS_BY_WORD = {
    r"käsittely|handläggning|handling": "accept_within",
    r"vastaus|svar|answer": "answer_within",
}
_SLOTS_BY_KIND = {
    HandoverKind.CONSULTATION: "answer_within",
    HandoverKind.CARE_FEEDBACK: "send_within",
}


def edges(outline: Outline) -> list[Handover]:
    found: list[Handover] = []
    for place, item in enumerate(outline.item.items("edges"), 1):
        item.only("f", "t", "kind", "if")
        found.append(
            Handover(
                id=outline.new_id("edge", f"e{place:02}"),
                source=outline.link("stage", item.word("f")),
                target=outline.link("stage", item.word("t")),
                flow=item.code("kind", Flow) if "kind" in item else Flow.ALTERNATIVE,
                condition=outline.text(item, "if"),
            )
        )
    return found


def with_details(
    outline: Outline, edges: Sequence[Handover], stages: Sequence[Stage]
) -> list[Handover]:
    """Say on the edges what the outline's handovers say of them.

    One for which there is no edge becomes an arrow of its own, which is listed.
    """
    arrows = list(edges)
    owners = {stage.id: stage.actor for stage in stages}
    for item in outline.item.items("handovers"):
        source = outline.link("stage", item.word("f"))
        target = outline.link("stage", item.word("t"))
        details = _details(outline, item, owners[source], owners[target])
        free = (
            place
            for place, arrow in enumerate(arrows)
            if arrow.kind is None and (arrow.source, arrow.target) == (source, target)
        )
        if (place := next(free, None)) is not None:
            arrows[place] = replace(arrows[place], **details)
            continue
        arrows.append(Handover(source=source, target=target, **details))
        outline.left_out.append(
            LeftOut(
                item.line,
                _("no edge leads from {source} to {target}, so the handover got its own.").format(
                    source=item.word("f").text, target=item.word("t").text
                ),
            )
        )
    return arrows


def _details(
    outline: Outline, item: Item, sender: Id | None, receiver: Id | None
) -> dict[str, Any]:
    """Return the fields that an outline's handover says."""
    item.only(
        "id", "f", "t", "type", "from", "to", "info", "isbar", "resp", "time", "rejected",
        "feedback", "customer_told",
    )  # fmt: skip
    kind = item.code("type", HandoverKind)
    source = outline.maybe_link("actor", item.maybe("from"))
    target = outline.maybe_link("actor", item.maybe("to"))
    return {
        "id": outline.named("handover", item),
        "kind": kind,
        "sender": source if source != sender else None,
        "receiver": target if target != receiver else None,
        "information": outline.text(item, "info"),
        "isbar": _isbar(outline, item.item("isbar")) if "isbar" in item else None,
        "responsibility_moves": outline.text(item, "resp"),
        "if_not_accepted": outline.maybe_link("stage", item.maybe("rejected")),
        "feedback_to": outline.maybe_link("stage", item.maybe("feedback")),
        "customer_told_by": outline.text(item, "customer_told"),
        **_handover_times(outline, item, kind),
    }


def _isbar(outline: Outline, item: Item) -> Isbar:
    item.only(*"ISBAR")
    return Isbar(
        identify=outline.text(item, "I"),
        situation=outline.text(item, "S"),
        background=outline.text(item, "B"),
        assessment=outline.text(item, "A"),
        recommendation=outline.text(item, "R"),
    )


def _handover_times(outline: Outline, item: Item, kind: HandoverKind) -> dict[str, TimeTarget]:
    """Tell by the words of a limit, else by the handover's kind, what it is the limit of."""
    found: dict[str, TimeTarget] = {}
    for target in outline.times(item):
        words = target.limit.typed
        slot = next(
            (slot for sign, slot in _SLOTS_BY_WORD.items() if re.search(sign, words)),
            _SLOTS_BY_KIND.get(kind, "see_within"),
        )
        if slot in found:
            outline.left_out.append(
                LeftOut(
                    item.line_of("time"),
                    _("a handover holds one such time; left out is “{words}”.").format(words=words),
                )
            )
            continue
        found[slot] = target
    return found
