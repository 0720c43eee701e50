"""The rules, and how they are asked."""
