"""The catalogues: every text of the program in Finnish and Swedish, compiled, placeholders kept."""

import ast
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from model.messages import _, ngettext, pgettext, speaking

ROOT = Path(__file__).parent.parent
LANGUAGES = ("fi", "sv")
PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


@pytest.fixture(scope="module")
def texts_in_the_code(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    template = tmp_path_factory.mktemp("texts") / "ketjupaja.pot"
    subprocess.run(  # noqa: S603 - the command stands here
        [
            *(sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"),
            *("--mapping-file", "setup/babel.toml", "--no-location"),
            *("--output-file", str(template), "model", "exporters", "designer", "samples"),
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return read_po(BytesIO(template.read_bytes()))


def catalogue(language: str) -> Catalog:
    path = ROOT / "designer" / "locale" / language / "LC_MESSAGES" / "ketjupaja.po"
    return read_po(BytesIO(path.read_bytes()), locale=language)


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())  # type: ignore[arg-type]


def messages(of: Catalog) -> dict[tuple[str | None, str], Message]:
    return {(message.context, forms(message.id)[0]): message for message in of if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_no_other(language: str, texts_in_the_code: Catalog) -> None:
    theirs = messages(catalogue(language))
    assert set(theirs) == set(messages(texts_in_the_code))
    assert not [key for key, message in theirs.items() if not all(forms(message.string))]
    assert not [key for key, message in theirs.items() if message.fuzzy]


def test_no_text_hides_in_a_formatted_string() -> None:
    """What gathers the texts for translators does not look into f-strings."""
    hidden = [
        (path.name, call.lineno)
        for folder in ("model", "exporters", "designer", "samples")
        for path in (ROOT / folder).rglob("*.py")
        for string in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id in {"_", "N_", "ngettext", "pgettext"}
        if isinstance(call.args[0], ast.Constant)
    ]
    assert not hidden


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language: str) -> None:
    wrong = [
        (key, words)
        for key, message in messages(catalogue(language)).items()
        for words, said in zip(forms(message.string), forms(message.id), strict=True)
        if set(PLACEHOLDER.findall(words)) != set(PLACEHOLDER.findall(said))
        # One of several may say the number, too.
        and set(PLACEHOLDER.findall(words)) != set(PLACEHOLDER.findall(forms(message.id)[-1]))
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_reads_is_what_was_translated(language: str) -> None:
    with speaking(language):
        for (context, text), message in messages(catalogue(language)).items():
            one, *many = forms(message.string)
            if many:
                plural = forms(message.id)[1]
                found = [ngettext(text, plural, count) for count in (1, 2)]
            else:
                found = [pgettext(context, text) if context else _(text)]
            assert found == [one, *many]
