"""Mermaid: a pathway as text that GitHub, GitLab, Azure DevOps and many editors draw.

Both flowcharts and swimlanes are written and read (https://mermaid.js.org/syntax/flowchart.html,
https://mermaid.js.org/syntax/swimlanes.html): they have one grammar.
"""

from collections.abc import Iterator, Sequence

from exporters.exporter import Exporter, Form, Group, Options, Progress
from exporters.importer import Imported, Importer
from model.messages import N_
from model.pathway import Pathway

BY_ACTOR = Form("actor", N_("Flowchart, stages grouped by actor"))
BY_PHASE = Form("phase", N_("Flowchart, stages grouped by phase"))
SWIMLANES = Form("swimlanes", N_("Swimlanes by actor (Mermaid 11.16 or newer)"))


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.mermaid.writing import text

    progress(0)
    yield "pathway.mmd", text(pathway, options.languages_for(pathway)[0], options.form).encode()
    progress(1)


def losses(pathway: Pathway, options: Options) -> Sequence[str]:
    from exporters.mermaid.losses import losses as found

    return found(pathway, options)


def read(data: bytes, language: str) -> Imported:
    from exporters.mermaid.reading import read as read_data

    return read_data(data, language)


MERMAID = Exporter(
    "mermaid",
    N_("Mermaid text"),
    ".mmd",
    build,
    losses,
    group=Group.OTHER_TOOLS,
    forms=(BY_ACTOR, BY_PHASE, SWIMLANES),
)

LARGEST = 1_000_000  # bytes; Mermaid itself draws 50,000 letters

FROM_MERMAID = Importer(
    "mermaid", N_("Mermaid text"), (".mmd", ".mermaid", ".md", ".markdown"), LARGEST, read
)
