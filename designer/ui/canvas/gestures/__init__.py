"""What the pointer does on the board, one class per gesture, from press to release."""
