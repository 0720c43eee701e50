"""`python -m designer.rule_pages`: writes what each rule is about, a page for each language.

Pages are Markdown, in `docs/rules`; a rule's place in them is its id in small letters.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from designer.rules import samples_of, weights
from designer.terminal import use_utf8
from model.checks import CHECKS, Rule
from model.checks.groups import GROUPS, group_of
from model.messages import LANGUAGES, _, speaking

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in r"\`*_[]<>|#"})


def page(language: str) -> str:
    """Return the page on all rules in a language."""
    with speaking(language):
        return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield f"# {_('Rules of the checks')}"
    yield ""
    yield _("This page is made from the program by “python -m designer.rule_pages”.")
    groups = [(key, list(rules)) for key, rules in groupby(CHECKS, lambda rule: group_of(rule.id))]
    yield ""
    for key, rules in groups:
        links = " · ".join(f"[{rule.id}](#{rule.id.lower()})" for rule in rules)
        yield f"- {_(GROUPS[key])}: {links}"
    for key, rules in groups:
        yield ""
        yield f"## {_(GROUPS[key])}"
        for rule in rules:
            yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    yield ""
    yield f'<a id="{rule.id.lower()}"></a>'
    yield ""
    yield f"### {rule.id} {_plain(_(rule.title))}"
    yield ""
    for label, text in (
        (_("What the rule looks for"), _(rule.finds)),
        (_("Why it matters"), _(rule.why)),
        (_("How to put it right"), _(rule.put_right)),
        (_("Source"), rule.source),
    ):
        yield f"- **{label}:** {_plain(text)}"
    yield f"- **{_('How heavy it weighs')}:** {weights(rule)}"
    if rule.fixes:
        titles = "; ".join(_plain(_(fix.title)) for fix in rule.fixes)
        yield f"- **{_('Quick fixes')}:** {titles}"
    if rule.thresholds:
        numbers = ", ".join(f"`{name} = {number}`" for name, number in rule.thresholds.items())
        yield f"- **{_('Numbers that an organisation may change')}:** {numbers}"
    samples = samples_of(rule)
    finds = f"[{_('a pathway with a finding')}](../../{samples['finds']})"
    silent = f"[{_('one without')}](../../{samples['silent']})"
    yield f"- **{_('Samples')}:** {finds}, {silent}"


def _plain(text: str) -> str:
    """Return a text of which no letter means anything in Markdown."""
    return text.translate(_SPECIAL)


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        (FOLDER / f"{language}.md").write_text(
            page(language) + "\n", encoding="utf-8", newline="\n"
        )


if __name__ == "__main__":
    use_utf8()
    write()
