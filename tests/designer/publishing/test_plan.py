"""What a plan says of each pathway, compared with what its folder holds."""

import json
from pathlib import Path

import pytest

from designer.publishing.earlier import PREVIEW, Earlier, EarlierError, last_publication
from designer.publishing.earlier import SITE as PUBLISHED
from designer.publishing.gate import Why
from designer.publishing.outgoing import publish
from designer.publishing.plan import Fate, Plan, Wish, planned
from designer.publishing.words import summary
from exporters.exporter import CancelledError
from model.pathway import Pathway
from tests.designer.publishing.library import (
    ONE,
    OTHER,
    SITE,
    TODAY,
    approved,
    edited,
    plan,
    quiet,
    small,
    works,
)

UNI, MUISTI = "Uni", "Muisti"


def published(folder: Path, *pathways: Pathway) -> Earlier:
    publish(plan(*pathways), SITE, folder, quiet)
    return last_publication(folder)


def fates(made: Plan) -> dict[str, Fate]:
    return {entry.title: entry.fate for entry in made.entries}


def why(made: Plan) -> list[Why]:
    return [reason.why for entry in made.entries for reason in entry.reasons]


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Earlier:
    folder = tmp_path_factory.mktemp("site")
    return published(folder, approved(ONE), approved(OTHER))


def test_what_was_never_published_is_new() -> None:
    made = plan(approved(ONE))
    assert fates(made) == {UNI: Fate.NEW}
    assert made.changes_something


def test_what_is_published_as_it_is_is_unchanged(earlier: Earlier) -> None:
    made = plan(approved(ONE), approved(OTHER), earlier=earlier)
    assert fates(made) == {UNI: Fate.UNCHANGED, MUISTI: Fate.UNCHANGED}
    assert not made.changes_something


def test_a_change_is_told_in_words(earlier: Earlier) -> None:
    made = plan(approved(edited(ONE)), earlier=earlier)
    entry = next(entry for entry in made.entries if entry.fate is Fate.CHANGED)
    assert entry.changes is not None
    told = [
        line for part in entry.changes.parts for each in part.differences for line in each.lines
    ]
    assert any("Aivan toinen" in line for line in told)
    assert made.changes_something


def test_what_is_no_longer_among_the_files_stays_until_it_is_withdrawn(earlier: Earlier) -> None:
    made = plan(approved(ONE), earlier=earlier)
    assert fates(made) == {UNI: Fate.UNCHANGED, MUISTI: Fate.STAYS}
    assert len(made.site) == 2
    id = OTHER.info.id
    made = plan(approved(ONE), earlier=earlier, withdraw=frozenset({id}))
    assert fates(made) == {UNI: Fate.UNCHANGED, MUISTI: Fate.WITHDRAWN}
    assert [pathway.info.id for pathway in made.site] == [ONE.info.id]


def test_nobody_withdraws_what_goes_out(earlier: Earlier) -> None:
    id = ONE.info.id
    made = plan(approved(ONE), earlier=earlier, withdraw=frozenset({id}))
    assert fates(made)[UNI] is Fate.UNCHANGED


def test_what_may_not_go_out_stays_as_it_was_published(earlier: Earlier) -> None:
    made = plan(ONE, earlier=earlier)
    assert fates(made) == {UNI: Fate.LEFT_OUT, MUISTI: Fate.STAYS}
    assert why(made) == [Why.NOT_APPROVED]
    assert list(made.site) == list(earlier.pathways.values())


def test_a_language_that_is_not_written_keeps_it_out() -> None:
    assert fates(plan(approved(ONE))) == {UNI: Fate.NEW}
    made = plan(approved(ONE), languages=("fi", "sv"))
    assert fates(made) == {UNI: Fate.LEFT_OUT}
    assert why(made) == [Why.LANGUAGE]


def test_two_files_of_one_pathway_are_both_left_out(earlier: Earlier) -> None:
    made = plan(approved(ONE), approved(ONE), earlier=earlier)
    assert [entry.fate for entry in made.entries if entry.title == UNI] == [Fate.LEFT_OUT] * 2
    assert why(made) == [Why.SAME_PATHWAY] * 2
    assert len(made.site) == 2


def test_two_pathways_at_one_address_are_both_left_out_unless_one_was_there(
    earlier: Earlier,
) -> None:
    other = approved(small("third", UNI))
    made = plan(approved(ONE), other)
    assert why(made) == [Why.SAME_ADDRESS] * 2
    assert not made.site
    made = plan(approved(ONE), other, earlier=earlier)
    assert [entry.fate for entry in made.entries if entry.title == UNI] == [
        Fate.LEFT_OUT,
        Fate.UNCHANGED,
    ]


def test_what_goes_back_to_its_address_is_not_overtaken_there(earlier: Earlier) -> None:
    """One wants the address of another, and a third that of the one."""
    wanting = plan(
        approved(small("one", MUISTI)),
        approved(small("third", UNI)),
        approved(OTHER),
        earlier=earlier,
    )
    addresses = [
        (code, slug) for pathway in wanting.site for code, slug in pathway.info.slug.items()
    ]
    assert len(addresses) == len(set(addresses))
    assert set(earlier.pathways) <= {pathway.info.id for pathway in wanting.site}


def test_a_damaged_or_strange_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    published(folder, approved(ONE))
    assert last_publication(folder)
    with pytest.raises(EarlierError, match="published site"):
        last_publication(folder, PREVIEW)
    (folder / "data" / "uni.json").write_bytes(b"{")
    with pytest.raises(EarlierError, match="new folder"):
        last_publication(folder, PUBLISHED)
    (folder / "data" / "uni.json").unlink()
    with pytest.raises(EarlierError, match=r"uni\.json.* is missing"):
        last_publication(folder)


def test_a_folder_that_is_not_there_was_never_published_to(tmp_path: Path) -> None:
    assert not last_publication(tmp_path / "none")
    assert not last_publication(tmp_path)


def test_planning_can_be_stopped() -> None:
    def stop(_share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        planned(works(ONE), Earlier(), Wish(today=TODAY), told=stop)


def test_what_is_withdrawn_makes_room_at_its_address(earlier: Earlier) -> None:
    new = approved(small("third", UNI))
    made = plan(new, earlier=earlier, withdraw=frozenset({ONE.info.id}))
    assert [entry.fate for entry in made.entries if entry.title == UNI] == [
        Fate.WITHDRAWN,
        Fate.NEW,
    ]


def test_nothing_is_said_to_be_taken_off_when_the_site_would_be_empty(earlier: Earlier) -> None:
    made = plan(earlier=earlier, withdraw=frozenset(earlier.pathways))
    assert "never emptied" in summary(made)


def test_a_list_that_lacks_a_pathways_data_takes_nothing_off(tmp_path: Path) -> None:
    """Whoever edits the list of what was written, or copies only some of the files."""
    folder = tmp_path / "site"
    published(folder, approved(ONE), approved(OTHER))
    listing = folder / ".ketjupaja-publication.json"
    names = [name for name in json.loads(listing.read_bytes()) if name != "data/uni.json"]
    listing.write_text(json.dumps(names), encoding="utf-8")
    with pytest.raises(EarlierError, match=r"data/uni\.json"):
        last_publication(folder)
