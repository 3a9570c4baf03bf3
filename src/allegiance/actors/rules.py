"""By which rules names were resolved: a digest that changes when anything does on which the result depends."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

from allegiance.actors.registers import Register


def rules_of(register: Register) -> str:
    """A digest of the rules and of the register by which they go."""
    return f"{_code()} {register.digest}"


@lru_cache(maxsize=1)
def _code() -> str:
    """A digest of this room, its word lists and gazetteer included, and of what it has from elsewhere."""
    told = blake2b(digest_size=12)
    package = resources.files("allegiance")
    for file in (package / "names.py", package / "when.py", *_files(package / "actors")):
        told.update(f"{file.name}\n".encode())
        told.update(file.read_bytes())
    return told.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    """What lies in a folder and below it, but for the register, which has its own digest."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _files(entry) if entry.name not in ("register", "__pycache__") else []
        else:
            found.append(entry)
    return found
