"""The lists that drop-downs offer, in the language in force."""

from collections.abc import Mapping
from typing import Final

from exporters.excel.columns import Column
from exporters.excel.description import RECORD_SHEETS
from exporters.excel.kinds import Code
from exporters.excel.part_columns import OMASOTE_COLUMNS, TIME_COLUMNS
from exporters.excel.responsibility import answers_for
from exporters.excel.time_fields import time_field_names
from model.codes import Participation
from model.codes.names import name_of_code
from model.messages import _

LISTS_SHEET: Final = "ketjupaja lists"


def lists() -> Mapping[str, list[str]]:
    """Return the words of each list by its name; lists of records are not among them."""
    found: dict[str, list[str]] = {
        "yes_no": [_("yes"), _("no")],
        "responsibility": [answers_for(), *map(name_of_code, Participation)],
        "time_fields": time_field_names(),
    }
    for column in _columns():
        if isinstance(column.kind, Code):
            names = dict.fromkeys(map(name_of_code, column.kind.codes))
            found[column.kind.choices] = list(names)
    return found


def _columns() -> list[Column]:
    columns = [column for sheet in RECORD_SHEETS for column in sheet.columns]
    return [*columns, *TIME_COLUMNS, *OMASOTE_COLUMNS]


def list_name(choices: str) -> str:
    """Return the name by which formulas know a list."""
    return f"kp_list_{choices}"
