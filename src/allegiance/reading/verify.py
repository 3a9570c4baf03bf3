"""Frames against their own examples: a frame that fails them does not load.

The packaged frames are verified once, when they are changed, by `python -m allegiance.reading.verify`; what it has
verified stands in `frames/verified.json` as one digest over the frames, the word lists and the pinned model, so that a
start costs no parsing. A user's own frames are tried when they are loaded.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from allegiance import names
from allegiance.errors import BadFrame, Problem
from allegiance.model import TYPES, Claim, Document, Finding
from allegiance.reading import frames
from allegiance.reading.frames import Example, Frame
from allegiance.reading.model import PINNED
from allegiance.reading.reader import EnglishReader

RECORD = "verified.json"
HINT = "`allegiance doctor trace SENTENCE` shows what every layer made of it"


def verify(tried: Iterable[Frame], reader: EnglishReader) -> list[Problem]:
    """What is wrong with these frames, which `reader` holds: examples that do not come out, each with its address.

    Every sentence of `catches` must give a claim by the frame itself with these names in these roles (compared by
    `names.key`; those of a type that goes either way may stand either way), every one of `spares` none.
    """
    found: list[Problem] = []
    for frame in tried:
        for example in frame.catches:
            if not any(_fits(f.claim, example) for f in _by(frame, example.text, reader)):
                want = "; ".join(f"{role}: {name}" for role, name in example.roles)
                found.append(_problem(frame, "frame-misses", f"does not catch {example.text!r} as {want}"))
        for sentence in frame.spares:
            for finding in _by(frame, sentence, reader)[:1]:
                found.append(
                    _problem(frame, "frame-overreaches", f"does not spare {sentence!r}: {said(finding.claim)}")
                )
    return found


def said(claim: Claim) -> str:
    """A claim's type and roles in one line: `join(actor: Baro; to: Northern Front)`."""
    return f"{claim.type}({'; '.join(f'{f.role}: {f.name}' for f in claim.roles)})"


def load(paths: Sequence[Path]) -> tuple[Frame, ...]:
    """A user's own frames, tried on their examples beside the packaged ones. Raises BadFrame, naming a failure."""
    own = tuple(frames.load(paths))
    if own:
        for problem in verify(own, EnglishReader(user_frames=own)):
            raise BadFrame(str(problem))
    return own


def digest() -> str:
    """SHA-256 over the packaged frames, the word lists and the pinned model: what a verification holds for."""
    whole = hashlib.sha256()
    for package in ("allegiance.reading.frames", "allegiance.reading.lexicon"):
        for file in sorted(files(package).iterdir(), key=lambda f: f.name):
            if file.name.endswith(".yaml"):
                whole.update(f"{package} {file.name}\n".encode())
                whole.update(file.read_bytes().replace(b"\r\n", b"\n"))
    whole.update(json.dumps(PINNED, sort_keys=True).encode())
    return whole.hexdigest()


def recorded() -> str:
    """The digest that the last verification wrote down, or `""`."""
    file = _record()
    return str(json.loads(file.read_text("utf-8"))["sha256"]) if file.is_file() else ""


@cache
def packaged_problems() -> tuple[Problem, ...]:
    """What is wrong with the packaged frames: at once nothing, where they are as verified; else they are tried."""
    if digest() == recorded():
        return ()
    reader = EnglishReader()
    return tuple(verify(frames.packaged(), reader))


def main() -> int:
    """Try every packaged frame, and write the digest down where all hold. Returns the exit status."""
    reader = EnglishReader()
    problems = verify(frames.packaged(), reader)
    for problem in problems:
        print(problem)
    count = sum(len(f.catches) + len(f.spares) for f in reader.frames)
    print(f"{len(reader.frames)} frames, {count} examples, {len(problems)} fail", file=sys.stderr)
    if problems:
        return 1
    row = {"sha256": digest(), "frames": len(reader.frames), "examples": count}
    _record().write_text(json.dumps(row, indent=2) + "\n", "utf-8")
    return 0


def _record() -> Path:
    return Path(str(files("allegiance.reading.frames").joinpath(RECORD)))


def _by(frame: Frame, text: str, reader: EnglishReader) -> list[Finding]:
    """What a sentence gives by this frame, whatever it was completed with (`succession.verb+appointment`)."""
    found, _ = reader.read(Document(text, "en"))
    return [f for f in found if f.frame.split("+")[0] == frame.id]


def _fits(claim: Claim, example: Example) -> bool:
    given = {f.role: names.key(f.name) for f in claim.roles}
    wanted = {role: names.key(name) for role, name in example.roles}
    kind = TYPES[claim.type]
    turned = dict(wanted)
    if kind.symmetric:
        a, b = kind.keys
        turned = {role: name for role, name in wanted.items() if role not in (a, b)}
        turned |= {b: wanted[a]} if a in wanted else {}
        turned |= {a: wanted[b]} if b in wanted else {}
    return any(all(given.get(role) == name for role, name in way.items()) for way in (wanted, turned))


def _problem(frame: Frame, code: str, message: str) -> Problem:
    return Problem(f"{frame.file}: {frame.id}", code, message, HINT)


if __name__ == "__main__":
    sys.exit(main())
