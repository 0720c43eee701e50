"""Whether web addresses answer: asked on demand, never while drawing.

The network is asked by a function that is handed in; here is what its answers mean. Where
nothing at all answers, the network is away, and nothing is said against the addresses.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from msgspec import Struct

from model.checks.finding import Said
from model.checks.public_texts import is_published
from model.checks.web_addresses import addresses, fault
from model.checks.wording import named
from model.ids import Id
from model.messages import _
from model.pathway import Pathway

_UNREADABLE = {401, 403}
_GONE = {404, 410}
_FAILED = 500


class Answer(Struct, frozen=True, kw_only=True):
    """What an address answered: the last HTTP status, None when there was no answer at all."""

    status: int | None = None


Fetch = Callable[[str], Answer]
"""Ask for an http or https address, following redirections; never raises for a dead one."""


def links_that_do_not_answer(pathway: Pathway, fetch: Fetch) -> Iterator[Said]:
    """Ask each address once; say of the records where it stands when readers cannot read it."""
    where = _where(pathway)
    answers = {address: fetch(address) for address in where}
    offline = all(answer.status is None for answer in answers.values())
    for address, answer in answers.items():
        said = _("The network is away.") if offline else _of(answer)
        if said is None:
            continue
        for about, field in where[address]:
            message = _("At “{title}” the address “{address}”: {said}").format(
                title=named(pathway[about], pathway), address=address, said=said
            )
            evaluated = not offline and not _may_be_passing(answer)
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
    match answer.status:
        case None:
            return _("nothing answers there.")
        case status if status in _GONE:
            return _("there is no such page any more ({status}).").format(status=status)
        case status if status in _UNREADABLE:
            return _("the page opens only to those who log in ({status}).").format(status=status)
        case status if status >= _FAILED:
            return _("the website does not work now ({status}).").format(status=status)
        case _:
            return None


def _may_be_passing(answer: Answer) -> bool:
    return answer.status is not None and answer.status >= _FAILED
