"""Other programs that answer some of the same questions, run beside ours on the same graph."""
