"""The preview in the user's browser: one server, of the newest preview, until the window goes."""

from collections.abc import Mapping

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from designer.publishing.preview import PreviewServer
from exporters.exporter import ExportError
from model.messages import _
from model.storage import reason_of


class Browsing:
    """Serves the newest preview; `address` is where it is, '' while there is none."""

    def __init__(self) -> None:
        self._server: PreviewServer | None = None

    @property
    def address(self) -> str:
        return self._server.address if self._server is not None else ""

    def show(self, files: Mapping[str, bytes]) -> None:
        """Open the user's browser on a site. Raises ExportError when there is no way to it."""
        self.close()
        try:
            self._server = PreviewServer(files)
        except OSError as error:
            raise ExportError(
                _("The preview cannot be shown ({reason}).").format(reason=reason_of(error))
            ) from error
        if not QDesktopServices.openUrl(QUrl(self._server.address)):
            raise ExportError(
                _("No browser could be opened. The preview is at {address}").format(
                    address=self._server.address
                )
            )

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
