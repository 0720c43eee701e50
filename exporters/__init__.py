"""Formats that a pathway can be written in."""
