"""A clip as bytes for the clipboard. What comes from there is untrusted."""

from typing import NoReturn

import msgspec
from msgspec import Struct

from model.clip.clipped import FORMAT, Clip
from model.messages import _
from model.order import is_order
from model.strict_json import doubled_key, is_more_than

LARGEST = 20_000_000
"""Bytes; a clip of 1,000 stages with all their texts has some 3,000,000."""
MOST_RECORDS = 10_000
MOST_VALUES = 400_000


class ClipError(Exception):
    """What lies on the clipboard cannot be pasted; the text is one sentence for the user."""


class _Header(Struct):
    format: int


_decoder = msgspec.json.Decoder(Clip)
_header = msgspec.json.Decoder(_Header)
_encoder = msgspec.json.Encoder(order="deterministic")


def encode(clip: Clip) -> bytes:
    return _encoder.encode(clip)


def decode(data: bytes) -> Clip:
    """Read a clip that comes from outside. Raises ClipError."""
    if len(data) > LARGEST or is_more_than(data, MOST_VALUES):
        _refuse_too_much()
    try:
        if _header.decode(data).format > FORMAT:
            raise ClipError(
                _("The copy was made by a newer Ketjupaja: update the program to paste it.")
            )
        clip = _decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        _refuse_damaged()
    records = (*clip.copied, *clip.around)
    if len(records) > MOST_RECORDS:
        _refuse_too_much()
    orders = [getattr(record, "order", "a0") for record in records]
    doubled = len({record.id for record in records}) < len(records)
    if clip.format < 1 or doubled or not all(map(is_order, orders)):
        _refuse_damaged()
    if encode(clip) != data and doubled_key(data):
        _refuse_damaged()
    return clip


def _refuse_damaged() -> NoReturn:
    raise ClipError(_("The copy on the clipboard is damaged: copy it again.")) from None


def _refuse_too_much() -> NoReturn:
    raise ClipError(_("There is too much on the clipboard to be pasted: copy less at a time."))
