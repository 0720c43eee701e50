"""A leaflet of a pathway: one printable sheet of A4 as tagged PDF, in the customer's words."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Exporter, ExportError, Group, Options, Progress
from model.messages import LANGUAGES, N_, _, speaking
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the leaflet in the first of the languages.

    Raises ExportError for a language in which the leaflet has no words of its own.
    """
    from exporters.website.public import public_part

    language = _language(pathway, options)
    progress(0)
    public = public_part(pathway, [language])
    progress(0.1)
    yield "leaflet.pdf", leaflet(public, language)
    progress(1)


def leaflet(pathway: Pathway, language: str, address: str = "", notice: str = "") -> bytes:
    """Return the PDF of a public pathway; a QR code leads to `address`, the page on the web.

    `notice` stands at the top, in place of what the pathway's status says.
    Without an address (http or https) there is no code. The same content always gives the same
    bytes. What does not fit on two pages is left out as `Detail` says, and the leaflet tells so.
    """
    from exporters.leaflet.typesetting import fitted

    with speaking(language):
        return fitted(pathway, address, notice).pdf


def losses(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say what the leaflet leaves out, and why it has no QR code."""
    from exporters.leaflet.letters import letters_lacking
    from exporters.leaflet.typesetting import fitted
    from exporters.website.public import public_part
    from exporters.website.words import language_name

    language = _language(pathway, options)
    others = [code for code in options.languages_for(pathway) if code != language]
    public = public_part(pathway, [language])
    with speaking(language):
        made = fitted(public, "")
    lacking = letters_lacking(made.letters)
    sentences = [
        made.detail.loss(),
        _("The leaflet has no QR code: only a published page has an address to lead to."),
        _("The leaflet has one language; make another for: {languages}.").format(
            languages=", ".join(map(language_name, others))
        )
        if others
        else "",
        _("The leaflet’s font lacks these letters, and shows □ in their place: {letters}").format(
            letters=" ".join(lacking)
        )
        if lacking
        else "",
    ]
    return [sentence for sentence in sentences if sentence]


def _language(pathway: Pathway, options: Options) -> str:
    language = options.languages_for(pathway)[0]
    if language not in LANGUAGES:
        from exporters.website.words import language_name

        raise ExportError(
            _(
                "A leaflet can be made in {possible}, not in “{language}”: choose one of these."
            ).format(possible=", ".join(map(language_name, LANGUAGES)), language=language)
        )
    return language


LEAFLET = Exporter("leaflet", N_("Leaflet (PDF)"), ".pdf", build, losses, group=Group.PUBLISHING)
