"""Files: open, save, close."""

from typing import TYPE_CHECKING, Final

from designer.ui.actions.action import Action, When
from designer.ui.publishing import show_publishing
from model.messages import N_

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def _bring_in(window: "MainWindow") -> None:
    from designer.ui.importing import ask_what_to_bring_in

    ask_what_to_bring_in(window)


def _print_poster(window: "MainWindow") -> None:
    from designer.ui.printing import show_poster

    show_poster(window)


def _print_cards(window: "MainWindow") -> None:
    from designer.ui.printing import show_cards

    show_cards(window)


def _show_portfolio(window: "MainWindow") -> None:
    from designer.ui.portfolio import show_portfolio

    show_portfolio(window)


ACTIONS: Final = (
    Action("open", N_("&Open…"), lambda window: window.filing.ask_what_to_open(),
           When.ALWAYS, "Ctrl+O", icon="folder-open"),
    Action("import", N_("Bring in from another &format…"), _bring_in,
           When.ALWAYS, icon="log-in"),
    Action("start", N_("Start &screen"), lambda window: window.show_start_screen(),
           When.ALWAYS, icon="house"),
    Action("recover", N_("&Works to recover…"),
           lambda window: window.program.recovery.show(window), When.ALWAYS),
    Action("delete_recoverable", N_("&Delete the works to recover…"),
           lambda window: window.program.recovery.ask_to_delete_all(window), When.ALWAYS),
    Action("save", N_("&Save"), lambda window: window.filing.save(),
           shortcut="Ctrl+S", icon="save"),
    Action("save_as", N_("Save &as…"), lambda window: window.filing.ask_where_to_save(),
           shortcut="Ctrl+Shift+S", icon="save-all"),
    Action("versions", N_("Earlier &versions…"), lambda window: window.filing.show_versions(),
           icon="history"),
    Action("publish", N_("&Publish as a website…"), show_publishing,
           shortcut="Ctrl+Shift+U", icon="globe"),
    Action("poster", N_("Print a p&oster…"), _print_poster, shortcut="Ctrl+P", icon="printer"),
    Action("cards", N_("Print paper c&ards…"), _print_cards),
    Action("portfolio", N_("P&ortfolio…"), _show_portfolio, When.ALWAYS),
    Action("close", N_("&Close"), lambda window: window.close(), When.ALWAYS, "Ctrl+W"),
    Action("quit", N_("&Quit"), lambda window: window.program.quit(), When.ALWAYS, "Ctrl+Q"),
)  # fmt: skip
