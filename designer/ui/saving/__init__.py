"""Saving beside the window, what others make of the file meanwhile, and its earlier versions."""
