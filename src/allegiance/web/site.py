"""What every page is given: the ledger, how it is served, its templates and its sessions."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2 import Environment

from allegiance.ledger import Ledger
from allegiance.web.kept import Kept
from allegiance.web.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Serving:
    """Where and to whom the pages are served.

    `hosts` are the names, each with its port, under which browsers may ask for them. `token` must be given before
    anything is shown; `""` asks for none, which is for loopback alone. `by` is the author of decisions.
    """

    hosts: frozenset[str]
    token: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """One ledger as it is served, and what was found in it for its pages."""

    ledger: Ledger
    serving: Serving
    templates: Environment
    sessions: Sessions
    kept: Kept = field(default_factory=Kept)
