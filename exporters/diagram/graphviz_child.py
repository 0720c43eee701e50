"""Draws a graph: `python -m exporters.diagram.graphviz_child LAYOUT` reads DOT, writes SVG.

A process of its own, since Graphviz holds Python's lock while it draws, takes as long as it
likes, and can end the whole process on an input that it does not stand.
"""

import sys

from pygraphviz import AGraph


def main() -> None:
    graph = AGraph(string=sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(graph.draw(format="svg", prog=sys.argv[1]))


if __name__ == "__main__":
    main()
