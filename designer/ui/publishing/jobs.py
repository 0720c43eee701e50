"""One piece of work at a time beside a window.

A look is stopped for whatever else is to be done; what the user asked for is brought to its end,
and what comes meanwhile waits.
"""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from designer.ui.task import Task, Work
from model.messages import _


class Doing(Enum):
    """What is being done."""

    NOTHING = auto()
    LOOKING = auto()
    PREVIEWING = auto()
    PUBLISHING = auto()


_IN_TURN: Final = (Doing.PUBLISHING, Doing.PREVIEWING, Doing.LOOKING)


class Job(NamedTuple):
    """What is to be done, and who hears of its result."""

    doing: Doing
    work: Work
    done: Callable[[object], object]


class Jobs(QObject):
    """`began` carries what is done, `failed` also the sentence that says why it could not be."""

    began = Signal(object)
    stopped = Signal(object)
    failed = Signal(object, str)
    progressed = Signal(float)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._job: Job | None = None
        self._waiting: dict[Doing, Job] = {}

    @property
    def is_waited_for(self) -> bool:
        """Whether something follows on what is done."""
        return bool(self._waiting)

    @property
    def doing(self) -> Doing:
        return self._job.doing if self._job is not None else Doing.NOTHING

    def begin(self, job: Job) -> None:
        """Do something, now or after what is done; the newest of its kind is done."""
        if self._task is not None:
            self._waiting[job.doing] = job
            if self.doing is Doing.LOOKING:
                self._task.stop()
            return
        self._waiting.pop(job.doing, None)
        self._job = job
        went_wrong = _(
            "Something went wrong; nothing was published. The error was noted in {file}."
        )
        self._task = task = Task(self, job.work, went_wrong)
        task.progressed.connect(self.progressed)
        task.done.connect(self._finish)
        task.failed.connect(self._fail)
        task.stopped.connect(self._halt)
        self.began.emit(job.doing)
        task.start()

    def stop(self) -> None:
        """Stop what is done; nothing comes after it."""
        self._waiting.clear()
        if self._task is not None:
            self._task.stop()

    def end(self) -> None:
        """Stop and wait: nobody hears of anything any more."""
        self.stop()
        self._end_task()

    def _finish(self, result: object) -> None:
        job = self._end_task()
        if job is not None and job.doing not in self._waiting:
            job.done(result)
        self._go_on()

    def _fail(self, words: str) -> None:
        job = self._end_task()
        if job is not None and job.doing not in self._waiting:
            self.failed.emit(job.doing, words)
        self._go_on()

    def _halt(self) -> None:
        job = self._end_task()
        if job is not None and not self._waiting:
            self.stopped.emit(job.doing)
        self._go_on()

    def _end_task(self) -> Job | None:
        job, self._job = self._job, None
        if self._task is not None:
            task, self._task = self._task, None
            task.disconnect(self)
            task.wait()
            task.deleteLater()
        return job

    def _go_on(self) -> None:
        following = next((doing for doing in _IN_TURN if doing in self._waiting), None)
        if following is not None and self._task is None:
            self.begin(self._waiting.pop(following))
