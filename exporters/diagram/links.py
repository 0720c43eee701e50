"""Which web address a card leads to where the picture stands alone."""

from collections.abc import Iterator

from exporters.website.links import in_ascii, safe_address
from model.codes import ContactKind
from model.pathway import Pathway
from model.records import Channel, Stage
from model.text import in_language


def stage_address(pathway: Pathway, stage: Stage, language: str) -> str | None:
    """Return the first http or https address of a stage's links, else of its channels; in ASCII."""
    for address in _addresses(pathway, stage, language):
        safe = safe_address(address)
        if safe and safe.startswith(("http://", "https://")):
            return in_ascii(safe)
    return None


def _addresses(pathway: Pathway, stage: Stage, language: str) -> Iterator[str]:
    for link in stage.links:
        yield in_language(link.url, language)
    for id in stage.channels:
        channel = pathway.find(Channel, id)
        for contact in channel.contacts if channel else ():
            if contact.kind is ContactKind.WEB:
                yield contact.value
