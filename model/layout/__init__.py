"""Where everything goes on the board: a pure function of the pathway and a text measure."""
