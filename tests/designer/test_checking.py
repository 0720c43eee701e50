"""`ketjupaja check` beyond one file: folders, reports in files, and web addresses that answer."""

import json
import os
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from openpyxl import load_workbook

from designer.checking.links import Web, ask_all, is_public
from designer.checking.targets import pathway_files
from exporters.exporter import CancelledError
from model import edits, file
from model.checks.links_answer import Answer, Unasked
from model.codes import StageKind
from model.parts import Link
from tests.designer.test_cli import Ketjupaja
from tests.pathways import At, build


@pytest.fixture
def ketjupaja(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ketjupaja:
    monkeypatch.setenv("KETJUPAJA_LANG", "en")
    for name in ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return Ketjupaja(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a folder with two pathways, one below, a broken one and something else."""
    folder = tmp_path / "ketjut"
    (folder / "alla").mkdir(parents=True)
    file.save(build(phases=["A"], stages=[At("Käynti", actor=None)]), folder / "b.ketju")
    file.save(build(title="Uni", phases=["A"]), folder / "alla" / "A.KETJU")
    (folder / "rikki.ketju").write_text("{")
    (folder / "muistio.txt").write_text("ei ketju")
    return folder


def test_a_folder_is_checked_with_all_below_it(ketjupaja: Ketjupaja, folder: Path) -> None:
    result = ketjupaja("check", folder, folder / "b.ketju", "--format", "json")
    told = json.loads(result.out)
    names = [Path(each["file"]).name for each in told["files"]]
    assert names == ["A.KETJU", "b.ketju", "rikki.ketju"]
    assert told["summary"]["checked"] == 2
    assert told["summary"]["unreadable"] == 1
    assert result.code == 2
    assert result.err.count("\n") == 1


def test_files_of_which_none_can_be_read_are_told_of(ketjupaja: Ketjupaja, folder: Path) -> None:
    broken = folder / "rikki.ketju"
    result = ketjupaja("check", broken, folder / "none.ketju")
    assert result.code == 2
    assert result.out.strip() == "2 could not be read: see what was said of them above."
    assert len(result.err.splitlines()) == 2
    assert "none.ketju: the file cannot be read" in result.err


def test_what_is_not_evaluated_is_listed_with_its_reason(
    ketjupaja: Ketjupaja, tmp_path: Path
) -> None:
    stages = (At("Päätös", kind=StageKind.DECISION), At("Hoito", column=1), At("Koti"))
    pathway = build(phases=["A"], actors=["Asema"], stages=stages, arrows=((0, 1), (0, 2)))
    file.save(pathway, tmp_path / "a.ketju")
    lines = ketjupaja("check", tmp_path / "a.ketju").out.splitlines()
    count = re.search(r"(\d+) not evaluated", lines[-1])
    assert count is not None
    head = lines.index(f"Not evaluated ({count[1]})")
    assert any(line.startswith("  STR-07") and "“Päätös”" in line for line in lines[head + 1 :])


def test_several_files_end_with_a_table(ketjupaja: Ketjupaja, folder: Path) -> None:
    lines = ketjupaja("check", folder).out.splitlines()
    head = next(place for place, line in enumerate(lines) if line.startswith("File "))
    columns = lines[head].split()
    assert columns[:2] == ["File", "Profile"]
    assert len({len(line) for line in lines[head : head + 4]}) == 1
    assert "1 could not be read" in lines[-1]
    alone = ketjupaja("check", folder / "b.ketju").out
    assert not any(line.startswith("File ") for line in alone.splitlines())


def test_a_folder_without_pathways_is_one_sentence(ketjupaja: Ketjupaja, tmp_path: Path) -> None:
    result = ketjupaja("check", tmp_path)
    assert (result.code, len(result.err.splitlines())) == (2, 1)
    assert "no pathway files" in result.err


def test_a_folder_that_leads_round_is_entered_once(ketjupaja: Ketjupaja, folder: Path) -> None:
    (folder / "alla" / "ympäri").symlink_to(folder, target_is_directory=True)
    told = json.loads(ketjupaja("check", folder, "--format", "json").out)
    assert told["summary"]["checked"] == 2


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ("a.ketju", "a/b/c.ketju", "A-x/d.ketju", "aa.ketju", "B.KETJU", "b/e.ketju")
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    expected = sorted((tmp_path / name for name in names), key=lambda path: str(path).casefold())
    assert list(pathway_files([tmp_path])) == expected


def test_every_folder_is_told_and_the_search_ends_there_when_asked(folder: Path) -> None:
    (folder / "tyhjä" / "vielä").mkdir(parents=True)
    told: list[Path] = []
    first = next(iter(pathway_files([folder], told.append)))
    assert (first, told) == (folder / "alla" / "A.KETJU", [folder, folder / "alla"])

    def stop(place: Path) -> None:
        told.append(place)
        if place.name == "tyhjä":
            raise CancelledError

    with pytest.raises(CancelledError):
        list(pathway_files([folder], stop))
    assert told[-1] == folder / "tyhjä"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(ketjupaja: Ketjupaja, folder: Path) -> None:
    (folder / "alla").chmod(0)
    result = ketjupaja("check", folder)
    (folder / "alla").chmod(0o700)
    assert "alla: the folder cannot be read" in result.err


@pytest.mark.parametrize("suffix", [".txt", ".json", ".sarif", ".html", ".xlsx"])
def test_a_report_is_written_as_its_name_ends(
    ketjupaja: Ketjupaja, folder: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"raportti{suffix}"
    result = ketjupaja("check", folder / "b.ketju", "--out", out)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"{out}: written.\n"
    if suffix == ".xlsx":
        assert load_workbook(out).sheetnames[0] == "Overview"
    else:
        assert "RES-01" in out.read_text("utf-8")


def test_a_report_that_exists_is_replaced_only_when_told(
    ketjupaja: Ketjupaja, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "raportti.html"
    out.write_text("oma")
    result = ketjupaja("check", folder / "b.ketju", "--out", out)
    assert (result.code, out.read_text()) == (1, "oma")
    assert "--force" in result.err
    ketjupaja("check", folder / "b.ketju", "--out", out, "--force")
    assert out.read_text("utf-8").startswith("<!doctype html>")


def test_a_report_never_takes_a_pathways_place(ketjupaja: Ketjupaja, folder: Path) -> None:
    before = (folder / "b.ketju").read_bytes()
    for arguments in (("--force",), ("--force", "--format", "html")):
        result = ketjupaja("check", folder, "--out", folder / "b.ketju", *arguments)
        assert (result.code, result.out) == (1, "")
        assert (folder / "b.ketju").read_bytes() == before


def test_what_cannot_be_shown_or_is_unknown_is_not_understood(
    ketjupaja: Ketjupaja, folder: Path
) -> None:
    assert "--out" in ketjupaja("check", folder, "--format", "xlsx").err
    unknown = ketjupaja("check", folder, "--format", "docx")
    assert (unknown.code, unknown.out) == (2, "")
    assert "text, json, sarif, html, xlsx" in unknown.err


ONWARD = {
    "inwards": "http://intra.esimerkki.fi/",
    "file": "file:///etc/passwd",
    "onward": "/404",
    "round": "/round",
}


class Site(BaseHTTPRequestHandler):
    """Answers by the last part of the path, as itself and as a proxy."""

    def do_HEAD(self) -> None:
        self._answer()

    do_GET = do_HEAD  # noqa: N815

    def _answer(self) -> None:
        asked: list[tuple[str, str, str]] = self.server.asked  # type: ignore[attr-defined]
        asked.append((self.command, self.path, self.headers["User-Agent"]))
        name = self.path.rpartition("/")[2]
        if name in ONWARD:
            self.send_response(302)
            self.send_header("Location", ONWARD[name])
        elif name == "only-whole":
            self.send_response(200 if self.command == "GET" else 405)
        else:
            self.send_response(int(name) if name.isdecimal() else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Write no line for each request."""


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []  # type: ignore[attr-defined]
    server.daemon_threads = False  # so that closing it waits for those that still answer
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    yield server
    server.shutdown()
    server.server_close()
    serving.join()


def at(site: ThreadingHTTPServer, name: str) -> str:
    return f"http://127.0.0.1:{site.server_port}/{name}"


@pytest.mark.usefixtures("ketjupaja")
@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("page", Answer(status=200)),
        ("sivu ä?k=ö", Answer(status=200)),
        ("404", Answer(status=404)),
        ("403", Answer(status=403)),
        ("503", Answer(status=503)),
        ("only-whole", Answer(status=200)),
    ],
)
def test_what_a_server_answers(site: ThreadingHTTPServer, name: str, answer: Answer) -> None:
    assert Web(allows=lambda machine: machine == "127.0.0.1").ask(at(site, name)) == answer


@pytest.mark.usefixtures("ketjupaja")
@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("onward", Answer(status=404)),
        ("round", Answer(status=302)),
        ("file", Answer(status=302)),
        ("inwards", Answer(unasked=Unasked.ASIDE)),
    ],
)
def test_where_a_server_leads_on_to(
    site: ThreadingHTTPServer, name: str, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.server_port}")
    assert Web().ask(f"http://esimerkki.fi/{name}") == answer
    asked: list[tuple[str, str, str]] = site.asked  # type: ignore[attr-defined]
    assert all(address.startswith("http://esimerkki.fi/") for _how, address, _agent in asked)
    hows = [how for how, _address, _agent in asked]
    assert hows == sorted(hows, reverse=True)  # HEAD all along the way, and only then GET


@pytest.mark.usefixtures("ketjupaja")
def test_machines_inside_are_told_nothing(site: ThreadingHTTPServer) -> None:
    assert Web().ask(at(site, "page")) == Answer(unasked=Unasked.ASIDE)
    assert site.asked == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("machine", "public"),
    [
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("193.166.3.2", True),
        ("2001:708:10::1", True),
    ],
)
def test_which_machines_are_public(machine: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(machine) is public


def test_a_server_that_never_ends_holds_nobody_up() -> None:
    ended = threading.Event()
    before = set(threading.enumerate())

    def fetch(address: str) -> Answer:
        if address == "slow":
            ended.wait(20)
        return Answer(status=200)

    answers = ask_all(["slow", "quick"], fetch, longest=0.2)
    ended.set()
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert answers == {"slow": Answer(), "quick": Answer(status=200)}


def test_where_nothing_answers_the_network_is_away() -> None:
    answers = ask_all(["a", "b"], lambda _address: Answer())
    assert set(answers.values()) == {Answer(unasked=Unasked.NO_NETWORK)}
    assert ask_all([]) == {}


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """Write a pathway with a link that works and one to a page that is gone."""
    path = tmp_path / "linkit.ketju"
    pathway = build(phases=["A"], actors=["Hoitaja"], stages=[At("Käynti")])
    links = tuple(Link(url={"fi": f"http://esimerkki.fi/{each}"}) for each in ("sivu", "404"))
    file.save(edits.update(pathway, "s0", links=links).applied_to(pathway)[0], path)
    return path


def test_links_are_asked_only_on_demand_through_the_proxy(
    ketjupaja: Ketjupaja,
    linked: Path,
    site: ThreadingHTTPServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.server_port}")
    asked: list[tuple[str, str, str]] = site.asked  # type: ignore[attr-defined]
    assert "PUB-05" not in ketjupaja("check", linked).out
    assert asked == []
    out = ketjupaja("check", linked, "--links", "--profile", "workshop").out
    assert "there is no such page any more (404)" in out
    assert out.count("PUB-05") == 1
    assert {address for _method, address, _agent in asked} == {
        "http://esimerkki.fi/sivu",
        "http://esimerkki.fi/404",
    }
    assert all(agent.startswith("Ketjupaja/") for _method, _address, agent in asked)


def test_without_a_network_the_exit_code_is_as_without_asking(
    ketjupaja: Ketjupaja, linked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")  # the port that throws all away
    before = ketjupaja("check", linked)
    result = ketjupaja("check", linked, "--links", "--format", "json")
    assert result.code == before.code
    assert result.err == "No web address answers: the network is away, so none of them is judged.\n"
    (told,) = json.loads(result.out)["files"]
    assert len([each for each in told["not_evaluated"] if each["rule"] == "PUB-05"]) == 2
