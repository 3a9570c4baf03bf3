"""Which files are to be read, in which order and under which names; and opening one without being led astray."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from allegiance.errors import Problem
from allegiance.intake.formats import SUFFIXES, known_by_suffix

STDIN = "-"
_CHUNK = 1024 * 1024
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: its path, and that path as seen from the folder that was given (`""` where it was named)."""

    path: str
    within: str = ""


def find(paths: Sequence[str], *, recursive: bool = True) -> Iterator[Found | Problem]:
    """The files that `paths` come to, each once: named files in the order given, folders walked in sorted order.

    In a folder, files of other kinds and hidden ones are passed over, and links to folders are not followed.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _under(path, recursive):
            if isinstance(found, Found):
                key = STDIN if found.path == STDIN else _once(found.path)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def count_files(paths: Sequence[str], *, recursive: bool = True) -> int:
    """How many files `find` finds."""
    return sum(isinstance(found, Found) for found in find(paths, recursive=recursive))


def names(found: Sequence[Found]) -> list[str]:
    """A name for each file: its stem; where stems collide its path within the folder given, and longer if need be."""
    ladder: tuple[Callable[[Found], str], ...] = (_stem, _path_within, lambda file: file.within or file.path, _whole)
    given: dict[int, str] = {}
    for shorten in ladder:
        tried = {index: shorten(file) for index, file in enumerate(found) if index not in given}
        often = Counter(tried.values())
        given.update({index: name for index, name in tried.items() if often[name] == 1})
    return [shown(given.get(index, file.path)) for index, file in enumerate(found)]


def open_regular(path: str) -> BinaryIO | Problem:
    """The file at `path`, open for reading, if it is a regular file or a link to one; nothing else is ever opened."""
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return _not_a_file(path)
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        return refused(path, error)
    handle = open(descriptor, "rb")  # noqa: PTH123, SIM115 - a descriptor has no path, and the caller closes it
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        handle.close()
        return _not_a_file(path)
    return handle


def read(path: str, limit: int) -> bytes | Problem:
    """The bytes of the regular file at `path`, if there are no more than `limit`; a larger file is not read whole."""
    handle = open_regular(path)
    if isinstance(handle, Problem):
        return handle
    with handle:
        if os.fstat(handle.fileno()).st_size > limit:
            return too_large(path, limit)
        return read_stream(handle, path, limit)


def read_stream(stream: BinaryIO, address: str, limit: int) -> bytes | Problem:
    """Everything left in `stream`, if that is no more than `limit` bytes."""
    data = bytearray()
    try:
        while chunk := stream.read(_CHUNK):
            data += chunk
            if len(data) > limit:
                return too_large(address, limit)
    except (OSError, ValueError) as error:
        return refused(address, error)
    return bytes(data)


def too_large(address: str, limit: int) -> Problem:
    """The problem of a file, line or page that is larger than `limit` bytes."""
    hint = "split it, or raise the limit"
    return Problem(shown(address), "too-large", f"it is larger than the {limit / 2**20:g} MiB that are read", hint)


def refused(path: str, error: Exception) -> Problem:
    """The problem of a path that the system would not let us read."""
    if isinstance(error, FileNotFoundError):
        return Problem(shown(path), "not-found", "there is no such file", "check the path")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    hint = "check that you may read it" if isinstance(error, PermissionError) else ""
    return Problem(shown(path), "unreadable", f"it cannot be read: {reason.lower()}", hint)


def shown(path: str) -> str:
    """`path` as it can be stored and printed: bytes of a file name that are no UTF-8 become `�`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def stem(path: str) -> str:
    """The file's name without its last suffix."""
    return PurePath(path).stem


def _once(path: str) -> str:
    return os.path.normcase(os.path.normpath(Path(path).absolute()))


def _stem(file: Found) -> str:
    return "stdin" if file.path == STDIN else stem(file.path)


def _path_within(file: Found) -> str:
    path = PurePath(file.within or file.path)
    return path.with_suffix("").as_posix() if path.name else file.path


def _whole(file: Found) -> str:
    return PurePath(file.path).as_posix()


def _under(path: str, recursive: bool) -> Iterator[Found | Problem]:
    if path == STDIN:
        yield Found(STDIN)
    elif path.startswith(("http://", "https://")):
        hint = "save the page and give its file, with its address in a sidecar"
        yield Problem(shown(path), "not-a-file", "addresses on the web are not fetched", hint)
    elif not _is_folder(path):
        yield Found(path)
    else:
        empty = True
        for found in _walk(path, recursive):
            empty = False
            yield found
        if empty:
            hint = f"names must end in {', '.join(SUFFIXES)}"
            yield Problem(shown(path), "no-files", "there is nothing to read in this folder", hint)


def _walk(root: str, recursive: bool) -> Iterator[Found | Problem]:
    waiting = [(root, True)]
    visited: set[tuple[int, int]] = set()
    while waiting:
        path, folder = waiting.pop()
        if not folder:
            yield Found(path, os.path.relpath(path, root))
            continue
        try:
            info = Path(path).stat()
            if (info.st_dev, info.st_ino) in visited:
                continue
            visited.add((info.st_dev, info.st_ino))
            with os.scandir(path) as entries:
                inside = [(entry.path, _is_real_folder(entry)) for entry in entries if _wanted(entry, recursive)]
        except OSError as error:
            yield refused(path, error)
            continue
        waiting.extend(sorted(inside, reverse=True))


def _wanted(entry: os.DirEntry[str], recursive: bool) -> bool:
    if entry.name.startswith("."):
        return False
    if _is_real_folder(entry):
        return recursive
    return known_by_suffix(entry.name) is not None and not _is_folder(entry.path)


def _is_real_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False


def _not_a_file(path: str) -> Problem:
    return Problem(shown(path), "not-a-file", "it is no regular file, and is not opened", "pipe it in, and give -")
