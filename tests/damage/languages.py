"""Damages to languages."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.pathway import Pathway
from tests.damage.damage import Damage


def _one_more_language(pathway: Pathway) -> Iterator[Change]:
    info = pathway.info
    yield edits.update(pathway, info.id, languages=(*info.languages, "en"))


def _a_title_only_in_another(pathway: Pathway) -> Iterator[Change]:
    """Leave the title of one stage in a language that nobody asks for."""
    for stage in pathway.stages:
        if stage.title and stage.public:
            words = next(iter(stage.title.values()))
            yield edits.update(pathway, stage.id, title={"se": words})


DAMAGES = (
    Damage("LAN-01", "a title is not in the language required", _a_title_only_in_another),
    Damage("LAN-01", "one more language is required", _one_more_language),
)
