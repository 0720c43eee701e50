"""Municipalities are typed by name and stored by code."""

from typing import Any

from designer.ui.inspector.fields import Around, MakeField, typed
from designer.ui.inspector.fields.wording import UnreadableWordsError
from model.codes.ptv import municipalities
from model.messages import N_, _
from model.text import in_language


class MunicipalitiesWording:
    """Names with commas between them; a code that is not on the list is shown as it is."""

    def words(self, value: Any, around: Around) -> str:
        known = municipalities()
        return ", ".join(
            in_language(known[code].names, around.language) if code in known else code
            for code in value
        )

    def value(self, words: str, before: Any, around: Around) -> Any:
        del around
        codes = {
            name.casefold(): code
            for code, entry in municipalities().items()
            for name in entry.names.values()
        }
        typed_names = [part.strip() for part in words.split(",") if part.strip()]
        found = {
            name: name if name in before or name in municipalities() else codes.get(name.casefold())
            for name in typed_names
        }
        unknown = [name for name, code in found.items() if code is None]
        if unknown:
            raise UnreadableWordsError(
                _("“{name}” is not the name of a municipality.").format(name=unknown[0])
            )
        return tuple(dict.fromkeys(found.values()))

    def hint(self, _value: Any, _around: Around) -> str:
        return ""


def municipality_names() -> MakeField:
    return typed(MunicipalitiesWording(), hint=N_("names with commas between; empty: everywhere"))
