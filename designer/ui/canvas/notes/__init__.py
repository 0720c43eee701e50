"""Sticky notes on the board."""
