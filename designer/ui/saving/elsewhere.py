"""What others made of the open file: said in a strip, settled by the user, never passed over."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from designer.ui.open_file import OpenFile
from designer.ui.saving.look import Copy, Look, look_around
from designer.ui.saving.saver import Saver
from designer.ui.saving.strip import ElsewhereStrip, Offer
from designer.ui.saving.watching import Looking, Watching
from model.messages import _
from model.on_disk import Fingerprint, State
from model.pathway import Pathway

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


class Situation(NamedTuple):
    """What is to be said of the file, and what can be done about it; the first is the usual."""

    words: str
    offers: tuple[Offer, ...]


class Ways(NamedTuple):
    """What the file side of the window does for this one."""

    save_again: Callable[[], object]
    save_elsewhere: Callable[[], object]
    open: Callable[[Path], object]
    show_versions: Callable[[], object]


class Elsewhere(QObject):
    """Of one window: looks at the file that is open in it, and takes in what others did."""

    def __init__(self, window: "MainWindow", saver: Saver, ways: Ways) -> None:
        super().__init__(window)
        self._window = window
        self._saver = saver
        self._ways = ways
        self._file: OpenFile | None = None
        self._strip: ElsewhereStrip | None = None
        self._look = Look(State.SAME)
        self._left: set[str] = set()
        self._asked_of: Fingerprint | None = None
        self.watching = Watching(window, self._looking)
        self.watching.looked.connect(self._take_if_new)

    def follow(self, file: OpenFile, strip: ElsewhereStrip) -> None:
        """Keep an eye on a file, and say in `strip` what becomes of it."""
        if file is not self._file:
            self._look = Look(State.SAME)
        self._file, self._strip = file, strip
        self.watching.follow(file.path)
        self.present()

    def leave(self) -> None:
        """Look no more; what was seen of the file is said again when the same one is followed."""
        self.watching.follow(None)
        self._strip = None

    def take(self, look: Look) -> None:
        """Say what was seen, at a look or before a save."""
        if look != self._look:  # a button that is being pressed stays
            self._look = look
            self.present()

    def present(self) -> None:
        situation = self.situation
        if self._strip is None:
            return
        if situation is None:
            self._strip.put_away()
        else:
            self._strip.present(*situation)

    @property
    def situation(self) -> Situation | None:
        """What is to be said and done; None while the file is as it was left."""
        file = self._file
        if file is None or file.path is None:
            return None
        copies = [copy for copy in self._look.copies if copy.sha256 not in self._left]
        if self._look.state is State.SAME:
            return self._copied(copies[0]) if copies else None
        theirs, name = self._look.theirs, file.path.name
        if theirs is not None and theirs.info.id != file.document.pathway.info.id:
            words = _("“{file}” now holds another pathway than the one open here.")
            return Situation(words.format(file=name), (self._elsewhere(),))
        if self._look.state is State.CHANGED:
            return self._changed(file, name)
        return {
            State.DELETED: self._deleted,
            State.UNREADABLE: self._unreadable,
            State.OLDER: self._older,
        }[self._look.state](name)

    def _unreadable(self, name: str) -> Situation:
        words = _("“{file}” cannot be read now ({reason}).")
        return Situation(
            words.format(file=name, reason=self._look.fault),
            (
                self._elsewhere(),
                Offer(_("Look again"), self.watching.look),
                Offer(_("Earlier versions…"), self._ways.show_versions),
            ),
        )

    def _changed(self, file: OpenFile, name: str) -> Situation:
        words = _("“{file}” has been changed elsewhere since you opened it.")
        taking = _("Merge") if file.document.is_modified else _("Take the changes in")
        return Situation(
            words.format(file=name),
            (Offer(taking, self.merge), self._differing(), self._elsewhere()),
        )

    def _older(self, name: str) -> Situation:
        words = _("“{file}” holds an earlier version again than the one open here.")
        return Situation(
            words.format(file=name),
            (
                Offer(_("Keep what is open here"), self.keep_ours),
                Offer(_("Take the earlier version"), self.take_older),
                self._differing(),
            ),
        )

    def _deleted(self, name: str) -> Situation:
        again = Offer(_("Save it there again"), self._ways.save_again)
        renamed = self._look.renamed
        if renamed is not None:
            words = _("“{file}” is no longer in its folder; it seems to be called “{name}” now.")
            going_on = Offer(_("Go on with that file"), lambda: self.go_on_in(renamed))
            return Situation(words.format(file=name, name=renamed.name), (going_on, again))
        words = _("“{file}” is no longer in its folder: it was deleted, moved or renamed.")
        return Situation(words.format(file=name), (again, self._elsewhere()))

    def _copied(self, copy: Copy) -> Situation:
        words = _("Beside the file lies a copy that holds other changes: “{copy}”.")
        return Situation(
            words.format(copy=copy.path.name),
            (
                Offer(_("Merge"), lambda: self.merge_copy(copy)),
                Offer(_("Show the differences"), lambda: self.show_copy(copy)),
                Offer(_("Leave it"), lambda: self.leave_copy(copy)),
            ),
        )

    def _elsewhere(self) -> Offer:
        return Offer(_("Save under another name…"), self._ways.save_elsewhere)

    def _differing(self) -> Offer:
        def show() -> None:
            found = self._theirs()
            if found is not None:
                file, theirs, _known, path = found
                heading = _("What was changed elsewhere in “{file}”").format(file=path.name)
                self._show(heading, file.document.state.saved, theirs)

        return Offer(_("Show the differences"), show)

    def merge(self) -> None:
        """Take in what others wrote as one change that can be undone; nothing of ours is lost."""
        from designer.ui.merging.joining import merge_into

        found = self._theirs()
        if found is None:
            return
        file, theirs, known, path = found
        self._saver.keep(path, theirs)
        merge_into(self._window.workspace, theirs, file.document.state.saved, path.name)
        self._settle(file, theirs, known)

    def merge_copy(self, copy: Copy) -> None:
        """Take in a copy of unknown age: of what differs, nothing is lost and all is asked."""
        from designer.ui.merging.joining import merge_into

        file = self._file
        if file is None or file.path is None:
            return
        # Kept as an earlier state of this file, it is known from now on and not asked about again.
        self._saver.keep(file.path, copy.pathway)
        merge_into(self._window.workspace, copy.pathway, None, copy.path.name)
        self.leave_copy(copy)

    def leave_copy(self, copy: Copy) -> None:
        """Say no more of a copy while this window is open."""
        self._left.add(copy.sha256)
        self.present()

    def keep_ours(self) -> None:
        """Go on from what is open here; the next save replaces the earlier version."""
        found = self._theirs()
        if found is not None:
            file, theirs, known, _path = found
            self._settle(file, theirs, known)

    def take_older(self) -> None:
        """Go back to what the file holds, as one change that can be undone."""
        from model.merge import change_between

        found = self._theirs()
        if found is not None:
            file, theirs, known, path = found
            self._saver.keep(path, file.document.pathway)
            document = file.document
            label = _("Go back to the earlier version")
            document.do(change_between(document.pathway, theirs, label))
            self._settle(file, theirs, known)

    def go_on_in(self, path: Path) -> None:
        """Go on with a file that holds what the one did that was opened; only its name is new."""
        if self._file is not None and self._window.program.window_of(path) is None:
            self._file.path = path
            self._window.program.settings.remember_file(path)
            self._look = Look(State.SAME)
            self.watching.follow(path)
            self.present()
            self._window.show_state()

    def show_copy(self, copy: Copy) -> None:
        """Say in words how a copy differs from what is open."""
        if self._file is not None:
            self._window.finish_typing()
            heading = _("What is otherwise in “{file}” than here").format(file=copy.path.name)
            self._show(heading, self._file.document.pathway, copy.pathway)

    def _show(self, heading: str, before: Pathway, after: Pathway) -> None:
        from designer.ui.saving.differences import DifferencesDialog
        from model.describe import compare

        comparison = compare(before, after, self._window.workspace.language)
        DifferencesDialog(self._window, heading, comparison).open()

    def _theirs(self) -> tuple[OpenFile, Pathway, Fingerprint, Path] | None:
        """Return the open file, and what others wrote there, known by what."""
        self._window.finish_typing()
        file, look = self._file, self._look
        if file is None or file.path is None or look.theirs is None or look.known is None:
            return None
        return file, look.theirs, look.known, file.path

    def _settle(self, file: OpenFile, theirs: Pathway, known: Fingerprint) -> None:
        file.holds(theirs, known)
        self._look = Look(State.SAME, copies=self._look.copies)
        self.present()
        self._window.show_state()

    def _looking(self) -> Looking | None:
        """Return what a look does beside the window; None while a save looks itself."""
        file = self._file
        if file is None or file.path is None or file.known is None or self._saver.is_saving:
            return None
        path, known, saved = file.path, file.known, file.document.state.saved
        versions, id = self._saver.versions, file.document.pathway.info.id

        self._asked_of = known
        return lambda: look_around(path, known, saved, lambda: versions.earlier_contents(path, id))

    def _take_if_new(self, look: Look) -> None:
        file = self._file
        if file is None or self._saver.is_saving:
            return
        if file.known is self._asked_of:
            self.take(look)
        else:  # saved or merged meanwhile
            self.watching.look()
