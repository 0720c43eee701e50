"""How complete the pathway is: figures by section and by sector, and what is missing."""

from designer.ui.completeness.measuring import Measuring
from designer.ui.completeness.panel import CompletenessPanel

__all__ = ["CompletenessPanel", "Measuring"]
