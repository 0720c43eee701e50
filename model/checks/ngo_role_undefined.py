"""NGO without a role or a contact."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, title
from model.codes import Sector, Severity
from model.messages import N_, _
from model.records import Actor


def check(actor: Actor, review: Review) -> Iterator[Said]:
    del review
    if actor.sector is not Sector.NGO:
        return
    has_contact = any(contact.value or contact.text for contact in actor.contacts)
    missing = {
        **({} if actor.role else {"role": _("what its part in the pathway is")}),
        **({} if has_contact else {"contacts": _("how to contact it")}),
    }
    if missing:
        message = _("Of the NGO “{title}” it is not said {missing}.").format(
            title=title(actor), missing=joined(list(missing.values()))
        )
        yield Said(about=actor.id, message=message, field=next(iter(missing)))


RULE = Rule(
    id="NGO-02",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("NGO without a role or a contact"),
    finds=N_(
        "An NGO of which it is not written what it does in the pathway, or how to contact it."
    ),
    why=N_("“Third sector” alone sends nobody anywhere: professionals guide to what they know."),
    put_right=N_("Write in a sentence what the NGO does, and a phone number or web page."),
    source="HUS hoitoketjut (NGOs with their roles)",
    each=Actor,
    check=check,
)
