"""The pathway and all that can be said of it. No Qt, no drawing, no network."""
