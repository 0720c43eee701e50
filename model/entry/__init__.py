"""Capture by typing: one line, or a pasted list, read and turned into one change.

    Arvio                     a stage after the current one
    Lääkäri: Arvio            in the lane of an actor that exists
    Arvio @Lääkäri #Hoito     in a lane and a phase, which come to be when there are none such
    → Arvio                   a handover from the current stage to one that exists
    Arvio → Hoito             the same from another stage
    @Lääkäri                  an actor alone;  #Hoito: a phase alone
    12: Arvio                 a stage with the paper card 12
    12 → 15                   a handover between the stages of two paper cards

What is not understood stays in the title: nothing typed is lost.
"""

from model.entry.completions import Completion, CompletionKind, completions
from model.entry.enter import enter, sketch, why_nothing
from model.entry.enter_list import enter_list
from model.entry.line import Entry, existing, read_entry
from model.entry.listed import Listed, ListedKind
from model.entry.lists import read_list
from model.entry.names import LONGEST_NAME, Found, NewName

__all__ = [
    "LONGEST_NAME",
    "Completion",
    "CompletionKind",
    "Entry",
    "Found",
    "Listed",
    "ListedKind",
    "NewName",
    "completions",
    "enter",
    "enter_list",
    "existing",
    "read_entry",
    "read_list",
    "sketch",
    "why_nothing",
]
