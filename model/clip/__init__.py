"""Copies of stages: within a pathway, and over the clipboard into another one."""

from model.clip.clipped import Clip, clip_of
from model.clip.codec import ClipError, decode, encode
from model.clip.copies import duplicate, paste
from model.clip.words import as_text

__all__ = ["Clip", "ClipError", "as_text", "clip_of", "decode", "duplicate", "encode", "paste"]
