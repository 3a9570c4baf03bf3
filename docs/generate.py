"""Rewrites what the pages quote from the program: run `python docs/generate.py` after a change, and read the diff.

The pages are README.md and everything under docs/. They are written by hand, but for what stands in blocks that this
script runs and fills in place:

    ```console
    $ allegiance who "Idris Baro"        run in this process, in a new folder for each page, a hundred columns wide
    $ python mine.py                     run in a process of its own
    ```

one command a block, in its first line; and for the parts between `<!-- generated: NAME -->` and `<!-- end -->`, which
`PARTS` makes. Comments before a block say more:

    <!-- ledger: demo -->                the folder holds a ledger of the packaged example, as ./allegiance.db
    <!-- file: reports/wire.txt -->      the block is the content of this file
    <!-- shown: first 12, last 2 -->     of a long output, only so many lines; left out lines show as …
    <!-- exit: 1 -->                     the command ends so
    <!-- expect: disputed; Bedri -->     the output holds these words, on which the text around it relies
    <!-- claim: --type killing --doc wire | Baro -->    the `clm-…` of the command is this claim: the first that
                                         `allegiance claims` gives with these options whose line holds these words
    <!-- actor: Idris Baro -->           an `act-…` of the command is the actor of this name of whom most is told
    <!-- name: wire | Idris Baro -->     an `act-…` of the command is the id of this name in this document by itself

What differs from run to run shows as …: times, ids of decisions and of readings; today's date shows as YYYY-MM-DD, and
how far a slow command has come is left out. `--check` writes nothing and says which pages are stale.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
COLUMNS = 100
MADE_ELSEWHERE = "accuracy.md"
"""What `make accuracy` measures and writes."""

_FENCE = re.compile(r"(?P<notes>(?:<!-- [^\n]* -->\n)*)```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_NOTE = re.compile(r"<!-- (\w+): (.*) -->")
_LEDGER = re.compile(r"<!-- ledger: demo -->")
_PART = re.compile(r"(?P<head><!-- generated: (?P<name>[a-z-]+) -->\n)(?P<body>.*?)(?P<foot><!-- end -->)", re.DOTALL)
_VOLATILE = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)"), "…"),
    (re.compile(r"\b(jdg|rdg|red)-[0-9a-f]{24}\b"), r"\1-…"),
    (re.compile(r"\brules:[0-9a-f]{10}\b"), "rules:…"),
)
_PROGRESS = re.compile(r"^\d[\d,]*(?: of [\d,]+)? documents(?:, [\d.,]+ (?:a second|s each)\b.*)?\n", re.MULTILINE)
_DECISION = re.compile(r"\bjdg-[0-9a-f]{24}\b")
_SHORT = 12


class Stale(Exception):
    """A page that says what the program does not do."""


@dataclass(slots=True)
class Sitting:
    """What one page runs: its folder, its environment, the last decision taken."""

    page: str
    folder: Path
    decision: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)

    def note(self, key: str) -> list[str]:
        """The notes of this kind before the block."""
        return [value for name, value in self.notes if name == key]


def pages() -> list[Path]:
    """Every page that is filled here, README.md first."""
    return [
        page for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))] if page.name != MADE_ELSEWHERE
    ]


def renewed(path: Path) -> str:
    """The text of a page with everything that it quotes as it is now. Raises Stale where that belies the page."""
    text = _PART.sub(_renewed_part, path.read_text(encoding="utf-8"))
    if "```console" not in text:
        return text
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        sitting = Sitting(path.relative_to(ROOT).as_posix(), Path(made))
        if _LEDGER.search(text):
            shutil.copy(demo_ledger(), sitting.folder / "allegiance.db")
        with _settled(sitting.folder):
            return _FENCE.sub(lambda match: _renewed_block(match, sitting), text)


def _renewed_part(match: re.Match[str]) -> str:
    return f"{match['head']}{PARTS[match['name']](match['body'])}{match['foot']}"


def _renewed_block(match: re.Match[str], sitting: Sitting) -> str:
    sitting.notes = _NOTE.findall(match["notes"])
    body = match["body"]
    for name in sitting.note("file"):
        path = sitting.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    if match["kind"] == "console":
        command = body.splitlines()[0].removeprefix("$ ")
        body = _ran(_with_ids(command, sitting), sitting)
    return f"{match['notes']}```{match['kind']}\n{body}```"


def _ran(command: str, sitting: Sitting) -> str:
    """A command as a reader types it, and what it prints."""
    words = shlex.split(command.replace("jdg-…", sitting.decision))
    today = datetime.now(UTC).date().isoformat()
    code, out = run(words)
    wanted = int(next(iter(sitting.note("exit")), "0"))
    if code != wanted:
        raise Stale(f"{sitting.page}: `{command}` ends with {code}, not {wanted}:\n{out}")
    for expected in "; ".join(sitting.note("expect")).split("; "):
        if expected not in out:
            raise Stale(f"{sitting.page}: `{command}` no longer says {expected!r}, on which the text relies:\n{out}")
    sitting.decision = next(reversed(_DECISION.findall(out)), sitting.decision)
    out = _PROGRESS.sub("", out)
    for pattern, shown in _VOLATILE:
        out = pattern.sub(shown, out)
    for day in (today, datetime.now(UTC).date().isoformat()):
        out = out.replace(day, "YYYY-MM-DD")
    lines = [line.rstrip() for line in out.strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in [f"$ {command}", *_cut(lines, sitting)])


def _cut(lines: list[str], sitting: Sitting) -> list[str]:
    found = re.fullmatch(r"first (\d+)(?:, last (\d+))?", next(iter(sitting.note("shown")), ""))
    if found is None:
        return lines
    first, last = int(found[1]), int(found[2] or 0)
    if len(lines) <= first + last:
        return lines
    return [*lines[:first], "…", *(lines[-last:] if last else [])]


def run(words: list[str]) -> tuple[int, str]:
    """Run a command line in the present folder; its exit status, and standard output and error as they came."""
    if words[0] == "python":
        ended = subprocess.run([sys.executable, *words[1:]], capture_output=True, text=True, check=False)
        return ended.returncode, ended.stdout + ended.stderr
    if words[0] != "allegiance":
        raise Stale(f"{words[0]!r} is not run by the pages: only allegiance and python are")
    from allegiance.cli import main

    said = io.StringIO()
    code = 0
    before, sys.argv = sys.argv, words
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            main(words[1:])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.argv = before
    return code, said.getvalue()


@contextlib.contextmanager
def _settled(folder: Path) -> Iterator[None]:
    """In this folder, at this width, without colour, with the ledger that is there."""
    before = dict(os.environ)
    os.environ.update(COLUMNS=str(COLUMNS), NO_COLOR="1", PYTHONIOENCODING="utf-8")
    os.environ.pop("ALLEGIANCE_LEDGER", None)
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@cache
def demo_ledger() -> Path:
    """A ledger of the packaged example, made once."""
    path = Path(tempfile.mkdtemp()) / "allegiance.db"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    with _settled(path.parent):
        code, out = run(["allegiance", "demo", "--ledger", path.name])
    if code:
        raise Stale(f"the packaged example cannot be read:\n{out}")
    return path


def _with_ids(command: str, sitting: Sitting) -> str:
    """A command with the ids that its notes ask for."""
    claims = [_claim(each)[:_SHORT] for each in sitting.note("claim")]
    actors = [
        _actor(value)[:_SHORT] if key == "actor" else _own_id(value)
        for key, value in sitting.notes
        if key in ("actor", "name")
    ]
    for kind, ids in (("clm", claims), ("act", actors)):
        written = list(dict.fromkeys(re.findall(rf"\b{kind}-[0-9a-f]+", command)))
        if ids and len(written) == len(ids):
            for old, new in zip(written, ids, strict=True):
                command = command.replace(old, new)
    return command


def _lines(options: str = "") -> list[str]:
    code, out = run(["allegiance", "claims", "--json", *shlex.split(options)])
    if code:
        raise Stale(f"`allegiance claims --json {options}` ends with {code}:\n{out}")
    return out.splitlines()


def _claim(wanted: str) -> str:
    options, _, words = wanted.partition(" | ")
    for line in _lines(options):
        if all(word in line for word in words.split("; ")):
            return str(json.loads(line)["id"])
    raise Stale(f"no claim is as wanted: {wanted}")


def _actor(name: str) -> str:
    told: Counter[str] = Counter()
    for line in _lines():
        roles = json.loads(line)["roles"].values()
        told.update({role["actor_id"] for role in roles if role["name"] == name and "actor_id" in role})
    if not told:
        raise Stale(f"nobody is called {name!r}")
    return min(told, key=lambda actor: (-told[actor], actor))


def _own_id(wanted: str) -> str:
    from allegiance.ledger.standing import WITHHELD
    from allegiance.model import minted_actor_id

    doc, _, name = wanted.partition(" | ")
    for line in _lines(f"--doc {shlex.quote(doc)}"):
        claim = json.loads(line)
        if any(role["name"] in (name, *WITHHELD.values()) for role in claim["roles"].values()):
            return minted_actor_id(claim["document"], name)
    raise Stale(f"no claim of {doc} names {name!r}")


def _types(body: str) -> str:
    """The table of claim types: roles from the program, what each says as it stands in the page."""
    from allegiance.model import TYPES

    says = {cells[1].strip(" `"): cells[-2].strip() for line in body.splitlines() if len(cells := line.split("|")) > 4}
    rows = []
    for name, kind in TYPES.items():
        keys = [f"**{role}**{'?' if role in kind.optional_keys else ''}" for role in kind.keys]
        sort = ("state" if kind.state else "event") + (", either way" if kind.symmetric else "")
        rows.append(f"| `{name}` | {', '.join([*keys, *kind.others])} | {sort} | {says.get(name, '')} |")
    return "\n".join(["| type | roles | | says |", "|---|---|---|---|", *rows, ""])


def _examples(body: str) -> str:
    """A sentence for each claim type that a packaged frame must catch, and the roles that it must give."""
    del body
    from allegiance.model import TYPES
    from allegiance.reading.frames import packaged

    rows = []
    for name in TYPES:
        example = next((frame.catches[0] for frame in packaged() if frame.type == name), None)
        if example is not None:
            roles = "; ".join(f"{role}: {filler}" for role, filler in example.roles)
            rows.append(f"| `{name}` | {example.text} | {roles} |")
    return "\n".join(["| type | a report says | the claim has |", "|---|---|---|", *rows, ""])


def _commands(body: str) -> str:
    """The table of commands, each with its page."""
    del body
    return "".join(["| command | |\n|---|---|\n", *(f"| [`{n}`]({n}.md) | {h} |\n" for n, h in top_commands().items())])


def top_commands() -> dict[str, str]:
    """Every command, with its help's first sentence."""
    import typer.main

    from allegiance.cli import app

    group = typer.main.get_command(app)
    found = getattr(group, "commands", {})
    return {name: command.get_short_help_str(limit=300) for name, command in found.items()}


def every_command() -> list[str]:
    """Every command and every command under it, as one types them: `judge same`."""
    import typer.main

    from allegiance.cli import app

    out = []
    for name, command in getattr(typer.main.get_command(app), "commands", {}).items():
        out += [name, *(f"{name} {under}" for under in getattr(command, "commands", {}))]
    return out


PARTS: dict[str, Callable[[str], str]] = {"types": _types, "examples": _examples, "commands": _commands}
"""What a page may ask for by `<!-- generated: NAME -->`."""


def main() -> int:
    """Rewrite every page, or with `--check` say which are stale. Returns the exit status."""
    check = "--check" in sys.argv[1:]
    wrong = 0
    for path in pages():
        shown = path.relative_to(ROOT).as_posix()
        try:
            new = renewed(path)
        except Stale as error:
            print(error, file=sys.stderr)
            wrong += 1
            continue
        if new != path.read_text(encoding="utf-8"):
            print(f"{shown} {'is stale' if check else 'is rewritten'}")
            wrong += int(check)
            if not check:
                path.write_text(new, encoding="utf-8", newline="\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
