"""What elements of diagrams are called when the user is told of them."""

from collections.abc import Mapping
from typing import Final

from model.messages import N_, _
from model.text import quoted

_KINDS: Final[Mapping[str, str]] = {
    "sequenceFlow": N_("flow"),
    "messageFlow": N_("message flow"),
    "association": N_("association"),
    "participant": N_("pool"),
    "lane": N_("lane"),
    "group": N_("group"),
    "textAnnotation": N_("text annotation"),
    "subProcess": N_("subprocess"),
    "transaction": N_("subprocess"),
    "adHocSubProcess": N_("subprocess"),
    "startEvent": N_("start event"),
    "endEvent": N_("end event"),
    "boundaryEvent": N_("boundary event"),
    "dataObject": N_("data object"),
    "dataObjectReference": N_("data object"),
    "dataStoreReference": N_("data store"),
    "dataStore": N_("data store"),
    "dataInput": N_("data object"),
    "dataOutput": N_("data object"),
}


def called(tag: str, name: str, id: str) -> str:
    """Return an element as people find it in their tool: “data object “Lähete” (Data_1)”."""
    if kind := _KINDS.get(tag):
        words = _(kind)
    elif tag.endswith("Gateway"):
        words = _("gateway")
    elif tag.endswith("Event"):
        words = _("event")
    elif tag.endswith(("Task", "task", "Activity")):
        words = _("task")
    else:
        words = quoted(tag)
    if name:
        return _("{element} “{name}” ({id})").format(
            element=words, name=quoted(name), id=quoted(id)
        )
    return f"{words} ({quoted(id)})"
