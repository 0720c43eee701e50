"""`python -m benchmarks.floors.imports`: what any command line on these libraries must import."""

import msgspec
import typer

__all__ = ["msgspec", "typer"]
