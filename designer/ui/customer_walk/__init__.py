"""The pathway walked as the customer, step by step, beside the board."""

from designer.ui.customer_walk.beside import BesideBoard
from designer.ui.customer_walk.panel import CustomerWalk

__all__ = ["BesideBoard", "CustomerWalk"]
