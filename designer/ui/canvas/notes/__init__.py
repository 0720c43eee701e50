"""Sticky notes on the board: shown, written, ticked off, hung elsewhere."""
