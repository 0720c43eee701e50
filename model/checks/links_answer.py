"""Whether web addresses answer: asked on demand, never while drawing.

The network is asked by a function that is handed in; here is what its answers mean. What could
not be asked is not evaluated, and nothing is said against the address.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from model.checks import broken_link
from model.checks.finding import Rule, Said
from model.checks.public_texts import is_published
from model.checks.review import Review
from model.checks.web_addresses import addresses, fault
from model.checks.wording import named
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway

_UNREADABLE = {401, 403}
_GONE = {404, 410}
_LEADING_ON = 300
_REFUSED = 400
_FAILED = 500


class Unasked(Enum):
    """Why an address could not be asked; the values are message ids."""

    NO_NETWORK = N_("the network is away.")
    ASIDE = N_("it leads on into an internal network, where it is not followed.")
    UNTRUSTED = N_("this computer does not trust the website’s certificate.")


class Answer(Struct, frozen=True, kw_only=True):
    """What an address answered: the last HTTP status, None when there was no answer at all."""

    status: int | None = None
    unasked: Unasked | None = None


Fetch = Callable[[str], Answer]
"""Ask for an http or https address, following redirections; never raises for a dead one."""


def addresses_to_ask(pathway: Pathway) -> tuple[str, ...]:
    """Return the addresses that readers are led to, each once; those of a wrong form are not."""
    return tuple(_where(pathway))


def rule_that_asks(fetch: Fetch) -> Rule:
    """Return the rule on broken links as one that also asks whether addresses answer.

    It weighs the same in every profile: whoever has addresses asked wants to hear of them.
    """

    def check(review: Review) -> Iterator[Said]:
        for record in review.pathway.values():
            yield from broken_link.check(record, review)
        yield from links_that_do_not_answer(review.pathway, fetch)

    return replace(broken_link.RULE, severities={}, each=None, check=check, fixes=())


def links_that_do_not_answer(pathway: Pathway, fetch: Fetch) -> Iterator[Said]:
    """Ask each address once; say of the records where it stands when readers cannot read it."""
    for address, places in _where(pathway).items():
        answer = fetch(address)
        said = _of(answer)
        if said is None:
            continue
        for about, field in places:
            message = _("At “{title}” the address “{address}”: {said}").format(
                title=named(pathway[about], pathway), address=address, said=said
            )
            evaluated = answer.unasked is None and not _may_be_passing(answer)
            yield Said(about=about, message=message, field=field, evaluated=evaluated)


def _where(pathway: Pathway) -> dict[str, list[tuple[Id, str]]]:
    """Return where each address of the right form stands, in reading order of the records."""
    where = defaultdict[str, list[tuple[Id, str]]](list)
    for record in pathway.values():
        if is_published(record, pathway):
            for field, written in dict.fromkeys(addresses(record)):
                if written.startswith(("http://", "https://")) and fault(written) is None:
                    where[written].append((record.id, field))
    return where


def _of(answer: Answer) -> str | None:
    """Return what is to be said of an address, None when readers can read what is there."""
    if answer.unasked is not None:
        return _(answer.unasked.value)
    if answer.status is None:
        return _("nothing answers there.")
    words = _of_status(answer.status)
    return words and _(words).format(status=answer.status)


def _of_status(status: int) -> str | None:
    match status:
        case _ if status in _GONE:
            return N_("there is no such page any more ({status}).")
        case _ if status in _UNREADABLE:
            return N_("the page opens only to those who log in ({status}).")
        case _ if status >= _FAILED:
            return N_("the website does not work now ({status}).")
        case _ if _LEADING_ON <= status < _REFUSED:
            return N_("it leads on and on, and never to a page ({status}).")
    return None


def _may_be_passing(answer: Answer) -> bool:
    return answer.status is not None and answer.status >= _FAILED
