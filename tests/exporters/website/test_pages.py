"""The pages: their order, what they say, where their links lead."""

import re
from datetime import date
from itertools import pairwise

import pytest
from lxml.etree import _Element

from exporters.exporter import CancelledError, ExportError, Options
from exporters.website import WEBSITE
from exporters.website.frame import POLICY
from exporters.website.pages import Published, pathway_page
from model.codes import (
    ChannelKind,
    ContactKind,
    FeeKind,
    Flow,
    HandoverKind,
    PathwayStatus,
    RelatedArtifactKind,
    Sector,
    StageKind,
    TimeBasis,
)
from model.messages import speaking
from model.parts import Approval, Contact, Fee, Link, RelatedArtifact, Responsibility, TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Goal, Handover, PathwayInfo, Phase, Stage
from model.text import AgeRange, Text, read_span
from tests.conftest import Golden
from tests.exporters.website.dom import attributes, found, links, parsed, text, the
from tests.exporters.website.filled import MADE_AT, site


def en(english: str, swedish: str = "") -> Text:
    return {"en": english, "sv": swedish} if swedish else {"en": english}


INFO = PathwayInfo(
    id="sleep",
    title=en("Sleep", "Sömn"),
    summary=en("How to get help with sleeping badly."),
    target_group=en("Adults who sleep badly"),
    ages=AgeRange(youngest=18),
    county=en("Example County"),
    languages=("en", "sv"),
    emergency=en("If you are in danger, call 112."),
    how_to_get_help=en("Call us:\n- in the morning\n- or at noon"),
    owner=Responsibility(role=en("Head physician"), organisation=en("Example County")),
    status=PathwayStatus.PUBLISHED,
    approvals=(Approval(role=en("Steering group"), on=date(2026, 2, 1), version="2"),),
    version="2",
    last_reviewed=date(2026, 1, 15),
    next_review=date(2027, 1, 15),
    related_artifacts=(
        RelatedArtifact(
            kind=RelatedArtifactKind.GUIDELINE,
            title=en("Guideline on insomnia"),
            url=en("https://guidelines.example/insomnia"),
        ),
    ),
    feedback=Link(title=en("Give feedback"), url=en("https://county.example/feedback")),
    accessibility_statement=Link(
        title=en("Accessibility statement"), url=en("https://county.example/accessibility")
    ),
)
RECORDS: list[AnyRecord] = [
    INFO,
    Phase(id="p1", order="a0", title=en("Contact", "Kontakt")),
    Phase(id="p2", order="a1", title=en("Care")),
    Phase(id="p3", order="a2", title=en("Nothing here")),
    Actor(id="a1", order="a0", name=en("Customer"), sector=Sector.CUSTOMER),
    Actor(
        id="a2",
        order="a1",
        name=en("Health centre"),
        sector=Sector.PRIMARY,
        organisation=en("Example County"),
        role=en("Answers for the care as a whole."),
    ),
    Channel(
        id="c1",
        order="a0",
        kind=ChannelKind.PHONE,
        digital=False,
        name=en("Sleep phone"),
        contacts=(Contact(kind=ContactKind.PHONE, value="08 123 4567"),),
        hours=en("Weekdays 8–16"),
        languages=("fi", "sv"),
    ),
    Channel(
        id="c2",
        order="a1",
        kind=ChannelKind.WEB_FORM,
        digital=True,
        name=en("Sleep form"),
        contacts=(Contact(kind=ContactKind.WEB, value="https://form.example/sleep"),),
        authentication=True,
        alternative_to=("c1",),
    ),
    Stage(
        id="s1",
        order="a0",
        actor="a1",
        phase="p1",
        kind=StageKind.CONTACT,
        start=True,
        title=en("Get in touch", "Ta kontakt"),
        what_happens=en("You tell how you sleep.", "Du berättar hur du sover."),
        what_you_can_do=en("Keep a diary for a week."),
        channels=("c1", "c2"),
        time_targets=(
            TimeTarget(
                limit=read_span("7 vrk"),
                starts=en("contact"),
                ends=en("call"),
                basis=TimeBasis.COUNTY_GOAL,
            ),
        ),
        fee=Fee(kind=FeeKind.FREE),
    ),
    Stage(
        id="s2",
        order="a0",
        actor="a2",
        phase="p2",
        title=en("Group"),
        professional_text=en("Use the CBT-I programme."),
        channels=("c2",),
    ),
    Stage(
        id="s3",
        order="a1",
        actor="a2",
        phase="p2",
        column=1,
        title=en("Follow-up"),
    ),
    Stage(
        id="s4",
        order="a0",
        actor="a2",
        phase="p2",
        column=2,
        kind=StageKind.END,
        title=en("All is well"),
        ends_when=en("When you sleep well."),
        way_back=en("Call us again."),
    ),
    Handover(
        id="h1",
        source="s1",
        target="s2",
        condition=en("Badly for over three months"),
        kind=HandoverKind.REFERRAL,
        customer_told=en("You get a letter with the time."),
        information=en("Diary and questionnaire"),
    ),
    Handover(id="h2", source="s1", target="s4", condition=en("Sleep gets better")),
    Handover(id="h3", source="s2", target="s3"),
    Handover(id="h4", source="s2", target="s1", flow=Flow.OPTIONAL, condition=en("Questions")),
    Goal(id="g1", order="a0", title=en("Sleep without pills"), need=en("Safe help")),
]
SLEEP = Pathway(RECORDS)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return site(SLEEP)


@pytest.fixture(scope="module")
def sleep(files: dict[str, bytes]) -> _Element:
    return parsed(files["en/sleep.html"])


def pages(files: dict[str, bytes]) -> dict[str, _Element]:
    """Return the pathway's own pages by name, read."""
    return {
        name: parsed(content)
        for name, content in files.items()
        if re.search(r"/(sleep|somn|uni)\.html$", name)
    }


def test_the_languages_are_those_of_the_pathway(files: dict[str, bytes]) -> None:
    assert sorted(pages(files)) == [
        "en/professionals/sleep.html",
        "en/sleep.html",
        "sv/somn.html",
        "sv/yrkespersoner/somn.html",
    ]
    assert {"fi/somn.html", "fi/ammattilaisille/somn.html"} <= set(site(SLEEP, "fi"))


def test_help_comes_first_and_chain_information_last(sleep: _Element) -> None:
    assert [text(h) for h in found(sleep, "//h1 | //h2")] == [
        "Sleep",
        "How to get help now",
        "On this page",
        "Who this is for",
        "1 Contact",
        "2 Care",
        "Goals",
        "The pathway as a picture",
        "Contact details",
        "Who does what",
        "About this pathway",
        "Feedback and your rights",
    ]
    help_section = the(sleep, "//section[@class='help']")
    assert [text(h) for h in found(help_section, ".//h3")] == [
        "In an emergency",
        "When it is not urgent",
    ]


def test_headings_skip_no_level(files: dict[str, bytes]) -> None:
    for document in pages(files).values():
        headings = found(document, "//h1|//h2|//h3|//h4|//h5|//h6")
        levels = [int(heading.tag[1]) for heading in headings]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        assert all(text(heading) for heading in headings)


def test_a_stage_tells_all_that_a_customer_asks(sleep: _Element) -> None:
    stage = the(sleep, "//*[@id='stage-s1']")
    assert [text(h) for h in found(stage, ".//h4")] == [
        "What happens",
        "What you can do",
        "How to get in touch",
        "How long it takes",
        "What it costs",
        "What comes next",
    ]
    said = text(stage)
    for words in (
        "You can begin here",
        "Customer",
        "Weekdays 8–16",
        "Needs electronic identification",
        "At most 7 days Begins: contact Ends: call County’s goal",
        "Free of charge",
    ):
        assert words in said
    assert attributes(the(stage, ".//a[text()='08 123 4567']"))["href"] == "tel:081234567"


def test_ways_onward_are_told_in_words(sleep: _Element) -> None:
    first = the(sleep, "//*[@id='stage-s1']")
    assert [text(li) for li in found(first, ".//ul[@class='ways']/li")] == [
        "Badly for over three months: you go to 2.1 Group You get a letter with the time.",
        "Sleep gets better: you go to 2.3 All is well",
    ]
    group = text(the(sleep, "//*[@id='stage-s2']"))
    assert "After this you go to 2.2 Follow-up" in group
    assert "When needed: Questions: you go to 1.1 Get in touch" in group
    assert "You will be told how things go on." in text(the(sleep, "//*[@id='stage-s3']"))
    end = text(the(sleep, "//*[@id='stage-s4']"))
    assert "You will be told" not in end
    assert "When you sleep well. Call us again." in end


def test_a_single_way_with_a_condition_tells_it() -> None:
    pathway = Pathway(
        [
            PathwayInfo(id="x", title=en("X")),
            Stage(id="s1", order="a0", title=en("Test")),
            Stage(id="s2", order="a1", title=en("Visit")),
            Handover(id="h1", source="s1", target="s2", condition=en("The result is high")),
        ]
    )
    document = parsed(site(pathway, "en")["en/x.html"])
    assert "The result is high: you go to 1.2 Visit" in text(the(document, "//*[@id='stage-s1']"))
    assert "The result is high: 1.2 Visit" in text(the(document, "//ol[@class='twin']"))


@pytest.mark.parametrize(
    ("condition", "beginning"),
    [
        ("If you feel better", "If you feel better, you go to"),
        ("If you feel better:", "If you feel better: you go to"),
        ("Small risk", "Small risk: you go to"),
    ],
)
def test_a_condition_begins_a_sentence(condition: str, beginning: str) -> None:
    pathway = Pathway(
        [
            PathwayInfo(id="x", title=en("X")),
            Stage(id="s1", order="a0"),
            Stage(id="s2", order="a1"),
            Handover(id="h1", source="s1", target="s2", condition=en(condition)),
        ]
    )
    document = parsed(site(pathway, "en")["en/x.html"])
    assert beginning in text(the(document, "//*[@id='stage-s1']"))


def test_a_way_into_a_stage_that_waits_for_others_does_not_begin_at_once() -> None:
    parallel = [("s1", "s2"), ("s1", "s3"), ("s2", "s4"), ("s3", "s4")]
    pathway = Pathway(
        [
            PathwayInfo(id="x", title=en("X")),
            *(
                Stage(id=f"s{number}", order=f"a{number}", title=en(title))
                for number, title in enumerate(("Plan", "Group", "Home help", "Review"), start=1)
            ),
            *(
                Handover(id=f"h{number}", source=source, target=target, flow=Flow.PARALLEL)
                for number, (source, target) in enumerate(parallel)
            ),
        ]
    )
    document = parsed(site(pathway, "en")["en/x.html"])
    twin = found(document, "//ol[@class='twin']/li")
    for told in (text(the(document, "//*[@id='stage-s2']")), text(twin[1])):
        assert "When all that comes before it is done:" in told
        assert "At the same time" not in told
    for told in (text(the(document, "//*[@id='stage-s1']")), text(twin[0])):
        assert "At the same time:" in told
        assert "When all that comes before" not in told


def test_a_digital_channel_names_what_can_be_used_instead(sleep: _Element) -> None:
    group = the(sleep, "//*[@id='stage-s2']")
    assert "Instead of this you can use: Sleep phone" in text(group)
    assert "Instead of this you can use" not in text(the(sleep, "//*[@id='stage-s1']"))


def test_help_numbers_can_be_called(sleep: _Element) -> None:
    emergency = the(sleep, "//div[@class='care emergency']")
    assert attributes(the(emergency, ".//a"))["href"] == "tel:112"
    assert text(emergency) == "In an emergency If you are in danger, call 112."


def test_the_pathways_own_numbers_can_be_called_where_texts_name_them() -> None:
    phone = next(record for record in RECORDS if record.id == "c1")
    pathway = Pathway(
        [
            PathwayInfo(
                id="x", how_to_get_help=en("Call 08 123 4567, room 112b, or 08 123 45678 & ask.")
            ),
            phone,
            Stage(id="s1", order="a0", channels=("c1",)),
        ]
    )
    card = the(parsed(site(pathway, "en")["en/x.html"]), "//div[@class='care']")
    assert [(text(a), links(card)[0]) for a in found(card, ".//a")] == [
        ("08 123 4567", "tel:081234567")
    ]
    assert "room 112b, or 08 123 45678 & ask." in text(card)


def test_without_an_emergency_text_the_emergency_number_stands() -> None:
    document = parsed(site(Pathway([PathwayInfo(id="x")]), "en")["en/x.html"])
    assert links(the(document, "//div[@class='care emergency']")) == ["tel:112"]


def test_the_law_is_named_where_a_time_comes_from_it() -> None:
    target = TimeTarget(limit=read_span("3 kk"), basis=TimeBasis.LAW, law="TL-02")
    pathway = Pathway(
        [
            PathwayInfo(id="x", title=en("X")),
            Stage(id="s1", order="a0", time_targets=(target,)),
        ]
    )
    files = site(pathway, "en")
    for name in ("en/x.html", "en/professionals/x.html"):
        assert "By law: Health Care Act, section 51 a" in text(
            the(parsed(files[name]), "//*[@id='stage-s1']")
        )


def test_the_contents_open_to_every_stage_of_a_phase(sleep: _Element) -> None:
    contents = the(sleep, "//nav[@class='contents']")
    assert [text(e) for e in found(contents, ".//summary")] == ["1Contact", "2Care"]
    [care] = found(contents, ".//details[contains(., 'Care')]")
    assert [text(e) for e in found(care, ".//a")] == [
        "2.1 Group",
        "2.2 Follow-up",
        "2.3 All is well",
    ]


def test_the_leaflet_is_offered_where_there_is_one() -> None:
    published = Published(SLEEP, {"en": "sleep"})
    with speaking("en"):
        without = parsed(pathway_page(published, "en", ("en",), ""))
        offering = parsed(
            pathway_page(published, "en", ("en",), "", leaflet=published.leaflet("en"))
        )
    assert not [a for a in links(without) if a.endswith(".pdf")]
    assert "sleep.pdf" in links(offering)


def test_the_pathway_tells_who_answers_for_it_and_how_fresh_it_is(sleep: _Element) -> None:
    chain = text(the(sleep, "//section[@class='chain']"))
    for words in (
        "Owner Head physician, Example County",
        "Steering group 1 February 2026 (version 2)",
        "Last reviewed 15 January 2026",
        "Next review 15 January 2027",
        "Guideline on insomnia (guideline)",
    ):
        assert words in chain
    assert "Updated 1 February 2026" in text(sleep)


@pytest.mark.parametrize(
    ("status", "notice"),
    [
        (PathwayStatus.DRAFT, "Draft."),
        (PathwayStatus.IN_REVIEW, "Draft."),
        (PathwayStatus.APPROVED, ""),
        (PathwayStatus.PUBLISHED, ""),
        (PathwayStatus.ARCHIVED, "No longer in force."),
    ],
)
def test_what_is_not_approved_says_so_and_is_kept_from_search(
    status: PathwayStatus, notice: str
) -> None:
    pathway = Pathway([PathwayInfo(id="x", status=status)])
    document = parsed(site(pathway, "en")["en/x.html"])
    notices = [text(p) for p in found(document, "//p[@class='notice']")]
    assert [words.startswith(notice) for words in notices] == ([True] if notice else [])
    assert bool(found(document, "//meta[@name='robots']")) == bool(notice)


def test_a_text_missing_in_a_language_falls_back_and_says_in_which(
    files: dict[str, bytes],
) -> None:
    document = parsed(files["sv/somn.html"])
    assert attributes(document)["lang"] == "sv"
    stage = the(document, "//*[@id='stage-s1']")
    assert "Ta kontakt" in text(the(stage, ".//h3"))
    [diary] = found(stage, ".//*[@lang='en']/p[contains(., 'diary')]")
    assert text(diary) == "Keep a diary for a week."
    assert not found(stage, ".//*[@lang]//p[contains(., 'berättar')]")
    [channel] = found(stage, ".//a[@href='#channel-c1']/*")
    assert attributes(channel) == {"lang": "en"}


def test_the_language_switch_stays_on_the_page_and_on_the_stage(files: dict[str, bytes]) -> None:
    document = parsed(files["en/sleep.html"])
    assert links(the(document, "//nav[@class='languages']")) == ["../sv/somn.html"]
    foot = the(document, "//*[@id='stage-s1']/ul[@class='stage-foot']")
    assert "../sv/somn.html#stage-s1" in links(foot)
    assert text(foot).endswith("Svenska: Ta kontakt")
    alternates = found(document, "//link[@rel='alternate']")
    assert {attributes(a)["hreflang"]: attributes(a)["href"] for a in alternates} == {
        "en": "../en/sleep.html",
        "sv": "../sv/somn.html",
    }


def test_every_link_inside_the_site_leads_somewhere(files: dict[str, bytes]) -> None:
    anchors = {
        name: {attributes(e)["id"] for e in found(parsed(content), "//*[@id]")}
        for name, content in files.items()
        if name.endswith(".html")
    }
    for name in anchors:
        for address in links(parsed(files[name])):
            if re.match("https?:|tel:", address):
                continue
            if address.endswith(".pdf"):  # leaflets are made beside the pages, not by them
                continue
            path, _hash, anchor = address.partition("#")
            target = _joined(name, path) if path else name
            assert target in files, f"{name}: {address}"
            assert not anchor or anchor in anchors[target], f"{name}: {address}"


def _joined(page: str, address: str) -> str:
    parts = page.split("/")[:-1]
    for part in address.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_ids_are_unique(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if name.endswith(".html"):
            ids = [attributes(e)["id"] for e in found(parsed(content), "//*[@id]")]
            assert len(ids) == len(set(ids)), name


def test_the_picture_has_a_twin_in_words_and_links_to_the_stages(sleep: _Element) -> None:
    board = the(sleep, "//div[@class='board']")
    assert attributes(board)["tabindex"] == "0"
    assert {"#stage-s1", "#stage-s2", "#stage-s3", "#stage-s4"} == set(links(board))
    twin = the(sleep, "//ol[@class='twin']")
    assert [text(li) for li in found(twin, "./li")] == [
        (
            "1.1 Get in touch (Customer) Badly for over three months: 2.1 Group "
            "Sleep gets better: 2.3 All is well"
        ),
        (
            "2.1 Group (Health centre) After this: 2.2 Follow-up "
            "When needed: 1.1 Get in touch (Questions)"
        ),
        "2.2 Follow-up (Health centre)",
        "2.3 All is well (Health centre)",
    ]


def test_the_policy_comes_first_and_no_page_needs_more_than_it_allows(
    files: dict[str, bytes],
) -> None:
    for document in pages(files).values():
        first = attributes(found(document, "//meta")[0])
        assert (first["http-equiv"], first["content"]) == ("Content-Security-Policy", POLICY)
        assert not found(document, "//*[@style] | //style | //iframe | //form | //object")
        for script in map(attributes, found(document, "//script")):
            own = {"src"} == set(script) and re.fullmatch(r"(\.\./)+[a-z]+\.js", script["src"])
            assert own or script == {"type": "application/ld+json"}
        loaded = found(document, "//link[@rel='stylesheet']")
        assert [re.sub(r"^(\.\./)+", "", attributes(e)["href"]) for e in loaded] == [
            "theme.css",
            "style.css",
        ]


def test_the_headers_repeat_the_policy_and_forbid_framing(files: dict[str, bytes]) -> None:
    headers = files["_headers"].decode()
    assert f"{POLICY}; frame-ancestors 'none'" in headers
    assert "X-Content-Type-Options: nosniff" in headers


def test_phases_without_stages_are_left_out(sleep: _Element) -> None:
    assert "Nothing here" not in text(the(sleep, "//main"))


def test_stages_without_actor_or_phase_have_their_place() -> None:
    pathway = Pathway(
        [
            PathwayInfo(id="x", title=en("X")),
            Stage(id="s1", order="a0"),
            Handover(id="h1", source="s1", target="s1"),
        ]
    )
    document = parsed(site(pathway, "en")["en/x.html"])
    assert text(the(document, "//h2[@id='part-1']")) == "1 Other stages"
    assert text(the(document, "//*[@id='stage-s1']//h3")) == "1.1 Untitled"


def test_an_empty_pathway_makes_a_page() -> None:
    document = parsed(site(Pathway([PathwayInfo(id="x")]), "fi")["fi/x.html"])
    assert len(found(document, "//h1")) == 1
    assert not found(document, "//div[@class='board']")


def test_a_language_without_words_of_its_own_is_refused() -> None:
    with pytest.raises(ExportError, match="not in “se”"):
        site(SLEEP, "fi", "se")


def test_progress_can_stop_the_making() -> None:
    shares: list[float] = []

    def stop(share: float) -> None:
        shares.append(share)
        if share:
            raise CancelledError

    made = WEBSITE.build(SLEEP, Options(made_at=MADE_AT), stop)
    with pytest.raises(CancelledError):
        list(made)
    assert shares[0] == 0


def test_equal_pathways_make_equal_bytes(files: dict[str, bytes]) -> None:
    assert site(Pathway(reversed(RECORDS))) == files


@pytest.mark.parametrize(
    ("page", "golden_name"),
    [
        ("en/sleep.html", "website-page.html"),
        ("en/professionals/sleep.html", "website-professional-page.html"),
    ],
)
def test_the_page_is_as_reviewed(
    files: dict[str, bytes], golden: Golden, page: str, golden_name: str
) -> None:
    """From the main part on; the picture is left out: it has golden files of its own."""
    main = files[page].decode().partition("<main")[2].partition("</main>")[0]
    without_picture = re.sub(r'(<div class="board"[^>]*>).*?</svg>', r"\1", main, flags=re.DOTALL)
    without_icons = re.sub(r'<svg class="icon".*?</svg>', "", without_picture, flags=re.DOTALL)
    golden(golden_name, without_icons.encode())
