"""How far a long command has come: documents, how many a second, how long it may still take."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
"""Seconds before anything is said: what is quick needs no progress."""

_ON_A_TERMINAL = 0.2
_IN_A_LOG = 10.0


class Progress:
    """A line on standard error: on a terminal one that changes, in a log a new one every ten seconds.

    `total` is how many files there are; one file may hold several documents, so that the time left is said only as long
    as fewer documents than files are done. The first document waits for the model to load: speed is that of those
    after it.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._begun = time.monotonic()
        self._shown = self._begun
        self._first = self._begun
        self._live = sys.stderr.isatty()
        self._length = 0
        self.done = 0
        """How many documents are done."""

    def step(self) -> None:
        """One more document is done."""
        self.done += 1
        now = time.monotonic()
        if self.done == 1:
            self._first = now
        pause = _ON_A_TERMINAL if self._live else _IN_A_LOG
        if now - self._begun < PATIENCE or now - self._shown < pause:
            return
        self._shown = now
        line = progress_line(self.done, self._total, now - self._first)
        if self._live:
            sys.stderr.write(f"\r{line.ljust(self._length)}")
            self._length = len(line)
        else:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()

    def clear(self) -> None:
        """Make room for another line."""
        if self._length:
            sys.stderr.write(f"\r{' ' * self._length}\r")
            sys.stderr.flush()
            self._length = 0


def progress_line(done: int, total: int, seconds: float) -> str:
    """How far `done` of `total` has come, in words, so many seconds after the first of them was done."""
    if done < 2 or seconds <= 0:
        return f"{done:,} of {max(done, total):,} documents"
    rate = (done - 1) / seconds
    shown = _speed(rate)
    if done > total:
        return f"{done:,} documents, {shown}"
    return f"{done:,} of {total:,} documents, {shown}, {_in_words((total - done) / rate)} left"


def _speed(rate: float) -> str:
    """So many documents a second; where that would round to next to none, how long each took."""
    if rate < 0.1:
        return f"{1 / rate:.0f} s each"
    return f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"


def _in_words(seconds: float) -> str:
    if seconds < 60:
        return f"about {seconds:.0f} s"
    if seconds < 3600:
        return f"about {seconds / 60:.0f} min"
    return f"about {seconds / 3600:.1f} h"
