"""Titles that would be bad names of files: of devices, of folders above, alike, or of nothing."""

from typing import Final

DEVICES: Final = (
    *("CON", "con", "PRN", "aux", "NUL", "nul.txt", "COM0", "COM1", "com9", "LPT1", "lpt9"),
    *("COM¹", "COM²", "LPT³", "CONIN$", "CONOUT$", "CLOCK$", "con ", "con."),
    *("CON.html", "AUX.ketju"),
)
FOLDERS: Final = (
    *(".", "..", "...", "../x", "../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "C:x"),
    *("\\\\palvelin\\jako", "//palvelin/jako", "a/b", "a\\b", "a:b", "a:virta:$DATA", "~", "~root"),
    *("./x", "x/.", "x/..", "%2e%2e%2f", "..%5c", "file:///x"),
    *("\u2215etc\u2215x", "\uff0e\uff0e\uff0fx", "data", "fi", "desktop.ini"),
    *("index", "INDEX", "index.html", "style.css", "_headers", ".htaccess"),
)
CHARACTERS: Final = (
    *('a"b', "a*b", "a?b", "a<b>c", "a|b", "a\tb", "a\nb", "a\x00b", "a\x1fb", "a\x7fb", "a\x85b"),
    *("piste.", "piste. ", " alku", "loppu ", "-viiva", "--help", "-rf", "$(id)", "`id`", "%PATH%"),
    *("a\u202egpj.exe", "a\u200bb", "\ufeffa", "a\u2028b", "\ud800", "\U000e0041"),
    *("🙂", "🙂🙂", "北京"),
    *("مرحبا", "Ω", "ﬁ", "ß", "İ", "ı", "ſ", "æ", "Ø", "đ", "№"),
    *("½", "", " ", "\u00a0", "_", "-", "--"),
)
LONG: Final = ("a" * 300, "ä" * 300, "𝔸" * 300, "a." * 150, "sana " * 100, "/" * 300)
TWINS: Final = (
    ("Ääni", "A\u0308a\u0308ni"),
    ("Uni", "UNI"),
    ("straße", "STRASSE"),
    ("K", "\u212a"),
    ("a b", "a  b"),
    ("uni", "uni\u200b"),
)
"""Titles that one system or another takes for the same name."""

TITLES: Final = (*DEVICES, *FOLDERS, *CHARACTERS, *LONG, *(each for pair in TWINS for each in pair))
