"""What is done against crashes: the open work is kept while it is edited, and offered again."""

from designer.ui.recovery.banner import UnkeptBanner
from designer.ui.recovery.keeping import Keeping
from designer.ui.recovery.recovery import Recovery

__all__ = ["Keeping", "Recovery", "UnkeptBanner"]
