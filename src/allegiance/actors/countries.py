"""The states' ISO 3166-1 codes, by code and by the names that the packaged register gives them."""

from __future__ import annotations

from functools import cache
from importlib import resources

from allegiance.actors.files import RegisterFile, records_of
from allegiance.actors.records import Record
from allegiance.names import key

FILE = "register/states.yaml"


@cache
def _codes() -> dict[str, str]:
    data = resources.files(__package__).joinpath(FILE).read_bytes()
    states = [item for item in records_of(RegisterFile(data, FILE)) if isinstance(item, Record) and item.countries]
    named = {key(name): state.countries[0] for state in states for name in state.strong}
    return named | {state.countries[0].lower(): state.countries[0] for state in states}


def code_of(country: str) -> str:
    """The code of a country that is told by its code, in whatever case, or by a name; `""` where it is not known."""
    return _codes().get(key(country), "") or _codes().get(country.strip().lower(), "")
