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
    yield "# " + _("Rules of the checks")
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
    for label, text in _explanation(rule):
        yield f"- **{label}:** {text}"


def _explanation(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield what is said of a rule, each after its label, in Markdown."""
    yield _("What the rule looks for"), _plain(_(rule.finds))
    yield _("Why it matters"), _plain(_(rule.why))
    yield _("How to put it right"), _plain(_(rule.put_right))
    yield _("Source"), _plain(rule.source)
    yield _("How heavy it weighs"), weights(rule)
    if rule.fixes:
        yield _("Quick fixes"), "; ".join(_plain(_(fix.title)) for fix in rule.fixes)
    if rule.thresholds:
        numbers = ", ".join(f"`{name} = {number}`" for name, number in rule.thresholds.items())
        yield _("Numbers that an organisation may change"), numbers
    samples = samples_of(rule)
    words = {"finds": _("a pathway with a finding"), "silent": _("one without")}
    yield _("Samples"), ", ".join(f"[{words[each]}](../../{samples[each]})" for each in samples)


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
