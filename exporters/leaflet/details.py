"""How much a leaflet tells: what is left out, in which order, when two pages do not hold all."""

from enum import IntEnum

from model.messages import _


class Detail(IntEnum):
    """From all to the least; each leaves out what is named at it and at those above.

    Never shortened: the title, how to get help, the emergency text and numbers, the names of the
    stages, how long one waits, and who answers for the pathway.
    """

    ALL = 0
    NO_ADVICE = 1
    """What one can do at each stage; advice for looking after oneself stays."""
    SENTENCES = 2
    """Of what happens, all but the first sentence; of costs, all but their kind; the actors."""
    FEW_CONTACTS = 3
    """Contacts of other stages than those where one begins."""
    NAMES = 4
    """What happens at a stage, and what it costs."""
    LONG_TEXTS = 5
    """Of every long text, what comes after its beginning."""

    @property
    def tells_advice(self) -> bool:
        return self <= Detail.ALL

    @property
    def tells_all_that_happens(self) -> bool:
        return self <= Detail.NO_ADVICE

    @property
    def tells_what_happens(self) -> bool:
        return self <= Detail.FEW_CONTACTS

    @property
    def names_actors(self) -> bool:
        return self.tells_all_that_happens or not self.tells_what_happens

    @property
    def tells_all_contacts(self) -> bool:
        return self <= Detail.SENTENCES

    @property
    def cuts_long_texts(self) -> bool:
        return self >= Detail.LONG_TEXTS

    def loss(self) -> str:
        """Return what is left out as a sentence for the reader; '' when nothing is."""
        match self:
            case Detail.ALL:
                return ""
            case Detail.NO_ADVICE:
                return _("This leaflet leaves out what you can do at each stage.")
            case Detail.SENTENCES:
                return _("This leaflet tells each stage in one sentence.")
            case Detail.FEW_CONTACTS:
                return _(
                    "This leaflet tells each stage in one sentence, and only the contact details "
                    "that you begin with."
                )
            case Detail.NAMES:
                return _(
                    "This leaflet only names the stages, and the contact details that you begin "
                    "with."
                )
            case Detail.LONG_TEXTS:
                return _(
                    "This leaflet only names the stages, and of long texts it tells the beginning."
                )
