"""Whatever one damages in a complete pathway, a finding names it.

The complete samples have no errors in the publishing profile. Each test takes one kind of thing
away, one at a time, and lists what no new finding told of.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from model import edits, file
from model.change import Change
from model.checks import PUBLISHING, Finding, LiveChecks, Rule, check
from model.checks.catalogue import CHECKS
from model.checks.public_texts import PUBLIC_TEXTS
from model.checks.required_language_missing import RULE as LANGUAGES
from model.codes import Severity
from model.document import Changed, Document
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Channel, Stage
from model.text import with_language

SAMPLES = Path(__file__).parents[3] / "samples"
DAY = date(2026, 11, 22)


@pytest.fixture(params=["t2d", "monipalvelu"])
def pathway(request: pytest.FixtureRequest) -> Pathway:
    return file.read(SAMPLES / f"{request.param}.ketju")


class Damage:
    """A pathway to damage: says which findings each damage brings, and puts it right again."""

    def __init__(self, pathway: Pathway, rules: tuple[Rule, ...] = CHECKS) -> None:
        self._document = Document(pathway)
        self._live = LiveChecks(pathway, PUBLISHING, DAY, rules)
        self._known = set(self._live.report.findings)
        self._document.watchers.append(self._hear)

    def _hear(self, notice: Changed) -> None:
        self._live.follow(notice.pathway, notice.change.touched)

    def brings(self, change: Change) -> set[Finding]:
        assert self._document.do(change)
        found = set(self._live.report.findings) - self._known
        self._document.undo()
        assert set(self._live.report.findings) == self._known
        return found


def named(findings: Iterable[Finding]) -> set[Id | None]:
    return {id for finding in findings for id in (finding.about, *finding.also)}


def test_a_complete_sample_has_no_errors(pathway: Pathway) -> None:
    report = check(pathway, PUBLISHING, DAY)
    assert [
        finding.message for finding in report.findings if finding.severity is Severity.ERROR
    ] == []


def test_a_missing_handover_is_told_of_a_stage_that_it_joined(pathway: Pathway) -> None:
    damage = Damage(pathway)
    untold = [
        arrow.id
        for arrow in pathway.handovers
        if not named(damage.brings(edits.remove(pathway, [arrow.id])))
        & {arrow.source, arrow.target}
    ]
    assert untold == []


def test_a_missing_actor_is_told_of_the_stages_it_answered_for(pathway: Pathway) -> None:
    damage = Damage(pathway)
    untold = [
        actor.id
        for actor in pathway.of(Actor)
        if not named(damage.brings(edits.remove(pathway, [actor.id])))
        >= {stage.id for stage in pathway.stages if stage.actor == actor.id}
    ]
    assert untold == []


def test_a_stage_left_without_channels_or_with_digital_ones_only_is_told_of(
    pathway: Pathway,
) -> None:
    damage = Damage(pathway)
    digital = {channel.id for channel in pathway.of(Channel) if channel.digital}
    untold = [
        (stage.id, left)
        for stage in pathway.stages
        if stage.public
        for left in ((), tuple(id for id in stage.channels if id in digital))
        if left != stage.channels
        and stage.id not in named(damage.brings(edits.update(pathway, stage.id, channels=left)))
    ]
    assert untold == []


def test_a_missing_channel_is_told_of_the_stages_that_need_it(pathway: Pathway) -> None:
    damage = Damage(pathway)
    for channel in pathway.of(Channel):
        needing = {
            stage.id
            for stage in pathway.stages
            if stage.public
            and all(_is_digital(pathway, id) for id in stage.channels if id != channel.id)
        }
        assert named(damage.brings(edits.remove(pathway, [channel.id]))) >= needing


def _is_digital(pathway: Pathway, id: Id) -> bool:
    channel = pathway.find(Channel, id)
    return channel is not None and channel.digital


def test_any_public_text_missing_in_one_language_is_told_of_its_record(pathway: Pathway) -> None:
    damage = Damage(pathway, (LANGUAGES,))
    untold = []
    for record in pathway.values():
        about = None if record.id == pathway.info.id else record.id
        for path in PUBLIC_TEXTS.get(type(record), {}):
            field, *within = path.split(".")
            for language in pathway.info.languages:
                for damaged in _without(getattr(record, field), within, language):
                    found = damage.brings(edits.update(pathway, record.id, **{field: damaged}))
                    if about not in named(found):
                        untold.append((record.id, path, language))
    assert untold == []


def _without(value: Any, within: list[str], language: str) -> Iterator[Any]:
    """Yield the value with one of its texts, of those in several languages, short of one."""
    match value:
        case tuple():
            for place, each in enumerate(value):
                for damaged in _without(each, within, language):
                    yield (*value[:place], damaged, *value[place + 1 :])
        case dict():
            if len(value) > 1 and language in value:
                yield with_language(value, language, "")
        case None:
            return
        case _:
            field, *deeper = within
            for damaged in _without(getattr(value, field), deeper, language):
                yield replace(value, **{field: damaged})


@pytest.mark.parametrize(
    ("field", "empty"),
    [("emergency", {}), ("owner", None), ("next_review", None), ("last_reviewed", None)],
)
def test_what_is_missing_of_the_whole_is_told(pathway: Pathway, field: str, empty: object) -> None:
    change = edits.update(pathway, pathway.info.id, **{field: empty})
    assert named(Damage(pathway).brings(change)) == {None}


def test_a_stage_without_customer_text_or_title_is_told_of(pathway: Pathway) -> None:
    damage = Damage(pathway)
    for stage in pathway.of(Stage):
        for field in ("title", "what_happens"):
            if stage.public:
                change = edits.update(pathway, stage.id, **{field: {}})
                assert stage.id in named(damage.brings(change))
