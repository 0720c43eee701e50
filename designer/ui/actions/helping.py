"""Help."""

from typing import Final

from designer.ui.actions.action import Action, When
from model.messages import N_

ACTIONS: Final = (
    Action("keys", N_("&Keyboard shortcuts"), lambda window: window.show_keys(),
           When.ALWAYS, "F1", icon="circle-question-mark"),
    Action("about", N_("&About Ketjupaja"), lambda window: window.show_about(),
           When.ALWAYS, icon="info"),
)  # fmt: skip
