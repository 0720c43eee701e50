"""The barest code that does the same visible work with the same library: what ours is held to."""
