"""Capture: putting a pathway on the board as fast as people talk."""
