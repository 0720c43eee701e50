"""Questions about plain language, asked of one text in one language at a time.

`prose` reads a text into paragraphs and sentences, `vocabulary` counts its words and knows those
to explain or to leave out, `readability` is LIX, `morphology` asks Voikko where it is installed.
Nothing here knows of pathways. Answers are kept per text, so that asking again costs next to
nothing.
"""

KEPT_TEXTS = 1 << 16
"""Of how many texts each answer is kept: as many as a board of some 8,000 stages has."""
