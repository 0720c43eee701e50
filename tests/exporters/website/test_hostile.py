"""Whatever people type stays text: no element, attribute, link or script comes of it."""

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml import etree
from lxml.etree import _Element
from msgspec.structs import replace

from model.codes import ContactKind
from model.parts import Contact, Link
from model.pathway import Pathway
from model.records import PathwayInfo, Stage
from tests.exporters.website.dom import attributes, found, links, parsed, text, the
from tests.exporters.website.filled import everything, filled, page, site, texts

HARMLESS = "harmless words"
HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "]]><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<style>*{display:none}</style>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "&lt;b&gt;&#60;i&#62;",
    "{{ 7 * 7 }}{% raw %}",
    "{placeholder} {0} %s %(name)s",
    "</title><base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "</div></section></main></body>",
    "<a href=javascript:alert(1)>here</a>",
    "\u2028alert(1)\u2029",
    "=cmd|' /C calc'!A0",
    "\\u003cscript\\u003e",
    "&",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_page_of_hostile_words_is_built_like_one_of_harmless_words(words: str) -> None:
    hostile = parsed(page_of(words))
    harmless = parsed(page_of(HARMLESS))
    assert list(skeleton(hostile)) == list(skeleton(harmless))
    assert text(the(hostile, "//h1")) == words.strip()


def skeleton(document: _Element) -> Iterator[str]:
    """Yield every element with the names of its attributes; a picture's own parts are its own."""
    for element in document.iter("*"):
        if not any(
            "board" in attributes(parent).get("class", "") for parent in element.iterancestors()
        ):
            yield " ".join([element.tag, *sorted(attributes(element))])
    yield f"{len(found(document, '//comment()'))} comments"


@cache
def page_of(words: str) -> bytes:
    """Return the page of a pathway in which every text is `words`."""
    return page(everything(lambda _place: words), "fi")


@pytest.mark.parametrize("words", HOSTILE)
def test_the_picture_in_the_page_stays_a_picture(words: str) -> None:
    board = the(parsed(page_of(words)), "//div[@class='board']")
    tags = {element.tag for element in board.iter("*")}
    assert not tags & {"script", "style", "foreignobject", "foreignObject", "iframe", "image"}
    for element in board.iter("*"):
        for name, value in attributes(element).items():
            assert not name.lower().startswith("on"), name
            assert name != "style"
            if name.endswith("href"):
                assert value.startswith("#")


@pytest.mark.parametrize("words", HOSTILE)
def test_linked_data_is_one_block_that_says_the_same(words: str) -> None:
    source = page_of(words).decode()
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script", source, re.DOTALL)
    blocks = [content for attributes, content in scripts if "src=" not in attributes]
    assert len(blocks) == 1
    assert not re.search("[<>&\u2028\u2029]", blocks[0])
    web_page, _breadcrumb, stages, *_routes = json.loads(blocks[0])["@graph"]
    assert web_page["name"] == words.strip()
    assert stages["itemListElement"][0]["item"]["name"] == words.strip()


BAD_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\server\\share",
    "https:\\\\evil.example",
    "ms-word:ofe|u|https://evil.example",
    "http://",
    "https:evil",
    "https://[::1",
    "mailto:",
    "URL(javascript:alert(1))",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_other_schemes_become_no_link(address: str) -> None:
    link = Link(title={"fi": "Linkki"}, url={"fi": address})
    stage = filled(Stage, lambda _place: HARMLESS, links=(link,), participants=(), channels=())
    pathway = Pathway(
        [
            PathwayInfo(id="info", title={"fi": "Uni"}, feedback=link, rights=(link,)),
            unlinked(stage),
        ]
    )
    files = site(pathway, "fi")
    document = parsed(files["fi/uni.html"])
    own = r"#|\.\./|index\.html$|ammattilaisille/uni\.html|uni\.pdf$|tel:112$"
    assert [address for address in links(document) if not re.match(own, address)] == []
    assert "Linkki" in text(document)
    published = json.loads(files["data/uni.json"])["feedback"]
    assert published["title"] == {"fi": "Linkki"}
    assert "url" not in published


def unlinked(stage: Stage) -> Stage:
    """Leave the stage without links to other records."""
    return replace(stage, actor=None, phase=None, omasote=())


def test_contacts_become_links_by_their_kind_only() -> None:
    contacts = (
        Contact(kind=ContactKind.PHONE, value="javascript:alert(1)"),
        Contact(kind=ContactKind.EMAIL, value="a@b.example?bcc=c@d.example"),
        Contact(kind=ContactKind.WEB, value="data:text/html,x"),
    )
    pathway = everything(lambda _place: HARMLESS)
    actor = pathway["a1"]
    changed = pathway.replacing({"a1": replace(actor, contacts=contacts)})
    addresses = links(parsed(page(changed, "fi")))
    assert [each for each in addresses if re.match("javascript|data:|mailto", each)] == []


def test_what_html_cannot_hold_is_left_out() -> None:
    words = "a\x00b\x0bc\ud800d\ufffee\u202ef"
    files = site(everything(lambda _place: words), "fi")
    for name, content in texts(files).items():
        assert re.search("[\x00\x0b\ufffe\u202e]", content) is None, name
    board = re.search(r'<div class="board".*?(<svg.*?</svg>)\s*</div>', page_text(files), re.DOTALL)
    assert board
    assert etree.fromstring(board[1]).tag == "{http://www.w3.org/2000/svg}svg"
    assert "abcdef" in page_text(files)


def page_text(files: dict[str, bytes]) -> str:
    [name] = [name for name in files if re.fullmatch(r"fi/(?!index)[^/]+\.html", name)]
    return files[name].decode()
