"""The empty document: its parts are XML files beside this one, to be read and changed as text.

Styles have the names that Word itself gives them ("heading 1", "List Bullet"), so that Word's
navigation, its table of contents and its accessibility checker know them; fonts come from the
theme. Format: ECMA-376 (Office Open XML), WordprocessingML.
"""

from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml.ns import qn

_FOLDER: Final = Path(__file__).parent
_PARTS: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/app.xml": "app.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/theme/theme1.xml": "theme.xml",
}
_REGIONS: Final = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI"}


def locale_of(language: str) -> str:
    """Return the tag by which Word knows a language: "sv-FI", the code itself for the rest."""
    return _REGIONS.get(language, language)


def blank(language: str) -> OpenDocument:
    """Return a document without content, A4 upright, its texts in a language."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, file in _PARTS.items():
            archive.writestr(name, (_FOLDER / file).read_bytes())
    stream.seek(0)
    document = Document(stream)
    tag = locale_of(language)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), tag)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), tag)
    return document
