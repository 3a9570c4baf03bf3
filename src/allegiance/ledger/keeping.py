"""What is kept of what views have put together, so that the next question need not put it together again.

All views of one state of the ledger share it: an open ledger is asked much more often than it is written to. What was
redacted or resolved meanwhile, by whatever process, must not be shown from memory: whatever is kept is kept for one
state of both (`states.state_of`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from allegiance.model import Appearance, Recorded

CLAIMS_AT_MOST = 20_000
"""How many claims are kept, of all states together."""
TEXTS_AT_MOST = 4_000
"""Of so many documents is kept what stands beside their claims, of all states together."""
STATES_AT_MOST = 16
"""Of so many states, those that were asked for last, anything is kept."""


@dataclass(frozen=True, slots=True)
class Text:
    """What stands beside every claim of one document. `instead` are its names, as `standing.names_in` has them."""

    appearances: tuple[Appearance, ...]
    sketch: bytes
    instead: Mapping[str, str]


@dataclass(slots=True)
class Kept:
    """Claims of one state, and what stands beside those of a document, by number."""

    claims: dict[int, Recorded] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)


class Memory:
    """What is kept of each state, by whatever tells states apart. It may be shared between threads."""

    def __init__(self) -> None:
        self._states: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def of(self, state: Hashable) -> Kept:
        """What is kept of a state: nothing yet, where it is new. What too many others keep is forgotten."""
        with self._lock:
            kept = self._states.setdefault(state, Kept())
            self._states.move_to_end(state)
            while len(self._states) > STATES_AT_MOST or self._is_full():
                self._states.popitem(last=False)
            return kept

    def _is_full(self) -> bool:
        every = self._states.values()
        claims, texts = sum(len(one.claims) for one in every), sum(len(one.texts) for one in every)
        return claims > CLAIMS_AT_MOST or texts > TEXTS_AT_MOST
