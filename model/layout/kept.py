"""What was worked out last, kept for as long as it would come out the same."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """One value, worked out anew when what it is made of is not equal to that of last time."""

    def __init__(self) -> None:
        self._last: tuple[tuple[object, ...], T] | None = None

    def of(self, *made_of: object, make: Callable[[], T]) -> T:
        if self._last is None or self._last[0] != made_of:
            self._last = made_of, make()
        return self._last[1]
