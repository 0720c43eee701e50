"""Corners of the rules on equal access that their two samples do not show."""

from datetime import date

from msgspec.structs import replace

from model.checks import COORDINATION, check
from model.checks.catalogue import CHECKS
from model.codes import ChannelKind
from model.records import Channel
from tests.pathways import build

TODAY = date(2026, 6, 1)
RULES = tuple(rule for rule in CHECKS if rule.id == "ACC-02")


def test_of_which_channels_it_is_unknown_is_said_once() -> None:
    chat = Channel(id="c0", order="a0", kind=ChannelKind.CHAT, digital=True, name={"fi": "Chat"})
    form = replace(chat, id="c1", order="a1", name={"fi": "Lomake"})
    known = replace(chat, id="c2", order="a2", authentication=False)
    helped = replace(chat, id="c3", order="a3", support={"fi": "Digituki neuvoo."})
    report = check(build(chat, form, known, helped), COORDINATION, TODAY, RULES)
    assert report.findings == ()
    (unknown,) = report.not_evaluated
    assert unknown.about is None
    assert unknown.reason.endswith("“Chat”, “Lomake”.")
