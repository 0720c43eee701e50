"""The board as a picture: SVG, PDF and PNG of one layout, and the graph in Graphviz's language.

`look` says colours and signs, `shapes` the outlines that a card's or an arrow's meaning gives it;
`paint` (Qt) and `svg` (own text) draw by both, so that screen and exports cannot differ.
"""
