"""Everything that must be there, in the order of the sections' reading."""

from model.checks import required_language_missing
from model.checks.public_texts import is_published, public_texts
from model.completeness.look import Look
from model.completeness.of_handovers import REFERRALS, WAYS
from model.completeness.of_stages import ACTORS, CHANNELS, STAGES
from model.completeness.of_the_pathway import (
    ARC,
    BASICS,
    HELP,
    METRICS,
    PARTICIPATION,
    PUBLISHING,
    RESPONSIBILITIES,
)
from model.completeness.parts import Role, Section
from model.completeness.requirement import Requirement, as_asked_by, given_by
from model.messages import N_
from model.records import AnyRecord, Record

_LANGUAGES = required_language_missing.RULE
_in_all_languages = as_asked_by(_LANGUAGES)


def _is_translated(record: AnyRecord, look: Look) -> bool:
    """Whether its texts are asked for in several languages.

    In a pathway of one language, to be written in it says nothing that other requirements do
    not: only what stands in another language instead is missing.
    """
    if not is_published(record, look.pathway) or not any(public_texts(record)):
        return False
    return len(look.review.languages) > 1 or not _in_all_languages(record, look)


LANGUAGES = (
    Requirement(
        section=Section.LANGUAGES, kind=Record, given=given_by(Role.COMMUNICATIONS),
        when=_is_translated, there=_in_all_languages, rule=_LANGUAGES,
        what=N_("texts in all languages required"), reads=_LANGUAGES.reads,
    ),
)  # fmt: skip

REQUIREMENTS: tuple[Requirement, ...] = (
    *BASICS,
    *ARC,
    *RESPONSIBILITIES,
    *HELP,
    *STAGES,
    *WAYS,
    *REFERRALS,
    *ACTORS,
    *CHANNELS,
    *METRICS,
    *PARTICIPATION,
    *LANGUAGES,
    *PUBLISHING,
)
