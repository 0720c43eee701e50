"""No “how to get help”: the pathway, and each stage where one comes in, tells how to make contact.

A stage tells it by a contact of one of its channels or of the actor who answers for it. Self-care
begins without contact.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.parts import Contact
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, PathwayInfo, Record, Stage


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    match record:
        case PathwayInfo(how_to_get_help=text) if not text:
            message = _("The pathway does not tell how to get help.")
            yield Said(about=record.id, message=message, field="how_to_get_help")
        case Stage(start=True, public=True) if record.kind is not StageKind.SELF_CARE:
            if not any(_says_how(contact) for contact in _contacts(record, review.pathway)):
                message = _("“{title}” is a start but does not tell how to make contact.")
                yield Said(
                    about=record.id, message=message.format(title=title(record)), field="channels"
                )


def _contacts(stage: Stage, pathway: Pathway) -> Iterator[Contact]:
    for id in stage.channels:
        channel = pathway.find(Channel, id)
        if channel is not None:
            yield from channel.contacts
    actor = pathway.find(Actor, stage.actor)
    if actor is not None:
        yield from actor.contacts


def _says_how(contact: Contact) -> bool:
    return bool(contact.value or contact.text)


RULE = Rule(
    id="CUS-03",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("No “how to get help”"),
    finds=N_("A pathway, or a stage where customers come in, that does not tell how to get help."),
    why=N_("“What do I do when I get worried?” is the first question of everyone who reads."),
    put_right=N_("Write how to get help, and give each start a channel with a number or address."),
    source="Keski-Suomi “Miten toimin, kun huoli herää?”; Kainuu programme",
    each=Record,
    check=check,
)
