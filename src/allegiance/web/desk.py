"""Reads what was handed over, one lot at a time and beside the pages; one can ask how far it is, and end it."""

from __future__ import annotations

import secrets
import sys
import threading
import traceback
from collections import OrderedDict
from dataclasses import dataclass, replace

from allegiance import pipeline
from allegiance.errors import AllegianceError, Problem
from allegiance.intake import IntakeSettings, Pile, take_pile
from allegiance.ledger import Ledger
from allegiance.parallel import MakeReader, readers
from allegiance.resolving import resolve_names

KEPT = 10
"""Of so many of the latest lots it can be asked what became of them."""
MOST_SHOWN = 200
"""So many documents, and so many problems, of one lot are told by name."""
_PATIENCE = 10.0
"""Seconds for which the end of the pages waits for the reading to end."""


class Busy(AllegianceError):
    """Something else is being read."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a lot is. `files` are those that were handed over, `done` the documents that are dealt with.

    `step` says what is being done, in words, and is empty when all is. `new` is how many documents were not recorded
    before; `read`, which are ids of documents, and `problems` are the first of each. `failure` is why it broke off,
    mostly empty.
    """

    files: int
    done: int = 0
    new: int = 0
    claims: int = 0
    problems_in_all: int = 0
    read: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    step: str = ""
    stopped: bool = False
    failure: str = ""

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return bool(self.step)


class Lot:
    """One lot: what was handed over, and how far it is."""

    def __init__(self, pile: Pile, settings: IntakeSettings) -> None:
        self.id = secrets.token_urlsafe(9)
        self._pile = pile
        self._settings = settings
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._state = State(len(pile.reports), step="the reader is being made ready")

    @property
    def state(self) -> State:
        """How far it is now."""
        with self._lock:
            return self._state

    def stop(self) -> None:
        """End it after the documents that are being read; what was recorded stays."""
        self._stop.set()

    def work(self, ledger: Ledger, make: MakeReader) -> None:
        """Read and record everything, then resolve the names. Whatever goes wrong stands in its state."""
        try:
            self._read(ledger, make)
            self._now(replace(self.state, step="names are being resolved"))
            resolve_names(ledger)
        except AllegianceError as error:
            self._now(replace(self.state, failure=f"{error}; {error.hint}" if error.hint else str(error)))
        except Exception as error:
            traceback.print_exception(error, file=sys.stderr)
            self._now(replace(self.state, failure="the program broke; what happened stands where it was started"))
        finally:
            self._pile = Pile((), (), ())
            self._now(replace(self.state, step=""))

    def _read(self, ledger: Ledger, make: MakeReader) -> None:
        batch = ledger.batch()
        with batch, readers(make) as reading:
            self._now(replace(self.state, step="the reports are being read"))
            for event in pipeline.record_taken(ledger, batch, take_pile(self._pile, self._settings), reading):
                self._note(event)
                if self._stop.is_set():
                    self._now(replace(self.state, stopped=True))
                    break

    def _note(self, event: pipeline.Done | Problem) -> None:
        state = self.state
        if isinstance(event, Problem):
            problems = (*state.problems, event)[:MOST_SHOWN]
            self._now(replace(state, problems=problems, problems_in_all=state.problems_in_all + 1))
            return
        read = (*state.read, event.appearance.document)[:MOST_SHOWN]
        new, claims = state.new + event.added.documents, state.claims + event.added.claims
        self._now(replace(state, done=state.done + 1, read=read, new=new, claims=claims))

    def _now(self, state: State) -> None:
        with self._lock:
            self._state = state


class Desk:
    """The lots of one site: at most one is read, the others are done."""

    def __init__(self, ledger: Ledger, make: MakeReader) -> None:
        self._ledger = ledger
        self._make = make
        self._lots: OrderedDict[str, Lot] = OrderedDict()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def latest(self) -> Lot | None:
        """The lot that was handed over last."""
        with self._lock:
            return next(reversed(self._lots.values()), None)

    def lot(self, id: str) -> Lot | None:
        """The lot with this id, if it is one of the latest."""
        with self._lock:
            return self._lots.get(id)

    def begin(self, pile: Pile, settings: IntakeSettings) -> Lot:
        """Begin to read a lot. Raises Busy where another is being read."""
        with self._lock:
            if self.busy:
                raise Busy("other reports are being read", hint="wait for them, or stop them")
            lot = Lot(pile, settings)
            self._lots[lot.id] = lot
            while len(self._lots) > KEPT:
                self._lots.popitem(last=False)
            self._thread = threading.Thread(target=lot.work, args=(self._ledger, self._make), daemon=True)
            self._thread.start()
            return lot

    def close(self) -> None:
        """End what is being read, and wait a while for that."""
        latest, thread = self.latest, self._thread
        if latest is not None and thread is not None:
            latest.stop()
            thread.join(_PATIENCE)
