"""Paper from the window: the poster, and the cards of a workshop."""

from designer.ui.printing.opening import show_cards, show_poster

__all__ = ["show_cards", "show_poster"]
