"""Tidying: the same pathway with fewer crossings, in cells of the same lanes and phases."""

from model.tidy.tangle import Tangle, tangle

__all__ = ["Tangle", "tangle", "tidy"]
from model.tidy.tidying import tidy
