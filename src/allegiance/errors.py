"""What can go wrong, drawn at the top.

    AllegianceError            every error this package raises on purpose
    ├── BadDate                a text that is no EDTF date
    ├── BadClaim               a claim that breaks the codebook or its own document
    ├── BadGrade               no grade of the Admiralty scale
    ├── BadFrame               a frame file that does not say what it must
    ├── BadModel               the language model is missing or is not the one that was pinned
    ├── BadQuery               a search without a word to look for
    ├── BadRedaction           a redaction that would leave what it is to take out
    ├── LedgerError            the store cannot be opened, read or written
    │   ├── LedgerBusy         another process holds it
    │   └── LedgerTooNew       it was written by a later version of this program
    ├── NotFound               a name or an id that the ledger does not hold
    └── Withheld               an actor that is not asked for: a private person, a minor

Bad input never raises: it gives a `Problem`, an error as a value with an address, and the work goes on.
Only the edges (the command line, the pages) print.
"""

from __future__ import annotations

from dataclasses import dataclass


class AllegianceError(Exception):
    """An error with an address and a next step. `str()` of it is fit to be shown to a user."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class BadDate(AllegianceError):
    """A text that is no EDTF date."""


class BadClaim(AllegianceError):
    """A claim that breaks the codebook or does not fit its document."""


class BadGrade(AllegianceError):
    """No grade of the Admiralty scale."""


class BadFrame(AllegianceError):
    """A frame file that does not say what it must, or whose examples do not come out."""


class BadModel(AllegianceError):
    """The language model is missing, or is not the one that was pinned."""


class BadQuery(AllegianceError):
    """A search without a word to look for."""


class BadRedaction(AllegianceError):
    """A redaction that would leave what it is to take out."""


class LedgerError(AllegianceError):
    """The store cannot be opened, read or written."""


class LedgerBusy(LedgerError):
    """Another process holds the store."""


class LedgerTooNew(LedgerError):
    """The store was written by a later version of this program."""


class NotFound(AllegianceError):
    """A name or an id that the ledger does not hold. `suggestions` are the nearest that it does."""

    def __init__(self, message: str, *, suggestions: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.suggestions = suggestions


class Withheld(AllegianceError):
    """A person whom reports name in no public role, or as a child: there is no answer about such people."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, as a value: where it is, what it is, what to do.

    `code` is a short stable word for programs (`encrypted`, `empty`, `no-reader`); `address` names the file, the line,
    the page or the characters; `hint` is the next step, and is empty where there is none.
    """

    address: str
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.address}: {self.message}{tail}"
