"""The command line: exit codes, what goes to which stream, and that no screen is needed."""

import codecs
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from designer.cli import main, with_command
from designer.opening import SCREEN_VARIABLES
from exporters.exporter import in_groups
from exporters.formats import EXPORTERS, IMPORTERS
from exporters.mermaid import MERMAID
from model import edits, file
from model.checks import CHECKS
from model.codes import PathwayStatus, StageKind
from model.pathway import Pathway
from model.records import Waiver
from samples import SAMPLES, TEMPLATES
from tests.pathways import At, build

ROOT = Path(__file__).parents[2]
OUTLINE = ROOT / "samples" / "outlines" / "nepsy.yaml"
NEPSY = ROOT / "samples" / "nepsy.ketju"


def edited(pathway: Pathway, **fields: object) -> Pathway:
    return edits.update(pathway, pathway.info.id, **fields).applied_to(pathway)[0]


class Result(NamedTuple):
    code: int
    out: str
    err: str


class Ketjupaja:
    """Runs command lines in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Result:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        out, err = self._capsys.readouterr()
        return Result(int(end.value.code or 0), out, err)


@pytest.fixture
def ketjupaja(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ketjupaja:
    monkeypatch.setenv("KETJUPAJA_LANG", "en")
    return Ketjupaja(capsys)


@pytest.fixture
def laneless(tmp_path: Path) -> Path:
    """Write a file with a stage that nobody answers for, which every profile calls an error."""
    path = tmp_path / "laneless.ketju"
    file.save(build(phases=["Hoito"], stages=[At("Käynti", actor=None)]), path)
    return path


class TestCheck:
    def test_findings_are_results_and_end_with_1(
        self, ketjupaja: Ketjupaja, laneless: Path
    ) -> None:
        result = ketjupaja("check", laneless, "--profile", "workshop")
        assert (result.code, result.err) == (1, "")
        assert re.search(r"^Errors \(\d+\)$", result.out, re.MULTILINE)
        assert re.search(r"^  RES-01 .*“Käynti”", result.out, re.MULTILINE)
        assert re.search(
            r"\d+ errors?, \d+ warnings?, .*not evaluated", result.out.splitlines()[-1]
        )

    def test_a_finding_names_its_place_once(self, ketjupaja: Ketjupaja, laneless: Path) -> None:
        lines = ketjupaja("check", laneless).out.splitlines()
        named = next(line for line in lines if line.startswith("  RES-01"))
        assert "Käynti" in named
        assert "stage “Käynti”" not in lines[lines.index(named) + 1]

    @pytest.mark.parametrize(
        ("status", "profile"),
        [
            (PathwayStatus.DRAFT, "workshop"),
            (PathwayStatus.IN_REVIEW, "coordination"),
            (PathwayStatus.APPROVED, "publishing"),
            (PathwayStatus.PUBLISHED, "publishing"),
            (PathwayStatus.ARCHIVED, "publishing"),
        ],
    )
    def test_without_a_profile_the_status_decides(
        self, ketjupaja: Ketjupaja, laneless: Path, status: PathwayStatus, profile: str
    ) -> None:
        file.save(edited(file.read(laneless), status=status), laneless)
        (told,) = json.loads(ketjupaja("check", laneless, "--format", "json").out)["files"]
        assert told["profile"] == profile
        asked = ketjupaja("check", laneless, "--format", "json", "--profile", "coordination").out
        assert json.loads(asked)["files"][0]["profile"] == "coordination"

    def test_json_tells_the_same(self, ketjupaja: Ketjupaja, laneless: Path) -> None:
        (told,) = json.loads(ketjupaja("check", laneless, "--format", "json").out)["files"]
        finding = next(each for each in told["findings"] if each["rule"] == "RES-01")
        assert finding["about"] == "s0"
        assert finding["severity"] == "error"
        assert finding["place"] == "stage “Käynti”"
        counted = [each for each in told["findings"] if each["severity"] == "error"]
        assert told["counts"]["error"] == len(counted)
        assert told["counts"]["not_evaluated"] == len(told["not_evaluated"])

    def test_what_was_accepted_is_counted(self, ketjupaja: Ketjupaja, laneless: Path) -> None:
        accepted = Waiver(id="w1", rule="RES-01", about="s0", reason={"fi": "Vasta luonnos"})
        file.save(Pathway([*file.read(laneless).values(), accepted]), laneless)
        (told,) = json.loads(ketjupaja("check", laneless, "--format", "json").out)["files"]
        assert told["counts"]["accepted"] == len(told["accepted"]) == 1
        assert "1 accepted" in ketjupaja("check", laneless).out

    def test_a_file_without_errors_ends_with_0(self, ketjupaja: Ketjupaja, clean: Path) -> None:
        result = ketjupaja("check", clean, "--profile", "workshop")
        assert (result.code, result.err) == (0, "")

    def test_an_unreadable_file_ends_with_2_and_the_others_are_checked(
        self, ketjupaja: Ketjupaja, laneless: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "broken.ketju").write_text('{"format": 1, "records": [')
        result = ketjupaja("check", tmp_path / "broken.ketju", tmp_path / "none.ketju", laneless)
        assert result.code == 2
        assert [line.rpartition("/")[2].split(":")[0] for line in result.err.splitlines()] == [
            "broken.ketju",
            "none.ketju",
        ]
        assert "RES-01" in result.out

    def test_json_names_unreadable_files(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        result = ketjupaja("check", tmp_path / "none.ketju", "--format", "json")
        (told,) = json.loads(result.out)["files"]
        assert result.code == 2
        assert told["unreadable"] == result.err.strip()

    def test_an_unknown_profile_is_answered_with_the_known(
        self, ketjupaja: Ketjupaja, laneless: Path
    ) -> None:
        result = ketjupaja("check", laneless, "--profile", "strict")
        assert (result.code, result.out) == (2, "")
        assert "workshop, coordination, publishing" in result.err

    def test_texts_of_a_file_cannot_steer_the_terminal(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        path = tmp_path / "hostile.ketju"
        title = "\x1b[2J\x9b31m[red]\u202evaihe"
        file.save(build(title=title, phases=["A"], stages=[At(title, actor=None)]), path)
        result = ketjupaja("check", path)
        assert not set("\x1b\x9b\u202e") & set(result.out)
        assert "[red]" in result.out


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """Write a small pathway in which a workshop sees nothing wrong."""
    path = tmp_path / "clean.ketju"
    pathway = build(
        phases=["Alku", "Loppu"],
        actors=["Asiakas"],
        stages=[
            At("Yhteys", kind=StageKind.CONTACT),
            At("Loppu", phase=1, kind=StageKind.END),
        ],
        arrows=[(0, 1)],
    )
    file.save(pathway, path)
    return path


class TestNew:
    @pytest.mark.parametrize("template", [each.name for each in TEMPLATES])
    def test_a_template_becomes_a_pathway_of_its_own(
        self, ketjupaja: Ketjupaja, tmp_path: Path, template: str
    ) -> None:
        first, second = tmp_path / "a.ketju", tmp_path / "b.ketju"
        assert ketjupaja("new", first, "--template", template).code == 0
        assert ketjupaja("new", second, "--template", template).code == 0
        assert file.read(first).info.id != file.read(second).info.id
        assert len(file.read(first).phases) == 8

    def test_nothing_is_overwritten_unless_told(self, ketjupaja: Ketjupaja, laneless: Path) -> None:
        before = laneless.read_bytes()
        result = ketjupaja("new", laneless)
        assert result.code == 1
        assert "--force" in result.err
        assert laneless.read_bytes() == before
        assert ketjupaja("new", laneless, "--force").code == 0
        assert laneless.read_bytes() != before

    def test_a_link_is_something_that_exists(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        (tmp_path / "link.ketju").symlink_to(tmp_path / "gone.ketju")
        assert ketjupaja("new", tmp_path / "link.ketju").code == 1
        assert not (tmp_path / "gone.ketju").exists()

    def test_a_name_that_no_disk_takes(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        result = ketjupaja("new", tmp_path / ("a" * 300))
        assert (result.code, len(result.err.splitlines())) == (1, 1)
        assert "too long" in result.err

    def test_a_folder_that_is_not_there(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        result = ketjupaja("new", tmp_path / "none" / "a.ketju")
        assert (result.code, len(result.err.splitlines())) == (1, 1)


class TestImport:
    def test_an_outline_becomes_a_file(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        out = tmp_path / "nepsy.ketju"
        result = ketjupaja("import", OUTLINE, "--out", out)
        assert (result.code, result.out) == (0, "")
        assert out.read_bytes() == NEPSY.read_bytes()

    def test_the_file_itself_is_never_overwritten(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        source = tmp_path / "a.mmd"
        source.write_text("flowchart LR\nA-->B\n", "utf-8")
        for out in (source, tmp_path / "b.mmd"):
            result = ketjupaja("import", source, "--out", out, "--force")
            assert (result.code, len(result.err.splitlines())) == (1, 1)
        assert list(tmp_path.iterdir()) == [source]
        assert source.read_text("utf-8") == "flowchart LR\nA-->B\n"

    def test_a_file_made_of_a_pathway_of_ours_is_told(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        made, out = tmp_path / "a.bpmn", tmp_path / "a.ketju"
        assert ketjupaja("export", NEPSY, "--to", "bpmn", "--out", made).code == 0
        result = ketjupaja("import", made, "--out", out)
        assert result.code == 0
        assert "without its notes and milestones" in result.err
        assert file.read(out).info.id == file.read(NEPSY).info.id

    def test_what_is_left_out_is_told_with_its_line(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        source = tmp_path / "a.yaml"
        text = OUTLINE.read_text("utf-8").replace(
            "id: h1, f: s03, t: s04", "id: h1, f: s04, t: s03"
        )
        source.write_text(text, "utf-8")
        result = ketjupaja("import", source, "--out", tmp_path / "a.ketju")
        line = next(n for n, line in enumerate(text.splitlines(), 1) if "{id: h1," in line)
        assert result.code == 0
        assert f"a.yaml: Line {line}: " in result.err

    def test_a_file_of_no_known_kind_is_answered_with_the_known(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        source = tmp_path / "a.odt"
        source.write_bytes(OUTLINE.read_bytes())
        result = ketjupaja("import", source, "--out", tmp_path / "a.ketju")
        assert (result.code, list(tmp_path.iterdir())) == (2, [source])
        assert all(suffix in result.err for each in IMPORTERS for suffix in each.suffixes)

    def test_texts_are_in_a_language_that_there_is(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        out = tmp_path / "a.ketju"
        assert ketjupaja("import", OUTLINE, "--out", out, "--texts", "tlh").code == 2
        assert not out.exists()

    def test_an_outline_from_a_windows_editor(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        source = tmp_path / "nepsy.yaml"
        source.write_bytes(codecs.BOM_UTF8 + OUTLINE.read_bytes().replace(b"\n", b"\r\n"))
        assert ketjupaja("import", source, "--out", tmp_path / "a.ketju").code == 0
        assert (tmp_path / "a.ketju").read_bytes() == NEPSY.read_bytes()

    @pytest.mark.parametrize("content", [b"id: [", b"\xff\xfe", b"", b"x" * 3_000_000])
    def test_a_bad_outline_writes_nothing(
        self, ketjupaja: Ketjupaja, tmp_path: Path, content: bytes
    ) -> None:
        source = tmp_path / "bad.yaml"
        source.write_bytes(content)
        result = ketjupaja("import", source, "--out", tmp_path / "a.ketju")
        assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
        assert "bad.yaml: " in result.err
        assert list(tmp_path.iterdir()) == [source]

    def test_nothing_is_overwritten_unless_told(self, ketjupaja: Ketjupaja, laneless: Path) -> None:
        before = laneless.read_bytes()
        assert ketjupaja("import", OUTLINE, "--out", laneless).code == 1
        assert laneless.read_bytes() == before
        assert ketjupaja("import", OUTLINE, "--out", laneless, "--force").code == 0
        assert laneless.read_bytes() == NEPSY.read_bytes()


class TestExport:
    def test_a_format_is_written_in_the_languages_asked_for(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        out = tmp_path / "site"
        result = ketjupaja(
            "export", NEPSY, "--to", "website", "--out", out, "--lang", "en", "--lang", "fi"
        )
        assert (result.code, result.out) == (0, ""), result.err
        assert {"en", "fi"} <= {path.name for path in out.iterdir()}

    def test_a_form_of_a_format_is_chosen(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        out = tmp_path / "a.mmd"
        asked = ("export", NEPSY, "--to", "mermaid", "--out", out, "--form")
        refused = ketjupaja(*asked, "no-such-form")
        assert (refused.code, out.exists()) == (1, False)
        assert all(form.name in refused.err for form in MERMAID.forms)
        assert ketjupaja(*asked, "swimlanes").code == 0
        assert "swimlane-beta" in out.read_text("utf-8")

    def test_an_unknown_format_is_answered_with_the_known(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        result = ketjupaja("export", NEPSY, "--to", "docx", "--out", tmp_path / "a.docx")
        assert result.code == 2
        assert all(exporter.name in result.err for exporter in EXPORTERS)
        assert list(tmp_path.iterdir()) == []

    def test_a_picture_can_be_of_a_part(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        whole, lane = tmp_path / "whole.svg", tmp_path / "lane.svg"
        assert ketjupaja("export", NEPSY, "--to", "svg", "--out", whole).code == 0
        told = ketjupaja("export", NEPSY, "--to", "svg", "--out", lane, "--part", "lane:Läheinen")
        assert told.code == 0, told.err
        assert 0 < lane.stat().st_size < whole.stat().st_size
        assert ketjupaja("export", NEPSY, "--to", "svg", "--out", lane, "--part", "x").code == 2

    def test_a_format_does_not_pass_over_a_part_or_a_resolution(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        for option in (("--part", "lane:Läheinen"), ("--dpi", "96"), ("--transparent",)):
            out = tmp_path / "a.xlsx"
            assert ketjupaja("export", NEPSY, "--to", "excel", "--out", out, *option).code == 1
            assert not out.exists()

    @pytest.mark.parametrize("name", ["mine", "mine.ketju", "other.ketju"])
    def test_a_pathway_is_not_overwritten_by_its_picture(
        self, ketjupaja: Ketjupaja, laneless: Path, tmp_path: Path, name: str
    ) -> None:
        content = laneless.read_bytes()
        for file_name in ("mine", "mine.ketju", "other.ketju"):
            (tmp_path / file_name).write_bytes(content)
        source = tmp_path / ("mine" if name == "mine" else "mine.ketju")
        result = ketjupaja("export", source, "--to", "svg", "--out", tmp_path / name)
        assert (result.code, len(result.err.splitlines())) == (1, 1)
        assert (tmp_path / name).read_bytes() == content

    def test_a_language_that_nobody_speaks_is_not_understood(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        path = tmp_path / "lule.ketju"
        file.save(edited(build(stages=[At("Käynti", None, None)]), title={"smj": "Bálges"}), path)
        out = tmp_path / "a.svg"
        assert ketjupaja("export", path, "--to", "svg", "--out", out, "--lang", "xx").code == 2
        assert not out.exists()
        assert ketjupaja("export", path, "--to", "svg", "--out", out, "--lang", "smj").code == 0
        assert "Bálges" in out.read_text("utf-8")

    def test_what_cannot_be_written_is_one_sentence(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        out = tmp_path / "none" / "a.svg"
        result = ketjupaja("export", NEPSY, "--to", "svg", "--out", out, "--lang", "fi")
        assert result.code == 1
        assert [line for line in result.err.splitlines() if str(out.parent) in line] == [
            result.err.splitlines()[-1]
        ]

    def test_what_to_know_is_told_before_the_file_is_there(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        path = tmp_path / "own.ketju"
        pathway = build(stages=[At("Käynti", None, None)])
        stage = pathway.stages[0]
        file.save(pathway.replacing({stage.id: replace(stage, public=False)}), path)
        result = ketjupaja("export", path, "--to", "drawio", "--out", tmp_path / "a.drawio")
        first, last = result.err.splitlines()
        assert result.code == 0
        assert "1 stage that is not public" in first
        assert "a.drawio" in last

    def test_a_format_of_one_language_refuses_several(
        self, ketjupaja: Ketjupaja, tmp_path: Path
    ) -> None:
        out = tmp_path / "a.svg"
        both = ("--lang", "fi", "--lang", "sv")
        result = ketjupaja("export", NEPSY, "--to", "svg", "--out", out, *both)
        assert (result.code, len(result.err.splitlines())) == (1, 1)
        assert "choose one of fi, sv" in result.err
        assert not out.exists()


class TestLists:
    def test_info_counts_what_is_there(self, ketjupaja: Ketjupaja) -> None:
        told = json.loads(ketjupaja("info", NEPSY, "--format", "json").out)
        complete = told["completeness"]
        states = ("there", "missing", "unknown", "accepted")
        assert complete["required"] == sum(complete[state] for state in states)
        assert 0 < complete["percent"] < 100
        pathway = file.read(NEPSY)
        assert told["languages"] == ["fi"]
        assert told["status"] == "draft"
        assert told["counts"]["stage"] == len(pathway.stages)
        assert told["counts"]["handover"] == len(pathway.handovers)
        assert sum(told["counts"].values()) == len(pathway) - 1

    def test_info_for_people(self, ketjupaja: Ketjupaja, tmp_path: Path) -> None:
        assert "24 stages" in ketjupaja("info", NEPSY).out
        assert "of what is required is in order" in ketjupaja("info", NEPSY).out
        path = tmp_path / "a.ketju"
        file.save(edited(build(), next_review=date(2027, 3, 2)), path)
        assert "Next review: 2027-03-02" in ketjupaja("info", path).out

    def test_every_rule_is_listed_with_its_grounds(self, ketjupaja: Ketjupaja) -> None:
        told = json.loads(ketjupaja("rules", "--format", "json").out)
        assert [each["id"] for each in told] == [rule.id for rule in CHECKS]
        assert len(told) >= 110
        text = ketjupaja("rules").out
        assert all(rule.id in text and rule.put_right in text for rule in CHECKS)

    def test_every_format_is_listed(self, ketjupaja: Ketjupaja) -> None:
        told = json.loads(ketjupaja("formats", "--format", "json").out)
        assert [each["name"] for each in told] == [exporter.name for exporter in EXPORTERS]
        groups = [[each.name for each in formats] for _group, formats in in_groups(EXPORTERS)]
        lines = ketjupaja("formats").out.splitlines()
        assert len(lines) == len(EXPORTERS) + len(groups)
        listed = [line.split()[0] for line in lines if line.startswith("  ")]
        assert listed == [name for names in groups for name in names]


class TestLanguage:
    def test_finnish_is_spoken_unless_asked_otherwise(
        self, ketjupaja: Ketjupaja, laneless: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("KETJUPAJA_LANG")
        spoken = ketjupaja("check", laneless).out
        assert spoken == ketjupaja("check", laneless, "--lang", "fi").out
        assert spoken != ketjupaja("check", laneless, "--lang", "en").out

    def test_an_option_goes_before_the_environment(
        self, ketjupaja: Ketjupaja, laneless: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        swedish = ketjupaja("check", laneless, "--lang", "sv").out
        monkeypatch.setenv("KETJUPAJA_LANG", "sv")
        assert ketjupaja("check", laneless).out == swedish

    def test_an_unknown_language_is_not_understood(
        self, ketjupaja: Ketjupaja, laneless: Path
    ) -> None:
        result = ketjupaja("check", laneless, "--lang", "xx")
        assert (result.code, result.out) == (2, "")
        assert "fi, sv, en" in result.err


class TestWithoutCommand:
    COMMANDS = ("open", "check")

    def test_a_file_or_nothing_opens_the_window(self, laneless: Path) -> None:
        assert with_command([], self.COMMANDS) == ["open"]
        assert with_command([str(laneless)], self.COMMANDS) == ["open", str(laneless)]

    def test_commands_and_options_stay(self) -> None:
        assert with_command(["check", "a"], self.COMMANDS) == ["check", "a"]
        assert with_command(["--help"], self.COMMANDS) == ["--help"]

    def test_neither_file_nor_command(self, ketjupaja: Ketjupaja) -> None:
        result = ketjupaja("chek", "a.ketju")
        assert (result.code, result.out) == (2, "")
        assert "chek" in result.err

    @pytest.mark.parametrize("name", ["", "a" * 300])
    def test_what_cannot_be_a_file(self, ketjupaja: Ketjupaja, name: str) -> None:
        result = ketjupaja(name)
        assert (result.code, len(result.err.splitlines())) == (2, 1)

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (
                ["check"],
                "What is missing: the pathway files or folders; see ketjupaja check --help.",
            ),
            (["check", "a", "--nope"], "There is no option --nope; see ketjupaja check --help."),
            (
                ["export", "a", "--to", "svg"],
                "What is missing: --out; see ketjupaja export --help.",
            ),
            (["rules", "--format"], "--format needs a value; see ketjupaja "),
            (["rules", "--format", "xml"], "“xml” is not known; known are text, json."),
            (["info", "polku", "ä.ketju"], "There is more here than ketjupaja info takes: put "),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_a_slip_is_answered_in_one_sentence(
        self, ketjupaja: Ketjupaja, arguments: list[str], sentence: str
    ) -> None:
        result = ketjupaja(*arguments)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(sentence)
        assert len(result.err.splitlines()) == 1

    def test_without_a_screen_no_window_is_tried(
        self, ketjupaja: Ketjupaja, laneless: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        for variable in SCREEN_VARIABLES:
            monkeypatch.delenv(variable, raising=False)
        result = ketjupaja(laneless)
        assert (result.code, len(result.err.splitlines())) == (1, 1)
        assert "no screen" in result.err

    @pytest.mark.parametrize("before", [(), ("open",), ("open", "--")])
    def test_an_interrupted_start_ends_as_an_interrupted_command(
        self,
        before: tuple[str, ...],
        ketjupaja: Ketjupaja,
        laneless: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def interrupted(path: Path) -> int:
            del path
            raise KeyboardInterrupt

        monkeypatch.setattr("designer.opening.open_window", interrupted)
        assert ketjupaja(*before, laneless) == (130, "", "")

    def test_help_names_every_command(self, ketjupaja: Ketjupaja) -> None:
        result = ketjupaja("--help")
        assert result.code == 0
        for command in ("new", "import", "check", "export", "info", "rules", "formats"):
            assert re.search(rf"^  {command}\b", result.out, re.MULTILINE)


class TestProcess:
    def test_a_check_loads_nothing_heavy(self) -> None:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-X", "importtime", "-m", "designer.cli", "check", NEPSY],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        loaded = {
            line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()
        }
        assert "model" in loaded
        assert not loaded & {
            "PySide6",
            "fontTools",
            "jinja2",
            "networkx",
            "openpyxl",
            "pydantic",
            "pygraphviz",
            "rich",
            "yaml",
        }

    def test_a_pipe_gets_utf8_whatever_the_system_prefers(self) -> None:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "designer", "info", ROOT / "samples" / "unettomuus.ketju"],
            capture_output=True,
            env={"PYTHONIOENCODING": "cp1252", "PATH": "", "PYTHONUTF8": "0"},
            cwd=ROOT,
            check=True,
        )
        assert "lääkkeetön" in done.stdout.decode("utf-8")

    def test_whoever_reads_may_stop_reading(self) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "designer", "rules", "--format", "json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        ) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.close()  # long before there is anything to write
            assert process.stderr.read() == b""
        assert process.returncode == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    def test_a_result_that_cannot_be_written_is_told(self) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "designer", "rules", "--lang", "en"],
                stdout=full,
                stderr=subprocess.PIPE,
                cwd=ROOT,
                check=False,
            )
        assert done.returncode == 1
        assert done.stderr.startswith(b"The result cannot be written (the disk is full).\n")

    def test_the_showcase_makes_every_format(self, tmp_path: Path) -> None:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "designer.showcase", SAMPLES[0].path, tmp_path / "out"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        made = {path.name for path in (tmp_path / "out").iterdir()}
        assert {"website", "t2d.xlsx", "t2d.svg", "t2d.pdf", "t2d.png", "t2d.dot"} <= made
        assert len(made) == len(EXPORTERS)
        assert (tmp_path / "out" / "website" / "index.html").exists()
