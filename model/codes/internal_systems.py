"""What only people inside an organisation can open: systems, drives, places of instructions.

Patterns of regular expressions by language of the text; those under "" stand in any language.
Each stands under some of its letters, in small ones, by which it is looked for first: texts are
many, and hits are few. Names of systems are matched as they are written ("Apotti", not "apotti"),
the rest in any case. Services for customers, such as OmaKanta, Maisa or Omaolo, are not among
them. Ketjupaja's own list, from the systems that Finnish counties name in instructions for staff.
"""

from typing import Final

SYSTEMS: Final = {
    "apotti": r"Apotti\w*",
    "haiku": r"Haiku(?:ssa|sta|un|n)?",
    "lifecare": r"Life[Cc]are\w*",
    "effica": r"(?:Sos)?Effica\w*",
    "pegasos": r"Pegasos\w*",
    "mediatri": r"Mediatri\w*",
    "uranus": r"Uranus\w*",
    "consona": r"Pro ?Consona\w*",
    "abilita": r"Abilita\w*",
    "haipro": r"HaiPro\w*",
    "sharepoint": r"Share[Pp]oint\w*",
    "onedrive": r"OneDrive\w*",
    "teams": r"Teams(?:issa|istä|ista|iin|in|it|ille|illä)?",
    "yammer": r"Yammer\w*",
    "viva engage": r"Viva Engage\w*",
}

WORDS: Final = {
    "": {
        "intranet": r"intranet\w*",
        "\\\\": r"\\\\\w[\w.-]*\\\S+",
        "file://": r"file://\S+",
        ":\\": r"[a-z]:\\\S+",
    },
    "fi": {
        "intra": r"intra(?:ssa|sta|an|n)?",
        "verkkolevy": r"verkkolevy\w*",
        "-asema": r"[a-z]-asema(?:lla|lta|lle|n)?",
        "katso haiku": r"katso haiku\w*",
        "sisäi": r"sisäi(?:nen|set|sestä|sessä|sen) ohje\w*",
        "vain ": r"vain (?:henkilöstölle|henkilökunnalle|sisäiseen käyttöön)",
    },
    "sv": {
        "intranät": r"intranät\w*",
        "nätverksdisk": r"nätverksdisk\w*",
        " anvisning": r"intern(?:a|) anvisning\w*",
        "endast för ": r"endast för (?:personalen|internt bruk)",
    },
    "en": {
        "network drive": r"network drive\w*",
        "internal ": r"internal (?:instructions?|guidelines?)",
        " only": r"(?:staff|internal use) only",
    },
}

CLOSED_SITES: Final = ("sharepoint.com", "teams.microsoft.com", "onedrive.live.com")
"""Websites whose pages open only to those who are let in; their parts too."""
