"""A flowchart as its text says it, before it is a pathway."""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Node:
    """`group` is the innermost group that it is mentioned in first; `shape` is its opening."""

    name: str
    line: int
    label: str = ""
    shape: str = ""
    group: str | None = None
    classes: list[str] = field(default_factory=list)
    address: str = ""
    address_line: int = 0


@dataclass
class Group:
    name: str
    line: int
    title: str
    outer: str | None
    classes: list[str] = field(default_factory=list)


class Arrow(NamedTuple):
    """`stroke` is "-", "=" or "."; `ends` are the signs at its ends, "" where there is none."""

    source: str
    target: str
    line: int
    label: str
    stroke: str
    ends: tuple[str, str]


@dataclass
class Diagram:
    """All by name, in the order of the text; what has no place elsewhere, by its lines.

    `unseen` are links that only push nodes apart; `not_read` are the places that were not
    understood.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    title: str = ""
    styles: list[int] = field(default_factory=list)
    actions: list[int] = field(default_factory=list)
    unseen: list[int] = field(default_factory=list)
    not_read: list[tuple[int, str]] = field(default_factory=list)
