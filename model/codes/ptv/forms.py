"""How codes look whose lists are not kept here: KOKO terms (Finto), TOL 2008 (industries).

PTV takes them as addresses; people write the codes alone.
"""

import re
from typing import Final

TERM: Final = re.compile(r"(?:http://www\.yso\.fi/onto/([a-z]+)/)?(p[0-9]{1,5})")
"""A KOKO term: its vocabulary, where an address names one, and its code."""

INDUSTRIES: Final = "http://uri.suomi.fi/codelist/jhs/toimiala_1_20080101/code/"
INDUSTRY: Final = re.compile(rf"(?:{re.escape(INDUSTRIES)})?([A-Z]|[0-9]{{2,5}})")
"""An industrial class: its code."""
