"""A table of a pathway's own stages changes nothing; edited, it changes just what was edited."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as Phase_
from hypothesis import strategies as st
from msgspec.structs import replace

from exporters.table.opening import pages_of
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model.codes import StageKind
from model.codes.names import name_of_code
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage
from model.text import in_language
from tests.exporters.excel.small_board import with_records
from tests.exporters.table.plain_pages import workbook
from tests.pathways import random_pathways

FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    derandomize=True,
    phases=(Phase_.explicit, Phase_.generate, Phase_.shrink),
)


COLUMNS = {
    "title": ("Vaihe", "Steg", "Vaiheen nimi", "Stage"),
    "actor": ("Toimija", "Vastuutaho", "Ansvarig", "Owner"),
    "phase": ("Päävaihe", "Huvudfas", "Phase"),
    "what_happens": ("Mitä tapahtuu", "Kuvaus", "Beskrivning"),
    "kind": ("Vaiheen tyyppi", "Typ av steg"),
    "public": ("Näytetään verkkosivustolla", "Shown on the website"),
    "next": ("Seuraava vaihe", "Nästa steg", "Next steps"),
    "time_limit": ("Määräaika", "Tidsfrist", "Time limit"),
}


def _with_names_apart(pathway: Pathway) -> Pathway:
    """Give what tables name other names than all others have, that begin with no sign."""
    records: list[Any] = [
        replace(
            each, **{"name" if isinstance(each, Actor) else "title": {"fi": f"{kind.__name__} {n}"}}
        )
        for kind in (Phase, Actor, Stage)
        for n, each in enumerate(pathway.of(kind))
    ]
    texts = [
        replace(each, what_happens={k: " ".join(v.split()) for k, v in each.what_happens.items()})
        for each in records
        if isinstance(each, Stage)
    ]
    info = replace(pathway.info, languages=("fi",))
    return with_records(pathway, *records, *texts, info)


def _cell(pathway: Pathway, stage: Stage, key: str) -> object:
    match key:
        case "actor" | "phase":
            record: Any = pathway.get(getattr(stage, key) or "")
            name = getattr(record, "name", None) or getattr(record, "title", {})
            return in_language(name, "fi") if record else None
        case "kind":
            return stage.kind.value if stage.kind else None
        case "public":
            return "kyllä" if stage.public else "ei"
        case "next":
            targets = [arrow.target for arrow in pathway.leaving(stage.id)]
            return "\n".join(
                pathway[target].title["fi"]  # type: ignore[union-attr]
                for target in targets
                if target != stage.id
            )
        case "time_limit":
            return stage.time_targets[0].limit.typed if stage.time_targets else None
    return getattr(stage, key).get("fi")


class TestThereAndBack:
    @FEW
    @given(random_pathways(max_actors=5, max_stages=8), st.randoms(use_true_random=False))
    def test_a_table_of_the_stages_changes_just_what_was_edited(
        self, drawn: Pathway, random: Any
    ) -> None:
        pathway = _with_names_apart(drawn)
        if not pathway.stages or not pathway.actors:
            return
        keys = list(COLUMNS)
        random.shuffle(keys)
        headers = [random.choice(COLUMNS[key]) for key in keys]
        stages = list(pathway.stages)
        random.shuffle(stages)
        rows = [[_cell(pathway, stage, key) for key in keys] for stage in stages]
        [there] = pages_of(workbook(["Otsikko"], headers, *rows))
        mapping = replace(proposed(there, pathway, "fi").mapping, fill_down=False)
        assert [column.field for column in mapping.columns] == keys
        same = read_table([there], [mapping], pathway)
        assert same.filled_in == pathway

        edited, lane = random.choice(stages), random.choice(pathway.actors)
        name, number = in_language(lane.name, "fi"), stages.index(edited)
        kind = random.choice(list(StageKind))
        changes: dict[str, Any] = {
            "actor": name,
            "what_happens": "Muuta",
            "kind": name_of_code(kind),
        }
        changes |= {"public": "ei", "title": rows[number][keys.index("title")]}
        rows[number] = [changes.get(key, rows[number][at]) for at, key in enumerate(keys)]
        new = {"title": "Uusi", "actor": name, "next": changes["title"], "time_limit": "8 vrk"}
        rows.insert(random.randrange(len(rows) + 1), [new.get(key) for key in keys])
        [there] = pages_of(workbook(["Otsikko"], headers, *rows))
        after = read_table([there], [mapping], pathway).filled_in
        added = [record for record in after.values() if record.id not in pathway]
        [stage] = [record for record in added if isinstance(record, Stage)]
        [arrow] = [record for record in added if isinstance(record, Handover)]
        assert len(added) == 2
        assert (stage.title, stage.actor, stage.public) == ({"fi": "Uusi"}, lane.id, True)
        assert [target.limit.typed for target in stage.time_targets] == ["8 vrk"]
        assert (arrow.source, arrow.target) == (stage.id, edited.id)
        expected = replace(
            edited,
            actor=lane.id,
            kind=kind,
            public=False,
            what_happens={**edited.what_happens, "fi": "Muuta"},
        )
        assert after == with_records(pathway, expected, stage, arrow)
