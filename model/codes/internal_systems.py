"""What only people inside an organisation can open: systems, drives, places of instructions.

Patterns of regular expressions by language of the text; those under "" stand in any language.
Names of systems are matched as they are written ("Apotti", not "apotti"), the rest in any case.
Services for customers, such as OmaKanta, Maisa or Omaolo, are not among them. Ketjupaja's own
list, from the systems that Finnish counties name in their instructions for staff.
"""

from typing import Final

SYSTEMS: Final = (
    r"Apotti\w*",
    r"Haiku(?:ssa|sta|un|n)?",
    r"Lifecare\w*",
    r"LifeCare\w*",
    r"Effica\w*",
    r"SosEffica\w*",
    r"Pegasos\w*",
    r"Mediatri\w*",
    r"Uranus\w*",
    r"ProConsona\w*",
    r"Pro Consona\w*",
    r"Abilita\w*",
    r"HaiPro\w*",
    r"SharePoint\w*",
    r"Sharepoint\w*",
    r"OneDrive\w*",
    r"Teams(?:issa|istä|ista|iin|in|it|ille|illä)?",
    r"Yammer\w*",
    r"Viva Engage\w*",
    r"Granite\w*",
)

WORDS: Final = {
    "": (
        r"intranet\w*",
        r"\\\\\w[\w.-]*\\\S+",
        r"file://\S+",
        r"(?<!\w)[a-z]:\\\S+",
    ),
    "fi": (
        r"intra(?:ssa|sta|an|n)?",
        r"verkkolevy\w*",
        r"[a-z]-asema(?:lla|lta|lle|n)?",
        r"katso haiku\w*",
        r"sisäi(?:nen|set|sestä|sessä|sen) ohje\w*",
        r"vain (?:henkilöstölle|henkilökunnalle|sisäiseen käyttöön)",
    ),
    "sv": (
        r"intranät\w*",
        r"nätverksdisk\w*",
        r"intern(?:a|) anvisning\w*",
        r"endast för (?:personalen|internt bruk)",
    ),
    "en": (
        r"network drive\w*",
        r"internal (?:instructions?|guidelines?)",
        r"(?:staff|internal use) only",
    ),
}

CLOSED_SITES: Final = ("sharepoint.com", "teams.microsoft.com", "onedrive.live.com")
"""Websites whose pages open only to those who are let in; their parts too."""
