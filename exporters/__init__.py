"""What a pathway is written in, and what one is read from; the lists are in `formats`."""
