"""One piece of work at a time beside a window: a new one waits until the other has stopped."""

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from designer.ui.publishing.task import Task, Work


class Doing(Enum):
    """What is being done."""

    NOTHING = auto()
    LOOKING = auto()
    PREVIEWING = auto()
    PUBLISHING = auto()


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
        self._next: Job | None = None

    @property
    def doing(self) -> Doing:
        return self._job.doing if self._job is not None else Doing.NOTHING

    def begin(self, job: Job) -> None:
        """Do something; what is done now is stopped first."""
        if self._task is not None:
            self._next = job
            self._task.stop()
            return
        self._job = job
        self._task = task = Task(self, job.work)
        task.progressed.connect(self.progressed)
        task.done.connect(self._finish)
        task.failed.connect(self._fail)
        task.stopped.connect(self._halt)
        self.began.emit(job.doing)
        task.start()

    def stop(self) -> None:
        """Stop what is done; nothing comes after it."""
        self._next = None
        if self._task is not None:
            self._task.stop()

    def end(self) -> None:
        """Stop and wait: nobody hears of anything any more."""
        self.stop()
        self._end_task()

    def _finish(self, result: object) -> None:
        job = self._end_task()
        if self._next is None and job is not None:
            job.done(result)
        self._go_on()

    def _fail(self, words: str) -> None:
        job = self._end_task()
        if self._next is None and job is not None:
            self.failed.emit(job.doing, words)
        self._go_on()

    def _halt(self) -> None:
        job = self._end_task()
        if self._next is None and job is not None:
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
        if self._next is not None and self._task is None:
            job, self._next = self._next, None
            self.begin(job)
