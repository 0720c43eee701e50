"""The rules that checks ask."""

from typing import Final

from designer.commands.command import Command
from designer.commands.options import JSON, TEXT, Format, Language
from designer.terminal import show, show_json
from model.messages import LANGUAGES, N_


def rules(
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.rules import rule_data, rule_lines
    from model.checks import CHECKS

    if output == JSON:
        show_json([rule_data(rule) for rule in CHECKS])
    else:
        show(rule_lines(CHECKS))


COMMAND: Final = Command("rules", N_("List the rules that checks ask, with their grounds."), rules)
