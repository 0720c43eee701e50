"""The code that leads from the wall to the page on the web (ISO/IEC 18004)."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from exporters.exporter import ExportError
from model.layout.geometry import Rect
from model.messages import _

QUIET: Final = 4
"""Modules of white around the code, as the standard asks."""


class QrCode(NamedTuple):
    """`modules` are rows from the top, True where it is dark; `box` includes the quiet zone."""

    address: str
    modules: tuple[tuple[bool, ...], ...]
    box: Rect

    @property
    def module(self) -> float:
        """The side of one module."""
        return self.box.width / (len(self.modules) + 2 * QUIET)

    def dark(self) -> Iterator[Rect]:
        """Yield the dark parts, those side by side in a row as one."""
        side = self.module
        for number, row in enumerate(self.modules):
            top = self.box.y + (QUIET + number) * side
            for first, last in _runs(row):
                left = self.box.x + (QUIET + first) * side
                yield Rect(left, top, (last - first) * side, side)


def qr_code(address: str, box: Rect) -> QrCode:
    """Return the code of an address; raises ExportError when no code can hold it."""
    import segno

    try:
        made = segno.make_qr(address, error="m", boost_error=False)
    except segno.DataOverflowError as error:
        raise ExportError(
            _(
                "The address of the published page is too long for a QR code: shorten the address "
                "in ketjupaja.toml."
            )
        ) from error
    return QrCode(address, tuple(tuple(map(bool, row)) for row in made.matrix), box)


def _runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    first = None
    for place, is_dark in enumerate((*row, False)):
        if is_dark and first is None:
            first = place
        elif not is_dark and first is not None:
            yield first, place
            first = None
