"""Checks files one after the other; what cannot be read is named, and the others go on."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from designer.checking.profiles import ProfileChoice
from designer.checking.targets import pathway_files
from designer.terminal import FAILED, UNREADABLE, progress_bar, tell
from exporters.exporter import Progress
from exporters.findings import CheckedFile, CheckRun, UnreadFile
from model import file
from model.checks import CHECKS, Profile, Rule, check
from model.checks.broken_link import RULE as BROKEN_LINK
from model.checks.links_answer import Unasked, addresses_to_ask, rule_that_asks
from model.codes import Severity
from model.file import Located, UnreadableFileError
from model.messages import _
from model.pathway import Pathway

PATIENCE = 1.0
"""Seconds that pass before it is shown how far it is."""

RulesFor = Callable[[Sequence[Pathway]], tuple[Rule, ...]]
"""Which rules to ask of the pathways of a run."""


def check_run(
    targets: Iterable[Path], choice: ProfileChoice, now: datetime, rules_for: RulesFor
) -> CheckRun:
    """Check files and folders, each by the profile that is chosen for it; long work is shown."""
    with _patient_progress(_("Checking")) as progress:
        return checked_all(targets, choice, now, rules_for, progress)


def checked_all(
    targets: Iterable[Path],
    choice: ProfileChoice,
    now: datetime,
    rules_for: RulesFor,
    progress: Progress,
) -> CheckRun:
    """Check as `check_run` does; errors of `progress` end it."""
    opened: list[tuple[Path, Located]] = []
    unread: list[UnreadFile] = []
    for each in pathway_files(targets, lambda _folder: progress(0.0)):
        progress(0.0)
        if isinstance(each, UnreadFile):
            unread.append(each)
            continue
        try:
            opened.append((each, file.read_located(each)))
        except UnreadableFileError as error:
            unread.append(UnreadFile(each, str(error)))
    rules = rules_for([located.pathway for _path, located in opened])
    checked: list[CheckedFile] = []
    for path, located in opened:
        progress(len(checked) / len(opened))
        profile = choice.profile_of(path, located.pathway)
        checked.append(_checked(path, located, profile, now, rules))
    return CheckRun(now, tuple(checked), (*unread, *choice.refused))


def _checked(
    path: Path, located: Located, profile: Profile, now: datetime, rules: tuple[Rule, ...]
) -> CheckedFile:
    pathway, lines = located
    report = check(pathway, profile, now.date(), rules)
    return CheckedFile(path, pathway, report, profile, lines)


def every_rule(pathways: Sequence[Pathway]) -> tuple[Rule, ...]:
    del pathways
    return CHECKS


def asking_the_web(pathways: Sequence[Pathway]) -> tuple[Rule, ...]:
    """Return the rules, of which the one on links knows what the pathways' addresses answered."""
    from designer.checking.links import ask_all

    addresses = dict.fromkeys(each for pathway in pathways for each in addresses_to_ask(pathway))
    answers = ask_all(tuple(addresses))
    if any(answer.unasked is Unasked.NO_NETWORK for answer in answers.values()):
        tell(_("No web address answers: the network is away, so none of them is judged."))
    asking = rule_that_asks(answers.__getitem__)
    return tuple(asking if rule is BROKEN_LINK else rule for rule in CHECKS)


def exit_code(run: CheckRun) -> int:
    """Return 2 when something could not be read, 1 when there are errors, else 0."""
    if run.unread:
        return UNREADABLE
    return FAILED if run.total(Severity.ERROR) else 0


@contextmanager
def _patient_progress(title: str) -> Iterator[Progress]:
    """Show a bar once the work has taken longer than people wait without wondering."""
    begun = time.monotonic()
    with ExitStack() as shown:
        bar: list[Progress] = []

        def progress(share: float) -> None:
            if not bar and time.monotonic() - begun > PATIENCE:
                bar.append(shown.enter_context(progress_bar(title)))
            for told in bar:
                told(share)

        yield progress
