"""Names become actors: the register, what stands beside a name, and who is joined with whom, with the reason.

`load_register` reads the known actors, `uses_of` takes from claims what stands beside each name, `resolve` says which
actor each name stands for. `compare` holds two names side by side for a person who asks; `Candidates` finds, among
many names, those that may be another spelling of one.
"""

from allegiance.actors.candidates import Candidate, Candidates
from allegiance.actors.compare import Comparison, Verdict, compare
from allegiance.actors.gazetteer import Gazetteer, Level, Place, load_gazetteer, shown
from allegiance.actors.imports import Kept, keep, recognised
from allegiance.actors.meetings import Telling, read_telling, tellings_of
from allegiance.actors.records import Name, Parent, Record
from allegiance.actors.registers import (
    Register,
    load_register,
    own_register,
    register_folder,
    register_of,
    register_paths,
)
from allegiance.actors.resolve import Resolved, join, resolve
from allegiance.actors.rules import rules_of
from allegiance.actors.standing import Stood, standings
from allegiance.actors.suggest import Suggestion, suggest
from allegiance.actors.touching import touched
from allegiance.actors.un_list import read_un_list
from allegiance.actors.uses import Companion, Tie, Use, uses_of

__all__ = [
    "Candidate",
    "Candidates",
    "Companion",
    "Comparison",
    "Gazetteer",
    "Kept",
    "Level",
    "Name",
    "Parent",
    "Place",
    "Record",
    "Register",
    "Resolved",
    "Stood",
    "Suggestion",
    "Telling",
    "Tie",
    "Use",
    "Verdict",
    "compare",
    "join",
    "keep",
    "load_gazetteer",
    "load_register",
    "own_register",
    "read_telling",
    "read_un_list",
    "recognised",
    "register_folder",
    "register_of",
    "register_paths",
    "resolve",
    "rules_of",
    "shown",
    "standings",
    "suggest",
    "tellings_of",
    "touched",
    "uses_of",
]
