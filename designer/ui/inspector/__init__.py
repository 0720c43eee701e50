"""The forms beside the board: everything that a pathway says can be read and written here."""
