"""Runs of checks for tests: a calm one, an unfinished one, and one whose texts are hostile."""

from datetime import UTC, date, datetime
from pathlib import Path, PurePath

from exporters.findings import CheckedFile, CheckRun, UnreadFile
from model import file
from model.checks import COORDINATION, Profile, check
from model.checks.finding import SwitchedOff
from model.records import Task, Waiver
from tests.pathways import At, build

SAMPLES = Path(__file__).parents[3] / "samples"
MADE_AT = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://x")<script>alert(1)</script>{0}[a](b)\x07\n"&\u202e|'


def checked(path: Path, profile: Profile = COORDINATION) -> CheckedFile:
    pathway, lines = file.read_located(path)
    report = check(pathway, profile, MADE_AT.date())
    return CheckedFile(path, pathway, report, profile, lines)


def run(*names: str) -> CheckRun:
    return CheckRun(MADE_AT, tuple(checked(SAMPLES / f"{name}.ketju") for name in names))


def several() -> CheckRun:
    unread = UnreadFile(PurePath("poissa.ketju"), "poissa.ketju: tiedostoa ei ole.")
    return run("t2d", "nepsy")._replace(unread=(unread,))


def hostile() -> CheckRun:
    """Return a run in which every text that people write tries to be something else."""
    pathway = build(
        Waiver(
            id="w",
            rule="RES-01",
            about="s1",
            reason={"fi": HOSTILE},
            role={"fi": HOSTILE},
            review_on=date(2027, 1, 1),
        ),
        Task(
            id="t",
            order="a0",
            rule="RES-01",
            about="s0",
            title={"fi": HOSTILE},
            responsible={"fi": HOSTILE},
            due=date(2026, 12, 24),
        ),
        title=HOSTILE,
        phases=[HOSTILE],
        stages=[At(HOSTILE, actor=None), At(HOSTILE, actor=None)],
        arrows=[(0, 1, HOSTILE)],
    )
    report = check(pathway, COORDINATION, MADE_AT.date())
    off = SwitchedOff(rule="PUB-05", reason=HOSTILE)
    changed = type(report)(
        findings=report.findings,
        not_evaluated=report.not_evaluated,
        accepted=report.accepted,
        switched_off=(off,),
    )
    name = PurePath("kansio") / f"{HOSTILE.replace('/', '')}.ketju"
    lines = {"s0": 4}
    one = CheckedFile(name, pathway, changed, COORDINATION, lines)
    return CheckRun(MADE_AT, (one,), (UnreadFile(name, HOSTILE),))
