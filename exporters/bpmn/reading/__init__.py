"""Diagrams of other tools as pathways: what is in the file, and what becomes of it."""
