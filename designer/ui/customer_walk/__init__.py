"""The pathway walked as the customer, step by step, beside the board."""
