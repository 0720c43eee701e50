"""The field that links a time target to a legal time limit."""

from designer.ui.inspector.fields import Around, Field
from designer.ui.inspector.fields.choices import ChoiceField, Option
from model.codes.time_limits import LIMITS
from model.messages import _
from model.text import in_language


def law() -> Field:
    """Return a choice among the limits set by law; the goals of counties are not among them."""

    def options(around: Around) -> list[Option]:
        named = [
            Option(limit.id, f"{limit.id} {in_language(limit.name, around.language)}")
            for limit in LIMITS
            if limit.law
        ]
        return [Option("", _("(none)")), *named]

    return ChoiceField(options)
