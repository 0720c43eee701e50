"""The command line: everything but drawing, without a screen and without Qt.

Results go to stdout, messages to stderr. Exit codes: 0 done and clean, 1 findings of the
severity error or something that could not be done, 2 a file that cannot be read or a command
that is not understood. Heavy imports stand where they are used, so that a check starts fast.
"""

import os
import sys
from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from designer.terminal import (
    FAILED,
    LANGUAGE_VARIABLE,
    UNREADABLE,
    NotUnderstoodError,
    RefusedError,
    faults_in_words,
    language_of_environment,
    progress_bar,
    refuse_existing,
    save_unless_changed,
    show,
    show_json,
    tell,
    use_utf8,
    writing,
)
from model import file
from model.file import UnreadableFileError
from model.messages import LANGUAGES, N_, _, speak
from model.pathway import Pathway
from model.storage import reason_of

T = TypeVar("T")


TEXT, JSON = "text", "json"
SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _speak(code: str) -> str:
    if code not in LANGUAGES:
        raise NotUnderstoodError(
            _("“{code}” is not a language of the program; those are {known}.").format(
                code=code, known=", ".join(LANGUAGES)
            )
        )
    speak(code)
    return code


def _output(name: str) -> str:
    return _named(name, {each: each for each in (TEXT, JSON)})


File = Annotated[Path, typer.Argument(help=N_("the pathway file"))]
Force = Annotated[bool, typer.Option("--force", help=N_("replace a file that exists"))]
Language = Annotated[
    str,
    typer.Option(
        "--lang",
        envvar=LANGUAGE_VARIABLE,
        callback=_speak,
        is_eager=True,
        help=N_("language of what is printed: fi, sv or en"),
    ),
]
Format = Annotated[
    str,
    typer.Option("--format", callback=_output, help=N_("for people (text) or programs (json)")),
]

app = typer.Typer(
    name="ketjupaja",
    help=N_(
        "Draw care and service pathways, see what is missing, publish them. "
        "With a file or nothing, the window opens."
    ),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - how typer calls it
    if wanted:
        sys.stdout.write(f"ketjupaja {version('ketjupaja')}\n")
        raise typer.Exit


@app.callback()
def _root(
    *,
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_show_version, help=N_("say which version this is")
        ),
    ] = False,
) -> None:
    """Stand for what concerns all commands."""


@app.command("open", help=N_("Open the window, on a pathway file or on the start screen."))
def open_window(
    path: Annotated[Path | None, typer.Argument(help=N_("the pathway file"))] = None,
) -> None:
    if sys.platform == "linux" and not any(map(os.environ.get, SCREEN_VARIABLES)):
        raise RefusedError(_("The window cannot be opened: there is no screen here."))
    try:
        from designer.ui.app import run
    except ImportError as error:  # a system library that Qt needs
        raise RefusedError(
            _("The window cannot be opened on this computer: {reason}").format(reason=error)
        ) from error
    raise typer.Exit(run(path))


@app.command("new", help=N_("Make a new pathway file from a template."))
def new(
    path: File,
    template: Annotated[str, typer.Option(help=N_("which template"))] = "empty",
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001 - speaks when it is read
) -> None:
    from model.edits import with_new_identity
    from samples import TEMPLATES

    source = _named(template, {each.name: each for each in TEMPLATES})
    _write(with_new_identity(file.read(source.path)), path, force=force)


@app.command("import", help=N_("Make a pathway file from an outline (docs/outline.md)."))
def import_outline(
    source: Annotated[Path, typer.Argument(help=N_("the outline, a YAML file"))],
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from exporters.outline import LARGEST, OutlineError, decoded, read

    try:
        imported = read(decoded(_beginning_of(source, LARGEST + 1)))
    except OutlineError as error:
        raise UnreadableFileError(f"{source}: {error}") from error
    _write(imported.pathway, out, force=force)
    for left in imported.left_out:
        tell(
            _("{file}, line {line}: {words}").format(file=source, line=left.line, words=left.words)
        )


@app.command("check", help=N_("Say what is missing or wrong in pathway files."))
def check_files(  # noqa: PLR0913 - one for each option
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    profile: Annotated[
        str | None,
        typer.Option(
            help=N_(
                "how strict: workshop, coordination, publishing or organisation; else by your "
                "organisation’s ketjupaja.toml, and without one as each pathway’s status asks"
            )
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=N_("text, json, sarif, html or xlsx; else as the name after --out ends"),
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help=N_("the file to write the report to; else it is shown"))
    ] = None,
    *,
    links: Annotated[
        bool, typer.Option("--links", help=N_("ask over the network whether web addresses answer"))
    ] = False,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from platformdirs import user_config_path

    from designer.checking.output import format_asked_for, put, refuse_place
    from designer.checking.profiles import ProfileChoice
    from designer.checking.run import (
        asking_the_web,
        check_run,
        every_rule,
        exit_code,
    )

    format = format_asked_for(output, out)
    refuse_place(out, format, force=force)
    choice = ProfileChoice(profile, user_config_path("ketjupaja", appauthor=False))
    now = datetime.now().astimezone()
    run = check_run(files, choice, now, asking_the_web if links else every_rule)
    put(run, format, out, force=force)
    raise typer.Exit(exit_code(run))


@app.command("export", help=N_("Write a pathway in another format."))
def export_file(
    path: File,
    to: Annotated[str, typer.Option(help=N_("the format; “formats” lists them"))],
    out: Annotated[Path, typer.Option(help=N_("the file or folder to write"))],
    lang: Annotated[
        list[str] | None,
        typer.Option(help=N_("language to write, several times for several; else the pathway’s")),
    ] = None,
) -> None:
    from exporters import EXPORTERS
    from exporters.exporter import Options
    from exporters.writing import export

    exporter = _named(to, {each.name: each for each in EXPORTERS})
    pathway = file.read(path)
    if _is_one_file(out, path):
        raise RefusedError(
            _("{file}: the pathway itself is there; give the export another name.").format(file=out)
        )
    _check_languages(lang or (), pathway)
    options = Options(languages=tuple(lang or ()), made_at=datetime.now().astimezone())
    with progress_bar(_(exporter.title)) as progress:
        export(exporter, pathway, options, out, progress)
    tell(_("{format}: {file}").format(format=_(exporter.title), file=out))
    for loss in exporter.losses(pathway, options):
        tell(loss)


@app.command("approve", help=N_("Approve pathways for publishing, as they are in their files."))
def approve_files(
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    role: Annotated[
        list[str],
        typer.Option(help=N_("by which role; of several languages each: fi=… and sv=…")),
    ],
    organisation: Annotated[
        list[str] | None, typer.Option(help=N_("of which organisation, likewise"))
    ] = None,
    on: Annotated[str | None, typer.Option(help=N_("on what day (YYYY-MM-DD), else today"))] = None,
    lang: Language = LANGUAGES[0],
) -> None:
    from platformdirs import user_config_path

    from designer.publishing.approving import Approving, by_language, day, run

    now = datetime.now().astimezone()
    asked = Approving(
        targets=files,
        role=by_language(role, lang, "--role"),
        organisation=by_language(organisation or (), lang, "--organisation"),
        on=day(on, "--on") if on else now.date(),
    )
    raise typer.Exit(run(asked, user_config_path("ketjupaja", appauthor=False), now))


@app.command("publish", help=N_("Publish approved pathways as a website."))
def publish_files(  # noqa: PLR0913, PLR0917 - one for each option
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    out: Annotated[
        Path | None,
        typer.Option(help=N_("the folder of the site; else that of your ketjupaja.toml")),
    ] = None,
    languages: Annotated[
        str | None,
        typer.Option(help=N_("languages of all pathways, such as fi,sv; else each in its own")),
    ] = None,
    address: Annotated[
        str | None, typer.Option(help=N_("where the site will lie, such as https://…"))
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(help=N_("a CSS file with the colours of your organisation"))
    ] = None,
    logo: Annotated[Path | None, typer.Option(help=N_("a logo, PNG or SVG"))] = None,
    withdraw: Annotated[
        list[str] | None,
        typer.Option(help=N_("take this pathway off the site, by the name of its page")),
    ] = None,
    *,
    preview: Annotated[
        bool,
        typer.Option("--preview", help=N_("make drafts as they are, each page marked as a draft")),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("only say what would go out, what not and why"))
    ] = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from platformdirs import user_config_path

    from designer.publishing.command import Asked, run
    from designer.publishing.earlier import PREVIEW, SITE

    asked = Asked(
        targets=files,
        out=out,
        languages=languages,
        address=address,
        theme=theme,
        logo=logo,
        withdraw=withdraw or (),
        kind=PREVIEW if preview else SITE,
        writes=not dry_run,
    )
    settings = user_config_path("ketjupaja", appauthor=False)
    raise typer.Exit(run(asked, settings, datetime.now().astimezone().date()))


@app.command("compare", help=N_("Say in words how two states of a pathway differ."))
def compare_files(
    path: File,
    other: Annotated[
        Path | None, typer.Argument(help=N_("the other file; the differences lead to it"))
    ] = None,
    milestone: Annotated[
        str | None,
        typer.Option(help=N_("compare with this milestone in the file instead: from it to now")),
    ] = None,
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.merging import comparison_data, comparison_lines, milestone_named
    from model.describe import compare
    from model.messages import spoken_language

    if (other is None) is (milestone is None):
        raise NotUnderstoodError(_("Name either another file or a milestone to compare with."))
    pathway = file.read(path)
    if other is not None:
        before, after = pathway, file.read(other)
    else:
        before, after = milestone_named(pathway, milestone or ""), pathway
    comparison = compare(before, after, spoken_language())
    if output == JSON:
        show_json(comparison_data(comparison))
    else:
        show(comparison_lines(comparison))


@app.command("merge", help=N_("Merge pathway files into one; what clashes becomes questions."))
def merge_files(  # noqa: PLR0913 - one for each option
    path: File,
    others: Annotated[list[Path], typer.Argument(help=N_("the files to merge into it"))],
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    base: Annotated[
        Path | None, typer.Option(help=N_("the file from which all of them were made"))
    ] = None,
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.merging import merged_files

    refuse_existing(out, force=force)
    merged = merged_files(path, others, base)
    show(merged.lines)
    _write(merged.pathway, out, force=force)
    if merged.conflicts:
        raise typer.Exit(FAILED)


@app.command("update", help=N_("Bring filled-in workbooks back into a pathway (docs/excel.md)."))
def update_file(  # noqa: PLR0913 - one for each option
    path: File,
    books: Annotated[
        list[Path], typer.Option("--from", help=N_("the workbook; several times for several"))
    ],
    out: Annotated[
        Path | None, typer.Option(help=N_("the pathway file to write; else the file itself"))
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("only say what would change; write nothing"))
    ] = False,
    delete_missing: Annotated[
        bool, typer.Option("--delete-missing", help=N_("remove what has no row any more"))
    ] = False,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.updating import (
        UnreadableBookError,
        book_at,
        update_lines,
        updated,
        updated_with_removals,
    )

    if out is not None and not dry_run:
        refuse_existing(out, force=force)
    pathway = file.read(path)
    update = updated_with_removals if delete_missing else updated
    try:
        done = update(pathway, map(book_at, books))
    except UnreadableBookError as error:
        for line in error.lines:
            tell(line)
        raise typer.Exit(UNREADABLE) from error
    show(update_lines(pathway, done))
    if not dry_run and (done.change or out is not None):
        after, _done = done.change.applied_to(pathway)
        if out is None or _is_one_file(out, path):
            save_unless_changed(after, path, pathway)
        else:
            _write(after, out, force=True)
    if done.questions:
        raise typer.Exit(FAILED)


@app.command("repair", help=N_("Write what is still whole of a damaged pathway file."))
def repair_file(
    path: File,
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from model.repair import salvage

    refuse_existing(out, force=force)
    if _is_one_file(out, path):
        raise RefusedError(
            _("{file}: the damaged file itself is there; give the new one another name.").format(
                file=out
            )
        )
    try:
        salvaged = salvage(file.contents(path))
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error
    _write(salvaged.pathway, out, force=force)
    for line, words in salvaged.lost:
        tell(_("{file}, line {line}: {words}").format(file=path, line=line, words=words))
    if salvaged.lost:
        raise typer.Exit(FAILED)
    tell(_("{file}: the file is whole.").format(file=path))


@app.command("info", help=N_("Say what a pathway file holds."))
def info(
    path: File,
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.listing import info_data, info_lines

    pathway = file.read(path)
    if output == JSON:
        show_json(info_data(path, pathway))
    else:
        show(info_lines(path, pathway))


@app.command("rules", help=N_("List the rules that checks ask, with their grounds."))
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


@app.command("formats", help=N_("List the formats that a pathway can be exported in."))
def formats(
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.listing import format_data, format_lines
    from exporters import EXPORTERS

    if output == JSON:
        show_json([format_data(exporter) for exporter in EXPORTERS])
    else:
        show(format_lines(EXPORTERS))


def _is_one_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # there is no such file yet
        return False


def _check_languages(codes: Sequence[str], pathway: Pathway) -> None:
    """Refuse languages that neither the program nor the pathway speaks."""
    known = dict.fromkeys((*LANGUAGES, *pathway.info.languages, *pathway.info.title))
    for code in codes:
        _named(code, {each: each for each in known})


def _named(name: str, known: Mapping[str, T]) -> T:
    if name not in known:
        raise NotUnderstoodError(
            _("“{name}” is not known; known are {known}.").format(name=name, known=", ".join(known))
        )
    return known[name]


def _beginning_of(path: Path, count: int) -> bytes:
    """Return that many bytes of a file, or all when it has fewer."""
    try:
        with path.open("rb") as stream:
            return stream.read(count)
    except OSError as error:
        raise UnreadableFileError(
            _("{file}: the file cannot be read ({reason}).").format(
                file=path, reason=reason_of(error)
            )
        ) from error


def _write(pathway: Pathway, path: Path, *, force: bool) -> None:
    refuse_existing(path, force=force)
    with writing(path):
        file.save(pathway, path)


def _in_own_language(command: Any) -> None:
    """Translate the help of a command and of all below it, once the language is known."""
    command.help = _(command.help) if command.help else None
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)
    for below in getattr(command, "commands", {}).values():
        _in_own_language(below)


def with_command(arguments: Sequence[str], commands: Container[str]) -> list[str]:
    """Put in the command that is meant when the first argument is a file, or none is given."""
    if arguments and (arguments[0] in commands or arguments[0].startswith("-")):
        return list(arguments)
    if arguments and not os.path.lexists(arguments[0]):
        raise NotUnderstoodError(
            _("“{name}” is neither a file nor a command; see ketjupaja --help.").format(
                name=arguments[0]
            )
        )
    return ["open", *arguments]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line, by default the process's own, and exit."""
    use_utf8()
    speak(language_of_environment())
    command: Any = typer.main.get_command(app)
    _in_own_language(command)
    given = sys.argv[1:] if arguments is None else arguments
    with faults_in_words():
        arguments = with_command(given, command.commands)
        sys.exit(command.main(arguments, prog_name="ketjupaja", standalone_mode=False))


if __name__ == "__main__":
    main()
