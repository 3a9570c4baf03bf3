"""What was found for a page, kept for its next page, for what it loads, and for whoever else asks the same.

It is kept as long as nothing was recorded, resolved or redacted meanwhile, and no more than some tens of thousands of
rows, whatever pages they were found for.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from allegiance.model import Answer

MOST_ROWS = 60_000
"""So many rows are kept, those that were asked for last: all that is told of a group of five thousand has as many."""

Found = TypeVar("Found")


class Kept:
    """What was found, the latest of it, each for one question of one state of the ledger."""

    def __init__(self, most: int = MOST_ROWS) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, tuple[Hashable, int, Any]] = OrderedDict()
        self._rows = 0
        self._lock = Lock()

    def answer(self, question: Hashable, state: Hashable, ask: Callable[[], Answer]) -> Answer:
        """The answer to a question, asked for where none is kept."""
        return self.found(question, state, ask, lambda answer: len(answer.rows))

    def found(
        self, question: Hashable, state: Hashable, find: Callable[[], Found], rows: Callable[[Found], int]
    ) -> Found:
        """What is kept for a question in this state; else what `find` gives, kept for as many `rows` as it has.

        What has more rows than are kept at all is found each time.
        """
        with self._lock:
            known, _, held = self._held.get(question, (None, 0, None))
            if question in self._held and known == state:
                self._held.move_to_end(question)
                kept: Found = held
                return kept
            self._drop(question)
        made = find()
        self._keep(question, state, 1 + rows(made), made)
        return made

    def _keep(self, question: Hashable, state: Hashable, rows: int, made: object) -> None:
        with self._lock:
            self._drop(question)
            if rows > self._most:
                return
            self._held[question] = (state, rows, made)
            self._rows += rows
            while self._rows > self._most:
                self._drop(next(iter(self._held)))

    def _drop(self, question: Hashable) -> None:
        _, rows, _ = self._held.pop(question, (None, 0, None))
        self._rows -= rows
